# PAM: which modules are asked about logins and passwords, and whether their place in
# the stack lets them count. Debian keeps the shared stacks in common-*, one kind in
# each file; Red Hat in system-auth and password-auth, all kinds in both. The
# services that are named besides are looked at because they can pass those by.

control "pam_package_installed" {
  param "package" {
    type = string
  }
  # The oldest version that will do, as the package manager writes it; empty for any.
  param "minimum" {
    type    = string
    default = ""
  }
  title    = "${param.package} is installed${param.minimum == "" ? "" : ", in version ${param.minimum} or newer"}"
  severity = "medium"

  check = package(param.package).installed && (
    param.minimum == "" ||
    version_at_least(coalesce(package(param.package).manager, "dpkg"), coalesce(package(param.package).version, "0"), param.minimum)
  )

  message   = package(param.package).installed ? "${param.package} is installed in version ${package(param.package).version}; ${param.minimum} is the least" : "${param.package} is not installed"
  rationale = "The rules for logins and passwords are carried out by these modules. Where one is missing, or too old to know an option, a line in the configuration does nothing."
  remediation {
    text       = "Run ${host.install} ${param.package}."
    impact     = "On Debian and Ubuntu the package can add itself to the stacks in /etc/pam.d: log in anew before you close the last session."
    disruption = "none"

    fix "package" {
      when  = !package(param.package).installed
      names = [param.package]
      state = "present"
    }
  }
}

control "pam_unix_enabled" {
  param "auth" {
    type    = list(string)
    default = ["common-auth"]
  }
  param "account" {
    type    = list(string)
    default = ["common-account"]
  }
  param "password" {
    type    = list(string)
    default = ["common-password"]
  }
  param "session" {
    type    = list(string)
    default = ["common-session"]
  }
  title    = "Logins, accounts, passwords and sessions ask the machine's own accounts"
  severity = "high"

  check = none(concat(
    [for s in param.auth : "auth of ${s}" if !contains(pam(s).unix, "auth")],
    [for s in param.account : "account of ${s}" if !contains(pam(s).unix, "account")],
    [for s in param.password : "password of ${s}" if !contains(pam(s).unix, "password")],
    [for s in param.session : "session of ${s}" if !contains(pam(s).unix, "session")]
  ))

  message   = "pam_unix is not asked in: ${join(", ", concat([for s in param.auth : "auth of ${s}" if !contains(pam(s).unix, "auth")], [for s in param.account : "account of ${s}" if !contains(pam(s).unix, "account")], [for s in param.password : "password of ${s}" if !contains(pam(s).unix, "password")], [for s in param.session : "session of ${s}" if !contains(pam(s).unix, "session")]))}"
  rationale = "pam_unix is what looks at the password, at an account that has expired, and at one that is locked. A stack without it lets local accounts pass unseen, or not at all."
  remediation {
    text       = host.os_family == "rhel" ? "Select a profile that has it: authselect select sssd --force, or add the line to your custom profile and run authselect apply-changes." : "Run pam-auth-update --enable unix."
    impact     = "Keep a session of root open until you have logged in anew."
    disruption = "none"
  }
}

