# Engine settings that the benchmark does not mention.

control "engine_debug_off" {
  title    = "The engine does not run in debug mode"
  severity = "low"

  check = !docker.info.debug

  message   = "${docker.info.name} runs its engine in debug mode"
  rationale = "Debug mode writes request bodies into the log and opens profiling addresses on the API that cost time and tell about memory."
  remediation {
    text       = "Set \"debug\": false in ${docker.daemon.config_file}, or take --debug from dockerd's command line, and reload it: systemctl reload docker."
    impact     = "The log is shorter."
    disruption = "reload"

    fix "json" {
      when = !contains(docker.daemon.flags, "debug")
      path = docker.daemon.config_file
      merge = { debug = false }
    }

    fix "run" {
      when = docker.daemon.unit != null && !contains(docker.daemon.flags, "debug") && !docker.daemon.rootless
      argv = ["systemctl", "reload", coalesce(docker.daemon.unit, "docker.service")]
      live = true
    }
  }
}

control "engine_private_ipc" {
  title    = "New containers get shared memory of their own"
  severity = "low"

  check = docker.daemon.default_ipc_mode == "private"

  message   = "New containers get the IPC mode ${docker.daemon.default_ipc_mode}"
  rationale = "In mode shareable, any other container may join the shared memory of this one, if somebody only asks for it by name."
  remediation {
    text       = "Set \"default-ipc-mode\": \"private\" in ${docker.daemon.config_file}, reload the engine, and recreate the containers."
    impact     = "Containers that share memory must say so: --ipc shareable on the one that offers it."
    disruption = "recreate"

    fix "json" {
      when = !contains(docker.daemon.flags, "default-ipc-mode")
      path = docker.daemon.config_file
      merge = { default-ipc-mode = "private" }
    }

    fix "run" {
      when = docker.daemon.unit != null && !contains(docker.daemon.flags, "default-ipc-mode") && !docker.daemon.rootless
      argv = ["systemctl", "restart", coalesce(docker.daemon.unit, "docker.service")]
      live = true
    }
  }
}

control "engine_private_cgroups" {
  title    = "New containers see only their own control group"
  severity = "medium"

  check = docker.daemon.default_cgroupns_mode == "private"

  message   = "New containers get the cgroup namespace mode ${docker.daemon.default_cgroupns_mode}"
  rationale = "In mode host, every container sees the control groups of the whole machine. That is the default on cgroup v1, and a leftover setting on v2."
  remediation {
    text       = "Set \"default-cgroupns-mode\": \"private\" in ${docker.daemon.config_file} and reload the engine; better, boot the host with cgroup v2. Recreate the containers."
    impact     = "Monitoring agents in containers need --cgroupns host."
    disruption = "recreate"

    fix "json" {
      when = !contains(docker.daemon.flags, "default-cgroupns-mode")
      path = docker.daemon.config_file
      merge = { default-cgroupns-mode = "private" }
    }

    fix "run" {
      when = docker.daemon.unit != null && !contains(docker.daemon.flags, "default-cgroupns-mode") && !docker.daemon.rootless
      argv = ["systemctl", "restart", coalesce(docker.daemon.unit, "docker.service")]
      live = true
    }
  }
}

control "engine_runtimes_approved" {
  param "allowed" {
    type    = list(string)
    default = ["runc", "io.containerd.runc.v2", "crun", "oci", "runsc", "io.containerd.runsc.v1", "kata-runtime", "io.containerd.kata.v2"]
  }
  title    = "The engine offers only runtimes that you have approved"
  severity = "medium"

  check = none(setsubtract(docker.info.runtimes, param.allowed)) && contains(param.allowed, docker.info.default_runtime)

  message   = "The engine offers the runtimes ${join(", ", docker.info.runtimes)}; its default is ${docker.info.default_runtime}"
  rationale = "Every client may choose among them. A runtime is a program that the engine starts as root for each container, so one bad choice is a way around all limits."
  remediation {
    text       = "Remove ${join(", ", setsubtract(distinct(concat(docker.info.runtimes, [docker.info.default_runtime])), param.allowed))} from \"runtimes\" and \"default-runtime\" in ${docker.daemon.config_file} and reload the engine, or add to the parameter allowed what is needed and kept up to date."
    impact     = "Containers that were created with a removed runtime do not start."
    disruption = "reload"
  }
}

control "engine_no_pending_settings" {
  title    = "The engine runs with the settings that are on disk"
  severity = "low"

  check = none([for p in docker.daemon.pending : "${p.name}: ${p.live}, on disk ${p.on_disk}"])

  message   = "Settings were changed on disk and are not in force: ${join("; ", [for p in docker.daemon.pending : "${p.name} is ${p.live}, ${p.origin} says ${p.on_disk}"])}"
  rationale = "Who reads the file believes that the host is safe, or would notice a weak setting only after the next restart, at night."
  remediation {
    text       = "Decide what is meant to hold for ${join(", ", [for p in docker.daemon.pending : p.name])}, put it into ${docker.daemon.config_file}, and restart the engine at a quiet hour."
    impact     = "Without live-restore, a restart ends all containers; they start again by their restart policy."
    disruption = "restart_daemon"
  }
}

control "engine_uses_selinux" {
  title    = "The engine uses SELinux where the host has it"
  severity = "high"

  when     = docker.engine.local && host.selinux
  when_not = docker.engine.local ? "The host runs without SELinux." : "The engine is on another machine, which tells nothing of its SELinux unless the engine uses it."
  check    = docker.info.selinux

  message   = "${docker.info.name} has SELinux, but its engine does not use it"
  rationale = "Without labels, SELinux takes all containers for one and lets them at each other's files, and at much of the host."
  remediation {
    text       = "Install container-selinux, set \"selinux-enabled\": true in ${docker.daemon.config_file}, restart the engine, and recreate the containers with :z or :Z on their mounts."
    impact     = "Mounts whose files carry no container label are refused until they are relabelled."
    disruption = "restart_daemon"
  }
}
