case "container_no_raw_devices" "pass" {
  container = { name = "video", host_config = { devices = [{ path_on_host = "/dev/dri/card0", cgroup_permissions = "rwm" }] } }
}
case "container_no_raw_devices" "fail" {
  container = { name = "disk", host_config = { devices = [{ path_on_host = "/dev/nvme0n1p2", cgroup_permissions = "r" }] } }
  message   = "disk has the host's /dev/nvme0n1p2 (r)"
}
case "container_no_raw_devices" "fail" {
  container = { name = "mem", host_config = { devices = [{ path_on_host = "/dev/mem", cgroup_permissions = "rwm" }] } }
}
case "container_no_raw_devices" "fail" {
  container = { name = "lvm", host_config = { devices = [{ path_on_host = "/dev/mapper/vg-root", cgroup_permissions = "rwm" }] } }
}
case "container_no_raw_devices" "unknown" {
  container = { name = "web" }
}

case "container_no_device_rules" "pass" {
  container = { name = "usb", host_config = { device_cgroup_rules = ["c 189:* rw"] } }
  with      = { allowed = ["c 189:* rw"] }
}
case "container_no_device_rules" "fail" {
  container = { name = "disk", host_config = { device_cgroup_rules = ["b 8:* rwm"] }, effective = { capabilities = ["MKNOD"] } }
  message   = "disk has the device rules \"b 8:* rwm\", and may make device files (MKNOD)"
}
case "container_no_device_rules" "unknown" {
  container = { name = "web" }
}

case "container_harmless_sysctls" "pass" {
  container = { name = "web", host_config = { sysctls = { "net.core.somaxconn" = "1024", "net.ipv4.tcp_keepalive_time" = "60" } } }
}
case "container_harmless_sysctls" "fail" {
  container = { name = "web", host_config = { sysctls = { "net.core.somaxconn" = "1024", "net.ipv4.conf.all.route_localnet" = "1" } } }
  message   = "web sets net.ipv4.conf.all.route_localnet=1"
}
case "container_harmless_sysctls" "unknown" {
  container = { name = "web" }
}
