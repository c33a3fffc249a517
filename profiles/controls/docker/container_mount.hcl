control "container_no_system_mounts" {
  param "paths" {
    type    = list(string)
    default = ["/boot", "/dev", "/etc", "/lib", "/proc", "/sys", "/usr"]
  }
  param "readable" {
    type    = list(string)
    default = ["/etc/localtime", "/etc/timezone", "/usr/share/zoneinfo"]
  }
  title    = "No system directory of the host is mounted into a container"
  severity = "high"

  each  = container
  check = none([for p in container.host_paths : "${p.path}${p.writable ? "" : " (read-only)"}" if(covers_path(p.path, param.paths) || within_path(p.path, param.paths)) && (p.writable || !within_path(p.path, param.readable))])

  message   = "${container.name} mounts ${join(", ", [for p in container.host_paths : "${p.path}${p.writable ? "" : " (read-only)"}" if(covers_path(p.path, param.paths) || within_path(p.path, param.paths)) && (p.writable || !within_path(p.path, param.readable))])} from the host"
  rationale = "Writing to these directories changes what the host runs at its next boot or login. Reading them gives away passwords, keys and what to attack."
  remediation {
    text       = "Recreate ${container.name} without what it mounts on ${join(", ", [for p in container.host_paths : p.destination if(covers_path(p.path, param.paths) || within_path(p.path, param.paths)) && (p.writable || !within_path(p.path, param.readable))])}. Copy the few files that it needs into the image, or into a volume or config of its own."
    impact     = "Agents that inspect the host need another way, such as running on the host itself."
    disruption = "recreate"
  }
}

control "container_no_engine_socket" {
  param "sockets" {
    type = list(string)
    default = [
      "/run/docker.sock", "/var/run/docker.sock", "/run/containerd/containerd.sock", "/run/docker/containerd/containerd.sock",
      "/run/podman/podman.sock", "/run/crio/crio.sock",
    ]
  }
  title    = "No container can reach the socket of a container engine"
  severity = "critical"

  each  = container
  check = none([for p in container.host_paths : p.path if covers_path(p.path, param.sockets)]) && none([for p in container.host_paths : p.path if covers_path(p.path, docker.daemon.unix_sockets)])

  message   = "${container.name} can reach a container engine's socket through ${join(", ", [for p in container.host_paths : p.path if covers_path(p.path, param.sockets) || covers_path(p.path, docker.daemon.unix_sockets)])}"
  rationale = "Whoever talks to the engine can start a privileged container and is root on the host. Mounting the socket read-only does not change that, and a directory above it brings the socket along."
  remediation {
    text       = "Recreate ${container.name} without what it mounts on ${join(", ", [for p in container.host_paths : p.destination if covers_path(p.path, param.sockets) || covers_path(p.path, docker.daemon.unix_sockets)])}. If it must ask the engine, put a proxy between them that lets only the needed GET requests through."
    impact     = "Tools that start or watch containers (CI runners, Portainer, Traefik, Watchtower) need the proxy or another way."
    disruption = "recreate"
  }
}

control "container_private_propagation" {
  title    = "No mount of a container is shared back with the host"
  severity = "medium"

  each  = container
  check = none([for m in container.mounts : m.source if contains(["shared", "rshared"], m.propagation)])

  message   = "${container.name} shares mounts below ${join(", ", [for m in container.mounts : m.source if contains(["shared", "rshared"], m.propagation)])} with the host"
  rationale = "With shared propagation, a file system that the container mounts there appears on the host and in every container that shares the place."
  remediation {
    text       = "Recreate ${container.name} with the propagation rprivate on ${join(", ", [for m in container.mounts : m.destination if contains(["shared", "rshared"], m.propagation)])}, or with rslave when it must see mounts of the host."
    impact     = "Storage plugins that mount volumes for the host need shared propagation; waive those by name."
    disruption = "recreate"
  }
}

control "container_read_only_root" {
  title    = "The root file system of each container is read-only"
  severity = "medium"

  each  = container
  check = container.host_config.readonly_rootfs

  message   = "${container.name} can write to its root file system"
  rationale = "An intruder cannot leave tools behind or replace the program when the root file system does not take writes. What must be written has a volume, where you can see it."
  remediation {
    text       = "Recreate ${container.name} with --read-only, and with --tmpfs /tmp and volumes for the places that it writes to. docker diff ${container.name} lists them."
    impact     = "A program that writes elsewhere fails until that place gets a volume or a tmpfs."
    disruption = "recreate"
  }
}

control "container_no_devices" {
  param "allowed" {
    type    = list(string)
    default = []
  }
  title    = "No device of the host is handed to a container"
  severity = "high"

  each  = container
  check = none([for d in container.host_config.devices : d.path_on_host if !contains(param.allowed, d.path_on_host)])

  message   = "${container.name} has the host's ${join(", ", [for d in container.host_config.devices : d.path_on_host if !contains(param.allowed, d.path_on_host)])}"
  rationale = "A device goes straight to the kernel driver, past the file system's rights. With a disk, that is every file on it."
  remediation {
    text       = "Recreate ${container.name} without --device ${join(" --device ", [for d in container.host_config.devices : d.path_on_host if !contains(param.allowed, d.path_on_host)])}. If it needs the device, grant the least access (:r instead of :rwm) and add the path to the parameter allowed."
    impact     = "What the program did with the device stops."
    disruption = "recreate"
  }
}
