control "container_no_engine_data" {
  param "paths" {
    type    = list(string)
    default = ["/var/lib/docker", "/var/lib/containerd", "/var/lib/containers", "/var/lib/kubelet"]
  }
  title    = "No container reaches the data of a container engine"
  severity = "critical"

  each  = container
  check = none([for p in container.host_paths : p.path if covers_path(p.path, concat(param.paths, [docker.info.docker_root_dir])) || within_path(p.path, concat(param.paths, [docker.info.docker_root_dir]))])

  message   = "${container.name} reaches ${join(", ", [for p in container.host_paths : p.path if covers_path(p.path, concat(param.paths, [docker.info.docker_root_dir])) || within_path(p.path, concat(param.paths, [docker.info.docker_root_dir]))])}, where an engine keeps its data"
  rationale = "The files, secrets and volumes of all other containers lie there. Who can write there decides what they run."
  remediation {
    text       = "Recreate ${container.name} without what it mounts on ${join(", ", [for p in container.host_paths : p.destination if covers_path(p.path, concat(param.paths, [docker.info.docker_root_dir])) || within_path(p.path, concat(param.paths, [docker.info.docker_root_dir]))])}. Mount single volumes by name, and take logs through a log driver."
    impact     = "Log shippers that read the engine's files need a log driver such as journald or fluentd instead."
    disruption = "recreate"
  }
}

control "container_host_logs_not_writable" {
  title    = "No container can write to the host's logs"
  severity = "medium"

  each  = container
  check = none([for p in container.host_paths : p.path if p.writable && (within_path(p.path, ["/var/log"]) || covers_path(p.path, ["/var/log"]))])

  message   = "${container.name} can write to ${join(", ", [for p in container.host_paths : p.path if p.writable && (within_path(p.path, ["/var/log"]) || covers_path(p.path, ["/var/log"]))])} of the host"
  rationale = "An intruder in the container can then wipe traces from the host's logs, and a symbolic link planted there makes log readers open other files as root."
  remediation {
    text       = "Recreate ${container.name} with :ro on ${join(", ", [for p in container.host_paths : p.path if p.writable && (within_path(p.path, ["/var/log"]) || covers_path(p.path, ["/var/log"]))])}, or let it log to its output and the engine's log driver."
    impact     = "A program that writes log files needs a volume of its own for them."
    disruption = "recreate"
  }
}

control "volume_no_system_paths" {
  param "paths" {
    type    = list(string)
    default = ["/boot", "/dev", "/etc", "/proc", "/root", "/run", "/sys", "/usr", "/var/lib/containerd", "/var/lib/docker", "/var/run"]
  }
  title    = "No volume stands for a system directory of the host"
  severity = "high"

  each     = volume
  when     = volume.bind_path != null
  when_not = "${volume.name} is no bind of a host directory."
  check    = !within_path(volume.bind_path, param.paths) && !covers_path(volume.bind_path, param.paths)

  message   = "The volume ${volume.name} is ${volume.bind_path} of the host${length(volume.used_by) > 0 ? ", used by ${join(", ", volume.used_by)}" : ""}"
  rationale = "A volume with the option o=bind looks harmless where it is used: only its name shows. Whoever mounts it gets the host's directory."
  remediation {
    text       = "Remove the containers that use ${volume.name} and then the volume (docker volume rm ${volume.name}); that leaves ${volume.bind_path} as it is. Give them a volume of the engine's own."
    impact     = "The containers no longer see the host's files."
    disruption = "recreate"
  }
}

control "volume_one_writer" {
  param "allowed" {
    type    = list(string)
    default = []
  }
  title    = "Only one container can write to each volume"
  severity = "low"

  each  = volume
  check = contains(param.allowed, volume.name) || length(volume.writers) <= 1

  message   = "${join(", ", volume.writers)} can all write to the volume ${volume.name}"
  rationale = "What one container writes, the other reads and perhaps runs. An intruder in the weaker one moves on to the other that way."
  remediation {
    text       = "Let one of ${join(", ", volume.writers)} write and mount ${volume.name} with :ro in the others. If both must write, add the volume to the parameter allowed."
    impact     = "A container that writes after all fails with \"read-only file system\"."
    disruption = "recreate"
  }
}

control "container_no_remote_engine" {
  title    = "No container is told to command an engine over plain TCP"
  severity = "high"

  each  = container
  check = container.docker_host == null || !startswith(container.docker_host, "tcp://")

  message   = "${container.name} has DOCKER_HOST=${container.docker_host} in its environment"
  rationale = "An engine that answers on TCP gives root on its machine to whoever can connect. The variable shows an intruder where it is."
  remediation {
    text       = "Recreate ${container.name} without DOCKER_HOST, or point it at a proxy that lets only the needed requests through, reachable from this container alone."
    impact     = "Tools that start or watch containers need the proxy."
    disruption = "recreate"
  }
}
