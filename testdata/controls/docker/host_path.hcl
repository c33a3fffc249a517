case "container_no_writable_kernel_files" "pass" {
  container = { name = "mon", host_paths = [{ path = "/proc", destination = "/host/proc", writable = false }, { path = "/srv", destination = "/srv", writable = true }] }
}
case "container_no_writable_kernel_files" "fail" {
  container = { name = "mon", host_paths = [{ path = "/sys/fs/cgroup", destination = "/cg", writable = true }] }
  message   = "mon can write to /sys/fs/cgroup of the host"
}
case "container_no_writable_kernel_files" "unknown" {
  container = { name = "web" }
}

case "container_no_writable_system_paths" "pass" {
  container = { name = "web", host_paths = [{ path = "/etc/ssl", destination = "/s", writable = false }, { path = "/srv", destination = "/srv", writable = true }] }
}
case "container_no_writable_system_paths" "fail" {
  container = { name = "cfg", host_paths = [{ path = "/etc/cron.d", destination = "/c", writable = true }] }
  message   = "cfg can write to /etc/cron.d of the host"
}
case "container_no_writable_system_paths" "fail" {
  container = { name = "cfg", host_paths = [{ path = "/", destination = "/host", writable = true }] }
}
case "container_no_writable_system_paths" "unknown" {
  container = { name = "web" }
}

case "container_no_readable_system_paths" "pass" {
  container = { name = "web", host_paths = [{ path = "/usr/share/zoneinfo/UTC", writable = false }, { path = "/etc", writable = true }] }
}
case "container_no_readable_system_paths" "fail" {
  container = { name = "mon", host_paths = [{ path = "/", writable = false }, { path = "/etc/localtime", writable = false }] }
  message   = "mon reads / of the host"
}
case "container_no_readable_system_paths" "fail" {
  container = { name = "mon", host_paths = [{ path = "/etc/shadow", writable = false }] }
}
case "container_no_readable_system_paths" "unknown" {
  container = { name = "web" }
}

case "container_no_home_directories" "pass" {
  container = { name = "dev", host_paths = [{ path = "/home/kim/project" }, { path = "/srv" }] }
}
case "container_no_home_directories" "fail" {
  container = { name = "dev", host_paths = [{ path = "/home/kim" }] }
  message   = "dev reaches /home/kim of the host"
}
case "container_no_home_directories" "fail" {
  container = { name = "deploy", host_paths = [{ path = "/home/kim/.ssh" }] }
}
case "container_no_home_directories" "fail" {
  container = { name = "deploy", host_paths = [{ path = "/root/app" }] }
}
case "container_no_home_directories" "fail" {
  container = { name = "backup", host_paths = [{ path = "/home" }] }
}
case "container_no_home_directories" "unknown" {
  container = { name = "web" }
}
