control "image_user_not_root" {
  title    = "Images in use name a user other than root"
  severity = "medium"

  each     = image
  when     = image.used
  when_not = "No container uses ${image.name}."
  check    = !image.user_is_root

  message   = "${image.name} starts as root (USER ${image.config.user == "" ? "is not set" : image.config.user})"
  rationale = "Who starts the image without thinking gets root. An image that names a user is safe by default, whoever runs it."
  remediation {
    text       = "End the Dockerfile of ${image.name} with USER 10001:10001, make its files belong to that user, rebuild, and recreate ${join(", ", image.containers)}."
    impact     = "The program can no longer write root's files; volumes that exist must change hands."
    disruption = "recreate"
  }
}

control "image_no_management_ports" {
  param "ports" {
    type    = list(string)
    default = ["22/tcp", "23/tcp", "2375/tcp", "2376/tcp", "3389/tcp", "5900/tcp"]
  }
  title    = "No image offers a port for remote control"
  severity = "medium"

  each  = image
  check = none(setintersection(image.config.exposed_ports, param.ports))

  message   = "${image.name} exposes ${join(", ", setintersection(image.config.exposed_ports, param.ports))}"
  rationale = "An image that exposes SSH or the engine's port was built to be logged into, and -P would open it to everyone."
  remediation {
    text       = "Take EXPOSE for ${join(", ", setintersection(image.config.exposed_ports, param.ports))}, and the server behind it, out of the Dockerfile of ${image.name}, and rebuild."
    impact     = "Nobody can log in through that port; use docker exec."
    disruption = "recreate"
  }
}

control "image_no_system_volumes" {
  param "paths" {
    type    = list(string)
    default = ["/bin", "/boot", "/dev", "/etc", "/lib", "/lib64", "/proc", "/run", "/sbin", "/sys", "/usr"]
  }
  title    = "No image declares a volume on a system directory"
  severity = "low"

  each  = image
  check = none([for v in image.config.volumes : v if within_path(v, param.paths) || v == "/"])

  message   = "${image.name} declares volumes on ${join(", ", [for v in image.config.volumes : v if within_path(v, param.paths) || v == "/"])}"
  rationale = "Such a volume stays writable when the root file system is read-only, and keeps old programs and settings alive when the image is updated."
  remediation {
    text       = "Take VOLUME for ${join(", ", [for v in image.config.volumes : v if within_path(v, param.paths) || v == "/"])} out of the Dockerfile of ${image.name}, rebuild, and recreate its containers with new anonymous volumes (docker compose up -V)."
    impact     = "What was written to the volume must be moved by hand."
    disruption = "recreate"
  }
}
