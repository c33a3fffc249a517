case "container_without_plain_secrets" "pass" {
  container = { name = "web", secrets = [] }
}
case "container_without_plain_secrets" "fail" {
  container = { name = "web", secrets = [{ where = "env DB_PASSWORD", kind = "password" }, { where = "label vault.token", kind = "token" }] }
  message   = "web holds what looks like secrets: password in env DB_PASSWORD, token in label vault.token"
}
case "container_without_plain_secrets" "unknown" {
  container = { name = "web" }
}

case "client_passwords_private" "pass" {
  file = { "/root/.docker/config.json" = { exists = true, mode = "0600" } }
}
case "client_passwords_private" "fail" {
  file    = { "/root/.docker/config.json" = { exists = true, mode = "0644" } }
  message = "/root/.docker/config.json has mode 0644, so others can read it"
}
case "client_passwords_private" "not_applicable" {
  file = { "/root/.docker/config.json" = { exists = false } }
}
case "client_passwords_private" "unknown" {}
