# Passwords: where they lie, how long they last, how they are hashed. An account
# with a hash that is locked counts too: unlocking brings the hash back.

control "passwd_shadowed" {
  title    = "No password lies in /etc/passwd"
  severity = "critical"

  check = none([for u in accounts.users : "${u.name} (${u.origin})" if !u.shadowed]) && none([for l in accounts.malformed : "${l.origin}: ${l.why}"])

  message   = "In /etc/passwd, which everybody reads: ${join("; ", concat([for u in accounts.users : "${u.name} (${u.origin}) has something else than x in the field of the password" if !u.shadowed], [for l in accounts.malformed : "${l.origin}: ${l.why}"]))}"
  rationale = "A hash in a file that every account can read is there for all to guess at, and an empty field asks for no password at all. A line that is no account is read differently by different programs."
  remediation {
    text       = "Run pwconv, which moves passwords to /etc/shadow, and mend or delete other lines with vipw."
    impact     = "None for accounts; a line of NIS that is removed takes the accounts of that service with it."
    disruption = "none"
  }
}

control "shadow_no_empty_password" {
  title    = "No account is without a password"
  severity = "critical"

  check = none([for p in accounts.passwords : "${p.name} (${p.origin})" if p.state == "empty"]) && none([for l in accounts.bad_shadow : "${l.origin}: ${l.why}"])

  message   = "No password is asked of ${join(", ", concat([for p in accounts.passwords : "${p.name} (${p.origin})" if p.state == "empty"], [for l in accounts.bad_shadow : "the account of ${l.origin} (${l.why})"]))}"
  rationale = "An empty field means that nothing is asked: at the console, and wherever a service allows empty passwords, the name alone opens the account."
  remediation {
    text       = "${join("; ", [for p in accounts.passwords : "passwd -l ${p.name}" if p.state == "empty"])}; then set a password where the account is needed. Mend broken lines with vipw -s."
    impact     = "Who used these accounts needs a password or a key from then on."
    disruption = "none"

    fix "run" {
      argvs = [for p in accounts.passwords : ["passwd", "-l", "--", p.name] if p.state == "empty" && none(accounts.bad_shadow)]
    }
  }
}

control "password_max_days" {
  param "max" {
    type    = number
    default = 365
  }
  title    = "Passwords are changed at least every ${param.max} days"
  severity = "medium"

  check = login_defs.pass_max_days != null && login_defs.pass_max_days >= 1 && login_defs.pass_max_days <= param.max && none([
    for p in accounts.passwords : "${p.name} (${p.origin})"
    if p.hashed && (p.max_days == null || p.last_change == null || p.max_days < 1 || p.max_days > param.max)
  ])

  message   = "New accounts: ${login_defs.pass_max_days == null ? "no limit" : "${login_defs.pass_max_days} days"}${join("", [for p in accounts.passwords : "; ${p.name}: ${p.max_days == null ? "without a limit" : "${p.max_days}"}${p.last_change == null ? " that has no day to count from" : ""} (${p.origin})" if p.hashed && (p.max_days == null || p.last_change == null || p.max_days < 1 || p.max_days > param.max)])}"
  rationale = "A password that leaked without anyone knowing opens the account until it is changed."
  remediation {
    text       = "Set PASS_MAX_DAYS ${param.max} in /etc/login.defs${join("", [for p in accounts.passwords : "; chage -M ${param.max}${p.last_change == null ? " -d today" : ""} ${p.name}" if p.hashed && (p.max_days == null || p.last_change == null || p.max_days < 1 || p.max_days > param.max)])}."
    impact     = "Accounts whose password is older have to change it at the next login. A service that logs in with such a password stops working: change it there first."
    disruption = "none"

    fix "settings" {
      path   = "/etc/login.defs"
      form   = "space"
      set    = { PASS_MAX_DAYS = tostring(param.max) }
      better = "lower"
    }
    fix "run" {
      argvs = [
        for p in accounts.passwords : concat(["chage", "-M", tostring(param.max)], p.last_change == null ? ["-d", "today"] : [], ["--", p.name])
        if p.hashed && (p.max_days == null || p.last_change == null || p.max_days < 1 || p.max_days > param.max)
      ]
    }
  }
}

