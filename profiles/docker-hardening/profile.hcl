# Mostly what the benchmark does not ask; rows that both have are decided once. The numbers
# are our own and stay with their recommendation: what is dropped leaves a gap.
profile "docker-hardening" {
  title   = "Docker hardening beyond the benchmark"
  version = "2026.11"

  section "H1" {
    title = "Ways out of a container"

    recommendation "H1.1" {
      control  = "container_not_privileged"
      level    = 1
      mappings = { cis_controls_v8 = ["5.4"], nist_800_190 = ["4.4.3"], owasp_docker = ["3"] }
    }

    recommendation "H1.2" {
      control  = "container_no_escape_capabilities"
      level    = 1
      mappings = { cis_controls_v8 = ["5.4"], nist_800_190 = ["4.4.3"], owasp_docker = ["3"] }
    }

    recommendation "H1.3" {
      control  = "container_host_processes_not_traced"
      level    = 1
      mappings = { cis_controls_v8 = ["5.4"], nist_800_190 = ["4.4.3"], owasp_docker = ["3"] }
    }

    recommendation "H1.4" {
      control  = "container_host_network_not_managed"
      level    = 1
      mappings = { cis_controls_v8 = ["5.4"], nist_800_190 = ["4.4.3"], owasp_docker = ["3"] }
    }

    recommendation "H1.5" {
      control  = "container_root_writes_nothing_of_host"
      level    = 2
      mappings = { cis_controls_v8 = ["5.4"], nist_800_190 = ["4.4.3", "4.5.5"], owasp_docker = ["2"] }
    }

    recommendation "H1.6" {
      control  = "container_proc_masked"
      level    = 1
      mappings = { nist_800_190 = ["4.4.3"] }
    }

    recommendation "H1.7" {
      control  = "container_no_raw_devices"
      level    = 1
      mappings = { cis_controls_v8 = ["3.3"], nist_800_190 = ["4.4.3"] }
    }

    recommendation "H1.8" {
      control  = "container_no_device_rules"
      level    = 2
      mappings = { cis_controls_v8 = ["3.3"], nist_800_190 = ["4.4.3"] }
    }

    recommendation "H1.9" {
      control  = "container_harmless_sysctls"
      level    = 2
      mappings = { nist_800_190 = ["4.4.3"] }
    }
  }

  section "H2" {
    title = "Paths and sockets of the host"

    recommendation "H2.1" {
      control  = "container_no_engine_socket"
      level    = 1
      mappings = { cis_controls_v8 = ["5.4"], nist_800_190 = ["4.4.3", "4.5.5"], owasp_docker = ["1"] }
    }

    recommendation "H2.2" {
      control  = "container_no_remote_engine"
      level    = 1
      mappings = { cis_controls_v8 = ["4.6"], nist_800_190 = ["4.4.3"], owasp_docker = ["1"] }
    }

    recommendation "H2.3" {
      control  = "container_no_writable_kernel_files"
      level    = 1
      mappings = { cis_controls_v8 = ["3.3"], nist_800_190 = ["4.5.5"] }
    }

    recommendation "H2.4" {
      control  = "container_no_writable_system_paths"
      level    = 1
      mappings = { cis_controls_v8 = ["3.3"], nist_800_190 = ["4.5.5"] }
    }

    recommendation "H2.5" {
      control  = "container_no_readable_system_paths"
      level    = 2
      mappings = { cis_controls_v8 = ["3.3"], nist_800_190 = ["4.5.5"] }
    }

    recommendation "H2.6" {
      control  = "container_no_home_directories"
      level    = 1
      mappings = { cis_controls_v8 = ["3.3"], nist_800_190 = ["4.5.5"] }
    }

    recommendation "H2.7" {
      control  = "container_no_engine_data"
      level    = 1
      mappings = { cis_controls_v8 = ["3.3"], nist_800_190 = ["4.5.5"] }
    }

    recommendation "H2.8" {
      control  = "container_host_logs_not_writable"
      level    = 1
      mappings = { cis_controls_v8 = ["3.3"], nist_800_190 = ["4.5.5"] }
    }

    recommendation "H2.9" {
      control  = "volume_no_system_paths"
      level    = 1
      mappings = { cis_controls_v8 = ["3.3"], nist_800_190 = ["4.5.5"] }
    }

    recommendation "H2.10" {
      control  = "volume_one_writer"
      level    = 2
      mappings = { cis_controls_v8 = ["3.3"], nist_800_190 = ["4.3.4"] }
    }
  }

  section "H3" {
    title = "Isolation"

    recommendation "H3.1" {
      control  = "container_own_cgroups"
      level    = 1
      mappings = { nist_800_190 = ["4.4.3"] }
    }

    recommendation "H3.2" {
      control  = "container_seccomp"
      level    = 1
      mappings = { cis_controls_v8 = ["4.4"], nist_800_190 = ["4.4.3"], owasp_docker = ["6"] }
    }

    recommendation "H3.3" {
      control  = "container_apparmor"
      level    = 1
      mappings = { cis_controls_v8 = ["10.5"], nist_800_190 = ["4.4.3"], owasp_docker = ["6"] }
    }

    recommendation "H3.4" {
      control  = "container_selinux"
      level    = 1
      mappings = { cis_controls_v8 = ["10.5"], nist_800_190 = ["4.4.3"], owasp_docker = ["6"] }
    }

    recommendation "H3.5" {
      control  = "container_no_new_privileges"
      level    = 1
      mappings = { cis_controls_v8 = ["5.4"], nist_800_190 = ["4.4.3"], owasp_docker = ["4"] }
    }

    recommendation "H3.6" {
      control  = "container_no_powerful_groups"
      level    = 1
      mappings = { cis_controls_v8 = ["5.4"], nist_800_190 = ["4.5.4"] }
    }

    recommendation "H3.7" {
      control  = "container_runtime_approved"
      level    = 1
      mappings = { cis_controls_v8 = ["2.5"], nist_800_190 = ["4.4.1"] }
    }

    recommendation "H3.8" {
      control  = "service_confined"
      level    = 1
      mappings = { nist_800_190 = ["4.4.3"], owasp_docker = ["6"] }
    }
  }

  section "H4" {
    title = "Secrets"

    recommendation "H4.1" {
      control  = "container_without_plain_secrets"
      level    = 1
      mappings = { cis_controls_v8 = ["3.11"], nist_800_190 = ["4.1.4"], owasp_docker = ["12"] }
    }

    recommendation "H4.2" {
      control  = "image_without_secrets"
      level    = 1
      mappings = { cis_controls_v8 = ["3"], nist_800_190 = ["4.1.4"], owasp_docker = ["12"] }
    }

    recommendation "H4.3" {
      control  = "service_secrets_not_in_environment"
      level    = 1
      mappings = { cis_controls_v8 = ["4"], nist_800_190 = ["4.1.4"], owasp_docker = ["12"] }
    }

    recommendation "H4.4" {
      control  = "client_passwords_private"
      level    = 1
      mappings = { cis_controls_v8 = ["3.3"], nist_800_190 = ["4.2.3"] }
    }
  }

  section "H5" {
    title = "Reachable from the network"

    recommendation "H5.1" {
      control  = "container_ports_bound"
      level    = 1
      mappings = { cis_controls_v8 = ["4.4"], nist_800_190 = ["4.4.2"] }
    }

    recommendation "H5.2" {
      control  = "container_no_management_ports"
      level    = 1
      mappings = { cis_controls_v8 = ["4.8"], nist_800_190 = ["4.4.2"] }
    }

    recommendation "H5.3" {
      control  = "container_no_publish_all"
      level    = 1
      mappings = { cis_controls_v8 = ["4.8"], nist_800_190 = ["4.4.2"] }
    }

    recommendation "H5.4" {
      control  = "engine_publishes_on_one_address"
      level    = 2
      mappings = { cis_controls_v8 = ["4.4"], nist_800_190 = ["4.4.2"] }
    }

    recommendation "H5.5" {
      control  = "engine_tcp_needs_client_certificate"
      level    = 1
      mappings = { cis_controls_v8 = ["13.5"], nist_800_190 = ["4.5.4"], owasp_docker = ["1"] }
    }

    recommendation "H5.6" {
      control  = "engine_metrics_local"
      level    = 1
      mappings = { cis_controls_v8 = ["4.8"], nist_800_190 = ["4.5.1"] }
    }

    recommendation "H5.7" {
      control  = "engine_no_direct_routing"
      level    = 1
      mappings = { cis_controls_v8 = ["12.2"], nist_800_190 = ["4.4.2"] }
    }

    recommendation "H5.8" {
      control  = "network_overlay_encrypted"
      level    = 1
      mappings = { cis_controls_v8 = ["3.10"], nist_800_190 = ["4.3.3"] }
    }
  }

  section "H6" {
    title = "Resources"

    recommendation "H6.1" {
      control  = "container_memory_limited"
      level    = 1
      mappings = { cis_controls_v8 = ["3.12"], nist_800_190 = ["4.4.3"], owasp_docker = ["7"] }
    }

    recommendation "H6.2" {
      control  = "container_pids_limited"
      level    = 1
      mappings = { cis_controls_v8 = ["4"], nist_800_190 = ["4.4.3"], owasp_docker = ["7"] }
    }

    recommendation "H6.3" {
      control  = "container_swap_limited"
      level    = 2
      mappings = { nist_800_190 = ["4.4.3"], owasp_docker = ["7"] }
    }

    recommendation "H6.4" {
      control  = "container_oom_killer_on"
      level    = 1
      mappings = { nist_800_190 = ["4.4.3"], owasp_docker = ["7"] }
    }

    recommendation "H6.5" {
      control  = "container_oom_not_spared"
      level    = 2
      mappings = { nist_800_190 = ["4.4.3"], owasp_docker = ["7"] }
    }

    recommendation "H6.6" {
      control  = "container_log_bounded"
      level    = 1
      mappings = { cis_controls_v8 = ["8.3"], owasp_docker = ["7"] }
    }

    recommendation "H6.7" {
      control  = "engine_log_bounded"
      level    = 1
      mappings = { cis_controls_v8 = ["8.3"], owasp_docker = ["7"] }
    }

    recommendation "H6.8" {
      control  = "service_limited"
      level    = 2
      mappings = { nist_800_190 = ["4.4.3"], owasp_docker = ["7"] }
    }
  }

  section "H7" {
    title = "The engine"

    recommendation "H7.1" {
      control  = "engine_seccomp_filter"
      level    = 1
      mappings = { cis_controls_v8 = ["16"], nist_800_190 = ["4.4.3"], owasp_docker = ["6"] }
    }

    recommendation "H7.2" {
      control  = "engine_uses_selinux"
      level    = 1
      mappings = { cis_controls_v8 = ["10.5"], nist_800_190 = ["4.4.3"], owasp_docker = ["6"] }
    }

    recommendation "H7.3" {
      control  = "engine_runtimes_approved"
      level    = 1
      mappings = { cis_controls_v8 = ["2.5"], nist_800_190 = ["4.4.1"] }
    }

    recommendation "H7.4" {
      control  = "engine_private_cgroups"
      level    = 1
      mappings = { nist_800_190 = ["4.4.3"] }
    }

    recommendation "H7.5" {
      control  = "engine_private_ipc"
      level    = 1
      mappings = { nist_800_190 = ["4.4.3"] }
    }

    recommendation "H7.6" {
      control  = "engine_debug_off"
      level    = 1
      mappings = { cis_controls_v8 = ["4.8"], nist_800_190 = ["4.5.1"] }
    }

    recommendation "H7.7" {
      control = "engine_no_pending_settings"
      level   = 2
    }
  }

  section "H8" {
    title = "Images"

    recommendation "H8.1" {
      control  = "image_user_not_root"
      level    = 1
      mappings = { cis_controls_v8 = ["5.4"], nist_800_190 = ["4.1.2"], owasp_docker = ["2"] }
    }

    recommendation "H8.2" {
      control  = "image_no_management_ports"
      level    = 1
      mappings = { cis_controls_v8 = ["4.8"], nist_800_190 = ["4.1.2"] }
    }

    recommendation "H8.3" {
      control  = "image_no_system_volumes"
      level    = 2
      mappings = { nist_800_190 = ["4.1.2"] }
    }

    recommendation "H8.4" {
      control  = "image_packages_verified"
      level    = 1
      mappings = { cis_controls_v8 = ["2.2"], nist_800_190 = ["4.1.5"] }
    }
  }

  section "H9" {
    title = "Where images come from"

    recommendation "H9.1" {
      control  = "image_has_version"
      level    = 1
      mappings = { cis_controls_v8 = ["2.1"], nist_800_190 = ["4.2.2"], owasp_docker = ["13"] }
    }

    recommendation "H9.2" {
      control  = "image_has_digest"
      level    = 2
      mappings = { cis_controls_v8 = ["2.1"], nist_800_190 = ["4.1.5"], owasp_docker = ["13"] }
    }

    recommendation "H9.3" {
      control  = "container_image_pinned"
      level    = 2
      mappings = { cis_controls_v8 = ["2.5"], nist_800_190 = ["4.2.2"], owasp_docker = ["13"] }
    }

    recommendation "H9.4" {
      control  = "engine_mirrors_encrypted"
      level    = 1
      mappings = { cis_controls_v8 = ["3.10"], nist_800_190 = ["4.2.1"] }
    }

    recommendation "H9.5" {
      control  = "engine_no_insecure_registries"
      level    = 1
      mappings = { cis_controls_v8 = ["2.5"], nist_800_190 = ["4.2.1"] }
    }
  }

  section "H10" {
    title = "Versions"

    recommendation "H10.1" {
      control  = "component_not_vulnerable"
      level    = 1
      mappings = { cis_controls_v8 = ["7.4"], nist_800_190 = ["4.4.1"], owasp_docker = ["0"] }
    }

    recommendation "H10.2" {
      control  = "component_supported"
      level    = 1
      mappings = { cis_controls_v8 = ["2.2"], nist_800_190 = ["4.4.1"], owasp_docker = ["0"] }
    }

    recommendation "H10.3" {
      control  = "node_same_engine"
      level    = 2
      mappings = { cis_controls_v8 = ["7.4"], nist_800_190 = ["4.3.5"], owasp_docker = ["0"] }
    }
  }
}
