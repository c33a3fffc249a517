# How dockerd itself runs: as whom, with what log, behind which authorization.

control "engine_rootless" {
  title    = "The engine runs without root's rights"
  severity = "medium"

  check = docker.daemon.rootless

  message   = "The engine runs as root"
  rationale = "A hole in an engine that runs as root gives away the host. In rootless mode the same hole gives away one ordinary account."
  remediation {
    text       = "Set up a rootless engine for a dedicated account with dockerd-rootless-setuptool.sh install, move the workloads over, then disable docker.service and docker.socket."
    impact     = "Images and volumes must be moved. Ports below 1024, overlay networks, AppArmor and some storage drivers need extra steps or do not work; resource limits need cgroup v2."
    disruption = "recreate"
  }
}

control "engine_log_level" {
  param "levels" {
    type    = list(string)
    default = ["info"]
  }
  title    = "The engine's log tells enough, and not too much"
  severity = "low"

  check = contains(param.levels, docker.daemon.log_level) && !docker.daemon.debug

  message   = "The engine logs at level ${docker.daemon.log_level}${docker.daemon.debug ? ", and debugging is on" : ""}"
  rationale = "Too quiet, and the log lacks what an investigation needs. Debug output is so loud that the rest drowns, and it repeats requests that may carry secrets."
  remediation {
    text       = "Set \"log-level\": \"${param.levels[0]}\" and \"debug\": false in ${docker.daemon.config_file}, remove the same flags from dockerd's command line, and restart the engine."
    impact     = "The log changes in volume. Debugging alone can be switched off by a reload."
    disruption = "restart_daemon"

    fix "json" {
      when  = none(setintersection(docker.daemon.flags, ["log-level", "debug"]))
      path  = docker.daemon.config_file
      merge = { log-level = param.levels[0], debug = false }
    }

    fix "run" {
      when = docker.daemon.unit != null && none(setintersection(docker.daemon.flags, ["log-level", "debug"])) && !docker.daemon.rootless
      argv = ["systemctl", "restart", coalesce(docker.daemon.unit, "docker.service")]
      live = true
    }
  }
}

control "engine_authorization_plugin" {
  title    = "An authorization plugin judges requests to the engine"
  severity = "medium"

  when     = docker.engine.name != "podman"
  when_not = "Podman has no authorization plugins."
  check    = length(docker.daemon.authorization_plugins) > 0

  message   = "No authorization plugin is in use: every client that reaches the engine may do everything"
  rationale = "The engine knows two rights only, all or nothing. A plugin can grant a client some requests and refuse the rest."
  evidence  = [docker.version.version]
  remediation {
    text       = "Install an authorization plugin, name it under \"authorization-plugins\" in ${docker.daemon.config_file}, and reload dockerd. Releases before 29.3.1 let oversized requests slip past plugins; this one is ${docker.version.version}."
    impact     = "Every request passes the plugin. A wrong policy, or a plugin that does not start, locks clients out."
    disruption = "reload"
  }
}

control "container_logs_leave_host" {
  # Drivers that keep the log on this machine, where the container's host is lost
  # together with it.
  param "local_drivers" {
    type    = list(string)
    default = ["json-file", "local", "none", "k8s-file"]
  }
  title    = "Container logs are sent to another machine"
  severity = "medium"

  # journald, and syslog without an address elsewhere, hand the log to a service of this host.
  ask = (
    docker.daemon.log_driver == "journald" ||
    docker.daemon.log_driver == "syslog" && !matches("^(tcp|udp|tcp\\+tls)://", lookup(docker.daemon.log_opts, "syslog-address", ""))
  )
  check = none(setintersection([docker.daemon.log_driver], param.local_drivers))

  message   = "Containers log through ${docker.daemon.log_driver}, which keeps the log on this host or nowhere"
  rationale = "Logs that stay on the host go down with it, and an intruder who owns the host can edit them. A copy elsewhere is the one that can be trusted."
  question  = "Does a service on this host forward what containers log to a collector on another machine, and does it arrive?"
  procedure = <<-EOT
    For journald: look at systemctl status systemd-journal-upload, rsyslog, vector, fluent-bit or promtail, and at where they send.
    For syslog: look for a forwarding action in /etc/rsyslog.conf and /etc/rsyslog.d/ (a line with @, @@ or omfwd).
    Then run docker run --rm busybox echo log-test-1, and search the collector for it.
  EOT
  evidence  = [docker.daemon.log_driver]
  remediation {
    text       = "Choose a remote driver such as fluentd, gelf, splunk, awslogs or syslog with a tcp+tls address: set \"log-driver\" and \"log-opts\" in ${docker.daemon.config_file}, restart dockerd, and recreate the containers. If an agent reads the files that ${docker.daemon.log_driver} writes, waive this with the agent's name."
    impact     = "Only new containers use the driver. A collector that does not answer can hold containers up unless \"mode\": \"non-blocking\" is set."
    disruption = "recreate"
  }
}

control "engine_live_restore" {
  title    = "Containers keep running while the engine restarts"
  severity = "low"

  when     = docker.engine.name != "podman" && !docker.swarm.active
  when_not = docker.engine.name == "podman" ? "Podman has no daemon to restart." : "The engine is part of a swarm, which does not allow live restore."
  check    = docker.daemon.live_restore

  message   = "Live restore is off: when dockerd stops, all containers stop"
  rationale = "An engine that takes its containers down is an engine that nobody dares to patch. With live restore, security fixes need no maintenance window."
  remediation {
    text       = "Set \"live-restore\": true in ${docker.daemon.config_file}, then reload dockerd."
    impact     = "The host cannot join a swarm while it is set. Containers may block when the engine stays away so long that their log buffers fill."
    disruption = "reload"

    fix "json" {
      when = !contains(docker.daemon.flags, "live-restore")
      path = docker.daemon.config_file
      merge = { live-restore = true }
    }

    fix "run" {
      when = docker.daemon.unit != null && !contains(docker.daemon.flags, "live-restore") && !docker.daemon.rootless
      argv = ["systemctl", "reload", coalesce(docker.daemon.unit, "docker.service")]
      live = true
    }
  }
}

control "engine_not_experimental" {
  title    = "The engine's experimental features are off"
  severity = "low"

  check = !docker.daemon.experimental

  message   = "The engine offers its experimental features"
  rationale = "Experimental features are unfinished by definition: less tested, less reviewed, and free to change with the next release."
  remediation {
    text       = "Remove \"experimental\": true from ${docker.daemon.config_file}, and --experimental from dockerd's command line; then restart the engine."
    impact     = "Whatever used an experimental feature, checkpoints for instance, stops working."
    disruption = "restart_daemon"

    fix "json" {
      when = !contains(docker.daemon.flags, "experimental")
      path = docker.daemon.config_file
      unset = ["experimental"]
    }

    fix "run" {
      when = docker.daemon.unit != null && !contains(docker.daemon.flags, "experimental") && !docker.daemon.rootless
      argv = ["systemctl", "restart", coalesce(docker.daemon.unit, "docker.service")]
      live = true
    }
  }
}
