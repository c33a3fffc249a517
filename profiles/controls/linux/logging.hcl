# Where the machine's messages go: systemd's journal, or rsyslog. What only concerns
# the one is not applicable where the other keeps the log.

control "log_sink_single" {
  title    = "One program keeps the log: rsyslog, or systemd's journal"
  severity = "medium"

  check    = log_sink.exists && none(log_sink.others)
  evidence = [log_sink.name]

  message   = log_sink.exists ? "Besides ${log_sink.name}, ${join(" and ", log_sink.others)} ${length(log_sink.others) == 1 ? "keeps" : "keep"} a log" : "Neither rsyslog nor systemd-journald is in use"
  rationale = "Two logs are kept, sent and looked through half as well as one, and without any nothing can be looked up at all."
  remediation {
    text       = log_sink.exists ? "Decide for one, and run systemctl disable --now for the others: ${join(", ", log_sink.others)}." : "Run systemctl unmask systemd-journald.service and systemctl start systemd-journald.service."
    impact     = "Programs and people that read the other log find it no longer written."
    disruption = "restart_daemon"
  }
}

control "log_packages_present" {
  param "packages" {
    type = list(string)
  }
  # rsyslog or journald
  param "sink" {
    type = string
  }
  title    = "Where ${param.sink} keeps the log, ${join(" and ", param.packages)} ${length(param.packages) == 1 ? "is" : "are"} installed"
  severity = "medium"

  when     = log_sink.name == param.sink
  when_not = log_sink.exists ? "The log is kept by ${log_sink.name}, not by ${param.sink}." : "No program keeps the log."
  check    = none([for p in param.packages : p if !package(p).installed])

  message   = "Not installed: ${join(", ", [for p in param.packages : p if !package(p).installed])}"
  rationale = "What sends messages to another machine, or guards them on the way, comes in a package of its own."
  remediation {
    text       = "Run ${host.install} ${join(" ", [for p in param.packages : p if !package(p).installed])}."
    impact     = "The package brings its dependencies, and may start a service when it is installed."
    disruption = "none"

    fix "package" {
      names = [for p in param.packages : p if !package(p).installed]
      state = "present"
    }
  }
}

control "log_unit_running" {
  param "unit" {
    type = string
  }
  # rsyslog or journald
  param "sink" {
    type = string
  }
  title    = "Where ${param.sink} keeps the log, ${param.unit} is started at boot, and runs"
  severity = "medium"

  when     = log_sink.name == param.sink
  when_not = log_sink.exists ? "The log is kept by ${log_sink.name}, not by ${param.sink}." : "No program keeps the log."
  check    = unit(param.unit).enabled && unit(param.unit).active

  message   = "${param.unit} is ${unit(param.unit).state}${unit(param.unit).enabled ? ", started at boot, but not active" : " and not started at boot"}"
  rationale = "Messages are kept, or sent to where an intruder cannot reach them, only while the program for it runs."
  remediation {
    text       = "Run systemctl unmask ${param.unit} and systemctl enable --now ${param.unit}; where it does not start, systemctl status ${param.unit} says why."
    impact     = "The service starts at once, with the settings that it has."
    disruption = "none"

    fix "unit" {
      when  = unit(param.unit).exists
      names = [param.unit]
      state = "enabled"
    }
  }
}

control "journald_files_mode" {
  param "mode" {
    type = string
  }
  title    = "systemd-tmpfiles gives the journal's files mode ${param.mode} at most"
  severity = "low"

  when     = journald.exists
  when_not = "There is no systemd-journald."
  check    = none([for l in tmpfiles("systemd.conf").lines : "${l.path} ${l.mode}" if matches("\\.journal", l.path) && !mode_within(coalesce(l.mode, "0000"), param.mode)])
  evidence = [tmpfiles("systemd.conf").path]

  message   = "${coalesce(tmpfiles("systemd.conf").path, "No file")} sets ${join(", ", [for l in tmpfiles("systemd.conf").lines : "${l.path} to ${l.mode}" if matches("\\.journal", l.path) && !mode_within(coalesce(l.mode, "0000"), param.mode)])}; ${param.mode} is the most it may grant"
  rationale = "The journal holds what programs say about people and about each other, and now and then a password typed at the wrong prompt."
  remediation {
    text       = "Copy /usr/lib/tmpfiles.d/systemd.conf to /etc/tmpfiles.d, write ${param.mode} for the journal's files there, and run systemd-tmpfiles --create."
    impact     = "Accounts outside of the groups systemd-journal and adm can no longer read the journal."
    disruption = "none"
  }
}

