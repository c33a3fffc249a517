case "container_own_network" "pass" {
  container = { name = "web", effective = { network_mode = "bridge" } }
}
case "container_own_network" "fail" {
  container = { name = "web", effective = { network_mode = "host" } }
  message   = "web uses the host's network"
}
case "container_own_network" "unknown" {
  container = { name = "web" }
}

case "container_own_processes" "pass" {
  container = { name = "web", effective = { pid_mode = "container:db" } }
}
case "container_own_processes" "fail" {
  container = { name = "web", effective = { pid_mode = "host" } }
  message   = "web uses the host's process namespace"
}
case "container_own_processes" "unknown" {
  container = { name = "web" }
}

case "container_own_ipc" "pass" {
  container = { name = "web", effective = { ipc_mode = "private" } }
}
case "container_own_ipc" "fail" {
  container = { name = "web", effective = { ipc_mode = "host" } }
  message   = "web uses the host's IPC namespace"
}
case "container_own_ipc" "unknown" {
  container = { name = "web" }
}

case "container_own_uts" "pass" {
  container = { name = "web", host_config = { uts_mode = "" } }
}
case "container_own_uts" "fail" {
  container = { name = "web", host_config = { uts_mode = "host" } }
  message   = "web uses the host's UTS namespace"
}
case "container_own_uts" "unknown" {
  container = { name = "web" }
}

case "container_user_namespace" "pass" {
  docker    = { info = { userns = true } }
  container = { name = "web", host_config = { userns_mode = "" } }
}
case "container_user_namespace" "fail" {
  docker    = { info = { userns = true } }
  container = { name = "web", host_config = { userns_mode = "host" } }
  message   = "web uses the host's user ids"
}
case "container_user_namespace" "not_applicable" {
  docker    = { info = { userns = false } }
  container = { name = "web", host_config = { userns_mode = "host" } }
}
case "container_user_namespace" "unknown" {
  docker    = { info = { userns = true } }
  container = { name = "web" }
}

case "container_default_cgroup" "pass" {
  container = { name = "web", kubernetes = false, host_config = { cgroup_parent = "" } }
}
case "container_default_cgroup" "pass" {
  container = { name = "batch", kubernetes = false, host_config = { cgroup_parent = "batch.slice" } }
  with      = { allowed = ["batch.slice"] }
}
case "container_default_cgroup" "fail" {
  container = { name = "web", kubernetes = false, host_config = { cgroup_parent = "fast.slice" } }
  message   = "web runs below the control group fast.slice"
}
case "container_default_cgroup" "not_applicable" {
  container = { name = "k8s_pause", kubernetes = true, host_config = { cgroup_parent = "kubepods.slice" } }
}
case "container_default_cgroup" "unknown" {
  container = { name = "web", kubernetes = false }
}

case "container_not_on_default_bridge" "pass" {
  container = { name = "web", network_settings = { networks = ["shop"] } }
}
case "container_not_on_default_bridge" "fail" {
  container = { name = "web", network_settings = { networks = ["bridge", "shop"] } }
  message   = "web is attached to the default bridge"
}
case "container_not_on_default_bridge" "unknown" {
  container = { name = "web" }
}
