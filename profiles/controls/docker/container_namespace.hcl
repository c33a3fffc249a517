control "container_own_network" {
  title    = "No container shares the host's network"
  severity = "high"

  each  = container
  check = container.effective.network_mode != "host"

  message   = "${container.name} uses the host's network"
  rationale = "On the host's network a container reaches services that listen on localhost only, and the abstract sockets of local daemons. No published port limits what it offers."
  remediation {
    text       = "Recreate ${container.name} on a network of its own (docker network create, --network NAME) and publish the ports that it serves, instead of --network host."
    impact     = "The program sees other addresses; what it reached on localhost needs a name or an address now."
    disruption = "recreate"
  }
}

control "container_own_processes" {
  title    = "No container shares the host's process list"
  severity = "high"

  each  = container
  check = container.effective.pid_mode != "host"

  message   = "${container.name} uses the host's process namespace"
  rationale = "It sees every process of the host with its arguments and, as root, its environment and open files, and can end any of them."
  remediation {
    text       = "Recreate ${container.name} without --pid host."
    impact     = "Monitoring agents that read other processes see only their own; run those on the host."
    disruption = "recreate"
  }
}

control "container_own_ipc" {
  title    = "No container shares the host's memory segments and queues"
  severity = "medium"

  each  = container
  check = container.effective.ipc_mode != "host"

  message   = "${container.name} uses the host's IPC namespace"
  rationale = "Shared memory of databases and desktops on the host can then be read and changed from inside the container."
  remediation {
    text       = "Recreate ${container.name} without --ipc host. Containers that must share memory can share it among themselves: --ipc shareable on one, --ipc container:NAME on the other."
    impact     = "A program that exchanged data with the host through shared memory loses that way."
    disruption = "recreate"
  }
}

control "container_own_uts" {
  title    = "No container shares the host's name"
  severity = "low"

  each  = container
  check = container.host_config.uts_mode != "host"

  message   = "${container.name} uses the host's UTS namespace"
  rationale = "With enough capabilities such a container renames the host, and logs and licences that go by the name go wrong."
  remediation {
    text       = "Recreate ${container.name} without --uts host. If it needs a certain name, give it one with --hostname."
    impact     = "The program sees the container's name instead of the host's."
    disruption = "recreate"
  }
}

control "container_user_namespace" {
  title    = "No container opts out of remapped user ids"
  severity = "high"

  each     = container
  when     = docker.info.userns
  when_not = "The engine does not remap user ids, so there is nothing to opt out of."
  check    = container.host_config.userns_mode != "host"

  message   = "${container.name} uses the host's user ids"
  rationale = "The engine maps root in containers to a powerless user of the host. This container asked to be left out, so its root is the host's root."
  remediation {
    text       = "Recreate ${container.name} without --userns host, after handing its volumes over to the remapped user."
    impact     = "Files that belong to the host's root are no longer writable for the container."
    disruption = "recreate"
  }
}

control "container_default_cgroup" {
  param "allowed" {
    type    = list(string)
    default = []
  }
  title    = "Containers run in the control group that the engine chose"
  severity = "low"

  each     = container
  when     = !container.kubernetes
  when_not = "The kubelet chooses the control group of ${container.name}."
  check    = contains(concat([""], param.allowed), container.host_config.cgroup_parent)

  message   = "${container.name} runs below the control group ${container.host_config.cgroup_parent}"
  rationale = "A control group that somebody chose by hand may carry other limits than those you rely on, or none."
  remediation {
    text       = "Recreate ${container.name} without --cgroup-parent ${container.host_config.cgroup_parent}, or add that group to the parameter allowed if its limits are what you want."
    impact     = "The limits of the other control group no longer apply."
    disruption = "recreate"
  }
}

control "container_not_on_default_bridge" {
  title    = "No container is attached to the default bridge"
  severity = "medium"

  each  = container
  check = !contains(container.network_settings.networks, "bridge")

  message   = "${container.name} is attached to the default bridge"
  rationale = "Containers that have nothing to do with each other meet on the default bridge, and nothing keeps them apart there. A network per application does."
  remediation {
    text       = "Create a network for the application (docker network create NAME) and recreate ${container.name} with --network NAME."
    impact     = "Containers find each other by name on such a network; links and fixed addresses of the old bridge no longer work."
    disruption = "recreate"
  }
}
