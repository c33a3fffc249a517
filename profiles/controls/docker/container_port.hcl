control "container_no_ssh" {
  title    = "No SSH server runs inside a container"
  severity = "medium"

  each     = container
  when     = container.state.running
  when_not = "${container.name} is not running."
  check    = none([for p in container.programs : p if contains(["sshd", "dropbear"], p)])

  message   = "${container.name} runs an SSH server (process ${join(", ", [for p in container.processes : tostring(p.pid) if contains(["sshd", "dropbear"], p.name)])})"
  rationale = "An SSH server brings keys, accounts and updates of its own into the container. docker exec does the same job under the engine's rules and logs."
  remediation {
    text       = "Remove the SSH server from the image of ${container.name} and recreate it. Use docker exec -it ${container.name} sh instead."
    impact     = "People and scripts that logged in by SSH need access to the engine, or to a bastion that has it."
    disruption = "recreate"
  }
}

control "container_no_low_ports" {
  param "allowed" {
    type    = list(number)
    default = []
  }
  param "below" {
    type    = number
    default = 1024
  }
  title    = "Containers publish no host port below ${param.below}"
  severity = "medium"

  each  = container
  check = none(distinct([for p in container.network_settings.ports : p.host_port if p.host_port < param.below && !contains(param.allowed, p.host_port)]))

  message   = "${container.name} publishes port ${join(", ", distinct([for p in container.network_settings.ports : tostring(p.host_port) if p.host_port < param.below && !contains(param.allowed, p.host_port)]))} of the host"
  rationale = "Low ports belong to the system's own services. Clients trust who answers there, and a container should not be able to take such a place by accident."
  remediation {
    text       = "Recreate ${container.name} with host ports of ${param.below} or above behind a load balancer. If it is the reverse proxy that is meant to answer there, add the ports to the parameter allowed."
    impact     = "Clients need the new port, or a proxy that keeps the old one."
    disruption = "recreate"
  }
}

control "container_ports_expected" {
  param "allowed" {
    type    = list(string)
    default = []
  }
  title    = "Containers publish only the ports that they are meant to"
  severity = "medium"

  each     = container
  ask      = container.effective.network_mode == "host" || (length(param.allowed) == 0 && length(container.network_settings.ports) > 0)
  check    = none([for p in container.network_settings.ports : "${container.name}:${p.host_port}" if !any([for a in param.allowed : glob(a, "${container.name}:${p.host_port}")])])
  evidence = [container.network_settings.ports, container.config.exposed_ports, container.effective.network_mode]

  message   = "${container.name} publishes ${join(", ", distinct([for p in container.network_settings.ports : "${p.host_port}" if !any([for a in param.allowed : glob(a, "${container.name}:${p.host_port}")])]))}, which is not on the list"
  rationale = "A published port passes the host's firewall. Every one that nobody asked for is a door that nobody watches."
  question  = "Is every published port wanted, and is it known who may connect?"
  procedure = <<-EOT
    List them: docker ps --format 'table {{.Names}}\t{{.Ports}}'. For a container on the host's network, docker ps shows none:
    look up what its processes listen on with ss -ltnup on the host.
    Ask the owner of each container whether the port is needed. To have it decided from now on, give the parameter allowed
    a list of NAME:PORT patterns, such as ["web:443", "*:9100"].
  EOT
  remediation {
    text       = "Recreate ${container.name} without -p for the ports that are not needed; containers on the same network reach each other without. Add the others to the parameter allowed."
    impact     = "Clients outside lose ports that turn out to be in use after all."
    disruption = "recreate"
  }
}

control "container_ports_bound" {
  title    = "Published ports are bound to one address of the host"
  severity = "medium"

  each  = container
  check = none([for p in container.network_settings.ports : "${p.host_ip}:${p.host_port}" if contains(["", "0.0.0.0", "::"], p.host_ip)])

  message   = "${container.name} publishes port ${join(", ", distinct([for p in container.network_settings.ports : "${p.host_port}" if contains(["", "0.0.0.0", "::"], p.host_ip)]))} on every address of the host"
  rationale = "A port without an address listens on every interface: the public one, the management one, and those that are added later. Docker's own rules let it past most host firewalls."
  remediation {
    text       = "Recreate ${container.name} with the address in front: -p 127.0.0.1:${join(", -p 127.0.0.1:", distinct([for p in container.network_settings.ports : "${p.host_port}:${p.container_port}" if contains(["", "0.0.0.0", "::"], p.host_ip)]))}, or with the interface that clients use."
    impact     = "Clients that came in through another interface are refused."
    disruption = "recreate"
  }
}
