case "pam_package_installed" "pass" {
  with    = { package = "libpam-pwquality" }
  package = { "libpam-pwquality" = { installed = true, version = "1.4.5-1+b1", manager = "dpkg" } }
}

case "pam_package_installed" "pass" {
  with    = { package = "pam", minimum = "1.5.1-19" }
  package = { "pam" = { installed = true, version = "1.5.1-23.el9", manager = "rpm" } }
}

case "pam_package_installed" "fail" {
  with    = { package = "pam", minimum = "1.5.1-19" }
  package = { "pam" = { installed = true, version = "1.5.1-9.el9", manager = "rpm" } }
  host    = { install = "dnf install" }
  message = "pam is installed in version 1.5.1-9.el9; 1.5.1-19 is the least"
}

case "pam_package_installed" "fail" {
  with    = { package = "libpam-pwquality" }
  package = { "libpam-pwquality" = { installed = false, version = null, manager = null } }
  host    = { install = "apt-get install" }
  message = "libpam-pwquality is not installed"
}

case "pam_package_installed" "unknown" {
  with = { package = "libpam-pwquality" }
}

case "pam_unix_enabled" "pass" {
  pam = {
    "common-auth"     = { unix = ["auth"] }
    "common-account"  = { unix = ["account"] }
    "common-password" = { unix = ["password"] }
    "common-session"  = { unix = ["session"] }
  }
}

case "pam_unix_enabled" "fail" {
  with    = { auth = ["system-auth", "password-auth"], account = ["system-auth"], password = ["system-auth"], session = ["system-auth"] }
  pam     = { "system-auth" = { unix = ["auth", "session"] }, "password-auth" = { unix = [] } }
  host    = { os_family = "rhel" }
  message = "pam_unix is not asked in: auth of password-auth, account of system-auth, password of system-auth"
}

case "pam_unix_enabled" "fail" {
  with    = { auth = [], account = [], password = [], session = ["common-session"] }
  pam     = { "common-session" = { unix = [] } }
  host    = { os_family = "debian" }
  message = "pam_unix is not asked in: session of common-session"
}

case "pam_unix_enabled" "unknown" {
  pam = { "common-auth" = { unix = ["auth"] } }
}

case "pam_faillock_enabled" "pass" {
  pam = {
    "common-auth"    = { faillock_preauth = true, faillock_failure = true }
    "common-account" = { faillock_account = true }
    "login"          = { exists = true, unix = ["auth"], faillock_preauth = true, faillock_failure = true }
    "sshd"           = { exists = false, unix = [], faillock_preauth = false, faillock_failure = false }
    "su"             = { exists = true, unix = ["account"], faillock_preauth = false, faillock_failure = false }
    "sudo"           = { exists = false, unix = ["auth"], faillock_preauth = false, faillock_failure = false }
  }
}

case "pam_faillock_enabled" "fail" {
  with    = { services = [] }
  pam     = { "common-auth" = { faillock_preauth = true, faillock_failure = false }, "common-account" = { faillock_account = true } }
  host    = { os_family = "debian" }
  message = "pam_faillock does not count in: auth of common-auth"
}

case "pam_faillock_enabled" "fail" {
  with    = { services = [] }
  pam     = { "common-auth" = { faillock_preauth = false, faillock_failure = true }, "common-account" = { faillock_account = false } }
  host    = { os_family = "rhel" }
  message = "pam_faillock does not count in: auth of common-auth, account of common-account"
}

case "pam_faillock_enabled" "fail" { # a service of its own making
  with = { services = ["sshd"] }
  pam = {
    "common-auth"    = { faillock_preauth = true, faillock_failure = true }
    "common-account" = { faillock_account = true }
    "sshd"           = { exists = true, unix = ["auth"], faillock_preauth = false, faillock_failure = false }
  }
  host    = { os_family = "debian" }
  message = "pam_faillock does not count in: service sshd"
}

case "pam_faillock_enabled" "unknown" {
  with = { services = [] }
  pam  = { "common-auth" = { faillock_preauth = true, faillock_failure = true } }
}

case "pam_pwquality_enabled" "pass" {
  pam = { "common-password" = { pwquality = true }, "passwd" = { exists = true, unix = ["password"], pwquality = true } }
}

case "pam_pwquality_enabled" "pass" { # no such service, and one that does not change passwords
  with = { services = ["passwd", "x"] }
  pam  = { "common-password" = { pwquality = true }, "passwd" = { exists = false, unix = ["password"], pwquality = false }, "x" = { exists = true, unix = ["auth"], pwquality = false } }
}

case "pam_pwquality_enabled" "fail" {
  with    = { password = ["system-auth", "password-auth"], services = [] }
  pam     = { "system-auth" = { pwquality = true }, "password-auth" = { pwquality = false } }
  host    = { os_family = "rhel" }
  message = "pam_pwquality does not count in: password-auth"
}

case "pam_pwquality_enabled" "fail" {
  pam     = { "common-password" = { pwquality = true }, "passwd" = { exists = true, unix = ["password"], pwquality = false } }
  host    = { os_family = "debian" }
  message = "pam_pwquality does not count in: service passwd"
}

