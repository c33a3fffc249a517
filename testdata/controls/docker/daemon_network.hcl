case "engine_icc_off" "pass" {
  docker = { daemon = { bridge = "", icc = false } }
}

case "engine_icc_off" "fail" {
  docker = { daemon = { bridge = "", icc = true } }
}

case "engine_icc_off" "unknown" {
  docker = { daemon = { bridge = "" } }
}

case "engine_icc_off" "not_applicable" {
  docker = { daemon = { bridge = "none", icc = true } }
}

case "engine_manages_packet_filter" "pass" {
  docker = { daemon = { iptables = true } }
}

case "engine_manages_packet_filter" "fail" {
  docker = { daemon = { iptables = false } }
}

case "engine_manages_packet_filter" "unknown" {
  docker = { daemon = { ip6tables = true } }
}

case "engine_no_insecure_registries" "pass" { # loopback is always on the engine's list
  docker = { info = { insecure_registries = ["127.0.0.0/8", "::1/128"], non_loopback_insecure_registries = [] } }
}

case "engine_no_insecure_registries" "fail" {
  docker  = { info = { non_loopback_insecure_registries = ["10.0.0.0/8", "registry.example.org:5000"] } }
  message = "The engine accepts plain or unverified connections to 10.0.0.0/8, registry.example.org:5000"
}

case "engine_no_insecure_registries" "unknown" {
  docker = { info = { driver = "overlay2" } }
}

case "engine_tcp_needs_client_certificate" "pass" {
  docker = { daemon = { tcp_hosts = ["tcp://0.0.0.0:2376"], tlsverify = true, tlscacert = "/etc/docker/ca.pem", tlscert = "/etc/docker/cert.pem", tlskey = "/etc/docker/key.pem" } }
}

case "engine_tcp_needs_client_certificate" "fail" { # encrypted, but open to everyone
  docker  = { daemon = { tcp_hosts = ["tcp://0.0.0.0:2376"], tlsverify = false, tlscacert = "/etc/docker/ca.pem", tlscert = "/etc/docker/cert.pem", tlskey = "/etc/docker/key.pem" } }
  message = "No client certificate from a CA of your own is demanded on tcp://0.0.0.0:2376"
}

case "engine_tcp_needs_client_certificate" "fail" { # loopback is a network, too
  docker = { daemon = { tcp_hosts = ["tcp://127.0.0.1:2375"], tlsverify = false, tlscacert = "", tlscert = "", tlskey = "" } }
}

case "engine_tcp_needs_client_certificate" "fail" {
  docker = { daemon = { tcp_hosts = ["tcp://0.0.0.0:2376"], tlsverify = true, tlscacert = "", tlscert = "/etc/docker/cert.pem", tlskey = "/etc/docker/key.pem" } }
}

case "engine_tcp_needs_client_certificate" "fail" {
  docker = { daemon = { tcp_hosts = ["tcp://0.0.0.0:2376"], tlsverify = true, tlscacert = "/etc/docker/ca.pem", tlscert = "", tlskey = "/etc/docker/key.pem" } }
}

case "engine_tcp_needs_client_certificate" "fail" {
  docker = { daemon = { tcp_hosts = ["tcp://0.0.0.0:2376"], tlsverify = true, tlscacert = "/etc/docker/ca.pem", tlscert = "/etc/docker/cert.pem", tlskey = "" } }
}

case "engine_tcp_needs_client_certificate" "unknown" {
  docker = { daemon = { tcp_hosts = ["tcp://0.0.0.0:2376"] } }
}

case "engine_tcp_needs_client_certificate" "not_applicable" {
  docker = { daemon = { tcp_hosts = [], tlsverify = false, tlscacert = "", tlscert = "", tlskey = "" } }
}

case "engine_userland_proxy_off" "pass" {
  docker = { daemon = { rootless = false, userland_proxy = false } }
}

case "engine_userland_proxy_off" "fail" {
  docker = { daemon = { rootless = false, userland_proxy = true } }
}

case "engine_userland_proxy_off" "unknown" {
  docker = { daemon = { rootless = false } }
}

case "engine_userland_proxy_off" "not_applicable" {
  docker = { daemon = { rootless = true, userland_proxy = true } }
}
