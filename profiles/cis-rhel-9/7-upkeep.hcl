profile "cis-rhel-9" {
  section "7" {
    title = "Upkeep"

    section "7.1" {
      title = "Permissions of system files"

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
