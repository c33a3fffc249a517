profile "cis-rhel-10" {
  section "1" {
    title = "First setup"

    section "1.7" {
      title = "Login banners"

      recommendation "1.7.4" {
        control    = "files_restricted"
        with       = { paths = ["/etc/motd"], mode = "0644", absent_ok = true }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-3", "MP-2"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }

      recommendation "1.7.5" {
        control    = "files_restricted"
        with       = { paths = ["/etc/issue"], mode = "0644" }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-3", "MP-2"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }

      recommendation "1.7.6" {
        control    = "files_restricted"
        with       = { paths = ["/etc/issue.net"], mode = "0644" }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-3", "MP-2"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }
    }
  }
}