control "journald_space_reviewed" {
  title    = "The journal's size and age are limited as the site needs it"
  severity = "low"

  when     = journald.exists
  when_not = "There is no systemd-journald."
  evidence = [
    systemd_conf("journald.conf/Journal/SystemMaxUse").value, systemd_conf("journald.conf/Journal/SystemKeepFree").value,
    systemd_conf("journald.conf/Journal/RuntimeMaxUse").value, systemd_conf("journald.conf/Journal/RuntimeKeepFree").value,
    systemd_conf("journald.conf/Journal/MaxFileSec").value,
  ]

  question  = "Do SystemMaxUse, SystemKeepFree, RuntimeMaxUse, RuntimeKeepFree and MaxFileSec keep as much of the journal as the site needs, and no more than its disk can hold?"
  procedure = "Compare the values with the site's rule for logs. What is null is a tenth of the file system to use, 15 % to keep free, and a month for a file. journalctl --disk-usage and journalctl --list-boots show what that comes to here."
  rationale = "A journal that is too small has dropped the start of an intrusion when somebody looks for it, and one without limits can fill the disk."
  remediation {
    text       = "Set them under [Journal] in a file in /etc/systemd/journald.conf.d, and restart systemd-journald."
    impact     = "Messages beyond the limits are deleted."
    disruption = "restart_daemon"
  }
}

control "journald_upload_reviewed" {
  title    = "The journal is sent to the site's log server, and over TLS"
  severity = "medium"

  when     = log_sink.name == "journald"
  when_not = log_sink.exists ? "The log is kept by ${log_sink.name}, not by journald." : "No program keeps the log."
  evidence = [
    systemd_conf("journal-upload.conf/Upload/URL").value, systemd_conf("journal-upload.conf/Upload/ServerKeyFile").value,
    systemd_conf("journal-upload.conf/Upload/ServerCertificateFile").value, systemd_conf("journal-upload.conf/Upload/TrustedCertificateFile").value,
  ]

  question  = "Are URL, ServerKeyFile, ServerCertificateFile and TrustedCertificateFile those of the site?"
  procedure = "The URL should begin with https and name the site's log server; the three files should exist and hold this machine's key and certificate and the site's authority. Look on the server whether messages of this machine arrive."
  rationale = "Who becomes root can rewrite the log on this machine, but not the copy on another."
  remediation {
    text       = "Set them under [Upload] in a file in /etc/systemd/journal-upload.conf.d, and restart systemd-journal-upload."
    impact     = "The journal leaves the machine, with all that it holds."
    disruption = "restart_daemon"
  }
}

control "journald_keeps_to_itself" {
  title    = "Where journald keeps the log, it does not forward messages to syslog"
  severity = "medium"

  when     = log_sink.name == "journald"
  when_not = log_sink.exists ? "The log is kept by ${log_sink.name}, to which journald has to hand the messages on." : "No program keeps the log."
  check    = !journald.forward_to_syslog

  message   = "journald hands each message on to a syslog socket that no rsyslog reads"
  rationale = "Whatever listens at that socket gets a copy of every message, beside the log that is looked after."
  remediation {
    text       = "Write ForwardToSyslog=no under [Journal] into /etc/systemd/journald.conf.d/60-journald.conf, and restart systemd-journald."
    impact     = "A syslog daemon that is started later gets no messages."
    disruption = "restart_daemon"

    fix "settings" {
      path = "/etc/systemd/journald.conf.d/60-journald.conf"
      form = "ini"
      in   = "Journal"
      set  = { ForwardToSyslog = "no" }
    }

    fix "run" {
      argv = ["systemctl", "restart", "systemd-journald"]
      live = true
    }
  }
}

