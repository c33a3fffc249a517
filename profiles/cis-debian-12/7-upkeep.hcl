profile "cis-debian-12" {
  section "7" {
    title = "Upkeep"

    section "7.1" {
      title = "Permissions of system files"

      recommendation "7.1.1" {
        control    = "files_restricted"
        with       = { paths = ["/etc/passwd"], mode = "0644" }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }

      recommendation "7.1.2" {
        control    = "files_restricted"
        with       = { paths = ["/etc/passwd-"], mode = "0644" }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }

      recommendation "7.1.3" {
        control    = "files_restricted"
        with       = { paths = ["/etc/group"], mode = "0644" }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }

      recommendation "7.1.4" {
        control    = "files_restricted"
        with       = { paths = ["/etc/group-"], mode = "0644" }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }

      recommendation "7.1.5" {
        control    = "files_restricted"
        with       = { paths = ["/etc/shadow"], mode = "0640", groups = ["shadow"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }

      recommendation "7.1.6" {
        control    = "files_restricted"
        with       = { paths = ["/etc/shadow-"], mode = "0640", groups = ["shadow"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }

      recommendation "7.1.7" {
        control    = "files_restricted"
        with       = { paths = ["/etc/gshadow"], mode = "0640", groups = ["shadow"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }

      recommendation "7.1.8" {
        control    = "files_restricted"
        with       = { paths = ["/etc/gshadow-"], mode = "0640", groups = ["shadow"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }

      recommendation "7.1.9" {
        control    = "files_restricted"
        with       = { paths = ["/etc/shells"], mode = "0644" }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }

      recommendation "7.1.10" {
        control    = "files_restricted"
        with       = { paths = ["/etc/security/opasswd", "/etc/security/opasswd.old"], mode = "0600", absent_ok = true }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }

      recommendation "7.1.11" {
        control    = "local_files_not_world_writable"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "7.1.12" {
        control    = "local_files_owned"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "7.1.13" {
        control    = "setid_programs_reviewed"
        level      = { server = 1, workstation = 1 }
        assessment = "manual"
      }
    }
  }
}
