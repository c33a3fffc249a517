# The OpenSSH server: what holds for every connection, and what a Match block gives
# to some of them. A weaker value in any block fails the row, with the block's
# criteria. New lines have to come first, because sshd keeps the first value it meets.

control "sshd_access_limited" {
  title    = "The server says who may log in"
  severity = "medium"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check    = length(concat(sshd.allowusers, sshd.allowgroups, sshd.denyusers, sshd.denygroups)) > 0

  message   = "Neither AllowUsers, AllowGroups, DenyUsers nor DenyGroups is set: every account with a shell may log in"
  rationale = "Service accounts and forgotten people have shells too. A list of those who come by ssh keeps the others out, whatever their passwords are."
  remediation {
    text       = "Put \"AllowGroups GROUP\", with a group of those who need it, into ${sshd.first_place}, test with sshd -t, then run systemctl reload ${sshd.unit}."
    impact     = "Whoever is left out can no longer log in. Keep a session open until you have logged in anew."
    disruption = "reload"
  }
}

# sshd sends the file as it is. Words that name the system tell an attacker what to
# bring; the escapes are those of agetty, for files that both use.
control "sshd_banner" {
  title    = "The server shows a warning before login, without naming the system"
  severity = "low"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check = (
    sshd.banner_text != null &&
    !matches("\\\\[mrsv]", sshd.banner_text) &&
    !matches("(?i)(^|[^a-z0-9])${host.os_id}([^a-z0-9]|$)", sshd.banner_text) &&
    none([for m in sshd.match : "none for ${m.criteria}, ${m.origin}" if m.keyword == "banner" && m.value == "none"])
  )

  message = (
    sshd.banner_text == null
    ? (sshd.banner == "none" ? "No banner is shown before login" : "The banner ${sshd.banner} does not exist")
    : none([for m in sshd.match : m if m.keyword == "banner" && m.value == "none"])
    ? "The banner ${sshd.banner} tells which system this is"
    : "No banner is shown for ${join(", ", [for m in sshd.match : "${m.criteria} (${m.origin})" if m.keyword == "banner" && m.value == "none"])}"
  )
  rationale = "A notice that access is reserved takes the excuse from those who come uninvited, and prosecution asks for it. The name and release of the system help only them."
  remediation {
    text       = "Write the notice, without names and releases, into /etc/issue.net, put \"Banner /etc/issue.net\" into ${sshd.first_place}, test with sshd -t, then run systemctl reload ${sshd.unit}."
    impact     = "Everyone who connects sees the text, and so do scripts that read what ssh prints on standard error."
    disruption = "reload"

    fix "settings" {
      when  = none([for m in sshd.match : m if m.keyword == "banner" && m.value == "none"])
      path  = trimprefix(sshd.first_place, "the top of ")
      form  = "space"
      first = true
      set   = { Banner = "/etc/issue.net" }
    }

    fix "run" {
      when = none([for m in sshd.match : m if m.keyword == "banner" && m.value == "none"])
      argv = ["systemctl", "reload", sshd.unit]
      live = true
    }

    # A notice of general words; put that of your house in its place.
    fix "lines" {
      when    = none([for m in sshd.match : m if m.keyword == "banner" && m.value == "none"]) && (!file("/etc/issue.net").exists || length(banner("/etc/issue.net").reveal) > 0)
      path    = "/etc/issue.net"
      lines   = ["Access is for authorized people only. What is done here may be recorded."]
      without = [".*"]
    }
  }
}