# Asked before the password, so that a locked account is refused, and after a wrong
# one, so that it is counted.
control "pam_faillock_enabled" {
  param "auth" {
    type    = list(string)
    default = ["common-auth"]
  }
  param "account" {
    type    = list(string)
    default = ["common-account"]
  }
  # Services that must not pass the stacks by; those that are not there are left out.
  param "services" {
    type    = list(string)
    default = ["login", "sshd", "su", "sudo"]
  }
  title    = "Failed logins are counted, and lock the account"
  severity = "high"

  check = none(concat(
    [for s in param.auth : "auth of ${s}" if !(pam(s).faillock_preauth && pam(s).faillock_failure)],
    [for s in param.account : "account of ${s}" if !pam(s).faillock_account],
    [for s in param.services : "service ${s}" if pam(s).exists && contains(pam(s).unix, "auth") && !(pam(s).faillock_preauth && pam(s).faillock_failure)]
  ))

  message   = "pam_faillock does not count in: ${join(", ", concat([for s in param.auth : "auth of ${s}" if !(pam(s).faillock_preauth && pam(s).faillock_failure)], [for s in param.account : "account of ${s}" if !pam(s).faillock_account], [for s in param.services : "service ${s}" if pam(s).exists && contains(pam(s).unix, "auth") && !(pam(s).faillock_preauth && pam(s).faillock_failure)]))}"
  rationale = "Without a lock a password can be tried as often as the line allows. A line in the wrong place, or one that a jump goes past, looks right and does nothing."
  remediation {
    text = (
      host.os_family == "rhel"
      ? "Run authselect enable-feature with-faillock, or add the lines to your custom profile and run authselect apply-changes."
      : "Make a profile below /usr/share/pam-configs with 'requisite pam_faillock.so preauth' above pam_unix, '[default=die] pam_faillock.so authfail' below it and 'required pam_faillock.so' for accounts, then run pam-auth-update --enable with its name."
    )
    impact     = "People who mistype are locked out for a while, and anyone can lock the account of another on purpose. Keep a session of root open until you have tried it."
    disruption = "none"

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

control "pam_pwquality_enabled" {
  param "password" {
    type    = list(string)
    default = ["common-password"]
  }
  # Services that must not pass the stacks by; those that are not there are left out.
  param "services" {
    type    = list(string)
    default = ["passwd"]
  }
  title    = "New passwords are tested for strength before they are stored"
  severity = "medium"

  check = none(concat(
    [for s in param.password : s if !pam(s).pwquality],
    [for s in param.services : "service ${s}" if pam(s).exists && contains(pam(s).unix, "password") && !pam(s).pwquality]
  ))

  message   = "pam_pwquality does not count in: ${join(", ", concat([for s in param.password : s if !pam(s).pwquality], [for s in param.services : "service ${s}" if pam(s).exists && contains(pam(s).unix, "password") && !pam(s).pwquality]))}"
  rationale = "Left alone, people choose what guessing programs try first."
  remediation {
    text       = host.os_family == "rhel" ? "Select a profile that has it: authselect select sssd --force, or add the line above pam_unix in your custom profile and run authselect apply-changes." : "Run apt-get install libpam-pwquality, then pam-auth-update --enable pwquality."
    impact     = "Passwords that were accepted until now are refused when they are next changed."
    disruption = "none"

    fix "package" {
      when  = !package("libpam-pwquality").installed && host.os_family == "debian"
      names = ["libpam-pwquality"]
      state = "present"
    }

    fix "run" {
      when = package("libpam-pwquality").installed && host.os_family == "debian"
      argv = ["pam-auth-update", "--enable", "pwquality"]
    }
  }
}

control "pam_pwhistory_enabled" {
  param "password" {
    type    = list(string)
    default = ["common-password"]
  }
  # Services that must not pass the stacks by; those that are not there are left out.
  param "services" {
    type    = list(string)
    default = ["passwd"]
  }
  title    = "Old passwords are refused before a new one is stored"
  severity = "medium"

  check = none(concat(
    [for s in param.password : s if !pam(s).pwhistory],
    [for s in param.services : "service ${s}" if pam(s).exists && contains(pam(s).unix, "password") && !pam(s).pwhistory]
  ))

  message   = "pam_pwhistory does not count in: ${join(", ", concat([for s in param.password : s if !pam(s).pwhistory], [for s in param.services : "service ${s}" if pam(s).exists && contains(pam(s).unix, "password") && !pam(s).pwhistory]))}"
  rationale = "Who must change a password and may take the old one again has changed nothing, and a stolen one stays good."
  remediation {
    text       = host.os_family == "rhel" ? "Run authselect enable-feature with-pwhistory, or add the line above pam_unix in your custom profile and run authselect apply-changes." : "Make a profile below /usr/share/pam-configs with 'requisite pam_pwhistory.so remember=24 enforce_for_root use_authtok', of a priority between those of pwquality and unix, then run pam-auth-update --enable with its name."
    impact     = "The hashes of old passwords are kept in /etc/security/opasswd, which must stay readable by root alone."
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

    fix "run" {
      when = !pwhistory.exists && host.os_family == "rhel"
      argv = ["authselect", "enable-feature", "with-pwhistory"]
    }
  }
}

control "authselect_profile_modules" {
  param "modules" {
    type    = list(string)
    default = ["pam_pwquality", "pam_pwhistory", "pam_faillock", "pam_unix"]
  }
  title    = "The profile of authselect knows the modules for locks, strength and history of passwords"
  severity = "medium"

  check = authselect.exists && none(setsubtract(param.modules, authselect.system_auth)) && none(setsubtract(param.modules, authselect.password_auth))
  evidence = [authselect.profile, authselect.features, authselect.applied]

  message = (
    !authselect.exists ? "No profile of authselect is selected"
    : "The profile ${authselect.profile} lacks ${join(", ", concat([for m in setsubtract(param.modules, authselect.system_auth) : "${m} in system-auth"], [for m in setsubtract(param.modules, authselect.password_auth) : "${m} in password-auth"]))}"
  )
  rationale = "authselect writes the stacks anew from its templates. What is not in the templates is gone with the next change, even if it stands in /etc/pam.d today."
  remediation {
    text       = "Make a custom profile, authselect create-profile site -b sssd, add the missing lines to its system-auth and password-auth below /etc/authselect/custom/site, and run authselect select custom/site with the features that you use."
    impact     = "Edits that were made by hand in /etc/pam.d are replaced. Keep a session of root open until you have logged in anew."
    disruption = "none"
  }
}

# su asks for the password of the account that it becomes: root's, shared by all who
# know it. A group without members leaves sudo as the only way.
control "su_restricted" {
  title    = "Nobody becomes another account with su"
  severity = "medium"

  when     = pam("su").exists
  when_not = "There is no su here."
  check = (
    pam("su").wheel_enforced &&
    pam("su").wheel_use_uid &&
    pam("su").wheel_group != null &&
    none(group(coalesce(pam("su").wheel_group, "-")).members)
  )

  message = (
    !pam("su").wheel_enforced ? "Everybody who knows a password may use su"
    : pam("su").wheel_group == null || !pam("su").wheel_use_uid ? "pam_wheel in ${pam("su").file} lacks ${pam("su").wheel_group == null ? "group=" : "use_uid"}"
    : "Group ${pam("su").wheel_group} lets ${join(", ", group(coalesce(pam("su").wheel_group, "-")).members)} use su"
  )
  rationale = "With su people share root's password, and the log does not say who did what. sudo asks for one's own, and writes down each command."
  remediation {
    text       = "Run groupadd sugroup, and put 'auth required pam_wheel.so use_uid group=sugroup' into ${pam("su").file}, behind the line with pam_rootok. Keep the group without members."
    impact     = "Only root can still use su. Who became root that way needs sudo first."
    disruption = "none"

    fix "run" {
      when = !pam("su").wheel_enforced
      argv = ["groupadd", "-f", "sugroup"]
    }

    fix "lines" {
      when  = !pam("su").wheel_enforced
      path  = pam("su").file
      lines = ["auth required pam_wheel.so use_uid group=sugroup"]
      after = "^\\s*auth\\s+sufficient\\s+pam_rootok"
    }
  }
}
