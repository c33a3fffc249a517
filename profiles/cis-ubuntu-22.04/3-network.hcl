profile "cis-ubuntu-22.04" {
  section "3" {
    title = "Network"

    section "3.1" {
      title = "Network devices"

      recommendation "3.1.1" {
        control    = "ipv6_decided"
        level      = { server = 1, workstation = 1 }
        assessment = "manual"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "3.1.2" {
        control    = "wireless_absent"
        level      = { server = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["15.4", "15.5"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.8.1.3"] }
      }

      recommendation "3.1.3" {
        control    = "service_absent_or_off"
        with       = { service = "Bluetooth", packages = ["bluez"], units = ["bluetooth.service"], why = "Radio reaches through walls, to whoever stands near." }
        level      = { server = 1, workstation = 2 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }
    }

    section "3.2" {
      title = "Kernel modules of rare protocols"

      recommendation "3.2.1" {
        control    = "kernel_module_disabled"
        with       = { module = "dccp" }
        level      = { server = 2, workstation = 2 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "3.2.2" {
        control    = "kernel_module_disabled"
        with       = { module = "tipc" }
        level      = { server = 2, workstation = 2 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "3.2.3" {
        control    = "kernel_module_disabled"
        with       = { module = "rds" }
        level      = { server = 2, workstation = 2 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "3.2.4" {
        control    = "kernel_module_disabled"
        with       = { module = "sctp" }
        level      = { server = 2, workstation = 2 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }
    }

    section "3.3" {
      title = "Kernel parameters of the network"

      recommendation "3.3.1" {
        control    = "sysctl_set"
        with       = { keys = ["net.ipv6.conf.all.forwarding", "net.ipv4.ip_forward"], values = ["0"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "3.3.2" {
        control    = "sysctl_set"
        with       = { keys = ["net.ipv4.conf.all.send_redirects", "net.ipv4.conf.default.send_redirects"], values = ["0"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "3.3.3" {
        control    = "sysctl_set"
        with       = { keys = ["net.ipv4.icmp_ignore_bogus_error_responses"], values = ["1"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "3.3.4" {
        control    = "sysctl_set"
        with       = { keys = ["net.ipv4.icmp_echo_ignore_broadcasts"], values = ["1"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "3.3.5" {
        control    = "sysctl_set"
        with       = { keys = ["net.ipv6.conf.all.accept_redirects", "net.ipv6.conf.default.accept_redirects", "net.ipv4.conf.all.accept_redirects", "net.ipv4.conf.default.accept_redirects"], values = ["0"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "3.3.6" {
        control    = "sysctl_set"
        with       = { keys = ["net.ipv4.conf.all.secure_redirects", "net.ipv4.conf.default.secure_redirects"], values = ["0"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "3.3.7" {
        control    = "sysctl_set"
        with       = { keys = ["net.ipv4.conf.all.rp_filter", "net.ipv4.conf.default.rp_filter"], values = ["1"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "3.3.8" {
        control    = "sysctl_set"
        with       = { keys = ["net.ipv6.conf.all.accept_source_route", "net.ipv6.conf.default.accept_source_route", "net.ipv4.conf.all.accept_source_route", "net.ipv4.conf.default.accept_source_route"], values = ["0"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "3.3.9" {
        control    = "sysctl_set"
        with       = { keys = ["net.ipv4.conf.all.log_martians", "net.ipv4.conf.default.log_martians"], values = ["1"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["6.2", "6.3"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.4.1"] }
      }

      recommendation "3.3.10" {
        control    = "sysctl_set"
        with       = { keys = ["net.ipv4.tcp_syncookies"], values = ["1"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "3.3.11" {
        control    = "sysctl_set"
        with       = { keys = ["net.ipv6.conf.all.accept_ra", "net.ipv6.conf.default.accept_ra"], values = ["0"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }
    }
  }
}
