profile "cis-rhel-9" {
  section "4" {
    title = "Host firewall"

    section "4.1" {
      title = "One firewall"

      recommendation "4.1.1" {
        control    = "firewall_package_present"
        with       = { stack = "nftables", packages = ["nftables"], sole = true }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4"], cis_controls_v7 = ["9.4"], nist_800_53 = ["CA-9"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }

      recommendation "4.1.2" {
        control    = "firewall_single"
        with       = { names = ["firewalld", "nftables"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }
    }

    section "4.2" {
      title = "firewalld"

      recommendation "4.2.1" {
        control    = "firewalld_zones_reviewed"
        level      = { server = 1, workstation = 1 }
        assessment = "manual"
      }

      recommendation "4.2.2" {
        control    = "firewalld_loopback_trusted"
        with       = { spoofed = true }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }
    }

    section "4.3" {
      title = "nftables"

      recommendation "4.3.1" {
        control    = "netfilter_base_chains"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4"], cis_controls_v7 = ["9.4"], nist_800_53 = ["CA-9"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }

      recommendation "4.3.2" {
        control    = "netfilter_states_reviewed"
        with       = { stack = "nftables", tool = "nftables" }
        level      = { server = 1, workstation = 1 }
        assessment = "manual"
      }

      recommendation "4.3.3" {
        control    = "netfilter_policy_drop"
        with       = { stack = "nftables", tool = "nftables", hooks = ["input", "forward"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4"], cis_controls_v7 = ["9.4"], nist_800_53 = ["CA-9"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }

      recommendation "4.3.4" {
        control    = "netfilter_loopback"
        with       = { stack = "nftables", tool = "nftables", want = ["input accept", "ipv4 drop", "ipv6 drop"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }
    }
  }
}
