case "engine_config_directory_owner" "pass" {
  docker = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file   = { "/etc/docker" = { exists = true, uid = 0, gid = 0, owner = "root", group = "root" } }
}

case "engine_config_directory_owner" "pass" { # a rootless engine's own account
  docker = { daemon = { rootless = true, euid = 1000, config_directories = ["/home/kim/.config/docker"] } }
  file = {
    "/home/kim/.config/docker" = { exists = true, uid = 1000, gid = 1000, owner = "kim", group = "kim" }
  }
}

case "engine_config_directory_owner" "fail" {
  docker = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file   = { "/etc/docker" = { exists = true, uid = 1000, gid = 0, owner = "kim", group = "root" } }
}

case "engine_config_directory_owner" "fail" {
  docker = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file   = { "/etc/docker" = { exists = true, uid = 0, gid = 100, owner = "root", group = "users" } }
}

case "engine_config_directory_owner" "fail" { # only a rootless engine may have its files belong to its account
  docker = { daemon = { rootless = false, euid = 1000, config_directories = ["/etc/docker"] } }
  file   = { "/etc/docker" = { exists = true, uid = 1000, gid = 1000, owner = "kim", group = "kim" } }
}

case "engine_config_directory_owner" "fail" { # one of two
  docker = { daemon = { rootless = true, euid = 1000, config_directories = ["/etc/docker", "/home/kim/.config/docker"] } }
  file = {
    "/etc/docker"              = { exists = true, uid = 0, gid = 0, owner = "root", group = "root" }
    "/home/kim/.config/docker" = { exists = true, uid = 1001, gid = 1000, owner = "lee", group = "kim" }
  }
  message = "/home/kim/.config/docker belongs to lee:kim"
}

case "engine_config_directory_owner" "fail" { # another account
  docker = { daemon = { rootless = true, euid = 1000, config_directories = ["/home/kim/.config/docker"] } }
  file = {
    "/home/kim/.config/docker" = { exists = true, uid = 1001, gid = 1000, owner = "lee", group = "kim" }
  }
}

case "engine_config_directory_owner" "unknown" {
  docker = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file   = { "/etc/docker" = { exists = true } }
}

case "engine_config_directory_owner" "not_applicable" {
  docker = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file   = { "/etc/docker" = { exists = false } }
}

case "engine_config_directory_mode" "pass" {
  docker = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file   = { "/etc/docker" = { exists = true, mode = "0755" } }
}

case "engine_config_directory_mode" "fail" {
  docker = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file   = { "/etc/docker" = { exists = true, mode = "0775" } }
}

case "engine_config_directory_mode" "fail" { # one of two
  docker = { daemon = { rootless = true, config_directories = ["/etc/docker", "/home/kim/.config/docker"] } }
  file = {
    "/etc/docker"              = { exists = true, mode = "0755" }
    "/home/kim/.config/docker" = { exists = true, mode = "0777" }
  }
  message = "/home/kim/.config/docker has mode 0777; 0755 is the most it may grant"
}

case "engine_config_directory_mode" "unknown" {
  docker = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file   = { "/etc/docker" = { exists = true } }
}

case "engine_config_directory_mode" "not_applicable" {
  docker = { daemon = { rootless = false, config_directories = ["/etc/docker"] } }
  file   = { "/etc/docker" = { exists = false } }
}

case "engine_config_directory_mode" "fail" { # a rootless engine has its directory at home
  docker = { daemon = { rootless = true, euid = 1000, config_directories = ["/home/kim/.config/docker"] } }
  file = {
    "/home/kim/.config/docker" = { exists = true, mode = "0777" }
  }
}

case "engine_config_file_owner" "pass" {
  docker = { daemon = { rootless = false, config_file = "/etc/docker/daemon.json" } }
  file   = { "/etc/docker/daemon.json" = { exists = true, uid = 0, gid = 0, owner = "root", group = "root" } }
}

case "engine_config_file_owner" "pass" { # a rootless engine's own account
  docker = { daemon = { rootless = true, euid = 1000, config_file = "/home/kim/.config/docker/daemon.json" } }
  file   = { "/home/kim/.config/docker/daemon.json" = { exists = true, uid = 1000, gid = 1000, owner = "kim", group = "kim" } }
}

case "engine_config_file_owner" "fail" {
  docker  = { daemon = { rootless = false, config_file = "/etc/docker/daemon.json" } }
  file    = { "/etc/docker/daemon.json" = { exists = true, uid = 1000, gid = 0, owner = "kim", group = "root" } }
  message = "/etc/docker/daemon.json belongs to kim:root"
}

case "engine_config_file_owner" "fail" {
  docker = { daemon = { rootless = false, config_file = "/etc/docker/daemon.json" } }
  file   = { "/etc/docker/daemon.json" = { exists = true, uid = 0, gid = 100, owner = "root", group = "users" } }
}

case "engine_config_file_owner" "fail" { # only a rootless engine may have its files belong to its account
  docker = { daemon = { rootless = false, euid = 1000, config_file = "/etc/docker/daemon.json" } }
  file   = { "/etc/docker/daemon.json" = { exists = true, uid = 1000, gid = 1000, owner = "kim", group = "kim" } }
}

case "engine_config_file_owner" "fail" { # another account
  docker = { daemon = { rootless = true, euid = 1000, config_file = "/home/kim/.config/docker/daemon.json" } }
  file   = { "/home/kim/.config/docker/daemon.json" = { exists = true, uid = 1001, gid = 1000, owner = "lee", group = "kim" } }
}

case "engine_config_file_owner" "unknown" {
  docker = { daemon = { rootless = false, config_file = "/etc/docker/daemon.json" } }
  file   = { "/etc/docker/daemon.json" = { exists = true } }
}

case "engine_config_file_owner" "not_applicable" {
  docker = { daemon = { rootless = false, config_file = "/etc/docker/daemon.json" } }
  file   = { "/etc/docker/daemon.json" = { exists = false } }
}

case "engine_config_file_mode" "pass" {
  docker = { daemon = { rootless = false, config_file = "/etc/docker/daemon.json" } }
  file   = { "/etc/docker/daemon.json" = { exists = true, mode = "0600" } }
}

case "engine_config_file_mode" "fail" {
  docker  = { daemon = { rootless = false, config_file = "/etc/docker/daemon.json" } }
  file    = { "/etc/docker/daemon.json" = { exists = true, mode = "0664" } }
  message = "/etc/docker/daemon.json has mode 0664; 0644 is the most it may grant"
}

case "engine_config_file_mode" "unknown" {
  docker = { daemon = { rootless = false, config_file = "/etc/docker/daemon.json" } }
  file   = { "/etc/docker/daemon.json" = { exists = true } }
}

case "engine_config_file_mode" "not_applicable" {
  docker = { daemon = { rootless = false, config_file = "/etc/docker/daemon.json" } }
  file   = { "/etc/docker/daemon.json" = { exists = false } }
}
