case "netfilter_tables" "pass" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  netfilter = { nftables = { live = { tables = [{ family = "inet", name = "f", owner = "nftables" }] }, persisted = { tables = [{ family = "inet", name = "f", owner = "nftables" }] } } }
}

case "netfilter_tables" "fail" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  netfilter = { nftables = { live = { tables = [] }, persisted = { tables = [{ family = "inet", name = "f", owner = "nftables" }] } } }
  message = "No table of nftables is loaded"
}

case "netfilter_tables" "fail" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  netfilter = { nftables = { live = { tables = [{ family = "inet", name = "f", owner = "nftables" }] }, persisted = { tables = [] } } }
  message = "The configuration of nftables has no table"
}

case "netfilter_tables" "unknown" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  netfilter = { nftables = { persisted = { tables = [{ family = "inet", name = "f", owner = "nftables" }] } } }
}

case "netfilter_tables" "not_applicable" { # another firewall is in use
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["none"], why = "The firewall of this machine is nftables" }
}

case "netfilter_tables" "not_applicable" { # a container
  host = { own_kernel = false }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
}

case "netfilter_base_chains" "pass" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  netfilter = { nftables = { live = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = ["inet f forward"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "output", chains = ["inet f output"], ipv4 = "drop", ipv6 = "drop", last = null }] }, persisted = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = ["inet f forward"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "output", chains = ["inet f output"], ipv4 = "drop", ipv6 = "drop", last = null }] } } }
}

case "netfilter_base_chains" "pass" { # only input is asked for
  with = { hooks = ["input"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  netfilter = { nftables = { live = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = [], ipv4 = null, ipv6 = null, last = null }, { hook = "output", chains = ["inet f output"], ipv4 = "drop", ipv6 = "drop", last = null }] }, persisted = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = [], ipv4 = null, ipv6 = null, last = null }, { hook = "output", chains = ["inet f output"], ipv4 = "drop", ipv6 = "drop", last = null }] } } }
}

case "netfilter_base_chains" "fail" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  netfilter = { nftables = { live = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = [], ipv4 = null, ipv6 = null, last = null }, { hook = "output", chains = ["inet f output"], ipv4 = "drop", ipv6 = "drop", last = null }] }, persisted = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = ["inet f forward"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "output", chains = ["inet f output"], ipv4 = "drop", ipv6 = "drop", last = null }] } } }
  message = "No chain of type filter at forward"
}

case "netfilter_base_chains" "fail" { # the file alone decides
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  netfilter = { nftables = { persisted = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = [], ipv4 = null, ipv6 = null, last = null }, { hook = "output", chains = ["inet f output"], ipv4 = "drop", ipv6 = "drop", last = null }] } } }
}

case "netfilter_base_chains" "unknown" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  netfilter = { nftables = { persisted = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = ["inet f forward"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "output", chains = ["inet f output"], ipv4 = "drop", ipv6 = "drop", last = null }] } } }
}

case "netfilter_base_chains" "not_applicable" { # another firewall is in use
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["none"], why = "The firewall of this machine is nftables" }
}

case "netfilter_base_chains" "not_applicable" { # a container
  host = { own_kernel = false }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
}

case "nftables_persisted" "pass" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  netfilter = { nftables = { persisted = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = ["inet f forward"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "output", chains = ["inet f output"], ipv4 = "drop", ipv6 = "drop", last = null }] }, exists = true } }
}

case "nftables_persisted" "fail" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  netfilter = { nftables = { persisted = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = [], ipv4 = null, ipv6 = null, last = null }, { hook = "output", chains = ["inet f output"], ipv4 = "drop", ipv6 = "drop", last = null }] }, exists = true } }
  message = "The configuration of nftables has no chain at forward"
}

case "nftables_persisted" "fail" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  netfilter = { nftables = { persisted = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = ["inet f forward"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "output", chains = ["inet f output"], ipv4 = "drop", ipv6 = "drop", last = null }] }, exists = false } }
  message = "There is no file with rules for nftables.service"
}

case "nftables_persisted" "unknown" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
}

case "nftables_persisted" "not_applicable" { # another firewall is in use
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["none"], why = "The firewall of this machine is nftables" }
}

case "nftables_persisted" "not_applicable" { # a container
  host = { own_kernel = false }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
}

case "netfilter_policy_drop" "pass" {
  with = { stack = "nftables", tool = "nftables" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  net = { ipv6 = true }
  netfilter = { nftables = { live = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = ["inet f forward"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "output", chains = ["inet f output"], ipv4 = "drop", ipv6 = "drop", last = null }] }, persisted = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = ["inet f forward"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "output", chains = ["inet f output"], ipv4 = "drop", ipv6 = "drop", last = null }] } } }
}

