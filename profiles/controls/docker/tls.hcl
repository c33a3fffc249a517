# Certificates: those of registries, below certs.d, and the engine's own for its
# network port.

control "registry_certificates_owner" {
  title    = "Certificates for registries belong to root"
  severity = "high"

  when     = any([for d in docker.daemon.config_directories : file("${d}/certs.d").exists])
  when_not = "The engine has no directory certs.d: no registry has a certificate of its own."
  check = none([
    for f in concat([for d in docker.daemon.config_directories : file_tree("${d}/certs.d").files]...) : "${f.path} ${f.owner}:${f.group}"
    if !(f.uid == 0 && f.gid == 0 || docker.daemon.rootless && f.uid == docker.daemon.euid)
  ])

  message   = "A certificate or key for a registry does not belong to root:root"
  rationale = "The owner of a CA file below certs.d chooses whom the engine takes for that registry, and so what it runs."
  remediation {
    text       = "Run chown -R root:root /etc/docker/certs.d; for a rootless engine, make the files belong to the account that runs it."
    impact     = "A job that renews the certificates under an account of its own has to use sudo from then on."
    disruption = "none"

    fix "access" {
      when = !docker.daemon.rootless
      paths = concat([for d in docker.daemon.config_directories : [for f in file_tree("${d}/certs.d").files : f.path if !(f.uid == 0 && f.gid == 0)]]...)
      owner = "root"
      group = "root"
    }
  }
}

control "registry_certificates_mode" {
  title    = "Certificates for registries can be written by nobody"
  severity = "medium"

  when     = any([for d in docker.daemon.config_directories : file("${d}/certs.d").exists])
  when_not = "The engine has no directory certs.d: no registry has a certificate of its own."
  check = none([
    for f in concat([for d in docker.daemon.config_directories : file_tree("${d}/certs.d").files]...) : "${f.path} ${f.mode}"
    if !mode_within(f.mode, "0444")
  ])

  message   = "A certificate or key for a registry has a mode beyond 0444"
  rationale = "These files are written once and read ever after. Without write bits, neither a slip nor a script rewrites what the engine trusts."
  remediation {
    text       = "Run find ${join(" ", [for d in docker.daemon.config_directories : "${d}/certs.d"])} -type f -exec chmod 0444 {} +, and give private keys (*.key) 0400."
    impact     = "Whatever renews the certificates must replace the files, or be root."
    disruption = "none"

    fix "access" {
      paths = concat([for d in docker.daemon.config_directories : [for f in file_tree("${d}/certs.d").files : f.path if !mode_within(f.mode, "0444")]]...)
      mode = mode_removal("0444")
    }
  }
}

control "engine_ca_certificate_owner" {
  title    = "The CA certificate of the engine's port belongs to root"
  severity = "high"

  when     = docker.daemon.tls && docker.daemon.tlscacert != "" && file(docker.daemon.tlscacert).exists
  when_not = "The engine checks no client certificate against a CA file."
  check = (
    file(docker.daemon.tlscacert).uid == 0 && file(docker.daemon.tlscacert).gid == 0 ||
    docker.daemon.rootless && file(docker.daemon.tlscacert).uid == docker.daemon.euid
  )

  message   = "${docker.daemon.tlscacert} belongs to ${file(docker.daemon.tlscacert).owner}:${file(docker.daemon.tlscacert).group}"
  rationale = "This file decides which clients the engine obeys. Its owner can add a CA and issue a certificate to anyone."
  remediation {
    text       = "Run chown root:root ${docker.daemon.tlscacert}."
    impact     = "A job that renews the certificate under an account of its own has to use sudo from then on."
    disruption = "none"

    fix "access" {
      when = !docker.daemon.rootless
      paths = [docker.daemon.tlscacert]
      owner = "root"
      group = "root"
    }
  }
}

control "engine_ca_certificate_mode" {
  title    = "The CA certificate of the engine's port can be written by nobody"
  severity = "medium"

  when     = docker.daemon.tls && docker.daemon.tlscacert != "" && file(docker.daemon.tlscacert).exists
  when_not = "The engine checks no client certificate against a CA file."
  check    = mode_within(file(docker.daemon.tlscacert).mode, "0444")

  message   = "${docker.daemon.tlscacert} has mode ${file(docker.daemon.tlscacert).mode}; 0444 is the most it may grant"
  rationale = "A CA file changes once in years. Without write bits nobody adds another CA to it by the way."
  remediation {
    text       = "Run chmod 0444 ${docker.daemon.tlscacert}."
    impact     = "Whatever renews the certificate must replace the file, or be root."
    disruption = "none"

    fix "access" {
      paths = [docker.daemon.tlscacert]
      mode = mode_removal("0444")
    }
  }
}

