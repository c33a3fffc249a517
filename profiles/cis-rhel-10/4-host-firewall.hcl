profile "cis-rhel-10" {
  section "4" {
    title = "Host firewall"

    section "4.1" {
      title = "firewalld"

      recommendation "4.1.1" {
        control    = "firewall_package_present"
        with       = { stack = "firewalld", packages = ["firewalld"], sole = true }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.4"], cis_controls_v7 = ["9.4"], nist_800_53 = ["SC-7(5)"], pci_dss_v4 = ["1.2.1", "1.4.1"], iso_27001 = ["A.13.1.1"] }
      }

      recommendation "4.1.2" {
        control    = "firewalld_backend"
        with       = { sole = true }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "4.1.3" {
        control    = "firewall_unit_on"
        with       = { stack = "firewalld", unit = "firewalld.service", active = true, sole = true }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "4.1.4" {
        control    = "firewalld_no_accept_zone"
        with       = { sole = true }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "4.1.5" {
        control    = "firewalld_loopback_trusted"
        with       = { sole = true }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "4.1.6" {
        control    = "firewalld_loopback_trusted"
        with       = { spoofed = true, sole = true }
        level      = { server = 1, workstation = 1 }
        assessment = "manual"
      }

      recommendation "4.1.7" {
        control    = "firewalld_zones_reviewed"
        with       = { sole = true }
        level      = { server = 1, workstation = 1 }
        assessment = "manual"
      }
    }
  }
}
