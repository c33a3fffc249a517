profile "cis-debian-13" {
  section "6" {
    title = "Logs, audit and integrity"

    section "6.1" {
      title = "System logs"

      section "6.1.1" {
        title = "journald"

        section "6.1.1.1" {
          title = "journald's own settings"

          recommendation "6.1.1.1.1" {
            control    = "unit_running"
            with       = { unit = "systemd-journald.service", why = "What the journal does not take is lost, and with it the trace of what happened." }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["8.2"], cis_controls_v7 = ["6.2", "6.3"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2"], iso_27001 = ["A.12.4.1"] }
          }

          recommendation "6.1.1.1.2" {
            control    = "journald_files_mode"
            with       = { mode = "0640" }
            level      = { server = 1, workstation = 1 }
            assessment = "manual"
          }

          recommendation "6.1.1.1.3" {
            control    = "journald_space_reviewed"
            level      = { server = 1, workstation = 1 }
            assessment = "manual"
            mappings   = { cis_controls_v8 = ["8.2"], cis_controls_v7 = ["6.2", "6.3"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2"], iso_27001 = ["A.12.4.1"] }
          }

          recommendation "6.1.1.1.4" {
            control    = "journald_keeps_to_itself"
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["8.2"], cis_controls_v7 = ["6.3"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2"], iso_27001 = ["A.12.4.1"] }
          }

          recommendation "6.1.1.1.5" {
            control    = "journald_storage_persistent"
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["8.2"], cis_controls_v7 = ["6.2", "6.3"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2"], iso_27001 = ["A.12.4.1"] }
          }

          recommendation "6.1.1.1.6" {
            control    = "journald_compresses"
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["8.2", "8.3"], cis_controls_v7 = ["6.2", "6.3", "6.4"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2"], iso_27001 = ["A.12.4.1"] }
          }
        }

        section "6.1.1.2" {
          title = "Logs sent by systemd-journal-remote"

          recommendation "6.1.1.2.1" {
            control    = "log_packages_present"
            with       = { packages = ["systemd-journal-remote"], sink = "journald" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["8.2"], cis_controls_v7 = ["6.2", "6.3"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2"], iso_27001 = ["A.12.4.1"] }
          }

          recommendation "6.1.1.2.2" {
            control    = "journald_upload_reviewed"
            level      = { server = 1, workstation = 1 }
            assessment = "manual"
            mappings   = { cis_controls_v8 = ["8.2"], cis_controls_v7 = ["6.2", "6.3"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2"], iso_27001 = ["A.12.4.1"] }
          }

          recommendation "6.1.1.2.3" {
            control    = "log_unit_running"
            with       = { unit = "systemd-journal-upload.service", sink = "journald" }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["8.2"], cis_controls_v7 = ["6.2", "6.3"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2"], iso_27001 = ["A.12.4.1"] }
          }

          recommendation "6.1.1.2.4" {
            control    = "units_off"
            with       = { units = ["systemd-journal-remote.socket", "systemd-journal-remote.service"], why = "It takes journals from other machines, which only a log server should." }
            level      = { server = 1, workstation = 1 }
            assessment = "automated"
            mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
          }
        }
      }

      section "6.1.2" {
        title = "rsyslog"

        recommendation "6.1.2.1" {
          control    = "log_packages_present"
          with       = { packages = ["rsyslog"], sink = "rsyslog" }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.2"], cis_controls_v7 = ["6.2", "6.3"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2"], iso_27001 = ["A.12.4.1"] }
        }

        recommendation "6.1.2.2" {
          control    = "log_unit_running"
          with       = { unit = "rsyslog.service", sink = "rsyslog" }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.2"], cis_controls_v7 = ["6.2", "6.3"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2"], iso_27001 = ["A.12.4.1"] }
        }

        recommendation "6.1.2.3" {
          control    = "journald_forwards"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.2", "8.9"], cis_controls_v7 = ["6.2", "6.3", "6.5"], nist_800_53 = ["AU-6(3)", "AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "10.3.3", "5.3.4", "6.4.1", "6.4.2"], iso_27001 = ["A.12.4.1"] }
        }

        recommendation "6.1.2.4" {
          control    = "rsyslog_file_mode"
          with       = { mode = "0640" }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3", "8.2"], cis_controls_v7 = ["5.1", "6.2", "6.3"], nist_800_53 = ["AC-5", "AC-6", "AU-7"], pci_dss_v4 = ["1.3.1", "10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2", "7.1"], iso_27001 = ["A.12.4.1", "A.14.2.5", "A.8.1.3"] }
        }

        recommendation "6.1.2.5" {
          control    = "rsyslog_rules_reviewed"
          level      = { server = 1, workstation = 1 }
          assessment = "manual"
        }

        recommendation "6.1.2.6" {
          control    = "rsyslog_forwards_reviewed"
          level      = { server = 1, workstation = 1 }
          assessment = "manual"
          mappings   = { cis_controls_v8 = ["8.2"], cis_controls_v7 = ["6.2", "6.3"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2"], iso_27001 = ["A.12.4.1"] }
        }

        recommendation "6.1.2.7" {
          control    = "rsyslog_no_receivers"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
        }

        recommendation "6.1.2.8" {
          control    = "logrotate_reviewed"
          level      = { server = 1, workstation = 1 }
          assessment = "manual"
        }

        recommendation "6.1.2.9" {
          control    = "log_packages_present"
          with       = { packages = ["rsyslog-gnutls"], sink = "rsyslog" }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
        }

        recommendation "6.1.2.10" {
          control    = "rsyslog_forwards_over_tls"
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
        }

        recommendation "6.1.2.11" {
          control    = "rsyslog_ca_file"
          level      = { server = 2, workstation = 2 }
          assessment = "manual"
        }
      }

      section "6.1.3" {
        title = "Log files"

        recommendation "6.1.3.1" {
          control    = "log_files_mode"
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }
      }
    }

    section "6.2" {
      title = "Kernel audit"

      section "6.2.1" {
        title = "auditd is there and records from the start"

        recommendation "6.2.1.1" {
          control    = "packages_present"
          with       = { packages = ["auditd", "audispd-plugins"], why = "Without the daemon the kernel has nobody to hand its audit records to." }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["6.2"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.4.1"] }
        }

        recommendation "6.2.1.2" {
          control    = "unit_running"
          with       = { unit = "auditd.service", kernel = true, why = "Without the daemon the kernel has nobody to hand its audit records to." }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.2"], cis_controls_v7 = ["6.2", "6.3"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2"], iso_27001 = ["A.12.4.1"] }
        }

        recommendation "6.2.1.3" {
          control    = "boot_argument_set"
          with       = { argument = "audit", values = ["1", "on"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.2"], cis_controls_v7 = ["6.2"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2"], iso_27001 = ["A.12.4.1"] }
        }

        recommendation "6.2.1.4" {
          control    = "boot_audit_backlog"
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.2"], cis_controls_v7 = ["6.2", "6.3"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2"], iso_27001 = ["A.12.4.1"] }
        }
      }

      section "6.2.2" {
        title = "Keeping the records"

        recommendation "6.2.2.1" {
          control    = "auditd_log_size_set"
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.3"], cis_controls_v7 = ["6.4"], iso_27001 = ["A.12.4.1"] }
        }

        recommendation "6.2.2.2" {
          control    = "auditd_actions"
          with       = { actions = { max_log_file_action = ["keep_logs"] }, because = "Old records are the ones that tell how an intrusion began. What a rotation deletes is gone before somebody asks for it." }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.3"], cis_controls_v7 = ["6.4"], iso_27001 = ["A.12.4.1"] }
        }

        recommendation "6.2.2.3" {
          control    = "auditd_actions"
          with       = { actions = { disk_full_action = ["halt", "single"], disk_error_action = ["syslog", "single", "halt"] }, because = "A machine that cannot record and goes on working is the one on which nobody can say afterwards what was done. Where records matter more than service, it stops." }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.2", "8.3"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2"] }
        }

        recommendation "6.2.2.4" {
          control    = "auditd_actions"
          with       = { actions = { space_left_action = ["email", "exec", "single", "halt"], admin_space_left_action = ["single", "halt"] }, because = "Somebody has to hear of it while there is room left, and when there is hardly any the machine has to stop before records are lost." }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.2", "8.3"], cis_controls_v7 = ["6.2"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2"], iso_27001 = ["A.12.4.1"] }
        }
      }

      section "6.2.3" {
        title = "Audit rules"

        recommendation "6.2.3.1" {
          control    = "audit_rules_in_force"
          with       = { what = "changes of who may use sudo", rules = ["-w /etc/sudoers -p wa -k scope", "-w /etc/sudoers.d -p wa -k scope"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["4.8"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.4.3"] }
        }

        recommendation "6.2.3.2" {
          control    = "audit_rules_in_force"
          with       = { what = "programs that run as another user than the one who logged in", rules = ["-a always,exit -S execve -C euid!=uid -F auid!=unset -k user_emulation"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["4.9"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.9.4.2"] }
        }

        recommendation "6.2.3.3" {
          control    = "audit_sudo_log_watched"
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["4.9"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.9.4.2"] }
        }

        recommendation "6.2.3.4" {
          control    = "audit_rules_in_force"
          with       = { what = "changes of date, time and time zone", rules = ["-a always,exit -S adjtimex,settimeofday -k time-change", "-a always,exit -S clock_settime -F a0=0x0 -k time-change", "-w /etc/localtime -p wa -k time-change"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["5.5"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.1.2"] }
        }

        recommendation "6.2.3.5" {
          control    = "audit_rules_in_force"
          with       = { what = "changes of the machine's name", rules = ["-a always,exit -S sethostname,setdomainname -k system-locale"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
        }

        recommendation "6.2.3.6" {
          control    = "audit_rules_in_force"
          with       = { what = "changes of the texts that greet a login", rules = ["-w /etc/issue -p wa -k system-locale", "-w /etc/issue.net -p wa -k system-locale"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
        }

        recommendation "6.2.3.7" {
          control    = "audit_rules_in_force"
          with       = { what = "changes of the names of hosts", rules = ["-w /etc/hosts -p wa -k system-locale", "-w /etc/hostname -p wa -k system-locale"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
        }

        recommendation "6.2.3.8" {
          control    = "audit_rules_in_force"
          with       = { what = "changes of the machine's names and network settings", rules = ["-a always,exit -S sethostname,setdomainname -k system-locale", "-w /etc/issue -p wa -k system-locale", "-w /etc/issue.net -p wa -k system-locale", "-w /etc/hosts -p wa -k system-locale", "-w /etc/networks -p wa -k system-locale", "-w /etc/network -p wa -k system-locale"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["5.5"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.1.2"] }
        }

        recommendation "6.2.3.9" {
          control    = "audit_rules_in_force"
          with       = { what = "changes of the network settings", rules = ["-w /etc/NetworkManager -p wa -k system-locale"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
        }

        recommendation "6.2.3.10" {
          control    = "audit_privileged_programs_recorded"
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
        }

        recommendation "6.2.3.11" {
          control    = "audit_rules_in_force"
          with       = { what = "refused attempts of people to open or change files", rules = ["-a always,exit -S creat,open,openat,truncate,ftruncate -F exit=-EACCES -F auid>=UID_MIN -F auid!=unset -k access", "-a always,exit -S creat,open,openat,truncate,ftruncate -F exit=-EPERM -F auid>=UID_MIN -F auid!=unset -k access"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["14.9"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.4.3"] }
        }

        recommendation "6.2.3.12" {
          control    = "audit_rules_in_force"
          with       = { what = "changes of groups", rules = ["-w /etc/group -p wa -k identity"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["4.8"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.4.3"] }
        }

        recommendation "6.2.3.13" {
          control    = "audit_rules_in_force"
          with       = { what = "changes of users", rules = ["-w /etc/passwd -p wa -k identity"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["4.8"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.4.3"] }
        }

        recommendation "6.2.3.14" {
          control    = "audit_rules_in_force"
          with       = { what = "changes of passwords", rules = ["-w /etc/shadow -p wa -k identity", "-w /etc/gshadow -p wa -k identity"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["4.8"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.4.3"] }
        }

        recommendation "6.2.3.15" {
          control    = "audit_rules_in_force"
          with       = { what = "changes of the list of old passwords", rules = ["-w /etc/security/opasswd -p wa -k identity"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["4.8"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.4.3"] }
        }

        recommendation "6.2.3.16" {
          control    = "audit_rules_in_force"
          with       = { what = "changes of where names are looked up", rules = ["-w /etc/nsswitch.conf -p wa -k identity"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["4.8"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.4.3"] }
        }

        recommendation "6.2.3.17" {
          control    = "audit_rules_in_force"
          with       = { what = "changes of how logins are checked", rules = ["-w /etc/pam.conf -p wa -k identity", "-w /etc/pam.d -p wa -k identity"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["4.8"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.4.3"] }
        }

        recommendation "6.2.3.18" {
          control    = "audit_rules_in_force"
          with       = { what = "people's changes of file modes", rules = ["-a always,exit -S chmod,fchmod,fchmodat,fchmodat2 -F auid>=UID_MIN -F auid!=unset -k perm_mod"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
        }

        recommendation "6.2.3.19" {
          control    = "audit_rules_in_force"
          with       = { what = "people's changes of file owners", rules = ["-a always,exit -S chown,fchown,lchown,fchownat -F auid>=UID_MIN -F auid!=unset -k perm_mod"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["5.5"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.1.2"] }
        }

        recommendation "6.2.3.20" {
          control    = "audit_rules_in_force"
          with       = { what = "people's changes of extended attributes", rules = ["-a always,exit -S setxattr,lsetxattr,fsetxattr,removexattr,lremovexattr,fremovexattr -F auid>=UID_MIN -F auid!=unset -k perm_mod"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["5.5"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.1.2"] }
        }

        recommendation "6.2.3.21" {
          control    = "audit_rules_in_force"
          with       = { what = "mounts that people make", rules = ["-a always,exit -S mount -F auid>=UID_MIN -F auid!=unset -k mounts"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["6.3"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.4.1"] }
        }

        recommendation "6.2.3.22" {
          control    = "audit_rules_in_force"
          with       = { what = "changes of the lists of sessions", rules = ["-w /var/run/utmp -p wa -k session", "-w /var/log/wtmp -p wa -k session", "-w /var/log/btmp -p wa -k session"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["4.9", "16.13"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.9.4.2"] }
        }

        recommendation "6.2.3.23" {
          control    = "audit_rules_in_force"
          with       = { what = "changes of the lists of logins and failures", rules = ["-w /var/log/lastlog -p wa -k logins", "-w /var/run/faillock -p wa -k logins"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["4.9", "16.11", "16.13"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.8.1.3", "A.9.4.2"] }
        }

        recommendation "6.2.3.24" {
          control    = "audit_rules_in_force"
          with       = { what = "files that people delete", rules = ["-a always,exit -S unlink,unlinkat -F auid>=UID_MIN -F auid!=unset -k delete"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["6.2"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.4.1"] }
        }

        recommendation "6.2.3.25" {
          control    = "audit_rules_in_force"
          with       = { what = "files that people rename", rules = ["-a always,exit -S rename,renameat,renameat2 -F auid>=UID_MIN -F auid!=unset -k rename"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
        }

        recommendation "6.2.3.26" {
          control    = "audit_rules_in_force"
          with       = { what = "changes of the AppArmor policy", rules = ["-w /etc/apparmor -p wa -k MAC-policy", "-w /etc/apparmor.d -p wa -k MAC-policy"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["5.5"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.1.2"] }
        }

        recommendation "6.2.3.27" {
          control    = "audit_rules_in_force"
          with       = { what = "people's runs of chcon", rules = ["-a always,exit -F path=/usr/bin/chcon -F perm=x -F auid>=UID_MIN -F auid!=unset -k perm_chng"], programs = ["/usr/bin/chcon"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.2"], cis_controls_v7 = ["6.2"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2"], iso_27001 = ["A.12.4.1"] }
        }

        recommendation "6.2.3.28" {
          control    = "audit_rules_in_force"
          with       = { what = "people's runs of setfacl", rules = ["-a always,exit -F path=/usr/bin/setfacl -F perm=x -F auid>=UID_MIN -F auid!=unset -k perm_chng"], programs = ["/usr/bin/setfacl"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.2"], cis_controls_v7 = ["6.2"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2"], iso_27001 = ["A.12.4.1"] }
        }

        recommendation "6.2.3.29" {
          control    = "audit_rules_in_force"
          with       = { what = "people's runs of chacl", rules = ["-a always,exit -F path=/usr/bin/chacl -F perm=x -F auid>=UID_MIN -F auid!=unset -k perm_chng"], programs = ["/usr/bin/chacl"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.2"], cis_controls_v7 = ["6.2"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2"], iso_27001 = ["A.12.4.1"] }
        }

        recommendation "6.2.3.30" {
          control    = "audit_rules_in_force"
          with       = { what = "people's runs of usermod", rules = ["-a always,exit -F path=/usr/sbin/usermod -F perm=x -F auid>=UID_MIN -F auid!=unset -k usermod"], programs = ["/usr/sbin/usermod"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.2"], cis_controls_v7 = ["6.2"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.2.1", "10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2", "5.3.4", "6.4.1", "6.4.2"], iso_27001 = ["A.12.4.1"] }
        }

        recommendation "6.2.3.31" {
          control    = "audit_rules_in_force"
          with       = { what = "kernel modules that people load and unload", rules = ["-a always,exit -S init_module,finit_module,delete_module -F auid>=UID_MIN -F auid!=unset -k kernel_modules", "-a always,exit -F path=/usr/bin/kmod -F perm=x -F auid>=UID_MIN -F auid!=unset -k kernel_modules"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["6.2"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.4.1"] }
        }

        recommendation "6.2.3.32" {
          control    = "audit_rules_in_force"
          with       = { what = "kernel modules that people load", rules = ["-a always,exit -S init_module,finit_module -F auid>=UID_MIN -F auid!=unset -k kernel_modules"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["6.2"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.4.1"] }
        }

        recommendation "6.2.3.33" {
          control    = "audit_rules_in_force"
          with       = { what = "kernel modules that people unload", rules = ["-a always,exit -S delete_module -F auid>=UID_MIN -F auid!=unset -k kernel_modules"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["6.2"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.4.1"] }
        }

        recommendation "6.2.3.34" {
          control    = "audit_rules_in_force"
          with       = { what = "people's calls of the module calls of old kernels", rules = ["-a always,exit -S create_module,query_module -F auid>=UID_MIN -F auid!=unset -k kernel_modules"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["6.2"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.4.1"] }
        }

        recommendation "6.2.3.35" {
          control    = "audit_rules_continue_on_error"
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
        }

        recommendation "6.2.3.36" {
          control    = "audit_rules_locked"
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3", "8.5"], cis_controls_v7 = ["6.2", "6.3"], nist_800_53 = ["AC-5", "AC-6", "AU-3(1)", "AU-7"], pci_dss_v4 = ["1.3.1", "10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "7.1", "9.4.5"], iso_27001 = ["A.12.4.1"] }
        }

        recommendation "6.2.3.37" {
          control    = "audit_rules_loaded_as_on_disk"
          level      = { server = 2, workstation = 2 }
          assessment = "manual"
          mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["6.3"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.4.1"] }
        }
      }

      section "6.2.4" {
        title = "Access to the records and tools"

        recommendation "6.2.4.1" {
          control    = "audit_logs_mode_within"
          with       = { mode = "0640" }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
        }

        recommendation "6.2.4.2" {
          control    = "audit_logs_owned_by_root"
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
        }

        recommendation "6.2.4.3" {
          control    = "audit_logs_group_within"
          with       = { groups = ["root", "adm"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }

        recommendation "6.2.4.4" {
          control    = "audit_log_directory_mode_within"
          with       = { mode = "0750" }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
        }

        recommendation "6.2.4.5" {
          control    = "audit_config_mode_within"
          with       = { mode = "0640" }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }

        recommendation "6.2.4.6" {
          control    = "audit_config_owned_by_root"
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }

        recommendation "6.2.4.7" {
          control    = "audit_config_group_root"
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }

        recommendation "6.2.4.8" {
          control    = "programs_mode_within"
          with       = { paths = ["/sbin/auditctl", "/sbin/aureport", "/sbin/ausearch", "/sbin/autrace", "/sbin/auditd", "/sbin/augenrules"], mode = "0755" }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }

        recommendation "6.2.4.9" {
          control    = "programs_owned_by_root"
          with       = { paths = ["/sbin/auditctl", "/sbin/aureport", "/sbin/ausearch", "/sbin/autrace", "/sbin/auditd", "/sbin/augenrules"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }

        recommendation "6.2.4.10" {
          control    = "programs_group_root"
          with       = { paths = ["/sbin/auditctl", "/sbin/aureport", "/sbin/ausearch", "/sbin/autrace", "/sbin/auditd", "/sbin/augenrules"] }
          level      = { server = 2, workstation = 2 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }
      }
    }

    section "6.3" {
      title = "File integrity"

      recommendation "6.3.1" {
        control    = "packages_present"
        with       = { packages = ["aide", "aide-common"], why = "AIDE notices when files changed that should not have; without it a replaced program stays unseen." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["3.14"], cis_controls_v7 = ["14.9"], nist_800_53 = ["AC-6(9)"], pci_dss_v4 = ["10.2.1", "10.2.1.1"], iso_27001 = ["A.12.4.3"] }
      }

      recommendation "6.3.2" {
        control    = "timer_running"
        with       = { timer = "dailyaidecheck.timer", service = "dailyaidecheck.service", why = "A change that nobody looks for is not found." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["8.5"], cis_controls_v7 = ["14.9"], nist_800_53 = ["AU-3(1)", "AU-7"], pci_dss_v4 = ["10.2", "10.2.1", "10.2.1.2", "10.2.1.5", "9.4.5"], iso_27001 = ["A.12.4.3"] }
      }

      recommendation "6.3.3" {
        control    = "aide_watches_tools"
        level      = { server = 2, workstation = 2 }
        assessment = "automated"
      }
    }
  }
}
