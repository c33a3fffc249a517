# Audit watches of paths that only the engine's own settings can name. The kernel
# does not follow a link at the end of a watch, so the rules name what it leads to.

control "engine_data_watched" {
  title    = "Changes to the engine's data directory leave an audit record"
  severity = "medium"

  when     = file(docker.daemon.data_root).exists
  when_not = "${docker.daemon.data_root} does not exist."
  check    = audit_watch(docker.daemon.data_root).covered
  evidence = [audit_watch(docker.daemon.data_root).rule, audit_watch(docker.daemon.data_root).persisted]

  message   = "No audit rule records writes and attribute changes below ${docker.daemon.data_root}"
  rationale = "Layers, volumes and container settings lie here as plain files. Someone who edits them changes what containers run, and the engine notices nothing."
  remediation {
    text       = "Add '-w ${file(docker.daemon.data_root).resolved} -p wa -k docker' to /etc/audit/rules.d/docker.rules, then run augenrules --load."
    impact     = "Busy containers write here all the time: expect many records, size the audit log for them, and watch its load on the disk."
    disruption = "none"
  }
}

control "engine_config_directory_watched" {
  title    = "Changes to the engine's configuration directory leave an audit record"
  severity = "medium"

  when     = any([for d in docker.daemon.config_directories : file(d).exists])
  when_not = "The engine has no configuration directory."
  check    = none([for d in docker.daemon.config_directories : d if file(d).exists && !audit_watch(d).covered])

  message   = "No audit rule records writes and attribute changes in ${join(", ", [for d in docker.daemon.config_directories : d if file(d).exists && !audit_watch(d).covered])}"
  rationale = "This directory says which registries the engine trusts and how it starts. A change here outlives every container and deserves a name and a time."
  remediation {
    text       = "Add '-w ${join(" -p wa -k docker' and '-w ", distinct([for d in docker.daemon.config_directories : file(d).resolved if file(d).exists && !audit_watch(d).covered]))} -p wa -k docker' to /etc/audit/rules.d/docker.rules, then run augenrules --load."
    impact     = "A few records whenever settings or certificates are renewed."
    disruption = "none"
  }
}

control "engine_config_file_watched" {
  title    = "Changes to the engine's configuration file leave an audit record"
  severity = "medium"

  when     = file(docker.daemon.config_file).exists
  when_not = "${docker.daemon.config_file} does not exist; the engine runs on flags and defaults."
  check    = audit_watch(docker.daemon.config_file).covered
  evidence = [audit_watch(docker.daemon.config_file).rule, audit_watch(docker.daemon.config_file).persisted]

  message   = "No audit rule records writes and attribute changes of ${docker.daemon.config_file}"
  rationale = "One line in this file can open the engine to the network or switch its filters off. An auditor will want to know who wrote that line."
  remediation {
    text       = "Add '-w ${file(docker.daemon.config_file).resolved} -p wa -k docker' to /etc/audit/rules.d/docker.rules, then run augenrules --load. A watch of the directory around it serves as well."
    impact     = "A record whenever the engine is configured anew."
    disruption = "none"
  }
}

control "unit_watched" {
  param "unit" {
    type = string
  }
  title    = "Changes to the unit file of ${param.unit} and its drop-ins leave an audit record"
  severity = "medium"

  when     = unit(param.unit).exists && !unit(param.unit).masked
  when_not = unit(param.unit).exists ? "The unit ${param.unit} is masked." : "There is no unit ${param.unit}."
  check    = none([for f in concat([unit(param.unit).fragment_path], unit(param.unit).drop_in_paths) : f if !audit_watch(f).covered])

  message   = "${join(" and ", [for f in concat([unit(param.unit).fragment_path], unit(param.unit).drop_in_paths) : f if !audit_watch(f).covered])} can change without an audit record"
  rationale = "The unit holds the service's command line, and every drop-in can replace it. Both run as root at the next start."
  remediation {
    text       = "Add '-w ${join(" -p wa -k docker' and '-w ", distinct([for f in concat([unit(param.unit).fragment_path], unit(param.unit).drop_in_paths) : file(f).resolved if !audit_watch(f).covered]))} -p wa -k docker' to /etc/audit/rules.d/docker.rules, then run augenrules --load."
    impact     = "A few records with each package upgrade."
    disruption = "none"
  }
}

