case "apparmor_enabled" "pass" {
  host     = { own_kernel = true }
  apparmor = { enabled = true }
}

case "apparmor_enabled" "fail" {
  host     = { own_kernel = true }
  apparmor = { enabled = false }
}

case "apparmor_enabled" "unknown" { # a disk that is not running
  host = { own_kernel = true }
}

case "apparmor_enabled" "not_applicable" {
  host = { own_kernel = false }
}

case "apparmor_profiles" "pass" {
  with = { modes = ["enforce", "complain", "kill"] }
  host = { own_kernel = true }
  apparmor = {
    profiles   = [{ name = "ping", mode = "complain" }]
    persisted  = [{ name = "ping", mode = "complain" }]
    unconfined = []
  }
}

case "apparmor_profiles" "fail" { # none is loaded
  with     = { modes = ["enforce", "kill"] }
  host     = { own_kernel = true }
  apparmor = { enabled = true, profiles = [], persisted = [], unconfined = [] }
  message  = "AppArmor lets programs out: no profile is loaded"
}

case "apparmor_profiles" "fail" {
  with = { modes = ["enforce", "kill"] }
  host = { own_kernel = true }
  apparmor = {
    profiles   = [{ name = "ping", mode = "complain" }, { name = "man", mode = "enforce" }]
    persisted  = []
    unconfined = []
  }
  message = "AppArmor lets programs out: ping is in mode complain"
}

case "apparmor_profiles" "fail" { # the profile came after the program's start
  with = { modes = ["enforce", "kill"] }
  host = { own_kernel = true }
  apparmor = {
    profiles   = [{ name = "cupsd", mode = "enforce" }]
    persisted  = []
    unconfined = [{ pid = 40, exe = "/usr/sbin/cupsd", profile = "cupsd" }]
  }
  message = "AppArmor lets programs out: process 40 (/usr/sbin/cupsd) runs without its profile"
}

case "apparmor_profiles" "fail" { # a disk: what it will load is enough to fail
  with     = { modes = ["enforce", "kill"] }
  host     = { own_kernel = true }
  apparmor = { persisted = [{ name = "ping", mode = "complain" }] }
}

case "apparmor_profiles" "unknown" { # a disk
  with     = { modes = ["enforce", "kill"] }
  host     = { own_kernel = true }
  apparmor = { persisted = [{ name = "ping", mode = "enforce" }] }
}

case "apparmor_profiles" "not_applicable" {
  with = { modes = ["enforce"] }
  host = { own_kernel = false }
}

case "selinux_type" "pass" {
  host    = { own_kernel = true }
  selinux = { persisted_type = "targeted", loaded_type = "targeted" }
}

case "selinux_type" "fail" {
  host    = { own_kernel = true, install = "dnf install" }
  selinux = { persisted_type = "targeted", loaded_type = null }
  message = "SELINUXTYPE is targeted; the kernel has no policy loaded"
}

case "selinux_type" "fail" {
  host    = { own_kernel = true, install = "dnf install" }
  selinux = { persisted_type = "minimum", loaded_type = "targeted" }
  message = "SELINUXTYPE is minimum; the kernel has loaded targeted"
}

case "selinux_type" "unknown" {
  host    = { own_kernel = true }
  selinux = { persisted_type = "targeted" }
}

case "selinux_type" "not_applicable" {
  host = { own_kernel = false }
}

case "selinux_mode" "pass" { # stricter than asked for
  with    = { modes = ["enforcing", "permissive"] }
  host    = { own_kernel = true }
  selinux = { live = "enforcing", persisted = "enforcing" }
}

case "selinux_mode" "fail" {
  with    = { modes = ["enforcing"] }
  host    = { own_kernel = true }
  selinux = { live = "enforcing", persisted = "permissive" }
  message = "SELinux is enforcing now and permissive after a restart"
}

case "selinux_mode" "fail" {
  with    = { modes = ["enforcing"] }
  host    = { own_kernel = true }
  selinux = { live = "disabled", persisted = "enforcing" }
}

case "selinux_mode" "unknown" {
  with    = { modes = ["enforcing"] }
  host    = { own_kernel = true }
  selinux = { persisted = "enforcing" }
}

case "selinux_mode" "not_applicable" {
  with = { modes = ["enforcing"] }
  host = { own_kernel = false }
}

case "selinux_services_confined" "pass" {
  host    = { own_kernel = true }
  selinux = { unconfined_services = [] }
}

case "selinux_services_confined" "fail" {
  host    = { own_kernel = true }
  selinux = { unconfined_services = [{ pid = 9, name = "agent", label = "x" }] }
  message = "agent (process 9) runs as unconfined_service_t"
}

case "selinux_services_confined" "unknown" {
  host = { own_kernel = true }
}

case "selinux_services_confined" "not_applicable" {
  host = { own_kernel = false }
}
