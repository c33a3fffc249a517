# What answers when another machine knocks.

control "listening_ports_approved" {
  # Patterns such as "tcp/22" or "udp/*"; with them the row is decided.
  param "allowed" {
    type    = list(string)
    default = []
  }
  title    = "Only services that were agreed on listen on the network"
  severity = "medium"

  ask   = length(param.allowed) == 0 && length(listen_sockets.ports) > 0
  check = none([for p in listen_sockets.ports : p if !any([for a in param.allowed : glob(replace(a, "/", ":"), replace(p, "/", ":"))])])

  message   = "Not agreed on: ${join(", ", [for p in listen_sockets.ports : p if !any([for a in param.allowed : glob(replace(a, "/", ":"), replace(p, "/", ":"))])])} of ${join(", ", listen_sockets.reachable)}"
  rationale = "Every socket beyond the loopback interface is a program that reads what strangers send."
  question  = "Is each of these sockets needed, and by whom?"
  procedure = "Find the package of each program with ss -lntup and dpkg -S or rpm -qf, and ask who needs it. Ports that are forwarded to containers have no socket here; docker ps shows them. To have it decided from now on, give the parameter allowed a list such as [\"tcp/22\"]."
  evidence  = [listen_sockets.reachable]
  remediation {
    text       = "Stop and remove what is not needed, or bind it to 127.0.0.1; add the others to the parameter allowed."
    impact     = "Whoever uses the service loses it."
    disruption = "none"
  }
}

control "mail_local_only" {
  param "ports" {
    type    = list(string)
    default = ["25", "465", "587"]
  }
  title    = "The mail transfer agent takes mail from this machine only"
  severity = "medium"

  check = none([for p in param.ports : p if listening(p).reachable]) && mail_server.loopback_only

  message   = mail_server.loopback_only ? "Mail is taken from other machines on port ${join(", ", [for p in param.ports : p if listening(p).reachable])}" : "${join(", ", mail_server.agents)} listens on ${join(", ", mail_server.interfaces)}"
  rationale = "A machine that is no mail server sends mail, and need not take any: spam, relaying and flaws of the agent then come from nowhere else."
  remediation {
    text       = "Postfix: set inet_interfaces = loopback-only in /etc/postfix/main.cf. Exim: set dc_local_interfaces='127.0.0.1 ; ::1' in /etc/exim4/update-exim4.conf.conf and run update-exim4.conf. Sendmail: Addr=127.0.0.1 in DAEMON_OPTIONS of sendmail.mc. Then restart the agent."
    impact     = "Other machines cannot hand over mail any more."
    disruption = "none"
  }
}
