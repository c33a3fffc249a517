case "passwd_shadowed" "pass" {
  accounts = { users = [{ name = "root", shadowed = true }], malformed = [] }
}

case "passwd_shadowed" "fail" {
  accounts = { users = [{ name = "kim", shadowed = false, origin = "/etc/passwd:7" }], malformed = [] }
  message  = "In /etc/passwd, which everybody reads: kim (/etc/passwd:7) has something else than x in the field of the password"
}

case "passwd_shadowed" "fail" {
  accounts = { users = [], malformed = [{ origin = "/etc/passwd:3", why = "no name" }] }
}

case "passwd_shadowed" "unknown" {
}

case "shadow_no_empty_password" "pass" {
  accounts = { passwords = [{ name = "root", state = "set" }, { name = "bin", state = "locked" }, { name = "x", state = "none" }], bad_shadow = [] }
}

case "shadow_no_empty_password" "fail" {
  accounts = { passwords = [{ name = "kim", state = "empty", origin = "/etc/shadow:7" }], bad_shadow = [] }
  message  = "No password is asked of kim (/etc/shadow:7)"
}

case "shadow_no_empty_password" "fail" {
  accounts = { passwords = [], bad_shadow = [{ origin = "/etc/shadow:9", why = "no name" }] }
}

case "shadow_no_empty_password" "unknown" {
}

case "password_max_days" "pass" { # stricter than asked for; no hash, no limit needed
  login_defs = { pass_max_days = 90 }
  accounts   = { passwords = [{ name = "kim", hashed = true, max_days = 60, last_change = 20000 }, { name = "bin", hashed = false, max_days = null, last_change = null }] }
}

case "password_max_days" "fail" {
  login_defs = { pass_max_days = 99999 }
  accounts   = { passwords = [{ name = "kim", hashed = true, max_days = 99999, last_change = 20000, origin = "/etc/shadow:7" }] }
  message    = "New accounts: 99999 days; kim: 99999 (/etc/shadow:7)"
}

case "password_max_days" "fail" {
  login_defs = { pass_max_days = null }
  accounts   = { passwords = [] }
}

case "password_max_days" "fail" {
  login_defs = { pass_max_days = 0 }
  accounts   = { passwords = [] }
}

case "password_max_days" "fail" {
  login_defs = { pass_max_days = 366 }
  accounts   = { passwords = [] }
}

case "password_max_days" "fail" {
  login_defs = { pass_max_days = 365 }
  accounts   = { passwords = [{ name = "kim", hashed = true, max_days = null, last_change = 20000 }] }
}

case "password_max_days" "fail" { # without a day to count from, nothing ages
  login_defs = { pass_max_days = 365 }
  accounts   = { passwords = [{ name = "kim", hashed = true, max_days = 365, last_change = null, origin = "/etc/shadow:7" }] }
  message    = "New accounts: 365 days; kim: 365 that has no day to count from (/etc/shadow:7)"
}

case "password_max_days" "unknown" {
  login_defs = { pass_max_days = 365 }
}

case "password_min_days" "pass" {
  login_defs = { pass_min_days = 1 }
  accounts   = { passwords = [{ name = "kim", hashed = true, min_days = 2 }, { name = "bin", hashed = false, min_days = null }] }
}

case "password_min_days" "fail" {
  login_defs = { pass_min_days = 0 }
  accounts   = { passwords = [{ name = "kim", hashed = true, min_days = 0, origin = "/etc/shadow:7" }] }
  message    = "New accounts: 0 days; kim: 0 (/etc/shadow:7)"
}

case "password_min_days" "fail" {
  login_defs = { pass_min_days = null }
  accounts   = { passwords = [] }
}

case "password_min_days" "fail" {
  login_defs = { pass_min_days = 1 }
  accounts   = { passwords = [{ name = "kim", hashed = true, min_days = null, origin = "/etc/shadow:7" }] }
}

case "password_min_days" "unknown" {
  login_defs = { pass_min_days = 1 }
}

case "password_warn_days" "pass" {
  login_defs = { pass_warn_age = 7 }
  accounts   = { passwords = [{ name = "kim", hashed = true, warn_days = 14 }, { name = "bin", hashed = false, warn_days = null }] }
}

case "password_warn_days" "fail" {
  login_defs = { pass_warn_age = 7 }
  accounts   = { passwords = [{ name = "kim", hashed = true, warn_days = 3, origin = "/etc/shadow:7" }] }
  message    = "New accounts: 7 days; kim: 3 (/etc/shadow:7)"
}

case "password_warn_days" "fail" {
  login_defs = { pass_warn_age = null }
  accounts   = { passwords = [] }
}

case "password_warn_days" "fail" {
  login_defs = { pass_warn_age = 3 }
  accounts   = { passwords = [] }
}

case "password_warn_days" "unknown" {
  login_defs = { pass_warn_age = 7 }
}

case "password_inactive_days" "pass" {
  useradd  = { inactive = 30 }
  accounts = { passwords = [{ name = "kim", hashed = true, inactive_days = 0 }, { name = "bin", hashed = false, inactive_days = null }] }
}

case "password_inactive_days" "fail" {
  useradd  = { inactive = -1 }
  accounts = { passwords = [{ name = "kim", hashed = true, inactive_days = null, origin = "/etc/shadow:7" }] }
  message  = "New accounts: never; kim: never (/etc/shadow:7)"
}

case "password_inactive_days" "fail" {
  useradd  = { inactive = null }
  accounts = { passwords = [] }
}

case "password_inactive_days" "fail" {
  useradd  = { inactive = 46 }
  accounts = { passwords = [] }
}

case "password_inactive_days" "fail" {
  useradd  = { inactive = 45 }
  accounts = { passwords = [{ name = "kim", hashed = true, inactive_days = 46, origin = "/etc/shadow:7" }] }
}

case "password_inactive_days" "unknown" {
  useradd = { inactive = 45 }
}

case "password_hash_method" "pass" {
  login_defs = { encrypt_method = "yescrypt" }
  libuser    = { crypt_style = null }
}

case "password_hash_method" "pass" {
  login_defs = { encrypt_method = "SHA512" }
  libuser    = { crypt_style = "sha512" }
}

case "password_hash_method" "fail" {
  login_defs = { encrypt_method = null }
  libuser    = { crypt_style = null }
  message    = "ENCRYPT_METHOD is not set, which means DES or MD5"
}

case "password_hash_method" "fail" {
  login_defs = { encrypt_method = "SHA512" }
  libuser    = { crypt_style = "md5" }
  message    = "ENCRYPT_METHOD is SHA512, crypt_style of libuser is md5"
}

case "password_hash_method" "unknown" {
  libuser = { crypt_style = null }
}

case "password_change_not_in_future" "pass" {
  accounts = { today = 20500, passwords = [{ name = "kim", hashed = true, last_change = 20500 }, { name = "sam", hashed = true, last_change = null }, { name = "bin", hashed = false, last_change = 30000 }] }
}

case "password_change_not_in_future" "fail" {
  accounts = { today = 20500, passwords = [{ name = "kim", hashed = true, last_change = 20501, origin = "/etc/shadow:7" }] }
  message  = "The last change lies in the future: kim (/etc/shadow:7)"
}

case "password_change_not_in_future" "unknown" {
  accounts = { today = 20500 }
}
