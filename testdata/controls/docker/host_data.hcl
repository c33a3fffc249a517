case "container_no_engine_data" "pass" {
  docker    = { info = { docker_root_dir = "/srv/docker" } }
  container = { name = "web", host_paths = [{ path = "/srv/web", destination = "/data" }] }
}
case "container_no_engine_data" "fail" {
  docker    = { info = { docker_root_dir = "/srv/docker" } }
  container = { name = "backup", host_paths = [{ path = "/srv", destination = "/data" }] }
  message   = "backup reaches /srv, where an engine keeps its data"
}
case "container_no_engine_data" "fail" {
  docker    = { info = { docker_root_dir = "/srv/docker" } }
  container = { name = "logs", host_paths = [{ path = "/var/lib/docker/containers", destination = "/logs" }] }
}
case "container_no_engine_data" "unknown" {
  docker    = { info = { docker_root_dir = "/srv/docker" } }
  container = { name = "web" }
}

case "container_host_logs_not_writable" "pass" {
  container = { name = "ship", host_paths = [{ path = "/var/log", writable = false }, { path = "/srv", writable = true }] }
}
case "container_host_logs_not_writable" "fail" {
  container = { name = "ship", host_paths = [{ path = "/var/log/nginx", writable = true }] }
  message   = "ship can write to /var/log/nginx of the host"
}
case "container_host_logs_not_writable" "fail" {
  container = { name = "ship", host_paths = [{ path = "/var", writable = true }] }
}
case "container_host_logs_not_writable" "unknown" {
  container = { name = "web" }
}

case "volume_no_system_paths" "pass" {
  volume = { name = "data", bind_path = "/srv/data", used_by = ["web"] }
}
case "volume_no_system_paths" "fail" {
  volume  = { name = "cfg", bind_path = "/etc/ssl", used_by = ["web"] }
  message = "The volume cfg is /etc/ssl of the host, used by web"
}
case "volume_no_system_paths" "fail" {
  volume  = { name = "all", bind_path = "/var", used_by = [] }
  message = "The volume all is /var of the host"
}
case "volume_no_system_paths" "not_applicable" {
  volume = { name = "data", bind_path = null }
}
case "volume_no_system_paths" "unknown" {
  volume = { name = "data" }
}

case "volume_one_writer" "pass" {
  volume = { name = "data", writers = ["db"] }
}
case "volume_one_writer" "pass" {
  volume = { name = "shared", writers = ["a", "b"] }
  with   = { allowed = ["shared"] }
}
case "volume_one_writer" "fail" {
  volume  = { name = "data", writers = ["db", "web"] }
  message = "db, web can all write to the volume data"
}
case "volume_one_writer" "unknown" {
  volume = { name = "data" }
}

case "container_no_remote_engine" "pass" {
  container = { name = "web", docker_host = null }
}
case "container_no_remote_engine" "pass" {
  container = { name = "ci", docker_host = "ssh://build.example.com" }
}
case "container_no_remote_engine" "fail" {
  container = { name = "ci", docker_host = "tcp://10.0.0.1:2375" }
  message   = "ci has DOCKER_HOST=tcp://10.0.0.1:2375 in its environment"
}
case "container_no_remote_engine" "unknown" {
  container = { name = "web" }
}
