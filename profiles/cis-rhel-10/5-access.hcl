profile "cis-rhel-10" {
  section "5" {
    title = "Access"

    section "5.2" {
      title = "Privilege escalation"

      recommendation "5.2.1" {
        control    = "packages_present"
        with       = { packages = ["sudo"], why = "sudo gives single commands to single accounts, and writes down who used them." }
        level      = { server = 1, workstation = 1 }
        assessment = "automated"
        mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4.3"], nist_800_53 = ["AC-6(2)", "AC-6(5)"], iso_27001 = ["A.9.2.3"] }
      }
    }
  }
}
