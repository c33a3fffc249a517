case "one_time_daemon" "pass" {
  host        = { own_kernel = true, systemd = true }
  time_daemon = { in_use = ["chrony"], active = true }
}

case "one_time_daemon" "fail" {
  host        = { own_kernel = true, systemd = true }
  time_daemon = { in_use = ["chrony", "systemd-timesyncd"], active = true }
  message     = "In use: chrony, systemd-timesyncd"
}

case "one_time_daemon" "fail" {
  host        = { own_kernel = true, systemd = true }
  time_daemon = { in_use = [], active = true }
  message     = "Nobody keeps the clock"
}

case "one_time_daemon" "fail" { # one, but another
  host        = { own_kernel = true, systemd = true }
  time_daemon = { in_use = ["ntpsec"], active = true }
}

case "one_time_daemon" "fail" {
  host        = { own_kernel = true, systemd = true }
  time_daemon = { in_use = ["chrony"], active = false }
  message     = "In use: chrony, which is not active"
}

case "one_time_daemon" "unknown" { # a disk
  host        = { own_kernel = true, systemd = true }
  time_daemon = { in_use = ["chrony"] }
}

case "one_time_daemon" "not_applicable" {
  host = { own_kernel = false, systemd = true }
}

case "one_time_daemon" "not_applicable" {
  host = { own_kernel = true, systemd = false }
}

case "time_unit_running" "pass" {
  with        = { daemon = "chrony", unit = "chrony.service" }
  time_daemon = { in_use = ["chrony"] }
  unit        = { "chrony.service" = { enabled = true, active = true } }
}

case "time_unit_running" "fail" {
  with        = { daemon = "chrony", unit = "chrony.service" }
  time_daemon = { in_use = ["chrony"] }
  unit        = { "chrony.service" = { enabled = false, active = true, state = "disabled" } }
}

case "time_unit_running" "fail" {
  with        = { daemon = "chrony", unit = "chrony.service" }
  time_daemon = { in_use = ["chrony"] }
  unit        = { "chrony.service" = { enabled = true, active = false, state = "enabled" } }
  message     = "chrony.service is enabled, started at boot, but not active"
}

case "time_unit_running" "unknown" {
  with        = { daemon = "chrony", unit = "chrony.service" }
  time_daemon = { in_use = ["chrony"] }
  unit        = { "chrony.service" = { enabled = true } }
}

case "time_unit_running" "not_applicable" {
  with        = { daemon = "chrony", unit = "chrony.service" }
  time_daemon = { in_use = ["systemd-timesyncd"] }
}

case "timesyncd_servers" "pass" {
  with         = { approved = ["time.example.org", "time2.example.org"] }
  time_daemon  = { in_use = ["systemd-timesyncd"] }
  systemd_conf = { "timesyncd.conf/Time/NTP" = { values = ["time.example.org time2.example.org"] }, "timesyncd.conf/Time/FallbackNTP" = { values = ["time2.example.org"] } }
}

case "timesyncd_servers" "pass" {
  time_daemon  = { in_use = ["systemd-timesyncd"] }
  systemd_conf = { "timesyncd.conf/Time/NTP" = { values = ["time.example.org"] }, "timesyncd.conf/Time/FallbackNTP" = { values = [] } }
}

case "timesyncd_servers" "fail" {
  time_daemon  = { in_use = ["systemd-timesyncd"] }
  systemd_conf = { "timesyncd.conf/Time/NTP" = { values = [] }, "timesyncd.conf/Time/FallbackNTP" = { values = [] } }
  message      = "timesyncd.conf names no server in NTP="
}

case "timesyncd_servers" "fail" {
  with         = { approved = ["time.example.org"] }
  time_daemon  = { in_use = ["systemd-timesyncd"] }
  systemd_conf = { "timesyncd.conf/Time/NTP" = { values = ["time.example.org"] }, "timesyncd.conf/Time/FallbackNTP" = { values = ["0.debian.pool.ntp.org"] } }
  message      = "Not approved: 0.debian.pool.ntp.org"
}

case "timesyncd_servers" "unknown" {
  time_daemon  = { in_use = ["systemd-timesyncd"] }
  systemd_conf = { "timesyncd.conf/Time/NTP" = {}, "timesyncd.conf/Time/FallbackNTP" = {} }
}

case "timesyncd_servers" "not_applicable" {
  time_daemon = { in_use = ["chrony"] }
}

case "chrony_servers" "pass" {
  with        = { approved = ["time.example.org"] }
  time_daemon = { in_use = ["chrony"] }
  chrony      = { sources = [{ directive = "server", name = "time.example.org", local = false }] }
}

case "chrony_servers" "fail" {
  time_daemon = { in_use = ["chrony"] }
  chrony      = { file = "/etc/chrony.conf", sources = [{ directive = "server", name = "127.0.0.1", local = true }] }
  message     = "chrony is told of no server but this machine"
}

case "chrony_servers" "fail" {
  with        = { approved = ["time.example.org"] }
  time_daemon = { in_use = ["chrony"] }
  chrony      = { file = "/etc/chrony/chrony.conf", sources = [{ directive = "pool", name = "2.debian.pool.ntp.org", local = false }] }
  message     = "Not approved: 2.debian.pool.ntp.org"
}

case "chrony_servers" "unknown" {
  time_daemon = { in_use = ["chrony"] }
  chrony      = {}
}

case "chrony_servers" "not_applicable" {
  time_daemon = { in_use = [] }
}

case "chrony_user" "pass" { # what was compiled in, and a container's own
  with        = { user = "_chrony" }
  time_daemon = { in_use = ["chrony"] }
  chrony      = { user = null }
  process     = { "chronyd" = { processes = [{ pid = 7, user = "_chrony", nested = false }, { pid = 900, user = "root", nested = true }] } }
}

case "chrony_user" "fail" {
  with        = { user = "_chrony" }
  time_daemon = { in_use = ["chrony"] }
  chrony      = { user = null, file = "/etc/chrony/chrony.conf" }
  process     = { "chronyd" = { processes = [{ pid = 7, user = "root", nested = false }] } }
  message     = "chronyd runs as root"
}

case "chrony_user" "fail" { # a disk, and what it says
  with        = { user = "_chrony" }
  time_daemon = { in_use = ["chrony"] }
  chrony      = { user = "root", file = "/etc/chrony/chrony.conf" }
  message     = "chronyd is told to run as root"
}

case "chrony_user" "unknown" {
  with        = { user = "_chrony" }
  time_daemon = { in_use = ["chrony"] }
  chrony      = { user = null }
}

case "chrony_user" "not_applicable" {
  with        = { user = "_chrony" }
  time_daemon = { in_use = ["systemd-timesyncd"] }
}

case "chrony_not_root" "pass" {
  package = { "chrony" = { installed = true } }
  chrony  = { user = null }
}

case "chrony_not_root" "fail" {
  package = { "chrony" = { installed = true } }
  chrony  = { user = "root", file = "/etc/chrony.conf" }
}

case "chrony_not_root" "unknown" {
  package = { "chrony" = { installed = true } }
  chrony  = {}
}

case "chrony_not_root" "not_applicable" {
  package = { "chrony" = { installed = false } }
}
