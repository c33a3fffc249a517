# Network interfaces.

control "wireless_absent" {
  title    = "No network interface is wireless"
  severity = "medium"

  when     = host.own_kernel
  when_not = "The network interfaces belong to the machine around this one."
  check    = none([for w in net.wireless : "${w.name} (${coalesce(w.driver, "driver built in")})"])

  message   = "Wireless: ${join(", ", [for w in net.wireless : "${w.name} with driver ${coalesce(w.driver, "built into the kernel")}"])}"
  rationale = "A radio reaches beyond the walls. It is a way into the machine that no cable has, and it can join a network that somebody else chose."
  remediation {
    text       = "For each driver write 'install NAME /bin/false' and 'blacklist NAME' to /etc/modprobe.d/wireless.conf, here ${join(", ", [for w in net.wireless : coalesce(w.driver, w.name)])}, and restart. Where the machine needs its radio, say so in a waiver."
    impact     = "Connections over the radio end, also the one you may be using."
    disruption = "reboot"
  }
}

control "ipv6_decided" {
  title     = "Somebody decided whether this machine speaks IPv6"
  severity  = "low"
  evidence  = [net.ipv6, net.ipv6_addresses]
  when      = host.own_kernel
  when_not  = "The network belongs to the machine around this one."
  rationale = "IPv6 that nobody manages has addresses and routes that no firewall rule was written for."
  question  = "Is IPv6 on or off here because somebody decided so, and do firewall and routing match?"
  procedure = <<-EOT
    Look at net.ipv6 and at the addresses. Where IPv6 is on, look whether the packet filter
    has rules for it and whether routers announce themselves on the networks. Where it is off,
    look whether the applications agree.
  EOT
  remediation {
    text       = "To switch it off, write net.ipv6.conf.all.disable_ipv6 = 1 and net.ipv6.conf.default.disable_ipv6 = 1 to /etc/sysctl.d/60-ipv6.conf and run sysctl --system. To keep it, give it the same filter rules as IPv4."
    impact     = "Services that listen on IPv6 only, and clients that reach the machine that way, lose each other."
    disruption = "none"
  }
}