case "netfilter_policy_drop" "pass" { # IPv4 alone, and IPv6 is off
  with = { stack = "nftables", tool = "nftables" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  net = { ipv6 = false }
  netfilter = { nftables = { live = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = ["inet f forward"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "output", chains = ["ip f output"], ipv4 = "drop", ipv6 = null, last = null }] }, persisted = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = ["inet f forward"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "output", chains = ["ip f output"], ipv4 = "drop", ipv6 = null, last = null }] } } }
}

case "netfilter_policy_drop" "pass" {
  with = { stack = "iptables", tool = "iptables", families = ["ipv4"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["iptables"], why = "The firewall of this machine is nftables" }
  netfilter = { iptables = { live = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = ["inet f forward"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "output", chains = ["ip f output"], ipv4 = "drop", ipv6 = null, last = null }] }, persisted = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = ["inet f forward"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "output", chains = ["ip f output"], ipv4 = "drop", ipv6 = null, last = null }] } } }
}

case "netfilter_policy_drop" "pass" {
  with = { stack = "iptables", tool = "ip6tables", families = ["ipv6"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["iptables"], why = "The firewall of this machine is nftables" }
  net = { ipv6 = true }
  netfilter = { ip6tables = { live = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = ["inet f forward"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "output", chains = ["inet f output"], ipv4 = "drop", ipv6 = "drop", last = null }] }, persisted = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = ["inet f forward"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "output", chains = ["inet f output"], ipv4 = "drop", ipv6 = "drop", last = null }] } } }
}

case "netfilter_policy_drop" "fail" {
  with = { stack = "nftables", tool = "nftables" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  net = { ipv6 = true }
  netfilter = { nftables = { live = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = ["inet f forward"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "output", chains = ["inet f output"], ipv4 = "drop", ipv6 = "drop", last = null }] }, persisted = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "accept", ipv6 = "accept", last = null }, { hook = "forward", chains = ["inet f forward"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "output", chains = ["inet f output"], ipv4 = "drop", ipv6 = "drop", last = null }] } } }
  message = "nftables does not drop by default: input has policy accept"
}

case "netfilter_policy_drop" "fail" {
  with = { stack = "nftables", tool = "nftables" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  net = { ipv6 = true }
  netfilter = { nftables = { live = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = [], ipv4 = null, ipv6 = null, last = null }, { hook = "output", chains = ["inet f output"], ipv4 = "drop", ipv6 = "drop", last = null }] }, persisted = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = ["inet f forward"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "output", chains = ["inet f output"], ipv4 = "drop", ipv6 = "drop", last = null }] } } }
  message = "nftables does not drop by default: forward has no chain"
}

case "netfilter_policy_drop" "fail" {
  with = { stack = "nftables", tool = "nftables" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  net = { ipv6 = true }
  netfilter = { nftables = { live = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = ["inet f forward"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "output", chains = ["ip f output"], ipv4 = "drop", ipv6 = null, last = null }] }, persisted = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = ["inet f forward"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "output", chains = ["ip f output"], ipv4 = "drop", ipv6 = null, last = null }] } } }
  message = "nftables does not drop by default: output has policy none for one of IPv4 and IPv6"
}

