case "engine_socket_owner" "pass" {
  docker = { daemon = { unix_sockets = ["/run/docker.sock"], socket_group = "docker", rootless = false } }
  group  = { docker = { gid = 999 } }
  file   = { "/run/docker.sock" = { exists = true, uid = 0, gid = 999, owner = "root", group = "docker" } }
}

case "engine_socket_owner" "pass" { # stricter than asked
  docker = { daemon = { unix_sockets = ["/run/docker.sock"], socket_group = "docker", rootless = false } }
  group  = { docker = { gid = 999 } }
  file   = { "/run/docker.sock" = { exists = true, uid = 0, gid = 0, owner = "root", group = "root" } }
}

case "engine_socket_owner" "pass" { # a rootless engine's own account
  docker = { daemon = { unix_sockets = ["/run/docker.sock"], socket_group = "docker", rootless = true, euid = 1000 } }
  group  = { docker = { gid = 999 } }
  file   = { "/run/docker.sock" = { exists = true, uid = 1000, gid = 1000, owner = "kim", group = "kim" } }
}

case "engine_socket_owner" "pass" { # one of two was never made
  docker = { daemon = { unix_sockets = ["/run/docker.sock", "/srv/docker.sock"], socket_group = "docker", rootless = false } }
  group  = { docker = { gid = 999 } }
  file = {
    "/run/docker.sock" = { exists = true, uid = 0, gid = 999, owner = "root", group = "docker" }
    "/srv/docker.sock" = { exists = false }
  }
}

case "engine_socket_owner" "fail" {
  docker  = { daemon = { unix_sockets = ["/run/docker.sock"], socket_group = "docker", rootless = false } }
  group   = { docker = { gid = 999 } }
  file    = { "/run/docker.sock" = { exists = true, uid = 0, gid = 100, owner = "root", group = "users" } }
  message = "/run/docker.sock belongs to root:users, where root:docker is right"
}

case "engine_socket_owner" "fail" {
  docker = { daemon = { unix_sockets = ["/run/docker.sock"], socket_group = "docker", rootless = false } }
  group  = { docker = { gid = 999 } }
  file   = { "/run/docker.sock" = { exists = true, uid = 1000, gid = 999, owner = "kim", group = "docker" } }
}

case "engine_socket_owner" "fail" { # only a rootless engine may have its socket belong to its account
  docker = { daemon = { unix_sockets = ["/run/docker.sock"], socket_group = "docker", rootless = false, euid = 1000 } }
  group  = { docker = { gid = 999 } }
  file   = { "/run/docker.sock" = { exists = true, uid = 1000, gid = 1000, owner = "kim", group = "kim" } }
}

case "engine_socket_owner" "fail" {
  docker = { daemon = { unix_sockets = ["/run/docker.sock"], socket_group = "docker", rootless = true, euid = 1000 } }
  group  = { docker = { gid = 999 } }
  file   = { "/run/docker.sock" = { exists = true, uid = 1001, gid = 1001, owner = "lee", group = "lee" } }
}

case "engine_socket_owner" "unknown" {
  docker = { daemon = { unix_sockets = ["/run/docker.sock"], socket_group = "docker", rootless = false } }
  group  = { docker = { gid = 999 } }
  file   = { "/run/docker.sock" = { exists = true } }
}

case "engine_socket_owner" "not_applicable" {
  docker = { daemon = { unix_sockets = ["/run/docker.sock"], socket_group = "docker", rootless = false } }
  group  = { docker = { gid = 999 } }
  file   = { "/run/docker.sock" = { exists = false } }
}

case "engine_socket_mode" "pass" {
  docker = { daemon = { unix_sockets = ["/run/docker.sock"] } }
  file   = { "/run/docker.sock" = { exists = true, mode = "0660", acl = [] } }
}

case "engine_socket_mode" "fail" {
  docker = { daemon = { unix_sockets = ["/run/docker.sock"] } }
  file   = { "/run/docker.sock" = { exists = true, mode = "0666", acl = [] } }
}

case "engine_socket_mode" "fail" { # the mode does not show it
  docker  = { daemon = { unix_sockets = ["/run/docker.sock"] } }
  file    = { "/run/docker.sock" = { exists = true, mode = "0660", acl = ["user:1000:rw-", "mask::rw-"] } }
  message = "/run/docker.sock has mode 0660 and lets in user:1000:rw-, mask::rw-"
}

case "engine_socket_mode" "fail" { # one of two
  docker = { daemon = { unix_sockets = ["/run/docker.sock", "/srv/docker.sock"] } }
  file = {
    "/run/docker.sock" = { exists = true, mode = "0660", acl = [] }
    "/srv/docker.sock" = { exists = true, mode = "0666", acl = [] }
  }
  message = "/srv/docker.sock has mode 0666"
}

case "engine_socket_mode" "unknown" { # the access control list cannot be read
  docker = { daemon = { unix_sockets = ["/run/docker.sock"] } }
  file   = { "/run/docker.sock" = { exists = true, mode = "0660" } }
}

case "engine_socket_mode" "not_applicable" {
  docker = { daemon = { unix_sockets = ["/run/docker.sock"] } }
  file   = { "/run/docker.sock" = { exists = false } }
}

case "containerd_socket_owner" "pass" {
  docker = { daemon = { containerd_sockets = ["/run/containerd/containerd.sock", "/run/docker/containerd/containerd.sock"], rootless = false } }
  file = {
    "/run/containerd/containerd.sock"        = { exists = true, uid = 0, gid = 0, owner = "root", group = "root" }
    "/run/docker/containerd/containerd.sock" = { exists = false }
  }
}

