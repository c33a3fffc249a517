profile "cis-rhel-10" {
  section "2" {
    title = "Services"

    section "2.1" {
      title = "Servers that need a reason"

      recommendation "2.1.1" {
        control    = "service_absent_or_off"
        with       = { service = "The automounter", packages = ["autofs"], units = ["autofs.service"], why = "It mounts what somebody plugs in or names, without asking anybody." }
        level      = { server = 1, workstation = 2 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["10.3"], cis_controls_v7 = ["8.5"], iso_27001 = ["A.12.2.1"] }
      }

      recommendation "2.1.2" {
        control    = "service_absent_or_off"
        with       = { service = "Avahi", packages = ["avahi"], units = ["avahi-daemon.socket", "avahi-daemon.service"], why = "It announces this machine and its services to the whole local network." }
        level      = { server = 1, workstation = 2 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "2.1.3" {
        control    = "service_absent_or_off"
        with       = { service = "The web console Cockpit", packages = ["cockpit"], units = ["cockpit.socket", "cockpit.service"], why = "It gives administration of the machine to a browser." }
        level      = { server = 2, workstation = 2 }
        assessment = "automated"
      }

      recommendation "2.1.4" {
        control    = "service_absent_or_off"
        with       = { service = "The DHCP server Kea", packages = ["kea"], units = ["kea-dhcp4.service", "kea-dhcp6.service", "kea-dhcp-ddns.service"], why = "A second DHCP server gives other machines wrong addresses, routers and name servers." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "2.1.5" {
        control    = "service_absent_or_off"
        with       = { service = "The name server BIND", packages = ["bind"], units = ["named.service"], why = "A name server answers queries from the network, and is asked by strangers." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "2.1.6" {
        control    = "service_absent_or_off"
        with       = { service = "dnsmasq", packages = ["dnsmasq"], units = ["dnsmasq.service"], why = "It answers DNS and DHCP queries of the network." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "2.1.7" {
        control    = "service_absent_or_off"
        with       = { service = "The FTP server vsftpd", packages = ["vsftpd"], units = ["vsftpd.service"], why = "FTP sends passwords and files in clear text." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "2.1.8" {
        control    = "service_absent_or_off"
        with       = { service = "A mail server", packages = ["dovecot", "cyrus-imapd"], units = ["dovecot.socket", "dovecot.service", "cyrus-imapd.service"], why = "They let people read mail over the network." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "2.1.9" {
        control    = "service_absent_or_off"
        with       = { service = "The NFS server", packages = ["nfs-utils"], units = ["nfs-server.service"], why = "It exports directories to other machines, which it believes on who is who." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "2.1.10" {
        control    = "service_absent_or_off"
        with       = { service = "The print server CUPS", packages = ["cups"], units = ["cups.socket", "cups.service"], why = "It takes jobs, and looks for printers on the network." }
        level      = { server = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "2.1.11" {
        control    = "service_absent_or_off"
        with       = { service = "rpcbind", packages = ["rpcbind"], units = ["rpcbind.socket", "rpcbind.service"], why = "It tells everybody on which ports RPC services listen, and can be used to amplify floods." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "2.1.12" {
        control    = "service_absent_or_off"
        with       = { service = "The rsync server", packages = ["rsync-daemon"], units = ["rsyncd.socket", "rsyncd.service"], why = "It serves files unencrypted." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "2.1.13" {
        control    = "service_absent_or_off"
        with       = { service = "The file server Samba", packages = ["samba"], units = ["smb.service"], why = "It shares directories and printers with Windows machines." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "2.1.14" {
        control    = "service_absent_or_off"
        with       = { service = "The SNMP server", packages = ["net-snmp"], units = ["snmpd.service"], why = "It tells about the machine, in older versions of the protocol to whoever knows a community string sent in clear text." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "2.1.15" {
        control    = "service_absent_or_off"
        with       = { service = "The telnet server", packages = ["telnet-server"], units = ["telnet.socket"], why = "telnet sends passwords and sessions in clear text." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["2.6", "9.2"], nist_800_53 = ["CM-7"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.12.5.1", "A.12.6.2", "A.13.1.3"] }
      }

      recommendation "2.1.16" {
        control    = "service_absent_or_off"
        with       = { service = "The TFTP server", packages = ["tftp-server"], units = ["tftp.socket", "tftp.service"], why = "TFTP moves files without authentication or encryption." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "2.1.17" {
        control    = "service_absent_or_off"
        with       = { service = "The web proxy Squid", packages = ["squid"], units = ["squid.service"], why = "A proxy reaches other machines in the name of this one." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "2.1.18" {
        control    = "service_absent_or_off"
        with       = { service = "A web server", packages = ["httpd", "nginx"], units = ["httpd.socket", "httpd.service", "nginx.service"], why = "A web server answers the whole network, with all the code behind it." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "2.1.19" {
        control    = "gdm_absent"
        level      = { server = 2 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "2.1.20" {
        control    = "package_absent"
        with       = { packages = ["xorg-x11-server-Xwayland"], why = "A server that nobody sits at needs no display server, which is large and runs with many rights." }
        level      = { server = 2 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["2.6"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.12.5.1", "A.12.6.2"] }
      }

      recommendation "2.1.21" {
        control    = "mail_local_only"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "2.1.22" {
        control    = "listening_ports_approved"
        level      = { server = 1, workstation = 1 }
        assessment = "manual"
      }
    }

    section "2.2" {
      title = "Clients that need a reason"

      recommendation "2.2.1" {
        control    = "package_absent"
        with       = { packages = ["ftp"], why = "FTP sends passwords and files in clear text." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], nist_800_53 = ["CM-7"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }

      recommendation "2.2.2" {
        control    = "package_absent"
        with       = { packages = ["openldap-clients"], why = "The LDAP tools are for machines whose administrators query a directory by hand." }
        level      = { server = 2, workstation = 2 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["2.6"], nist_800_53 = ["CM-7"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.12.5.1", "A.12.6.2"] }
      }

      recommendation "2.2.3" {
        control    = "package_absent"
        with       = { packages = ["telnet"], why = "telnet sends passwords and sessions in clear text." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["2.6"], nist_800_53 = ["CM-7"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.12.5.1", "A.12.6.2"] }
      }

      recommendation "2.2.4" {
        control    = "package_absent"
        with       = { packages = ["tftp"], why = "TFTP moves files without authentication or encryption." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["9.2"], nist_800_53 = ["CM-7"], pci_dss_v4 = ["1.2.5", "2.2.4", "6.4.1"], iso_27001 = ["A.13.1.3"] }
      }
    }

    section "2.3" {
      title = "Time"

      recommendation "2.3.1" {
        control    = "packages_present"
        with       = { packages = ["chrony"], why = "Logs of several machines can be held against each other only where their clocks agree." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["8.4"], cis_controls_v7 = ["6.1"], nist_800_53 = ["AU-12", "AU-3"], pci_dss_v4 = ["10.6", "10.6.1", "10.6.2", "10.6.3"], iso_27001 = ["A.12.4.4"] }
      }

      recommendation "2.3.2" {
        control    = "chrony_servers"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["8.4"], cis_controls_v7 = ["6.1"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.6", "10.6.1", "10.6.2", "10.6.3"], iso_27001 = ["A.12.4.4"] }
      }

      recommendation "2.3.3" {
        control    = "chrony_not_root"
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["8.4"], cis_controls_v7 = ["6.1"], nist_800_53 = ["AU-7"], pci_dss_v4 = ["10.6", "10.6.1", "10.6.2", "10.6.3"], iso_27001 = ["A.12.4.4"] }
      }
    }

    section "2.4" {
      title = "Scheduled jobs"

      section "2.4.1" {
        title = "cron"

        recommendation "2.4.1.1" {
          control    = "unit_running_if_installed"
          with       = { package = "cronie", unit = "crond.service", why = "Updates, rotation of logs and checks of integrity are jobs of cron on many machines; when it stands still they are not done, and nobody notices." }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
        }

        recommendation "2.4.1.2" {
          control    = "job_files_restricted"
          with       = { paths = ["/etc/crontab"], mode = "0600" }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-3", "MP-2"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }

        recommendation "2.4.1.3" {
          control    = "job_files_restricted"
          with       = { paths = ["/etc/cron.hourly"], mode = "0700" }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }

        recommendation "2.4.1.4" {
          control    = "job_files_restricted"
          with       = { paths = ["/etc/cron.daily"], mode = "0700" }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }

        recommendation "2.4.1.5" {
          control    = "job_files_restricted"
          with       = { paths = ["/etc/cron.weekly"], mode = "0700" }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }

        recommendation "2.4.1.6" {
          control    = "job_files_restricted"
          with       = { paths = ["/etc/cron.monthly"], mode = "0700" }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }

        recommendation "2.4.1.7" {
          control    = "job_files_restricted"
          with       = { paths = ["/etc/cron.yearly"], mode = "0700" }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
        }

        recommendation "2.4.1.8" {
          control    = "job_files_restricted"
          with       = { paths = ["/etc/cron.d"], mode = "0700" }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-3", "MP-2"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }

        recommendation "2.4.1.9" {
          control    = "job_users_listed"
          with       = { allow = "/etc/cron.allow", deny = "/etc/cron.deny", packages = ["cronie"] }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
          mappings   = { cis_controls_v8 = ["3.3"], cis_controls_v7 = ["14.6"], nist_800_53 = ["AC-5", "AC-6"], pci_dss_v4 = ["1.3.1", "7.1"], iso_27001 = ["A.9.1.1"] }
        }
      }

      section "2.4.2" {
        title = "at"

        recommendation "2.4.2.1" {
          control    = "job_users_listed"
          with       = { allow = "/etc/at.allow", deny = "/etc/at.deny", groups = ["daemon"], packages = ["at"] }
          level      = { server = 1, workstation = 1 }
          assessment = "automated"
        }
      }
    }
  }
}
