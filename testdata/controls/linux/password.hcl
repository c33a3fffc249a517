case "faillock_deny" "pass" {
  faillock = { exists = true, deny = 5 }
}

case "faillock_deny" "pass" {
  faillock = { exists = true, deny = 1 }
}

case "faillock_deny" "fail" {
  faillock = { exists = true, deny = 6 }
  message = "An account is locked after 6 failures"
}

case "faillock_deny" "fail" {
  faillock = { exists = true, deny = 0 }
  message = "No number of failures locks an account"
}

case "faillock_deny" "fail" {
  faillock = { exists = false, deny = null }
  message = "No stack asks pam_faillock"
}

case "faillock_deny" "unknown" {
  faillock = { exists = true }
}

case "faillock_unlock_time" "pass" {
  faillock = { exists = true, unlock_time = 900 }
}

case "faillock_unlock_time" "pass" {
  faillock = { exists = true, unlock_time = 0 }
}

case "faillock_unlock_time" "fail" {
  faillock = { exists = true, unlock_time = 600 }
  message = "A lock opens after 600 seconds"
}

case "faillock_unlock_time" "fail" {
  faillock = { exists = false, unlock_time = null }
  message = "No stack asks pam_faillock"
}

case "faillock_unlock_time" "unknown" {
  faillock = { exists = true }
}

case "faillock_root" "pass" {
  faillock = { exists = true, even_deny_root = 1, root_unlock_time = null }
}

case "faillock_root" "pass" {
  faillock = { exists = true, even_deny_root = 0, root_unlock_time = 60 }
}

case "faillock_root" "pass" {
  faillock = { exists = true, even_deny_root = 0, root_unlock_time = 0 }
}

case "faillock_root" "fail" {
  faillock = { exists = true, even_deny_root = 0, root_unlock_time = null }
  message = "root is never locked"
}

case "faillock_root" "fail" {
  faillock = { exists = true, even_deny_root = 0, root_unlock_time = 30 }
  message = "root is never locked: root_unlock_time is 30, 60 is the least"
}

case "faillock_root" "fail" {
  faillock = { exists = false, even_deny_root = null, root_unlock_time = null }
  message = "No stack asks pam_faillock"
}

case "faillock_root" "unknown" {
  faillock = { exists = true }
}

case "pwquality_difok" "pass" {
  pwquality = { exists = true, difok = 2 }
}

case "pwquality_difok" "fail" {
  pwquality = { exists = true, difok = 1 }
  message = "A new password may differ in 1 characters only"
}

case "pwquality_difok" "fail" {
  pwquality = { exists = false, difok = null }
  message = "No stack asks pam_pwquality"
}

case "pwquality_difok" "unknown" {
  pwquality = { exists = true }
}

case "pwquality_minlen" "pass" {
  pwquality = { exists = true, minlen = 14 }
}

case "pwquality_minlen" "fail" {
  pwquality = { exists = true, minlen = 8 }
  message = "A new password may have 8 characters"
}

case "pwquality_minlen" "fail" {
  pwquality = { exists = false, minlen = null }
  message = "No stack asks pam_pwquality"
}

case "pwquality_minlen" "unknown" {
  pwquality = { exists = true }
}

case "pwquality_maxrepeat" "pass" {
  pwquality = { exists = true, maxrepeat = 3 }
}

case "pwquality_maxrepeat" "pass" {
  pwquality = { exists = true, maxrepeat = 1 }
}

case "pwquality_maxrepeat" "fail" {
  pwquality = { exists = true, maxrepeat = 4 }
  message = "A run of one character may have 4 characters"
}

case "pwquality_maxrepeat" "fail" {
  pwquality = { exists = true, maxrepeat = 0 }
  message = "A run of one character is not limited"
}

case "pwquality_maxrepeat" "fail" {
  pwquality = { exists = false, maxrepeat = null }
  message = "No stack asks pam_pwquality"
}

case "pwquality_maxrepeat" "unknown" {
  pwquality = { exists = true }
}

case "pwquality_maxsequence" "pass" {
  pwquality = { exists = true, maxsequence = 3 }
}

case "pwquality_maxsequence" "pass" {
  pwquality = { exists = true, maxsequence = 1 }
}

case "pwquality_maxsequence" "fail" {
  pwquality = { exists = true, maxsequence = 4 }
  message = "A sequence such as 1234 may have 4 characters"
}

case "pwquality_maxsequence" "fail" {
  pwquality = { exists = true, maxsequence = 0 }
  message = "A sequence such as 1234 is not limited"
}

case "pwquality_maxsequence" "fail" {
  pwquality = { exists = false, maxsequence = null }
  message = "No stack asks pam_pwquality"
}

case "pwquality_maxsequence" "unknown" {
  pwquality = { exists = true }
}

case "pwquality_dictcheck" "pass" {
  pwquality = { exists = true, dictcheck = 1 }
}

case "pwquality_dictcheck" "fail" {
  pwquality = { exists = true, dictcheck = 0 }
  message = "New passwords are not looked up in a dictionary"
}