case "netfilter_policy_drop" "unknown" {
  with = { stack = "nftables", tool = "nftables" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  net = { ipv6 = true }
  netfilter = { nftables = { persisted = { hooks = [{ hook = "input", chains = ["inet f input"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "forward", chains = ["inet f forward"], ipv4 = "drop", ipv6 = "drop", last = null }, { hook = "output", chains = ["inet f output"], ipv4 = "drop", ipv6 = "drop", last = null }] } } }
}

case "netfilter_policy_drop" "not_applicable" { # another firewall is in use
  with = { stack = "iptables", tool = "ip6tables", families = ["ipv6"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["none"], why = "The firewall of this machine is nftables" }
}

case "netfilter_policy_drop" "not_applicable" { # a container
  with = { stack = "iptables", tool = "ip6tables", families = ["ipv6"] }
  host = { own_kernel = false }
  firewall = { judged = ["iptables"], why = "The firewall of this machine is nftables" }
}

case "netfilter_policy_drop" "not_applicable" { # IPv6 is off
  with = { stack = "iptables", tool = "ip6tables", families = ["ipv6"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  net = { ipv6 = false }
  firewall = { judged = ["iptables"], why = "The firewall of this machine is nftables" }
}

case "netfilter_loopback" "pass" {
  with = { stack = "nftables", tool = "nftables", want = ["input accept", "ipv6 drop"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  net = { ipv6 = true }
  netfilter = { nftables = { live = { loopback = ["input accept", "ipv6 drop"] }, persisted = { loopback = ["input accept", "ipv6 drop"] } } }
}

case "netfilter_loopback" "pass" { # IPv6 is off
  with = { stack = "nftables", tool = "nftables", want = ["input accept", "ipv6 drop"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  net = { ipv6 = false }
  netfilter = { nftables = { live = { loopback = ["input accept"] }, persisted = { loopback = ["input accept"] } } }
}

case "netfilter_loopback" "pass" {
  with = { stack = "iptables", tool = "ip6tables", want = ["ipv6 drop"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["iptables"], why = "The firewall of this machine is nftables" }
  net = { ipv6 = true }
  netfilter = { ip6tables = { live = { loopback = ["input accept", "ipv6 drop"] }, persisted = { loopback = ["input accept", "ipv6 drop"] } } }
}

case "netfilter_loopback" "fail" {
  with = { stack = "nftables", tool = "nftables", want = ["input accept", "ipv6 drop"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  net = { ipv6 = true }
  netfilter = { nftables = { live = { loopback = ["input accept"] }, persisted = { loopback = ["input accept", "ipv6 drop"] } } }
  message = "nftables lacks a rule that drops ::1 from elsewhere"
}

case "netfilter_loopback" "fail" {
  with = { stack = "nftables", tool = "nftables", want = ["input accept", "ipv6 drop"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  net = { ipv6 = true }
  netfilter = { nftables = { live = { loopback = ["input accept", "ipv6 drop"] }, persisted = { loopback = ["input accept"] } } }
}

case "netfilter_loopback" "unknown" {
  with = { stack = "nftables", tool = "nftables", want = ["input accept", "ipv6 drop"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  net = { ipv6 = true }
  netfilter = { nftables = { persisted = { loopback = ["input accept", "ipv6 drop"] } } }
}

case "netfilter_loopback" "not_applicable" { # another firewall is in use
  with = { stack = "iptables", tool = "ip6tables", want = ["ipv6 drop"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["none"], why = "The firewall of this machine is nftables" }
}

case "netfilter_loopback" "not_applicable" { # a container
  with = { stack = "iptables", tool = "ip6tables", want = ["ipv6 drop"] }
  host = { own_kernel = false }
  firewall = { judged = ["iptables"], why = "The firewall of this machine is nftables" }
}

case "netfilter_loopback" "not_applicable" { # IPv6 is off
  with = { stack = "iptables", tool = "ip6tables", want = ["ipv6 drop"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  net = { ipv6 = false }
  firewall = { judged = ["iptables"], why = "The firewall of this machine is nftables" }
}

case "netfilter_states_reviewed" "manual" {
  with = { stack = "nftables", tool = "nftables" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  net = { ipv6 = true }
  netfilter = { nftables = { live = { established = [] }, persisted = { established = [] } } }
}

case "netfilter_states_reviewed" "manual" {
  with = { stack = "iptables", tool = "ip6tables" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["iptables"], why = "The firewall of this machine is nftables" }
  net = { ipv6 = true }
  netfilter = { ip6tables = { live = { established = [] }, persisted = { established = [] } } }
}

case "netfilter_states_reviewed" "unknown" {
  with = { stack = "nftables", tool = "nftables" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
}

case "netfilter_states_reviewed" "not_applicable" { # another firewall is in use
  with = { stack = "iptables", tool = "ip6tables" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["none"], why = "The firewall of this machine is nftables" }
}

case "netfilter_states_reviewed" "not_applicable" { # a container
  with = { stack = "iptables", tool = "ip6tables" }
  host = { own_kernel = false }
  firewall = { judged = ["iptables"], why = "The firewall of this machine is nftables" }
}

case "netfilter_states_reviewed" "not_applicable" { # IPv6 is off
  with = { stack = "iptables", tool = "ip6tables" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  net = { ipv6 = false }
  firewall = { judged = ["iptables"], why = "The firewall of this machine is nftables" }
}

case "iptables_empty" "pass" {
  with = { stack = "nftables" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  netfilter = { iptables = { live = { rules = [] } }, ip6tables = { live = { rules = [] } } }
}

case "iptables_empty" "fail" {
  with = { stack = "nftables" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  netfilter = { iptables = { live = { rules = ["INPUT: iif lo accept"] } }, ip6tables = { live = { rules = [] } } }
  message = "iptables has rules: INPUT: iif lo accept"
}

case "iptables_empty" "fail" {
  with = { stack = "nftables" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  netfilter = { iptables = { live = { rules = [] } }, ip6tables = { live = { rules = ["INPUT: iif lo accept"] } } }
}

case "iptables_empty" "unknown" {
  with = { stack = "nftables" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
}

case "iptables_empty" "not_applicable" { # another firewall is in use
  with = { stack = "nftables" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["none"], why = "The firewall of this machine is nftables" }
}

case "iptables_empty" "not_applicable" { # a container
  with = { stack = "nftables" }
  host = { own_kernel = false }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
}