control "engine_certificate_owner" {
  title    = "The engine's server certificate belongs to root"
  severity = "medium"

  when     = docker.daemon.tls && docker.daemon.tlscert != "" && file(docker.daemon.tlscert).exists
  when_not = "The engine shows no certificate of its own."
  check = (
    file(docker.daemon.tlscert).uid == 0 && file(docker.daemon.tlscert).gid == 0 ||
    docker.daemon.rootless && file(docker.daemon.tlscert).uid == docker.daemon.euid
  )

  message   = "${docker.daemon.tlscert} belongs to ${file(docker.daemon.tlscert).owner}:${file(docker.daemon.tlscert).group}"
  rationale = "By this certificate clients know the engine. Its owner can exchange it for one whose key is in other hands."
  remediation {
    text       = "Run chown root:root ${docker.daemon.tlscert}."
    impact     = "A job that renews the certificate under an account of its own has to use sudo from then on."
    disruption = "none"

    fix "access" {
      when = !docker.daemon.rootless
      paths = [docker.daemon.tlscert]
      owner = "root"
      group = "root"
    }
  }
}

control "engine_certificate_mode" {
  title    = "The engine's server certificate can be written by nobody"
  severity = "medium"

  when     = docker.daemon.tls && docker.daemon.tlscert != "" && file(docker.daemon.tlscert).exists
  when_not = "The engine shows no certificate of its own."
  check    = mode_within(file(docker.daemon.tlscert).mode, "0444")

  message   = "${docker.daemon.tlscert} has mode ${file(docker.daemon.tlscert).mode}; 0444 is the most it may grant"
  rationale = "An exchanged certificate cuts clients off, or teaches their users to click warnings away. Without write bits it is exchanged on purpose only."
  remediation {
    text       = "Run chmod 0444 ${docker.daemon.tlscert}."
    impact     = "Whatever renews the certificate must replace the file, or be root."
    disruption = "none"

    fix "access" {
      paths = [docker.daemon.tlscert]
      mode = mode_removal("0444")
    }
  }
}

control "engine_key_owner" {
  title    = "The engine's private key belongs to root"
  severity = "critical"

  when     = docker.daemon.tls && docker.daemon.tlskey != "" && file(docker.daemon.tlskey).exists
  when_not = "The engine has no private key for its port."
  check = (
    file(docker.daemon.tlskey).uid == 0 && file(docker.daemon.tlskey).gid == 0 ||
    docker.daemon.rootless && file(docker.daemon.tlskey).uid == docker.daemon.euid
  )

  message   = "${docker.daemon.tlskey} belongs to ${file(docker.daemon.tlskey).owner}:${file(docker.daemon.tlskey).group}"
  rationale = "With this key anyone can stand in for the engine and take down what its clients send. An owner can always read his file, whatever its mode."
  remediation {
    text       = "Run chown root:root ${docker.daemon.tlskey}. If other accounts could read it, make a new key and certificate."
    impact     = "A job that renews the key under an account of its own has to use sudo from then on."
    disruption = "none"

    fix "access" {
      when = !docker.daemon.rootless
      paths = [docker.daemon.tlskey]
      owner = "root"
      group = "root"
    }
  }
}

control "engine_key_mode" {
  title    = "The engine's private key can be read by its owner alone"
  severity = "critical"

  when     = docker.daemon.tls && docker.daemon.tlskey != "" && file(docker.daemon.tlskey).exists
  when_not = "The engine has no private key for its port."
  check    = mode_within(file(docker.daemon.tlskey).mode, "0400")

  message   = "${docker.daemon.tlskey} has mode ${file(docker.daemon.tlskey).mode}; 0400 is the most it may grant"
  rationale = "A private key that others could read is no longer private: every connection that it protected has to be taken as overheard."
  remediation {
    text       = "Run chmod 0400 ${docker.daemon.tlskey}. If other accounts could read it, make a new key and certificate."
    impact     = "None: the engine reads its key as its owner."
    disruption = "none"

    fix "access" {
      paths = [docker.daemon.tlskey]
      mode = mode_removal("0400")
    }
  }
}
