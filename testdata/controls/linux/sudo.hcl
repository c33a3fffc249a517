case "sudo_installed" "pass" {
  with    = { packages = ["sudo", "sudo-ldap"] }
  package = { "sudo" = { installed = false }, "sudo-ldap" = { installed = true } }
}

case "sudo_installed" "fail" {
  package = { "sudo" = { installed = false } }
  host    = { install = "apt-get install" }
  message = "None of sudo is installed"
}

case "sudo_installed" "unknown" {
  with = { packages = ["sudo"] }
}

case "sudo_use_pty" "pass" {
  sudoers = { exists = true, use_pty = true, complete = true, exceptions = [{ scope = "user kim", name = "use_pty", off = false, value = null, number = null, origin = "x" }, { scope = "user kim", name = "lecture", off = true, value = null, number = 0, origin = "x" }] }
}

case "sudo_use_pty" "fail" {
  sudoers = { exists = true, use_pty = null, complete = true, exceptions = [], files = ["/etc/sudoers"] }
  message = "use_pty is not set for everybody"
}

case "sudo_use_pty" "fail" { # and a directory service cannot mend it
  sudoers = { exists = true, use_pty = false, exceptions = [], files = ["/etc/sudoers"] }
  message = "use_pty is switched off"
}

case "sudo_use_pty" "fail" {
  sudoers = { exists = true, use_pty = true, complete = true, files = ["/etc/sudoers"], exceptions = [{ scope = "user kim", name = "use_pty", off = true, value = null, number = 0, origin = "/etc/sudoers:9" }] }
  message = "use_pty is off for user kim (/etc/sudoers:9)"
}

case "sudo_use_pty" "unknown" { # rules of a directory service
  sudoers = { exists = true, use_pty = true, exceptions = [] }
}

case "sudo_use_pty" "not_applicable" {
  sudoers = { exists = false }
}

case "sudo_logfile" "pass" {
  sudoers = { exists = true, logfile = "/var/log/sudo.log", complete = true, exceptions = [{ scope = "user kim", name = "logfile", off = false, value = "/x", number = null, origin = "x" }, { scope = "user kim", name = "lecture", off = true, value = null, number = 0, origin = "x" }] }
}

case "sudo_logfile" "fail" {
  sudoers = { exists = true, logfile = null, complete = true, exceptions = [] }
  message = "No logfile is set for everybody"
}

case "sudo_logfile" "fail" {
  sudoers = { exists = true, logfile = "/var/log/sudo.log", complete = true, exceptions = [{ scope = "user kim", name = "logfile", off = true, value = null, number = 0, origin = "/etc/sudoers:9" }] }
  message = "No logfile is kept for user kim (/etc/sudoers:9)"
}

case "sudo_logfile" "unknown" {
  sudoers = { exists = true, logfile = "/var/log/sudo.log", exceptions = [] }
}

case "sudo_logfile" "not_applicable" {
  sudoers = { exists = false }
}

case "sudo_asks_password" "pass" {
  with    = { allowed = ["backup"] }
  sudoers = { exists = true, complete = true, no_password = [{ who = "backup", hosts = "ALL", command = "/usr/bin/rsync", origin = "/etc/sudoers:9" }] }
}

case "sudo_asks_password" "fail" { # whatever a directory service adds
  sudoers = { exists = true, no_password = [{ who = "%sudo", hosts = "ALL", command = "ALL", origin = "/etc/sudoers.d/90-cloud-init-users:2" }] }
  message = "NOPASSWD lets %sudo run ALL (/etc/sudoers.d/90-cloud-init-users:2)"
}

case "sudo_asks_password" "unknown" {
  sudoers = { exists = true, no_password = [] }
}

case "sudo_asks_password" "not_applicable" {
  sudoers = { exists = false }
}

case "sudo_authenticates" "pass" {
  sudoers = { exists = true, authenticate = null, complete = true, exceptions = [{ scope = "user kim", name = "authenticate", off = false, value = null, number = null, origin = "x" }, { scope = "user kim", name = "lecture", off = true, value = null, number = 0, origin = "x" }] }
}

case "sudo_authenticates" "fail" {
  sudoers = { exists = true, authenticate = false, complete = true, exceptions = [], files = ["/etc/sudoers"] }
  message = "!authenticate holds for everybody"
}

case "sudo_authenticates" "fail" {
  sudoers = { exists = true, authenticate = true, complete = true, files = ["/etc/sudoers"], exceptions = [{ scope = "user kim", name = "authenticate", off = true, value = null, number = 0, origin = "/etc/sudoers:9" }] }
  message = "!authenticate holds for user kim (/etc/sudoers:9)"
}

case "sudo_authenticates" "unknown" {
  sudoers = { exists = true, authenticate = null, exceptions = [] }
}

case "sudo_authenticates" "not_applicable" {
  sudoers = { exists = false }
}

case "sudo_timestamp_timeout" "pass" {
  sudoers = { exists = true, timestamp_timeout = 15, complete = true, exceptions = [{ scope = "user kim", name = "timestamp_timeout", off = false, value = "0.5", number = 0.5, origin = "x" }, { scope = "user kim", name = "passwd_tries", off = false, value = "99", number = 99, origin = "x" }] }
}

case "sudo_timestamp_timeout" "fail" {
  sudoers = { exists = true, timestamp_timeout = 30, complete = true, exceptions = [], files = ["/etc/sudoers"] }
  message = "A password once given counts for 30 minutes"
}

case "sudo_timestamp_timeout" "fail" {
  sudoers = { exists = true, timestamp_timeout = -1, complete = true, exceptions = [], files = ["/etc/sudoers"] }
  message = "A password once given counts without end"
}

case "sudo_timestamp_timeout" "fail" {
  sudoers = { exists = true, timestamp_timeout = 5, complete = true, files = ["/etc/sudoers"], exceptions = [{ scope = "user kim", name = "timestamp_timeout", off = false, value = "-1", number = -1, origin = "/etc/sudoers:9" }] }
  message = "timestamp_timeout is -1 for user kim (/etc/sudoers:9)"
}

case "sudo_timestamp_timeout" "unknown" {
  sudoers = { exists = true, timestamp_timeout = 15, exceptions = [] }
}

case "sudo_timestamp_timeout" "not_applicable" {
  sudoers = { exists = false }
}
