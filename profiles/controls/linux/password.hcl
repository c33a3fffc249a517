# What the modules for locks and passwords are told: argument over file over default,
# and of several lines the weakest. A setting of a module that no stack asks is not in
# force, whatever a file says.

control "faillock_deny" {
  param "most" {
    type    = number
    default = 5
  }
  title    = "At most ${param.most} failed logins lock an account"
  severity = "medium"

  check = faillock.exists && coalesce(faillock.deny, 0) >= 1 && coalesce(faillock.deny, 0) <= param.most

  message   = faillock.exists ? "${faillock.deny == 0 ? "No number of failures locks an account" : "An account is locked after ${faillock.deny} failures"}" : "No stack asks pam_faillock"
  rationale = "Each try before the lock is a guess that costs the attacker nothing."
  remediation {
    text       = "Put 'deny = ${param.most}' into /etc/security/faillock.conf, remove other values from the lines of pam_faillock in /etc/pam.d, and see that the stacks ask the module."
    impact     = "People who mistype are locked out sooner."
    disruption = "none"

    fix "settings" {
      path   = "/etc/security/faillock.conf"
      form   = "equals"
      set    = { deny = tostring(param.most) }
      better = "lower"
    }

    fix "lines" {
      when = !faillock.exists && host.os_family == "debian"
      path = "/usr/share/pam-configs/faillock"
      lines = [
        "Name: Lock accounts after failed logins",
        "Default: no",
        "Priority: 0",
        "Auth-Type: Primary",
        "Auth:",
        "\t[default=die] pam_faillock.so authfail",
      ]
    }

    fix "lines" {
      when = !faillock.exists && host.os_family == "debian"
      path = "/usr/share/pam-configs/faillock_notify"
      lines = [
        "Name: Refuse accounts that failed logins have locked",
        "Default: no",
        "Priority: 1024",
        "Auth-Type: Primary",
        "Auth:",
        "\trequisite pam_faillock.so preauth",
        "Account-Type: Primary",
        "Account:",
        "\trequired pam_faillock.so",
      ]
    }

    fix "run" {
      when = !faillock.exists && host.os_family == "debian"
      argv = ["pam-auth-update", "--enable", "faillock", "faillock_notify"]
    }

    fix "run" {
      when = !faillock.exists && host.os_family == "rhel"
      argv = ["authselect", "enable-feature", "with-faillock"]
    }
  }
}

control "faillock_unlock_time" {
  param "least" {
    type    = number
    default = 900
  }
  title    = "A locked account stays locked for ${param.least} seconds, or until somebody opens it"
  severity = "medium"

  check = faillock.exists && (coalesce(faillock.unlock_time, -1) == 0 || coalesce(faillock.unlock_time, -1) >= param.least)

  message   = faillock.exists ? "A lock opens after ${faillock.unlock_time} seconds" : "No stack asks pam_faillock"
  rationale = "A lock that opens soon slows guessing down by little."
  remediation {
    text       = "Put 'unlock_time = ${param.least}' into /etc/security/faillock.conf, remove other values from the lines of pam_faillock in /etc/pam.d, and see that the stacks ask the module."
    impact     = "People wait longer, or ask an administrator to run faillock --user NAME --reset. With 0 they have to ask, and strangers can lock everybody out."
    disruption = "none"

    fix "settings" {
      path = "/etc/security/faillock.conf"
      form = "equals"
      set  = { unlock_time = tostring(param.least) }
    }

    fix "lines" {
      when = !faillock.exists && host.os_family == "debian"
      path = "/usr/share/pam-configs/faillock"
      lines = [
        "Name: Lock accounts after failed logins",
        "Default: no",
        "Priority: 0",
        "Auth-Type: Primary",
        "Auth:",
        "\t[default=die] pam_faillock.so authfail",
      ]
    }

    fix "lines" {
      when = !faillock.exists && host.os_family == "debian"
      path = "/usr/share/pam-configs/faillock_notify"
      lines = [
        "Name: Refuse accounts that failed logins have locked",
        "Default: no",
        "Priority: 1024",
        "Auth-Type: Primary",
        "Auth:",
        "\trequisite pam_faillock.so preauth",
        "Account-Type: Primary",
        "Account:",
        "\trequired pam_faillock.so",
      ]
    }

    fix "run" {
      when = !faillock.exists && host.os_family == "debian"
      argv = ["pam-auth-update", "--enable", "faillock", "faillock_notify"]
    }

    fix "run" {
      when = !faillock.exists && host.os_family == "rhel"
      argv = ["authselect", "enable-feature", "with-faillock"]
    }
  }
}

