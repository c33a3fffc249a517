case "ufw_enabled" "pass" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
  ufw = { enabled = true }
  unit = { "ufw.service" = { enabled = true, active = true } }
}

case "ufw_enabled" "fail" { # the service runs and does nothing
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
  ufw = { enabled = false }
  unit = { "ufw.service" = { enabled = true, active = true } }
  message = "ufw is switched off"
}

case "ufw_enabled" "fail" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
  ufw = { enabled = true }
  unit = { "ufw.service" = { enabled = false, active = true } }
  message = "ufw.service does not start at boot"
}

case "ufw_enabled" "fail" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
  ufw = { enabled = true }
  unit = { "ufw.service" = { enabled = true, active = false } }
  message = "ufw.service is not active"
}

case "ufw_enabled" "fail" { # the benchmark knows no other firewall
  with = { sole = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["other"], why = "The firewall of this machine is nftables" }
  ufw = { enabled = false }
  unit = { "ufw.service" = { enabled = true, active = true } }
}

case "ufw_enabled" "unknown" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
  ufw = { enabled = true }
  unit = { "ufw.service" = { enabled = true } }
}

case "ufw_enabled" "not_applicable" { # another firewall is in use
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["none"], why = "The firewall of this machine is nftables" }
}

case "ufw_enabled" "not_applicable" { # a container
  host = { own_kernel = false }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
}

case "ufw_default" "pass" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
  ufw = { exists = true, enabled = true, incoming = "deny", outgoing = "reject", routed = "disabled" }
}

case "ufw_default" "pass" {
  with = { directions = ["incoming"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
  ufw = { exists = true, enabled = true, incoming = "deny", outgoing = "allow", routed = "allow" }
}

case "ufw_default" "fail" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
  ufw = { exists = true, enabled = true, incoming = "deny", outgoing = "allow", routed = "deny" }
  message = "Where no rule says otherwise, ufw has allow for outgoing traffic"
}

case "ufw_default" "fail" { # its files are there, its program is not
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
  ufw = { exists = false, enabled = true, incoming = "deny", outgoing = "deny", routed = "deny" }
  message = "ufw is not installed, so it refuses nothing"
}

case "ufw_default" "fail" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
  ufw = { exists = true, enabled = false, incoming = "deny", outgoing = "deny", routed = "deny" }
  message = "ufw is switched off, so it refuses nothing"
}

case "ufw_default" "fail" { # the benchmark knows no other firewall
  with = { directions = ["incoming"], sole = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["other"], why = "The firewall of this machine is nftables" }
  ufw = { exists = true, enabled = true, incoming = "allow", outgoing = "allow", routed = "allow" }
}

case "ufw_default" "unknown" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
  ufw = { exists = true, enabled = true, incoming = "deny", outgoing = "deny" }
}

case "ufw_default" "not_applicable" { # another firewall is in use
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["none"], why = "The firewall of this machine is nftables" }
}

case "ufw_default" "not_applicable" { # a container
  host = { own_kernel = false }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
}

case "ufw_outbound_reviewed" "manual" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
  ufw = { outgoing = "allow", rules = [] }
}

case "ufw_outbound_reviewed" "unknown" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
}

case "ufw_outbound_reviewed" "not_applicable" { # another firewall is in use
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["none"], why = "The firewall of this machine is nftables" }
}

case "ufw_outbound_reviewed" "not_applicable" { # a container
  host = { own_kernel = false }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
}
