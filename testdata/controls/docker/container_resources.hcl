case "container_memory_limited" "pass" {
  docker    = { info = { memory_limit = true } }
  container = { name = "web", host_config = { memory = 536870912 } }
}
case "container_memory_limited" "fail" {
  docker    = { info = { memory_limit = true } }
  container = { name = "web", host_config = { memory = 0 } }
  message   = "web may use all memory of the host"
}
case "container_memory_limited" "fail" {
  # rootless without delegated control groups
  docker    = { info = { memory_limit = false } }
  container = { name = "web", host_config = { memory = 536870912 } }
  message   = "web may use all memory of the host: the engine cannot enforce limits here"
}
case "container_memory_limited" "unknown" {
  docker    = { info = { memory_limit = true } }
  container = { name = "web" }
}

case "container_cpu_limited" "pass" {
  container = { name = "web", host_config = { cpu_shares = 512, nano_cpus = 0, cpu_quota = 0 } }
}
case "container_cpu_limited" "pass" {
  container = { name = "web", host_config = { cpu_shares = 0, nano_cpus = 1500000000, cpu_quota = 0 } }
}
case "container_cpu_limited" "pass" {
  container = { name = "web", host_config = { cpu_shares = 0, nano_cpus = 0, cpu_quota = 50000 } }
}
case "container_cpu_limited" "fail" {
  container = { name = "web", host_config = { cpu_shares = 1024, nano_cpus = 0, cpu_quota = -1 } }
  message   = "web competes for the processors without a weight or a limit"
}
case "container_cpu_limited" "unknown" {
  container = { name = "web", host_config = { cpu_shares = 0 } }
}

case "container_pids_limited" "pass" {
  docker    = { info = { pids_limit = true } }
  container = { name = "web", host_config = { pids_limit = 200 } }
}
case "container_pids_limited" "fail" {
  docker    = { info = { pids_limit = true } }
  container = { name = "web", host_config = { pids_limit = null } }
  message   = "web may start processes without limit"
}
case "container_pids_limited" "fail" {
  docker    = { info = { pids_limit = true } }
  container = { name = "web", host_config = { pids_limit = -1 } }
}
case "container_pids_limited" "fail" {
  docker    = { info = { pids_limit = false } }
  container = { name = "web", host_config = { pids_limit = 200 } }
}
case "container_pids_limited" "unknown" {
  docker    = { info = { pids_limit = true } }
  container = { name = "web" }
}

case "container_default_ulimits" "pass" {
  # the engine's own default, repeated
  docker    = { daemon = { default_ulimits = { nofile = { soft = 1024, hard = 4096 } } } }
  container = { name = "web", host_config = { ulimits = [{ name = "nofile", soft = 1024, hard = 4096 }] } }
}
case "container_default_ulimits" "pass" {
  docker    = { daemon = { default_ulimits = {} } }
  container = { name = "db", host_config = { ulimits = [{ name = "memlock", soft = -1, hard = -1 }] } }
  with      = { allowed = ["memlock"] }
}
case "container_default_ulimits" "pass" {
  container = { name = "web", host_config = { ulimits = [] } }
}
case "container_default_ulimits" "fail" {
  docker    = { daemon = { default_ulimits = { nofile = { soft = 1024, hard = 4096 } } } }
  container = { name = "web", host_config = { ulimits = [{ name = "nofile", soft = 65536, hard = 65536 }] } }
  message   = "web sets limits of its own; in force are nofile=65536:65536"
}
case "container_default_ulimits" "unknown" {
  docker    = { daemon = { default_ulimits = {} } }
  container = { name = "web" }
}

case "container_restarts_bounded" "pass" {
  container = { name = "web", effective = { restart_retries = 5 } }
}
case "container_restarts_bounded" "fail" {
  container = { name = "web", effective = { restart_retries = null }, host_config = { restart_policy = { name = "unless-stopped" } } }
  message   = "web is restarted without end (policy unless-stopped)"
}
case "container_restarts_bounded" "fail" {
  container = { name = "web", effective = { restart_retries = 10 }, host_config = { restart_policy = { name = "on-failure" } } }
  message   = "web is restarted up to 10 times (policy on-failure)"
}
case "container_restarts_bounded" "unknown" {
  container = { name = "web" }
}
