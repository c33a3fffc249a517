case "registry_certificates_owner" "pass" {
  docker    = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file      = { "/etc/docker/certs.d" = { exists = true } }
  file_tree = { "/etc/docker/certs.d" = { files = [{ path = "/etc/docker/certs.d/registry.example.org/ca.crt", uid = 0, gid = 0, owner = "root", group = "root" }] } }
}

case "registry_certificates_owner" "pass" { # a directory without files
  docker    = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file      = { "/etc/docker/certs.d" = { exists = true } }
  file_tree = { "/etc/docker/certs.d" = { files = [] } }
}

case "registry_certificates_owner" "pass" { # a rootless engine's own account
  docker = { daemon = { rootless = true, euid = 1000, config_directories = ["/home/kim/.config/docker"] } }
  file = {
    "/home/kim/.config/docker/certs.d" = { exists = true }
  }
  file_tree = {
    "/home/kim/.config/docker/certs.d" = { files = [{ path = "/home/kim/.config/docker/certs.d/registry.example.org/ca.crt", uid = 1000, gid = 1000, owner = "kim", group = "kim" }] }
  }
}

case "registry_certificates_owner" "fail" {
  docker    = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file      = { "/etc/docker/certs.d" = { exists = true } }
  file_tree = { "/etc/docker/certs.d" = { files = [{ path = "/etc/docker/certs.d/registry.example.org/ca.crt", uid = 1000, gid = 0, owner = "kim", group = "root" }] } }
}

case "registry_certificates_owner" "fail" {
  docker    = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file      = { "/etc/docker/certs.d" = { exists = true } }
  file_tree = { "/etc/docker/certs.d" = { files = [{ path = "/etc/docker/certs.d/registry.example.org/ca.crt", uid = 0, gid = 100, owner = "root", group = "users" }] } }
}

case "registry_certificates_owner" "fail" {
  docker    = { daemon = { rootless = false, euid = 1000, config_directories = ["/etc/docker"] } }
  file      = { "/etc/docker/certs.d" = { exists = true } }
  file_tree = { "/etc/docker/certs.d" = { files = [{ path = "/etc/docker/certs.d/registry.example.org/ca.crt", uid = 1000, gid = 1000, owner = "kim2", group = "kim2" }] } }
}

case "registry_certificates_owner" "fail" {
  docker = { daemon = { rootless = true, euid = 1000, config_directories = ["/home/kim/.config/docker"] } }
  file = {
    "/home/kim/.config/docker/certs.d" = { exists = true }
  }
  file_tree = {
    "/home/kim/.config/docker/certs.d" = { files = [{ path = "/home/kim/.config/docker/certs.d/registry.example.org/ca.crt", uid = 1001, gid = 1000, owner = "lee", group = "kim" }] }
  }
}

case "registry_certificates_owner" "unknown" { # the tree cannot be read
  docker = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file   = { "/etc/docker/certs.d" = { exists = true } }
}

case "registry_certificates_owner" "not_applicable" {
  docker = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file   = { "/etc/docker/certs.d" = { exists = false } }
}

case "registry_certificates_mode" "pass" {
  docker    = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file      = { "/etc/docker/certs.d" = { exists = true } }
  file_tree = { "/etc/docker/certs.d" = { files = [{ path = "/etc/docker/certs.d/registry.example.org/ca.crt", mode = "0444" }] } }
}

case "registry_certificates_mode" "pass" { # a directory without files
  docker    = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file      = { "/etc/docker/certs.d" = { exists = true } }
  file_tree = { "/etc/docker/certs.d" = { files = [] } }
}

case "registry_certificates_mode" "fail" {
  docker    = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file      = { "/etc/docker/certs.d" = { exists = true } }
  file_tree = { "/etc/docker/certs.d" = { files = [{ path = "/etc/docker/certs.d/registry.example.org/ca.crt", mode = "0644" }] } }
}

