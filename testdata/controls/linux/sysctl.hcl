case "sysctl_set" "pass" {
  with = { keys = ["net.ipv4.ip_forward", "net.ipv6.conf.all.forwarding"], values = ["0"] }
  host = { own_kernel = true }
  sysctl = {
    "net.ipv4.ip_forward"          = { applies = true, live = "0", persisted = "0" }
    "net.ipv6.conf.all.forwarding" = { applies = true, live = "0", persisted = "0" }
  }
}

case "sysctl_set" "pass" { # stricter than asked for
  with   = { keys = ["kernel.yama.ptrace_scope"], values = ["1", "2", "3"] }
  host   = { own_kernel = true }
  sysctl = { "kernel.yama.ptrace_scope" = { applies = true, live = "3", persisted = "2" } }
}

case "sysctl_set" "pass" { # the half that is IPv6's does not count while IPv6 is off
  with = { keys = ["net.ipv4.ip_forward", "net.ipv6.conf.all.forwarding"], values = ["0"] }
  host = { own_kernel = true }
  sysctl = {
    "net.ipv4.ip_forward"          = { applies = true, live = "0", persisted = "0" }
    "net.ipv6.conf.all.forwarding" = { applies = false, live = null, persisted = null }
  }
}

case "sysctl_set" "fail" { # only now
  with    = { keys = ["net.ipv4.ip_forward"], values = ["0"] }
  host    = { own_kernel = true }
  sysctl  = { "net.ipv4.ip_forward" = { applies = true, live = "1", persisted = "0", persisted_by = "/etc/sysctl.d/a.conf:1", summary = "1 now, set to 0 at boot by /etc/sysctl.d/a.conf:1" } }
  message = "net.ipv4.ip_forward is 1 now, set to 0 at boot by /etc/sysctl.d/a.conf:1"
}

case "sysctl_set" "fail" { # only after the next boot
  with   = { keys = ["net.ipv4.ip_forward"], values = ["0"] }
  host   = { own_kernel = true }
  sysctl = { "net.ipv4.ip_forward" = { applies = true, live = "0", persisted = null, persisted_by = null, summary = "0 now, set by nothing at boot" } }
}

case "sysctl_set" "fail" { # a disk: the running half is not needed to fail
  with    = { keys = ["net.ipv4.ip_forward"], values = ["0"] }
  host    = { own_kernel = true }
  sysctl  = { "net.ipv4.ip_forward" = { applies = true, persisted = "1", persisted_by = "/usr/lib/sysctl.d/a.conf:1", summary = "set to 1 at boot by /usr/lib/sysctl.d/a.conf:1" } }
  message = "net.ipv4.ip_forward is set to 1 at boot by /usr/lib/sysctl.d/a.conf:1"
}

case "sysctl_set" "fail" { # the kernel does not have it
  with   = { keys = ["kernel.yama.ptrace_scope"], values = ["1"] }
  host   = { own_kernel = true }
  sysctl = { "kernel.yama.ptrace_scope" = { applies = true, live = null, persisted = "1", persisted_by = "/etc/sysctl.d/a.conf:1" } }
}

case "sysctl_set" "unknown" { # a disk
  with   = { keys = ["net.ipv4.ip_forward"], values = ["0"] }
  host   = { own_kernel = true }
  sysctl = { "net.ipv4.ip_forward" = { applies = true, persisted = "0" } }
}

case "sysctl_set" "not_applicable" {
  with   = { keys = ["net.ipv4.ip_forward"], values = ["0"] }
  host   = { own_kernel = false }
  sysctl = { "net.ipv4.ip_forward" = { applies = true, live = "0", persisted = "0" } }
}

case "sysctl_set" "not_applicable" {
  with   = { keys = ["net.ipv6.conf.all.accept_ra"], values = ["0"] }
  host   = { own_kernel = true }
  sysctl = { "net.ipv6.conf.all.accept_ra" = { applies = false, live = null, persisted = null } }
}

case "core_dumps_off" "pass" {
  host   = { own_kernel = true }
  limit  = { "* hard core" = { value = "0" } }
  sysctl = { "fs.suid_dumpable" = { live = "0", persisted = "0" } }
  unit   = { "systemd-coredump.socket" = { exists = false } }
  systemd_conf = {
    "coredump.conf/Coredump/Storage"        = { value = null }
    "coredump.conf/Coredump/ProcessSizeMax" = { value = null }
  }
}

case "core_dumps_off" "pass" {
  host   = { own_kernel = true }
  limit  = { "* hard core" = { value = "0" } }
  sysctl = { "fs.suid_dumpable" = { live = "0", persisted = "0" } }
  unit   = { "systemd-coredump.socket" = { exists = true } }
  systemd_conf = {
    "coredump.conf/Coredump/Storage"        = { value = "none" }
    "coredump.conf/Coredump/ProcessSizeMax" = { value = "0" }
  }
}

