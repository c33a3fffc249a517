case "image_user_not_root" "pass" {
  image = { name = "app:1", used = true, user_is_root = false }
}
case "image_user_not_root" "fail" {
  image   = { name = "app:1", used = true, user_is_root = true, config = { user = "" }, containers = ["web"] }
  message = "app:1 starts as root (USER is not set)"
}
case "image_user_not_root" "not_applicable" {
  image = { name = "app:1", used = false, user_is_root = true }
}
case "image_user_not_root" "unknown" {
  image = { name = "app:1", used = true }
}

case "image_no_management_ports" "pass" {
  image = { name = "app:1", config = { exposed_ports = ["80/tcp"] } }
}
case "image_no_management_ports" "fail" {
  image   = { name = "app:1", config = { exposed_ports = ["22/tcp", "80/tcp"] } }
  message = "app:1 exposes 22/tcp"
}
case "image_no_management_ports" "unknown" {
  image = { name = "app:1" }
}

case "image_no_system_volumes" "pass" {
  image = { name = "db:1", config = { volumes = ["/var/lib/db"] } }
}
case "image_no_system_volumes" "fail" {
  image   = { name = "app:1", config = { volumes = ["/etc/app", "/data"] } }
  message = "app:1 declares volumes on /etc/app"
}
case "image_no_system_volumes" "unknown" {
  image = { name = "app:1" }
}
