profile "cis-debian-13" {
  section "4" {
    title = "Host firewall"

    section "4.1" {
      title = "ufw"

      recommendation "4.1.1" {
        control    = "firewall_package_present"
        with       = { stack = "ufw", packages = ["ufw"], sole = true }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }

      recommendation "4.1.2" {
        control    = "ufw_enabled"
        with       = { sole = true }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4", "4.5"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }

      recommendation "4.1.3" {
        control    = "ufw_default"
        with       = { directions = ["incoming"], sole = true }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "4.1.4" {
        control    = "ufw_default"
        with       = { directions = ["outgoing"], sole = true }
        level      = { server = 2, workstation = 2 }
        assessment = "automated"
      }

      recommendation "4.1.5" {
        control    = "ufw_default"
        with       = { directions = ["routed"], sole = true }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }
    }
  }
}