control "journald_forwards" {
  title    = "Where rsyslog keeps the log, journald hands the messages on"
  severity = "medium"

  when     = log_sink.name == "rsyslog"
  when_not = log_sink.exists ? "The log is kept by ${log_sink.name}, not by rsyslog." : "No program keeps the log."
  check    = journald.forward_to_syslog

  message   = "journald does not forward messages to syslog"
  rationale = "journald takes in what services write. What it does not hand on is missing from the log that rsyslog keeps and sends."
  remediation {
    text       = "Write ForwardToSyslog=yes under [Journal] into /etc/systemd/journald.conf.d/60-journald.conf, and restart systemd-journald."
    impact     = "Where rsyslog reads the journal by imjournal, messages arrive twice: take that module out, or leave this as it is and waive the row."
    disruption = "restart_daemon"

    fix "settings" {
      path = "/etc/systemd/journald.conf.d/60-journald.conf"
      form = "ini"
      in   = "Journal"
      set  = { ForwardToSyslog = "yes" }
    }

    fix "run" {
      argv = ["systemctl", "restart", "systemd-journald"]
      live = true
    }
  }
}

control "journald_compresses" {
  title    = "Where journald keeps the log, it compresses large messages"
  severity = "low"

  when     = log_sink.name == "journald"
  when_not = log_sink.exists ? "The log is kept by ${log_sink.name}, not by journald." : "No program keeps the log."
  check    = journald.compress

  message   = "journald is told not to compress"
  rationale = "What is compressed leaves room for more messages within the journal's limits."
  remediation {
    text       = "Write Compress=yes under [Journal] into /etc/systemd/journald.conf.d/60-journald.conf, and restart systemd-journald."
    impact     = "None to speak of."
    disruption = "restart_daemon"

    fix "settings" {
      path = "/etc/systemd/journald.conf.d/60-journald.conf"
      form = "ini"
      in   = "Journal"
      set  = { Compress = "yes" }
    }

    fix "run" {
      argv = ["systemctl", "restart", "systemd-journald"]
      live = true
    }
  }
}

control "journald_storage_persistent" {
  title    = "Where journald keeps the log, Storage=persistent keeps it over a restart"
  severity = "medium"

  when     = log_sink.name == "journald"
  when_not = log_sink.exists ? "The log is kept by ${log_sink.name}, not by journald." : "No program keeps the log."
  check    = journald.storage == "persistent"
  evidence = [journald.persistent]

  message   = journald.persistent ? "Storage is ${journald.storage}: the journal is kept only as long as /var/log/journal is there" : "Storage is ${journald.storage}: the journal is gone after a restart"
  rationale = "An intruder who restarts the machine, or a crash, takes a journal in memory along."
  remediation {
    text       = "Write Storage=persistent under [Journal] into /etc/systemd/journald.conf.d/60-journald.conf, and restart systemd-journald."
    impact     = "The journal takes up to a tenth of the file system of /var/log, unless SystemMaxUse says otherwise."
    disruption = "restart_daemon"

    fix "settings" {
      path = "/etc/systemd/journald.conf.d/60-journald.conf"
      form = "ini"
      in   = "Journal"
      set  = { Storage = "persistent" }
    }

    fix "run" {
      argv = ["systemctl", "restart", "systemd-journald"]
      live = true
    }
  }
}

control "rsyslog_file_mode" {
  param "mode" {
    type = string
  }
  title    = "rsyslog creates its files with mode ${param.mode} at most"
  severity = "medium"

  when     = log_sink.name == "rsyslog"
  when_not = log_sink.exists ? "The log is kept by ${log_sink.name}, not by rsyslog." : "No program keeps the log."
  check    = none([for f in rsyslog.files : "${f.path} ${f.mode}" if !mode_within(f.mode, param.mode)])

  message   = "Created with more than ${param.mode}: ${join(", ", [for f in rsyslog.files : "${f.path} with ${f.mode} (${f.origin})" if !mode_within(f.mode, param.mode)])}"
  rationale = "A log that every account may read gives away names, addresses, and now and then a password typed at the wrong prompt."
  remediation {
    text       = "Write $FileCreateMode ${param.mode} in front of the rules that lack it, fileCreateMode=\"${param.mode}\" into each action(type=\"omfile\" ...) or into module(load=\"builtin:omfile\" ...), and restart rsyslog: ${join(", ", distinct([for f in rsyslog.files : f.origin if !mode_within(f.mode, param.mode)]))}. Files that are there keep their mode: chmod them."
    impact     = "Accounts outside of the log's owner and group can no longer read it."
    disruption = "restart_daemon"

    # What is set at the top of the main file holds for all that follows.
    fix "lines" {
      path  = "/etc/rsyslog.conf"
      lines = ["$FileCreateMode ${param.mode}"]
      first = true
    }

    fix "run" {
      argv = ["systemctl", "restart", "rsyslog"]
      live = true
    }
  }
}

