case "container_not_root" "pass" {
  container = { name = "web", effective = { user = "10001", user_is_root = false }, init_process = null }
}
case "container_not_root" "pass" {
  # the entrypoint drops root itself
  container = { name = "db", effective = { user = "", user_is_root = true }, init_process = { uid = 999 } }
}
case "container_not_root" "fail" {
  container = { name = "web", effective = { user = "", user_is_root = true }, init_process = { uid = 0 } }
  message   = "web runs as root; its user is not set"
}
case "container_not_root" "fail" {
  # stopped: only the configuration tells
  container = { name = "web", effective = { user = "root:root", user_is_root = true }, init_process = null }
  message   = "web runs as root; its user is root:root"
}
case "container_not_root" "unknown" {
  container = { name = "web", effective = { user_is_root = true } }
}

case "image_from_trusted_source" "manual" {
  image = { name = "nginx:1.29", repo_digests = ["nginx@sha256:aa"] }
}
case "image_from_trusted_source" "pass" {
  image = { name = "nginx:1.29", repo_digests = ["nginx@sha256:aa"] }
  with  = { sources = ["registry.example.com/", "nginx@"] }
}
case "image_from_trusted_source" "fail" {
  image   = { name = "miner:1", repo_digests = ["kim/miner@sha256:aa"] }
  with    = { sources = ["nginx@"] }
  message = "miner:1 comes from none of the trusted sources: kim/miner@sha256:aa"
}
case "image_from_trusted_source" "fail" {
  # built here: nobody vouches for it
  image   = { name = "test:1", repo_digests = [] }
  with    = { sources = ["nginx@"] }
  message = "test:1 comes from none of the trusted sources: built or loaded here, without a digest"
}
case "image_from_trusted_source" "unknown" {
  image = { name = "nginx:1.29" }
  with  = { sources = ["nginx@"] }
}

case "image_without_surplus_packages" "manual" {}

case "image_patched" "pass" {
  image = { name = "app:2", used = true, age_days = 90 }
  with  = { scanned = true }
}
case "image_patched" "fail" {
  image   = { name = "app:1", used = true, age_days = 91, containers = ["web"] }
  message = "app:1 was built 91 days ago; 90 are allowed"
}
case "image_patched" "manual" {
  # young, but nobody said that it was scanned
  image = { name = "app:2", used = true, age_days = 3 }
}
case "image_patched" "manual" {
  # a reproducible build has no date of its own
  image = { name = "app:3", used = true, age_days = null }
  with  = { scanned = true }
}
case "image_patched" "not_applicable" {
  image = { name = "old:1", used = false, age_days = 900 }
}
case "image_patched" "unknown" {
  image = { name = "app:2", used = true }
}

case "image_signatures_enforced" "manual" {}

case "image_health_probe" "pass" {
  image = { name = "app:2", used = true, config = { healthcheck = { test = ["CMD", "/app", "-check"] } } }
}
case "image_health_probe" "fail" {
  image   = { name = "app:1", used = true, config = { healthcheck = null } }
  message = "app:1 has no health check"
}
case "image_health_probe" "fail" {
  # switched off by a later stage
  image = { name = "app:1", used = true, config = { healthcheck = { test = ["NONE"] } } }
}
case "image_health_probe" "not_applicable" {
  image = { name = "app:0", used = false, config = { healthcheck = null } }
}
case "image_health_probe" "unknown" {
  image = { name = "app:1", used = true }
}