case "registry_certificates_mode" "fail" {
  docker = { daemon = { rootless = true, euid = 1000, config_directories = ["/home/kim/.config/docker"] } }
  file = {
    "/home/kim/.config/docker/certs.d" = { exists = true }
  }
  file_tree = {
    "/home/kim/.config/docker/certs.d" = { files = [{ path = "/home/kim/.config/docker/certs.d/registry.example.org/ca.crt", mode = "0664" }] }
  }
}

case "registry_certificates_mode" "unknown" { # the tree cannot be read
  docker = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file   = { "/etc/docker/certs.d" = { exists = true } }
}

case "registry_certificates_mode" "not_applicable" {
  docker = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file   = { "/etc/docker/certs.d" = { exists = false } }
}

case "engine_ca_certificate_owner" "pass" {
  docker = { daemon = { rootless = false, tls = true, tlscacert = "/etc/docker/ca.pem" } }
  file   = { "/etc/docker/ca.pem" = { exists = true, uid = 0, gid = 0, owner = "root", group = "root" } }
}

case "engine_ca_certificate_owner" "pass" { # a rootless engine's own account
  docker = { daemon = { rootless = true, euid = 1000, tls = true, tlscacert = "/etc/docker/ca.pem" } }
  file   = { "/etc/docker/ca.pem" = { exists = true, uid = 1000, gid = 1000, owner = "kim", group = "kim" } }
}

case "engine_ca_certificate_owner" "fail" {
  docker  = { daemon = { rootless = false, tls = true, tlscacert = "/etc/docker/ca.pem" } }
  file    = { "/etc/docker/ca.pem" = { exists = true, uid = 1000, gid = 0, owner = "kim", group = "root" } }
  message = "/etc/docker/ca.pem belongs to kim:root"
}

case "engine_ca_certificate_owner" "fail" {
  docker = { daemon = { rootless = false, tls = true, tlscacert = "/etc/docker/ca.pem" } }
  file   = { "/etc/docker/ca.pem" = { exists = true, uid = 0, gid = 100, owner = "root", group = "users" } }
}

case "engine_ca_certificate_owner" "fail" { # only a rootless engine may have its files belong to its account
  docker = { daemon = { rootless = false, euid = 1000, tls = true, tlscacert = "/etc/docker/ca.pem" } }
  file   = { "/etc/docker/ca.pem" = { exists = true, uid = 1000, gid = 1000, owner = "kim", group = "kim" } }
}

case "engine_ca_certificate_owner" "fail" { # another account
  docker = { daemon = { rootless = true, euid = 1000, tls = true, tlscacert = "/etc/docker/ca.pem" } }
  file   = { "/etc/docker/ca.pem" = { exists = true, uid = 1001, gid = 1000, owner = "lee", group = "kim" } }
}

case "engine_ca_certificate_owner" "unknown" {
  docker = { daemon = { rootless = false, tls = true, tlscacert = "/etc/docker/ca.pem" } }
  file   = { "/etc/docker/ca.pem" = { exists = true } }
}

case "engine_ca_certificate_owner" "not_applicable" {
  docker = { daemon = { rootless = false, tls = true, tlscacert = "/etc/docker/ca.pem" } }
  file   = { "/etc/docker/ca.pem" = { exists = false } }
}

case "engine_ca_certificate_owner" "not_applicable" { # no TLS
  docker = { daemon = { rootless = false, tls = false, tlscacert = "" } }
}

case "engine_ca_certificate_mode" "pass" {
  docker = { daemon = { rootless = false, tls = true, tlscacert = "/etc/docker/ca.pem" } }
  file   = { "/etc/docker/ca.pem" = { exists = true, mode = "0444" } }
}

case "engine_ca_certificate_mode" "fail" {
  docker  = { daemon = { rootless = false, tls = true, tlscacert = "/etc/docker/ca.pem" } }
  file    = { "/etc/docker/ca.pem" = { exists = true, mode = "0644" } }
  message = "/etc/docker/ca.pem has mode 0644; 0444 is the most it may grant"
}

