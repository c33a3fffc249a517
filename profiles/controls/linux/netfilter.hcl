# What is in the kernel's packet filter, and what the next start loads. Both count.

control "netfilter_tables" {
  title    = "nftables has a table"
  severity = "high"

  when     = host.own_kernel && (contains(firewall.judged, "nftables"))
  when_not = host.own_kernel ? "${firewall.why}, so nothing is asked of nftables." : "This machine runs on another's kernel."
  check    = length(netfilter("nftables").persisted.tables) > 0 && length(netfilter("nftables").live.tables) > 0

  message   = "${length(netfilter("nftables").persisted.tables) > 0 ? "No table of nftables is loaded" : "The configuration of nftables has no table"}"
  rationale = "Rules live in chains, and chains in tables: without one nothing is filtered."
  remediation {
    text       = "Write 'table inet filter { }' with its chains to /etc/nftables.conf and run systemctl reload nftables."
    impact     = "An empty table changes nothing yet."
    disruption = "none"
  }
}

control "netfilter_base_chains" {
  param "hooks" {
    type    = list(string)
    default = ["input", "forward", "output"]
  }
  title    = "nftables has chains of type filter at ${join(", ", param.hooks)}"
  severity = "high"

  when     = host.own_kernel && (contains(firewall.judged, "nftables"))
  when_not = host.own_kernel ? "${firewall.why}, so nothing is asked of nftables." : "This machine runs on another's kernel."
  check = (
    none([for h in netfilter("nftables").persisted.hooks : h.hook if contains(param.hooks, h.hook) && length(h.chains) == 0]) &&
    none([for h in netfilter("nftables").live.hooks : h.hook if contains(param.hooks, h.hook) && length(h.chains) == 0])
  )

  message   = "No chain of type filter at ${join(", ", distinct([for h in concat(netfilter("nftables").persisted.hooks, netfilter("nftables").live.hooks) : h.hook if contains(param.hooks, h.hook) && length(h.chains) == 0]))}"
  rationale = "A packet that meets no chain at a hook passes there unseen."
  remediation {
    text       = "In the table of /etc/nftables.conf add ${join(", ", distinct([for h in concat(netfilter("nftables").persisted.hooks, netfilter("nftables").live.hooks) : "chain ${h.hook} { type filter hook ${h.hook} priority 0; }" if contains(param.hooks, h.hook) && length(h.chains) == 0]))}, then run systemctl reload nftables."
    impact     = "A chain without rules accepts everything."
    disruption = "none"
  }
}

control "nftables_persisted" {
  title    = "The configuration of nftables has chains at input, forward and output"
  severity = "high"

  when     = host.own_kernel && (contains(firewall.judged, "nftables"))
  when_not = host.own_kernel ? "${firewall.why}, so nothing is asked of nftables." : "This machine runs on another's kernel."
  check    = netfilter("nftables").exists && none([for h in netfilter("nftables").persisted.hooks : h.hook if length(h.chains) == 0])

  message   = netfilter("nftables").exists ? "The configuration of nftables has no chain at ${join(", ", [for h in netfilter("nftables").persisted.hooks : h.hook if length(h.chains) == 0])}" : "There is no file with rules for nftables.service"
  rationale = "Rules that are only in the kernel are gone after the next start, and the machine is open."
  remediation {
    text       = "Put 'flush ruleset' and what 'nft list ruleset' prints into /etc/nftables.conf (tables of other programs left out), or into a file that it includes."
    impact     = "None now; from the next start these rules hold."
    disruption = "none"
  }
}

control "netfilter_policy_drop" {
  param "stack" {
    type = string
  }
  param "tool" {
    type = string
  }
  param "hooks" {
    type    = list(string)
    default = ["input", "forward", "output"]
  }
  param "families" {
    type    = list(string)
    default = ["ipv4", "ipv6"]
  }
  title    = "${param.tool} drops what no rule accepts, at ${join(", ", param.hooks)}"
  severity = "high"

  when     = host.own_kernel && contains(firewall.judged, param.stack) && (contains(param.families, "ipv4") || net.ipv6)
  when_not = !host.own_kernel ? "This machine runs on another's kernel." : contains(firewall.judged, param.stack) ? "IPv6 is off." : "${firewall.why}, so nothing is asked of ${param.stack}."
  check = (
    none([
      for h in netfilter(param.tool).persisted.hooks : h.hook
      if contains(param.hooks, h.hook) && (contains(param.families, "ipv4") && coalesce(h.ipv4, "none") != "drop" || contains(param.families, "ipv6") && coalesce(h.ipv6, "none") != "drop" && net.ipv6)
    ]) &&
    none([
      for h in netfilter(param.tool).live.hooks : h.hook
      if contains(param.hooks, h.hook) && (contains(param.families, "ipv4") && coalesce(h.ipv4, "none") != "drop" || contains(param.families, "ipv6") && coalesce(h.ipv6, "none") != "drop" && net.ipv6)
    ])
  )

  message = "${param.tool} does not drop by default: ${join(", ", distinct([
    for h in concat(netfilter(param.tool).persisted.hooks, netfilter(param.tool).live.hooks) : "${h.hook} has ${length(h.chains) == 0 ? "no chain" : "policy ${coalesce(contains(param.families, "ipv4") && coalesce(h.ipv4, "none") != "drop" ? h.ipv4 : h.ipv6, "none for one of IPv4 and IPv6")}"}${h.last == null ? "" : " (its last rule is '${h.last}', which a flush takes away)"}"
    if contains(param.hooks, h.hook) && (contains(param.families, "ipv4") && coalesce(h.ipv4, "none") != "drop" || contains(param.families, "ipv6") && coalesce(h.ipv6, "none") != "drop" && net.ipv6)
  ]))}"
  rationale = "With a policy of accept each service that somebody forgot is open; with drop each that is needed has been thought of."
  remediation {
    text       = param.tool == "nftables" ? "First write rules for loopback, established connections and what is needed; then 'policy drop;' into the chains of /etc/nftables.conf, and run systemctl reload nftables." : "First write rules for loopback, established connections and what is needed; then run ${join("; ", [for h in param.hooks : "${param.tool} -P ${upper(h)} DROP"])} and netfilter-persistent save."
    impact     = "Whatever has no rule stops at once, your own SSH session among it. Have a second way into the machine at hand before you change what it lets in."
    disruption = "reload"
  }
}

