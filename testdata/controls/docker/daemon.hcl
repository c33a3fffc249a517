case "engine_rootless" "pass" {
  docker = { daemon = { rootless = true } }
}

case "engine_rootless" "fail" {
  docker  = { daemon = { rootless = false } }
  message = "The engine runs as root"
}

case "engine_rootless" "unknown" {
  docker = { daemon = { running = true } }
}

case "engine_log_level" "pass" {
  docker = { daemon = { log_level = "info", debug = false } }
}

case "engine_log_level" "pass" {
  docker = { daemon = { log_level = "warn", debug = false } }
  with   = { levels = ["info", "warn"] }
}

case "engine_log_level" "fail" {
  docker  = { daemon = { log_level = "error", debug = false } }
  message = "The engine logs at level error"
}

case "engine_log_level" "fail" { # debugging overrides the level
  docker  = { daemon = { log_level = "info", debug = true } }
  message = "The engine logs at level info, and debugging is on"
}

case "engine_log_level" "unknown" { # the API tells nothing of the level
  docker = { daemon = { debug = false } }
}

case "engine_authorization_plugin" "pass" {
  docker = { engine = { name = "docker" }, daemon = { authorization_plugins = ["opa-docker-authz"] } }
}

case "engine_authorization_plugin" "fail" {
  docker = { engine = { name = "docker" }, daemon = { authorization_plugins = [] } }
}

case "engine_authorization_plugin" "unknown" {
  docker = { engine = { name = "docker" } }
}

case "engine_authorization_plugin" "not_applicable" {
  docker = { engine = { name = "podman" }, daemon = { authorization_plugins = [] } }
}

case "container_logs_leave_host" "pass" {
  docker = { daemon = { log_driver = "fluentd", log_opts = {} } }
}

case "container_logs_leave_host" "pass" {
  docker = { daemon = { log_driver = "syslog", log_opts = { syslog-address = "tcp+tls://logs.example.org:6514" } } }
}

case "container_logs_leave_host" "fail" {
  docker  = { daemon = { log_driver = "json-file", log_opts = { max-size = "10m" } } }
  message = "Containers log through json-file, which keeps the log on this host or nowhere"
}

case "container_logs_leave_host" "fail" {
  docker = { daemon = { log_driver = "local", log_opts = {} } }
}

case "container_logs_leave_host" "fail" { # the options of a remote engine are not told, and do not matter here
  docker = { daemon = { log_driver = "none" } }
}

case "container_logs_leave_host" "manual" {
  docker = { daemon = { log_driver = "journald", log_opts = {} } }
}

case "container_logs_leave_host" "manual" { # to the syslog of this host
  docker = { daemon = { log_driver = "syslog", log_opts = {} } }
}

case "container_logs_leave_host" "manual" {
  docker = { daemon = { log_driver = "syslog", log_opts = { syslog-address = "unixgram:///dev/log" } } }
}

case "container_logs_leave_host" "unknown" {
  docker = { daemon = { log_opts = {} } }
}

case "engine_live_restore" "pass" {
  docker = { engine = { name = "docker" }, swarm = { active = false }, daemon = { live_restore = true } }
}

case "engine_live_restore" "fail" {
  docker = { engine = { name = "docker" }, swarm = { active = false }, daemon = { live_restore = false } }
}

case "engine_live_restore" "unknown" {
  docker = { engine = { name = "docker" }, swarm = { active = false } }
}

case "engine_live_restore" "not_applicable" {
  docker = { engine = { name = "docker" }, swarm = { active = true }, daemon = { live_restore = false } }
}

case "engine_live_restore" "not_applicable" {
  docker = { engine = { name = "podman" }, swarm = { active = false }, daemon = { live_restore = false } }
}

case "engine_not_experimental" "pass" {
  docker = { daemon = { experimental = false } }
}

case "engine_not_experimental" "fail" {
  docker = { daemon = { experimental = true } }
}

case "engine_not_experimental" "unknown" {
  docker = { daemon = { running = true } }
}