case "pam_pwquality_enabled" "unknown" {
  pam = { "passwd" = { exists = false, unix = [], pwquality = false } }
}

case "pam_pwhistory_enabled" "pass" {
  pam = { "common-password" = { pwhistory = true }, "passwd" = { exists = true, unix = ["password"], pwhistory = true } }
}

case "pam_pwhistory_enabled" "pass" { # no such service, and one that does not change passwords
  with = { services = ["passwd", "x"] }
  pam  = { "common-password" = { pwhistory = true }, "passwd" = { exists = false, unix = ["password"], pwhistory = false }, "x" = { exists = true, unix = ["auth"], pwhistory = false } }
}

case "pam_pwhistory_enabled" "fail" {
  with    = { password = ["system-auth", "password-auth"], services = [] }
  pam     = { "system-auth" = { pwhistory = true }, "password-auth" = { pwhistory = false } }
  host    = { os_family = "rhel" }
  message = "pam_pwhistory does not count in: password-auth"
}

case "pam_pwhistory_enabled" "fail" {
  pam     = { "common-password" = { pwhistory = true }, "passwd" = { exists = true, unix = ["password"], pwhistory = false } }
  host    = { os_family = "debian" }
  message = "pam_pwhistory does not count in: service passwd"
}

case "pam_pwhistory_enabled" "unknown" {
  pam = { "passwd" = { exists = false, unix = [], pwhistory = false } }
}

case "authselect_profile_modules" "pass" {
  authselect = { exists = true, system_auth = ["pam_env", "pam_faillock", "pam_unix", "pam_pwquality", "pam_pwhistory"], password_auth = ["pam_faillock", "pam_unix", "pam_pwquality", "pam_pwhistory"] }
}

case "authselect_profile_modules" "fail" {
  authselect = { exists = true, profile = "sssd", system_auth = ["pam_faillock", "pam_unix", "pam_pwquality"], password_auth = ["pam_faillock", "pam_unix", "pam_pwquality", "pam_pwhistory"] }
  message    = "The profile sssd lacks pam_pwhistory in system-auth"
}

case "authselect_profile_modules" "fail" {
  authselect = { exists = true, profile = "sssd", system_auth = ["pam_faillock", "pam_unix", "pam_pwquality", "pam_pwhistory"], password_auth = ["pam_unix", "pam_pwquality", "pam_pwhistory"] }
  message    = "The profile sssd lacks pam_faillock in password-auth"
}

case "authselect_profile_modules" "fail" {
  authselect = { exists = false, system_auth = [], password_auth = [] }
  message    = "No profile of authselect is selected"
}

case "authselect_profile_modules" "fail" { # what is not selected is not read
  authselect = { exists = false, system_auth = ["pam_faillock", "pam_unix", "pam_pwquality", "pam_pwhistory"], password_auth = ["pam_faillock", "pam_unix", "pam_pwquality", "pam_pwhistory"] }
}

case "authselect_profile_modules" "unknown" {
  authselect = { exists = true }
}

case "su_restricted" "pass" {
  pam   = { "su" = { exists = true, file = "/etc/pam.d/su", wheel_enforced = true, wheel_use_uid = true, wheel_group = "sugroup" } }
  group = { "sugroup" = { exists = true, members = [] } }
}

case "su_restricted" "fail" {
  pam     = { "su" = { exists = true, file = "/etc/pam.d/su", wheel_enforced = false, wheel_use_uid = false, wheel_group = null } }
  group   = { "-" = { exists = false, members = [] } }
  message = "Everybody who knows a password may use su"
}

case "su_restricted" "fail" { # asked, and not listened to
  pam   = { "su" = { exists = true, file = "/etc/pam.d/su", wheel_enforced = false, wheel_use_uid = true, wheel_group = "sugroup" } }
  group = { "sugroup" = { exists = true, members = [] } }
}

case "su_restricted" "fail" {
  pam     = { "su" = { exists = true, file = "/etc/pam.d/su", wheel_enforced = true, wheel_use_uid = false, wheel_group = "sugroup" } }
  group   = { "sugroup" = { exists = true, members = [] } }
  message = "pam_wheel in /etc/pam.d/su lacks use_uid"
}

case "su_restricted" "fail" {
  pam     = { "su" = { exists = true, file = "/etc/pam.d/su", wheel_enforced = true, wheel_use_uid = true, wheel_group = null } }
  group   = { "-" = { exists = false, members = [] } }
  message = "pam_wheel in /etc/pam.d/su lacks group="
}

case "su_restricted" "fail" {
  pam     = { "su" = { exists = true, file = "/etc/pam.d/su", wheel_enforced = true, wheel_use_uid = true, wheel_group = "wheel" } }
  group   = { "wheel" = { exists = true, members = ["kim"] } }
  message = "Group wheel lets kim use su"
}

case "su_restricted" "unknown" {
  pam = { "su" = { exists = true, file = "/etc/pam.d/su", wheel_enforced = true, wheel_use_uid = true, wheel_group = "sugroup" } }
}

case "su_restricted" "not_applicable" {
  pam = { "su" = { exists = false } }
}
