# The audit daemon: what it does when its log grows or the disk fills up, and who
# may read, change or run what belongs to it.

control "auditd_log_size_set" {
  title    = "auditd's configuration sets the size of a log file"
  severity = "low"

  when     = package("auditd").installed || package("audit").installed
  when_not = "The audit daemon is not installed."
  check    = auditd_conf("max_log_file").is_set && tonumber(auditd_conf("max_log_file").value) > 0

  message   = auditd_conf("max_log_file").is_set ? "max_log_file = ${auditd_conf("max_log_file").value} sets no size" : "No line of /etc/audit/auditd.conf sets max_log_file"
  rationale = "Without a size the one file grows until the disk is full, and with it stops the recording, the machine, or both."
  remediation {
    text       = "Set max_log_file = 8, or what suits the site, in MiB, in /etc/audit/auditd.conf, then run auditctl --signal reload."
    impact     = "None: a new file begins when the size is reached."
    disruption = "reload"

    fix "settings" {
      path = "/etc/audit/auditd.conf"
      form = "equals"
      set  = { max_log_file = "8" }
    }

    fix "run" {
      argv = ["auditctl", "--signal", "reload"]
      live = true
    }
  }
}

control "auditd_actions" {
  # Setting -> the actions that will do.
  param "actions" {
    type = map(list(string))
  }
  param "because" {
    type = string
  }
  title    = "auditd's configuration: ${join("; ", [for name, good in param.actions : "${name} is ${join(" or ", good)}"])}"
  severity = "medium"

  when     = package("auditd").installed || package("audit").installed
  when_not = "The audit daemon is not installed."
  check    = none([for name, good in param.actions : "${name} = ${auditd_conf(name).value}" if !contains(good, auditd_conf(name).value)])

  message   = "auditd acts by ${join(" and ", [for name, good in param.actions : "${name} = ${auditd_conf(name).value}${auditd_conf(name).is_set ? "" : ", which is built in,"}" if !contains(good, auditd_conf(name).value)])}"
  rationale = param.because
  remediation {
    text       = "Set ${join(" and ", [for name, good in param.actions : "${name} = ${good[0]}" if !contains(good, auditd_conf(name).value)])} in /etc/audit/auditd.conf, then run auditctl --signal reload."
    impact     = "The machine may stop, or the disk fill up, when nobody looks after the log. Give it a file system of its own, and watch that."
    disruption = "reload"

    fix "settings" {
      path = "/etc/audit/auditd.conf"
      form = "equals"
      set  = { for name, good in param.actions : name => good[0] if !contains(good, auditd_conf(name).value) }
    }

    fix "run" {
      argv = ["auditctl", "--signal", "reload"]
      live = true
    }
  }
}

control "audit_log_directory_mode_within" {
  param "mode" {
    type = string
  }
  title    = "The directory of the audit log grants no more than mode ${param.mode}"
  severity = "medium"

  when     = file(auditd_conf("log_file").directory).exists
  when_not = "${auditd_conf("log_file").directory} does not exist."
  check    = mode_within(file(auditd_conf("log_file").directory).mode, param.mode)

  message   = "${auditd_conf("log_file").directory} has mode ${file(auditd_conf("log_file").directory).mode}; ${param.mode} is the most it may grant"
  rationale = "The log tells who did what, and when. Whoever can list or change the directory learns from it, or takes files out of it."
  remediation {
    text       = "Run chmod ${mode_removal(param.mode)} ${auditd_conf("log_file").directory}."
    impact     = "Accounts outside the owner and group lose the access they had through the surplus bits."
    disruption = "none"

    fix "access" {
      paths = [auditd_conf("log_file").directory]
      mode = mode_removal(param.mode)
    }
  }
}

