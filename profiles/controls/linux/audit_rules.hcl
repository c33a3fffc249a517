# Rules of the kernel's audit. A row gives them as for auditctl, one for all kinds
# of programs where it names no architecture; whatever records at least as much
# fulfils them. Both halves count: what the kernel has loaded, and what the next
# start loads.

control "audit_rules_in_force" {
  # Completes "The audit records ...".
  param "what" {
    type = string
  }
  param "rules" {
    type = list(string)
  }
  # Where none of these is there, nothing can be recorded.
  param "programs" {
    type    = list(string)
    default = []
  }
  title    = "The audit records ${param.what}"
  severity = "medium"

  when     = host.own_kernel && length(audit_rules(join("\n", param.rules)).demanded) > 0 && (length(param.programs) == 0 || any([for p in param.programs : file(p).exists]))
  when_not = !host.own_kernel ? "The kernel and its audit belong to the machine around this one." : length(audit_rules(join("\n", param.rules)).demanded) == 0 ? "This machine's kernel has none of these system calls." : "${join(" and ", param.programs)} ${length(param.programs) == 1 ? "does" : "do"} not exist."
  check    = none(audit_rules(join("\n", param.rules)).not_persisted) && none(audit_rules(join("\n", param.rules)).not_loaded)

  message   = length(audit_rules(join("\n", param.rules)).not_persisted) > 0 ? "Rules missing on disk: ${length(audit_rules(join("\n", param.rules)).not_persisted)}" : "Rules on disk that the kernel has not loaded: ${length(audit_rules(join("\n", param.rules)).not_loaded)}"
  rationale = "After a break-in these records show what was done, when, and under which login, even where the intruder became root in between. What no rule asks for leaves no trace."
  remediation {
    text       = length(audit_rules(join("\n", param.rules)).not_persisted) > 0 ? "Add to a file in /etc/audit/rules.d, in front of any rule for never: ${join("; ", audit_rules(join("\n", param.rules)).not_persisted)} (one a line). Then run augenrules --load; where the rules are locked (-e 2), restart the machine." : "Run augenrules --load; where the rules are locked (-e 2), restart the machine."
    impact     = "Each matching event writes a record: give the log room, and look at the rate on a busy machine."
    disruption = "reload"

    fix "lines" {
      path = "/etc/audit/rules.d/50-hardening.rules"
      lines = audit_rules(join("\n", param.rules)).not_persisted
    }

    fix "package" {
      when  = !package("auditd").installed && !package("audit").installed
      names = [host.os_family == "rhel" ? "audit" : "auditd"]
      state = "present"
    }

    fix "run" {
      argv = ["augenrules", "--load"]
      live = true
    }
  }
}

control "audit_privileged_programs_recorded" {
  title    = "The audit records every run of a setuid or setgid program by a person"
  severity = "medium"

  when     = host.own_kernel
  when_not = "The kernel and its audit belong to the machine around this one."
  check    = none(audit_runs(join("\n", local_files.privileged)).not_persisted) && none(audit_runs(join("\n", local_files.privileged)).not_loaded)

  message   = length(audit_runs(join("\n", local_files.privileged)).not_persisted) > 0 ? "Programs without a rule on disk: ${length(audit_runs(join("\n", local_files.privileged)).not_persisted)} of ${length(local_files.privileged)}" : "Programs whose rule on disk the kernel has not loaded: ${length(audit_runs(join("\n", local_files.privileged)).not_loaded)} of ${length(local_files.privileged)}"
  rationale = "These programs lend root's or a group's rights to whoever starts them, which makes them the first thing that an intruder with an ordinary account tries."
  remediation {
    text       = length(audit_runs(join("\n", local_files.privileged)).not_persisted) > 0 ? "Add to a file in /etc/audit/rules.d, in front of any rule for never: ${join("; ", [for p in audit_runs(join("\n", local_files.privileged)).not_persisted : "-a always,exit -F path=${p} -F perm=x -F auid>=${audit_runs(join("\n", local_files.privileged)).uid_min} -F auid!=unset -k privileged"])} (one a line). Then run augenrules --load; where the rules are locked (-e 2), restart the machine." : "Run augenrules --load; where the rules are locked (-e 2), restart the machine."
    impact     = "Each run by a person writes a record, also those that scripts make over and over."
    disruption = "reload"

    fix "lines" {
      path = "/etc/audit/rules.d/50-privileged.rules"
      lines = [
        for p in audit_runs(join("\n", local_files.privileged)).not_persisted :
        "-a always,exit -F path=${p} -F perm=x -F auid>=${audit_runs(join("\n", local_files.privileged)).uid_min} -F auid!=unset -k privileged"
      ]
    }

    fix "package" {
      when  = !package("auditd").installed && !package("audit").installed
      names = [host.os_family == "rhel" ? "audit" : "auditd"]
      state = "present"
    }

    fix "run" {
      argv = ["augenrules", "--load"]
      live = true
    }
  }
}

