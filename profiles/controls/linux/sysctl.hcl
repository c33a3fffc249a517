# Parameters of the kernel. Each counts in two halves: what the running kernel has,
# and what the next boot will set it to.

control "sysctl_set" {
  param "keys" {
    type = list(string)
  }
  # The first is the one to set; the others are as good, or stricter.
  param "values" {
    type = list(string)
  }
  title    = join(", ", [for k in param.keys : "${k} = ${join(" or ", param.values)}"])
  severity = "medium"

  when     = host.own_kernel && any([for k in param.keys : sysctl(k).applies])
  when_not = host.own_kernel ? "IPv6 is off, and the parameter is one of IPv6." : "The kernel and its parameters belong to the machine around this one."
  check = none([
    for k in param.keys : "${k} = ${coalesce(sysctl(k).live, "absent")}" if sysctl(k).applies && !contains(param.values, sysctl(k).live)
    ]) && none([
    for k in param.keys : "${k} = ${coalesce(sysctl(k).persisted, "unset")} at boot" if sysctl(k).applies && !contains(param.values, sysctl(k).persisted)
  ])

  message = join("; ", [for k in param.keys : "${k} is ${sysctl(k).summary}" if sysctl(k).applies])
  rationale = lookup({
    ip_forward                                = "A machine that forwards packets connects networks that somebody meant to keep apart, past whatever firewall stands between them. Only routers and hosts of containers or virtual machines need it."
    forwarding                                = "A machine that forwards packets connects networks that somebody meant to keep apart, past whatever firewall stands between them. Only routers and hosts of containers or virtual machines need it."
    send_redirects                            = "Redirects tell neighbours to use another gateway. Only a router has reason to send them; an intruder on this machine can use them to draw traffic to himself."
    accept_redirects                          = "Whoever can send a redirect changes the way that this machine's packets take, and can put himself in the middle."
    secure_redirects                          = "Also a known gateway can be taken over or impersonated; a redirect in its name moves this machine's traffic."
    accept_source_route                       = "A packet that prescribes its own way can reach addresses that the routing tables keep out of reach, with a sender that looks like a neighbour's."
    log_martians                              = "Packets with senders that cannot be are dropped either way. The log is what shows that somebody tries."
    rp_filter                                 = "Without a check of the way back, packets with forged senders are taken for real ones, and answers go to whoever the forger wants to hit."
    icmp_echo_ignore_broadcasts               = "A machine that answers a ping to everyone helps to flood a third party with answers."
    icmp_ignore_bogus_error_responses         = "Some routers answer broadcasts with errors that nobody needs. Logging each lets them fill the disk."
    tcp_syncookies                            = "A flood of half-open connections fills the queue of a listening service. With cookies the kernel still takes real ones."
    accept_ra                                 = "Any machine of the network can announce itself as the router and then reads, or drops, what this one sends."
    randomize_va_space                        = "Exploits have to know where code and data lie. Random places make most of them guess, and a wrong guess crashes instead of giving control."
    ptrace_scope                              = "A program that may attach to its neighbours reads the keys and passwords in their memory. Restricted, one broken program does not open all others of the same user."
    suid_dumpable                             = "A core dump of a setuid program holds what only root may see, such as password hashes that it had just read."
    dmesg_restrict                            = "The kernel's log shows addresses and hardware details that make an exploit of the kernel easier to write."
    kptr_restrict                             = "Addresses inside the kernel undo the randomising of its place, and with that a good part of its defence."
    protected_hardlinks                       = "A hard link to a file of another user keeps a vulnerable program alive after its update, and tricks root's programs into changing the wrong file."
    protected_symlinks                        = "In /tmp anybody can leave a link with a name that another program is about to use. Followed, it makes that program overwrite a file of the intruder's choice."
    apparmor_restrict_unprivileged_unconfined = "A user's program may otherwise leave its AppArmor profile for an unconfined one, and with that the limits on user namespaces."
  }, split(".", param.keys[0])[length(split(".", param.keys[0])) - 1], "The benchmark asks for this value.")
  remediation {
    text = join(" ", concat(
      [
        for place in distinct([for k in param.keys : sysctl(k).place if sysctl(k).applies && !contains(param.values, sysctl(k).persisted)]) :
        "In ${place}: ${join("; ", [for k in param.keys : "${k} = ${param.values[0]}" if sysctl(k).place == place && sysctl(k).applies && !contains(param.values, sysctl(k).persisted)])}."
      ],
      [for k in param.keys : "The running kernel has no ${k}: boot one that has." if sysctl(k).applies && startswith(sysctl(k).summary, "no parameter")],
      [
        for all in [join(" ", [for k in param.keys : "${k}=${param.values[0]}" if sysctl(k).applies && !startswith(sysctl(k).summary, "no parameter") && none([for v in param.values : v if startswith(sysctl(k).summary, "${v} now")])])] :
        "Now: sysctl -w ${all}." if all != ""
      ],
    ))
    impact = lookup({
      ip_forward   = "Routing stops: containers, virtual machines and VPNs of this host lose their way out. Leave it on where the host is meant to route, and say so in a waiver."
      forwarding   = "Routing stops: containers, virtual machines and VPNs of this host lose their way out. Leave it on where the host is meant to route, and say so in a waiver."
      rp_filter    = "Where answers leave by another interface than the one the question came in by, packets are dropped."
      accept_ra    = "An address that the machine got from a router's announcement expires: give it one by hand, or by DHCPv6."
      ptrace_scope = "Debuggers and strace can only attach to programs that they started themselves, unless root runs them."
      log_martians = "On a network with wrongly set up neighbours the log grows."
    }, split(".", param.keys[0])[length(split(".", param.keys[0])) - 1], "None for common programs.")
    disruption = "none"

    fix "settings" {
      path = "/etc/sysctl.d/99-zz-hardening.conf"
      form = "equals"
      set  = { for k in param.keys : k => param.values[0] if sysctl(k).applies && !startswith(sysctl(k).place, "/etc/ufw/") }
    }
    # ufw reads its own file after all others, and spells keys with slashes.
    fix "settings" {
      path = "/etc/ufw/sysctl.conf"
      form = "shell"
      set  = { for k in param.keys : replace(k, ".", "/") => param.values[0] if sysctl(k).applies && startswith(sysctl(k).place, "/etc/ufw/") }
    }

    fix "run" {
      when = any([for k in param.keys : sysctl(k).applies && !startswith(sysctl(k).place, "/etc/ufw/")])
      argv = ["sysctl", "-e", "-p", "/etc/sysctl.d/99-zz-hardening.conf"]
      live = true
    }

    fix "run" {
      when = any([for k in param.keys : sysctl(k).applies && startswith(sysctl(k).place, "/etc/ufw/")])
      argv = ["sysctl", "-e", "-p", "/etc/ufw/sysctl.conf"]
      live = true
    }
  }
}

