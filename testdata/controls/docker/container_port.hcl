case "container_no_ssh" "pass" {
  container = { name = "web", state = { running = true }, programs = ["nginx"] }
}
case "container_no_ssh" "fail" {
  container = { name = "web", state = { running = true }, programs = ["init", "sshd"], processes = [{ pid = 1, name = "init" }, { pid = 17, name = "sshd" }] }
  message   = "web runs an SSH server (process 17)"
}
case "container_no_ssh" "not_applicable" {
  container = { name = "web", state = { running = false } }
}
case "container_no_ssh" "unknown" {
  container = { name = "web", state = { running = true } }
}

case "container_no_low_ports" "pass" {
  container = { name = "web", network_settings = { ports = [{ host_port = 1024 }] } }
}
case "container_no_low_ports" "pass" {
  container = { name = "proxy", network_settings = { ports = [{ host_port = 443 }] } }
  with      = { allowed = [80, 443] }
}
case "container_no_low_ports" "fail" {
  container = { name = "web", network_settings = { ports = [{ host_port = 443 }, { host_port = 8080 }, { host_port = 443 }] } }
  message   = "web publishes port 443 of the host"
}
case "container_no_low_ports" "unknown" {
  container = { name = "web" }
}

case "container_ports_expected" "pass" {
  # nothing is published
  container = { name = "db", effective = { network_mode = "shop" }, network_settings = { ports = [] } }
}
case "container_ports_expected" "pass" {
  container = { name = "web", effective = { network_mode = "shop" }, network_settings = { ports = [{ host_port = 443 }] } }
  with      = { allowed = ["web:443"] }
}
case "container_ports_expected" "fail" {
  container = { name = "web", effective = { network_mode = "shop" }, network_settings = { ports = [{ host_port = 443 }, { host_port = 9100 }] } }
  with      = { allowed = ["web:443"] }
  message   = "web publishes 9100, which is not on the list"
}
case "container_ports_expected" "manual" {
  container = { name = "web", effective = { network_mode = "shop" }, network_settings = { ports = [{ host_port = 443 }] } }
}
case "container_ports_expected" "manual" {
  container = { name = "dns", effective = { network_mode = "host" }, network_settings = { ports = [] } }
  with      = { allowed = ["web:443"] }
}
case "container_ports_expected" "unknown" {
  container = { name = "web", effective = { network_mode = "shop" } }
  with      = { allowed = ["web:443"] }
}

case "container_ports_bound" "pass" {
  container = { name = "web", network_settings = { ports = [{ host_ip = "127.0.0.1", host_port = 8080, container_port = 80 }] } }
}
case "container_ports_bound" "fail" {
  container = { name = "web", network_settings = { ports = [{ host_ip = "0.0.0.0", host_port = 8080, container_port = 80 }, { host_ip = "::", host_port = 8080, container_port = 80 }] } }
  message   = "web publishes port 8080 on every address of the host"
}
case "container_ports_bound" "fail" {
  # IPv6 only
  container = { name = "web", network_settings = { ports = [{ host_ip = "::", host_port = 8081, container_port = 80 }] } }
}
case "container_ports_bound" "unknown" {
  container = { name = "web" }
}