control "faillock_root" {
  param "least" {
    type    = number
    default = 60
  }
  title    = "Failed logins lock root as well"
  severity = "medium"

  check = faillock.exists && (coalesce(faillock.even_deny_root, 0) == 1 || coalesce(faillock.root_unlock_time, -1) == 0 || coalesce(faillock.root_unlock_time, -1) >= param.least)

  message   = faillock.exists ? "root is never locked${faillock.root_unlock_time == null ? "" : ": root_unlock_time is ${faillock.root_unlock_time}, ${param.least} is the least"}" : "No stack asks pam_faillock"
  rationale = "root's is the one name that everybody knows, and the account most worth guessing."
  remediation {
    text       = "Put 'even_deny_root' into /etc/security/faillock.conf, remove other values from the lines of pam_faillock in /etc/pam.d, and see that the stacks ask the module."
    impact     = "A stranger who can reach a login can lock root out. Set root_unlock_time so that the lock opens by itself, and keep another way in."
    disruption = "none"

    # root may try again after the time: a lock for ever could lock everybody out.
    fix "settings" {
      path = "/etc/security/faillock.conf"
      form = "equals"
      set  = { even_deny_root = "", root_unlock_time = tostring(param.least) }
    }

    fix "lines" {
      when = !faillock.exists && host.os_family == "debian"
      path = "/usr/share/pam-configs/faillock"
      lines = [
        "Name: Lock accounts after failed logins",
        "Default: no",
        "Priority: 0",
        "Auth-Type: Primary",
        "Auth:",
        "\t[default=die] pam_faillock.so authfail",
      ]
    }

    fix "lines" {
      when = !faillock.exists && host.os_family == "debian"
      path = "/usr/share/pam-configs/faillock_notify"
      lines = [
        "Name: Refuse accounts that failed logins have locked",
        "Default: no",
        "Priority: 1024",
        "Auth-Type: Primary",
        "Auth:",
        "\trequisite pam_faillock.so preauth",
        "Account-Type: Primary",
        "Account:",
        "\trequired pam_faillock.so",
      ]
    }

    fix "run" {
      when = !faillock.exists && host.os_family == "debian"
      argv = ["pam-auth-update", "--enable", "faillock", "faillock_notify"]
    }

    fix "run" {
      when = !faillock.exists && host.os_family == "rhel"
      argv = ["authselect", "enable-feature", "with-faillock"]
    }
  }
}

control "pwquality_difok" {
  param "least" {
    type    = number
    default = 2
  }
  title    = "A new password differs from the old one in ${param.least} characters at least"
  severity = "medium"

  check = pwquality.exists && coalesce(pwquality.difok, 0) >= param.least

  message   = pwquality.exists ? "A new password may differ in ${pwquality.difok} characters only" : "No stack asks pam_pwquality"
  rationale = "A password with the next number at its end is guessed from the old one."
  remediation {
    text       = "Put 'difok = ${param.least}' into /etc/security/pwquality.conf, remove other values from the lines of pam_pwquality in /etc/pam.d, and see that the stacks ask the module."
    impact     = "People have to think of something new."
    disruption = "none"

    fix "settings" {
      path   = "/etc/security/pwquality.conf"
      form   = "equals"
      set    = { difok = tostring(param.least) }
      better = "higher"
    }

    fix "package" {
      when  = !pwquality.exists && host.os_family == "debian"
      names = ["libpam-pwquality"]
      state = "present"
    }
  }
}

