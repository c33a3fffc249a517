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

    section "7.2" {
      title = "Local users and groups"

      recommendation "7.2.1" {
        control    = "passwd_shadowed"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.11"], cis_controls_v7 = ["16.4"], nist_800_53 = ["SC-28", "SC-28(1)"], pci_dss_v4 = ["3.1.1", "3.3.2", "3.3.3", "3.5.1", "3.5.1.2", "3.5.1.3", "8.3.2"], iso_27001 = ["A.10.1.1"] }
      }

      recommendation "7.2.2" {
        control    = "shadow_no_empty_password"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
      }

      recommendation "7.2.3" {
        control    = "passwd_groups_exist"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"] }
      }

      recommendation "7.2.4" {
        control    = "group_without_members"
        with       = { group = "shadow" }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }

      recommendation "7.2.5" {
        control    = "account_keys_unique"
        with       = { kind = "uid" }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "7.2.6" {
        control    = "account_keys_unique"
        with       = { kind = "gid" }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "7.2.7" {
        control    = "account_keys_unique"
        with       = { kind = "user name" }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "7.2.8" {
        control    = "account_keys_unique"
        with       = { kind = "group name" }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "7.2.9" {
        control    = "homes_private"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "7.2.10" {
        control    = "dotfiles_private"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }
    }
  }
}
