case "container_no_system_mounts" "pass" {
  container = { name = "web", host_paths = [{ path = "/srv/web", destination = "/data", writable = true }] }
}
case "container_no_system_mounts" "pass" {
  # the clock's zone, read-only
  container = { name = "web", host_paths = [{ path = "/usr/share/zoneinfo/Europe/Berlin", destination = "/etc/localtime", writable = false }] }
}
case "container_no_system_mounts" "fail" {
  container = { name = "web", host_paths = [{ path = "/", destination = "/host", writable = true }] }
  message   = "web mounts / from the host"
}
case "container_no_system_mounts" "fail" {
  container = { name = "web", host_paths = [{ path = "/etc/shadow", destination = "/s", writable = false }] }
  message   = "web mounts /etc/shadow (read-only) from the host"
}
case "container_no_system_mounts" "fail" {
  container = { name = "web", host_paths = [{ path = "/etc/timezone", destination = "/etc/timezone", writable = true }] }
}
case "container_no_system_mounts" "unknown" {
  container = { name = "web" }
}

case "container_no_engine_socket" "pass" {
  docker    = { daemon = { unix_sockets = ["/run/docker.sock"] } }
  container = { name = "web", host_paths = [{ path = "/run/docker.sock.d", destination = "/d" }] }
}
case "container_no_engine_socket" "fail" {
  docker    = { daemon = { unix_sockets = ["/run/docker.sock"] } }
  container = { name = "ci", host_paths = [{ path = "/run/docker.sock", destination = "/sock" }] }
  message   = "ci can reach a container engine's socket through /run/docker.sock"
}
case "container_no_engine_socket" "fail" {
  # a directory above it
  docker    = { daemon = { unix_sockets = [] } }
  container = { name = "ci", host_paths = [{ path = "/run", destination = "/host/run" }] }
}
case "container_no_engine_socket" "fail" {
  # a socket of its own name
  docker    = { daemon = { unix_sockets = ["/srv/engine.sock"] } }
  container = { name = "ci", host_paths = [{ path = "/srv", destination = "/srv" }] }
}
case "container_no_engine_socket" "unknown" {
  docker    = { daemon = { unix_sockets = ["/run/docker.sock"] } }
  container = { name = "web" }
}

case "container_private_propagation" "pass" {
  container = { name = "web", mounts = [{ source = "/srv", destination = "/srv", propagation = "rslave" }] }
}
case "container_private_propagation" "fail" {
  container = { name = "csi", mounts = [{ source = "/mnt", destination = "/mnt", propagation = "rshared" }] }
  message   = "csi shares mounts below /mnt with the host"
}
case "container_private_propagation" "unknown" {
  container = { name = "web" }
}

case "container_read_only_root" "pass" {
  container = { name = "web", host_config = { readonly_rootfs = true } }
}
case "container_read_only_root" "fail" {
  container = { name = "web", host_config = { readonly_rootfs = false } }
  message   = "web can write to its root file system"
}
case "container_read_only_root" "unknown" {
  container = { name = "web" }
}

case "container_no_devices" "pass" {
  container = { name = "video", host_config = { devices = [{ path_on_host = "/dev/dri/card0" }] } }
  with      = { allowed = ["/dev/dri/card0"] }
}
case "container_no_devices" "fail" {
  container = { name = "disk", host_config = { devices = [{ path_on_host = "/dev/sda" }] } }
  message   = "disk has the host's /dev/sda"
}
case "container_no_devices" "unknown" {
  container = { name = "web" }
}