control "sshd_ciphers" {
  param "weak" {
    type    = list(string)
    default = ["3des-cbc", "aes128-cbc", "aes192-cbc", "aes256-cbc", "rijndael-cbc@lysator.liu.se", "blowfish-cbc", "cast128-cbc", "arcfour", "arcfour128", "arcfour256"]
  }
  title    = "The server offers no weak ciphers"
  severity = "medium"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check    = none(setintersection(sshd.ciphers, param.weak))

  message   = "The server offers ${join(", ", setintersection(sshd.ciphers, param.weak))}"
  rationale = "CBC modes let a man in the middle guess parts of the plain text, 3DES has blocks too small for long sessions, RC4 is broken."
  remediation {
    text       = "Put \"Ciphers -${join(",", setintersection(sshd.ciphers, param.weak))}\" into ${sshd.first_place}, or take the names out of the line that sets Ciphers today; under a system-wide crypto policy, out of the policy. Test with sshd -t, then run systemctl reload ${sshd.unit}."
    impact     = "Clients from before 2010 that know nothing else cannot connect. To refuse chacha20-poly1305 as well, on servers without the cure for Terrapin, add its name to the parameter weak."
    disruption = "reload"

    fix "settings" {
      when  = host.os_family != "rhel"
      path  = trimprefix(sshd.first_place, "the top of ")
      form  = "space"
      first = true
      set   = { Ciphers = "-${join(",", setintersection(sshd.ciphers, param.weak))}" }
    }

    fix "run" {
      when = host.os_family != "rhel"
      argv = ["systemctl", "reload", sshd.unit]
      live = true
    }
  }
}

control "sshd_kexalgorithms" {
  param "weak" {
    type    = list(string)
    default = ["diffie-hellman-group1-sha1", "diffie-hellman-group14-sha1", "diffie-hellman-group-exchange-sha1"]
  }
  title    = "The server offers no weak key exchange"
  severity = "medium"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check    = none(setintersection(sshd.kexalgorithms, param.weak))

  message   = "The server offers ${join(", ", setintersection(sshd.kexalgorithms, param.weak))}"
  rationale = "These methods rest on SHA-1, the first also on a group of 1024 bits that can be computed ahead for all who use it."
  remediation {
    text       = "Put \"KexAlgorithms -${join(",", setintersection(sshd.kexalgorithms, param.weak))}\" into ${sshd.first_place}, or take the names out of the line that sets KexAlgorithms today; under a system-wide crypto policy, out of the policy. Test with sshd -t, then run systemctl reload ${sshd.unit}."
    impact     = "Clients that know only SHA-1 methods cannot connect."
    disruption = "reload"

    fix "settings" {
      when  = host.os_family != "rhel"
      path  = trimprefix(sshd.first_place, "the top of ")
      form  = "space"
      first = true
      set   = { KexAlgorithms = "-${join(",", setintersection(sshd.kexalgorithms, param.weak))}" }
    }

    fix "run" {
      when = host.os_family != "rhel"
      argv = ["systemctl", "reload", sshd.unit]
      live = true
    }
  }
}

control "sshd_macs" {
  param "weak" {
    type    = list(string)
    default = ["hmac-md5", "hmac-md5-96", "hmac-ripemd160", "hmac-ripemd160@openssh.com", "hmac-sha1-96", "umac-64@openssh.com", "umac-128@openssh.com", "hmac-md5-etm@openssh.com", "hmac-md5-96-etm@openssh.com", "hmac-ripemd160-etm@openssh.com", "hmac-sha1-96-etm@openssh.com", "umac-64-etm@openssh.com", "umac-128-etm@openssh.com"]
  }
  title    = "The server offers no weak message authentication codes"
  severity = "medium"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check    = none(setintersection(sshd.macs, param.weak))

  message   = "The server offers ${join(", ", setintersection(sshd.macs, param.weak))}"
  rationale = "A code that is short or rests on a broken hash is the part of a session that an attacker can forge first."
  remediation {
    text       = "${host.os_family == "rhel" ? "Write mac@SSH = -UMAC-*, and -HMAC-MD5 where that is offered, to /etc/crypto-policies/policies/modules/NO-SSHWEAKMACS.pmod, and run update-crypto-policies --set with what /etc/crypto-policies/config says and :NO-SSHWEAKMACS behind it" : "Put \"MACs -${join(",", setintersection(sshd.macs, param.weak))}\" into ${sshd.first_place}, or take the names out of the line that sets MACs today"}. Test with sshd -t, then run systemctl reload ${sshd.unit}."
    impact     = "Old clients, and appliances with a short list of their own, may find no common code."
    disruption = "reload"

    fix "settings" {
      when  = host.os_family != "rhel"
      path  = trimprefix(sshd.first_place, "the top of ")
      form  = "space"
      first = true
      set   = { MACs = "-${join(",", setintersection(sshd.macs, param.weak))}" }
    }

    fix "run" {
      when = host.os_family != "rhel"
      argv = ["systemctl", "reload", sshd.unit]
      live = true
    }
  }
}