case "containerd_socket_owner" "pass" { # a rootless engine's own account
  docker = { daemon = { containerd_sockets = ["/run/containerd/containerd.sock", "/run/docker/containerd/containerd.sock"], rootless = true, euid = 1000 } }
  file = {
    "/run/containerd/containerd.sock"        = { exists = true, uid = 1000, gid = 1000, owner = "kim", group = "kim" }
    "/run/docker/containerd/containerd.sock" = { exists = false }
  }
}

case "containerd_socket_owner" "fail" {
  docker = { daemon = { containerd_sockets = ["/run/containerd/containerd.sock", "/run/docker/containerd/containerd.sock"], rootless = false } }
  file = {
    "/run/containerd/containerd.sock"        = { exists = true, uid = 1000, gid = 0, owner = "kim", group = "root" }
    "/run/docker/containerd/containerd.sock" = { exists = false }
  }
}

case "containerd_socket_owner" "fail" {
  docker = { daemon = { containerd_sockets = ["/run/containerd/containerd.sock", "/run/docker/containerd/containerd.sock"], rootless = false } }
  file = {
    "/run/containerd/containerd.sock"        = { exists = true, uid = 0, gid = 999, owner = "root", group = "docker" }
    "/run/docker/containerd/containerd.sock" = { exists = false }
  }
}

case "containerd_socket_owner" "fail" {
  docker = { daemon = { containerd_sockets = ["/run/containerd/containerd.sock", "/run/docker/containerd/containerd.sock"], rootless = false, euid = 1000 } }
  file = {
    "/run/containerd/containerd.sock"        = { exists = true, uid = 1000, gid = 1000, owner = "kim", group = "kim" }
    "/run/docker/containerd/containerd.sock" = { exists = false }
  }
}

case "containerd_socket_owner" "fail" {
  docker = { daemon = { containerd_sockets = ["/run/containerd/containerd.sock", "/run/docker/containerd/containerd.sock"], rootless = true, euid = 1000 } }
  file = {
    "/run/containerd/containerd.sock"        = { exists = true, uid = 1001, gid = 1000, owner = "lee", group = "kim" }
    "/run/docker/containerd/containerd.sock" = { exists = false }
  }
}

case "containerd_socket_owner" "fail" { # where the engine says it is
  docker = { daemon = { containerd_sockets = ["/srv/containerd.sock"], rootless = false } }
  file = {
    "/srv/containerd.sock"                   = { exists = true, uid = 0, gid = 999, owner = "root", group = "docker" }
  }
  message = "/srv/containerd.sock belongs to root:docker, where root:root is right"
}

case "containerd_socket_owner" "unknown" {
  docker = { daemon = { containerd_sockets = ["/run/containerd/containerd.sock", "/run/docker/containerd/containerd.sock"], rootless = false } }
  file = {
    "/run/containerd/containerd.sock"        = { exists = true }
    "/run/docker/containerd/containerd.sock" = { exists = false }
  }
}

case "containerd_socket_owner" "not_applicable" {
  docker = { daemon = { containerd_sockets = ["/run/containerd/containerd.sock", "/run/docker/containerd/containerd.sock"], rootless = false } }
  file = {
    "/run/containerd/containerd.sock"        = { exists = false }
    "/run/docker/containerd/containerd.sock" = { exists = false }
  }
}

case "containerd_socket_mode" "pass" {
  docker = { daemon = { containerd_sockets = ["/run/containerd/containerd.sock", "/run/docker/containerd/containerd.sock"] } }
  file = {
    "/run/containerd/containerd.sock"        = { exists = true, mode = "0660", acl = [] }
    "/run/docker/containerd/containerd.sock" = { exists = false }
  }
}

case "containerd_socket_mode" "fail" {
  docker = { daemon = { containerd_sockets = ["/run/containerd/containerd.sock", "/run/docker/containerd/containerd.sock"] } }
  file = {
    "/run/containerd/containerd.sock"        = { exists = true, mode = "0666", acl = [] }
    "/run/docker/containerd/containerd.sock" = { exists = false }
  }
}

case "containerd_socket_mode" "fail" { # the mode does not show it
  docker = { daemon = { containerd_sockets = ["/run/containerd/containerd.sock", "/run/docker/containerd/containerd.sock"] } }
  file = {
    "/run/containerd/containerd.sock"        = { exists = true, mode = "0660", acl = ["user:1000:rw-", "mask::rw-"] }
    "/run/docker/containerd/containerd.sock" = { exists = false }
  }
}

case "containerd_socket_mode" "unknown" { # the access control list cannot be read
  docker = { daemon = { containerd_sockets = ["/run/containerd/containerd.sock", "/run/docker/containerd/containerd.sock"] } }
  file = {
    "/run/containerd/containerd.sock"        = { exists = true, mode = "0660" }
    "/run/docker/containerd/containerd.sock" = { exists = false }
  }
}

case "containerd_socket_mode" "not_applicable" {
  docker = { daemon = { containerd_sockets = ["/run/containerd/containerd.sock", "/run/docker/containerd/containerd.sock"] } }
  file = {
    "/run/containerd/containerd.sock"        = { exists = false }
    "/run/docker/containerd/containerd.sock" = { exists = false }
  }
}
