# firewalld: the permanent configuration, and what the running one says.

control "firewalld_backend" {
  param "sole" { # the benchmark knows no other firewall
    type    = bool
    default = false
  }
  title    = "firewalld writes its rules to nftables"
  severity = "low"

  when     = host.own_kernel && (param.sole || contains(firewall.judged, "firewalld"))
  when_not = host.own_kernel ? "${firewall.why}, so nothing is asked of firewalld." : "This machine runs on another's kernel."
  check    = firewalld.backend == "nftables"

  message   = "firewalld writes its rules to ${firewalld.backend}"
  rationale = "The older back-end is no longer cared for, and writes where other programs do too."
  remediation {
    text       = "Set FirewallBackend=nftables in /etc/firewalld/firewalld.conf and run systemctl restart firewalld."
    impact     = "Rules that were put in directly (--direct) may have to be written anew."
    disruption = "reload"
  }
}

control "firewalld_no_accept_zone" {
  param "sole" { # the benchmark knows no other firewall
    type    = bool
    default = false
  }
  title    = "No active zone of firewalld accepts everything"
  severity = "high"

  when     = host.own_kernel && (param.sole || contains(firewall.judged, "firewalld"))
  when_not = host.own_kernel ? "${firewall.why}, so nothing is asked of firewalld." : "This machine runs on another's kernel."
  check    = none([for z in firewalld.zones : z.name if z.target == "ACCEPT" && (join(",", z.interfaces) != "lo" || length(z.sources) > 0) && (z.active || z.live)])

  message   = "${join(", ", [for z in firewalld.zones : "Zone ${z.name} accepts everything from ${join(", ", concat(z.interfaces, z.sources))}" if z.target == "ACCEPT" && (join(",", z.interfaces) != "lo" || length(z.sources) > 0) && (z.active || z.live)])}"
  rationale = "With the target ACCEPT the zone's list of services means nothing."
  remediation {
    text       = "Run ${join("; ", [for z in firewalld.zones : "firewall-cmd --permanent --zone=${z.name} --set-target=default" if z.target == "ACCEPT" && (join(",", z.interfaces) != "lo" || length(z.sources) > 0) && (z.active || z.live)])}, or move its interfaces to another zone; then firewall-cmd --reload."
    impact     = "What the zone has no service or port for is refused. Have a second way into the machine at hand before you change what it lets in."
    disruption = "reload"
  }
}

control "firewalld_loopback_trusted" {
  param "sole" { # the benchmark knows no other firewall
    type    = bool
    default = false
  }
  param "spoofed" { # rules against loopback addresses from elsewhere are wanted too
    type    = bool
    default = false
  }
  title    = "firewalld's zone trusted has the loopback interface${param.spoofed ? ", and drops its addresses from elsewhere" : ""}"
  severity = "medium"

  when     = host.own_kernel && (param.sole || contains(firewall.judged, "firewalld"))
  when_not = host.own_kernel ? "${firewall.why}, so nothing is asked of firewalld." : "This machine runs on another's kernel."
  check = (
    any([for z in firewalld.zones : contains(z.interfaces, "lo") if z.name == "trusted"]) &&
    (!param.spoofed || any([for z in firewalld.zones : any([for r in z.rules : matches("^rule family=\"ipv4\" source address=\"127\\.0\\.0\\.(1|1/32|0/8)\" destination NOT address=\"127\\.0\\.0\\.(1|1/32|0/8)\" (drop|reject)$", r)]) if z.name == "trusted"])) &&
    (!param.spoofed || any([for z in firewalld.zones : any([for r in z.rules : matches("^rule family=\"ipv6\" source address=\"::1(/128)?\" destination NOT address=\"::1(/128)?\" (drop|reject)$", r)]) if z.name == "trusted"]))
  )

  message   = any([for z in firewalld.zones : contains(z.interfaces, "lo") if z.name == "trusted"]) ? "The zone trusted does not drop loopback addresses from elsewhere" : "The loopback interface is not in the zone trusted"
  rationale = "Programs talk to each other over lo and take its addresses for their own machine's: packets from the network that claim such an address must not reach them."
  remediation {
    text       = "Run firewall-cmd --permanent --zone=trusted --add-interface=lo${param.spoofed ? "; firewall-cmd --permanent --zone=trusted --add-rich-rule='rule family=ipv4 source address=\"127.0.0.1\" destination not address=\"127.0.0.1\" drop'; firewall-cmd --permanent --zone=trusted --add-rich-rule='rule family=ipv6 source address=\"::1\" destination not address=\"::1\" drop'" : ""}; firewall-cmd --reload."
    impact     = "None for a machine whose loopback addresses stay at home."
    disruption = "reload"
  }
}

control "firewalld_zones_reviewed" {
  param "sole" { # the benchmark knows no other firewall
    type    = bool
    default = false
  }
  title    = "The services and ports of firewalld's zones are those the site wants"
  severity = "medium"

  when     = host.own_kernel && (param.sole || contains(firewall.judged, "firewalld"))
  when_not = host.own_kernel ? "${firewall.why}, so nothing is asked of firewalld." : "This machine runs on another's kernel."
  question  = "Does each service and port of the active zones have to be open?"
  procedure = "The evidence lists services and ports of the active zones, as the files have them. Drop what is not needed with firewall-cmd --permanent --remove-service or --remove-port, then firewall-cmd --reload."
  evidence  = [for z in firewalld.zones : "${z.name}: ${join(" ", concat(z.services, z.ports, z.rules))}" if z.active]

  rationale = "Each of them can be reached by whoever reaches the interface."
  remediation {
    text       = "Take what is not needed out with firewall-cmd --permanent --zone=ZONE --remove-service=NAME or --remove-port=PORT/PROTOCOL, then run firewall-cmd --reload."
    impact     = "What is no longer let through stops at once."
    disruption = "none"
  }
}