case "pwquality_dictcheck" "fail" {
  pwquality = { exists = false, dictcheck = null }
  message = "No stack asks pam_pwquality"
}

case "pwquality_dictcheck" "unknown" {
  pwquality = { exists = true }
}

case "pwquality_enforcing" "pass" {
  pwquality = { exists = true, enforcing = 1 }
}

case "pwquality_enforcing" "fail" {
  pwquality = { exists = true, enforcing = 0 }
  message = "A weak password leads to a warning only"
}

case "pwquality_enforcing" "fail" {
  pwquality = { exists = false, enforcing = null }
  message = "No stack asks pam_pwquality"
}

case "pwquality_enforcing" "unknown" {
  pwquality = { exists = true }
}

case "pwquality_enforce_for_root" "pass" {
  pwquality = { exists = true, enforce_for_root = 1 }
}

case "pwquality_enforce_for_root" "fail" {
  pwquality = { exists = true, enforce_for_root = 0 }
  message = "root may set any password"
}

case "pwquality_enforce_for_root" "fail" {
  pwquality = { exists = false, enforce_for_root = null }
  message = "No stack asks pam_pwquality"
}

case "pwquality_enforce_for_root" "unknown" {
  pwquality = { exists = true }
}

case "pwquality_complexity" "manual" {
  pwquality = { exists = true, minlen = 14, minclass = 0, dcredit = 0, ucredit = 0, lcredit = 0, ocredit = 0 }
}

case "pwhistory_remember" "pass" {
  pwhistory = { exists = true, remember = 24 }
}

case "pwhistory_remember" "fail" {
  pwhistory = { exists = true, remember = 5 }
  message = "5 old passwords are remembered"
}

case "pwhistory_remember" "fail" {
  pwhistory = { exists = false, remember = null }
  message = "No stack asks pam_pwhistory"
}

case "pwhistory_remember" "unknown" {
  pwhistory = { exists = true }
}

case "pwhistory_enforce_for_root" "pass" {
  pwhistory = { exists = true, enforce_for_root = 1 }
}

case "pwhistory_enforce_for_root" "fail" {
  pwhistory = { exists = true, enforce_for_root = 0 }
  message = "root may set an old password"
}

case "pwhistory_enforce_for_root" "fail" {
  pwhistory = { exists = false, enforce_for_root = null }
  message = "No stack asks pam_pwhistory"
}

case "pwhistory_enforce_for_root" "unknown" {
  pwhistory = { exists = true }
}

case "pwhistory_use_authtok" "pass" {
  pwhistory = { exists = true, use_authtok = 1 }
}

case "pwhistory_use_authtok" "fail" {
  pwhistory = { exists = true, use_authtok = 0 }
  host      = { os_family = "debian" }
  message   = "A line of pam_pwhistory lacks use_authtok"
}

case "pwhistory_use_authtok" "fail" {
  pwhistory = { exists = false, use_authtok = null }
  host      = { os_family = "rhel" }
  message   = "No stack asks pam_pwhistory"
}

case "pwhistory_use_authtok" "unknown" {
  pwhistory = { exists = true }
}

case "pam_unix_no_nullok" "pass" {
  pam_unix = { exists = true, nullok = [] }
}

case "pam_unix_no_nullok" "fail" {
  pam_unix = { exists = true, nullok = ["/etc/pam.d/common-auth:17"] }
  host     = { os_family = "debian" }
  message  = "pam_unix has nullok at /etc/pam.d/common-auth:17"
}

case "pam_unix_no_nullok" "unknown" {
  pam_unix = { exists = true }
}

case "pam_unix_no_remember" "pass" {
  pam_unix = { exists = true, remember = [] }
}

case "pam_unix_no_remember" "fail" {
  pam_unix = { exists = true, remember = ["/etc/pam.d/system-auth:16"] }
  host     = { os_family = "rhel" }
}

case "pam_unix_no_remember" "unknown" {
  pam_unix = { exists = true }
}

case "pam_unix_hash" "pass" {
  pam_unix = { exists = true, hash = "yescrypt" }
}

case "pam_unix_hash" "fail" {
  pam_unix = { exists = true, hash = "sha256" }
  host     = { os_family = "debian" }
  message  = "New passwords are stored as sha256"
}

case "pam_unix_hash" "fail" {
  pam_unix = { exists = false, hash = null }
  host     = { os_family = "rhel" }
  message  = "No stack asks pam_unix"
}

case "pam_unix_hash" "unknown" {
  pam_unix = { exists = true }
}

case "pam_unix_use_authtok" "pass" {
  pam_unix = { exists = true, use_authtok = true }
}

case "pam_unix_use_authtok" "fail" {
  pam_unix = { exists = true, use_authtok = false }
  host     = { os_family = "debian" }
  message  = "The password line of pam_unix lacks use_authtok"
}

case "pam_unix_use_authtok" "fail" {
  pam_unix = { exists = false, use_authtok = null }
  host     = { os_family = "rhel" }
  message  = "No stack asks pam_unix"
}

case "pam_unix_use_authtok" "unknown" {
  pam_unix = { exists = true }
}
