control "container_oom_killer_on" {
  title    = "The kernel may end a container that takes too much memory"
  severity = "medium"

  each  = container
  check = container.host_config.oom_kill_disable == null || !container.host_config.oom_kill_disable

  message   = "${container.name} cannot be ended when memory runs out"
  rationale = "With the killer off, a container at its limit hangs for ever; without a limit, the kernel ends processes of the host in its place."
  remediation {
    text       = "Recreate ${container.name} without --oom-kill-disable."
    impact     = "The container is ended and restarted when it reaches its limit."
    disruption = "recreate"
  }
}

control "container_oom_not_spared" {
  title    = "No container is spared at the expense of the host when memory runs out"
  severity = "low"

  each  = container
  check = container.host_config.oom_score_adj >= 0

  message   = "${container.name} has an OOM score of ${container.host_config.oom_score_adj}"
  rationale = "A negative score puts the container behind others when the kernel looks for something to end: first go sshd, the engine and the agents that you need in that moment."
  remediation {
    text       = "Recreate ${container.name} without --oom-score-adj ${container.host_config.oom_score_adj}, and give it a memory limit that it can live with."
    impact     = "It may be ended earlier than before when the host runs out of memory."
    disruption = "recreate"
  }
}

control "container_swap_limited" {
  title    = "No container may fill the host's swap"
  severity = "low"

  each  = container
  check = container.host_config.memory_swap != -1

  message   = "${container.name} may use swap without limit"
  rationale = "A leaking container then pushes everything else out of memory, and the host is slow long before anything is ended."
  remediation {
    text       = "Bound it: docker update --memory ${container.host_config.memory > 0 ? container.host_config.memory : "512m"} --memory-swap ${container.host_config.memory > 0 ? container.host_config.memory : "512m"} ${container.name}, which leaves it no swap, and the same where it is defined."
    impact     = "The container is ended earlier when it grows."
    disruption = "none"
  }
}

control "container_log_bounded" {
  title    = "The log file of each container is limited in size"
  severity = "medium"

  each  = container
  check = container.host_config.log_config.type != "json-file" || lookup(container.host_config.log_config.config, "max-size", "") != ""

  message   = "${container.name} writes a log file without limit"
  rationale = "A container that writes errors in a loop fills the disk of the host, and with it goes the engine and every other container."
  remediation {
    text       = "Recreate ${container.name} with --log-opt max-size=10m --log-opt max-file=3, or with --log-driver local, which rotates by itself."
    impact     = "Older lines are gone unless they are sent elsewhere."
    disruption = "recreate"
  }
}

control "engine_log_bounded" {
  title    = "Log files of new containers are limited in size"
  severity = "medium"

  check = docker.daemon.log_driver != "json-file" || lookup(docker.daemon.log_opts, "max-size", "") != ""

  message   = "New containers write log files without limit (log driver ${docker.daemon.log_driver})"
  rationale = "json-file, the default, never rotates unless it is told to. Sooner or later one talkative container fills the disk."
  remediation {
    text       = "Set \"log-driver\": \"local\" in ${docker.daemon.config_file}, or \"log-opts\": {\"max-size\": \"10m\", \"max-file\": \"3\"}, restart the engine, and recreate the containers."
    impact     = "Containers keep their old log settings until they are recreated. Programs that read the json files do not understand those of the local driver."
    disruption = "restart_daemon"
  }
}

control "service_limited" {
  title    = "Each swarm service has limits on memory, processor time and processes"
  severity = "medium"

  each  = service
  check = service.memory_limit > 0 && service.nano_cpus > 0 && service.pids > 0

  message   = "${service.name} has no limit on ${join(", ", concat([for n in [service.memory_limit] : "memory" if n <= 0], [for n in [service.nano_cpus] : "processor time" if n <= 0], [for n in [service.pids] : "processes" if n <= 0]))}"
  rationale = "Swarm places a task where there is room by its books. A service without limits is not in the books, and takes what its neighbours on the node counted on."
  remediation {
    text       = "Set what is missing: docker service update --limit-memory 512M --limit-cpu 1.5 --limit-pids 200 ${service.name}, and the same in its stack file."
    impact     = "The service's containers are replaced one after the other. A limit that is too low ends or slows them."
    disruption = "recreate"
  }
}
