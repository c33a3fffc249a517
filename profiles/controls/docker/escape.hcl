# Ways out of a container that need no flaw in the kernel.

control "container_no_escape_capabilities" {
  param "capabilities" {
    type = list(string)
    default = [
      "BPF", "DAC_READ_SEARCH", "MAC_ADMIN", "MAC_OVERRIDE", "PERFMON", "SYSLOG", "SYS_ADMIN",
      "SYS_BOOT", "SYS_MODULE", "SYS_PTRACE", "SYS_RAWIO", "SYS_TIME",
    ]
  }
  title    = "No container holds a capability that reaches the host"
  severity = "critical"

  each  = container
  check = none(setintersection(container.effective.capabilities, param.capabilities))

  message   = "${container.name} holds ${container.host_config.privileged ? "every capability, for it runs privileged" : join(", ", setintersection(container.effective.capabilities, param.capabilities))}"
  rationale = "Some capabilities are not bound to a namespace. With SYS_MODULE a container loads a driver into the host's kernel, with DAC_READ_SEARCH it opens any file of the host, with SYS_ADMIN it mounts what it likes."
  remediation {
    text       = "Recreate ${container.name} without ${join(", ", setintersection(container.effective.capabilities, param.capabilities))}. Find out which call needs it; often one device, one sysctl or a program on the host does the job."
    impact     = "What needed the capability fails until it has another way."
    disruption = "recreate"
  }
}

control "container_host_processes_not_traced" {
  title    = "No container can trace the host's processes"
  severity = "critical"

  each  = container
  check = container.effective.pid_mode != "host" || !contains(container.effective.capabilities, "SYS_PTRACE")

  message   = "${container.name} sees the host's processes and may trace them (SYS_PTRACE)"
  rationale = "Tracing a process means running code inside it. Together with the host's process list that is root on the host, in two commands."
  remediation {
    text       = "Recreate ${container.name} without --pid host, or without SYS_PTRACE. To debug one container, join that one's processes: --pid container:NAME."
    impact     = "Profilers and debuggers of host processes must run on the host."
    disruption = "recreate"
  }
}

control "container_host_network_not_managed" {
  title    = "No container can change the host's network"
  severity = "critical"

  each  = container
  check = container.effective.network_mode != "host" || !contains(container.effective.capabilities, "NET_ADMIN")

  message   = "${container.name} is on the host's network and may change it (NET_ADMIN)"
  rationale = "NET_ADMIN is harmless in a network of its own. On the host's, it rewrites addresses, routes and firewall rules of the machine."
  remediation {
    text       = "Recreate ${container.name} on a network of its own, or without NET_ADMIN."
    impact     = "VPN, firewall and load balancer containers that steer the host's network belong on the host."
    disruption = "recreate"
  }
}

control "container_root_writes_nothing_of_host" {
  title    = "No container that runs as the host's root can write to its directories"
  severity = "medium"

  each = container
  check = (none([for p in container.host_paths : p.path if p.writable]) || !container.effective.user_is_root ||
  (container.init_process != null && container.init_process.host_uid != 0))

  message   = "${container.name} runs as the host's root and can write to ${join(", ", [for p in container.host_paths : p.path if p.writable])}"
  rationale = "Root in the container can put a setuid program or a device file there. An ordinary user of the host starts it and is root."
  remediation {
    text       = "Run ${container.name} as a user of its own, or remap user ids for the engine. Otherwise mount ${join(", ", [for p in container.host_paths : p.path if p.writable])} read-only, or from a file system with the options nosuid and nodev."
    impact     = "Files in the mounted directories must belong to the new user."
    disruption = "recreate"
  }
}

control "container_proc_masked" {
  title    = "The engine hides the dangerous parts of /proc and /sys from containers"
  severity = "high"

  each  = container
  check = !container.effective.unmasked_proc

  message   = "${container.name} sees /proc and /sys unmasked"
  rationale = "The kernel keeps switches for the whole machine there. Writing one line to core_pattern or sysrq-trigger runs a program on the host or reboots it."
  remediation {
    text       = "Recreate ${container.name} without --security-opt systempaths=unconfined and without --privileged."
    impact     = "Containers that start containers of their own may need another runtime, such as sysbox, or user namespaces."
    disruption = "recreate"
  }
}
