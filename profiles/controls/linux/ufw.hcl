# ufw: its switch, its defaults, its rules.

control "ufw_enabled" {
  param "sole" { # the benchmark knows no other firewall
    type    = bool
    default = false
  }
  title    = "ufw is switched on and starts at boot"
  severity = "high"

  when     = host.own_kernel && (param.sole || contains(firewall.judged, "ufw"))
  when_not = host.own_kernel ? "${firewall.why}, so nothing is asked of ufw." : "This machine runs on another's kernel."
  check    = ufw.enabled && unit("ufw.service").enabled && unit("ufw.service").active

  message   = !ufw.enabled ? "ufw is switched off" : unit("ufw.service").enabled ? "ufw.service is not active" : "ufw.service does not start at boot"
  rationale = "Its service only loads rules where ufw is switched on; until then everything that listens is open to the network."
  remediation {
    text       = "Allow what is needed first, such as ufw allow proto tcp from any to any port 22. Then run systemctl unmask ufw.service, systemctl enable --now ufw.service and ufw enable."
    impact     = "What has no rule is refused at once. Have a second way into the machine at hand before you change what it lets in."
    disruption = "reload"
  }
}

control "ufw_default" {
  param "sole" { # the benchmark knows no other firewall
    type    = bool
    default = false
  }
  param "directions" {
    type    = list(string)
    default = ["incoming", "outgoing", "routed"]
  }
  param "policies" {
    type    = list(string)
    default = ["deny", "reject", "disabled"]
  }
  title    = "By default ufw refuses ${join(", ", param.directions)} traffic"
  severity = "high"

  when     = host.own_kernel && (param.sole || contains(firewall.judged, "ufw"))
  when_not = host.own_kernel ? "${firewall.why}, so nothing is asked of ufw." : "This machine runs on another's kernel."
  check = ufw.exists && ufw.enabled && none([
    for d in [["incoming", ufw.incoming], ["outgoing", ufw.outgoing], ["routed", ufw.routed]] : "${d[0]}: ${d[1]}" if contains(param.directions, d[0]) && !contains(param.policies, d[1])
  ])

  message   = !ufw.exists ? "ufw is not installed, so it refuses nothing" : !ufw.enabled ? "ufw is switched off, so it refuses nothing" : "Where no rule says otherwise, ufw has ${join(", ", [for d in [["incoming", ufw.incoming], ["outgoing", ufw.outgoing], ["routed", ufw.routed]] : "${d[1]} for ${d[0]} traffic" if contains(param.directions, d[0]) && !contains(param.policies, d[1])])}"
  rationale = "Where the default allows, each service that somebody forgot is open, and a program that was broken into may call anybody."
  remediation {
    text       = "${!ufw.exists ? "Run ${host.install} ufw. " : ""}Allow what is needed first${ufw.exists && ufw.enabled ? "" : ", such as ufw allow proto tcp from any to any port 22, and run ufw enable"}${none([for d in [["incoming", ufw.incoming], ["outgoing", ufw.outgoing], ["routed", ufw.routed]] : d[0] if contains(param.directions, d[0]) && !contains(param.policies, d[1])]) ? "" : ", then run "}${join("; ", [for d in [["incoming", ufw.incoming], ["outgoing", ufw.outgoing], ["routed", ufw.routed]] : "ufw default deny ${d[0]}" if contains(param.directions, d[0]) && !contains(param.policies, d[1])])}."
    impact     = "What has no rule is refused at once: outward also updates, name and time services. Have a second way into the machine at hand before you change what it lets in."
    disruption = "reload"
  }
}

control "ufw_outbound_reviewed" {
  title    = "ufw lets out what the site wants and no more"
  severity = "medium"

  when     = host.own_kernel && (contains(firewall.judged, "ufw"))
  when_not = host.own_kernel ? "${firewall.why}, so nothing is asked of ufw." : "This machine runs on another's kernel."
  question  = "Do ufw's rules for outgoing traffic fit the site's policy?"
  procedure = "The evidence has the default for outgoing traffic and all rules. Compare those that are for 'out' with what this machine must reach."
  evidence  = [ufw.outgoing, ufw.rules]

  rationale = "Most programs that were broken into call home first."
  remediation {
    text       = "Add what is missing with ufw allow out, take away what is not needed with ufw delete allow out."
    impact     = "What is no longer let through stops at once."
    disruption = "none"
  }
}
