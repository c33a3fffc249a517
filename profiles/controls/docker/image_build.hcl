control "image_package_index_fresh" {
  title    = "No image was built with an old package index in its cache"
  severity = "low"

  each  = image
  ask   = none([for h in image.history : h.created_by if h.created_by != ""])
  check = none(image.update_only_layers)

  message   = "${image.name} refreshes its package index in a layer of its own: ${join("; ", image.update_only_layers)}"
  rationale = "A build step that only refreshes the package index is cached. Later builds reuse it and install versions that were current long ago."
  question  = "Does the build of this image refresh the package index and install packages in one step?"
  procedure = <<-EOT
    The image carries no build history, so read the Dockerfile that it was built from.
    Look for RUN apt-get update, apk update, dnf makecache and their like on a line of their own.
  EOT
  remediation {
    text       = "In the Dockerfile of ${image.name}, refresh and install in one RUN line (apt-get update && apt-get install -y …), then rebuild with --no-cache."
    impact     = "The rebuilt image gets newer packages."
    disruption = "recreate"
  }
}

control "image_without_setuid" {
  title     = "Images hold no setuid or setgid programs beyond those they need"
  severity  = "medium"
  rationale = "A setuid program hands root to whoever starts it. Few services need one, and base images bring a dozen."
  question  = "Which setuid and setgid programs do the images hold, and does anything need them?"
  procedure = <<-EOT
    An audit does not unpack images: that reads every byte of them. For each image, run
    docker export $(docker create IMAGE) | tar -tv | grep -E '^-..[sS]|^-.....[sS]'
    and remove the container again. su, mount, passwd and chsh come with most bases and are rarely needed.
    Containers with no_new_privileges cannot gain anything from such a program: see what the audit says about them.
  EOT
  remediation {
    text       = "Take the bits away in the Dockerfile: RUN find / -xdev -perm /6000 -type f -exec chmod a-s {} +. Or run the containers with --security-opt no-new-privileges, which makes the bits harmless."
    impact     = "Programs such as su, sudo and ping may stop working inside the container."
    disruption = "recreate"
  }
}

control "image_copies_not_adds" {
  title    = "Images were built with COPY, not with ADD"
  severity = "low"

  each  = image
  ask   = none([for h in image.history : h.created_by if h.created_by != ""])
  check = none(image.add_instructions)

  message   = "${image.name} was built with ADD: ${join("; ", image.add_instructions)}"
  rationale = "ADD fetches from the network and unpacks archives without being asked. COPY does what it says, with files that are in the build context."
  question  = "Was this image built without ADD?"
  procedure = "The image carries no build history, so read the Dockerfile that it was built from and look for lines that begin with ADD."
  remediation {
    text       = "In the Dockerfile of ${image.name}, write COPY for local files. For a download, use ADD --checksum=sha256:… or fetch and verify it in a RUN line. Rebuild."
    impact     = "ADD unpacks local archives; after a change to COPY the Dockerfile must do so itself."
    disruption = "recreate"
  }
}

control "image_without_secrets" {
  title    = "No image carries a password, key or token"
  severity = "high"

  each  = image
  check = none([for s in image.secrets : s.where])

  message   = "${image.name} seems to carry secrets: ${join(", ", [for s in image.secrets : "${s.kind} in ${s.where}"])}"
  rationale = "Everyone who can pull an image can read all its layers, its environment and the commands that built it. Deleting a file in a later layer does not take it away."
  remediation {
    text       = "Treat ${join(", ", [for s in image.secrets : s.where])} of ${image.name} as known to others: replace the secrets, then rebuild with RUN --mount=type=secret for build secrets and hand the others over at run time."
    impact     = "The program must read its secret from a file or a secret store."
    disruption = "recreate"
  }
}

control "image_packages_verified" {
  title    = "Images install only software whose signature was checked"
  severity = "high"

  each  = image
  ask   = none([for h in image.history : h.created_by if h.created_by != ""])
  check = none(image.insecure_installs)

  message   = "${image.name} was built without checking what it installs: ${join("; ", image.insecure_installs)}"
  rationale = "Package managers verify signatures unless they are told not to. An option that turns this off, or a script piped into a shell, lets whoever sits on the network choose what is installed."
  question  = "Does the build of this image check the signature or the checksum of everything that it installs?"
  procedure = <<-EOT
    The image carries no build history, so read the Dockerfile that it was built from. Look for --allow-unauthenticated,
    --allow-untrusted, --nogpgcheck, [trusted=yes], curl -k, and for downloads that are run without a checksum.
  EOT
  remediation {
    text       = "Change the build of ${image.name}: add the repository's signing key instead of skipping the check, and compare downloads with a checksum that is written in the Dockerfile. Rebuild."
    impact     = "A build fails when a download changes without notice. That is the purpose."
    disruption = "recreate"
  }
}

control "image_artifacts_signed" {
  title     = "What is built here is signed, and checked before it is used"
  severity  = "medium"
  rationale = "Between the build and the machine that runs it, an image passes through registries, caches and people. A signature or an attestation shows that nothing was exchanged on the way."
  question  = "Are the images and other artifacts that your builds publish signed, and is the signature checked where they are used?"
  procedure = <<-EOT
    Ask for each published image whether it has a signature or a provenance attestation:
    cosign verify IMAGE@DIGEST, cosign verify-attestation IMAGE@DIGEST, or docker buildx imagetools inspect IMAGE.
    Then look at the step that deploys it: it should name the image by digest and verify before it pulls.
  EOT
  remediation {
    text       = "Have the build sign what it publishes (cosign sign, notation sign) and attach provenance (docker buildx build --provenance=mode=max --sbom=true). Verify both in the deployment."
    impact     = "A deployment stops when a signature is missing."
    disruption = "none"
  }
}
