case "file_owned_by_root" "pass" {
  with = { path = "/etc/default/docker" }
  file = { "/etc/default/docker" = { exists = true, uid = 0, gid = 0 } }
}

case "file_owned_by_root" "fail" {
  with    = { path = "/etc/default/docker" }
  file    = { "/etc/default/docker" = { exists = true, uid = 1000, gid = 0, owner = "kim", group = "root" } }
  message = "/etc/default/docker belongs to kim:root"
}

case "file_owned_by_root" "fail" {
  with = { path = "/etc/default/docker" }
  file = { "/etc/default/docker" = { exists = true, uid = 0, gid = 100, owner = "root", group = "users" } }
}

case "file_owned_by_root" "unknown" {
  with = { path = "/etc/default/docker" }
  file = { "/etc/default/docker" = { exists = true, uid = 0 } }
}

case "file_owned_by_root" "unknown" {
  with = { path = "/etc/default/docker" }
}

case "file_owned_by_root" "not_applicable" {
  with = { path = "/etc/default/docker" }
  file = { "/etc/default/docker" = { exists = false } }
}

case "file_mode_within" "pass" {
  with = { path = "/etc/default/docker", mode = "0644" }
  file = { "/etc/default/docker" = { exists = true, mode = "0600" } }
}

case "file_mode_within" "fail" {
  with    = { path = "/etc/default/docker", mode = "0644" }
  file    = { "/etc/default/docker" = { exists = true, mode = "0664" } }
  message = "/etc/default/docker has mode 0664; 0644 is the most it may grant"
}

case "file_mode_within" "unknown" {
  with = { path = "/etc/default/docker", mode = "0644" }
  file = { "/etc/default/docker" = { exists = true } }
}

case "file_mode_within" "not_applicable" {
  with = { path = "/etc/default/docker", mode = "0644" }
  file = { "/etc/default/docker" = { exists = false } }
}

case "unit_owned_by_root" "pass" {
  with = { unit = "docker.service" }
  unit = { "docker.service" = { exists = true, masked = false, fragment_path = "/usr/lib/systemd/system/docker.service", drop_in_paths = ["/etc/systemd/system/docker.service.d/local.conf"] } }
  file = {
    "/usr/lib/systemd/system/docker.service"          = { uid = 0, gid = 0 }
    "/etc/systemd/system/docker.service.d/local.conf" = { uid = 0, gid = 0 }
  }
}

case "unit_owned_by_root" "fail" {
  with = { unit = "docker.service" }
  unit = { "docker.service" = { exists = true, masked = false, fragment_path = "/usr/lib/systemd/system/docker.service", drop_in_paths = [] } }
  file = { "/usr/lib/systemd/system/docker.service" = { uid = 1000, gid = 0, owner = "kim", group = "root" } }
}

case "unit_owned_by_root" "fail" { # only a drop-in, and only its group
  with = { unit = "docker.service" }
  unit = { "docker.service" = { exists = true, masked = false, fragment_path = "/usr/lib/systemd/system/docker.service", drop_in_paths = ["/etc/systemd/system/docker.service.d/local.conf"] } }
  file = {
    "/usr/lib/systemd/system/docker.service"          = { uid = 0, gid = 0, owner = "root", group = "root" }
    "/etc/systemd/system/docker.service.d/local.conf" = { uid = 0, gid = 100, owner = "root", group = "users" }
  }
}

case "unit_owned_by_root" "unknown" {
  with = { unit = "docker.service" }
  unit = { "docker.service" = { exists = true, masked = false, fragment_path = "/usr/lib/systemd/system/docker.service", drop_in_paths = [] } }
}

case "unit_owned_by_root" "not_applicable" {
  with = { unit = "docker.socket" }
  unit = { "docker.socket" = { exists = false, masked = false } }
}

case "unit_owned_by_root" "not_applicable" { # a masked unit is a link to /dev/null
  with = { unit = "docker.socket" }
  unit = { "docker.socket" = { exists = true, masked = true, fragment_path = "/etc/systemd/system/docker.socket", drop_in_paths = [] } }
  file = { "/etc/systemd/system/docker.socket" = { uid = 0, gid = 0, owner = "root", group = "root" } }
}

case "unit_mode_within" "pass" {
  with = { unit = "docker.service", mode = "0644" }
  unit = { "docker.service" = { exists = true, masked = false, fragment_path = "/usr/lib/systemd/system/docker.service", drop_in_paths = ["/etc/systemd/system/docker.service.d/local.conf"] } }
  file = {
    "/usr/lib/systemd/system/docker.service"          = { mode = "0644" }
    "/etc/systemd/system/docker.service.d/local.conf" = { mode = "0600" }
  }
}

case "unit_mode_within" "fail" {
  with    = { unit = "docker.service", mode = "0644" }
  unit    = { "docker.service" = { exists = true, masked = false, fragment_path = "/usr/lib/systemd/system/docker.service", drop_in_paths = [] } }
  file    = { "/usr/lib/systemd/system/docker.service" = { mode = "0755" } }
  message = "docker.service is defined by /usr/lib/systemd/system/docker.service with mode 0755; 0644 is the most it may grant"
}

case "unit_mode_within" "fail" { # only a drop-in
  with = { unit = "docker.service", mode = "0644" }
  unit = { "docker.service" = { exists = true, masked = false, fragment_path = "/usr/lib/systemd/system/docker.service", drop_in_paths = ["/etc/systemd/system/docker.service.d/local.conf"] } }
  file = {
    "/usr/lib/systemd/system/docker.service"          = { mode = "0644" }
    "/etc/systemd/system/docker.service.d/local.conf" = { mode = "0666" }
  }
}

case "unit_mode_within" "unknown" {
  with = { unit = "docker.service", mode = "0644" }
  unit = { "docker.service" = { exists = true, masked = false, fragment_path = "/usr/lib/systemd/system/docker.service", drop_in_paths = [] } }
}

case "unit_mode_within" "not_applicable" {
  with = { unit = "docker.socket", mode = "0644" }
  unit = { "docker.socket" = { exists = false, masked = false } }
}

case "unit_mode_within" "not_applicable" {
  with = { unit = "docker.socket", mode = "0644" }
  unit = { "docker.socket" = { exists = true, masked = true, fragment_path = "/etc/systemd/system/docker.socket", drop_in_paths = [] } }
  file = { "/etc/systemd/system/docker.socket" = { mode = "0666" } }
}