case "core_dumps_off" "fail" {
  host   = { own_kernel = true }
  limit  = { "* hard core" = { value = null } }
  sysctl = { "fs.suid_dumpable" = { live = "0", persisted = "0", summary = "0 now, set to 0 at boot by /etc/sysctl.d/a.conf:1" } }
  unit   = { "systemd-coredump.socket" = { exists = false } }
  systemd_conf = {
    "coredump.conf/Coredump/Storage"        = { value = null }
    "coredump.conf/Coredump/ProcessSizeMax" = { value = null }
  }
  message = "The hard limit of core files is not set; fs.suid_dumpable is 0 now, set to 0 at boot by /etc/sysctl.d/a.conf:1"
}

case "core_dumps_off" "fail" {
  host   = { own_kernel = true }
  limit  = { "* hard core" = { value = "0" } }
  sysctl = { "fs.suid_dumpable" = { live = "2", persisted = "0" } }
  unit   = { "systemd-coredump.socket" = { exists = false } }
}

case "core_dumps_off" "fail" {
  host   = { own_kernel = true }
  limit  = { "* hard core" = { value = "0" } }
  sysctl = { "fs.suid_dumpable" = { live = "0", persisted = null } }
  unit   = { "systemd-coredump.socket" = { exists = false } }
}

case "core_dumps_off" "fail" {
  host   = { own_kernel = true }
  limit  = { "* hard core" = { value = "0" } }
  sysctl = { "fs.suid_dumpable" = { live = "0", persisted = "0", summary = "0 now" } }
  unit   = { "systemd-coredump.socket" = { exists = true } }
  systemd_conf = {
    "coredump.conf/Coredump/Storage"        = { value = "none" }
    "coredump.conf/Coredump/ProcessSizeMax" = { value = null }
  }
  message = "The hard limit of core files is 0; fs.suid_dumpable is 0 now; systemd-coredump has Storage none and ProcessSizeMax not set"
}

case "core_dumps_off" "fail" {
  host   = { own_kernel = true }
  limit  = { "* hard core" = { value = "0" } }
  sysctl = { "fs.suid_dumpable" = { live = "0", persisted = "0" } }
  unit   = { "systemd-coredump.socket" = { exists = true } }
  systemd_conf = {
    "coredump.conf/Coredump/Storage"        = { value = "external" }
    "coredump.conf/Coredump/ProcessSizeMax" = { value = "0" }
  }
}

case "core_dumps_off" "unknown" {
  host   = { own_kernel = true }
  limit  = { "* hard core" = { value = "0" } }
  sysctl = { "fs.suid_dumpable" = { persisted = "0" } }
  unit   = { "systemd-coredump.socket" = { exists = false } }
}

case "core_dumps_off" "not_applicable" {
  host = { own_kernel = false }
}

case "core_limit_zero" "pass" {
  limit = { "* hard core" = { exists = true, value = "0" } }
}

case "core_limit_zero" "fail" {
  limit   = { "* hard core" = { exists = false, value = null } }
  message = "Neither limits.conf nor limits.d limits core files for all users"
}

case "core_limit_zero" "fail" {
  limit   = { "* hard core" = { exists = true, value = "unlimited" } }
  message = "The hard limit of core files is unlimited"
}

case "core_limit_zero" "unknown" {
}

case "coredump_setting" "pass" {
  with         = { key = "Storage", value = "none" }
  unit         = { "systemd-coredump.socket" = { exists = true } }
  systemd_conf = { "coredump.conf/Coredump/Storage" = { value = "none" } }
}

case "coredump_setting" "fail" { # commented out
  with         = { key = "Storage", value = "none" }
  unit         = { "systemd-coredump.socket" = { exists = true } }
  systemd_conf = { "coredump.conf/Coredump/Storage" = { value = null, files = ["/etc/systemd/coredump.conf"] } }
  message      = "Storage is not set, so what systemd was built with holds"
}

case "coredump_setting" "fail" {
  with         = { key = "ProcessSizeMax", value = "0" }
  unit         = { "systemd-coredump.socket" = { exists = true } }
  systemd_conf = { "coredump.conf/Coredump/ProcessSizeMax" = { value = "1G", files = ["/etc/systemd/coredump.conf"] } }
  message      = "ProcessSizeMax is 1G"
}

case "coredump_setting" "unknown" {
  with = { key = "Storage", value = "none" }
  unit = { "systemd-coredump.socket" = { exists = true } }
}

case "coredump_setting" "not_applicable" {
  with = { key = "Storage", value = "none" }
  unit = { "systemd-coredump.socket" = { exists = false } }
}
