case "container_no_escape_capabilities" "pass" {
  container = { name = "vpn", effective = { capabilities = ["CHOWN", "NET_ADMIN"] } }
}
case "container_no_escape_capabilities" "fail" {
  container = { name = "fuse", effective = { capabilities = ["CHOWN", "SYS_ADMIN", "SYS_PTRACE"] }, host_config = { privileged = false } }
  message   = "fuse holds SYS_ADMIN, SYS_PTRACE"
}
case "container_no_escape_capabilities" "fail" {
  container = { name = "dind", effective = { capabilities = ["CHOWN", "SYS_ADMIN"] }, host_config = { privileged = true } }
  message   = "dind holds every capability, for it runs privileged"
}
case "container_no_escape_capabilities" "unknown" {
  container = { name = "web" }
}

case "container_host_processes_not_traced" "pass" {
  container = { name = "top", effective = { pid_mode = "host", capabilities = ["CHOWN"] } }
}
case "container_host_processes_not_traced" "pass" {
  container = { name = "debug", effective = { pid_mode = "container:web", capabilities = ["SYS_PTRACE"] } }
}
case "container_host_processes_not_traced" "fail" {
  container = { name = "trace", effective = { pid_mode = "host", capabilities = ["SYS_PTRACE"] } }
  message   = "trace sees the host's processes and may trace them (SYS_PTRACE)"
}
case "container_host_processes_not_traced" "unknown" {
  container = { name = "web", effective = { pid_mode = "host" } }
}

case "container_host_network_not_managed" "pass" {
  container = { name = "vpn", effective = { network_mode = "vpn", capabilities = ["NET_ADMIN"] } }
}
case "container_host_network_not_managed" "pass" {
  container = { name = "dns", effective = { network_mode = "host", capabilities = [] } }
}
case "container_host_network_not_managed" "fail" {
  container = { name = "vpn", effective = { network_mode = "host", capabilities = ["NET_ADMIN"] } }
  message   = "vpn is on the host's network and may change it (NET_ADMIN)"
}
case "container_host_network_not_managed" "unknown" {
  container = { name = "vpn", effective = { network_mode = "host" } }
}

case "container_root_writes_nothing_of_host" "pass" {
  container = { name = "web", effective = { user_is_root = true }, init_process = null, host_paths = [{ path = "/srv", writable = false }] }
}
case "container_root_writes_nothing_of_host" "pass" {
  container = { name = "web", effective = { user_is_root = false }, init_process = null, host_paths = [{ path = "/srv", writable = true }] }
}
case "container_root_writes_nothing_of_host" "pass" {
  # root in the container only: ids are remapped
  container = { name = "web", effective = { user_is_root = true }, init_process = { uid = 0, host_uid = 100000 }, host_paths = [{ path = "/srv", writable = true }] }
}
case "container_root_writes_nothing_of_host" "fail" {
  container = { name = "web", effective = { user_is_root = true }, init_process = { uid = 0, host_uid = 0 }, host_paths = [{ path = "/srv", writable = true }, { path = "/opt", writable = false }] }
  message   = "web runs as the host's root and can write to /srv"
}
case "container_root_writes_nothing_of_host" "fail" {
  # stopped
  container = { name = "web", effective = { user_is_root = true }, init_process = null, host_paths = [{ path = "/srv", writable = true }] }
}
case "container_root_writes_nothing_of_host" "unknown" {
  container = { name = "web", effective = { user_is_root = true }, host_paths = [{ path = "/srv", writable = true }] }
}

case "container_proc_masked" "pass" {
  container = { name = "web", effective = { unmasked_proc = false } }
}
case "container_proc_masked" "fail" {
  container = { name = "web", effective = { unmasked_proc = true } }
  message   = "web sees /proc and /sys unmasked"
}
case "container_proc_masked" "unknown" {
  container = { name = "web" }
}