control "core_dumps_off" {
  title    = "Programs leave no core dumps"
  severity = "medium"

  when     = host.own_kernel
  when_not = "The kernel and its parameters belong to the machine around this one."
  check = (
    limit("* hard core").value == "0"
    && sysctl("fs.suid_dumpable").live == "0" && sysctl("fs.suid_dumpable").persisted == "0"
    && none([
      for key, want in { Storage = "none", ProcessSizeMax = "0" } : "${key}=${coalesce(systemd_conf("coredump.conf/Coredump/${key}").value, "(not set)")}"
      if unit("systemd-coredump.socket").exists && systemd_conf("coredump.conf/Coredump/${key}").value != want
    ])
  )

  message   = "The hard limit of core files is ${coalesce(limit("* hard core").value, "not set")}; fs.suid_dumpable is ${sysctl("fs.suid_dumpable").summary}${unit("systemd-coredump.socket").exists ? "; systemd-coredump has Storage ${coalesce(systemd_conf("coredump.conf/Coredump/Storage").value, "not set")} and ProcessSizeMax ${coalesce(systemd_conf("coredump.conf/Coredump/ProcessSizeMax").value, "not set")}" : ""}"
  rationale = "A core dump is the memory of a program, passwords and keys included, in a file. It stays long after the program is gone, and backups carry it on."
  remediation {
    text       = "Write '* hard core 0' to /etc/security/limits.d/60-core.conf and fs.suid_dumpable = 0 to /etc/sysctl.d/99-zz-hardening.conf, then run sysctl -w fs.suid_dumpable=0.${unit("systemd-coredump.socket").exists ? " Write [Coredump], Storage=none and ProcessSizeMax=0, each on a line, to /etc/systemd/coredump.conf.d/60-off.conf." : ""}"
    impact     = "A crash can only be looked into where it can be repeated with dumps allowed."
    disruption = "none"

    fix "lines" {
      path    = "/etc/security/limits.d/60-core.conf"
      lines   = ["* hard core 0"]
      without = ["^\\s*\\*\\s+(hard|-)\\s+core\\s"]
    }

    fix "settings" {
      path = "/etc/sysctl.d/99-zz-hardening.conf"
      form = "equals"
      set  = { "fs.suid_dumpable" = "0" }
    }
    fix "settings" {
      when = unit("systemd-coredump.socket").exists
      path = "/etc/systemd/coredump.conf.d/60-off.conf"
      form = "ini"
      in   = "Coredump"
      set  = { Storage = "none", ProcessSizeMax = "0" }
    }

    fix "run" {
      argv = ["sysctl", "-e", "-p", "/etc/sysctl.d/99-zz-hardening.conf"]
      live = true
    }
  }
}

