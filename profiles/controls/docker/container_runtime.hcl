control "container_healthy" {
  title    = "Running containers report that they are healthy"
  severity = "medium"

  each     = container
  when     = container.state.running && !container.kubernetes
  when_not = "${container.name} ${container.kubernetes ? "is probed by the kubelet" : "is not running"}."
  ask      = container.state.health != null && container.state.health.status == "starting"
  check    = container.state.health != null && container.state.health.status == "healthy"
  evidence = [container.state, container.config.healthcheck]

  message   = "${container.name} ${container.state.health == null ? "has no health check" : "is ${container.state.health.status}"}"
  rationale = "The engine knows only that a process exists. A health check tells it, and everything that watches it, whether the service answers."
  question  = "The container has just started; does it become healthy?"
  procedure = "Wait for its start period to end, then look again: docker inspect --format '{{.State.Health.Status}}' NAME. The log of the last probes is in .State.Health.Log."
  remediation {
    text       = container.state.health == null ? "Give ${container.name} a test of its service: HEALTHCHECK in its image, or --health-cmd when it is recreated." : "Find out why ${container.name} is ${container.state.health.status}: docker inspect --format '{{json .State.Health.Log}}' ${container.name}."
    impact     = "The test runs inside the container every few seconds; keep it light."
    disruption = "recreate"
  }
}

control "container_image_current" {
  param "pulled" {
    type    = bool
    default = false
  }
  title    = "Containers run the current image of their tag"
  severity = "medium"

  each     = container
  ask      = container.image_current == null || (container.image_current && !param.pulled)
  check    = container.image_current
  evidence = [container.image_name, container.image_created, container.image_current]

  message   = "${container.name} still runs an older image than the one that ${container.image_name} names on this machine"
  rationale = "Pulling a newer image changes nothing for a container that is already running. It keeps the old one, with its flaws, until it is recreated."
  question  = "Is the image that this container runs the newest one of its tag in the registry?"
  procedure = <<-EOT
    The audit asks no registry. Compare the digest of the local image with the registry's:
    docker image inspect --format '{{index .RepoDigests 0}}' IMAGE and docker buildx imagetools inspect IMAGE.
    If the tag is gone from this machine, ask why the container was left behind.
    Where images are pulled on a schedule, set the parameter pulled to true: then the local tag decides.
  EOT
  remediation {
    text       = "Recreate ${container.name} from ${container.image_name}; with compose: docker compose up -d --pull always."
    impact     = "The newer image may behave differently."
    disruption = "recreate"
  }
}

control "container_no_privileged_exec" {
  param "watched" {
    type    = bool
    default = false
  }
  title    = "Nobody opens privileged sessions in containers"
  severity = "high"

  each     = container
  ask      = !param.watched && none([for s in container.exec_sessions : s.id if s.privileged])
  check    = none([for s in container.exec_sessions : "privileged, user ${s.user == "" ? "of the container" : s.user}" if s.privileged])
  evidence = [container.exec_sessions]

  message   = "${container.name} has a privileged session open (user ${join(", ", [for s in container.exec_sessions : s.user == "" ? "of the container" : s.user if s.privileged])})"
  rationale = "docker exec --privileged gives one session every capability and device of the host, whatever the container itself was denied."
  question  = "Were privileged sessions opened in the past?"
  procedure = <<-EOT
    The engine shows only sessions that are open now. Search the audit log for the engine's client:
    ausearch -k docker | grep exec | grep privileged. Programs that talk to the API directly leave no command line;
    an authorization plugin or a proxy before the socket sees those too.
    Where one of them watches for such calls, set the parameter watched to true.
  EOT
  remediation {
    text       = "Ask who opened the session in ${container.name} and end it. If the container lacks a right for its work, grant that one when it is recreated."
    impact     = "Debugging that needs more rights must use a container of its own."
    disruption = "none"
  }
}

control "container_no_root_exec" {
  param "watched" {
    type    = bool
    default = false
  }
  title    = "Nobody opens sessions as root in containers"
  severity = "medium"

  each     = container
  ask      = !param.watched && none([for s in container.exec_sessions : s.id if matches("^(0+|root)(:.*)?$", s.user)])
  check    = none([for s in container.exec_sessions : "user ${s.user}" if matches("^(0+|root)(:.*)?$", s.user)])
  evidence = [container.exec_sessions, container.effective.user]

  message   = "${container.name} has a session open as root"
  rationale = "A container that runs as an ordinary user loses that protection for every program that somebody starts in it as root."
  question  = "Were sessions opened as root in the past?"
  procedure = <<-EOT
    The engine shows only sessions that are open now. Search the audit log for the engine's client:
    ausearch -k docker | grep exec | grep -E 'user|-u'. Look for root and for user id 0.
    Where an authorization plugin or a proxy before the socket watches for such calls, set the parameter watched to true.
  EOT
  remediation {
    text       = "Ask who opened the session in ${container.name} and end it. Use docker exec without --user, which takes the container's own user."
    impact     = "Installing packages in a running container is no longer possible; build a new image instead."
    disruption = "none"
  }
}
