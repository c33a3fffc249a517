profile "cis-docker" {
  section "1" {
    title = "Host"

    section "1.1" {
      title = "Disk, accounts and audit rules of the host"

      recommendation "1.1.1" {
        control    = "engine_data_on_own_file_system"
        level      = 1
        assessment = "manual"
        mappings   = { cis_controls_v8 = ["3.12"], cis_controls_v7 = ["14"] }
      }

      recommendation "1.1.2" {
        control    = "engine_group_trusted"
        level      = 1
        assessment = "manual"
        mappings   = { cis_controls_v8 = ["6.1"], cis_controls_v7 = ["4"] }
      }

      recommendation "1.1.3" {
        control    = "audit_watch_present"
        with       = { path = "/usr/bin/dockerd", elsewhere = ["/usr/sbin/dockerd", "/usr/local/bin/dockerd"] }
        level      = 1
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["8.2"], cis_controls_v7 = ["6.2", "6.3"] }
      }

      recommendation "1.1.4" {
        control    = "audit_watch_present"
        with       = { path = "/run/containerd" }
        level      = 1
        assessment = "manual"
        mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["14.9"] }
      }

      recommendation "1.1.5" {
        control    = "engine_data_watched"
        level      = 1
        assessment = "manual"
        mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["14.9"] }
      }

      recommendation "1.1.6" {
        control    = "engine_config_directory_watched"
        level      = 1
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["14.9"] }
      }

      recommendation "1.1.7" {
        control    = "unit_watched"
        with       = { unit = "docker.service" }
        level      = 2
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["14.9"] }
      }

      recommendation "1.1.8" {
        control    = "containerd_socket_watched"
        level      = 2
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["14.9"] }
      }

      recommendation "1.1.9" {
        control    = "engine_socket_watched"
        level      = 2
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["14.9"] }
      }

      recommendation "1.1.10" {
        control    = "audit_watch_present"
        with       = { path = "/etc/default/docker" }
        level      = 2
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["14.9"] }
      }

      recommendation "1.1.11" {
        control    = "engine_config_file_watched"
        level      = 2
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["14.9"] }
      }

      recommendation "1.1.12" {
        control    = "audit_watch_present"
        with       = { path = "/etc/containerd/config.toml" }
        level      = 2
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["14.9"] }
      }

      recommendation "1.1.13" {
        control    = "audit_watch_present"
        with       = { path = "/etc/sysconfig/docker" }
        level      = 2
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["14.9"] }
      }

      recommendation "1.1.14" {
        control    = "audit_watch_present"
        with       = { path = "/usr/bin/containerd", elsewhere = ["/usr/sbin/containerd", "/usr/local/bin/containerd"] }
        level      = 2
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["14.9"] }
      }

      recommendation "1.1.15" {
        control    = "audit_watch_present"
        with       = { path = "/usr/bin/containerd-shim", elsewhere = ["/usr/sbin/containerd-shim", "/usr/local/bin/containerd-shim"] }
        level      = 2
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["14.9"] }
      }

      recommendation "1.1.16" {
        control    = "audit_watch_present"
        with       = { path = "/usr/bin/containerd-shim-runc-v1", elsewhere = ["/usr/sbin/containerd-shim-runc-v1", "/usr/local/bin/containerd-shim-runc-v1"] }
        level      = 2
        assessment = "manual"
        mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["14.9"] }
      }

      recommendation "1.1.17" {
        control    = "audit_watch_present"
        with       = { path = "/usr/bin/containerd-shim-runc-v2", elsewhere = ["/usr/sbin/containerd-shim-runc-v2", "/usr/local/bin/containerd-shim-runc-v2"] }
        level      = 2
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["14.9"] }
      }

      recommendation "1.1.18" {
        control    = "runtime_watched"
        level      = 2
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["14.9"] }
      }
    }

    section "1.2" {
      title = "Care of the host"

      recommendation "1.2.1" {
        control    = "host_hardened"
        level      = 1
        assessment = "manual"
        mappings   = { cis_controls_v8 = ["16.7"], cis_controls_v7 = ["5"] }
      }

      recommendation "1.2.2" {
        control    = "engine_release_current"
        level      = 1
        assessment = "manual"
        mappings   = { cis_controls_v8 = ["7.1"], cis_controls_v7 = ["3.4", "3.5"] }
      }
    }
  }
}