control "password_min_days" {
  param "min" {
    type    = number
    default = 1
  }
  title    = "A new password stays for at least ${param.min} day"
  severity = "low"

  check = login_defs.pass_min_days != null && login_defs.pass_min_days >= param.min && none([
    for p in accounts.passwords : "${p.name} (${p.origin})" if p.hashed && (p.min_days == null || p.min_days < param.min)
  ])

  message   = "New accounts: ${login_defs.pass_min_days == null ? "not set" : "${login_defs.pass_min_days} days"}${join("", [for p in accounts.passwords : "; ${p.name}: ${p.min_days == null ? "without" : "${p.min_days}"} (${p.origin})" if p.hashed && (p.min_days == null || p.min_days < param.min)])}"
  rationale = "Who may change a password again at once can go through the whole history of old ones in a minute, and end with the one that was to be replaced."
  remediation {
    text       = "Set PASS_MIN_DAYS ${param.min} in /etc/login.defs${join("", [for p in accounts.passwords : "; chage -m ${param.min} ${p.name}" if p.hashed && (p.min_days == null || p.min_days < param.min)])}."
    impact     = "A password that was mistyped or shown to somebody can only be changed again the next day, or by root."
    disruption = "none"

    fix "settings" {
      path = "/etc/login.defs"
      form = "space"
      set  = { PASS_MIN_DAYS = tostring(param.min) }
    }
    fix "run" {
      argvs = [for p in accounts.passwords : ["chage", "-m", tostring(param.min), "--", p.name] if p.hashed && (p.min_days == null || p.min_days < param.min)]
    }
  }
}

control "password_warn_days" {
  param "min" {
    type    = number
    default = 7
  }
  title    = "The end of a password is announced at least ${param.min} days before"
  severity = "low"

  check = login_defs.pass_warn_age != null && login_defs.pass_warn_age >= param.min && none([
    for p in accounts.passwords : "${p.name} (${p.origin})" if p.hashed && (p.warn_days == null || p.warn_days < param.min)
  ])

  message   = "New accounts: ${login_defs.pass_warn_age == null ? "not set" : "${login_defs.pass_warn_age} days"}${join("", [for p in accounts.passwords : "; ${p.name}: ${p.warn_days == null ? "without" : "${p.warn_days}"} (${p.origin})" if p.hashed && (p.warn_days == null || p.warn_days < param.min)])}"
  rationale = "Who learns of it on the last day picks the first password that passes, or is locked out."
  remediation {
    text       = "Set PASS_WARN_AGE ${param.min} in /etc/login.defs${join("", [for p in accounts.passwords : "; chage -W ${param.min} ${p.name}" if p.hashed && (p.warn_days == null || p.warn_days < param.min)])}."
    impact     = "None."
    disruption = "none"

    fix "settings" {
      path = "/etc/login.defs"
      form = "space"
      set  = { PASS_WARN_AGE = tostring(param.min) }
    }
    fix "run" {
      argvs = [for p in accounts.passwords : ["chage", "-W", tostring(param.min), "--", p.name] if p.hashed && (p.warn_days == null || p.warn_days < param.min)]
    }
  }
}