case "engine_ca_certificate_mode" "unknown" {
  docker = { daemon = { rootless = false, tls = true, tlscacert = "/etc/docker/ca.pem" } }
  file   = { "/etc/docker/ca.pem" = { exists = true } }
}

case "engine_ca_certificate_mode" "not_applicable" {
  docker = { daemon = { rootless = false, tls = true, tlscacert = "/etc/docker/ca.pem" } }
  file   = { "/etc/docker/ca.pem" = { exists = false } }
}

case "engine_ca_certificate_mode" "not_applicable" { # no TLS
  docker = { daemon = { rootless = false, tls = false, tlscacert = "" } }
}

case "engine_certificate_owner" "pass" {
  docker = { daemon = { rootless = false, tls = true, tlscert = "/etc/docker/cert.pem" } }
  file   = { "/etc/docker/cert.pem" = { exists = true, uid = 0, gid = 0, owner = "root", group = "root" } }
}

case "engine_certificate_owner" "pass" { # a rootless engine's own account
  docker = { daemon = { rootless = true, euid = 1000, tls = true, tlscert = "/etc/docker/cert.pem" } }
  file   = { "/etc/docker/cert.pem" = { exists = true, uid = 1000, gid = 1000, owner = "kim", group = "kim" } }
}

case "engine_certificate_owner" "fail" {
  docker  = { daemon = { rootless = false, tls = true, tlscert = "/etc/docker/cert.pem" } }
  file    = { "/etc/docker/cert.pem" = { exists = true, uid = 1000, gid = 0, owner = "kim", group = "root" } }
  message = "/etc/docker/cert.pem belongs to kim:root"
}

case "engine_certificate_owner" "fail" {
  docker = { daemon = { rootless = false, tls = true, tlscert = "/etc/docker/cert.pem" } }
  file   = { "/etc/docker/cert.pem" = { exists = true, uid = 0, gid = 100, owner = "root", group = "users" } }
}

case "engine_certificate_owner" "fail" { # only a rootless engine may have its files belong to its account
  docker = { daemon = { rootless = false, euid = 1000, tls = true, tlscert = "/etc/docker/cert.pem" } }
  file   = { "/etc/docker/cert.pem" = { exists = true, uid = 1000, gid = 1000, owner = "kim", group = "kim" } }
}

case "engine_certificate_owner" "fail" { # another account
  docker = { daemon = { rootless = true, euid = 1000, tls = true, tlscert = "/etc/docker/cert.pem" } }
  file   = { "/etc/docker/cert.pem" = { exists = true, uid = 1001, gid = 1000, owner = "lee", group = "kim" } }
}

case "engine_certificate_owner" "unknown" {
  docker = { daemon = { rootless = false, tls = true, tlscert = "/etc/docker/cert.pem" } }
  file   = { "/etc/docker/cert.pem" = { exists = true } }
}

case "engine_certificate_owner" "not_applicable" {
  docker = { daemon = { rootless = false, tls = true, tlscert = "/etc/docker/cert.pem" } }
  file   = { "/etc/docker/cert.pem" = { exists = false } }
}

case "engine_certificate_owner" "not_applicable" { # no TLS
  docker = { daemon = { rootless = false, tls = false, tlscert = "" } }
}

case "engine_certificate_mode" "pass" {
  docker = { daemon = { rootless = false, tls = true, tlscert = "/etc/docker/cert.pem" } }
  file   = { "/etc/docker/cert.pem" = { exists = true, mode = "0444" } }
}

case "engine_certificate_mode" "fail" {
  docker  = { daemon = { rootless = false, tls = true, tlscert = "/etc/docker/cert.pem" } }
  file    = { "/etc/docker/cert.pem" = { exists = true, mode = "0644" } }
  message = "/etc/docker/cert.pem has mode 0644; 0444 is the most it may grant"
}

case "engine_certificate_mode" "unknown" {
  docker = { daemon = { rootless = false, tls = true, tlscert = "/etc/docker/cert.pem" } }
  file   = { "/etc/docker/cert.pem" = { exists = true } }
}

