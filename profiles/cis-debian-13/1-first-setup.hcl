profile "cis-debian-13" {
  section "1" {
    title = "First setup"

    section "1.2" {
      title = "Software sources and updates"

      section "1.2.1" {
        title = "Repositories and their keys"

        recommendation "1.2.1.3" {
          control    = "files_restricted"
          with       = { paths = ["/usr/share/keyrings/*.gpg", "/usr/share/keyrings/*.asc", "/etc/apt/trusted.gpg.d/*.gpg", "/etc/apt/trusted.gpg.d/*.asc"], mode = "0644" }
          level      = { server = 1 }
          assessment = "automated"
        }

        recommendation "1.2.1.4" {
          control    = "files_restricted"
          with       = { paths = ["/etc/apt/trusted.gpg.d"], mode = "0755" }
          level      = { server = 1 }
          assessment = "automated"
        }

        recommendation "1.2.1.5" {
          control    = "files_restricted"
          with       = { paths = ["/etc/apt/auth.conf.d"], mode = "0755" }
          level      = { server = 1 }
          assessment = "automated"
        }

        recommendation "1.2.1.6" {
          control    = "files_restricted"
          with       = { paths = ["/etc/apt/auth.conf.d/*"], mode = "0640" }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
        }

        recommendation "1.2.1.7" {
          control    = "files_restricted"
          with       = { paths = ["/usr/share/keyrings"], mode = "0755" }
          level      = { server = 1 }
          assessment = "automated"
        }

        recommendation "1.2.1.8" {
          control    = "files_restricted"
          with       = { paths = ["/etc/apt/sources.list.d"], mode = "0755" }
          level      = { server = 1 }
          assessment = "automated"
        }

        recommendation "1.2.1.9" {
          control    = "files_restricted"
          with       = { paths = ["/etc/apt/sources.list.d/*"], mode = "0644" }
          level      = { server = 1 }
          assessment = "automated"
        }
      }
    }

    section "1.6" {
      title = "Login banners"

      recommendation "1.6.4" {
        control    = "files_restricted"
        with       = { paths = ["/etc/motd"], mode = "0644", absent_ok = true }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }

      recommendation "1.6.5" {
        control    = "files_restricted"
        with       = { paths = ["/etc/issue"], mode = "0644" }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }

      recommendation "1.6.6" {
        control    = "files_restricted"
        with       = { paths = ["/etc/issue.net"], mode = "0644" }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }
    }
  }
}
