case "system_accounts_without_shell" "pass" {
  login_defs = { uid_min = 1000 }
  accounts = { users = [
    { name = "root", uid = 0, login_shell = true }, { name = "bin", uid = 2, login_shell = false },
    { name = "kim", uid = 1000, login_shell = true }, { name = "nobody", uid = 65534, login_shell = false },
  ] }
}

case "system_accounts_without_shell" "fail" {
  login_defs = { uid_min = 1000 }
  accounts   = { users = [{ name = "bin", uid = 2, login_shell = true, shell = "/bin/sh", origin = "/etc/passwd:3" }] }
  host       = { os_family = "debian" }
  message    = "Below user id 1000: bin has /bin/sh (/etc/passwd:3)"
}

case "system_accounts_without_shell" "fail" {
  login_defs = { uid_min = 1000 }
  accounts   = { users = [{ name = "nobody", uid = 65534, login_shell = true, shell = "/bin/sh", origin = "/etc/passwd:3" }] }
  host       = { os_family = "rhel" }
}

case "system_accounts_without_shell" "unknown" {
  login_defs = { uid_min = 1000 }
}

case "accounts_without_shell_locked" "pass" {
  accounts = { passwords = [
    { name = "root", state = "set", login_shell = false }, { name = "kim", state = "set", login_shell = true },
    { name = "bin", state = "locked", login_shell = false }, { name = "ftp", state = "locked with hash", login_shell = false },
    { name = "new", state = "none", login_shell = false }, { name = "gone", state = "set", login_shell = null },
  ] }
}

case "accounts_without_shell_locked" "fail" {
  accounts = { passwords = [{ name = "ftp", state = "set", login_shell = false, origin = "/etc/shadow:9" }] }
  message  = "No login shell, but a password that is not locked: ftp (/etc/shadow:9)"
}

case "accounts_without_shell_locked" "unknown" {
}

case "shells_without_nologin" "pass" {
  shells = { listed = [{ path = "/bin/sh" }] }
}

case "shells_without_nologin" "fail" {
  shells  = { listed = [{ path = "/usr/sbin/nologin", origin = "/etc/shells:4" }] }
  message = "/etc/shells lists /usr/sbin/nologin (/etc/shells:4)"
}

case "shells_without_nologin" "unknown" {
}
