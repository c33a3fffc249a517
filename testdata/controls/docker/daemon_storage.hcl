case "engine_storage_driver_not" "pass" {
  docker = { daemon = { storage_driver = "overlay2" } }
  with   = { driver = "aufs" }
}

case "engine_storage_driver_not" "fail" {
  docker  = { daemon = { storage_driver = "devicemapper" } }
  with    = { driver = "devicemapper" }
  message = "The engine stores layers with devicemapper"
}

case "engine_storage_driver_not" "unknown" {
  docker = { daemon = { running = true } }
  with   = { driver = "aufs" }
}

case "engine_base_size_default" "pass" {
  docker = { daemon = { storage_driver = "devicemapper", storage_opts = ["dm.thinpooldev=/dev/mapper/docker-pool"] } }
}

case "engine_base_size_default" "fail" {
  docker  = { daemon = { storage_driver = "devicemapper", storage_opts = ["dm.thinpooldev=/dev/mapper/docker-pool", "dm.basesize=50G"] } }
  message = "dm.basesize=50G changes how far a container's disk can grow"
}

case "engine_base_size_default" "unknown" {
  docker = { daemon = { storage_driver = "devicemapper" } }
}

case "engine_base_size_default" "not_applicable" {
  docker = { daemon = { storage_driver = "overlay2", storage_opts = [] } }
}
