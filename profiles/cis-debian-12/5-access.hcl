profile "cis-debian-12" {
  section "5" {
    title = "Access"

    section "5.1" {
      title = "SSH server"

      recommendation "5.1.1" {
        control    = "sshd_config_guarded"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }

      recommendation "5.1.2" {
        control    = "sshd_private_keys_guarded"
        with       = { groups = ["_ssh"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }

      recommendation "5.1.3" {
        control    = "sshd_public_keys_guarded"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }

      recommendation "5.1.4" {
        control    = "sshd_access_limited"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["4.3"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.2.3"] }
      }

      recommendation "5.1.5" {
        control    = "sshd_banner"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "5.1.6" {
        control    = "sshd_ciphers"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.10"], cis_controls_v7 = ["14.4"], nist_800_53 = ["AC-17(2)", "SC-8", "SC-8(1)"], pci_dss_v4 = ["2.2.7", "4.1.1", "4.2.1", "4.2.1.2", "4.2.2", "8.3.2"], iso_27001 = ["A.10.1.1", "A.13.1.1"] }
      }

      recommendation "5.1.7" {
        control    = "sshd_client_alive"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "5.1.8" {
        control    = "sshd_disableforwarding"
        level      = { server = 2, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "5.1.9" {
        control    = "sshd_gssapiauthentication"
        level      = { server = 2, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
      }

      recommendation "5.1.10" {
        control    = "sshd_hostbasedauthentication"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "5.1.11" {
        control    = "sshd_ignorerhosts"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
      }

      recommendation "5.1.12" {
        control    = "sshd_kexalgorithms"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.10"], cis_controls_v7 = ["14.4"], nist_800_53 = ["AC-17(2)", "SC-8", "SC-8(1)"], pci_dss_v4 = ["2.2.7", "4.1.1", "4.2.1", "4.2.1.2", "4.2.2", "8.3.2"], iso_27001 = ["A.10.1.1", "A.13.1.1"] }
      }

      recommendation "5.1.13" {
        control    = "sshd_logingracetime"
        with       = { most = 60 }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "5.1.14" {
        control    = "sshd_loglevel"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["8.2"], cis_controls_v7 = ["6.2", "6.3"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2"], iso_27001 = ["A.12.4.1"] }
      }

      recommendation "5.1.15" {
        control    = "sshd_macs"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.10"], cis_controls_v7 = ["14.4", "16.5"], nist_800_53 = ["AC-17(2)", "SC-8", "SC-8(1)"], pci_dss_v4 = ["2.2.7", "4.1.1", "4.2.1", "4.2.1.2", "4.2.2", "8.3.2"], iso_27001 = ["A.10.1.1", "A.13.1.1"] }
      }

      recommendation "5.1.16" {
        control    = "sshd_maxauthtries"
        with       = { most = 4 }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["16.13"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"] }
      }

      recommendation "5.1.17" {
        control    = "sshd_maxsessions"
        with       = { most = 10 }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "5.1.18" {
        control    = "sshd_maxstartups"
        with       = { start = 10, rate = 30, full = 60 }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "5.1.19" {
        control    = "sshd_permitemptypasswords"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
      }

      recommendation "5.1.20" {
        control    = "sshd_permitrootlogin"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4.3"], nist_800_53 = ["AC-6(2)", "AC-6(5)"], iso_27001 = ["A.9.2.3"] }
      }

      recommendation "5.1.21" {
        control    = "sshd_permituserenvironment"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "5.1.22" {
        control    = "sshd_usepam"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
      }
    }

    section "5.2" {
      title = "Privilege escalation"

      recommendation "5.2.1" {
        control    = "packages_present"
        with       = { packages = ["sudo|sudo-ldap"], why = "sudo gives single commands to single accounts, and writes down who used them." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4.3"], nist_800_53 = ["AC-6(2)", "AC-6(5)"], iso_27001 = ["A.9.2.3"] }
      }

      recommendation "5.2.2" {
        control    = "sudo_use_pty"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["5.1"], nist_800_53 = ["AC-6(2)", "AC-6(5)"], iso_27001 = ["A.14.2.5", "A.8.1.3"] }
      }

      recommendation "5.2.3" {
        control    = "sudo_logfile"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["6.3"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.4.1"] }
      }

      recommendation "5.2.4" {
        control    = "sudo_asks_password"
        level      = { server = 2, workstation = 2 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4.3"], nist_800_53 = ["AC-6(2)", "AC-6(5)"], iso_27001 = ["A.9.2.3"] }
      }

      recommendation "5.2.5" {
        control    = "sudo_authenticates"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4.3"], nist_800_53 = ["AC-6(2)", "AC-6(5)"], iso_27001 = ["A.9.2.3"] }
      }

      recommendation "5.2.6" {
        control    = "sudo_timestamp_timeout"
        with       = { most = 15 }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4.3"], nist_800_53 = ["AC-6(2)", "AC-6(5)"], iso_27001 = ["A.9.2.3"] }
      }

      recommendation "5.2.7" {
        control    = "su_restricted"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
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

      section "5.3.2" {
        title = "Modules in the stacks"

        recommendation "5.3.2.1" {
          control    = "pam_unix_enabled"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }

        recommendation "5.3.2.2" {
          control    = "pam_faillock_enabled"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["6.2"], cis_controls_v7 = ["16.7"], nist_800_53 = ["AC-2(1)"], pci_dss_v4 = ["8.2.4", "8.2.5"], iso_27001 = ["A.9.2.6"] }
        }

        recommendation "5.3.2.3" {
          control    = "pam_pwquality_enabled"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
        }

        recommendation "5.3.2.4" {
          control    = "pam_pwhistory_enabled"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
        }
      }

      section "5.3.3" {
        title = "Options of the modules"

        section "5.3.3.1" {
          title = "pam_faillock"

          recommendation "5.3.3.1.1" {
            control    = "faillock_deny"
            with       = { most = 5 }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["6.2"], cis_controls_v7 = ["16.7"], nist_800_53 = ["AC-2(1)"], pci_dss_v4 = ["8.2.4", "8.2.5"], iso_27001 = ["A.9.2.6"] }
          }

          recommendation "5.3.3.1.2" {
            control    = "faillock_unlock_time"
            with       = { least = 900 }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["6.2"], cis_controls_v7 = ["16.7"], nist_800_53 = ["AC-2(1)"], pci_dss_v4 = ["8.2.4", "8.2.5"], iso_27001 = ["A.9.2.6"] }
          }

          recommendation "5.3.3.1.3" {
            control    = "faillock_root"
            with       = { least = 60 }
            level      = { server = 2, workstation = 2 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["6.2"], cis_controls_v7 = ["16.7"], nist_800_53 = ["AC-2(1)"], pci_dss_v4 = ["8.2.4", "8.2.5"], iso_27001 = ["A.9.2.6"] }
          }
        }

        section "5.3.3.2" {
          title = "pam_pwquality"

          recommendation "5.3.3.2.1" {
            control    = "pwquality_difok"
            with       = { least = 2 }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
          }

          recommendation "5.3.3.2.2" {
            control    = "pwquality_minlen"
            with       = { least = 14 }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
          }

          recommendation "5.3.3.2.3" {
            control    = "pwquality_complexity"
            level      = { server = 1, workstation = 1 }
            assessment = "manual"
            mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
          }

          recommendation "5.3.3.2.4" {
            control    = "pwquality_maxrepeat"
            with       = { most = 3 }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
          }

          recommendation "5.3.3.2.5" {
            control    = "pwquality_maxsequence"
            with       = { most = 3 }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
          }

          recommendation "5.3.3.2.6" {
            control    = "pwquality_dictcheck"
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
          }

          recommendation "5.3.3.2.7" {
            control    = "pwquality_enforcing"
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
          }

          recommendation "5.3.3.2.8" {
            control    = "pwquality_enforce_for_root"
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
          }
        }

        section "5.3.3.3" {
          title = "pam_pwhistory"

          recommendation "5.3.3.3.1" {
            control    = "pwhistory_remember"
            with       = { least = 24 }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
          }

          recommendation "5.3.3.3.2" {
            control    = "pwhistory_enforce_for_root"
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
          }

          recommendation "5.3.3.3.3" {
            control    = "pwhistory_use_authtok"
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.11"], cis_controls_v7 = ["16.4"], nist_800_53 = ["SC-28", "SC-28(1)"], pci_dss_v4 = ["3.1.1", "3.3.2", "3.3.3", "3.5.1", "3.5.1.2", "3.5.1.3", "8.3.2"], iso_27001 = ["A.10.1.1"] }
          }
        }

        section "5.3.3.4" {
          title = "pam_unix"

          recommendation "5.3.3.4.1" {
            control    = "pam_unix_no_nullok"
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
          }

          recommendation "5.3.3.4.2" {
            control    = "pam_unix_no_remember"
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
          }

          recommendation "5.3.3.4.3" {
            control    = "pam_unix_hash"
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.11"], cis_controls_v7 = ["16.4"], nist_800_53 = ["SC-28", "SC-28(1)"], pci_dss_v4 = ["3.1.1", "3.3.2", "3.3.3", "3.5.1", "3.5.1.2", "3.5.1.3", "8.3.2"], iso_27001 = ["A.10.1.1"] }
          }

          recommendation "5.3.3.4.4" {
            control    = "pam_unix_use_authtok"
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.11"], cis_controls_v7 = ["16.4"], nist_800_53 = ["SC-28", "SC-28(1)"], pci_dss_v4 = ["3.1.1", "3.3.2", "3.3.3", "3.5.1", "3.5.1.2", "3.5.1.3", "8.3.2"], iso_27001 = ["A.10.1.1"] }
          }
        }
      }
    }

    section "5.4" {
      title = "Accounts and their environment"

      section "5.4.1" {
        title = "Ageing and hashing of passwords"

        recommendation "5.4.1.1" {
          control    = "password_max_days"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
        }

        recommendation "5.4.1.2" {
          control    = "password_min_days"
          level      = { server = 2, workstation = 2 }
          assessment = "manual"
          mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
        }

        recommendation "5.4.1.3" {
          control    = "password_warn_days"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["4.1"], cis_controls_v7 = ["4.4"], nist_800_53 = ["CM-7(1)", "CM-9", "SA-10"], pci_dss_v4 = ["1.1.1", "1.2.1", "1.2.6", "1.2.7", "1.5.1", "2.1.1", "2.2.1"], iso_27001 = ["A.9.4.3"] }
        }

        recommendation "5.4.1.4" {
          control    = "password_hash_method"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.11"], cis_controls_v7 = ["16.4"], nist_800_53 = ["SC-28", "SC-28(1)"], pci_dss_v4 = ["3.1.1", "3.3.2", "3.3.3", "3.5.1", "3.5.1.2", "3.5.1.3", "8.3.2"], iso_27001 = ["A.10.1.1"] }
        }

        recommendation "5.4.1.5" {
          control    = "password_inactive_days"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["5.2"], cis_controls_v7 = ["4.4"], pci_dss_v4 = ["2.2.2", "8.3.5", "8.3.6", "8.6.3"], iso_27001 = ["A.9.4.3"] }
        }

        recommendation "5.4.1.6" {
          control    = "password_change_not_in_future"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
        }
      }

      section "5.4.2" {
        title = "root and system accounts"

        recommendation "5.4.2.1" {
          control    = "uid_zero_only_root"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
        }

        recommendation "5.4.2.2" {
          control    = "gid_zero_users"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }

        recommendation "5.4.2.3" {
          control    = "gid_zero_groups"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }

        recommendation "5.4.2.4" {
          control    = "root_password_guarded"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }

        recommendation "5.4.2.5" {
          control    = "root_path_safe"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
        }

        recommendation "5.4.2.6" {
          control    = "root_umask"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }

        recommendation "5.4.2.7" {
          control    = "system_accounts_without_shell"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
        }

        recommendation "5.4.2.8" {
          control    = "accounts_without_shell_locked"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
        }
      }

      section "5.4.3" {
        title = "Defaults of login shells"

        recommendation "5.4.3.1" {
          control    = "shells_without_nologin"
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
        }

        recommendation "5.4.3.2" {
          control    = "session_timeout"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["4.3"], cis_controls_v7 = ["16.11"], nist_800_53 = ["AC-11", "AC-11(1)", "AC-12", "AC-2(5)"], pci_dss_v4 = ["8.2.8"], iso_27001 = ["A.8.1.3"] }
        }

        recommendation "5.4.3.3" {
          control    = "session_umask"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }
      }
    }
  }
}