control "pwquality_minlen" {
  param "least" {
    type    = number
    default = 14
  }
  title    = "A new password has ${param.least} characters at least"
  severity = "high"

  check = pwquality.exists && coalesce(pwquality.minlen, 0) >= param.least

  message   = pwquality.exists ? "A new password may have ${pwquality.minlen} characters" : "No stack asks pam_pwquality"
  rationale = "Length is what makes a stolen hash last against guessing."
  remediation {
    text       = "Put 'minlen = ${param.least}' into /etc/security/pwquality.conf, remove other values from the lines of pam_pwquality in /etc/pam.d, and see that the stacks ask the module."
    impact     = "Shorter passwords stay in use until they are changed. Positive credits count characters double; set them to 0."
    disruption = "none"

    fix "settings" {
      path   = "/etc/security/pwquality.conf"
      form   = "equals"
      set    = { minlen = tostring(param.least) }
      better = "higher"
    }

    fix "package" {
      when  = !pwquality.exists && host.os_family == "debian"
      names = ["libpam-pwquality"]
      state = "present"
    }
  }
}

control "pwquality_maxrepeat" {
  param "most" {
    type    = number
    default = 3
  }
  title    = "A new password repeats a character ${param.most} times in a row at most"
  severity = "medium"

  check = pwquality.exists && coalesce(pwquality.maxrepeat, 0) >= 1 && coalesce(pwquality.maxrepeat, 0) <= param.most

  message   = pwquality.exists ? "${pwquality.maxrepeat == 0 ? "A run of one character is not limited" : "A run of one character may have ${pwquality.maxrepeat} characters"}" : "No stack asks pam_pwquality"
  rationale = "Runs of one character add length that guessing programs try first."
  remediation {
    text       = "Put 'maxrepeat = ${param.most}' into /etc/security/pwquality.conf, remove other values from the lines of pam_pwquality in /etc/pam.d, and see that the stacks ask the module."
    impact     = "Passwords that were accepted until now are refused."
    disruption = "none"

    fix "settings" {
      path   = "/etc/security/pwquality.conf"
      form   = "equals"
      set    = { maxrepeat = tostring(param.most) }
      better = "lower"
    }

    fix "package" {
      when  = !pwquality.exists && host.os_family == "debian"
      names = ["libpam-pwquality"]
      state = "present"
    }
  }
}

control "pwquality_maxsequence" {
  param "most" {
    type    = number
    default = 3
  }
  title    = "A new password has no sequence of more than ${param.most} characters"
  severity = "medium"

  check = pwquality.exists && coalesce(pwquality.maxsequence, 0) >= 1 && coalesce(pwquality.maxsequence, 0) <= param.most

  message   = pwquality.exists ? "${pwquality.maxsequence == 0 ? "A sequence such as 1234 is not limited" : "A sequence such as 1234 may have ${pwquality.maxsequence} characters"}" : "No stack asks pam_pwquality"
  rationale = "Sequences of the alphabet or of digits add length that guessing programs try first."
  remediation {
    text       = "Put 'maxsequence = ${param.most}' into /etc/security/pwquality.conf, remove other values from the lines of pam_pwquality in /etc/pam.d, and see that the stacks ask the module."
    impact     = "Passwords that were accepted until now are refused."
    disruption = "none"

    fix "settings" {
      path   = "/etc/security/pwquality.conf"
      form   = "equals"
      set    = { maxsequence = tostring(param.most) }
      better = "lower"
    }

    fix "package" {
      when  = !pwquality.exists && host.os_family == "debian"
      names = ["libpam-pwquality"]
      state = "present"
    }
  }
}