control "audit_rules_locked" {
  title    = "The audit rules are locked until the next boot"
  severity = "medium"

  when     = host.own_kernel
  when_not = "The kernel and its audit belong to the machine around this one."
  check    = audit.persisted.enabled == 2 && audit.live.enabled == 2

  message   = audit.persisted.enabled != 2 ? "The last -e of the rules files is ${audit.persisted.enabled == null ? "missing" : "-e ${coalesce(audit.persisted.enabled, 0)}"}: whoever becomes root can take the rules away" : "The rules files end with -e 2, but the kernel runs with enabled ${coalesce(audit.live.enabled, 0)}"
  rationale = "An intruder with root's rights switches off what records the intrusion. Locked rules take a restart to change, and a restart is seen."
  remediation {
    text       = audit.persisted.enabled != 2 ? "Write -e 2 as the only line of /etc/audit/rules.d/99-finalize.rules, take other -e lines out, and run augenrules --load." : "Run augenrules --load."
    impact     = "No rule can be added, changed or loaded before the next boot: lock them when they are as they should be."
    disruption = "reload"

    fix "lines" {
      path  = "/etc/audit/rules.d/99-finalize.rules"
      lines = ["-e 2"]
    }

    fix "package" {
      when  = !package("auditd").installed && !package("audit").installed
      names = [host.os_family == "rhel" ? "audit" : "auditd"]
      state = "present"
    }

    fix "run" {
      argv = ["augenrules", "--load"]
      live = true
    }
  }
}

control "audit_rules_loaded_as_on_disk" {
  title    = "The kernel runs the audit rules that stand on disk"
  severity = "medium"

  when     = host.own_kernel
  when_not = "The kernel and its audit belong to the machine around this one."
  check    = none(audit.not_loaded) && none(audit.not_on_disk)

  message   = "${length(audit.not_loaded) > 0 ? "On disk and not loaded: ${join("; ", audit.not_loaded)}. " : ""}${length(audit.not_on_disk) > 0 ? "Loaded and not on disk: ${join("; ", audit.not_on_disk)}." : ""}"
  rationale = "Rules that were changed on one side only mean records that are missing today, or will be after the next boot."
  remediation {
    text       = audit.live.enabled == 2 ? "The rules are locked: put /etc/audit/rules.d in order and restart the machine." : "Put /etc/audit/rules.d in order and run augenrules --load."
    impact     = "Rules that were only loaded by hand are gone."
    disruption = "reload"
  }
}

control "audit_rules_continue_on_error" {
  title    = "A rule that the kernel refuses does not keep the rest from loading"
  severity = "low"

  when     = host.own_kernel
  when_not = "The kernel and its audit belong to the machine around this one."
  check    = audit.persisted.continue_on_error

  message   = "No -c stands in the rules files: loading ends at the first rule that cannot be taken"
  rationale = "One rule for a file or system call that this machine does not have would otherwise leave out all that stand below it."
  remediation {
    text       = "Write -c as the only line of /etc/audit/rules.d/01-initialize.rules and run augenrules --load; where the rules are locked (-e 2), restart the machine."
    impact     = "The loading still reports the bad rule and ends with a failure."
    disruption = "reload"

    fix "lines" {
      path  = "/etc/audit/rules.d/01-initialize.rules"
      lines = ["-c"]
    }

    fix "package" {
      when  = !package("auditd").installed && !package("audit").installed
      names = [host.os_family == "rhel" ? "audit" : "auditd"]
      state = "present"
    }

    fix "run" {
      argv = ["augenrules", "--load"]
      live = true
    }
  }
}

control "audit_sudo_log_watched" {
  title    = "The audit records changes of sudo's own log"
  severity = "medium"

  when     = host.own_kernel && sudoers.exists
  when_not = host.own_kernel ? "sudo is not installed." : "The kernel and its audit belong to the machine around this one."
  check    = sudoers.logfile != null && none(audit_rules("-w ${coalesce(sudoers.logfile, "/var/log/sudo.log")} -p wa -k sudo_log_file").not_persisted) && none(audit_rules("-w ${coalesce(sudoers.logfile, "/var/log/sudo.log")} -p wa -k sudo_log_file").not_loaded)

  message   = sudoers.logfile == null ? "sudo keeps no log of its own that could be watched" : length(audit_rules("-w ${coalesce(sudoers.logfile, "/var/log/sudo.log")} -p wa -k sudo_log_file").not_persisted) > 0 ? "No rule on disk records changes of ${coalesce(sudoers.logfile, "the log")}" : "The rules on disk suffice, but the kernel has not loaded that for ${coalesce(sudoers.logfile, "the log")}"
  rationale = "The log of sudo names who became root, and for what. Whoever did may want the lines gone."
  remediation {
    text       = "${sudoers.logfile == null ? "Write 'Defaults logfile=\"/var/log/sudo.log\"' into a file below /etc/sudoers.d with visudo -f. " : ""}Add '-w ${coalesce(sudoers.logfile, "/var/log/sudo.log")} -p wa -k sudo_log_file' to a file in /etc/audit/rules.d, and run augenrules --load; where the rules are locked (-e 2), restart the machine."
    impact     = "Each use of sudo writes a record too."
    disruption = "reload"

    fix "lines" {
      when  = sudoers.logfile == null
      path  = "/etc/sudoers.d/60-hardening"
      lines = ["Defaults logfile=\"/var/log/sudo.log\""]
    }

    fix "lines" {
      path = "/etc/audit/rules.d/50-hardening.rules"
      lines = ["-w ${coalesce(sudoers.logfile, "/var/log/sudo.log")} -p wa -k sudo_log_file"]
    }

    fix "package" {
      when  = !package("auditd").installed && !package("audit").installed
      names = [host.os_family == "rhel" ? "audit" : "auditd"]
      state = "present"
    }

    fix "run" {
      argv = ["augenrules", "--load"]
      live = true
    }
  }
}
