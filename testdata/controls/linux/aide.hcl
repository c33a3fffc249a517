case "aide_watches_tools" "pass" {
  with = { tools = ["/sbin/auditctl", "/sbin/autrace"], attributes = ["p", "sha512"] }
  aide = { exists = true }
  file = {
    "/sbin/auditctl" = { exists = true, resolved = "/usr/sbin/auditctl" }
    "/sbin/autrace"  = { exists = false, resolved = null }
  }
  aide_rule = { "/usr/sbin/auditctl" = { attributes = ["p", "s", "sha512"] } }
}

case "aide_watches_tools" "fail" {
  with      = { tools = ["/sbin/auditctl"], attributes = ["p", "sha512"] }
  aide      = { exists = true, config = "/etc/aide.conf" }
  file      = { "/sbin/auditctl" = { exists = true, resolved = "/usr/sbin/auditctl" } }
  aide_rule = { "/usr/sbin/auditctl" = { attributes = ["p"], selected = true, rule = "/ p" } }
  message   = "/usr/sbin/auditctl: the rule '/ p' leaves out sha512"
}

case "aide_watches_tools" "fail" {
  with      = { tools = ["/sbin/auditctl"], attributes = ["p", "sha512"] }
  aide      = { exists = true, config = "/etc/aide.conf" }
  file      = { "/sbin/auditctl" = { exists = true, resolved = "/usr/sbin/auditctl" } }
  aide_rule = { "/usr/sbin/auditctl" = { attributes = [], selected = false, rule = null } }
  message   = "/usr/sbin/auditctl: no rule"
}

case "aide_watches_tools" "unknown" { # programs add rules
  with = { tools = ["/sbin/auditctl"] }
  aide = { exists = true }
  file = { "/sbin/auditctl" = { exists = true, resolved = "/usr/sbin/auditctl" } }
}

case "aide_watches_tools" "not_applicable" {
  with = { tools = ["/sbin/auditctl"] }
  aide = { exists = false }
  file = { "/sbin/auditctl" = { exists = true, resolved = "/usr/sbin/auditctl" } }
}

case "aide_watches_tools" "not_applicable" {
  with = { tools = ["/sbin/auditctl"] }
  aide = { exists = true }
  file = { "/sbin/auditctl" = { exists = false, resolved = null } }
}

case "aide_database_made" "pass" {
  package = { "aide" = { installed = true } }
  aide    = { database = "/var/lib/aide/aide.db.gz", database_exists = true }
}

case "aide_database_made" "fail" {
  package = { "aide" = { installed = true } }
  aide    = { database = "/var/lib/aide/aide.db.gz", database_exists = false }
  message = "/var/lib/aide/aide.db.gz does not exist: there is nothing to compare with"
}

case "aide_database_made" "fail" { # left behind by a package that is gone
  package = { "aide" = { installed = false } }
  aide    = { database = "/var/lib/aide/aide.db.gz", database_exists = true }
  host    = { install = "dnf install" }
  message = "aide is not installed"
}

case "aide_database_made" "unknown" {
  package = { "aide" = { installed = true } }
}

case "aide_check_scheduled" "pass" {
  unit = { "aidecheck.timer" = { enabled = true, active = true } }
  aide = { jobs = [] }
}

case "aide_check_scheduled" "pass" {
  unit = { "aidecheck.timer" = { enabled = false, active = false } }
  aide = { jobs = ["/etc/crontab:7"] }
}

case "aide_check_scheduled" "fail" {
  unit    = { "aidecheck.timer" = { exists = false, enabled = false, active = false } }
  aide    = { jobs = [] }
  message = "Nothing runs aide --check: there is no aidecheck.timer, and no job of cron does it"
}

case "aide_check_scheduled" "fail" {
  unit    = { "aidecheck.timer" = { exists = true, enabled = true, active = false } }
  aide    = { jobs = [] }
  message = "Nothing runs aide --check: aidecheck.timer is enabled but not active, and no job of cron does it"
}

case "aide_check_scheduled" "fail" {
  unit = { "aidecheck.timer" = { exists = true, enabled = false, active = true } }
  aide = { jobs = [] }
}

case "aide_check_scheduled" "unknown" {
  unit = { "aidecheck.timer" = { exists = true, enabled = true } }
  aide = { jobs = [] }
}
