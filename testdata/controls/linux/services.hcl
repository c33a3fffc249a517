case "service_absent_or_off" "pass" { # absent, whatever lies about of its units
  with    = { service = "Avahi", packages = ["avahi-daemon"], units = ["avahi-daemon.socket", "avahi-daemon.service"] }
  package = { "avahi-daemon" = { installed = false } }
  unit = {
    "avahi-daemon.socket"  = { enabled = true, active = true }
    "avahi-daemon.service" = { enabled = true, active = true }
  }
}

case "service_absent_or_off" "pass" { # needed by another package, and off
  with    = { service = "RPC", packages = ["rpcbind"], units = ["rpcbind.socket", "rpcbind.service"] }
  package = { "rpcbind" = { installed = true } }
  unit = {
    "rpcbind.socket"  = { enabled = false, active = false, state = "masked" }
    "rpcbind.service" = { enabled = false, active = false, state = "masked" }
  }
}

case "service_absent_or_off" "fail" {
  with    = { service = "RPC", packages = ["rpcbind"], units = ["rpcbind.socket", "rpcbind.service"] }
  host    = { remove = "apt-get purge" }
  package = { "rpcbind" = { installed = true } }
  unit = {
    "rpcbind.socket"  = { enabled = true, active = false, state = "enabled" }
    "rpcbind.service" = { enabled = false, active = false, state = "disabled" }
  }
  message = "rpcbind is installed, and not off: rpcbind.socket is enabled, rpcbind.service is disabled"
}

case "service_absent_or_off" "fail" { # started by hand
  with    = { service = "RPC", packages = ["rpcbind"], units = ["rpcbind.service"] }
  host    = { remove = "apt-get purge" }
  package = { "rpcbind" = { installed = true } }
  unit    = { "rpcbind.service" = { enabled = false, active = true, state = "disabled" } }
}

case "service_absent_or_off" "fail" { # a disk: what is started at boot decides alone
  with    = { service = "RPC", packages = ["rpcbind"], units = ["rpcbind.service"] }
  host    = { remove = "apt-get purge" }
  package = { "rpcbind" = { installed = true } }
  unit    = { "rpcbind.service" = { enabled = true, state = "enabled" } }
}

case "service_absent_or_off" "unknown" { # a disk: it may be started by hand
  with    = { service = "RPC", packages = ["rpcbind"], units = ["rpcbind.service"] }
  package = { "rpcbind" = { installed = true } }
  unit    = { "rpcbind.service" = { enabled = false, state = "disabled" } }
}

case "units_off" "pass" {
  with = { units = ["systemd-journal-remote.socket", "systemd-journal-remote.service"] }
  unit = {
    "systemd-journal-remote.socket"  = { enabled = false, active = false }
    "systemd-journal-remote.service" = { enabled = false, active = false }
  }
}

case "units_off" "fail" {
  with    = { units = ["systemd-journal-remote.socket", "systemd-journal-remote.service"] }
  unit = {
    "systemd-journal-remote.socket"  = { enabled = true, active = false, state = "enabled" }
    "systemd-journal-remote.service" = { enabled = false, active = false, state = "not-found" }
  }
  message = "Not off: systemd-journal-remote.socket is enabled"
}

case "units_off" "fail" {
  with = { units = ["systemd-journal-remote.service"] }
  unit = { "systemd-journal-remote.service" = { enabled = false, active = true, state = "static" } }
}

case "units_off" "unknown" {
  with = { units = ["systemd-journal-remote.service"] }
  unit = { "systemd-journal-remote.service" = { enabled = false } }
}

case "unit_running" "pass" { # static, started by a vendor's link
  with = { unit = "systemd-journald.service" }
  host = { systemd = true, own_kernel = false }
  unit = { "systemd-journald.service" = { enabled = true, active = true, state = "static" } }
}

case "unit_running" "fail" {
  with    = { unit = "auditd.service", kernel = true }
  host    = { systemd = true, own_kernel = true }
  unit    = { "auditd.service" = { enabled = true, active = false, state = "enabled" } }
  message = "auditd.service is enabled, started at boot, but not active"
}

case "unit_running" "fail" { # a disk
  with    = { unit = "auditd.service", kernel = true }
  host    = { systemd = true, own_kernel = true }
  unit    = { "auditd.service" = { enabled = false, state = "disabled" } }
  message = "auditd.service is disabled and not started at boot"
}

