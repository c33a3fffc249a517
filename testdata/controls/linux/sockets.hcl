case "listening_ports_approved" "pass" {
  with           = { allowed = ["tcp/22", "udp/*"] }
  listen_sockets = { ports = ["tcp/22", "udp/68"], reachable = [] }
}

case "listening_ports_approved" "fail" {
  with           = { allowed = ["tcp/22"] }
  listen_sockets = { ports = ["tcp/22", "tcp/80"], reachable = ["tcp 0.0.0.0:22 (sshd)", "tcp 0.0.0.0:80 (nginx)"] }
  message        = "Not agreed on: tcp/80 of tcp 0.0.0.0:22 (sshd), tcp 0.0.0.0:80 (nginx)"
}

case "listening_ports_approved" "pass" { # nothing to ask about
  listen_sockets = { ports = [], reachable = [] }
}

case "listening_ports_approved" "manual" {
  listen_sockets = { ports = ["tcp/22"], reachable = ["tcp 0.0.0.0:22 (sshd)"] }
}

case "listening_ports_approved" "unknown" {
  with           = { allowed = ["tcp/22"] }
  listen_sockets = {}
}

case "mail_local_only" "pass" {
  listening   = { "25" = { reachable = false }, "465" = { reachable = false }, "587" = { reachable = false } }
  mail_server = { loopback_only = true, agents = [], interfaces = [] }
}

case "mail_local_only" "fail" {
  listening   = { "25" = { reachable = false }, "465" = { reachable = true }, "587" = { reachable = false } }
  mail_server = { loopback_only = true, agents = [], interfaces = [] }
  message     = "Mail is taken from other machines on port 465"
}

case "mail_local_only" "fail" { # on a disk
  mail_server = { loopback_only = false, agents = ["postfix"], interfaces = ["all"] }
  message     = "postfix listens on all"
}

case "mail_local_only" "unknown" {
  mail_server = { loopback_only = true, agents = ["postfix"], interfaces = ["loopback-only"] }
}