control "rsyslog_rules_reviewed" {
  title    = "rsyslog's rules keep what the site needs"
  severity = "medium"

  when     = log_sink.name == "rsyslog"
  when_not = log_sink.exists ? "The log is kept by ${log_sink.name}, not by rsyslog." : "No program keeps the log."
  evidence = [rsyslog.rules]

  question  = "Do the rules keep the messages of every facility that the site's rule for logs names, above all auth and authpriv?"
  procedure = "Go through the rules: what each selector takes, where it goes, and what is thrown away (stop, none). Try with logger -p authpriv.notice test, and look for the message."
  rationale = "What no rule keeps cannot be looked up when it is needed."
  remediation {
    text       = "Add the missing rules to a file in /etc/rsyslog.d, and restart rsyslog."
    impact     = "More messages take more room."
    disruption = "restart_daemon"
  }
}

control "rsyslog_forwards_reviewed" {
  title    = "rsyslog sends the messages to the site's log server"
  severity = "medium"

  when     = log_sink.name == "rsyslog"
  when_not = log_sink.exists ? "The log is kept by ${log_sink.name}, not by rsyslog." : "No program keeps the log."
  evidence = [rsyslog.forwards]

  question  = "Are the messages sent to the site's log server?"
  procedure = "The target should be the site's server, and the protocol tcp or relp, which notice a loss. Look there whether messages of this machine arrive. An empty list means that nothing is sent."
  rationale = "Who becomes root can rewrite the log on this machine, but not the copy on another."
  remediation {
    text       = "Add *.* action(type=\"omfwd\" target=\"HOST\" port=\"514\" protocol=\"tcp\" action.resumeRetryCount=\"100\" queue.type=\"LinkedList\" queue.size=\"1000\") to a file in /etc/rsyslog.d, and restart rsyslog."
    impact     = "The messages leave the machine, with all that they hold."
    disruption = "restart_daemon"
  }
}

control "rsyslog_no_receivers" {
  title    = "rsyslog takes no messages from other machines"
  severity = "medium"

  when     = log_sink.name == "rsyslog"
  when_not = log_sink.exists ? "The log is kept by ${log_sink.name}, not by rsyslog." : "No program keeps the log."
  check    = none(rsyslog.receivers)

  message   = "rsyslog is set up to listen: ${join(", ", rsyslog.receivers)}"
  rationale = "Whoever reaches the port can fill this machine's log, and write into it whatever they like."
  remediation {
    text       = "Take these lines out, and restart rsyslog: ${join(", ", rsyslog.receivers)}. On the site's log server waive the row."
    impact     = "Machines that send their messages here lose them."
    disruption = "restart_daemon"
  }
}

control "rsyslog_forwards_over_tls" {
  title    = "rsyslog sends messages over TLS"
  severity = "medium"

  when     = log_sink.name == "rsyslog" && length(rsyslog.forwards) > 0
  when_not = log_sink.name == "rsyslog" ? "rsyslog sends its messages nowhere." : log_sink.exists ? "The log is kept by ${log_sink.name}, not by rsyslog." : "No program keeps the log."
  check    = none([for f in rsyslog.forwards : "${f.protocol} ${f.target}" if !f.tls])

  message   = "Sent in the clear: ${join(", ", [for f in rsyslog.forwards : "by ${f.protocol} to ${f.target} (${f.origin})" if !f.tls])}"
  rationale = "On the way through the network the messages can be read, changed and dropped, and nothing shows that the right server got them."
  remediation {
    text       = "Give each of these actions protocol=\"tcp\" StreamDriver=\"gtls\" StreamDriverMode=\"1\" StreamDriverAuthMode=\"x509/name\", set DefaultNetstreamDriverCAFile in global(), and restart rsyslog: ${join(", ", [for f in rsyslog.forwards : f.origin if !f.tls])}."
    impact     = "The server has to take TLS at that port, or no message arrives."
    disruption = "restart_daemon"
  }
}

