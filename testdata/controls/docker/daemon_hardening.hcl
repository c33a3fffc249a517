case "engine_debug_off" "pass" {
  docker = { info = { debug = false } }
}
case "engine_debug_off" "fail" {
  docker  = { info = { debug = true, name = "dock1" }, daemon = { config_file = "/etc/docker/daemon.json" } }
  message = "dock1 runs its engine in debug mode"
}
case "engine_debug_off" "unknown" {
  docker = { info = {} }
}

case "engine_private_ipc" "pass" {
  docker = { daemon = { default_ipc_mode = "private" } }
}
case "engine_private_ipc" "fail" {
  docker  = { daemon = { default_ipc_mode = "shareable", config_file = "/etc/docker/daemon.json" } }
  message = "New containers get the IPC mode shareable"
}
case "engine_private_ipc" "unknown" {
  docker = { daemon = {} }
}

case "engine_private_cgroups" "pass" {
  docker = { daemon = { default_cgroupns_mode = "private" } }
}
case "engine_private_cgroups" "fail" {
  docker  = { daemon = { default_cgroupns_mode = "host", config_file = "/etc/docker/daemon.json" } }
  message = "New containers get the cgroup namespace mode host"
}
case "engine_private_cgroups" "unknown" {
  docker = { daemon = {} }
}

case "engine_runtimes_approved" "pass" {
  docker = { info = { runtimes = ["io.containerd.runc.v2", "runc"], default_runtime = "runc" } }
}
case "engine_runtimes_approved" "fail" {
  docker  = { info = { runtimes = ["runc", "test"], default_runtime = "runc" }, daemon = { config_file = "/etc/docker/daemon.json" } }
  message = "The engine offers the runtimes runc, test; its default is runc"
}
case "engine_runtimes_approved" "fail" {
  docker = { info = { runtimes = ["runc"], default_runtime = "test" }, daemon = { config_file = "/etc/docker/daemon.json" } }
}
case "engine_runtimes_approved" "unknown" {
  docker = { info = { default_runtime = "runc" } }
}

case "engine_no_pending_settings" "pass" {
  docker = { daemon = { pending = [] } }
}
case "engine_no_pending_settings" "fail" {
  docker = {
    daemon = {
      config_file = "/etc/docker/daemon.json"
      pending     = [{ name = "live-restore", on_disk = "true", live = "false", origin = "/etc/docker/daemon.json:4" }]
    }
  }
  message = "Settings were changed on disk and are not in force: live-restore is false, /etc/docker/daemon.json:4 says true"
}
case "engine_no_pending_settings" "unknown" {
  docker = { daemon = {} }
}

case "engine_uses_selinux" "pass" {
  docker = { engine = { local = true }, info = { selinux = true } }
  host   = { selinux = true }
}
case "engine_uses_selinux" "fail" {
  docker  = { engine = { local = true }, info = { selinux = false, name = "dock1" }, daemon = { config_file = "/etc/docker/daemon.json" } }
  host    = { selinux = true }
  message = "dock1 has SELinux, but its engine does not use it"
}
case "engine_uses_selinux" "not_applicable" {
  docker = { engine = { local = true }, info = { selinux = false } }
  host   = { selinux = false }
}
case "engine_uses_selinux" "not_applicable" {
  docker = { engine = { local = false }, info = { selinux = false } }
  host   = { selinux = true }
}
case "engine_uses_selinux" "unknown" {
  docker = { engine = { local = true } }
  host   = { selinux = true }
}
