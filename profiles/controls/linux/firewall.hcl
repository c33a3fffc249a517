# Which firewall a machine has, and that the others do not interfere. Rows about a
# firewall that is not in use are not applicable; a machine without any is judged by
# the one that its distribution comes with.

control "firewall_single" {
  param "names" {
    type = list(string)
  }
  title    = "Exactly one of ${join(", ", param.names)} runs"
  severity = "high"

  when     = host.own_kernel
  when_not = "This machine runs on another's kernel."
  check = (
    length([for s in firewall.stacks : s.name if contains(param.names, s.name) && s.enabled]) == 1 &&
    length([for s in firewall.stacks : s.name if contains(param.names, s.name) && s.active]) == 1
  )
  evidence = [firewall.in_use]

  message = (
    length([for s in firewall.stacks : s.name if contains(param.names, s.name) && s.enabled]) == 0 ? "None of ${join(", ", param.names)} starts at boot" :
    length([for s in firewall.stacks : s.name if contains(param.names, s.name) && s.enabled]) > 1 ? "${join(" and ", [for s in firewall.stacks : s.name if contains(param.names, s.name) && s.enabled])} start at boot, and undo each other's rules" :
    "${join("", [for s in firewall.stacks : s.name if contains(param.names, s.name) && s.enabled])} starts at boot, but ${none([for s in firewall.stacks : s.name if contains(param.names, s.name) && s.active]) ? "none" : join(" and ", [for s in firewall.stacks : s.name if contains(param.names, s.name) && s.active])} is active"
  )
  rationale = "Two programs that write the same rules undo each other's, and without one everything that listens is open to the network."
  remediation {
    text       = "Choose one of ${join(", ", param.names)}: run systemctl enable --now with its unit, and systemctl disable --now with those of the others (iptables' rules are loaded by netfilter-persistent or iptables.service)."
    impact     = "Have a second way into the machine at hand before you change what it lets in."
    disruption = "reload"
  }
}

control "firewall_package_present" {
  param "stack" {
    type = string
  }
  param "sole" { # the benchmark knows no other firewall
    type    = bool
    default = false
  }
  param "packages" {
    type = list(string)
  }
  title    = "What ${param.stack} needs is installed: ${join(", ", param.packages)}"
  severity = "high"

  when     = host.own_kernel && (param.sole || contains(firewall.judged, param.stack))
  when_not = host.own_kernel ? "${firewall.why}, so nothing is asked of ${param.stack}." : "This machine runs on another's kernel."
  check    = none([for p in param.packages : p if !package(p).installed])

  message   = "${join(", ", [for p in param.packages : p if !package(p).installed])} is not installed"
  rationale = "Without its programs nothing sets up the rules, and everything that listens is open to the network."
  remediation {
    text       = "Run ${host.install} ${join(" ", [for p in param.packages : p if !package(p).installed])}."
    impact     = "Have a second way into the machine at hand before you change what it lets in."
    disruption = "none"
  }
}

control "firewall_package_absent" {
  param "stack" {
    type = string
  }
  param "package" {
    type = string
  }
  title    = "${param.package} is not installed beside ${param.stack}"
  severity = "medium"

  when     = host.own_kernel && (contains(firewall.judged, param.stack))
  when_not = host.own_kernel ? "${firewall.why}, so nothing is asked of ${param.stack}." : "This machine runs on another's kernel."
  check    = !package(param.package).installed

  message   = "${param.package} is installed, and ${param.stack} is in use"
  rationale = "At boot it loads rules of its own over those of the firewall in use."
  remediation {
    text       = "Look through the rules that ${param.package} keeps, take over those you need, then run ${host.remove} ${param.package}."
    impact     = "Its rules are not loaded any more."
    disruption = "none"
  }
}

