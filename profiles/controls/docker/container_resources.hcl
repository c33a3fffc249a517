control "container_memory_limited" {
  title    = "The memory of each container is limited"
  severity = "medium"

  each  = container
  check = docker.info.memory_limit && container.host_config.memory > 0

  message   = "${container.name} may use all memory of the host${docker.info.memory_limit ? "" : ": the engine cannot enforce limits here"}"
  rationale = "One container with a leak, or under attack, otherwise takes the memory of all others and of the host, and the kernel ends processes of its own choice."
  remediation {
    text       = "Set a limit a third above what ${container.name} uses at its peak (docker stats): docker update --memory 512m --memory-swap 512m ${container.name}, and the same where the container is defined."
    impact     = "A container that reaches its limit is ended by the kernel."
    disruption = "none"
  }
}

control "container_cpu_limited" {
  title    = "Each container has a share or a limit of processor time"
  severity = "low"

  each  = container
  check = !contains([0, 1024], container.host_config.cpu_shares) || container.host_config.nano_cpus > 0 || container.host_config.cpu_quota > 0

  message   = "${container.name} competes for the processors without a weight or a limit"
  rationale = "Containers get equal time by default. A busy one of no importance then slows down the service that you live from."
  remediation {
    text       = "Limit ${container.name} with docker update --cpus 1.5 ${container.name}, or weigh it with --cpu-shares (1024 is the default weight), and write the same where it is defined."
    impact     = "A limit that is too low makes the service slow at its peak."
    disruption = "none"
  }
}

control "container_pids_limited" {
  title    = "The number of processes of each container is limited"
  severity = "medium"

  each  = container
  check = docker.info.pids_limit && container.host_config.pids_limit != null && container.host_config.pids_limit > 0

  message   = "${container.name} may start processes without limit"
  rationale = "Process ids are shared with the host. A fork bomb in one container leaves none for the others, nor for the administrator who wants to end it."
  remediation {
    text       = "Set a limit well above its usual number: docker update --pids-limit 200 ${container.name}, and pids_limit: 200 where it is defined."
    impact     = "At the limit, the program cannot start processes or threads."
    disruption = "none"
  }
}

control "container_default_ulimits" {
  param "allowed" {
    type    = list(string)
    default = []
  }
  title    = "Containers keep the resource limits that the engine sets"
  severity = "low"

  # The engine's answer repeats its own defaults for every container.
  each  = container
  check = none([for u in container.host_config.ulimits : "${u.name}=${u.soft}:${u.hard}" if !contains(param.allowed, u.name) && !any([for name, d in docker.daemon.default_ulimits : name == u.name && d.soft == u.soft && d.hard == u.hard])])

  message   = "${container.name} sets limits of its own; in force are ${join(", ", [for u in container.host_config.ulimits : "${u.name}=${u.soft}:${u.hard}"])}"
  rationale = "Limits that are set once for the engine hold for everything. Each exception must be known, or nobody can tell what the host bears."
  remediation {
    text       = "Recreate ${container.name} without --ulimit, or add the limits that its program needs to the parameter allowed: ${join(", ", [for u in container.host_config.ulimits : u.name])}."
    impact     = "A program that needs more open files or processes than the engine's default fails at that number."
    disruption = "recreate"
  }
}

control "container_restarts_bounded" {
  param "max_retries" {
    type    = number
    default = 5
  }
  title    = "A failing container is restarted at most ${param.max_retries} times"
  severity = "low"

  each  = container
  check = container.effective.restart_retries != null && container.effective.restart_retries <= param.max_retries

  message   = "${container.name} is restarted ${container.effective.restart_retries == null ? "without end" : "up to ${container.effective.restart_retries} times"} (policy ${container.host_config.restart_policy.name})"
  rationale = "A container that is restarted for ever hides why it fails, and gives an attacker any number of attempts."
  remediation {
    text       = "Bound it: docker update --restart on-failure:${param.max_retries} ${container.name}, and the same where it is defined. On a swarm, set the service's --restart-max-attempts."
    impact     = "on-failure does not start the container again when the host boots; let systemd or the orchestrator do that, and alert on containers that gave up."
    disruption = "none"
  }
}
