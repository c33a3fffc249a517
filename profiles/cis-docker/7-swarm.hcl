profile "cis-docker" {
  section "7" {
    title = "Swarm mode"

    recommendation "7.1" {
      control    = "swarm_managers_few_and_odd"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["4"], cis_controls_v7 = ["5.1"] }
    }

    recommendation "7.2" {
      control    = "swarm_listens_on_one_address"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["4.4"], cis_controls_v7 = ["9"] }
    }

    recommendation "7.3" {
      control    = "network_overlay_encrypted"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["3.10"], cis_controls_v7 = ["14.4"] }
    }

    recommendation "7.4" {
      control    = "service_secrets_not_in_environment"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["4"], cis_controls_v7 = ["5.1"] }
    }

    recommendation "7.5" {
      control    = "swarm_managers_locked"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["3.11"], cis_controls_v7 = ["14.8"] }
    }

    recommendation "7.6" {
      control    = "swarm_unlock_key_rotated"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"] }
    }

    recommendation "7.7" {
      control    = "swarm_node_certificates_short"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"] }
    }

    recommendation "7.8" {
      control    = "swarm_root_certificate_rotated"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"] }
    }

    recommendation "7.9" {
      control    = "swarm_data_path_separate"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["13.4"], cis_controls_v7 = ["14.1"] }
    }
  }
}
