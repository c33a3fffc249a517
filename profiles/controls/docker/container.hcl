control "container_not_privileged" {
  title    = "No container runs privileged"
  severity = "critical"

  each  = container
  check = !container.host_config.privileged

  message   = "${container.name} runs privileged"
  rationale = "A privileged container holds every capability and every device, without seccomp, AppArmor or masked paths. Its root is the host's root."
  remediation {
    text       = "Recreate ${container.name} without --privileged. Grant the single capabilities and devices that it needs by name, with --cap-add and --device."
    impact     = "Whatever relied on a capability or device stops working until it is granted by name."
    disruption = "recreate"
  }
}

control "container_capabilities_limited" {
  param "allowed" {
    type    = list(string)
    default = []
  }
  title    = "Containers hold no kernel capabilities beyond the default ones, and not NET_RAW"
  severity = "high"

  each  = container
  check = none(setsubtract(container.effective.added_capabilities, param.allowed)) && (contains(param.allowed, "NET_RAW") || !contains(container.effective.capabilities, "NET_RAW"))

  message   = "${container.name} holds ${container.host_config.privileged ? "every capability, for it runs privileged" : join(", ", setsubtract(distinct(concat(container.effective.added_capabilities, [for c in container.effective.capabilities : c if c == "NET_RAW"])), param.allowed))}"
  rationale = "Each capability is a piece of root's power. NET_RAW, which Docker grants by default, lets a container forge packets to its neighbours; hardly any service needs it."
  remediation {
    text       = "Recreate ${container.name} with --cap-drop ALL and --cap-add for the few that it needs, or at least with --cap-drop NET_RAW${length(container.host_config.cap_add) > 0 ? " and without --cap-add ${join(", ", container.host_config.cap_add)}" : ""}."
    impact     = "Without NET_RAW, old versions of ping and tools such as arping and tcpdump fail inside the container."
    disruption = "recreate"
  }
}

control "container_no_new_privileges" {
  title    = "Programs in containers cannot gain privileges by starting another program"
  severity = "medium"

  each  = container
  check = container.effective.no_new_privileges

  message   = "${container.name} lets its programs gain privileges"
  rationale = "With no_new_privileges the kernel ignores setuid bits and file capabilities, so a forgotten setuid program in the image is worth nothing to an intruder."
  remediation {
    text       = "Recreate ${container.name} with --security-opt no-new-privileges:true, or set \"no-new-privileges\": true in daemon.json for all new containers and recreate it."
    impact     = "su, sudo and other setuid programs no longer work inside the container."
    disruption = "recreate"
  }
}

control "container_seccomp" {
  title    = "A seccomp filter limits the system calls of each container"
  severity = "high"

  each  = container
  check = container.effective.seccomp != "unconfined"

  message   = "${container.name} runs without a seccomp filter"
  rationale = "The default filter blocks some forty system calls that containers do not need and that kernel exploits like to start from."
  remediation {
    text       = "Recreate ${container.name} without --security-opt seccomp=unconfined and without --privileged. Where a program needs a blocked call, give it a copy of the default profile with that one call added."
    impact     = "A program that uses a blocked system call gets \"operation not permitted\"."
    disruption = "recreate"
  }
}

control "container_apparmor" {
  title    = "An AppArmor profile confines each container"
  severity = "high"

  each     = container
  when     = docker.info.apparmor
  when_not = "The engine runs without AppArmor."
  check    = container.effective.app_armor != "unconfined"

  message   = "${container.name} runs without an AppArmor profile"
  rationale = "The docker-default profile denies writes below /proc and /sys, mounts, and tracing of other programs, even to root in the container."
  remediation {
    text       = "Recreate ${container.name} without --security-opt apparmor=unconfined and without --privileged; Docker then loads docker-default. A profile of your own goes with --security-opt apparmor=NAME."
    impact     = "What the profile denies fails inside the container; the kernel log names it."
    disruption = "recreate"
  }
}

control "container_selinux" {
  title    = "SELinux confines each container"
  severity = "high"

  each     = container
  when     = docker.info.selinux || (docker.engine.local && host.selinux)
  when_not = "The engine's machine runs without SELinux."
  check    = container.process_label != "" && !container.effective.selinux_disabled

  message   = "${container.name} runs without an SELinux label"
  rationale = "With a label of its own, a container that breaks out still cannot read the host's files nor those of another container."
  remediation {
    text       = "Set \"selinux-enabled\": true in daemon.json and restart the engine. Recreate ${container.name} without --security-opt label=disable, and give its mounts the suffix :z or :Z."
    impact     = "Mounts whose files carry no container label are refused until they are relabelled. Never relabel a system directory."
    disruption = "restart_daemon"
  }
}