control "audit_logs_mode_within" {
  param "mode" {
    type = string
  }
  title    = "The audit log's files grant no more than mode ${param.mode}"
  severity = "medium"

  when     = files("${auditd_conf("log_file").directory}/*").exists
  when_not = "There are no files in ${auditd_conf("log_file").directory}."
  check    = none([for f in files("${auditd_conf("log_file").directory}/*").found : "${f.path} ${f.mode}" if !mode_within(f.mode, param.mode)])

  message   = "${join(", ", [for f in files("${auditd_conf("log_file").directory}/*").found : "${f.path} has mode ${f.mode}" if !mode_within(f.mode, param.mode)])}; ${param.mode} is the most they may grant"
  rationale = "The log tells who did what, and when. Readers learn what is watched and what is not; writers cover their traces."
  remediation {
    text       = "Run chmod ${mode_removal(param.mode)} ${join(" ", [for f in files("${auditd_conf("log_file").directory}/*").found : f.path if !mode_within(f.mode, param.mode)])}."
    impact     = "Accounts outside the owner and group lose the access they had through the surplus bits."
    disruption = "none"

    fix "access" {
      paths = [for f in files("${auditd_conf("log_file").directory}/*").found : f.path if !mode_within(f.mode, param.mode)]
      mode = mode_removal(param.mode)
    }
  }
}

control "audit_logs_owned_by_root" {
  title    = "The audit log's files belong to root"
  severity = "medium"

  when     = files("${auditd_conf("log_file").directory}/*").exists
  when_not = "There are no files in ${auditd_conf("log_file").directory}."
  check    = none([for f in files("${auditd_conf("log_file").directory}/*").found : "${f.path} ${f.owner}" if f.uid != 0])

  message   = join(", ", [for f in files("${auditd_conf("log_file").directory}/*").found : "${f.path} belongs to ${f.owner}" if f.uid != 0])
  rationale = "The owner of a file can always rewrite it, and with the log what happened."
  remediation {
    text       = "Run chown root ${join(" ", [for f in files("${auditd_conf("log_file").directory}/*").found : f.path if f.uid != 0])}."
    impact     = "None: auditd writes as root."
    disruption = "none"

    fix "access" {
      paths = [for f in files("${auditd_conf("log_file").directory}/*").found : f.path if f.uid != 0]
      owner = "root"
    }
  }
}

control "audit_logs_group_within" {
  param "groups" {
    type = list(string)
  }
  title    = "The audit log is for group ${join(" or ", param.groups)} at most"
  severity = "medium"

  when     = package("auditd").installed || package("audit").installed
  when_not = "The audit daemon is not installed."
  check    = contains(param.groups, auditd_conf("log_group").value) && none([for f in files("${auditd_conf("log_file").directory}/*").found : "${f.path} ${f.group}" if !contains(param.groups, f.group)])

  message   = "${contains(param.groups, auditd_conf("log_group").value) ? "" : "auditd gives its log to group ${auditd_conf("log_group").value}. "}${join(", ", [for f in files("${auditd_conf("log_file").directory}/*").found : "${f.path} belongs to group ${f.group}" if !contains(param.groups, f.group)])}"
  rationale = "The group of the log may read who did what, and when. That is for those who look after the machine."
  remediation {
    text       = "Set log_group = ${param.groups[0]} in /etc/audit/auditd.conf, run chgrp ${param.groups[0]} ${auditd_conf("log_file").directory}/*, and restart auditd."
    impact     = "Programs that read the log through another group need that of the log."
    disruption = "restart_daemon"

    fix "settings" {
      when = !contains(param.groups, auditd_conf("log_group").value)
      path = "/etc/audit/auditd.conf"
      form = "equals"
      set  = { log_group = param.groups[0] }
    }

    fix "access" {
      paths = [for f in files("${auditd_conf("log_file").directory}/*").found : f.path if !contains(param.groups, f.group)]
      group = param.groups[0]
    }

    fix "run" {
      argv = ["auditctl", "--signal", "reload"]
      live = true
    }
  }
}

control "audit_config_mode_within" {
  param "mode" {
    type = string
  }
  title    = "The audit system's configuration grants no more than mode ${param.mode}"
  severity = "medium"

  when     = file_tree("/etc/audit").exists
  when_not = "/etc/audit does not exist."
  check    = none([for f in file_tree("/etc/audit").files : "${f.path} ${f.mode}" if (endswith(f.path, ".conf") || endswith(f.path, ".rules")) && !mode_within(f.mode, param.mode)])

  message   = "${join(", ", [for f in file_tree("/etc/audit").files : "${f.path} has mode ${f.mode}" if (endswith(f.path, ".conf") || endswith(f.path, ".rules")) && !mode_within(f.mode, param.mode)])}; ${param.mode} is the most they may grant"
  rationale = "Who reads the rules knows what leaves no trace; who writes them decides it."
  remediation {
    text       = "Run chmod ${mode_removal(param.mode)} ${join(" ", [for f in file_tree("/etc/audit").files : f.path if (endswith(f.path, ".conf") || endswith(f.path, ".rules")) && !mode_within(f.mode, param.mode)])}."
    impact     = "None: the audit programs read these files as root."
    disruption = "none"

    fix "access" {
      paths = [for f in file_tree("/etc/audit").files : f.path if (endswith(f.path, ".conf") || endswith(f.path, ".rules")) && !mode_within(f.mode, param.mode)]
      mode = mode_removal(param.mode)
    }
  }
}

control "audit_config_owned_by_root" {
  title    = "The audit system's configuration belongs to root"
  severity = "medium"

  when     = file_tree("/etc/audit").exists
  when_not = "/etc/audit does not exist."
  check    = none([for f in file_tree("/etc/audit").files : "${f.path} ${f.owner}" if (endswith(f.path, ".conf") || endswith(f.path, ".rules")) && f.uid != 0])

  message   = join(", ", [for f in file_tree("/etc/audit").files : "${f.path} belongs to ${f.owner}" if (endswith(f.path, ".conf") || endswith(f.path, ".rules")) && f.uid != 0])
  rationale = "The owner of the rules decides what leaves a trace, and auditd does not start with a configuration that is not root's."
  remediation {
    text       = "Run chown root ${join(" ", [for f in file_tree("/etc/audit").files : f.path if (endswith(f.path, ".conf") || endswith(f.path, ".rules")) && f.uid != 0])}."
    impact     = "None: the audit programs read these files as root."
    disruption = "none"

    fix "access" {
      paths = [for f in file_tree("/etc/audit").files : f.path if (endswith(f.path, ".conf") || endswith(f.path, ".rules")) && f.uid != 0]
      owner = "root"
    }
  }
}

control "audit_config_group_root" {
  title    = "The audit system's configuration belongs to group root"
  severity = "medium"

  when     = file_tree("/etc/audit").exists
  when_not = "/etc/audit does not exist."
  check    = none([for f in file_tree("/etc/audit").files : "${f.path} ${f.group}" if (endswith(f.path, ".conf") || endswith(f.path, ".rules")) && f.gid != 0])

  message   = join(", ", [for f in file_tree("/etc/audit").files : "${f.path} belongs to group ${f.group}" if (endswith(f.path, ".conf") || endswith(f.path, ".rules")) && f.gid != 0])
  rationale = "Members of the group may read the rules, and learn what leaves no trace."
  remediation {
    text       = "Run chgrp root ${join(" ", [for f in file_tree("/etc/audit").files : f.path if (endswith(f.path, ".conf") || endswith(f.path, ".rules")) && f.gid != 0])}."
    impact     = "None: the audit programs read these files as root."
    disruption = "none"

    fix "access" {
      paths = [for f in file_tree("/etc/audit").files : f.path if (endswith(f.path, ".conf") || endswith(f.path, ".rules")) && f.gid != 0]
      group = "root"
    }
  }
}

control "programs_mode_within" {
  # Those that are not there are passed over.
  param "paths" {
    type = list(string)
  }
  param "mode" {
    type = string
  }
  title    = "${join(", ", param.paths)} grant no more than mode ${param.mode}"
  severity = "medium"

  when     = any([for p in param.paths : file(p).exists])
  when_not = "None of ${join(", ", param.paths)} exists."
  check    = none([for p in param.paths : "${p} ${file(p).mode}" if file(p).exists && !mode_within(coalesce(file(p).mode, "0000"), param.mode)])

  message   = "${join(", ", [for p in param.paths : "${p} has mode ${file(p).mode}" if file(p).exists && !mode_within(coalesce(file(p).mode, "0000"), param.mode)])}; ${param.mode} is the most they may grant"
  rationale = "Root runs these programs. Whoever can write to one decides what root does and what the log shows."
  remediation {
    text       = "Run chmod ${mode_removal(param.mode)} ${join(" ", [for p in param.paths : p if file(p).exists && !mode_within(coalesce(file(p).mode, "0000"), param.mode)])}. The package had them right: look for what changed them."
    impact     = "None: nobody but the package manager writes to programs."
    disruption = "none"

    fix "access" {
      paths = [for p in param.paths : p if file(p).exists && !mode_within(coalesce(file(p).mode, "0000"), param.mode)]
      mode = mode_removal(param.mode)
    }
  }
}

control "programs_owned_by_root" {
  param "paths" {
    type = list(string)
  }
  title    = "${join(", ", param.paths)} belong to root"
  severity = "medium"

  when     = any([for p in param.paths : file(p).exists])
  when_not = "None of ${join(", ", param.paths)} exists."
  check    = none([for p in param.paths : "${p} ${file(p).owner}" if file(p).exists && coalesce(file(p).uid, 0) != 0])

  message   = join(", ", [for p in param.paths : "${p} belongs to ${file(p).owner}" if file(p).exists && coalesce(file(p).uid, 0) != 0])
  rationale = "The owner of a program can always replace it, and root runs what is then there."
  remediation {
    text       = "Run chown root ${join(" ", [for p in param.paths : p if file(p).exists && coalesce(file(p).uid, 0) != 0])}. The package had them right: look for what changed them."
    impact     = "None: nobody but the package manager writes to programs."
    disruption = "none"

    fix "access" {
      paths = [for p in param.paths : p if file(p).exists && coalesce(file(p).uid, 0) != 0]
      owner = "root"
    }
  }
}

control "programs_group_root" {
  param "paths" {
    type = list(string)
  }
  title    = "${join(", ", param.paths)} belong to group root"
  severity = "medium"

  when     = any([for p in param.paths : file(p).exists])
  when_not = "None of ${join(", ", param.paths)} exists."
  check    = none([for p in param.paths : "${p} ${file(p).group}" if file(p).exists && coalesce(file(p).gid, 0) != 0])

  message   = join(", ", [for p in param.paths : "${p} belongs to group ${file(p).group}" if file(p).exists && coalesce(file(p).gid, 0) != 0])
  rationale = "The group of a program has whatever rights the mode leaves to it, today's and those of the next chmod."
  remediation {
    text       = "Run chgrp root ${join(" ", [for p in param.paths : p if file(p).exists && coalesce(file(p).gid, 0) != 0])}. The package had them right: look for what changed them."
    impact     = "None: nobody but the package manager writes to programs."
    disruption = "none"

    fix "access" {
      paths = [for p in param.paths : p if file(p).exists && coalesce(file(p).gid, 0) != 0]
      group = "root"
    }
  }
}
