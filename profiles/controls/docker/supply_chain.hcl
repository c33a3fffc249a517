control "image_has_version" {
  title    = "Images in use carry a version, not latest"
  severity = "medium"

  each     = image
  when     = image.used
  when_not = "No container uses ${image.name}."
  check    = !image.floating_tag

  message   = "${image.name} has no tag that says which version it is"
  rationale = "latest is whatever was pushed last. Nobody can say what runs, go back to what ran yesterday, or tell an update from an attack."
  remediation {
    text       = "Tag ${image.name} with a version, name that version (or its digest) where ${join(", ", image.containers)} are defined, and recreate them."
    impact     = "Updates no longer arrive by themselves: let a bot propose them."
    disruption = "recreate"
  }
}

control "image_has_digest" {
  title    = "Images in use can be traced to a registry"
  severity = "low"

  each     = image
  when     = image.used
  when_not = "No container uses ${image.name}."
  check    = length(image.repo_digests) > 0

  message   = "${image.name} was built or loaded on this machine and came from no registry"
  rationale = "An image without a digest exists here only. Nobody scanned it on its way, nobody else can check what is in it, and it is gone with the disk."
  remediation {
    text       = "Build ${image.name} in a pipeline that scans it and pushes it to a registry, then recreate ${join(", ", image.containers)} from there."
    impact     = "None, if the pipeline builds from the same sources."
    disruption = "recreate"
  }
}

control "container_image_pinned" {
  title    = "Containers name their image by digest"
  severity = "low"

  each  = container
  check = matches("(^|@)sha256:[0-9a-f]{64}$", container.config.image)

  message   = "${container.name} takes whatever ${container.config.image} means when it is created"
  rationale = "A tag can be moved to other contents, by its owner or by whoever took over the account. A digest names the contents themselves."
  remediation {
    text       = "Name the image of ${container.name} as ${container.config.image}@sha256:…, with the digest that docker buildx imagetools inspect ${container.config.image} prints, and recreate it."
    impact     = "Updates no longer arrive by themselves: let a bot propose new digests."
    disruption = "recreate"
  }
}

control "engine_mirrors_encrypted" {
  title    = "The engine asks registry mirrors over TLS only"
  severity = "high"

  check = none([for m in docker.info.registry_mirrors : m if !startswith(m, "https://")])

  message   = "The engine uses mirrors without TLS: ${join(", ", [for m in docker.info.registry_mirrors : m if !startswith(m, "https://")])}"
  rationale = "A mirror answers which digest a tag has. Without TLS, everyone on the way can answer with an old image, or with one of their own."
  remediation {
    text       = "Give the mirrors a certificate, write https:// for ${join(", ", [for m in docker.info.registry_mirrors : m if !startswith(m, "https://")])} under \"registry-mirrors\" in ${docker.daemon.config_file}, and reload the engine."
    impact     = "Pulls go to Docker Hub until the mirror answers over TLS."
    disruption = "reload"
  }
}