control "pwquality_dictcheck" {
  title    = "New passwords are looked up in a dictionary"
  severity = "medium"

  check = pwquality.exists && coalesce(pwquality.dictcheck, 0) != 0

  message   = pwquality.exists ? "New passwords are not looked up in a dictionary" : "No stack asks pam_pwquality"
  rationale = "Words, also with letters replaced by digits, are the first that guessing programs try."
  remediation {
    text       = "Put 'dictcheck = 1' into /etc/security/pwquality.conf, remove other values from the lines of pam_pwquality in /etc/pam.d, and see that the stacks ask the module."
    impact     = "Passwords that rest on one word are refused."
    disruption = "none"

    fix "settings" {
      path = "/etc/security/pwquality.conf"
      form = "equals"
      set  = { dictcheck = "1" }
    }

    fix "package" {
      when  = !pwquality.exists && host.os_family == "debian"
      names = ["libpam-pwquality"]
      state = "present"
    }
  }
}

control "pwquality_enforcing" {
  title    = "A weak password is refused, not only remarked upon"
  severity = "medium"

  check = pwquality.exists && coalesce(pwquality.enforcing, 0) != 0

  message   = pwquality.exists ? "A weak password leads to a warning only" : "No stack asks pam_pwquality"
  rationale = "Nobody changes a password for a warning."
  remediation {
    text       = "Put 'enforcing = 1' into /etc/security/pwquality.conf, remove other values from the lines of pam_pwquality in /etc/pam.d, and see that the stacks ask the module."
    impact     = "Passwords that were accepted with a warning are refused."
    disruption = "none"

    fix "settings" {
      path = "/etc/security/pwquality.conf"
      form = "equals"
      set  = { enforcing = "1" }
    }

    fix "package" {
      when  = !pwquality.exists && host.os_family == "debian"
      names = ["libpam-pwquality"]
      state = "present"
    }
  }
}

control "pwquality_enforce_for_root" {
  title    = "Passwords that root sets are tested too"
  severity = "medium"

  check = pwquality.exists && coalesce(pwquality.enforce_for_root, 0) == 1

  message   = pwquality.exists ? "root may set any password" : "No stack asks pam_pwquality"
  rationale = "root sets the first password of every account, and its own."
  remediation {
    text       = "Put 'enforce_for_root' into /etc/security/pwquality.conf, remove other values from the lines of pam_pwquality in /etc/pam.d, and see that the stacks ask the module."
    impact     = "Scripts that set simple passwords as root fail."
    disruption = "none"

    fix "settings" {
      path = "/etc/security/pwquality.conf"
      form = "equals"
      set  = { enforce_for_root = "" }
    }

    fix "package" {
      when  = !pwquality.exists && host.os_family == "debian"
      names = ["libpam-pwquality"]
      state = "present"
    }
  }
}

control "pwquality_complexity" {
  title     = "New passwords have the kinds of characters that your policy asks for"
  severity  = "low"
  evidence  = [pwquality.exists, pwquality.minlen, pwquality.minclass, pwquality.dcredit, pwquality.ucredit, pwquality.lcredit, pwquality.ocredit]
  rationale = "Rules about digits and capitals help short passwords more than long ones, and drive people to predictable patterns. Which rules make sense follows from the length that you ask for."
  question  = "Do minclass and the credits of pwquality carry out what your policy says about kinds of characters?"
  procedure = <<-EOT
    Compare the values shown with your policy. minclass counts kinds out of small letters, capitals, digits and others.
    A negative dcredit, ucredit, lcredit or ocredit requires that many of the kind; a positive one lets each count double towards minlen.
    Set what is missing in /etc/security/pwquality.conf.
  EOT
  remediation {
    text       = "Set minclass, or dcredit, ucredit, lcredit and ocredit, in /etc/security/pwquality.conf to what your policy says."
    impact     = "Passwords that were accepted until now are refused when they are next changed."
    disruption = "none"
  }
}