control "netfilter_loopback" {
  param "stack" {
    type = string
  }
  param "tool" {
    type = string
  }
  param "want" { # of: input accept, output accept, ipv4 drop, ipv6 drop
    type = list(string)
  }
  title    = "${param.tool} trusts the loopback interface, and its addresses nowhere else"
  severity = "medium"

  when     = host.own_kernel && contains(firewall.judged, param.stack) && (param.tool != "ip6tables" || net.ipv6)
  when_not = !host.own_kernel ? "This machine runs on another's kernel." : contains(firewall.judged, param.stack) ? "IPv6 is off." : "${firewall.why}, so nothing is asked of ${param.stack}."
  check = (
    none([for w in param.want : w if !contains(netfilter(param.tool).persisted.loopback, w) && (w != "ipv6 drop" || net.ipv6)]) &&
    none([for w in param.want : w if !contains(netfilter(param.tool).live.loopback, w) && (w != "ipv6 drop" || net.ipv6)])
  )

  message   = "${param.tool} lacks ${join(", ", [for w in param.want : lookup({ "input accept" = "a rule that accepts what comes in on lo", "output accept" = "a rule that accepts what goes out on lo", "ipv4 drop" = "a rule that drops 127.0.0.0/8 from elsewhere", "ipv6 drop" = "a rule that drops ::1 from elsewhere" }, w, w) if !(contains(netfilter(param.tool).persisted.loopback, w) && contains(netfilter(param.tool).live.loopback, w)) && (w != "ipv6 drop" || net.ipv6)])}"
  rationale = "Programs talk to each other over lo and take its addresses for their own machine's: packets from the network that claim such an address must not reach them."
  remediation {
    text = (
      param.tool == "ufw" ? "Run ufw allow in on lo; ufw allow out on lo; ufw deny in from 127.0.0.0/8; ufw deny in from ::1." :
      param.tool == "nftables" ? "At the start of the input chain in /etc/nftables.conf write 'iif lo accept', 'ip saddr 127.0.0.0/8 counter drop' and 'ip6 saddr ::1 counter drop', then run systemctl reload nftables." :
      "Run ${param.tool} -A INPUT -i lo -j ACCEPT; ${param.tool} -A OUTPUT -o lo -j ACCEPT; ${param.tool} -A INPUT -s ${param.tool == "iptables" ? "127.0.0.0/8" : "::1"} -j DROP; netfilter-persistent save."
    )
    impact     = "None for a machine whose loopback addresses stay at home."
    disruption = "reload"
  }
}

control "netfilter_states_reviewed" {
  param "stack" {
    type = string
  }
  param "tool" {
    type = string
  }
  title    = "The rules of ${param.tool} about established connections are as the site wants them"
  severity = "medium"

  when     = host.own_kernel && contains(firewall.judged, param.stack) && (param.tool != "ip6tables" || net.ipv6)
  when_not = !host.own_kernel ? "This machine runs on another's kernel." : contains(firewall.judged, param.stack) ? "IPv6 is off." : "${firewall.why}, so nothing is asked of ${param.stack}."
  question  = "Do the rules of ${param.tool} let in answers to the machine's own connections, and let out no more than the site wants?"
  procedure = "The evidence lists the rules about connection states, as loaded and as kept for the next start. Look for established in both directions and for what may be new outward, for TCP, UDP and ICMP."
  evidence  = [netfilter(param.tool).live.established, netfilter(param.tool).persisted.established]

  rationale = "A machine that opens connections itself needs the answers to come back; a rule that also lets new ones in opens more than that."
  remediation {
    text       = param.tool == "nftables" ? "Write the site's rules about ct state into /etc/nftables.conf and run systemctl reload nftables." : "Set the site's rules with -m conntrack --ctstate and run netfilter-persistent save."
    impact     = "What is no longer let through stops at once."
    disruption = "none"
  }
}

control "iptables_empty" {
  param "stack" {
    type = string
  }
  title    = "iptables has no rules beside ${param.stack}"
  severity = "medium"

  when     = host.own_kernel && (contains(firewall.judged, param.stack))
  when_not = host.own_kernel ? "${firewall.why}, so nothing is asked of ${param.stack}." : "This machine runs on another's kernel."
  check    = none(netfilter("iptables").live.rules) && none(netfilter("ip6tables").live.rules)

  message   = "iptables has rules: ${join("; ", concat(netfilter("iptables").live.rules, netfilter("ip6tables").live.rules))}"
  rationale = "Packets pass both filters: rules that nobody looks at any more still decide."
  remediation {
    text       = "Take over the rules you need into ${param.stack}, then run iptables -F and ip6tables -F. Chains that other programs keep, such as Docker's, are not counted; leave those."
    impact     = "Until the other firewall has its rules, the machine is open."
    disruption = "reload"
  }
}
