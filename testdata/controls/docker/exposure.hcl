case "container_no_management_ports" "pass" {
  container = { name = "web", network_settings = { ports = [{ host_ip = "0.0.0.0", host_port = 2222, container_port = 80 }] } }
}
case "container_no_management_ports" "pass" {
  container = { name = "ssh", network_settings = { ports = [{ host_ip = "127.0.0.1", host_port = 2222, container_port = 22 }] } }
}
case "container_no_management_ports" "fail" {
  container = { name = "ssh", network_settings = { ports = [{ host_ip = "0.0.0.0", host_port = 2222, container_port = 22 }, { host_ip = "::", host_port = 2222, container_port = 22 }] } }
  message   = "ssh publishes its port 22 as 2222"
}
case "container_no_management_ports" "unknown" {
  container = { name = "web" }
}

case "container_no_publish_all" "pass" {
  container = { name = "web", host_config = { publish_all_ports = false } }
}
case "container_no_publish_all" "fail" {
  container = { name = "web", host_config = { publish_all_ports = true }, config = { exposed_ports = ["80/tcp", "443/tcp"] } }
  message   = "web publishes every port that its image exposes (80/tcp, 443/tcp)"
}
case "container_no_publish_all" "unknown" {
  container = { name = "web" }
}

case "engine_publishes_on_one_address" "pass" {
  docker = { daemon = { ip = "127.0.0.1" } }
}
case "engine_publishes_on_one_address" "fail" {
  docker  = { daemon = { ip = "0.0.0.0", config_file = "/etc/docker/daemon.json" } }
  message = "Ports that are published without an address are bound to 0.0.0.0"
}
case "engine_publishes_on_one_address" "unknown" {
  docker = { daemon = {} }
}

case "engine_metrics_local" "pass" {
  docker = { daemon = { metrics_addr = "" } }
}
case "engine_metrics_local" "pass" {
  docker = { daemon = { metrics_addr = "127.0.0.1:9323" } }
}
case "engine_metrics_local" "fail" {
  docker  = { daemon = { metrics_addr = "0.0.0.0:9323", config_file = "/etc/docker/daemon.json" } }
  message = "The engine offers its metrics on 0.0.0.0:9323"
}
case "engine_metrics_local" "unknown" {
  docker = { daemon = {} }
}

case "engine_no_direct_routing" "pass" {
  docker = { daemon = { allow_direct_routing = false } }
}
case "engine_no_direct_routing" "fail" {
  docker  = { daemon = { allow_direct_routing = true, config_file = "/etc/docker/daemon.json" } }
  message = "The engine lets other machines reach containers by their own addresses"
}
case "engine_no_direct_routing" "unknown" {
  docker = { daemon = {} }
}