control "pwhistory_remember" {
  param "least" {
    type    = number
    default = 24
  }
  title    = "The last ${param.least} passwords are refused"
  severity = "medium"

  check = pwhistory.exists && coalesce(pwhistory.remember, 0) >= param.least

  message   = pwhistory.exists ? "${pwhistory.remember} old passwords are remembered" : "No stack asks pam_pwhistory"
  rationale = "With a short memory people change a few times in a row until the old one is free again."
  remediation {
    text       = "Put 'remember = ${param.least}' into ${pwhistory.reads_conf == true || host.os_family == "rhel" ? "/etc/security/pwhistory.conf" : "the arguments of pam_pwhistory"}, remove other values from the lines of pam_pwhistory in /etc/pam.d, and see that the stacks ask the module."
    impact     = "People have to think of something new."
    disruption = "none"

    fix "settings" {
      when = coalesce(pwhistory.reads_conf, false) || host.os_family == "rhel"
      path = "/etc/security/pwhistory.conf"
      form = "equals"
      set  = { remember = tostring(param.least) }
    }

    fix "lines" {
      when = !pwhistory.exists && host.os_family == "debian"
      path = "/usr/share/pam-configs/pwhistory"
      lines = [
        "Name: Refuse old passwords",
        "Default: no",
        "Priority: 512",
        "Password-Type: Primary",
        "Password:",
        "\trequisite pam_pwhistory.so remember=24 enforce_for_root try_first_pass use_authtok",
      ]
    }

    fix "run" {
      when = !pwhistory.exists && host.os_family == "debian"
      argv = ["pam-auth-update", "--enable", "pwhistory"]
    }

    fix "run" {
      when = !pwhistory.exists && host.os_family == "rhel"
      argv = ["authselect", "enable-feature", "with-pwhistory"]
    }
  }
}

control "pwhistory_enforce_for_root" {
  title    = "root cannot set an old password either"
  severity = "medium"

  check = pwhistory.exists && coalesce(pwhistory.enforce_for_root, 0) == 1

  message   = pwhistory.exists ? "root may set an old password" : "No stack asks pam_pwhistory"
  rationale = "root's own password, and those that root resets, are otherwise outside of the rule."
  remediation {
    text       = "Put 'enforce_for_root' into ${pwhistory.reads_conf == true || host.os_family == "rhel" ? "/etc/security/pwhistory.conf" : "the arguments of pam_pwhistory"}, remove other values from the lines of pam_pwhistory in /etc/pam.d, and see that the stacks ask the module."
    impact     = "Scripts that set the same password again as root fail."
    disruption = "none"

    fix "settings" {
      when = coalesce(pwhistory.reads_conf, false) || host.os_family == "rhel"
      path = "/etc/security/pwhistory.conf"
      form = "equals"
      set  = { enforce_for_root = "" }
    }

    fix "lines" {
      when = !pwhistory.exists && host.os_family == "debian"
      path = "/usr/share/pam-configs/pwhistory"
      lines = [
        "Name: Refuse old passwords",
        "Default: no",
        "Priority: 512",
        "Password-Type: Primary",
        "Password:",
        "\trequisite pam_pwhistory.so remember=24 enforce_for_root try_first_pass use_authtok",
      ]
    }

    fix "run" {
      when = !pwhistory.exists && host.os_family == "debian"
      argv = ["pam-auth-update", "--enable", "pwhistory"]
    }

    fix "run" {
      when = !pwhistory.exists && host.os_family == "rhel"
      argv = ["authselect", "enable-feature", "with-pwhistory"]
    }
  }
}

control "pwhistory_use_authtok" {
  title    = "pam_pwhistory takes the password that was tested before it"
  severity = "low"

  check = pwhistory.exists && coalesce(pwhistory.use_authtok, 0) == 1

  message   = pwhistory.exists ? "A line of pam_pwhistory lacks use_authtok" : "No stack asks pam_pwhistory"
  rationale = "Without the argument the module asks for a password of its own, and what it gets has not passed the test for strength."
  remediation {
    text       = host.os_family == "rhel" ? "Add use_authtok to pam_pwhistory in system-auth and password-auth of your custom profile, and run authselect apply-changes." : "Add use_authtok to pam_pwhistory in its profile below /usr/share/pam-configs, and run pam-auth-update."
    impact     = "None where a module before it asks for the password; as the first module of the stack it must not have the argument."
    disruption = "none"

    fix "lines" {
      when = !pwhistory.exists && host.os_family == "debian"
      path = "/usr/share/pam-configs/pwhistory"
      lines = [
        "Name: Refuse old passwords",
        "Default: no",
        "Priority: 512",
        "Password-Type: Primary",
        "Password:",
        "\trequisite pam_pwhistory.so remember=24 enforce_for_root try_first_pass use_authtok",
      ]
    }

    fix "run" {
      when = !pwhistory.exists && host.os_family == "debian"
      argv = ["pam-auth-update", "--enable", "pwhistory"]
    }
  }
}

