control "container_no_management_ports" {
  param "ports" {
    type    = list(number)
    default = [22, 23, 2375, 2376, 2377, 3389, 5900]
  }
  title    = "No container publishes a port for remote control"
  severity = "high"

  each  = container
  check = none([for p in container.network_settings.ports : "${p.host_ip}:${p.host_port} to ${p.container_port}" if contains(param.ports, p.container_port) && !startswith(p.host_ip, "127.")])

  message   = "${container.name} publishes ${join(", ", distinct([for p in container.network_settings.ports : "its port ${p.container_port} as ${p.host_port}" if contains(param.ports, p.container_port) && !startswith(p.host_ip, "127.")]))}"
  rationale = "Logins, desktops and engine consoles are what scanners try first. Published ports pass the host's own firewall rules."
  remediation {
    text       = "Recreate ${container.name} with these ports on 127.0.0.1 and reach them through SSH or a VPN, or without them."
    impact     = "Administrators connect in another way."
    disruption = "recreate"
  }
}

control "container_no_publish_all" {
  title    = "No container publishes all ports that its image names"
  severity = "low"

  each  = container
  check = !container.host_config.publish_all_ports

  message   = "${container.name} publishes every port that its image exposes (${join(", ", container.config.exposed_ports)})"
  rationale = "With -P the author of the image decides what is open, on every address, and the next version may open more."
  remediation {
    text       = "Recreate ${container.name} with -p for the ports that clients need, instead of -P."
    impact     = "Ports that nobody named are closed."
    disruption = "recreate"
  }
}

control "engine_publishes_on_one_address" {
  title    = "Published ports without an address are not open to everyone"
  severity = "medium"

  check = !contains(["", "0.0.0.0", "::"], docker.daemon.ip)

  message   = "Ports that are published without an address are bound to ${docker.daemon.ip == "" ? "every address" : docker.daemon.ip}"
  rationale = "Most compose files publish a port without an address. The engine's default decides whether that means this machine or the whole world."
  remediation {
    text       = "Set \"ip\": \"127.0.0.1\" in ${docker.daemon.config_file}, or the address that clients use, and restart the engine. User-defined networks have an option of their own: com.docker.network.bridge.host_binding_ipv4."
    impact     = "Ports that must be open to others need their address in front from now on: -p ADDRESS:80:80."
    disruption = "restart_daemon"
  }
}

control "engine_metrics_local" {
  title    = "The engine's metrics are offered on this machine only"
  severity = "medium"

  check = docker.daemon.metrics_addr == "" || matches("^(127\\.|localhost:|\\[::1\\])", docker.daemon.metrics_addr)

  message   = "The engine offers its metrics on ${docker.daemon.metrics_addr}"
  rationale = "The metrics need no password, and tell versions, numbers of containers and failures to everyone who asks."
  remediation {
    text       = "Set \"metrics-addr\": \"127.0.0.1:9323\" in ${docker.daemon.config_file} and restart the engine; let the collector come through SSH or a proxy with authentication."
    impact     = "Collectors on other machines need the proxy."
    disruption = "restart_daemon"
  }
}

control "engine_no_direct_routing" {
  title    = "Other machines cannot reach containers past their published ports"
  severity = "medium"

  check = !docker.daemon.allow_direct_routing

  message   = "The engine lets other machines reach containers by their own addresses"
  rationale = "With direct routing allowed, a neighbour on the network adds a route to the container's network and reaches every port, published or not."
  remediation {
    text       = "Set \"allow-direct-routing\": false in ${docker.daemon.config_file} and restart the engine. Allow it for single networks with com.docker.network.bridge.trusted_host_interfaces."
    impact     = "Clients that used container addresses directly must use published ports."
    disruption = "restart_daemon"
  }
}
