case "firewalld_backend" "pass" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
  firewalld = { backend = "nftables" }
}

case "firewalld_backend" "fail" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
  firewalld = { backend = "iptables" }
  message = "firewalld writes its rules to iptables"
}

case "firewalld_backend" "fail" { # the benchmark knows no other firewall
  with = { sole = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["other"], why = "The firewall of this machine is nftables" }
  firewalld = { backend = "iptables" }
}

case "firewalld_backend" "unknown" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
}

case "firewalld_backend" "not_applicable" { # another firewall is in use
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["none"], why = "The firewall of this machine is nftables" }
}

case "firewalld_backend" "not_applicable" { # a container
  host = { own_kernel = false }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
}

case "firewalld_no_accept_zone" "pass" { # the zone of the loopback interface may accept
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
  firewalld = { zones = [ { name = "public", target = "default", interfaces = ["eth0"], sources = [], active = true, live = true, rules = [], services = ["ssh"], ports = [] }, { name = "trusted", target = "ACCEPT", interfaces = ["lo"], sources = [], active = true, live = true, rules = [], services = ["ssh"], ports = [] } ] }
}

case "firewalld_no_accept_zone" "pass" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
  firewalld = { zones = [ { name = "trusted", target = "ACCEPT", interfaces = [], sources = [], active = false, live = false, rules = [], services = ["ssh"], ports = [] } ] }
}

case "firewalld_no_accept_zone" "fail" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
  firewalld = { zones = [ { name = "trusted", target = "ACCEPT", interfaces = ["eth0"], sources = [], active = true, live = true, rules = [], services = ["ssh"], ports = [] } ] }
  message = "Zone trusted accepts everything from eth0"
}

case "firewalld_no_accept_zone" "fail" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
  firewalld = { zones = [ { name = "trusted", target = "ACCEPT", interfaces = ["lo"], sources = ["10.0.0.0/8"], active = true, live = true, rules = [], services = ["ssh"], ports = [] } ] }
}

case "firewalld_no_accept_zone" "fail" { # the benchmark knows no other firewall
  with = { sole = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["other"], why = "The firewall of this machine is nftables" }
  firewalld = { zones = [ { name = "trusted", target = "ACCEPT", interfaces = ["eth0"], sources = [], active = true, live = true, rules = [], services = ["ssh"], ports = [] } ] }
}

case "firewalld_no_accept_zone" "unknown" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
  firewalld = { zones = [{ name = "trusted", target = "ACCEPT", interfaces = ["eth0"], sources = [], active = false }] }
}

case "firewalld_no_accept_zone" "not_applicable" { # another firewall is in use
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["none"], why = "The firewall of this machine is nftables" }
}

case "firewalld_no_accept_zone" "not_applicable" { # a container
  host = { own_kernel = false }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
}

case "firewalld_loopback_trusted" "pass" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
  firewalld = { zones = [ { name = "public", target = "default", interfaces = ["eth0"], sources = [], active = true, live = true, rules = [], services = ["ssh"], ports = [] }, { name = "trusted", target = "ACCEPT", interfaces = ["lo"], sources = [], active = true, live = true, rules = [], services = ["ssh"], ports = [] } ] }
}

case "firewalld_loopback_trusted" "pass" {
  with = { spoofed = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
  firewalld = { zones = [ { name = "trusted", target = "ACCEPT", interfaces = ["lo"], sources = [], active = true, live = true, rules = ["rule family=\"ipv6\" source address=\"::1\" destination NOT address=\"::1\" drop", "rule family=\"ipv4\" source address=\"127.0.0.1\" destination NOT address=\"127.0.0.1\" drop"], services = ["ssh"], ports = [] } ] }
}

case "firewalld_loopback_trusted" "fail" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
  firewalld = { zones = [ { name = "public", target = "default", interfaces = ["lo"], sources = [], active = true, live = true, rules = [], services = ["ssh"], ports = [] }, { name = "trusted", target = "ACCEPT", interfaces = [], sources = [], active = true, live = true, rules = [], services = ["ssh"], ports = [] } ] }
  message = "The loopback interface is not in the zone trusted"
}

case "firewalld_loopback_trusted" "fail" {
  with = { spoofed = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
  firewalld = { zones = [ { name = "trusted", target = "ACCEPT", interfaces = ["lo"], sources = [], active = true, live = true, rules = ["rule family=\"ipv6\" source address=\"::1\" destination NOT address=\"::1\" drop"], services = ["ssh"], ports = [] } ] }
  message = "The zone trusted does not drop loopback addresses from elsewhere"
}

case "firewalld_loopback_trusted" "fail" {
  with = { spoofed = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
  firewalld = { zones = [ { name = "trusted", target = "ACCEPT", interfaces = ["lo"], sources = [], active = true, live = true, rules = ["rule family=\"ipv4\" source address=\"127.0.0.1\" destination NOT address=\"127.0.0.1\" drop"], services = ["ssh"], ports = [] } ] }
}

case "firewalld_loopback_trusted" "fail" { # the benchmark knows no other firewall
  with = { sole = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["other"], why = "The firewall of this machine is nftables" }
  firewalld = { zones = [ { name = "trusted", target = "ACCEPT", interfaces = [], sources = [], active = true, live = true, rules = [], services = ["ssh"], ports = [] } ] }
}

case "firewalld_loopback_trusted" "unknown" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
}

case "firewalld_loopback_trusted" "not_applicable" { # another firewall is in use
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["none"], why = "The firewall of this machine is nftables" }
}

case "firewalld_loopback_trusted" "not_applicable" { # a container
  host = { own_kernel = false }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
}

case "firewalld_zones_reviewed" "manual" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
  firewalld = { zones = [ { name = "public", target = "default", interfaces = ["eth0"], sources = [], active = true, live = true, rules = [], services = ["ssh"], ports = [] } ] }
}

case "firewalld_zones_reviewed" "manual" { # the benchmark knows no other firewall
  with = { sole = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["other"], why = "The firewall of this machine is nftables" }
  firewalld = { zones = [ { name = "public", target = "default", interfaces = ["eth0"], sources = [], active = true, live = true, rules = [], services = ["ssh"], ports = [] } ] }
}

case "firewalld_zones_reviewed" "unknown" {
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
}

case "firewalld_zones_reviewed" "not_applicable" { # another firewall is in use
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["none"], why = "The firewall of this machine is nftables" }
}

case "firewalld_zones_reviewed" "not_applicable" { # a container
  host = { own_kernel = false }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
}
