# Where layers are kept. The two retired drivers left the engine with releases 24
# and 25, so a newer engine passes by itself.

control "engine_storage_driver_not" {
  param "driver" {
    type = string
  }
  title    = "The engine does not store layers with ${param.driver}"
  severity = "medium"

  check = docker.daemon.storage_driver != param.driver

  message   = "The engine stores layers with ${param.driver}"
  rationale = "Nobody mends ${param.driver} any more, and the engine has dropped it. An engine that still uses it is cut off from every later security fix."
  remediation {
    text       = "Save images with docker save, back up the volumes, set \"storage-driver\": \"overlay2\" in ${docker.daemon.config_file}, restart dockerd, and load the images again."
    impact     = "Images and containers in the old store are out of sight after the change."
    disruption = "recreate"
  }
}

control "engine_base_size_default" {
  title    = "The size of a container's base device is left alone"
  severity = "low"

  when     = docker.daemon.storage_driver == "devicemapper"
  when_not = "Only the storage driver devicemapper has base devices; this engine uses ${docker.daemon.storage_driver}."
  check    = none([for o in docker.daemon.storage_opts : o if startswith(o, "dm.basesize")])

  message   = "${join(", ", [for o in docker.daemon.storage_opts : o if startswith(o, "dm.basesize")])} changes how far a container's disk can grow"
  rationale = "A larger base lets each container and image take that much more of a shared pool; when the pool is full, all of them fail together."
  remediation {
    text       = "Remove dm.basesize from \"storage-opts\" in ${docker.daemon.config_file} and restart dockerd; better, leave devicemapper for overlay2."
    impact     = "Images that need more room than the default no longer start. A base that was made larger does not shrink by itself."
    disruption = "restart_daemon"
  }
}
