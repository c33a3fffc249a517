# What the engine offers to the network, and what it lets containers reach.

control "engine_icc_off" {
  title    = "Containers on the default bridge cannot reach each other"
  severity = "medium"

  when     = docker.daemon.bridge != "none"
  when_not = "The engine runs without a default bridge."
  check    = !docker.daemon.icc

  message   = "Every container on the default bridge can open connections to every other"
  rationale = "A container that was broken into looks for neighbours first. On the default bridge it finds them all, whether or not they belong together."
  remediation {
    text       = "Set \"icc\": false in ${docker.daemon.config_file} and restart dockerd. Put containers that talk to each other on a network of their own."
    impact     = "Containers on the default bridge that spoke to each other no longer can; user-defined networks are not affected."
    disruption = "restart_daemon"

    fix "json" {
      when = !contains(docker.daemon.flags, "icc")
      path = docker.daemon.config_file
      merge = { icc = false }
    }

    fix "run" {
      when = docker.daemon.unit != null && !contains(docker.daemon.flags, "icc") && !docker.daemon.rootless
      argv = ["systemctl", "restart", coalesce(docker.daemon.unit, "docker.service")]
      live = true
    }
  }
}

control "engine_manages_packet_filter" {
  title    = "The engine may set its own packet filter rules"
  severity = "high"

  check = docker.daemon.iptables

  message   = "The engine leaves the packet filter alone, so nothing it knows about networks is enforced"
  rationale = "The engine's rules keep networks apart and expose published ports only. Without them that depends on rules someone writes by hand, and forgets with the next container."
  evidence  = [docker.daemon.ip6tables, docker.info.firewall_backend]
  remediation {
    text       = "Remove \"iptables\": false from ${docker.daemon.config_file}, or --iptables=false from dockerd's command line, and restart dockerd. Put rules of your own into the chain DOCKER-USER."
    impact     = "The engine adds chains in front of rules of your own. Check afterwards what can be reached from outside."
    disruption = "restart_daemon"

    fix "json" {
      when = !contains(docker.daemon.flags, "iptables")
      path = docker.daemon.config_file
      unset = ["iptables"]
    }

    fix "run" {
      when = docker.daemon.unit != null && !contains(docker.daemon.flags, "iptables") && !docker.daemon.rootless
      argv = ["systemctl", "restart", coalesce(docker.daemon.unit, "docker.service")]
      live = true
    }
  }
}

control "engine_no_insecure_registries" {
  title    = "The engine trusts no registry without TLS"
  severity = "high"

  check = none(docker.info.non_loopback_insecure_registries)

  message   = "The engine accepts plain or unverified connections to ${join(", ", docker.info.non_loopback_insecure_registries)}"
  rationale = "Without a verified certificate anyone on the way can answer as the registry, and hand out any image they like."
  remediation {
    text       = "Give ${join(", ", docker.info.non_loopback_insecure_registries)} a certificate and put its CA below /etc/docker/certs.d. Then take the entry out of \"insecure-registries\" in ${docker.daemon.config_file} and reload dockerd."
    impact     = "Pulls and pushes fail until the registry presents a certificate that the engine can verify."
    disruption = "reload"
  }
}

control "engine_tcp_needs_client_certificate" {
  title    = "The engine's network port demands a client certificate"
  severity = "critical"

  when     = length(docker.daemon.tcp_hosts) > 0
  when_not = "The engine listens on no TCP port."
  check = (
    docker.daemon.tlsverify &&
    docker.daemon.tlscacert != "" && docker.daemon.tlscert != "" && docker.daemon.tlskey != ""
  )

  message   = "No client certificate from a CA of your own is demanded on ${join(", ", docker.daemon.tcp_hosts)}"
  rationale = "Whoever may use this port is root on the host. Scanners find such ports within hours, and a loopback address is within reach of every process and of many a browser."
  remediation {
    text       = "Stop listening on ${join(", ", docker.daemon.tcp_hosts)} and use ssh:// instead; or set \"tlsverify\": true with \"tlscacert\", \"tlscert\" and \"tlskey\" in ${docker.daemon.config_file} and restart dockerd."
    impact     = "Clients without a certificate from that CA are refused."
    disruption = "restart_daemon"
  }
}

control "engine_userland_proxy_off" {
  title    = "Published ports need no userland proxy"
  severity = "low"

  when     = !docker.daemon.rootless
  when_not = "The engine runs rootless, where ports are forwarded by RootlessKit."
  check    = !docker.daemon.userland_proxy

  message   = "The engine starts a docker-proxy process for every published port"
  rationale = "The kernel forwards published ports by itself. Each proxy is one more program on the host that answers to the network, and it hides the client's address from the container."
  remediation {
    text       = "Set \"userland-proxy\": false in ${docker.daemon.config_file} and restart dockerd."
    impact     = "Connections from the host to its own published ports rely on hairpin NAT; test them, above all over IPv6 and on old kernels."
    disruption = "restart_daemon"

    fix "json" {
      when = !contains(docker.daemon.flags, "userland-proxy")
      path = docker.daemon.config_file
      merge = { userland-proxy = false }
    }

    fix "run" {
      when = docker.daemon.unit != null && !contains(docker.daemon.flags, "userland-proxy") && !docker.daemon.rootless
      argv = ["systemctl", "restart", coalesce(docker.daemon.unit, "docker.service")]
      live = true
    }
  }
}
