control "swarm_off_unless_needed" {
  param "needed" {
    type    = bool
    default = null
  }
  title    = "Swarm mode is off unless it is needed"
  severity = "medium"

  ask      = docker.swarm.state != "inactive" && param.needed == null
  check    = docker.swarm.state == "inactive" || param.needed
  evidence = [docker.swarm.state, docker.swarm.nodes, docker.swarm.managers]

  message   = "Swarm mode is ${docker.swarm.state} although it is not needed here"
  rationale = "A swarm node listens on the network for other nodes, and a manager can start containers on all of them. Nobody should offer that without using it."
  question  = "Is swarm mode needed on this machine?"
  procedure = <<-EOT
    Ask who uses it: docker service ls and docker node ls on a manager show what it runs.
    Set the parameter needed to true or false, and it is decided from now on.
  EOT
  remediation {
    text       = "Leave the swarm: docker swarm leave (on the last manager with --force)."
    impact     = "Services, their secrets and configs on this node end with it."
    disruption = "recreate"
  }
}

control "swarm_managers_few_and_odd" {
  param "max" {
    type    = number
    default = 7
  }
  title    = "The swarm has an odd number of managers, at most ${param.max}"
  severity = "medium"

  when     = docker.swarm.active
  when_not = "Swarm mode is not active."
  check    = docker.swarm.managers == floor(docker.swarm.managers / 2) * 2 + 1 && docker.swarm.managers <= param.max

  message   = "The swarm has ${docker.swarm.managers} managers"
  rationale = "Managers decide by majority. An even number bears no more failures than the odd one below it, and each manager holds the keys to the whole swarm."
  remediation {
    text       = "Demote or promote a node (docker node demote NAME, docker node promote NAME): three managers bear the loss of one, five the loss of two."
    impact     = "None for running services. Never fall below a majority of the managers while you change their number."
    disruption = "none"
  }
}

control "swarm_listens_on_one_address" {
  title    = "Swarm listens on one chosen address"
  severity = "medium"

  when     = docker.swarm.active
  when_not = "Swarm mode is not active."
  check    = !listening("2377").wildcard && !listening("7946").wildcard

  message   = "Swarm listens on every address: ${join(", ", [for s in concat(listening("2377").sockets, listening("7946").sockets) : "${s.protocol} ${s.address}:${s.port}"])}"
  rationale = "Ports 2377 and 7946 are for the other nodes. On every address they are open to the public interface too."
  remediation {
    text       = "The address is chosen when a node joins: take it out of the swarm and join it again with --listen-addr ADDRESS:2377 --advertise-addr ADDRESS. Close 2377/tcp and 7946 to everyone else in the firewall."
    impact     = "The node's tasks move to other nodes while it is away. Keep a majority of the managers."
    disruption = "recreate"
  }
}

control "network_overlay_encrypted" {
  title    = "Overlay networks encrypt what containers say between nodes"
  severity = "high"

  each     = network
  when     = docker.swarm.active && network.driver == "overlay" && !network.ingress
  when_not = docker.swarm.active ? "${network.name} carries no containers' traffic between nodes." : "Swarm mode is not active."
  check    = network.encrypted

  message   = "${network.name} sends containers' traffic between nodes in the clear"
  rationale = "Overlay traffic crosses the wire between the nodes as plain VXLAN packets. Who is on that wire reads it, and can put packets of their own into the network."
  remediation {
    text       = "Create a new network with docker network create --driver overlay --opt encrypted NAME, move the services from ${network.name} to it with docker service update --network-add and --network-rm, and remove ${network.name}."
    impact     = "Encryption costs processor time and some bandwidth, needs IPsec (ESP) to pass between the nodes, and does not work on Windows nodes."
    disruption = "recreate"
  }
}

control "service_secrets_not_in_environment" {
  title    = "Services get their passwords as swarm secrets, not in the environment"
  severity = "high"

  each  = service
  check = none(service.secret_like_env)

  message   = "${service.name} has what looks like secrets in its environment: ${join(", ", service.secret_like_env)}"
  rationale = "The environment is shown by docker inspect and inherited by every child process. A swarm secret reaches only the service it is meant for, in memory, and is stored encrypted."
  remediation {
    text       = "Make secrets of ${join(", ", service.secret_like_env)} (docker secret create NAME -), hand them over with docker service update --secret-add NAME ${service.name}, let the program read /run/secrets/NAME, and take the variables away with --env-rm. Change the values: they were readable."
    impact     = "The service restarts, and the program must be able to read a file; many images take NAME_FILE."
    disruption = "recreate"
  }
}