control "sshd_post_quantum_kex" {
  param "hybrid" {
    type    = list(string)
    default = ["mlkem768x25519-sha256", "sntrup761x25519-sha512", "sntrup761x25519-sha512@openssh.com"]
  }
  title    = "The server offers a key exchange that withstands quantum computers"
  severity = "medium"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check    = length(setintersection(sshd.kexalgorithms, param.hybrid)) > 0

  message   = "None of ${join(", ", param.hybrid)} is offered"
  rationale = "What is recorded today can be read later, once a quantum computer breaks the elliptic curve. A hybrid method stays closed as long as either half holds."
  remediation {
    text       = "Put \"KexAlgorithms ^${join(",", param.hybrid)}\" into ${sshd.first_place}, or add the names to the line that sets KexAlgorithms today. Test with sshd -t, then run systemctl reload ${sshd.unit}."
    impact     = "Handshakes are about one kilobyte larger."
    disruption = "reload"

    fix "settings" {
      when  = host.os_family != "rhel"
      path  = trimprefix(sshd.first_place, "the top of ")
      form  = "space"
      first = true
      set   = { KexAlgorithms = "^${join(",", param.hybrid)}" }
    }

    fix "run" {
      when = host.os_family != "rhel"
      argv = ["systemctl", "reload", sshd.unit]
      live = true
    }
  }
}

# A connection that is alive though nobody answers ends after interval times count.
control "sshd_client_alive" {
  title    = "The server notices clients that are gone"
  severity = "low"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check = sshd.clientaliveinterval > 0 && sshd.clientalivecountmax > 0 && none([
    for m in sshd.match : "${m.keyword} ${m.value} for ${m.criteria}, ${m.origin}"
    if contains(["clientaliveinterval", "clientalivecountmax"], m.keyword) && m.value == "0"
  ])

  message = (
    sshd.clientaliveinterval > 0 && sshd.clientalivecountmax > 0
    ? "Clients are not asked for a sign of life: ${join("; ", [for m in sshd.match : "${m.keyword} ${m.value} for ${m.criteria} (${m.origin})" if contains(["clientaliveinterval", "clientalivecountmax"], m.keyword) && m.value == "0"])}"
    : "ClientAliveInterval is ${sshd.clientaliveinterval}, ClientAliveCountMax ${sshd.clientalivecountmax}: a session without its client is never closed"
  )
  rationale = "A session whose client has gone waits for whoever takes its place, and it holds resources. With both values set the server asks, and closes what does not answer."
  remediation {
    text       = "Put \"ClientAliveInterval 15\" and \"ClientAliveCountMax 3\" into ${sshd.first_place}, take zeros out of Match blocks, test with sshd -t, then run systemctl reload ${sshd.unit}."
    impact     = "Sessions over lines that fail for longer than interval times count are cut. Idle people are not affected: their clients answer."
    disruption = "reload"

    fix "settings" {
      when  = none([for m in sshd.match : m if contains(["clientaliveinterval", "clientalivecountmax"], m.keyword) && m.value == "0"])
      path  = trimprefix(sshd.first_place, "the top of ")
      form  = "space"
      first = true
      set   = { ClientAliveInterval = "15", ClientAliveCountMax = "3" }
    }

    fix "run" {
      when = none([for m in sshd.match : m if contains(["clientaliveinterval", "clientalivecountmax"], m.keyword) && m.value == "0"])
      argv = ["systemctl", "reload", sshd.unit]
      live = true
    }
  }
}

control "sshd_disableforwarding" {
  title    = "The server forwards nothing"
  severity = "low"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check    = sshd.disableforwarding == "yes" && none([for m in sshd.match : "${m.value} for ${m.criteria}, ${m.origin}" if m.keyword == "disableforwarding" && m.value != "yes"])

  message   = "DisableForwarding is ${sshd.disableforwarding != "yes" ? sshd.disableforwarding : join("; ", [for m in sshd.match : "${m.value} for ${m.criteria} (${m.origin})" if m.keyword == "disableforwarding" && m.value != "yes"])}"
  rationale = "Forwarded ports, agents and displays lead past firewalls, and turn one login on this host into a way to others."
  remediation {
    text       = "Put \"DisableForwarding yes\" into ${sshd.first_place}, take weaker values out of Match blocks, test with sshd -t, then run systemctl reload ${sshd.unit}."
    impact     = "Tunnels, jump hosts and X programs through this host stop working; so does git over a forwarded agent."
    disruption = "reload"

    fix "settings" {
      when  = none([for m in sshd.match : m if m.keyword == "disableforwarding" && m.value != "yes"])
      path  = trimprefix(sshd.first_place, "the top of ")
      form  = "space"
      first = true
      set   = { DisableForwarding = "yes" }
    }

    fix "run" {
      when = none([for m in sshd.match : m if m.keyword == "disableforwarding" && m.value != "yes"])
      argv = ["systemctl", "reload", sshd.unit]
      live = true
    }
  }
}

