case "firewall_single" "pass" {
  with = { names = ["ufw", "nftables"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { stacks = [{ name = "ufw", enabled = true, active = true }, { name = "nftables", enabled = false, active = false }] }
}

case "firewall_single" "fail" {
  with = { names = ["ufw", "nftables"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { stacks = [{ name = "ufw", enabled = true, active = true }, { name = "nftables", enabled = true, active = false }] }
  message = "ufw and nftables start at boot, and undo each other's rules"
}

case "firewall_single" "fail" {
  with = { names = ["ufw", "nftables"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { stacks = [{ name = "ufw", enabled = true, active = false }, { name = "nftables", enabled = false, active = false }] }
  message = "ufw starts at boot, but none is active"
}

case "firewall_single" "fail" { # none at all
  with = { names = ["ufw", "nftables"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { stacks = [{ name = "ufw", enabled = false, active = false }, { name = "nftables", enabled = false, active = false }] }
}

case "firewall_single" "unknown" { # a disk
  with = { names = ["ufw", "nftables"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { stacks = [{ name = "ufw", enabled = true }, { name = "nftables", enabled = false }] }
}

case "firewall_single" "not_applicable" {
  with = { names = ["ufw", "nftables"] }
  host = { own_kernel = false }
}

case "firewall_package_present" "pass" {
  with = { stack = "nftables", packages = ["nftables"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  package = { nftables = { installed = true } }
}

case "firewall_package_present" "fail" {
  with = { stack = "nftables", packages = ["nftables"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  package = { nftables = { installed = false } }
  message = "nftables is not installed"
}

case "firewall_package_present" "fail" { # the benchmark knows no other firewall
  with = { stack = "nftables", packages = ["nftables"], sole = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["other"], why = "The firewall of this machine is nftables" }
  package = { nftables = { installed = false } }
}

case "firewall_package_present" "unknown" {
  with = { stack = "nftables", packages = ["nftables"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
}

case "firewall_package_present" "not_applicable" { # another firewall is in use
  with = { stack = "nftables", packages = ["nftables"] }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["none"], why = "The firewall of this machine is nftables" }
}

case "firewall_package_present" "not_applicable" { # a container
  with = { stack = "nftables", packages = ["nftables"] }
  host = { own_kernel = false }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
}

case "firewall_package_absent" "pass" {
  with = { stack = "ufw", package = "iptables-persistent" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
  package = { iptables-persistent = { installed = false } }
}

case "firewall_package_absent" "fail" {
  with = { stack = "ufw", package = "iptables-persistent" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
  package = { iptables-persistent = { installed = true } }
  message = "iptables-persistent is installed, and ufw is in use"
}

case "firewall_package_absent" "unknown" {
  with = { stack = "ufw", package = "iptables-persistent" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
}

case "firewall_package_absent" "not_applicable" { # another firewall is in use
  with = { stack = "ufw", package = "iptables-persistent" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["none"], why = "The firewall of this machine is nftables" }
}

case "firewall_package_absent" "not_applicable" { # a container
  with = { stack = "ufw", package = "iptables-persistent" }
  host = { own_kernel = false }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
}

case "firewall_other_off" "pass" {
  with = { stack = "nftables", other = "ufw", masked = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables", stacks = [{ name = "ufw", enabled = false, active = false }, { name = "nftables", enabled = false, active = false }] }
  package = { ufw = { installed = false } }
  unit = { "ufw.service" = { masked = false } }
}

case "firewall_other_off" "pass" { # installed, but it cannot start
  with = { stack = "nftables", other = "ufw", masked = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables", stacks = [{ name = "ufw", enabled = false, active = false }, { name = "nftables", enabled = false, active = false }] }
  package = { ufw = { installed = true } }
  unit = { "ufw.service" = { masked = true } }
}

case "firewall_other_off" "pass" { # the mask is not asked for
  with = { stack = "iptables", other = "nftables" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["iptables"], why = "The firewall of this machine is nftables", stacks = [{ name = "ufw", enabled = false, active = false }, { name = "nftables", enabled = false, active = false }] }
  package = { nftables = { installed = true } }
  unit = { "nftables.service" = { masked = false } }
}

case "firewall_other_off" "fail" {
  with = { stack = "nftables", other = "ufw", masked = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables", stacks = [{ name = "ufw", enabled = false, active = false }, { name = "nftables", enabled = false, active = false }] }
  package = { ufw = { installed = true } }
  unit = { "ufw.service" = { masked = false } }
  message = "ufw is installed and can still be started, beside nftables"
}

case "firewall_other_off" "fail" {
  with = { stack = "nftables", other = "ufw", masked = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables", stacks = [{ name = "ufw", enabled = false, active = true }, { name = "nftables", enabled = false, active = true }] }
  package = { ufw = { installed = true } }
  unit = { "ufw.service" = { masked = true } }
  message = "ufw is installed and in use, beside nftables"
}

case "firewall_other_off" "unknown" {
  with = { stack = "nftables", other = "ufw", masked = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  package = { ufw = { installed = true } }
  unit = { "ufw.service" = { masked = true } }
}

case "firewall_other_off" "not_applicable" { # another firewall is in use
  with = { stack = "nftables", other = "ufw", masked = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["none"], why = "The firewall of this machine is nftables" }
}

case "firewall_other_off" "not_applicable" { # a container
  with = { stack = "nftables", other = "ufw", masked = true }
  host = { own_kernel = false }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
}

case "firewall_unit_on" "pass" {
  with = { stack = "firewalld", unit = "firewalld.service", active = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
  unit = { "firewalld.service" = { enabled = true, active = true } }
}

case "firewall_unit_on" "pass" { # only the start at boot is asked for
  with = { stack = "nftables", unit = "nftables.service" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["nftables"], why = "The firewall of this machine is nftables" }
  unit = { "nftables.service" = { enabled = true, active = false } }
}

case "firewall_unit_on" "fail" {
  with = { stack = "firewalld", unit = "firewalld.service", active = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
  unit = { "firewalld.service" = { enabled = false, active = true } }
  message = "firewalld.service does not start at boot"
}

case "firewall_unit_on" "fail" {
  with = { stack = "firewalld", unit = "firewalld.service", active = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
  unit = { "firewalld.service" = { enabled = true, active = false } }
  message = "firewalld.service is not active"
}

case "firewall_unit_on" "fail" { # the benchmark knows no other firewall
  with = { stack = "firewalld", unit = "firewalld.service", active = true, sole = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["other"], why = "The firewall of this machine is nftables" }
  unit = { "firewalld.service" = { enabled = false, active = false } }
}

case "firewall_unit_on" "unknown" {
  with = { stack = "firewalld", unit = "firewalld.service", active = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
  unit = { "firewalld.service" = { enabled = true } }
}

case "firewall_unit_on" "not_applicable" { # another firewall is in use
  with = { stack = "firewalld", unit = "firewalld.service", active = true }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["none"], why = "The firewall of this machine is nftables" }
}

case "firewall_unit_on" "not_applicable" { # a container
  with = { stack = "firewalld", unit = "firewalld.service", active = true }
  host = { own_kernel = false }
  firewall = { judged = ["firewalld"], why = "The firewall of this machine is nftables" }
}

case "firewall_ports_ruled" "pass" {
  with = { stack = "ufw", tool = "ufw" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
  net = { ipv6 = false }
  unruled_ports = { ufw = { live = [], persisted = [] } }
}

case "firewall_ports_ruled" "pass" {
  with = { stack = "iptables", tool = "ip6tables" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["iptables"], why = "The firewall of this machine is nftables" }
  net = { ipv6 = true }
  unruled_ports = { ip6tables = { live = [], persisted = [] } }
}

case "firewall_ports_ruled" "fail" {
  with = { stack = "ufw", tool = "ufw" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
  net = { ipv6 = false }
  unruled_ports = { ufw = { live = [], persisted = [{ protocol = "tcp", address = "0.0.0.0", port = 22, process = "sshd" }] } }
  message = "No rule of ufw is about tcp port 22 (sshd)"
}

case "firewall_ports_ruled" "fail" {
  with = { stack = "ufw", tool = "ufw" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
  net = { ipv6 = false }
  unruled_ports = { ufw = { live = [{ protocol = "tcp", address = "0.0.0.0", port = 22, process = "sshd" }], persisted = [] } }
}

case "firewall_ports_ruled" "unknown" {
  with = { stack = "ufw", tool = "ufw" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["ufw"], why = "The firewall of this machine is nftables" }
  net = { ipv6 = false }
  unruled_ports = { ufw = { persisted = [] } }
}

case "firewall_ports_ruled" "not_applicable" { # another firewall is in use
  with = { stack = "iptables", tool = "ip6tables" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  firewall = { judged = ["none"], why = "The firewall of this machine is nftables" }
}

case "firewall_ports_ruled" "not_applicable" { # a container
  with = { stack = "iptables", tool = "ip6tables" }
  host = { own_kernel = false }
  firewall = { judged = ["iptables"], why = "The firewall of this machine is nftables" }
}

case "firewall_ports_ruled" "not_applicable" { # IPv6 is off
  with = { stack = "iptables", tool = "ip6tables" }
  host = { own_kernel = true, install = "apt-get install", remove = "apt-get purge", os_family = "debian" }
  net = { ipv6 = false }
  firewall = { judged = ["iptables"], why = "The firewall of this machine is nftables" }
}
