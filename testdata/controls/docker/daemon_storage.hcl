case "engine_storage_driver_not" "pass" {
  docker = { info = { driver = "overlay2" } }
  with   = { driver = "aufs" }
}

case "engine_storage_driver_not" "fail" {
  docker  = { info = { driver = "devicemapper", server_version = "19.03.15" } }
  with    = { driver = "devicemapper" }
  message = "The engine 19.03.15 stores layers with devicemapper"
}

case "engine_storage_driver_not" "unknown" {
  docker = { info = { server_version = "19.03.15" } }
  with   = { driver = "aufs" }
}

case "engine_base_size_default" "pass" {
  docker = { info = { driver = "devicemapper" }, daemon = { storage_opts = ["dm.thinpooldev=/dev/mapper/docker-pool"] } }
}

case "engine_base_size_default" "fail" {
  docker  = { info = { driver = "devicemapper" }, daemon = { storage_opts = ["dm.thinpooldev=/dev/mapper/docker-pool", "dm.basesize=50G"] } }
  message = "dm.basesize=50G changes how far a container's disk can grow"
}

case "engine_base_size_default" "unknown" {
  docker = { info = { driver = "devicemapper" } }
}

case "engine_base_size_default" "not_applicable" {
  docker = { info = { driver = "overlay2" }, daemon = { storage_opts = [] } }
}
