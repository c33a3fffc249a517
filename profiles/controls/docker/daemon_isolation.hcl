# What the engine gives to every container that asks for nothing in particular.

control "engine_default_ulimits" {
  param "limits" {
    type    = list(string)
    default = ["nofile", "nproc"]
  }
  title    = "Containers get default limits for open files and processes"
  severity = "low"

  check = none([for l in param.limits : l if !contains(keys(docker.daemon.default_ulimits), l)])

  message   = "No default limit for ${join(", ", [for l in param.limits : l if !contains(keys(docker.daemon.default_ulimits), l)])}: containers inherit what dockerd itself may use"
  rationale = "dockerd's own limits are often none at all. Under them one container that leaks files or forks without end takes the host with it."
  remediation {
    text       = "Add ${join(" and ", [for l in param.limits : "\"${l}\"" if !contains(keys(docker.daemon.default_ulimits), l)])} to \"default-ulimits\" in ${docker.daemon.config_file}, for instance \"nofile\": {\"Name\": \"nofile\", \"Soft\": 1024, \"Hard\": 4096}, and restart dockerd."
    impact     = "Only new containers get the limits. Databases and web servers may need higher ones of their own, by --ulimit."
    disruption = "restart_daemon"

    # The soft limit is what programs get, the hard one how far they may raise it.
    fix "json" {
      when = !contains(docker.daemon.flags, "default-ulimits") && none(setsubtract(param.limits, ["nofile", "nproc"]))
      path = docker.daemon.config_file
      merge = {
        default-ulimits = {
          for l in param.limits : l => { Name = l, Soft = l == "nofile" ? 1024 : 4096, Hard = l == "nofile" ? 4096 : 8192 } if !contains(keys(docker.daemon.default_ulimits), l)
        }
      }
    }

    fix "run" {
      when = docker.daemon.unit != null && !contains(docker.daemon.flags, "default-ulimits") && !docker.daemon.rootless && none(setsubtract(param.limits, ["nofile", "nproc"]))
      argv = ["systemctl", "restart", coalesce(docker.daemon.unit, "docker.service")]
      live = true
    }
  }
}

control "engine_user_namespaces" {
  title    = "Root in a container is not root on the host"
  severity = "medium"

  check = docker.daemon.userns_remap != "" || docker.info.userns || docker.daemon.rootless

  message   = "The engine maps no user ids: uid 0 in a container is uid 0 on the host"
  rationale = "Most images run as root. With a mapping, a process that breaks out arrives on the host as an account that owns nothing."
  remediation {
    text       = "Set \"userns-remap\": \"default\" in ${docker.daemon.config_file} and restart dockerd, or move to a rootless engine. The containerd image store does not support remapping; turn it off first."
    impact     = "The engine starts with an empty store: images, containers and volumes of before are out of sight until it is undone. Bind mounts need new owners, and --privileged, --pid=host and --network=host need --userns=host."
    disruption = "recreate"
  }
}

control "engine_cgroup_parent" {
  # The defaults of the cgroupfs and systemd drivers, and of a rootless engine.
  param "approved" {
    type    = list(string)
    default = ["", "docker", "/docker", "system.slice", "user.slice"]
  }
  title    = "Containers start under the usual control group"
  severity = "low"

  check = contains(param.approved, docker.daemon.cgroup_parent)

  message   = "Containers start under control group ${docker.daemon.cgroup_parent}"
  rationale = "Limits are set on control groups. Under another parent, containers can escape the limits that were made for them, or share those of something else."
  evidence  = [docker.info.cgroup_driver, docker.info.cgroup_version]
  remediation {
    text       = "Remove \"cgroup-parent\" from ${docker.daemon.config_file} and restart dockerd; or name ${docker.daemon.cgroup_parent} in the approved parameter of your own profile, once its limits are known to be right."
    impact     = "Containers made from then on are counted, and limited, elsewhere."
    disruption = "recreate"
  }
}

control "engine_no_new_privileges" {
  title    = "Containers cannot gain privileges by default"
  severity = "medium"

  check = docker.daemon.no_new_privileges

  message   = "Processes in containers can gain privileges through setuid programs, unless a container forbids it"
  rationale = "With this flag set, sudo, su and every setuid file in an image are harmless: no process can get more rights than it started with."
  remediation {
    text       = "Set \"no-new-privileges\": true in ${docker.daemon.config_file} and restart dockerd."
    impact     = "Applies to containers made from then on. Images that use sudo, su, or ping with file capabilities stop doing so; a single container may opt out."
    disruption = "restart_daemon"

    fix "json" {
      when = !contains(docker.daemon.flags, "no-new-privileges")
      path = docker.daemon.config_file
      merge = { no-new-privileges = true }
    }

    fix "run" {
      when = docker.daemon.unit != null && !contains(docker.daemon.flags, "no-new-privileges") && !docker.daemon.rootless
      argv = ["systemctl", "restart", coalesce(docker.daemon.unit, "docker.service")]
      live = true
    }
  }
}

control "engine_seccomp_filter" {
  title    = "The engine filters the system calls of containers"
  severity = "high"

  check = docker.info.seccomp && docker.daemon.seccomp_profile != "unconfined"

  message   = "Containers may make every system call, unless one brings a filter of its own"
  rationale = "Most ways out of a container lead through a system call that no ordinary program makes. The filter bars those."
  remediation {
    text       = "Remove \"seccomp-profile\" from ${docker.daemon.config_file}, or name a profile file there, and restart dockerd. Where docker info lists no seccomp at all, use a kernel with CONFIG_SECCOMP_FILTER."
    impact     = "Programs that make unusual calls fail, with EPERM, in containers made from then on."
    disruption = "restart_daemon"

    fix "json" {
      when = !contains(docker.daemon.flags, "seccomp-profile")
      path = docker.daemon.config_file
      unset = ["seccomp-profile"]
    }

    fix "run" {
      when = docker.daemon.unit != null && !contains(docker.daemon.flags, "seccomp-profile") && !docker.daemon.rootless
      argv = ["systemctl", "restart", coalesce(docker.daemon.unit, "docker.service")]
      live = true
    }
  }
}