control "engine_socket_watched" {
  title    = "Changes to the engine's sockets leave an audit record"
  severity = "medium"

  when     = any([for s in docker.daemon.unix_sockets : file(s).exists])
  when_not = "The engine listens on no Unix socket."
  check    = none([for s in docker.daemon.unix_sockets : s if file(s).exists && !audit_watch(s).covered])

  message   = "No audit rule records changes of ${join(", ", [for s in docker.daemon.unix_sockets : s if file(s).exists && !audit_watch(s).covered])}"
  rationale = "Whoever can write to this socket rules the engine, and with it the host. A changed owner or mode, or a socket put in its place, must not go unseen."
  remediation {
    text       = "Add '-w ${join(" -p wa -k docker' and '-w ", distinct([for s in docker.daemon.unix_sockets : file(s).resolved if file(s).exists && !audit_watch(s).covered]))} -p wa -k docker' to /etc/audit/rules.d/docker.rules, then run augenrules --load."
    impact     = "Few records: the socket is made once per start. The rule loads only while its directory exists."
    disruption = "none"
  }
}

control "containerd_socket_watched" {
  title    = "Changes to containerd's socket leave an audit record"
  severity = "medium"

  when     = any([for s in docker.daemon.containerd_sockets : file(s).exists])
  when_not = "containerd has no socket on this machine."
  check    = none([for s in docker.daemon.containerd_sockets : s if file(s).exists && !audit_watch(s).covered])

  message   = "No audit rule records changes of ${join(", ", [for s in docker.daemon.containerd_sockets : s if file(s).exists && !audit_watch(s).covered])}"
  rationale = "This socket starts containers below the engine's back: no plugin, log or policy of the engine sees what is asked of it."
  remediation {
    text       = "Add '-w ${join(" -p wa -k docker' and '-w ", distinct([for s in docker.daemon.containerd_sockets : file(s).resolved if file(s).exists && !audit_watch(s).covered]))} -p wa -k docker' to /etc/audit/rules.d/docker.rules, then run augenrules --load."
    impact     = "Few records: the socket is made once per start. The rule loads only while its directory exists."
    disruption = "none"

    fix "lines" {
      path = "/etc/audit/rules.d/docker.rules"
      lines = distinct([for s in docker.daemon.containerd_sockets : "-w ${file(s).resolved} -p wa -k docker" if file(s).exists && !audit_watch(s).covered])
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

control "runtime_watched" {
  title    = "Changes to the container runtimes leave an audit record"
  severity = "medium"

  when     = length(docker.daemon.runtime_paths) > 0
  when_not = "No runtime was found: neither runc, nor a program that the engine's configuration names."
  check    = none([for p in docker.daemon.runtime_paths : p if !audit_watch(p).covered])

  message   = "${join(" and ", [for p in docker.daemon.runtime_paths : p if !audit_watch(p).covered])} can be replaced without an audit record"
  rationale = "The runtime is the last program that runs as root before a container begins. It has been a favourite place to break out through, and a replaced one owns every container."
  remediation {
    text       = "Add '-w ${join(" -p wa -k docker' and '-w ", [for p in docker.daemon.runtime_paths : p if !audit_watch(p).covered])} -p wa -k docker' to /etc/audit/rules.d/docker.rules, then run augenrules --load."
    impact     = "A record with each upgrade of the runtime."
    disruption = "none"

    fix "lines" {
      path = "/etc/audit/rules.d/docker.rules"
      lines = [for p in docker.daemon.runtime_paths : "-w ${p} -p wa -k docker" if !audit_watch(p).covered]
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
