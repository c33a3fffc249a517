case "container_not_privileged" "pass" {
  container = { name = "web", host_config = { privileged = false } }
}
case "container_not_privileged" "fail" {
  container = { name = "web", host_config = { privileged = true } }
  message   = "web runs privileged"
}
case "container_not_privileged" "unknown" {
  container = { name = "web" }
}

case "container_capabilities_limited" "pass" {
  # everything dropped, one default capability given back
  container = { name = "web", effective = { capabilities = ["NET_BIND_SERVICE"], added_capabilities = [] } }
}
case "container_capabilities_limited" "pass" {
  container = { name = "vpn", effective = { capabilities = ["NET_ADMIN", "NET_RAW"], added_capabilities = ["NET_ADMIN"] } }
  with      = { allowed = ["NET_ADMIN", "NET_RAW"] }
}
case "container_capabilities_limited" "fail" {
  container = { name = "vpn", effective = { capabilities = ["CHOWN", "NET_ADMIN"], added_capabilities = ["NET_ADMIN"] }, host_config = { privileged = false, cap_add = ["NET_ADMIN"] } }
  message   = "vpn holds NET_ADMIN"
}
case "container_capabilities_limited" "fail" {
  # Docker's default set
  container = { name = "web", effective = { capabilities = ["CHOWN", "NET_RAW"], added_capabilities = [] }, host_config = { privileged = false, cap_add = [] } }
  message   = "web holds NET_RAW"
}
case "container_capabilities_limited" "unknown" {
  container = { name = "web" }
}

case "container_no_new_privileges" "pass" {
  container = { name = "web", effective = { no_new_privileges = true } }
}
case "container_no_new_privileges" "fail" {
  container = { name = "web", effective = { no_new_privileges = false } }
  message   = "web lets its programs gain privileges"
}
case "container_no_new_privileges" "unknown" {
  container = { name = "web", effective = {} }
}

case "container_seccomp" "pass" {
  container = { name = "web", effective = { seccomp = "builtin" } }
}
case "container_seccomp" "pass" {
  container = { name = "web", effective = { seccomp = "custom" } }
}
case "container_seccomp" "fail" {
  container = { name = "web", effective = { seccomp = "unconfined" } }
  message   = "web runs without a seccomp filter"
}
case "container_seccomp" "unknown" {
  container = { name = "web" }
}

case "container_apparmor" "pass" {
  docker    = { info = { apparmor = true } }
  container = { name = "web", effective = { app_armor = "docker-default" } }
}
case "container_apparmor" "fail" {
  docker    = { info = { apparmor = true } }
  container = { name = "web", effective = { app_armor = "unconfined" } }
  message   = "web runs without an AppArmor profile"
}
case "container_apparmor" "not_applicable" {
  docker    = { info = { apparmor = false } }
  container = { name = "web" }
}
case "container_apparmor" "unknown" {
  docker    = { info = { apparmor = true } }
  container = { name = "web" }
}

case "container_selinux" "pass" {
  docker    = { info = { selinux = true } }
  container = { name = "web", process_label = "system_u:system_r:container_t:s0:c1,c2", effective = { selinux_disabled = false } }
}
case "container_selinux" "fail" {
  docker    = { info = { selinux = true } }
  container = { name = "web", process_label = "system_u:system_r:spc_t:s0", effective = { selinux_disabled = true } }
  message   = "web runs without an SELinux label"
}
case "container_selinux" "fail" {
  # the host enforces SELinux, but the engine was not told to use it
  docker    = { info = { selinux = false }, engine = { local = true } }
  host      = { selinux = true }
  container = { name = "web", process_label = "", effective = { selinux_disabled = false } }
}
case "container_selinux" "not_applicable" {
  docker    = { info = { selinux = false }, engine = { local = true } }
  host      = { selinux = false }
  container = { name = "web", process_label = "", effective = { selinux_disabled = false } }
}
case "container_selinux" "not_applicable" {
  # another machine: this one's SELinux says nothing about it
  docker    = { info = { selinux = false }, engine = { local = false } }
  host      = { selinux = true }
  container = { name = "web", process_label = "", effective = { selinux_disabled = false } }
}
case "container_selinux" "unknown" {
  docker    = { info = { selinux = true } }
  container = { name = "web" }
}
