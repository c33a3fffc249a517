case "engine_data_on_own_file_system" "pass" {
  docker = { daemon = { data_root = "/var/lib/docker" }, info = { driver_status = [{ name = "Backing Filesystem", value = "extfs" }] } }
  mount = {
    "/var/lib/docker"     = { is_mount_point = true }
    "/var/lib/containerd" = { is_mount_point = false }
  }
  file = { "/var/lib/containerd" = { exists = true } }
}

case "engine_data_on_own_file_system" "pass" { # containerd keeps the layers, on a file system of its own
  docker = { daemon = { data_root = "/var/lib/docker" }, info = { driver_status = [{ name = "driver-type", value = "io.containerd.snapshotter.v1" }] } }
  mount = {
    "/var/lib/docker"     = { is_mount_point = true }
    "/var/lib/containerd" = { is_mount_point = true }
  }
  file = { "/var/lib/containerd" = { exists = true } }
}

case "engine_data_on_own_file_system" "pass" { # a containerd that dockerd manages keeps its data below the data root
  docker = { daemon = { data_root = "/var/lib/docker" }, info = { driver_status = [{ name = "driver-type", value = "io.containerd.snapshotter.v1" }] } }
  mount = {
    "/var/lib/docker"     = { is_mount_point = true }
    "/var/lib/containerd" = { is_mount_point = false }
  }
  file = { "/var/lib/containerd" = { exists = false } }
}

case "engine_data_on_own_file_system" "fail" {
  docker  = { daemon = { data_root = "/var/lib/docker" }, info = { driver_status = [] } }
  mount   = { "/var/lib/docker" = { is_mount_point = false, mount_point = "/var" } }
  file    = { "/var/lib/containerd" = { exists = false } }
  message = "/var/lib/docker lies on the file system of /var"
}

case "engine_data_on_own_file_system" "fail" { # containerd's layers were forgotten
  docker = { daemon = { data_root = "/var/lib/docker" }, info = { driver_status = [{ name = "driver-type", value = "io.containerd.snapshotter.v1" }] } }
  mount = {
    "/var/lib/docker"     = { is_mount_point = true }
    "/var/lib/containerd" = { is_mount_point = false, mount_point = "/" }
  }
  file    = { "/var/lib/containerd" = { exists = true } }
  message = "Image layers in /var/lib/containerd lie on the file system of /"
}

case "engine_data_on_own_file_system" "unknown" { # the engine does not answer
  docker = { daemon = { data_root = "/var/lib/docker" } }
  mount  = { "/var/lib/docker" = { is_mount_point = true } }
  file   = { "/var/lib/containerd" = { exists = true } }
}

case "engine_data_on_own_file_system" "unknown" { # a remote engine
  docker = { daemon = { data_root = "/var/lib/docker" }, info = { driver_status = [] } }
}

case "engine_group_trusted" "pass" {
  docker = { daemon = { rootless = false, socket_group = "docker" } }
  group  = { docker = { members = [] } }
}

case "engine_group_trusted" "pass" {
  docker = { daemon = { rootless = false, socket_group = "engine" } }
  group  = { engine = { members = ["kim", "root"] } }
  with   = { trusted = ["kim"] }
}

case "engine_group_trusted" "fail" {
  docker  = { daemon = { rootless = false, socket_group = "docker" } }
  group   = { docker = { members = ["kim", "lee", "root"] } }
  with    = { trusted = ["kim"] }
  message = "Group docker lets lee command the engine"
}

case "engine_group_trusted" "unknown" { # the directory service does not answer
  docker = { daemon = { rootless = false, socket_group = "docker" } }
}

case "engine_group_trusted" "not_applicable" {
  docker = { daemon = { rootless = true } }
}

case "host_hardened" "manual" {
  host = { os_name = "Debian GNU/Linux 12 (bookworm)", kernel = "6.1.0-30-amd64" }
}

case "engine_release_current" "pass" {
  component = { name = "runc", version = "1.3.6", distribution_build = false, supported = true, newest = "1.3.6", vulnerabilities = [] }
}

case "engine_release_current" "pass" { # the table does not say how long the branch is supported
  component = { name = "runc", version = "1.3.6", distribution_build = false, supported = null, newest = "1.3.6", vulnerabilities = [] }
}

case "engine_release_current" "fail" {
  component = { name = "Engine", version = "29.8.0", distribution_build = false, supported = true, newest = "29.10.0", vulnerabilities = ["CVE-2026-53493"], fixed_in = "29.8.2", table_date = "2026-11-22" }
  message   = "Engine is 29.8.0; the table of 2026-11-22 has 29.10.0 as newest and lists CVE-2026-53493"
}

case "engine_release_current" "fail" { # no known hole yet, but not the newest release
  component = { name = "Engine", version = "29.9.0", distribution_build = false, supported = true, newest = "29.10.0", vulnerabilities = [], fixed_in = "", table_date = "2026-11-22" }
}

case "engine_release_current" "fail" { # a hole that no release has closed
  component = { name = "containerd", version = "2.1.9", distribution_build = false, supported = true, newest = "2.1.9", vulnerabilities = ["CVE-2026-46680"], fixed_in = "", table_date = "2026-11-22" }
}

case "engine_release_current" "fail" { # the last release of a branch that has ended
  component = { name = "Engine", version = "24.0.9", distribution_build = false, supported = false, newest = "29.10.0", vulnerabilities = [], fixed_in = "", table_date = "2026-11-22" }
  message   = "Engine is 24.0.9, of a branch that gets no more fixes; the table of 2026-11-22 has 29.10.0 as newest"
}

case "engine_release_current" "manual" {
  component = { name = "Engine", version = "26.1.5+dfsg1", distribution_build = true, supported = null, newest = "29.10.0" }
}

case "engine_release_current" "unknown" {
  component = { name = "Engine", version = "29.9.0", distribution_build = false }
}
