profile "cis-debian-12" {
  section "4" {
    title = "Host firewall"

    section "4.1" {
      title = "One firewall"

      recommendation "4.1.1" {
        control    = "firewall_single"
        with       = { names = ["ufw", "nftables", "iptables"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }
    }

    section "4.2" {
      title = "ufw"

      recommendation "4.2.1" {
        control    = "firewall_package_present"
        with       = { stack = "ufw", packages = ["ufw"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }

      recommendation "4.2.2" {
        control    = "firewall_package_absent"
        with       = { stack = "ufw", package = "iptables-persistent" }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }

      recommendation "4.2.3" {
        control    = "ufw_enabled"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }

      recommendation "4.2.4" {
        control    = "netfilter_loopback"
        with       = { stack = "ufw", tool = "ufw", want = ["input accept", "output accept", "ipv4 drop", "ipv6 drop"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }

      recommendation "4.2.5" {
        control    = "ufw_outbound_reviewed"
        level      = { server = 1, workstation = 1 }
        assessment = "manual"
      }

      recommendation "4.2.6" {
        control    = "firewall_ports_ruled"
        with       = { stack = "ufw", tool = "ufw" }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "4.2.7" {
        control    = "ufw_default"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }
    }

    section "4.3" {
      title = "nftables"

      recommendation "4.3.1" {
        control    = "firewall_package_present"
        with       = { stack = "nftables", packages = ["nftables"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }

      recommendation "4.3.2" {
        control    = "firewall_other_off"
        with       = { stack = "nftables", other = "ufw", masked = true }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }

      recommendation "4.3.3" {
        control    = "iptables_empty"
        with       = { stack = "nftables" }
        level      = { server = 1, workstation = 1 }
        assessment = "manual"
        mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }

      recommendation "4.3.4" {
        control    = "netfilter_tables"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }

      recommendation "4.3.5" {
        control    = "netfilter_base_chains"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }

      recommendation "4.3.6" {
        control    = "netfilter_loopback"
        with       = { stack = "nftables", tool = "nftables", want = ["input accept", "ipv4 drop", "ipv6 drop"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }

      recommendation "4.3.7" {
        control    = "netfilter_states_reviewed"
        with       = { stack = "nftables", tool = "nftables" }
        level      = { server = 1, workstation = 1 }
        assessment = "manual"
      }

      recommendation "4.3.8" {
        control    = "netfilter_policy_drop"
        with       = { stack = "nftables", tool = "nftables" }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }

      recommendation "4.3.9" {
        control    = "firewall_unit_on"
        with       = { stack = "nftables", unit = "nftables.service" }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }

      recommendation "4.3.10" {
        control    = "nftables_persisted"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }
    }

    section "4.4" {
      title = "iptables"

      section "4.4.1" {
        title = "iptables packages"

        recommendation "4.4.1.1" {
          control    = "firewall_package_present"
          with       = { stack = "iptables", packages = ["iptables", "iptables-persistent"] }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
        }

        recommendation "4.4.1.2" {
          control    = "firewall_other_off"
          with       = { stack = "iptables", other = "nftables" }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
        }

        recommendation "4.4.1.3" {
          control    = "firewall_other_off"
          with       = { stack = "iptables", other = "ufw", masked = true }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
        }
      }

      section "4.4.2" {
        title = "iptables for IPv4"

        recommendation "4.4.2.1" {
          control    = "netfilter_policy_drop"
          with       = { stack = "iptables", tool = "iptables", families = ["ipv4"] }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
        }

        recommendation "4.4.2.2" {
          control    = "netfilter_loopback"
          with       = { stack = "iptables", tool = "iptables", want = ["input accept", "output accept", "ipv4 drop"] }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
        }

        recommendation "4.4.2.3" {
          control    = "netfilter_states_reviewed"
          with       = { stack = "iptables", tool = "iptables" }
          level      = { server = 1, workstation = 1 }
          assessment = "manual"
        }

        recommendation "4.4.2.4" {
          control    = "firewall_ports_ruled"
          with       = { stack = "iptables", tool = "iptables" }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
        }
      }

      section "4.4.3" {
        title = "iptables for IPv6"

        recommendation "4.4.3.1" {
          control    = "netfilter_policy_drop"
          with       = { stack = "iptables", tool = "ip6tables", families = ["ipv6"] }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
        }

        recommendation "4.4.3.2" {
          control    = "netfilter_loopback"
          with       = { stack = "iptables", tool = "ip6tables", want = ["input accept", "output accept", "ipv6 drop"] }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
        }

        recommendation "4.4.3.3" {
          control    = "netfilter_states_reviewed"
          with       = { stack = "iptables", tool = "ip6tables" }
          level      = { server = 1, workstation = 1 }
          assessment = "manual"
        }

        recommendation "4.4.3.4" {
          control    = "firewall_ports_ruled"
          with       = { stack = "iptables", tool = "ip6tables" }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
        }
      }
    }
  }
}
