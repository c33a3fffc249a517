case "swarm_managers_locked" "pass" {
  docker = { swarm = { active = true, auto_lock_managers = true } }
}
case "swarm_managers_locked" "fail" {
  docker  = { swarm = { active = true, auto_lock_managers = false } }
  message = "Managers unlock themselves when they restart"
}
case "swarm_managers_locked" "not_applicable" {
  docker = { swarm = { active = false, auto_lock_managers = false } }
}
case "swarm_managers_locked" "unknown" {
  docker = { swarm = { active = true } }
}

case "swarm_unlock_key_rotated" "manual" {
  docker = { swarm = { active = true, auto_lock_managers = true } }
}
case "swarm_unlock_key_rotated" "not_applicable" {
  docker = { swarm = { active = true, auto_lock_managers = false } }
}
case "swarm_unlock_key_rotated" "not_applicable" {
  docker = { swarm = { active = false, auto_lock_managers = true } }
}
case "swarm_unlock_key_rotated" "unknown" {
  docker = { swarm = { active = true } }
}

case "swarm_node_certificates_short" "pass" {
  docker = { swarm = { active = true, node_cert_expiry_days = 90 } }
}
case "swarm_node_certificates_short" "fail" {
  docker  = { swarm = { active = true, node_cert_expiry_days = 365 } }
  message = "Certificates of swarm nodes are valid for 365 days"
}
case "swarm_node_certificates_short" "not_applicable" {
  docker = { swarm = { active = false, node_cert_expiry_days = 90 } }
}
case "swarm_node_certificates_short" "unknown" {
  docker = { swarm = { active = true } }
}

case "swarm_root_certificate_rotated" "pass" {
  docker = { swarm = { active = true, trust_root_age_days = 10 } }
}
case "swarm_root_certificate_rotated" "fail" {
  docker  = { swarm = { active = true, trust_root_age_days = 400, trust_root_not_before = "2025-10-18T00:00:00Z" } }
  message = "The swarm's root certificate is 400 days old (from 2025-10-18T00:00:00Z)"
}
case "swarm_root_certificate_rotated" "not_applicable" {
  docker = { swarm = { active = false, trust_root_age_days = 10 } }
}
case "swarm_root_certificate_rotated" "unknown" {
  docker = { swarm = { active = true } }
}

case "swarm_data_path_separate" "pass" {
  docker = { swarm = { active = true, node_addr = "10.0.0.2", data_path_addr = "10.1.0.2" } }
}
case "swarm_data_path_separate" "fail" {
  docker  = { swarm = { active = true, node_addr = "10.0.0.2", data_path_addr = "10.0.0.2" } }
  message = "Containers' traffic and the swarm's own both use 10.0.0.2"
}
case "swarm_data_path_separate" "fail" {
  # not set: as the node's own
  docker = { swarm = { active = true, node_addr = "10.0.0.2", data_path_addr = null } }
}
case "swarm_data_path_separate" "not_applicable" {
  docker = { swarm = { active = false, data_path_addr = null } }
}
case "swarm_data_path_separate" "unknown" {
  docker = { swarm = { active = true, node_addr = "10.0.0.2" } }
}