case "engine_certificate_mode" "not_applicable" {
  docker = { daemon = { rootless = false, tls = true, tlscert = "/etc/docker/cert.pem" } }
  file   = { "/etc/docker/cert.pem" = { exists = false } }
}

case "engine_certificate_mode" "not_applicable" { # no TLS
  docker = { daemon = { rootless = false, tls = false, tlscert = "" } }
}

case "engine_key_owner" "pass" {
  docker = { daemon = { rootless = false, tls = true, tlskey = "/etc/docker/key.pem" } }
  file   = { "/etc/docker/key.pem" = { exists = true, uid = 0, gid = 0, owner = "root", group = "root" } }
}

case "engine_key_owner" "pass" { # a rootless engine's own account
  docker = { daemon = { rootless = true, euid = 1000, tls = true, tlskey = "/etc/docker/key.pem" } }
  file   = { "/etc/docker/key.pem" = { exists = true, uid = 1000, gid = 1000, owner = "kim", group = "kim" } }
}

case "engine_key_owner" "fail" {
  docker  = { daemon = { rootless = false, tls = true, tlskey = "/etc/docker/key.pem" } }
  file    = { "/etc/docker/key.pem" = { exists = true, uid = 1000, gid = 0, owner = "kim", group = "root" } }
  message = "/etc/docker/key.pem belongs to kim:root"
}

case "engine_key_owner" "fail" {
  docker = { daemon = { rootless = false, tls = true, tlskey = "/etc/docker/key.pem" } }
  file   = { "/etc/docker/key.pem" = { exists = true, uid = 0, gid = 100, owner = "root", group = "users" } }
}

case "engine_key_owner" "fail" { # only a rootless engine may have its files belong to its account
  docker = { daemon = { rootless = false, euid = 1000, tls = true, tlskey = "/etc/docker/key.pem" } }
  file   = { "/etc/docker/key.pem" = { exists = true, uid = 1000, gid = 1000, owner = "kim", group = "kim" } }
}

case "engine_key_owner" "fail" { # another account
  docker = { daemon = { rootless = true, euid = 1000, tls = true, tlskey = "/etc/docker/key.pem" } }
  file   = { "/etc/docker/key.pem" = { exists = true, uid = 1001, gid = 1000, owner = "lee", group = "kim" } }
}

case "engine_key_owner" "unknown" {
  docker = { daemon = { rootless = false, tls = true, tlskey = "/etc/docker/key.pem" } }
  file   = { "/etc/docker/key.pem" = { exists = true } }
}

case "engine_key_owner" "not_applicable" {
  docker = { daemon = { rootless = false, tls = true, tlskey = "/etc/docker/key.pem" } }
  file   = { "/etc/docker/key.pem" = { exists = false } }
}

case "engine_key_owner" "not_applicable" { # no TLS
  docker = { daemon = { rootless = false, tls = false, tlskey = "" } }
}

case "engine_key_mode" "pass" {
  docker = { daemon = { rootless = false, tls = true, tlskey = "/etc/docker/key.pem" } }
  file   = { "/etc/docker/key.pem" = { exists = true, mode = "0400" } }
}

case "engine_key_mode" "fail" {
  docker  = { daemon = { rootless = false, tls = true, tlskey = "/etc/docker/key.pem" } }
  file    = { "/etc/docker/key.pem" = { exists = true, mode = "0600" } }
  message = "/etc/docker/key.pem has mode 0600; 0400 is the most it may grant"
}

case "engine_key_mode" "unknown" {
  docker = { daemon = { rootless = false, tls = true, tlskey = "/etc/docker/key.pem" } }
  file   = { "/etc/docker/key.pem" = { exists = true } }
}

case "engine_key_mode" "not_applicable" {
  docker = { daemon = { rootless = false, tls = true, tlskey = "/etc/docker/key.pem" } }
  file   = { "/etc/docker/key.pem" = { exists = false } }
}

case "engine_key_mode" "not_applicable" { # no TLS
  docker = { daemon = { rootless = false, tls = false, tlskey = "" } }
}
