profile "cis-docker" {
  section "4" {
    title = "Images and how they are built"

    recommendation "4.1" {
      control    = "container_not_root"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["5"], cis_controls_v7 = ["4"] }
    }

    recommendation "4.2" {
      control    = "image_from_trusted_source"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["16.7"], cis_controls_v7 = ["5.2"] }
    }

    recommendation "4.3" {
      control    = "image_without_surplus_packages"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["4.8"], cis_controls_v7 = ["5.2"] }
    }

    recommendation "4.4" {
      control    = "image_patched"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["7.5"], cis_controls_v7 = ["18.3"] }
    }

    recommendation "4.5" {
      control    = "image_signatures_enforced"
      level      = 2
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["3"], cis_controls_v7 = ["13"] }
    }

    recommendation "4.6" {
      control    = "image_health_probe"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["16.12"], cis_controls_v7 = ["5.2"] }
    }

    recommendation "4.7" {
      control    = "image_package_index_fresh"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["16.7"], cis_controls_v7 = ["5.2"] }
    }

    recommendation "4.8" {
      control    = "image_without_setuid"
      level      = 2
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["5.4"], cis_controls_v7 = ["4"] }
    }

    recommendation "4.9" {
      control    = "image_copies_not_adds"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["16.7"], cis_controls_v7 = ["5.2"] }
    }

    recommendation "4.10" {
      control    = "image_without_secrets"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["3"], cis_controls_v7 = ["13"] }
    }

    recommendation "4.11" {
      control    = "image_packages_verified"
      level      = 2
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["2.2"], cis_controls_v7 = ["18.3"] }
    }

    recommendation "4.12" {
      control    = "image_artifacts_signed"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["2.7"], cis_controls_v7 = ["2.7"] }
    }
  }
}