# Another firewall is not there, or does nothing.
control "firewall_other_off" {
  param "stack" {
    type = string
  }
  param "other" {
    type = string
  }
  param "masked" { # its unit must be masked too
    type    = bool
    default = false
  }
  title    = "${param.other} is out of the way of ${param.stack}"
  severity = "medium"

  when     = host.own_kernel && (contains(firewall.judged, param.stack))
  when_not = host.own_kernel ? "${firewall.why}, so nothing is asked of ${param.stack}." : "This machine runs on another's kernel."
  check = (
    !package(param.other).installed ||
    none([for s in firewall.stacks : s.name if s.name == param.other && (s.enabled || s.active)]) && (!param.masked || unit("${param.other}.service").masked)
  )

  message   = "${param.other} is installed and ${any([for s in firewall.stacks : s.enabled || s.active if s.name == param.other]) ? "in use" : "can still be started"}, beside ${param.stack}"
  rationale = "Two programs that write the same rules undo each other's."
  remediation {
    text       = "Run ${host.remove} ${param.other}${param.other == "ufw" ? ", or ufw disable" : ", or systemctl disable --now ${param.other}.service"}${param.masked ? " and systemctl mask --now ${param.other}.service" : ""}."
    impact     = "Its rules are gone until the other firewall loads its own: load those first."
    disruption = "reload"
  }
}

control "firewall_unit_on" {
  param "stack" {
    type = string
  }
  param "sole" { # the benchmark knows no other firewall
    type    = bool
    default = false
  }
  param "unit" {
    type = string
  }
  param "active" {
    type    = bool
    default = false
  }
  title    = "${param.unit} starts at boot${param.active ? " and is active" : ""}"
  severity = "high"

  when     = host.own_kernel && (param.sole || contains(firewall.judged, param.stack))
  when_not = host.own_kernel ? "${firewall.why}, so nothing is asked of ${param.stack}." : "This machine runs on another's kernel."
  check    = unit(param.unit).enabled && (!param.active || unit(param.unit).active)

  message   = "${param.unit} ${unit(param.unit).enabled ? "is not active" : "does not start at boot"}"
  rationale = "Rules that were set by hand are gone after the next start, and the machine is open."
  remediation {
    text       = "Run systemctl unmask ${param.unit} and systemctl enable --now ${param.unit}."
    impact     = "Have a second way into the machine at hand before you change what it lets in."
    disruption = "reload"
  }
}

control "firewall_ports_ruled" {
  param "stack" {
    type = string
  }
  param "tool" {
    type = string
  }
  title    = "Each open port has a rule of ${param.tool}"
  severity = "medium"

  when     = host.own_kernel && contains(firewall.judged, param.stack) && (param.tool != "ip6tables" || net.ipv6)
  when_not = !host.own_kernel ? "This machine runs on another's kernel." : contains(firewall.judged, param.stack) ? "IPv6 is off." : "${firewall.why}, so nothing is asked of ${param.stack}."
  check = (
    none([for s in unruled_ports(param.tool).persisted : "${s.protocol} ${s.address} ${s.port}"]) &&
    none([for s in unruled_ports(param.tool).live : "${s.protocol} ${s.address} ${s.port}"])
  )

  message   = "No rule of ${param.tool} is about ${join(", ", distinct([for s in concat(unruled_ports(param.tool).persisted, unruled_ports(param.tool).live) : "${s.protocol} port ${s.port}${s.process == null ? "" : " (${s.process})"}"]))}"
  rationale = "A program that waits for others should be meant to, and for whom should be written down; where no rule says so, only the default decides."
  remediation {
    text       = "For each, stop the program, bind it to 127.0.0.1, or add a rule: ${join("; ", distinct([for s in concat(unruled_ports(param.tool).persisted, unruled_ports(param.tool).live) : param.tool == "ufw" ? "ufw allow in ${s.port}/${startswith(s.protocol, "tcp") ? "tcp" : "udp"}" : "${param.tool} -A INPUT -p ${startswith(s.protocol, "tcp") ? "tcp" : "udp"} --dport ${s.port} -m conntrack --ctstate NEW -j ACCEPT"]))}. Then save the rules."
    impact     = "What a rule accepts can be reached from the network."
    disruption = "none"
  }
}
