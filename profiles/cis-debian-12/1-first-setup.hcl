profile "cis-debian-12" {
  section "1" {
    title = "First setup"

    section "1.1" {
      title = "File systems"

      section "1.1.1" {
        title = "Kernel modules of rare file systems"

        recommendation "1.1.1.1" {
          control    = "kernel_module_disabled"
          with       = { module = "cramfs" }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
        }

        recommendation "1.1.1.2" {
          control    = "kernel_module_disabled"
          with       = { module = "freevxfs" }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
        }

        recommendation "1.1.1.3" {
          control    = "kernel_module_disabled"
          with       = { module = "hfs" }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
        }

        recommendation "1.1.1.4" {
          control    = "kernel_module_disabled"
          with       = { module = "hfsplus" }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
        }

        recommendation "1.1.1.5" {
          control    = "kernel_module_disabled"
          with       = { module = "jffs2" }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
        }

        recommendation "1.1.1.6" {
          control    = "kernel_module_disabled"
          with       = { module = "overlay" }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
        }

        recommendation "1.1.1.7" {
          control    = "kernel_module_disabled"
          with       = { module = "squashfs" }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
        }

        recommendation "1.1.1.8" {
          control    = "kernel_module_disabled"
          with       = { module = "udf" }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
        }

        recommendation "1.1.1.9" {
          control    = "kernel_module_disabled"
          with       = { module = "usb-storage" }
          level      = { server = 1, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["10.3"], cis_controls_v7 = ["13.7"], iso_27001 = ["A.8.3.1"] }
        }

        recommendation "1.1.1.10" {
          control    = "unused_filesystems_reviewed"
          level      = { server = 1, workstation = 1 }
          assessment = "manual"
          mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
        }
      }

      section "1.1.2" {
        title = "Partitions and their mount options"

        section "1.1.2.1" {
          title = "/tmp"

          recommendation "1.1.2.1.1" {
            control    = "mount_own"
            with       = { path = "/tmp" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
          }

          recommendation "1.1.2.1.2" {
            control    = "mount_option"
            with       = { path = "/tmp", option = "nodev" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
          }

          recommendation "1.1.2.1.3" {
            control    = "mount_option"
            with       = { path = "/tmp", option = "nosuid" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
          }

          recommendation "1.1.2.1.4" {
            control    = "mount_option"
            with       = { path = "/tmp", option = "noexec" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
          }
        }

        section "1.1.2.2" {
          title = "/dev/shm"

          recommendation "1.1.2.2.1" {
            control    = "mount_own"
            with       = { path = "/dev/shm" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
          }

          recommendation "1.1.2.2.2" {
            control    = "mount_option"
            with       = { path = "/dev/shm", option = "nodev" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
          }

          recommendation "1.1.2.2.3" {
            control    = "mount_option"
            with       = { path = "/dev/shm", option = "nosuid" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
          }

          recommendation "1.1.2.2.4" {
            control    = "mount_option"
            with       = { path = "/dev/shm", option = "noexec" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
          }
        }

        section "1.1.2.3" {
          title = "/home"

          recommendation "1.1.2.3.1" {
            control    = "mount_own"
            with       = { path = "/home" }
            level      = { server = 2, workstation = 2 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
          }

          recommendation "1.1.2.3.2" {
            control    = "mount_option"
            with       = { path = "/home", option = "nodev" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
          }

          recommendation "1.1.2.3.3" {
            control    = "mount_option"
            with       = { path = "/home", option = "nosuid" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
          }
        }

        section "1.1.2.4" {
          title = "/var"

          recommendation "1.1.2.4.1" {
            control    = "mount_own"
            with       = { path = "/var" }
            level      = { server = 2, workstation = 2 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
          }

          recommendation "1.1.2.4.2" {
            control    = "mount_option"
            with       = { path = "/var", option = "nodev" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
          }

          recommendation "1.1.2.4.3" {
            control    = "mount_option"
            with       = { path = "/var", option = "nosuid" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
          }
        }

        section "1.1.2.5" {
          title = "/var/tmp"

          recommendation "1.1.2.5.1" {
            control    = "mount_own"
            with       = { path = "/var/tmp" }
            level      = { server = 2, workstation = 2 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
          }

          recommendation "1.1.2.5.2" {
            control    = "mount_option"
            with       = { path = "/var/tmp", option = "nodev" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
          }

          recommendation "1.1.2.5.3" {
            control    = "mount_option"
            with       = { path = "/var/tmp", option = "nosuid" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
          }

          recommendation "1.1.2.5.4" {
            control    = "mount_option"
            with       = { path = "/var/tmp", option = "noexec" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
          }
        }

        section "1.1.2.6" {
          title = "/var/log"

          recommendation "1.1.2.6.1" {
            control    = "mount_own"
            with       = { path = "/var/log" }
            level      = { server = 2, workstation = 2 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["8.3"], cis_controls_v7 = ["6.4"], iso_27001 = ["A.12.4.1"] }
          }

          recommendation "1.1.2.6.2" {
            control    = "mount_option"
            with       = { path = "/var/log", option = "nodev" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
          }

          recommendation "1.1.2.6.3" {
            control    = "mount_option"
            with       = { path = "/var/log", option = "nosuid" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
          }

          recommendation "1.1.2.6.4" {
            control    = "mount_option"
            with       = { path = "/var/log", option = "noexec" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
          }
        }

        section "1.1.2.7" {
          title = "/var/log/audit"

          recommendation "1.1.2.7.1" {
            control    = "mount_own"
            with       = { path = "/var/log/audit" }
            level      = { server = 2, workstation = 2 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["8.3"], cis_controls_v7 = ["6.4"], iso_27001 = ["A.12.4.1"] }
          }

          recommendation "1.1.2.7.2" {
            control    = "mount_option"
            with       = { path = "/var/log/audit", option = "nodev" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
          }

          recommendation "1.1.2.7.3" {
            control    = "mount_option"
            with       = { path = "/var/log/audit", option = "nosuid" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
          }

          recommendation "1.1.2.7.4" {
            control    = "mount_option"
            with       = { path = "/var/log/audit", option = "noexec" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
          }
        }
      }
    }

    section "1.2" {
      title = "Software sources and updates"

      section "1.2.1" {
        title = "Repositories and their keys"

        recommendation "1.2.1.1" {
          control    = "apt_keys_reviewed"
          level      = { server = 1, workstation = 1 }
          assessment = "manual"
        }

        recommendation "1.2.1.2" {
          control    = "apt_sources_reviewed"
          level      = { server = 1, workstation = 1 }
          assessment = "manual"
        }
      }

      section "1.2.2" {
        title = "Pending updates"

        recommendation "1.2.2.1" {
          control    = "updates_installed"
          level      = { server = 1, workstation = 1 }
          assessment = "manual"
        }
      }
    }

    section "1.3" {
      title = "Mandatory access control"

      section "1.3.1" {
        title = "AppArmor"

        recommendation "1.3.1.1" {
          control    = "packages_present"
          with       = { packages = ["apparmor", "apparmor-utils"], why = "AppArmor holds programs to the files and rights that their profiles name; the tools are what profiles are kept with." }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }

        recommendation "1.3.1.2" {
          control    = "boot_apparmor_on"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }

        recommendation "1.3.1.3" {
          control    = "apparmor_profiles"
          with       = { modes = ["enforce", "complain", "kill"] }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }

        recommendation "1.3.1.4" {
          control    = "apparmor_profiles"
          with       = { modes = ["enforce", "kill"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }
      }
    }

    section "1.4" {
      title = "Boot loader"

      recommendation "1.4.1" {
        control    = "boot_password_set"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }

      recommendation "1.4.2" {
        control    = "boot_files_restricted"
        with       = { names = ["grub.cfg"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
      }
    }

    section "1.5" {
      title = "Process hardening"

      recommendation "1.5.1" {
        control    = "sysctl_set"
        with       = { keys = ["kernel.randomize_va_space"], values = ["2"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["10.5"], cis_controls_v7 = ["8.3"], nist_800_53 = ["SI-16"] }
      }

      recommendation "1.5.2" {
        control    = "sysctl_set"
        with       = { keys = ["kernel.yama.ptrace_scope"], values = ["1", "2", "3"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "1.5.3" {
        control    = "core_dumps_off"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }
    }

    section "1.6" {
      title = "Login banners"

      recommendation "1.6.1" {
        control    = "banner_reveals_nothing"
        with       = { path = "/etc/motd" }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "1.6.2" {
        control    = "banner_reveals_nothing"
        with       = { path = "/etc/issue", text_required = true }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "1.6.3" {
        control    = "banner_reveals_nothing"
        with       = { path = "/etc/issue.net", text_required = true }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

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

    section "1.7" {
      title = "GNOME login screen"

      recommendation "1.7.1" {
        control    = "gdm_absent"
        level      = { server = 2 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "1.7.2" {
        control    = "gdm_banner"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "1.7.3" {
        control    = "gdm_user_list_hidden"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
      }

      recommendation "1.7.4" {
        control    = "gnome_idle_lock"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.3"], cis_controls_v7 = ["15"], nist_800_53 = ["AC-11", "AC-11(1)", "AC-12", "AC-2(5)"], pci_dss_v4 = ["8.2.8"] }
      }

      recommendation "1.7.5" {
        control    = "dconf_locked"
        with       = { keys = ["/org/gnome/desktop/session/idle-delay", "/org/gnome/desktop/screensaver/lock-delay"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.3"], cis_controls_v7 = ["16.11"], nist_800_53 = ["AC-11", "AC-11(1)", "AC-12", "AC-2(5)"], pci_dss_v4 = ["8.2.8"], iso_27001 = ["A.8.1.3"] }
      }

      recommendation "1.7.6" {
        control    = "dconf_is"
        with       = { keys = ["/org/gnome/desktop/media-handling/automount", "/org/gnome/desktop/media-handling/automount-open"], value = "false" }
        level      = { server = 1, workstation = 2 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["10.3"], cis_controls_v7 = ["8.5"], iso_27001 = ["A.12.2.1"] }
      }

      recommendation "1.7.7" {
        control    = "dconf_locked"
        with       = { keys = ["/org/gnome/desktop/media-handling/automount", "/org/gnome/desktop/media-handling/automount-open"] }
        level      = { server = 1, workstation = 2 }
        assessment = "automated"
      }

      recommendation "1.7.8" {
        control    = "dconf_is"
        with       = { keys = ["/org/gnome/desktop/media-handling/autorun-never"], value = "true" }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["10.3"], cis_controls_v7 = ["8.5"], iso_27001 = ["A.12.2.1"] }
      }

      recommendation "1.7.9" {
        control    = "dconf_locked"
        with       = { keys = ["/org/gnome/desktop/media-handling/autorun-never"] }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["10.3"], cis_controls_v7 = ["8.5"], iso_27001 = ["A.12.2.1"] }
      }

      recommendation "1.7.10" {
        control    = "gdm_no_xdmcp"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }
    }
  }
}
