control "container_own_cgroups" {
  title    = "No container sees the host's control groups"
  severity = "medium"

  each  = container
  check = container.host_config.cgroupns_mode != "host"

  message   = "${container.name} uses the host's cgroup namespace"
  rationale = "In the host's namespace a container reads the names of all other containers and services, and a writable mount of control groups becomes a way out."
  remediation {
    text       = "Recreate ${container.name} with --cgroupns private. On cgroup v1, where host is the default, also set \"default-cgroupns-mode\": \"private\" in daemon.json."
    impact     = "Monitoring agents that read control groups of others need the host's view; waive those by name."
    disruption = "recreate"
  }
}

control "container_runtime_approved" {
  param "allowed" {
    type    = list(string)
    default = ["runc", "io.containerd.runc.v2", "crun", "oci", "runsc", "io.containerd.runsc.v1", "kata-runtime", "io.containerd.kata.v2"]
  }
  title    = "Containers use a runtime that you have approved"
  severity = "medium"

  each  = container
  check = contains(param.allowed, container.host_config.runtime)

  message   = "${container.name} uses the runtime ${container.host_config.runtime}"
  rationale = "The runtime sets up every barrier around the container, as root. One that somebody added for a test may set up fewer."
  remediation {
    text       = "Recreate ${container.name} without --runtime ${container.host_config.runtime}, or add the runtime to the parameter allowed if it is kept up to date and needed."
    impact     = "Containers that need a graphics card's runtime lose it; CDI devices (--device nvidia.com/gpu=all) do without one."
    disruption = "recreate"
  }
}

control "container_no_powerful_groups" {
  # By the host's numbers as well: a file that is mounted carries a number, no name.
  param "groups" {
    type    = list(string)
    default = ["adm", "disk", "docker", "incus-admin", "kmem", "libvirt", "lxd", "root", "shadow", "sudo", "wheel", "0"]
  }
  title    = "No container is a member of a group that has power over the host"
  severity = "high"

  each  = container
  check = none([for g in container.host_config.group_add : g if contains(param.groups, g) || (docker.engine.local && group(g).exists && contains(param.groups, group(g).name))])

  message   = "${container.name} is a member of ${join(", ", [for g in container.host_config.group_add : g if contains(param.groups, g) || (docker.engine.local && group(g).exists && contains(param.groups, group(g).name))])}"
  rationale = "With the right group, a mounted socket, disk or password file opens to a program that otherwise runs as nobody."
  remediation {
    text       = "Recreate ${container.name} without --group-add, and give the program a user of its own that owns what it reads."
    impact     = "Files that were readable by that group alone are no longer."
    disruption = "recreate"
  }
}

control "service_confined" {
  title    = "No swarm service switches seccomp or AppArmor off"
  severity = "high"

  each  = service
  check = service.seccomp != "unconfined" && service.app_armor != "disabled"

  message   = "${service.name} runs its containers with seccomp ${service.seccomp} and AppArmor ${service.app_armor}"
  rationale = "A service hands its settings to every container on every node. What is switched off there is off everywhere."
  remediation {
    text       = "Update ${service.name} so that its privileges name the default seccomp and AppArmor modes (ContainerSpec.Privileges in the API, security_opt in a stack file), and let swarm replace its containers."
    impact     = "The service's containers are replaced one after the other. What the filters deny fails."
    disruption = "recreate"
  }
}