control "rsyslog_ca_file" {
  title    = "rsyslog checks the log server's certificate against a file of authorities that is there"
  severity = "medium"

  when     = log_sink.name == "rsyslog" && length(rsyslog.forwards) > 0
  when_not = log_sink.name == "rsyslog" ? "rsyslog sends its messages nowhere." : log_sink.exists ? "The log is kept by ${log_sink.name}, not by rsyslog." : "No program keeps the log."
  check    = rsyslog.ca_file != null && none([for f in [rsyslog.ca_file] : f if f == null ? false : !file(f).exists])

  message   = rsyslog.ca_file == null ? "DefaultNetstreamDriverCAFile is not set" : "${rsyslog.ca_file} does not exist"
  rationale = "Without an authority to check against, any server can pose as the right one."
  remediation {
    text       = "Put the certificate of the site's authority in place, name it by global(DefaultNetstreamDriverCAFile=\"/etc/ssl/certs/FILE\") in a file in /etc/rsyslog.d, and restart rsyslog."
    impact     = "A server whose certificate another authority signed is refused."
    disruption = "restart_daemon"
  }
}

control "logrotate_reviewed" {
  title    = "Logs are rotated as the site needs it"
  severity = "low"

  evidence = [logrotate.defaults, logrotate.logs]

  question  = "Is each log rotated, and kept as long as the site's rule for logs asks for?"
  procedure = "Compare the logs in /var/log with the list: a file that no block names grows for ever. rotate times the interval (daily, weekly, monthly) is how long a log is kept, unless maxage or size ends it before."
  rationale = "A log that is thrown away too soon is missing when an intrusion comes to light, and one that is never rotated fills the disk."
  remediation {
    text       = "Add a file for what is missing to /etc/logrotate.d, and try it with logrotate --debug /etc/logrotate.conf."
    impact     = "Old logs are deleted."
    disruption = "none"
  }
}

control "log_files_mode" {
  title    = "Files in /var/log are for those who look after them: mode 0640, and no more than 0644, 0660 or 0664 where programs need it"
  severity = "medium"

  when     = file_tree("/var/log").exists
  when_not = "/var/log does not exist."
  check = none([
    for f in file_tree("/var/log").files : "${f.path} ${f.mode}"
    if f.type == "file" && !mode_within(f.mode, matches("/(wtmp|btmp|lastlog)([.-][^/]*)?$", f.path) ? "0664" : matches("/(cloud-init|localmessages|waagent)[^/]*\\.log[^/]*$|/localmessages[^/]*$|^/var/log/README$", f.path) ? "0644" : matches("^/var/log/(sssd|gdm3?)/", f.path) ? "0660" : "0640")
  ])

  message = "Open to more than need them: ${join(", ", [
    for f in file_tree("/var/log").files : "${f.path} (${f.mode})"
    if f.type == "file" && !mode_within(f.mode, matches("/(wtmp|btmp|lastlog)([.-][^/]*)?$", f.path) ? "0664" : matches("/(cloud-init|localmessages|waagent)[^/]*\\.log[^/]*$|/localmessages[^/]*$|^/var/log/README$", f.path) ? "0644" : matches("^/var/log/(sssd|gdm3?)/", f.path) ? "0660" : "0640")
  ])}"
  rationale = "Logs give away names, addresses and habits, and now and then a password typed at the wrong prompt. Who may write to them can cover traces."
  remediation {
    text       = "Run chmod o-rwx,g-wx on them, and set the mode where they come from: logrotate's create, rsyslog's FileCreateMode, or the service's own setting."
    impact     = "Accounts that read these logs without being in their group need that group."
    disruption = "none"

    fix "access" {
      paths = [
        for f in file_tree("/var/log").files : f.path
        if f.type == "file" && !mode_within(f.mode, matches("/(wtmp|btmp|lastlog)([.-][^/]*)?$", f.path) ? "0664" : matches("/(cloud-init|localmessages|waagent)[^/]*\\.log[^/]*$|/localmessages[^/]*$|^/var/log/README$", f.path) ? "0644" : matches("^/var/log/(sssd|gdm3?)/", f.path) ? "0660" : "0640")
      ]
      mode = "u-x,g-wx,o-rwx"
    }
  }
}
