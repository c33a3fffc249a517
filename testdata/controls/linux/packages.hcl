case "package_absent" "pass" {
  with    = { packages = ["telnet", "inetutils-telnet"], capabilities = ["telnet-client"] }
  package = {
    "telnet"           = { installed = false, provided_by = ["other"] }
    "inetutils-telnet" = { installed = false }
    "telnet-client"    = { provided_by = [] }
  }
}

case "package_absent" "fail" {
  with = { packages = ["ftp", "tnftp"] }
  host = { remove = "apt-get purge" }
  package = {
    "ftp"   = { installed = false }
    "tnftp" = { installed = true, version = "20230507-2" }
  }
  message = "Installed: tnftp 20230507-2"
}

case "package_absent" "fail" { # under another name
  with = { packages = ["telnet"], capabilities = ["telnet-client"] }
  host = { remove = "apt-get purge" }
  package = {
    "telnet"        = { installed = false }
    "telnet-client" = { provided_by = ["telnet-ssl"] }
  }
  message = "Installed: telnet-ssl (as telnet-client)"
}

case "package_absent" "unknown" {
  with    = { packages = ["nis"] }
  package = { "nis" = {} }
}

case "package_absent" "unknown" {
  with = { packages = ["telnet"], capabilities = ["telnet-client"] }
  package = {
    "telnet"        = { installed = false }
    "telnet-client" = {}
  }
}

case "packages_present" "pass" {
  with = { packages = ["auditd", "sudo|sudo-ldap"] }
  package = {
    "auditd"    = { installed = true }
    "sudo"      = { installed = false }
    "sudo-ldap" = { installed = true }
  }
}

case "packages_present" "fail" {
  with = { packages = ["auditd", "sudo|sudo-ldap"] }
  host = { install = "apt-get install" }
  package = {
    "auditd"    = { installed = true }
    "sudo"      = { installed = false }
    "sudo-ldap" = { installed = false }
  }
  message = "Not installed: sudo or sudo-ldap"
}

case "packages_present" "unknown" {
  with    = { packages = ["auditd"] }
  package = { "auditd" = {} }
}

case "package_version_at_least" "pass" {
  with    = { package = "libpam-runtime", minimum = "1.5.2-6" }
  package = { "libpam-runtime" = { installed = true, version = "1.5.2-6+deb12u1", manager = "dpkg" } }
}

case "package_version_at_least" "fail" {
  with    = { package = "pam", minimum = "1.5.1-19" }
  host    = { install = "dnf install" }
  package = { "pam" = { installed = true, version = "1.5.1-9.el9", manager = "rpm" } }
  message = "pam is 1.5.1-9.el9, older than 1.5.1-19"
}

case "package_version_at_least" "fail" {
  with    = { package = "pam", minimum = "1.5.1-19" }
  host    = { install = "dnf install" }
  package = { "pam" = { installed = false, version = null, manager = null } }
  message = "pam is not installed"
}

case "package_version_at_least" "fail" { # half removed: the version alone is not enough
  with    = { package = "pam", minimum = "0" }
  host    = { install = "dnf install" }
  package = { "pam" = { installed = false, version = "1", manager = "rpm" } }
}

case "package_version_at_least" "unknown" {
  with    = { package = "pam", minimum = "1.5.1-19" }
  package = { "pam" = { version = "1.5.1-19.el9", manager = "rpm" } }
}
