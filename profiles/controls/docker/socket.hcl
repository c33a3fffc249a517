# The two sockets that give command over containers. An ACL widens access without
# showing in the mode, so both are looked at.

control "engine_socket_owner" {
  title    = "The engine's sockets belong to root and to the group meant for them"
  severity = "critical"

  when     = any([for s in docker.daemon.unix_sockets : file(s).exists])
  when_not = "The engine listens on no Unix socket."
  check = none([
    for s in docker.daemon.unix_sockets : "${s} ${file(s).owner}:${file(s).group}"
    if file(s).exists &&
    !(file(s).uid == 0 && (file(s).gid == 0 || file(s).gid == group(docker.daemon.socket_group).gid)) &&
    !(docker.daemon.rootless && file(s).uid == docker.daemon.euid)
  ])

  message   = "${join("; ", [for s in docker.daemon.unix_sockets : "${s} belongs to ${file(s).owner}:${file(s).group}" if file(s).exists && !(file(s).uid == 0 && (file(s).gid == 0 || file(s).gid == group(docker.daemon.socket_group).gid)) && !(docker.daemon.rootless && file(s).uid == docker.daemon.euid)])}, where root:${docker.daemon.socket_group} is right"
  rationale = "Whoever may write to the engine's socket can become root on the host in one command."
  remediation {
    text       = "Run chown root:${docker.daemon.socket_group} ${join(" ", docker.daemon.unix_sockets)}, and correct \"group\" in ${docker.daemon.config_file} or SocketUser and SocketGroup in docker.socket, so that the next start keeps it."
    impact     = "Accounts that reached the engine through the former owner or group no longer can."
    disruption = "none"
  }
}

control "engine_socket_mode" {
  title    = "The engine's sockets are closed to everyone outside their owner and group"
  severity = "critical"

  when     = any([for s in docker.daemon.unix_sockets : file(s).exists])
  when_not = "The engine listens on no Unix socket."
  check = none([
    for s in docker.daemon.unix_sockets : "${s} ${file(s).mode}"
    if file(s).exists && !mode_within(file(s).mode, "0660")
    ]) && none([
    for s in docker.daemon.unix_sockets : "${s} ${join(" ", file(s).acl)}"
    if file(s).exists && length(file(s).acl) > 0
  ])

  message   = "${join("; ", [for s in docker.daemon.unix_sockets : "${s} has mode ${file(s).mode}${length(file(s).acl) > 0 ? " and lets in ${join(", ", file(s).acl)}" : ""}" if file(s).exists && (!mode_within(file(s).mode, "0660") || length(file(s).acl) > 0)])}"
  rationale = "Any account or service on this host that can write to the socket can start a container that owns the host. An access control list opens the door without a trace in the mode."
  remediation {
    text       = "Run chmod 0660 ${join(" ", docker.daemon.unix_sockets)} and setfacl -b ${join(" ", docker.daemon.unix_sockets)}; correct SocketMode in docker.socket, so that the next start keeps it."
    impact     = "Accounts outside the group lose the engine."
    disruption = "none"
  }
}

control "containerd_socket_owner" {
  title    = "containerd's socket belongs to root"
  severity = "critical"

  when     = any([for s in docker.daemon.containerd_sockets : file(s).exists])
  when_not = "containerd has no socket on this machine."
  check = none([
    for s in docker.daemon.containerd_sockets : "${s} ${file(s).owner}:${file(s).group}"
    if file(s).exists && !(file(s).uid == 0 && file(s).gid == 0 || docker.daemon.rootless && file(s).uid == docker.daemon.euid)
  ])

  message   = "${join("; ", [for s in docker.daemon.containerd_sockets : "${s} belongs to ${file(s).owner}:${file(s).group}" if file(s).exists && !(file(s).uid == 0 && file(s).gid == 0 || docker.daemon.rootless && file(s).uid == docker.daemon.euid)])}, where root:root is right"
  rationale = "containerd starts whatever it is asked to, as root, and knows neither the engine's groups nor its plugins. Its socket is meant for root's programs only."
  remediation {
    text       = "Set uid = 0 and gid = 0 under [grpc] in /etc/containerd/config.toml, and restart containerd."
    impact     = "Tools that spoke to containerd under another account have to use sudo."
    disruption = "restart_daemon"
  }
}

control "containerd_socket_mode" {
  title    = "containerd's socket is closed to everyone outside its owner and group"
  severity = "critical"

  when     = any([for s in docker.daemon.containerd_sockets : file(s).exists])
  when_not = "containerd has no socket on this machine."
  check = none([
    for s in docker.daemon.containerd_sockets : "${s} ${file(s).mode}"
    if file(s).exists && !mode_within(file(s).mode, "0660")
    ]) && none([
    for s in docker.daemon.containerd_sockets : "${s} ${join(" ", file(s).acl)}"
    if file(s).exists && length(file(s).acl) > 0
  ])

  message   = "${join("; ", [for s in docker.daemon.containerd_sockets : "${s} has mode ${file(s).mode}${length(file(s).acl) > 0 ? " and lets in ${join(", ", file(s).acl)}" : ""}" if file(s).exists && (!mode_within(file(s).mode, "0660") || length(file(s).acl) > 0)])}"
  rationale = "A request on this socket is carried out as root. Any account that may write to it can take over the host, and the engine's log stays empty."
  remediation {
    text       = "Run chmod 0660 and setfacl -b on ${join(" ", [for s in docker.daemon.containerd_sockets : s if file(s).exists])}, and look for the unit or script that opened it."
    impact     = "Tools that spoke to containerd under another account have to use sudo."
    disruption = "none"
  }
}
