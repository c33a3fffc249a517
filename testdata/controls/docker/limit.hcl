case "container_oom_killer_on" "pass" {
  container = { name = "web", host_config = { oom_kill_disable = null } }
}
case "container_oom_killer_on" "pass" {
  container = { name = "web", host_config = { oom_kill_disable = false } }
}
case "container_oom_killer_on" "fail" {
  container = { name = "web", host_config = { oom_kill_disable = true } }
  message   = "web cannot be ended when memory runs out"
}
case "container_oom_killer_on" "unknown" {
  container = { name = "web" }
}

case "container_oom_not_spared" "pass" {
  container = { name = "web", host_config = { oom_score_adj = 0 } }
}
case "container_oom_not_spared" "fail" {
  container = { name = "web", host_config = { oom_score_adj = -500 } }
  message   = "web has an OOM score of -500"
}
case "container_oom_not_spared" "unknown" {
  container = { name = "web" }
}

case "container_swap_limited" "pass" {
  container = { name = "web", host_config = { memory_swap = 0 } }
}
case "container_swap_limited" "fail" {
  container = { name = "web", host_config = { memory_swap = -1, memory = 0 } }
  message   = "web may use swap without limit"
}
case "container_swap_limited" "unknown" {
  container = { name = "web" }
}

case "container_log_bounded" "pass" {
  container = { name = "web", host_config = { log_config = { type = "local", config = {} } } }
}
case "container_log_bounded" "pass" {
  container = { name = "web", host_config = { log_config = { type = "json-file", config = { "max-size" = "10m" } } } }
}
case "container_log_bounded" "fail" {
  container = { name = "web", host_config = { log_config = { type = "json-file", config = { "max-file" = "3" } } } }
  message   = "web writes a log file without limit"
}
case "container_log_bounded" "unknown" {
  container = { name = "web" }
}

case "engine_log_bounded" "pass" {
  docker = { daemon = { log_driver = "journald", log_opts = {} } }
}
case "engine_log_bounded" "pass" {
  docker = { daemon = { log_driver = "json-file", log_opts = { "max-size" = "10m" } } }
}
case "engine_log_bounded" "fail" {
  docker  = { daemon = { log_driver = "json-file", log_opts = {}, config_file = "/etc/docker/daemon.json" } }
  message = "New containers write log files without limit (log driver json-file)"
}
case "engine_log_bounded" "unknown" {
  docker = { daemon = { log_driver = "json-file" } }
}

case "service_limited" "pass" {
  service = { name = "api", memory_limit = 536870912, nano_cpus = 1500000000, pids = 200 }
}
case "service_limited" "fail" {
  service = { name = "api", memory_limit = 0, nano_cpus = 1500000000, pids = 0 }
  message = "api has no limit on memory, processes"
}
case "service_limited" "fail" {
  service = { name = "api", memory_limit = 536870912, nano_cpus = 0, pids = 200 }
  message = "api has no limit on processor time"
}
case "service_limited" "fail" {
  service = { name = "api", memory_limit = 536870912, nano_cpus = 1500000000, pids = 0 }
}
case "service_limited" "unknown" {
  service = { name = "api" }
}
