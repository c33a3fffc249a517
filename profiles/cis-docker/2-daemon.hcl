profile "cis-docker" {
  section "2" {
    title = "Engine settings"

    recommendation "2.1" {
      control    = "engine_rootless"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["4.1"], cis_controls_v7 = ["4"] }
    }

    recommendation "2.2" {
      control    = "engine_icc_off"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["12.3"], cis_controls_v7 = ["9"] }
    }

    recommendation "2.3" {
      control    = "engine_log_level"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["6.2", "6.3"] }
    }

    recommendation "2.4" {
      control    = "engine_manages_packet_filter"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["12.2"], cis_controls_v7 = ["4"] }
    }

    recommendation "2.5" {
      control    = "engine_no_insecure_registries"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["2.5"], cis_controls_v7 = ["14.4"] }
    }

    recommendation "2.6" {
      control    = "engine_storage_driver_not"
      with       = { driver = "aufs" }
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["16"], cis_controls_v7 = ["18"] }
    }

    recommendation "2.7" {
      control    = "engine_storage_driver_not"
      with       = { driver = "devicemapper" }
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["16"], cis_controls_v7 = ["18"] }
    }

    recommendation "2.8" {
      control    = "engine_tcp_needs_client_certificate"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["13.5"], cis_controls_v7 = ["9.2"] }
    }

    recommendation "2.9" {
      control    = "engine_default_ulimits"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["16.7"], cis_controls_v7 = ["18"] }
    }

    recommendation "2.10" {
      control    = "engine_user_namespaces"
      level      = 2
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["6"], cis_controls_v7 = ["18"] }
    }

    recommendation "2.11" {
      control    = "engine_cgroup_parent"
      level      = 2
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["6"], cis_controls_v7 = ["18"] }
    }

    recommendation "2.12" {
      control    = "engine_base_size_default"
      level      = 2
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["16.7"], cis_controls_v7 = ["18"] }
    }

    recommendation "2.13" {
      control    = "engine_authorization_plugin"
      level      = 2
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["6"], cis_controls_v7 = ["16"] }
    }

    recommendation "2.14" {
      control    = "container_logs_leave_host"
      level      = 2
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["8.1", "8.9"], cis_controls_v7 = ["6.6", "6.8"] }
    }

    recommendation "2.15" {
      control    = "engine_no_new_privileges"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["6.1"], cis_controls_v7 = ["4"] }
    }

    recommendation "2.16" {
      control    = "engine_live_restore"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["16.10"], cis_controls_v7 = ["18"] }
    }

    recommendation "2.17" {
      control    = "engine_userland_proxy_off"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"] }
    }

    recommendation "2.18" {
      control    = "engine_seccomp_filter"
      level      = 2
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["16"], cis_controls_v7 = ["18"] }
    }

    recommendation "2.19" {
      control    = "engine_not_experimental"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["18"] }
    }
  }
}
