profile "cis-docker" {
  section "6" {
    title = "Day-to-day operation"

    recommendation "6.1" {
      control    = "engine_few_unused_images"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["16.10"], cis_controls_v7 = ["5.3"] }
    }

    recommendation "6.2" {
      control    = "engine_few_stopped_containers"
      level      = 1
      assessment = "manual"
      mappings   = { cis_controls_v8 = ["3.12", "4"], cis_controls_v7 = ["5.1"] }
    }
  }
}