control "sshd_gssapiauthentication" {
  title    = "The server does not speak GSSAPI"
  severity = "low"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check    = sshd.gssapiauthentication == "no" && none([for m in sshd.match : "${m.value} for ${m.criteria}, ${m.origin}" if m.keyword == "gssapiauthentication" && m.value != "no"])

  message   = "GSSAPIAuthentication is ${sshd.gssapiauthentication != "no" ? sshd.gssapiauthentication : join("; ", [for m in sshd.match : "${m.value} for ${m.criteria} (${m.origin})" if m.keyword == "gssapiauthentication" && m.value != "no"])}"
  rationale = "Where no Kerberos realm is in use, it is code that strangers can reach before they have logged in."
  remediation {
    text       = "Put \"GSSAPIAuthentication no\" into ${sshd.first_place}, take weaker values out of Match blocks, test with sshd -t, then run systemctl reload ${sshd.unit}."
    impact     = "Logins with Kerberos tickets no longer work: waive this where a realm is in use."
    disruption = "reload"

    fix "settings" {
      when  = none([for m in sshd.match : m if m.keyword == "gssapiauthentication" && m.value != "no"])
      path  = trimprefix(sshd.first_place, "the top of ")
      form  = "space"
      first = true
      set   = { GSSAPIAuthentication = "no" }
    }

    fix "run" {
      when = none([for m in sshd.match : m if m.keyword == "gssapiauthentication" && m.value != "no"])
      argv = ["systemctl", "reload", sshd.unit]
      live = true
    }
  }
}

control "sshd_hostbasedauthentication" {
  title    = "The server does not trust whole hosts"
  severity = "high"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check    = sshd.hostbasedauthentication == "no" && none([for m in sshd.match : "${m.value} for ${m.criteria}, ${m.origin}" if m.keyword == "hostbasedauthentication" && m.value != "no"])

  message   = "HostbasedAuthentication is ${sshd.hostbasedauthentication != "no" ? sshd.hostbasedauthentication : join("; ", [for m in sshd.match : "${m.value} for ${m.criteria} (${m.origin})" if m.keyword == "hostbasedauthentication" && m.value != "no"])}"
  rationale = "Who owns a trusted host, or its key, is every user of it here."
  remediation {
    text       = "Put \"HostbasedAuthentication no\" into ${sshd.first_place}, take weaker values out of Match blocks, test with sshd -t, then run systemctl reload ${sshd.unit}."
    impact     = "Jobs that relied on it need keys of their own."
    disruption = "reload"

    fix "settings" {
      when  = none([for m in sshd.match : m if m.keyword == "hostbasedauthentication" && m.value != "no"])
      path  = trimprefix(sshd.first_place, "the top of ")
      form  = "space"
      first = true
      set   = { HostbasedAuthentication = "no" }
    }

    fix "run" {
      when = none([for m in sshd.match : m if m.keyword == "hostbasedauthentication" && m.value != "no"])
      argv = ["systemctl", "reload", sshd.unit]
      live = true
    }
  }
}

