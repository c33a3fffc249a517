case "engine_data_watched" "pass" {
  docker      = { daemon = { data_root = "/srv/docker" } }
  file        = { "/srv/docker" = { exists = true } }
  audit_watch = { "/srv/docker" = { covered = true } }
}

case "engine_data_watched" "fail" {
  docker      = { daemon = { data_root = "/srv/docker" } }
  file        = { "/srv/docker" = { exists = true } }
  audit_watch = { "/srv/docker" = { covered = false } }
}

case "engine_data_watched" "unknown" { # the rules cannot be read
  docker = { daemon = { data_root = "/srv/docker" } }
  file   = { "/srv/docker" = { exists = true } }
}

case "engine_data_watched" "not_applicable" {
  docker = { daemon = { data_root = "/srv/docker" } }
  file   = { "/srv/docker" = { exists = false } }
}

case "engine_config_directory_watched" "pass" {
  docker      = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file        = { "/etc/docker" = { exists = true } }
  audit_watch = { "/etc/docker" = { covered = true } }
}

case "engine_config_directory_watched" "fail" {
  docker      = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file        = { "/etc/docker" = { exists = true } }
  audit_watch = { "/etc/docker" = { covered = false } }
}

case "engine_config_directory_watched" "unknown" { # the rules cannot be read
  docker = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file   = { "/etc/docker" = { exists = true } }
}

case "engine_config_directory_watched" "not_applicable" {
  docker = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file   = { "/etc/docker" = { exists = false } }
}

case "engine_config_directory_watched" "pass" { # a rootless engine has its directory at home
  docker = { daemon = { rootless = true, config_directories = ["/home/kim/.config/docker"] } }
  file = {
    "/home/kim/.config/docker" = { exists = true }
  }
  audit_watch = { "/home/kim/.config/docker" = { covered = true } }
}

case "engine_config_file_watched" "pass" {
  docker      = { daemon = { config_file = "/etc/docker/daemon.json" } }
  file        = { "/etc/docker/daemon.json" = { exists = true } }
  audit_watch = { "/etc/docker/daemon.json" = { covered = true } }
}

case "engine_config_file_watched" "fail" {
  docker      = { daemon = { config_file = "/etc/docker/daemon.json" } }
  file        = { "/etc/docker/daemon.json" = { exists = true } }
  audit_watch = { "/etc/docker/daemon.json" = { covered = false } }
}

case "engine_config_file_watched" "unknown" { # the rules cannot be read
  docker = { daemon = { config_file = "/etc/docker/daemon.json" } }
  file   = { "/etc/docker/daemon.json" = { exists = true } }
}

case "engine_config_file_watched" "not_applicable" {
  docker = { daemon = { config_file = "/etc/docker/daemon.json" } }
  file   = { "/etc/docker/daemon.json" = { exists = false } }
}

case "unit_watched" "pass" {
  with = { unit = "docker.service" }
  unit = { "docker.service" = { exists = true, masked = false, fragment_path = "/usr/lib/systemd/system/docker.service", drop_in_paths = ["/etc/systemd/system/docker.service.d/local.conf"] } }
  audit_watch = {
    "/usr/lib/systemd/system/docker.service"          = { covered = true }
    "/etc/systemd/system/docker.service.d/local.conf" = { covered = true }
  }
}

case "unit_watched" "fail" {
  with        = { unit = "docker.service" }
  unit        = { "docker.service" = { exists = true, masked = false, fragment_path = "/usr/lib/systemd/system/docker.service", drop_in_paths = [] } }
  audit_watch = { "/usr/lib/systemd/system/docker.service" = { covered = false } }
  message     = "/usr/lib/systemd/system/docker.service can change without an audit record"
}

case "unit_watched" "fail" { # the drop-in was forgotten
  with = { unit = "docker.service" }
  unit = { "docker.service" = { exists = true, masked = false, fragment_path = "/usr/lib/systemd/system/docker.service", drop_in_paths = ["/etc/systemd/system/docker.service.d/local.conf"] } }
  audit_watch = {
    "/usr/lib/systemd/system/docker.service"          = { covered = true }
    "/etc/systemd/system/docker.service.d/local.conf" = { covered = false }
  }
}

case "unit_watched" "unknown" {
  with = { unit = "docker.service" }
  unit = { "docker.service" = { exists = true, masked = false, fragment_path = "/usr/lib/systemd/system/docker.service", drop_in_paths = [] } }
}

case "unit_watched" "not_applicable" { # no systemd
  with = { unit = "docker.service" }
  unit = { "docker.service" = { exists = false, masked = false } }
}