control "pam_unix_no_nullok" {
  title    = "Accounts without a password cannot log in"
  severity = "high"

  check = none(pam_unix.nullok)

  message   = "pam_unix has nullok at ${join(", ", pam_unix.nullok)}"
  rationale = "With the argument an empty password is a good one. An account that somebody made in a hurry is then open to all."
  remediation {
    text       = host.os_family == "rhel" ? "Run authselect enable-feature without-nullok." : "Take nullok out of the profile unix in /usr/share/pam-configs, or of your copy of it, and run pam-auth-update."
    impact     = "Accounts without a password have to get one, from root."
    disruption = "none"

    fix "run" {
      when = host.os_family == "rhel"
      argv = ["authselect", "enable-feature", "without-nullok"]
    }
  }
}

control "pam_unix_no_remember" {
  title    = "pam_unix does not keep old passwords by itself"
  severity = "low"

  check = none(pam_unix.remember)

  message   = "pam_unix has remember= at ${join(", ", pam_unix.remember)}"
  rationale = "The module stores what it remembers as MD5, in /etc/security/opasswd, from where it is quickly guessed. pam_pwhistory does the same with a strong hash."
  remediation {
    text       = host.os_family == "rhel" ? "Take remember= out of pam_unix in system-auth and password-auth of your custom profile, and run authselect apply-changes." : "Take remember= out of pam_unix in its profile below /usr/share/pam-configs, and run pam-auth-update."
    impact     = "None where pam_pwhistory is in use."
    disruption = "none"
  }
}

control "pam_unix_hash" {
  param "allowed" {
    type    = list(string)
    default = ["yescrypt", "sha512"]
  }
  title    = "New passwords are stored with a strong hash"
  severity = "high"

  check = pam_unix.exists && contains(param.allowed, coalesce(pam_unix.hash, "nothing"))

  message   = pam_unix.exists ? "New passwords are stored as ${pam_unix.hash}" : "No stack asks pam_unix"
  rationale = "When the file with the hashes is stolen, the hash is all that stands between the thief and the passwords. Older ones are computed billions of times a second."
  remediation {
    text       = host.os_family == "rhel" ? "Put ${param.allowed[0]} into the password line of pam_unix in system-auth and password-auth of your custom profile, and run authselect apply-changes." : "Put ${param.allowed[0]} into the password line of pam_unix in its profile below /usr/share/pam-configs, and run pam-auth-update."
    impact     = "Old hashes stay until the passwords are changed."
    disruption = "none"
  }
}

control "pam_unix_use_authtok" {
  title    = "pam_unix stores the password that the tests before it have seen"
  severity = "medium"

  check = pam_unix.exists && coalesce(pam_unix.use_authtok, false)

  message   = pam_unix.exists ? "The password line of pam_unix lacks use_authtok" : "No stack asks pam_unix"
  rationale = "Without the argument the module may ask anew, and what it then stores has passed no test."
  remediation {
    text       = host.os_family == "rhel" ? "Add use_authtok to the password line of pam_unix in system-auth and password-auth of your custom profile, and run authselect apply-changes." : "Add use_authtok to the password line of pam_unix in its profile below /usr/share/pam-configs, not to its Initial one, and run pam-auth-update."
    impact     = "A stack in which no module before it asks for the password can no longer change one."
    disruption = "none"
  }
}