control "sshd_ignorerhosts" {
  title    = "The server ignores .rhosts files of users"
  severity = "medium"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check    = sshd.ignorerhosts == "yes" && none([for m in sshd.match : "${m.value} for ${m.criteria}, ${m.origin}" if m.keyword == "ignorerhosts" && m.value != "yes"])

  message   = "IgnoreRhosts is ${sshd.ignorerhosts != "yes" ? sshd.ignorerhosts : join("; ", [for m in sshd.match : "${m.value} for ${m.criteria} (${m.origin})" if m.keyword == "ignorerhosts" && m.value != "yes"])}"
  rationale = "In such a file a user lets others in without a word to the administrator."
  remediation {
    text       = "Put \"IgnoreRhosts yes\" into ${sshd.first_place}, take weaker values out of Match blocks, test with sshd -t, then run systemctl reload ${sshd.unit}."
    impact     = "None unless host-based authentication is in use."
    disruption = "reload"

    fix "settings" {
      when  = none([for m in sshd.match : m if m.keyword == "ignorerhosts" && m.value != "yes"])
      path  = trimprefix(sshd.first_place, "the top of ")
      form  = "space"
      first = true
      set   = { IgnoreRhosts = "yes" }
    }

    fix "run" {
      when = none([for m in sshd.match : m if m.keyword == "ignorerhosts" && m.value != "yes"])
      argv = ["systemctl", "reload", sshd.unit]
      live = true
    }
  }
}

control "sshd_permitemptypasswords" {
  title    = "Nobody logs in with an empty password"
  severity = "critical"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check    = sshd.permitemptypasswords == "no" && none([for m in sshd.match : "${m.value} for ${m.criteria}, ${m.origin}" if m.keyword == "permitemptypasswords" && m.value != "no"])

  message   = "PermitEmptyPasswords is ${sshd.permitemptypasswords != "no" ? sshd.permitemptypasswords : join("; ", [for m in sshd.match : "${m.value} for ${m.criteria} (${m.origin})" if m.keyword == "permitemptypasswords" && m.value != "no"])}"
  rationale = "An account without a password is open to everyone who knows its name."
  remediation {
    text       = "Put \"PermitEmptyPasswords no\" into ${sshd.first_place}, take weaker values out of Match blocks, test with sshd -t, then run systemctl reload ${sshd.unit}."
    impact     = "Accounts without a password need a key or a password."
    disruption = "reload"

    fix "settings" {
      when  = none([for m in sshd.match : m if m.keyword == "permitemptypasswords" && m.value != "no"])
      path  = trimprefix(sshd.first_place, "the top of ")
      form  = "space"
      first = true
      set   = { PermitEmptyPasswords = "no" }
    }

    fix "run" {
      when = none([for m in sshd.match : m if m.keyword == "permitemptypasswords" && m.value != "no"])
      argv = ["systemctl", "reload", sshd.unit]
      live = true
    }
  }
}

control "sshd_permitrootlogin" {
  title    = "root does not log in over ssh"
  severity = "high"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check    = sshd.permitrootlogin == "no" && none([for m in sshd.match : "${m.value} for ${m.criteria}, ${m.origin}" if m.keyword == "permitrootlogin" && m.value != "no"])

  message   = "PermitRootLogin is ${sshd.permitrootlogin != "no" ? sshd.permitrootlogin : join("; ", [for m in sshd.match : "${m.value} for ${m.criteria} (${m.origin})" if m.keyword == "permitrootlogin" && m.value != "no"])}"
  rationale = "Of a login as root nobody can tell afterwards who it was, and the name is the one that every attack tries."
  remediation {
    text       = "Put \"PermitRootLogin no\" into ${sshd.first_place}, take weaker values out of Match blocks, test with sshd -t, then run systemctl reload ${sshd.unit}."
    impact     = "Administration needs an account of its own and sudo. Backups and automation that come as root must be changed first, or you are locked out."
    disruption = "reload"

    fix "settings" {
      when  = none([for m in sshd.match : m if m.keyword == "permitrootlogin" && m.value != "no"])
      path  = trimprefix(sshd.first_place, "the top of ")
      form  = "space"
      first = true
      set   = { PermitRootLogin = "no" }
    }

    fix "run" {
      when = none([for m in sshd.match : m if m.keyword == "permitrootlogin" && m.value != "no"])
      argv = ["systemctl", "reload", sshd.unit]
      live = true
    }
  }
}

