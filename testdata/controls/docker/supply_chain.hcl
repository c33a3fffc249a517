case "image_has_version" "pass" {
  image = { name = "app:1.2", used = true, floating_tag = false }
}
case "image_has_version" "fail" {
  image   = { name = "app:latest", used = true, floating_tag = true, containers = ["web"] }
  message = "app:latest has no tag that says which version it is"
}
case "image_has_version" "not_applicable" {
  image = { name = "app:latest", used = false, floating_tag = true }
}
case "image_has_version" "unknown" {
  image = { name = "app:1", used = true }
}

case "image_has_digest" "pass" {
  image = { name = "app:1", used = true, repo_digests = ["app@sha256:aa"] }
}
case "image_has_digest" "fail" {
  image   = { name = "app:1", used = true, repo_digests = [], containers = ["web"] }
  message = "app:1 was built or loaded on this machine and came from no registry"
}
case "image_has_digest" "not_applicable" {
  image = { name = "app:1", used = false, repo_digests = [] }
}
case "image_has_digest" "unknown" {
  image = { name = "app:1", used = true }
}

case "container_image_pinned" "pass" {
  container = { name = "web", config = { image = "nginx:1.29@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" } }
}
case "container_image_pinned" "fail" {
  container = { name = "web", config = { image = "nginx:1.29" } }
  message   = "web takes whatever nginx:1.29 means when it is created"
}
case "container_image_pinned" "unknown" {
  container = { name = "web" }
}

case "engine_mirrors_encrypted" "pass" {
  docker = { info = { registry_mirrors = ["https://mirror.example.com/"] } }
}
case "engine_mirrors_encrypted" "fail" {
  docker  = { info = { registry_mirrors = ["http://mirror.example.com/", "https://other.example.com/"] }, daemon = { config_file = "/etc/docker/daemon.json" } }
  message = "The engine uses mirrors without TLS: http://mirror.example.com/"
}
case "engine_mirrors_encrypted" "unknown" {
  docker = { info = {} }
}
