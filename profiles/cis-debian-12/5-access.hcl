profile "cis-debian-12" {
  section "5" {
    title = "Access"

    section "5.2" {
      title = "Privilege escalation"

      recommendation "5.2.1" {
        control    = "packages_present"
        with       = { packages = ["sudo|sudo-ldap"], why = "sudo gives single commands to single accounts, and writes down who used them." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4.3"], nist_800_53 = ["AC-6(2)", "AC-6(5)"], iso_27001 = ["A.9.2.3"] }
      }
    }

    section "5.3" {
      title = "Pluggable authentication"

      section "5.3.1" {
        title = "PAM packages"

        recommendation "5.3.1.1" {
          control    = "package_version_at_least"
          with       = { package = "libpam-runtime", minimum = "1.5.2-6" }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
        }

        recommendation "5.3.1.2" {
          control    = "package_version_at_least"
          with       = { package = "libpam-modules", minimum = "1.5.2-6" }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
        }

        recommendation "5.3.1.3" {
          control    = "packages_present"
          with       = { packages = ["libpam-pwquality"], why = "The module pam_pwquality refuses weak passwords when they are chosen." }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
        }
      }
    }
  }
}