control "sshd_loglevel" {
  param "levels" {
    type    = list(string)
    default = ["VERBOSE", "INFO"]
  }
  title    = "The server logs logins, and nothing that betrays people"
  severity = "low"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check    = contains(param.levels, sshd.loglevel) && none([for m in sshd.match : "${m.value} for ${m.criteria}, ${m.origin}" if m.keyword == "loglevel" && !contains(param.levels, m.value)])

  message   = "LogLevel is ${!contains(param.levels, sshd.loglevel) ? sshd.loglevel : join("; ", [for m in sshd.match : "${m.value} for ${m.criteria} (${m.origin})" if m.keyword == "loglevel" && !contains(param.levels, m.value)])}"
  rationale = "Below INFO the log does not say who logged in and with which key; at the levels of debugging it holds what users type and do."
  remediation {
    text       = "Put \"LogLevel ${param.levels[0]}\" into ${sshd.first_place}, take weaker values out of Match blocks, test with sshd -t, then run systemctl reload ${sshd.unit}."
    impact     = "The log changes in volume."
    disruption = "reload"

    fix "settings" {
      when  = none([for m in sshd.match : m if m.keyword == "loglevel" && !contains(param.levels, m.value)])
      path  = trimprefix(sshd.first_place, "the top of ")
      form  = "space"
      first = true
      set   = { LogLevel = param.levels[0] }
    }

    fix "run" {
      when = none([for m in sshd.match : m if m.keyword == "loglevel" && !contains(param.levels, m.value)])
      argv = ["systemctl", "reload", sshd.unit]
      live = true
    }
  }
}

control "sshd_maxauthtries" {
  param "most" {
    type    = number
    default = 4
  }
  title    = "A connection gets few tries to log in"
  severity = "medium"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check    = sshd.maxauthtries <= param.most && none([for m in sshd.match : "${m.value} for ${m.criteria}, ${m.origin}" if m.keyword == "maxauthtries" && m.number > param.most])

  message   = "MaxAuthTries is ${sshd.maxauthtries > param.most ? sshd.maxauthtries : join("; ", [for m in sshd.match : "${m.value} for ${m.criteria} (${m.origin})" if m.keyword == "maxauthtries" && m.number > param.most])}"
  rationale = "Each connection may guess this often. Half of it goes by before failures are logged at all."
  remediation {
    text       = "Put \"MaxAuthTries ${param.most}\" into ${sshd.first_place}, take weaker values out of Match blocks, test with sshd -t, then run systemctl reload ${sshd.unit}."
    impact     = "An agent with more keys than that is cut off before it offers the right one; name the key in the client with IdentitiesOnly."
    disruption = "reload"

    fix "settings" {
      when  = none([for m in sshd.match : m if m.keyword == "maxauthtries" && m.number > param.most])
      path  = trimprefix(sshd.first_place, "the top of ")
      form  = "space"
      first = true
      set   = { MaxAuthTries = tostring(param.most) }
    }

    fix "run" {
      when = none([for m in sshd.match : m if m.keyword == "maxauthtries" && m.number > param.most])
      argv = ["systemctl", "reload", sshd.unit]
      live = true
    }
  }
}

control "sshd_maxsessions" {
  param "most" {
    type    = number
    default = 10
  }
  title    = "A connection carries few sessions at once"
  severity = "low"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check    = sshd.maxsessions <= param.most && none([for m in sshd.match : "${m.value} for ${m.criteria}, ${m.origin}" if m.keyword == "maxsessions" && m.number > param.most])

  message   = "MaxSessions is ${sshd.maxsessions > param.most ? sshd.maxsessions : join("; ", [for m in sshd.match : "${m.value} for ${m.criteria} (${m.origin})" if m.keyword == "maxsessions" && m.number > param.most])}"
  rationale = "One login could otherwise open sessions until the host has no processes left."
  remediation {
    text       = "Put \"MaxSessions ${param.most}\" into ${sshd.first_place}, take weaker values out of Match blocks, test with sshd -t, then run systemctl reload ${sshd.unit}."
    impact     = "Tools that multiplex many sessions over one connection open further connections."
    disruption = "reload"

    fix "settings" {
      when  = none([for m in sshd.match : m if m.keyword == "maxsessions" && m.number > param.most])
      path  = trimprefix(sshd.first_place, "the top of ")
      form  = "space"
      first = true
      set   = { MaxSessions = tostring(param.most) }
    }

    fix "run" {
      when = none([for m in sshd.match : m if m.keyword == "maxsessions" && m.number > param.most])
      argv = ["systemctl", "reload", sshd.unit]
      live = true
    }
  }
}

