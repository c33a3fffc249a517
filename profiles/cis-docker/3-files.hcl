profile "cis-docker" {
  section "3" {
    title = "Owners and modes of the engine's files"

    recommendation "3.1" {
      control    = "unit_owned_by_root"
      with       = { unit = "docker.service" }
      level      = 1
      assessment = "automated"
      mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4"] }
    }

    recommendation "3.2" {
      control    = "unit_mode_within"
      with       = { unit = "docker.service", mode = "0644" }
      level      = 1
      assessment = "automated"
      mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"] }
    }

    recommendation "3.3" {
      control    = "unit_owned_by_root"
      with       = { unit = "docker.socket" }
      level      = 1
      assessment = "automated"
      mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4"] }
    }

    recommendation "3.4" {
      control    = "unit_mode_within"
      with       = { unit = "docker.socket", mode = "0644" }
      level      = 1
      assessment = "automated"
      mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"] }
    }

    recommendation "3.5" {
      control    = "engine_config_directory_owner"
      level      = 1
      assessment = "automated"
      mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4"] }
    }

    recommendation "3.6" {
      control    = "engine_config_directory_mode"
      level      = 1
      assessment = "automated"
      mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"] }
    }

    recommendation "3.7" {
      control    = "registry_certificates_owner"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4"] }
    }

    recommendation "3.8" {
      control    = "registry_certificates_mode"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"] }
    }

    recommendation "3.9" {
      control    = "engine_ca_certificate_owner"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4"] }
    }

    recommendation "3.10" {
      control    = "engine_ca_certificate_mode"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"] }
    }

    recommendation "3.11" {
      control    = "engine_certificate_owner"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4"] }
    }

    recommendation "3.12" {
      control    = "engine_certificate_mode"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"] }
    }

    recommendation "3.13" {
      control    = "engine_key_owner"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4"] }
    }

    recommendation "3.14" {
      control    = "engine_key_mode"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"] }
    }

    recommendation "3.15" {
      control    = "engine_socket_owner"
      level      = 1
      assessment = "automated"
      mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["4"] }
    }

    recommendation "3.16" {
      control    = "engine_socket_mode"
      level      = 1
      assessment = "automated"
      mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"] }
    }

    recommendation "3.17" {
      control    = "engine_config_file_owner"
      level      = 2
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4"] }
    }

    recommendation "3.18" {
      control    = "engine_config_file_mode"
      level      = 2
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"] }
    }

    recommendation "3.19" {
      control    = "file_owned_by_root"
      with       = { path = "/etc/default/docker" }
      level      = 2
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4"] }
    }

    recommendation "3.20" {
      control    = "file_mode_within"
      with       = { path = "/etc/default/docker", mode = "0644" }
      level      = 2
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"] }
    }

    recommendation "3.21" {
      control    = "file_mode_within"
      with       = { path = "/etc/sysconfig/docker", mode = "0644" }
      level      = 2
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"] }
    }

    recommendation "3.22" {
      control    = "file_owned_by_root"
      with       = { path = "/etc/sysconfig/docker" }
      level      = 2
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4"] }
    }

    recommendation "3.23" {
      control    = "containerd_socket_owner"
      level      = 1
      assessment = "automated"
      mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4"] }
    }

    recommendation "3.24" {
      control    = "containerd_socket_mode"
      level      = 1
      assessment = "automated"
      mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"] }
    }
  }
}
