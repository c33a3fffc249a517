control "container_not_root" {
  title    = "Programs in containers do not run as root"
  severity = "high"

  each  = container
  check = !container.effective.user_is_root || (container.init_process != null && container.init_process.uid != 0)

  message   = "${container.name} runs as root; its user is ${container.effective.user == "" ? "not set" : container.effective.user}"
  rationale = "Root inside a container is the host's root unless user ids are remapped. A flaw in the kernel or a careless mount then gives away the machine instead of one service."
  remediation {
    text       = "Give the image of ${container.name} a user of its own (USER 10001:10001 in its Dockerfile) or set user: \"10001:10001\" where the container is defined, and recreate it."
    impact     = "The program can no longer write files that root owns, nor bind ports below 1024 on older engines. Hand its data over to the new user first."
    disruption = "recreate"
  }
}

control "image_from_trusted_source" {
  param "sources" {
    type    = list(string)
    default = []
  }
  title    = "Images come from registries and repositories that you trust"
  severity = "medium"

  each  = image
  ask   = length(param.sources) == 0
  check = length(image.repo_digests) > 0 && none([for d in image.repo_digests : d if !any([for s in param.sources : startswith(d, s)])])

  evidence = [image.repo_tags, image.repo_digests, image.created]

  message   = "${image.name} comes from none of the trusted sources: ${join(", ", concat(image.repo_digests, length(image.repo_digests) == 0 ? ["built or loaded here, without a digest"] : []))}"
  rationale = "An image is somebody else's program with your data. Whoever can push to its repository decides what runs here."
  question  = "Is every image here, and the base that it was built on, from a publisher that you have chosen to trust?"
  procedure = <<-EOT
    List the images with their digests: docker image ls --digests.
    Hold each repository, and the FROM lines of the Dockerfiles behind your own images, against the list of approved sources.
    To have it decided from now on, give the parameter sources the prefixes that you trust, spelled as that list spells them:
    "registry.example.com/team/", or "nginx@" for an official image of Docker Hub.
  EOT
  remediation {
    text       = "Replace ${image.name} by an image from an approved source, pinned by digest, or add its repository to the approved ones after a review."
    impact     = "A different base image may lack packages that the program needs."
    disruption = "recreate"
  }
}

control "image_without_surplus_packages" {
  title     = "Images hold no packages that their program does not need"
  severity  = "low"
  rationale = "Every shell, compiler and package manager in an image is a tool for an intruder, and one more thing to patch."
  question  = "Do the images hold only what their programs need to run?"
  procedure = <<-EOT
    List the packages of each image that is in use, for instance with docker sbom IMAGE, syft IMAGE, or
    docker run --rm --entrypoint dpkg-query IMAGE -W on Debian bases.
    Look for compilers, editors, network tools, SSH servers and package managers, and ask of each who uses it at run time.
  EOT
  remediation {
    text       = "Build in one stage and copy the result into a small one: FROM … AS build, then FROM a slim or distroless base and COPY --from=build. Drop the rest."
    impact     = "Without a shell in the image, debugging needs docker debug or a container that joins its namespaces."
    disruption = "recreate"
  }
}

control "image_patched" {
  param "max_age_days" {
    type    = number
    default = 90
  }
  param "scanned" {
    type    = bool
    default = false
  }
  title    = "Images in use were rebuilt in the last ${param.max_age_days} days and are scanned for known flaws"
  severity = "high"

  each     = image
  when     = image.used
  when_not = "No container uses ${image.name}."
  ask      = image.age_days == null || (image.age_days <= param.max_age_days && !param.scanned)
  check    = image.age_days <= param.max_age_days
  evidence = [image.created, image.age_days, image.containers]

  message   = "${image.name} was built ${image.age_days} days ago; ${param.max_age_days} are allowed"
  rationale = "The packages in an image are as old as its last build. What was fixed since then is still open in every container that runs it."
  question  = "Was each image that is in use scanned lately, and was it rebuilt when the scan found something to fix?"
  procedure = <<-EOT
    Scan every image that is in use, for instance with trivy image IMAGE, grype IMAGE or docker scout cves IMAGE,
    and read what has a fix. An image younger than the limit may still have been built on an old base: look at the FROM line too.
    Where a pipeline scans every image before it is deployed, set the parameter scanned to true.
  EOT
  remediation {
    text       = "Rebuild ${image.name} without the build cache on a current base (docker build --pull --no-cache), scan it, and recreate ${join(", ", image.containers)}."
    impact     = "Newer packages may behave differently; test the rebuilt image before it replaces the old one."
    disruption = "recreate"
  }
}

control "image_signatures_enforced" {
  title     = "Only signed images are accepted, by a mechanism that is still served"
  severity  = "medium"
  rationale = "A signature ties an image to its builder, whichever registry or mirror it came through. Docker Content Trust, which the benchmark names, is superseded: its signing service is being shut down, and turning it on now breaks pulls of official images."
  question  = "What checks signatures or provenance before an image may run here, and does it refuse what is not signed?"
  procedure = <<-EOT
    DOCKER_CONTENT_TRUST=1 is what the benchmark asks for. Do not judge by it: it is a setting of each client's shell,
    and the signatures of official images began to expire in August 2025.
    Find out what takes its place: cosign verify or notation verify in the deployment, an admission policy,
    or a registry that serves signed images only. Try to deploy an unsigned image and see that it is refused.
  EOT
  remediation {
    text       = "Sign images where they are built (cosign sign, notation sign) and verify the signature in the step that deploys them. Leave DOCKER_CONTENT_TRUST unset."
    impact     = "Unsigned third-party images are refused until you sign a copy of your own."
    disruption = "none"
  }
}

control "image_health_probe" {
  title    = "Images in use say how to test whether their program works"
  severity = "low"

  each     = image
  when     = image.used
  when_not = "No container uses ${image.name}."
  check    = image.config.healthcheck != null && !contains(image.config.healthcheck.test, "NONE")

  message   = "${image.name} has no health check"
  rationale = "A process can be alive and useless. With a health check the engine notices, and what watches the engine can act."
  remediation {
    text       = "Add a HEALTHCHECK line to the Dockerfile of ${image.name}, such as HEALTHCHECK CMD [\"/app\", \"-check\"], rebuild, and recreate ${join(", ", image.containers)}."
    impact     = "A test that is too strict marks a slow but working service as unhealthy."
    disruption = "recreate"
  }
}
