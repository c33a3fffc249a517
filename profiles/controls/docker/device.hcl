control "container_no_raw_devices" {
  param "pattern" {
    type    = string
    default = "^/dev/(mem|kmem|port|kmsg|(sd|hd|vd|xvd|nvme|mmcblk|md|dm-|loop|nbd|zd)[0-9a-z]*|(mapper|disk|block)/.+)$"
  }
  title    = "No disk, memory or kernel log device is handed to a container"
  severity = "critical"

  each  = container
  check = none([for d in container.host_config.devices : "${d.path_on_host} (${d.cgroup_permissions})" if matches(param.pattern, d.path_on_host)])

  message   = "${container.name} has the host's ${join(", ", [for d in container.host_config.devices : "${d.path_on_host} (${d.cgroup_permissions})" if matches(param.pattern, d.path_on_host)])}"
  rationale = "Whoever reads a disk device reads every file on it, whatever its rights; whoever writes it can become root at the next login."
  remediation {
    text       = "Recreate ${container.name} without ${join(" ", [for d in container.host_config.devices : "--device ${d.path_on_host}" if matches(param.pattern, d.path_on_host)])}. Mount the file system on the host and hand over the directory that is needed."
    impact     = "Backup, partitioning and disk health tools must run on the host."
    disruption = "recreate"
  }
}

control "container_no_device_rules" {
  param "allowed" {
    type    = list(string)
    default = []
  }
  title    = "No container may use devices that appear later"
  severity = "high"

  each  = container
  check = none(setsubtract(container.host_config.device_cgroup_rules, param.allowed))

  message   = "${container.name} has the device rules ${join(", ", [for r in setsubtract(container.host_config.device_cgroup_rules, param.allowed) : "\"${r}\""])}${contains(container.effective.capabilities, "MKNOD") ? ", and may make device files (MKNOD)" : ""}"
  rationale = "A device rule opens a whole class of devices, often all disks. A container that may make device files, as all may by default, reaches them without any mount."
  remediation {
    text       = "Recreate ${container.name} without --device-cgroup-rule and hand over single devices with --device. Drop MKNOD as well."
    impact     = "Devices that are plugged in later are not usable until the container is recreated."
    disruption = "recreate"
  }
}

control "container_harmless_sysctls" {
  param "allowed" {
    type = list(string)
    default = [
      "fs.mqueue.*", "kernel.msg*", "kernel.sem", "kernel.shm*", "net.core.somaxconn", "net.ipv4.ip_local_port_range",
      "net.ipv4.ip_unprivileged_port_start", "net.ipv4.ping_group_range", "net.ipv4.tcp_*", "net.ipv6.conf.*.disable_ipv6",
    ]
  }
  title    = "Containers change no kernel parameter that weakens the network or the host"
  severity = "medium"

  each  = container
  check = none([for key, value in container.host_config.sysctls : "${key}=${value}" if !any([for a in param.allowed : glob(a, key)])])

  message   = "${container.name} sets ${join(", ", [for key, value in container.host_config.sysctls : "${key}=${value}" if !any([for a in param.allowed : glob(a, key)])])}"
  rationale = "Forwarding, source routing and route_localnet turn a container into a router between networks that should not meet, or into a way to services on localhost."
  remediation {
    text       = "Recreate ${container.name} without ${join(" ", [for key, value in container.host_config.sysctls : "--sysctl ${key}=${value}" if !any([for a in param.allowed : glob(a, key)])])}, or add the parameter to allowed after thinking it through."
    impact     = "Routers and VPN gateways in containers need forwarding; allow it for them alone."
    disruption = "recreate"
  }
}
