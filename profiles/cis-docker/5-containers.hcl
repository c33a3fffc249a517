profile "cis-docker" {
  section "5" {
    title = "Running containers"

    recommendation "5.1" {
      control    = "swarm_off_unless_needed"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"] }
    }

    recommendation "5.2" {
      control    = "container_apparmor"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["10.5"], cis_controls_v7 = ["5.2"] }
    }

    recommendation "5.3" {
      control    = "container_selinux"
      level      = 2
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["10.5"], cis_controls_v7 = ["5.2"] }
    }

    recommendation "5.4" {
      control    = "container_capabilities_limited"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["16.7"], cis_controls_v7 = ["5.2"] }
    }

    recommendation "5.5" {
      control    = "container_not_privileged"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4"] }
    }

    recommendation "5.6" {
      control    = "container_no_system_mounts"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["3"], cis_controls_v7 = ["13"] }
    }

    recommendation "5.7" {
      control    = "container_no_ssh"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"] }
    }

    recommendation "5.8" {
      control    = "container_no_low_ports"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["13.9"], cis_controls_v7 = ["9.2"] }
    }

    recommendation "5.9" {
      control    = "container_ports_expected"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["13.9"], cis_controls_v7 = ["9.2"] }
    }

    recommendation "5.10" {
      control    = "container_own_network"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["12.2"], cis_controls_v7 = ["12"] }
    }

    recommendation "5.11" {
      control    = "container_memory_limited"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["3.12"], cis_controls_v7 = ["18"] }
    }

    recommendation "5.12" {
      control    = "container_cpu_limited"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["3.12"], cis_controls_v7 = ["18"] }
    }

    recommendation "5.13" {
      control    = "container_read_only_root"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["6.8"], cis_controls_v7 = ["14.6"] }
    }

    recommendation "5.14" {
      control    = "container_ports_bound"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["4.4"], cis_controls_v7 = ["11"] }
    }

    recommendation "5.15" {
      control    = "container_restarts_bounded"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["4"], cis_controls_v7 = ["5.2"] }
    }

    recommendation "5.16" {
      control    = "container_own_processes"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["3.12"], cis_controls_v7 = ["14.1"] }
    }

    recommendation "5.17" {
      control    = "container_own_ipc"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["3.12"], cis_controls_v7 = ["14.1"] }
    }

    recommendation "5.18" {
      control    = "container_no_devices"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["14"] }
    }

    recommendation "5.19" {
      control    = "container_default_ulimits"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["3.12"], cis_controls_v7 = ["5.2"] }
    }

    recommendation "5.20" {
      control    = "container_private_propagation"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["3"], cis_controls_v7 = ["13"] }
    }

    recommendation "5.21" {
      control    = "container_own_uts"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["13.4"], cis_controls_v7 = ["14.1"] }
    }

    recommendation "5.22" {
      control    = "container_seccomp"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["4.4"], cis_controls_v7 = ["9.5"] }
    }

    recommendation "5.23" {
      control    = "container_no_privileged_exec"
      level      = 2
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4"] }
    }

    recommendation "5.24" {
      control    = "container_no_root_exec"
      level      = 2
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4"] }
    }

    recommendation "5.25" {
      control    = "container_default_cgroup"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"] }
    }

    recommendation "5.26" {
      control    = "container_no_new_privileges"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4"] }
    }

    recommendation "5.27" {
      control    = "container_healthy"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["10.5"], cis_controls_v7 = ["3.1"] }
    }

    recommendation "5.28" {
      control    = "container_image_current"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["16"], cis_controls_v7 = ["5.2"] }
    }

    recommendation "5.29" {
      control    = "container_pids_limited"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["4"], cis_controls_v7 = ["5.2"] }
    }

    recommendation "5.30" {
      control    = "container_not_on_default_bridge"
      level      = 2
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["4.8"] }
    }

    recommendation "5.31" {
      control    = "container_user_namespace"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["3.12"], cis_controls_v7 = ["12", "14.1"] }
    }

    recommendation "5.32" {
      control    = "container_no_engine_socket"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4"] }
    }
  }
}
