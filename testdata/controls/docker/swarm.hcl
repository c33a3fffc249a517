case "swarm_off_unless_needed" "pass" {
  docker = { swarm = { state = "inactive" } }
}
case "swarm_off_unless_needed" "pass" {
  docker = { swarm = { state = "active" } }
  with   = { needed = true }
}
case "swarm_off_unless_needed" "fail" {
  docker  = { swarm = { state = "locked" } }
  with    = { needed = false }
  message = "Swarm mode is locked although it is not needed here"
}
case "swarm_off_unless_needed" "manual" {
  docker = { swarm = { state = "active" } }
}
case "swarm_off_unless_needed" "unknown" {
  docker = { swarm = {} }
}

case "swarm_managers_few_and_odd" "pass" {
  docker = { swarm = { active = true, managers = 3 } }
}
case "swarm_managers_few_and_odd" "fail" {
  docker  = { swarm = { active = true, managers = 2 } }
  message = "The swarm has 2 managers"
}
case "swarm_managers_few_and_odd" "fail" {
  docker = { swarm = { active = true, managers = 9 } }
}
case "swarm_managers_few_and_odd" "pass" {
  docker = { swarm = { active = true, managers = 1 } }
}
case "swarm_managers_few_and_odd" "not_applicable" {
  docker = { swarm = { active = false, managers = null } }
}
case "swarm_managers_few_and_odd" "unknown" {
  # a worker does not know
  docker = { swarm = { active = true } }
}

case "swarm_listens_on_one_address" "pass" {
  docker    = { swarm = { active = true } }
  listening = { "2377" = { wildcard = false }, "7946" = { wildcard = false } }
}
case "swarm_listens_on_one_address" "fail" {
  docker = { swarm = { active = true } }
  listening = {
    "2377" = { wildcard = true, sockets = [{ protocol = "tcp6", address = "::", port = 2377 }] }
    "7946" = { wildcard = false, sockets = [] }
  }
  message = "Swarm listens on every address: tcp6 :::2377"
}
case "swarm_listens_on_one_address" "fail" {
  docker = { swarm = { active = true } }
  listening = {
    "2377" = { wildcard = false, sockets = [] }
    "7946" = { wildcard = true, sockets = [{ protocol = "udp", address = "0.0.0.0", port = 7946 }] }
  }
}
case "swarm_listens_on_one_address" "not_applicable" {
  docker    = { swarm = { active = false } }
  listening = { "2377" = { wildcard = true }, "7946" = { wildcard = false } }
}
case "swarm_listens_on_one_address" "unknown" {
  docker = { swarm = { active = true } }
}

case "network_overlay_encrypted" "pass" {
  docker  = { swarm = { active = true } }
  network = { name = "shop", driver = "overlay", ingress = false, encrypted = true }
}
case "network_overlay_encrypted" "fail" {
  docker  = { swarm = { active = true } }
  network = { name = "shop", driver = "overlay", ingress = false, encrypted = false }
  message = "shop sends containers' traffic between nodes in the clear"
}
case "network_overlay_encrypted" "not_applicable" {
  docker  = { swarm = { active = true } }
  network = { name = "ingress", driver = "overlay", ingress = true, encrypted = false }
}
case "network_overlay_encrypted" "not_applicable" {
  docker  = { swarm = { active = true } }
  network = { name = "bridge", driver = "bridge", ingress = false, encrypted = false }
}
case "network_overlay_encrypted" "not_applicable" {
  docker  = { swarm = { active = false } }
  network = { name = "left-over", driver = "overlay", ingress = false, encrypted = false }
}
case "network_overlay_encrypted" "unknown" {
  docker  = { swarm = { active = true } }
  network = { name = "shop", driver = "overlay", ingress = false }
}

case "service_secrets_not_in_environment" "pass" {
  service = { name = "api", secret_like_env = [] }
}
case "service_secrets_not_in_environment" "fail" {
  service = { name = "api", secret_like_env = ["DB_PASSWORD"] }
  message = "api has what looks like secrets in its environment: DB_PASSWORD"
}
case "service_secrets_not_in_environment" "unknown" {
  service = { name = "api" }
}