control "core_limit_zero" {
  title    = "The hard limit of core files is 0 for all users"
  severity = "medium"

  check = limit("* hard core").value == "0"

  message   = limit("* hard core").exists ? "The hard limit of core files is ${limit("* hard core").value}" : "Neither limits.conf nor limits.d limits core files for all users"
  rationale = "A core dump is the memory of a program, passwords and keys included, in a file. A hard limit keeps people from allowing it for themselves."
  remediation {
    text       = "Write the line '* hard core 0' to /etc/security/limits.d/60-core.conf, and take other lines for * and core out. It holds from the next login on."
    impact     = "A crash can only be looked into where it can be repeated with dumps allowed."
    disruption = "none"

    fix "lines" {
      path    = "/etc/security/limits.d/60-core.conf"
      lines   = ["* hard core 0"]
      without = ["^\\s*\\*\\s+(hard|-)\\s+core\\s"]
    }
  }
}

control "coredump_setting" {
  param "key" {
    type = string
  }
  param "value" {
    type = string
  }
  title    = "systemd-coredump is set to ${param.key}=${param.value}"
  severity = "medium"

  when     = unit("systemd-coredump.socket").exists
  when_not = "systemd-coredump is not installed."
  check    = systemd_conf("coredump.conf/Coredump/${param.key}").value == param.value

  message   = systemd_conf("coredump.conf/Coredump/${param.key}").value == null ? "${param.key} is not set, so what systemd was built with holds" : "${param.key} is ${systemd_conf("coredump.conf/Coredump/${param.key}").value}"
  rationale = "systemd-coredump keeps the memory of every program that crashes, passwords and keys included, and keeps it for days."
  remediation {
    text       = "Write [Coredump] and ${param.key}=${param.value}, each on a line, to /etc/systemd/coredump.conf.d/60-off.conf${length(systemd_conf("coredump.conf/Coredump/${param.key}").files) > 0 ? "; of ${join(" and ", systemd_conf("coredump.conf/Coredump/${param.key}").files)} take lines out that say otherwise" : ""}."
    impact     = "coredumpctl shows that a program crashed, but has no dump of it to look into."
    disruption = "none"

    fix "settings" {
      path = "/etc/systemd/coredump.conf.d/60-off.conf"
      form = "ini"
      in   = "Coredump"
      set  = { (param.key) = param.value }
    }
  }
}
