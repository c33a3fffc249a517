# Shells: which accounts can work in one.

control "system_accounts_without_shell" {
  # Whose shell is a command of its own.
  param "allowed" {
    type    = list(string)
    default = ["root", "halt", "sync", "shutdown", "nfsnobody"]
  }
  title    = "Accounts of services have no login shell"
  severity = "medium"

  check = none([
    for u in accounts.users : "${u.name} has ${u.shell} (${u.origin})"
    if (u.uid < login_defs.uid_min || u.uid == 65534) && u.login_shell && !contains(param.allowed, u.name)
  ])

  message   = "Below user id ${login_defs.uid_min}: ${join(", ", [for u in accounts.users : "${u.name} has ${u.shell} (${u.origin})" if(u.uid < login_defs.uid_min || u.uid == 65534) && u.login_shell && !contains(param.allowed, u.name)])}"
  rationale = "A service needs a user id, not a shell. With one, a stolen password or key of the service opens a session."
  remediation {
    text       = "${join("; ", [for u in accounts.users : "usermod -s ${host.os_family == "rhel" ? "/sbin/nologin" : "/usr/sbin/nologin"} ${u.name}" if(u.uid < login_defs.uid_min || u.uid == 65534) && u.login_shell && !contains(param.allowed, u.name)])}. Add accounts that people must enter to the parameter allowed."
    impact     = "su to the account, and jobs that start through its shell, need -s /bin/sh or another way."
    disruption = "none"

    fix "run" {
      argvs = [
        for u in accounts.users : ["usermod", "-s", host.os_family == "rhel" ? "/sbin/nologin" : "/usr/sbin/nologin", "--", u.name]
        if(u.uid < login_defs.uid_min || u.uid == 65534) && u.login_shell && !contains(param.allowed, u.name)
      ]
    }
  }
}

control "accounts_without_shell_locked" {
  title    = "Accounts without a login shell are locked"
  severity = "medium"

  check = none([
    for p in accounts.passwords : "${p.name} (${p.origin})"
    if p.login_shell != null && p.login_shell == false && p.name != "root" && (p.state == "set" || p.state == "empty")
  ])

  message   = "No login shell, but a password that is not locked: ${join(", ", [for p in accounts.passwords : "${p.name} (${p.origin})" if p.login_shell != null && p.login_shell == false && p.name != "root" && (p.state == "set" || p.state == "empty")])}"
  rationale = "Mail, FTP, SFTP or a database may take the password of an account that no shell opens. Where nobody works, nobody needs a password."
  remediation {
    text       = "${join("; ", [for p in accounts.passwords : "usermod -L ${p.name}" if p.login_shell != null && p.login_shell == false && p.name != "root" && (p.state == "set" || p.state == "empty")])}."
    impact     = "Services that check this password refuse it; keys and sudo work on."
    disruption = "none"

    fix "run" {
      argvs = [
        for p in accounts.passwords : ["usermod", "-L", "--", p.name]
        if p.login_shell != null && p.login_shell == false && p.name != "root" && (p.state == "set" || p.state == "empty")
      ]
    }
  }
}

control "shells_without_nologin" {
  title    = "/etc/shells lists no nologin"
  severity = "low"

  check = none([for s in shells.listed : "${s.path} (${s.origin})" if endswith(s.path, "/nologin")])

  message   = "/etc/shells lists ${join(", ", [for s in shells.listed : "${s.path} (${s.origin})" if endswith(s.path, "/nologin")])}"
  rationale = "Programs such as FTP servers take a shell on that list as the sign of a person's account. With nologin on it, closed accounts pass for open ones."
  remediation {
    text       = "Delete ${join(" and ", [for s in shells.listed : "the line ${s.path} (${s.origin})" if endswith(s.path, "/nologin")])}."
    impact     = "None for accounts that can log in."
    disruption = "none"

    fix "lines" {
      path    = "/etc/shells"
      without = ["^\\s*/\\S*/nologin\\s*(#|$)"]
    }
  }
}
