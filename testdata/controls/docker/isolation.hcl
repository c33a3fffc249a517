case "container_own_cgroups" "pass" {
  container = { name = "web", host_config = { cgroupns_mode = "private" } }
}
case "container_own_cgroups" "fail" {
  container = { name = "web", host_config = { cgroupns_mode = "host" } }
  message   = "web uses the host's cgroup namespace"
}
case "container_own_cgroups" "unknown" {
  container = { name = "web" }
}

case "container_runtime_approved" "pass" {
  container = { name = "web", host_config = { runtime = "runc" } }
}
case "container_runtime_approved" "fail" {
  container = { name = "web", host_config = { runtime = "test-runtime" } }
  message   = "web uses the runtime test-runtime"
}
case "container_runtime_approved" "unknown" {
  container = { name = "web" }
}

case "container_no_powerful_groups" "pass" {
  docker    = { engine = { local = true } }
  group     = { "2000" = { exists = false, name = null }, "audio" = { exists = true, name = "audio" } }
  container = { name = "web", host_config = { group_add = ["2000", "audio"] } }
}
case "container_no_powerful_groups" "pass" {
  # another machine: this one's numbers say nothing about it
  docker    = { engine = { local = false } }
  group     = { "998" = { exists = true, name = "docker" } }
  container = { name = "web", host_config = { group_add = ["998"] } }
}
case "container_no_powerful_groups" "fail" {
  docker    = { engine = { local = true } }
  group     = { "998" = { exists = true, name = "docker" } }
  container = { name = "ci", host_config = { group_add = ["998"] } }
  message   = "ci is a member of 998"
}
case "container_no_powerful_groups" "fail" {
  docker    = { engine = { local = false } }
  container = { name = "ci", host_config = { group_add = ["disk"] } }
  message   = "ci is a member of disk"
}
case "container_no_powerful_groups" "unknown" {
  container = { name = "web" }
}

case "service_confined" "pass" {
  service = { name = "api", seccomp = "default", app_armor = "default" }
}
case "service_confined" "fail" {
  service = { name = "api", seccomp = "unconfined", app_armor = "default" }
  message = "api runs its containers with seccomp unconfined and AppArmor default"
}
case "service_confined" "fail" {
  service = { name = "api", seccomp = "custom", app_armor = "disabled" }
}
case "service_confined" "unknown" {
  service = { name = "api" }
}