case "unit_running" "fail" { # started by hand
  with = { unit = "auditd.service" }
  host = { systemd = true, own_kernel = true }
  unit = { "auditd.service" = { enabled = false, active = true, state = "disabled" } }
}

case "unit_running" "unknown" {
  with = { unit = "auditd.service" }
  host = { systemd = true, own_kernel = true }
  unit = { "auditd.service" = { enabled = true, state = "enabled" } }
}

case "unit_running" "not_applicable" {
  with = { unit = "auditd.service", kernel = true }
  host = { systemd = true, own_kernel = false }
}

case "unit_running" "not_applicable" {
  with = { unit = "cron.service" }
  host = { systemd = false, own_kernel = false }
}

case "unit_running_if_installed" "pass" {
  with    = { package = "cron", unit = "cron.service" }
  host    = { systemd = true }
  package = { "cron" = { installed = true } }
  unit    = { "cron.service" = { enabled = true, active = true } }
}

case "unit_running_if_installed" "fail" {
  with    = { package = "cron", unit = "cron.service" }
  host    = { systemd = true }
  package = { "cron" = { installed = true } }
  unit    = { "cron.service" = { enabled = false, active = true, state = "disabled" } }
  message = "cron.service is disabled and not started at boot"
}

case "unit_running_if_installed" "fail" {
  with    = { package = "cron", unit = "cron.service" }
  host    = { systemd = true }
  package = { "cron" = { installed = true } }
  unit    = { "cron.service" = { enabled = true, active = false, state = "enabled" } }
}

case "unit_running_if_installed" "unknown" {
  with    = { package = "cron", unit = "cron.service" }
  host    = { systemd = true }
  package = { "cron" = { installed = true } }
  unit    = { "cron.service" = { enabled = true } }
}

case "unit_running_if_installed" "not_applicable" {
  with    = { package = "cron", unit = "cron.service" }
  host    = { systemd = true }
  package = { "cron" = { installed = false } }
}

case "timer_running" "pass" {
  with = { timer = "dailyaidecheck.timer", service = "dailyaidecheck.service" }
  host = { systemd = true }
  unit = {
    "dailyaidecheck.timer"   = { enabled = true, active = true }
    "dailyaidecheck.service" = { exists = true, masked = false }
  }
}

case "timer_running" "fail" {
  with = { timer = "dailyaidecheck.timer", service = "dailyaidecheck.service" }
  host = { systemd = true }
  unit = {
    "dailyaidecheck.timer"   = { enabled = false, active = true, state = "disabled" }
    "dailyaidecheck.service" = { exists = true, masked = false, state = "static" }
  }
  message = "dailyaidecheck.timer is disabled; dailyaidecheck.service is static"
}

case "timer_running" "fail" {
  with = { timer = "dailyaidecheck.timer", service = "dailyaidecheck.service" }
  host = { systemd = true }
  unit = {
    "dailyaidecheck.timer"   = { enabled = true, active = false, state = "enabled" }
    "dailyaidecheck.service" = { exists = true, masked = false, state = "static" }
  }
}

case "timer_running" "fail" {
  with = { timer = "dailyaidecheck.timer", service = "dailyaidecheck.service" }
  host = { systemd = true }
  unit = {
    "dailyaidecheck.timer"   = { enabled = true, active = true, state = "enabled" }
    "dailyaidecheck.service" = { exists = false, masked = false, state = "not-found" }
  }
}

case "timer_running" "fail" {
  with = { timer = "dailyaidecheck.timer", service = "dailyaidecheck.service" }
  host = { systemd = true }
  unit = {
    "dailyaidecheck.timer"   = { enabled = true, active = true, state = "enabled" }
    "dailyaidecheck.service" = { exists = true, masked = true, state = "masked" }
  }
}

case "timer_running" "unknown" {
  with = { timer = "dailyaidecheck.timer", service = "dailyaidecheck.service" }
  host = { systemd = true }
  unit = { "dailyaidecheck.timer" = { enabled = true } }
}

case "timer_running" "not_applicable" {
  with = { timer = "dailyaidecheck.timer", service = "dailyaidecheck.service" }
  host = { systemd = false }
}