case "unit_watched" "not_applicable" {
  with        = { unit = "docker.service" }
  unit        = { "docker.service" = { exists = true, masked = true, fragment_path = "/etc/systemd/system/docker.service", drop_in_paths = [] } }
  audit_watch = { "/etc/systemd/system/docker.service" = { covered = false } }
}

case "engine_socket_watched" "pass" {
  docker = { daemon = { unix_sockets = ["/run/docker.sock", "/srv/docker.sock"] } }
  file = {
    "/run/docker.sock" = { exists = true }
    "/srv/docker.sock" = { exists = false }
  }
  audit_watch = {
    "/run/docker.sock" = { covered = true }
    "/srv/docker.sock" = { covered = false }
  }
}

case "engine_socket_watched" "fail" {
  docker = { daemon = { unix_sockets = ["/run/docker.sock", "/srv/docker.sock"] } }
  file = {
    "/run/docker.sock" = { exists = true }
    "/srv/docker.sock" = { exists = false }
  }
  audit_watch = {
    "/run/docker.sock" = { covered = false }
    "/srv/docker.sock" = { covered = false }
  }
}

case "engine_socket_watched" "unknown" { # the rules cannot be read
  docker = { daemon = { unix_sockets = ["/run/docker.sock", "/srv/docker.sock"] } }
  file = {
    "/run/docker.sock" = { exists = true }
    "/srv/docker.sock" = { exists = false }
  }
}

case "engine_socket_watched" "not_applicable" {
  docker = { daemon = { unix_sockets = ["/run/docker.sock", "/srv/docker.sock"] } }
  file = {
    "/run/docker.sock" = { exists = false }
    "/srv/docker.sock" = { exists = false }
  }
}

case "containerd_socket_watched" "pass" {
  docker = { daemon = { containerd_sockets = ["/run/containerd/containerd.sock", "/run/docker/containerd/containerd.sock"] } }
  file = {
    "/run/containerd/containerd.sock"        = { exists = false }
    "/run/docker/containerd/containerd.sock" = { exists = true }
  }
  audit_watch = {
    "/run/containerd/containerd.sock"        = { covered = false }
    "/run/docker/containerd/containerd.sock" = { covered = true }
  }
}

case "containerd_socket_watched" "fail" {
  docker = { daemon = { containerd_sockets = ["/run/containerd/containerd.sock", "/run/docker/containerd/containerd.sock"] } }
  file = {
    "/run/containerd/containerd.sock"        = { exists = false }
    "/run/docker/containerd/containerd.sock" = { exists = true }
  }
  audit_watch = {
    "/run/containerd/containerd.sock"        = { covered = false }
    "/run/docker/containerd/containerd.sock" = { covered = false }
  }
}

case "containerd_socket_watched" "unknown" { # the rules cannot be read
  docker = { daemon = { containerd_sockets = ["/run/containerd/containerd.sock", "/run/docker/containerd/containerd.sock"] } }
  file = {
    "/run/containerd/containerd.sock"        = { exists = false }
    "/run/docker/containerd/containerd.sock" = { exists = true }
  }
}

case "containerd_socket_watched" "not_applicable" {
  docker = { daemon = { containerd_sockets = ["/run/containerd/containerd.sock", "/run/docker/containerd/containerd.sock"] } }
  file = {
    "/run/containerd/containerd.sock"        = { exists = false }
    "/run/docker/containerd/containerd.sock" = { exists = false }
  }
}

case "containerd_socket_watched" "fail" { # where the engine says it is
  docker = { daemon = { containerd_sockets = ["/srv/containerd.sock"] } }
  file = {
    "/srv/containerd.sock"                   = { exists = true }
  }
  audit_watch = {
    "/srv/containerd.sock"                   = { covered = false }
  }
}

case "containerd_socket_watched" "unknown" { # the engine does not say where
  file = { "/run/containerd/containerd.sock" = { exists = true } }
}

case "runtime_watched" "pass" {
  docker      = { daemon = { runtime_paths = ["/usr/bin/runc"] } }
  audit_watch = { "/usr/bin/runc" = { covered = true } }
}

case "runtime_watched" "fail" { # a runtime that the engine was given
  docker = { daemon = { runtime_paths = ["/opt/kata/bin/kata-runtime", "/usr/bin/runc"] } }
  audit_watch = {
    "/usr/bin/runc"              = { covered = true }
    "/opt/kata/bin/kata-runtime" = { covered = false }
  }
  message = "/opt/kata/bin/kata-runtime can be replaced without an audit record"
}

case "runtime_watched" "unknown" { # the rules cannot be read
  docker = { daemon = { runtime_paths = ["/usr/bin/runc"] } }
}

case "runtime_watched" "not_applicable" {
  docker = { daemon = { runtime_paths = [] } }
}