control "password_inactive_days" {
  param "max" {
    type    = number
    default = 45
  }
  title    = "An account is closed at most ${param.max} days after its password ended"
  severity = "medium"

  check = useradd.inactive != null && useradd.inactive >= 0 && useradd.inactive <= param.max && none([
    for p in accounts.passwords : "${p.name} (${p.origin})" if p.hashed && (p.inactive_days == null || p.inactive_days < 0 || p.inactive_days > param.max)
  ])

  message   = "New accounts: ${useradd.inactive == null ? "never" : useradd.inactive < 0 ? "never" : "after ${useradd.inactive} days"}${join("", [for p in accounts.passwords : "; ${p.name}: ${p.inactive_days == null ? "never" : "${p.inactive_days}"} (${p.origin})" if p.hashed && (p.inactive_days == null || p.inactive_days < 0 || p.inactive_days > param.max)])}"
  rationale = "An account that nobody has used since its password ended has no owner who would notice a stranger in it."
  remediation {
    text       = "Run useradd -D -f ${param.max}${join("", [for p in accounts.passwords : "; chage -I ${param.max} ${p.name}" if p.hashed && (p.inactive_days == null || p.inactive_days < 0 || p.inactive_days > param.max)])}."
    impact     = "Who is away longer than that has to ask for the account to be opened again."
    disruption = "none"

    fix "settings" {
      path = "/etc/default/useradd"
      form = "shell"
      set  = { INACTIVE = tostring(param.max) }
    }
    fix "run" {
      argvs = [
        for p in accounts.passwords : ["chage", "-I", tostring(param.max), "--", p.name]
        if p.hashed && (p.inactive_days == null || p.inactive_days < 0 || p.inactive_days > param.max)
      ]
    }
  }
}

control "password_hash_method" {
  param "methods" {
    type    = list(string)
    default = ["YESCRYPT", "SHA512"]
  }
  title    = "New passwords are hashed with ${join(" or ", param.methods)}"
  severity = "high"

  check = (login_defs.encrypt_method == null ? false : contains(param.methods, upper(login_defs.encrypt_method))) && (libuser.crypt_style == null ? true : contains(param.methods, upper(libuser.crypt_style)))

  message   = "ENCRYPT_METHOD is ${login_defs.encrypt_method == null ? "not set, which means DES or MD5" : login_defs.encrypt_method}${libuser.crypt_style == null ? "" : ", crypt_style of libuser is ${libuser.crypt_style}"}"
  rationale = "Whoever gets hold of the hashes guesses millions of passwords a second against an old method, and a few thousand against a slow one."
  remediation {
    text       = "Set ENCRYPT_METHOD ${param.methods[0]} in /etc/login.defs${libuser.crypt_style == null ? "" : ", and crypt_style = sha512 in /etc/libuser.conf"}. Hashes change when their owners next change the password."
    impact     = "Old systems that share the hashes must know the method as well."
    disruption = "none"

    fix "settings" {
      when = login_defs.encrypt_method == null ? true : !contains(param.methods, upper(login_defs.encrypt_method))
      path = "/etc/login.defs"
      form = "space"
      set  = { ENCRYPT_METHOD = param.methods[0] }
    }
    fix "settings" {
      when = libuser.crypt_style == null ? false : !contains(param.methods, upper(libuser.crypt_style))
      path = "/etc/libuser.conf"
      form = "ini"
      in   = "defaults"
      set  = { crypt_style = "sha512" }
    }
  }
}

control "password_change_not_in_future" {
  title    = "No password was changed on a day to come"
  severity = "medium"

  check = none([for p in accounts.passwords : "${p.name} (${p.origin})" if p.hashed && (p.last_change == null ? false : p.last_change > accounts.today)])

  message   = "The last change lies in the future: ${join(", ", [for p in accounts.passwords : "${p.name} (${p.origin})" if p.hashed && (p.last_change == null ? false : p.last_change > accounts.today)])}"
  rationale = "The age of a password is counted from its last change. One that lies ahead keeps the password for as long, past every limit."
  remediation {
    text       = "Look whether the clock was wrong or somebody wrote the day, then start the count anew: ${join("; ", [for p in accounts.passwords : "chage -d 0 ${p.name}" if p.hashed && (p.last_change == null ? false : p.last_change > accounts.today)])}, which asks for a new password at the next login."
    impact     = "These accounts have to change their password at the next login."
    disruption = "none"
  }
}