control "sshd_logingracetime" {
  param "most" {
    type    = number
    default = 60
  }
  title    = "Connections that do not log in are closed soon"
  severity = "medium"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check    = sshd.logingracetime > 0 && sshd.logingracetime <= param.most

  message   = "LoginGraceTime is ${sshd.logingracetime == 0 ? "0: without end" : "${sshd.logingracetime} seconds"}"
  rationale = "Each open connection holds a process and one of the places that MaxStartups grants. Who keeps them all open keeps everyone else out."
  remediation {
    text       = "Put \"LoginGraceTime ${param.most}\" into ${sshd.first_place}, test with sshd -t, then run systemctl reload ${sshd.unit}."
    impact     = "People who need longer to type a password or to find a token have to start again."
    disruption = "reload"

    fix "settings" {
      path  = trimprefix(sshd.first_place, "the top of ")
      form  = "space"
      first = true
      set   = { LoginGraceTime = tostring(param.most) }
    }

    fix "run" {
      argv = ["systemctl", "reload", sshd.unit]
      live = true
    }
  }
}

control "sshd_maxstartups" {
  param "start" {
    type    = number
    default = 10
  }
  param "rate" {
    type    = number
    default = 30
  }
  param "full" {
    type    = number
    default = 60
  }
  title    = "Few connections wait for login at once"
  severity = "medium"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check    = (
    sshd.maxstartups.start <= param.start &&
    sshd.maxstartups.rate <= param.rate &&
    sshd.maxstartups.full <= param.full
  )

  message   = "MaxStartups is ${sshd.maxstartups.start}:${sshd.maxstartups.rate}:${sshd.maxstartups.full}; ${param.start}:${param.rate}:${param.full} is the most"
  rationale = "Connections that have not logged in cost a process each. Without a low limit a flood of them takes the host down."
  remediation {
    text       = "Put \"MaxStartups ${param.start}:${param.rate}:${param.full}\" into ${sshd.first_place}, test with sshd -t, then run systemctl reload ${sshd.unit}."
    impact     = "Bursts of new connections, as from deployment tools, may be refused at random; let them reuse a connection."
    disruption = "reload"

    fix "settings" {
      path  = trimprefix(sshd.first_place, "the top of ")
      form  = "space"
      first = true
      set   = { MaxStartups = "${param.start}:${param.rate}:${param.full}" }
    }

    fix "run" {
      argv = ["systemctl", "reload", sshd.unit]
      live = true
    }
  }
}

control "sshd_permituserenvironment" {
  title    = "Users do not set the environment of their sessions"
  severity = "medium"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check    = sshd.permituserenvironment == "no"

  message   = "PermitUserEnvironment is ${sshd.permituserenvironment}"
  rationale = "A variable such as LD_PRELOAD in a file of the user gets around a forced command or a restricted shell."
  remediation {
    text       = "Put \"PermitUserEnvironment no\" into ${sshd.first_place}, test with sshd -t, then run systemctl reload ${sshd.unit}."
    impact     = "Variables from ~/.ssh/environment and from authorized_keys no longer reach sessions."
    disruption = "reload"

    fix "settings" {
      path  = trimprefix(sshd.first_place, "the top of ")
      form  = "space"
      first = true
      set   = { PermitUserEnvironment = "no" }
    }

    fix "run" {
      argv = ["systemctl", "reload", sshd.unit]
      live = true
    }
  }
}

control "sshd_usepam" {
  title    = "The server asks PAM about every login"
  severity = "high"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check    = sshd.usepam == "yes"

  message   = "UsePAM is ${sshd.usepam}: locked and expired accounts, limits and session rules of PAM do not count for ssh"
  rationale = "What locks an account after failures, ages passwords and limits sessions is configured in PAM. A server that passes it by is the way around all of it."
  remediation {
    text       = "Put \"UsePAM yes\" into ${sshd.first_place}, test with sshd -t, then run systemctl reload ${sshd.unit}."
    impact     = "PAM rules that were never in force for ssh apply at once: test a login before you close the last session."
    disruption = "reload"

    fix "settings" {
      path  = trimprefix(sshd.first_place, "the top of ")
      form  = "space"
      first = true
      set   = { UsePAM = "yes" }
    }

    fix "run" {
      argv = ["systemctl", "reload", sshd.unit]
      live = true
    }
  }
}
