# The engine's configuration directory and file. /etc/docker is built in; the
# settings of a rootless engine, or of a snap, lie elsewhere, and those of a
# rootless engine belong to its account.

control "engine_config_directory_owner" {
  title    = "The engine's configuration directory belongs to root"
  severity = "high"

  when     = any([for d in docker.daemon.config_directories : file(d).exists])
  when_not = "The engine has no configuration directory."
  check = none([
    for d in docker.daemon.config_directories : "${d} ${file(d).owner}:${file(d).group}"
    if file(d).exists && !(file(d).uid == 0 && file(d).gid == 0 || docker.daemon.rootless && file(d).uid == docker.daemon.euid)
  ])

  message   = "${join("; ", [for d in docker.daemon.config_directories : "${d} belongs to ${file(d).owner}:${file(d).group}" if file(d).exists && !(file(d).uid == 0 && file(d).gid == 0 || docker.daemon.rootless && file(d).uid == docker.daemon.euid)])}"
  rationale = "Whoever owns the directory can put another daemon.json or another registry's certificate in place, whatever the modes of the files say."
  remediation {
    text       = "Run chown root:root ${join(" ", [for d in docker.daemon.config_directories : d if file(d).exists && !(file(d).uid == 0 && file(d).gid == 0 || docker.daemon.rootless && file(d).uid == docker.daemon.euid)])}; the directory in a home belongs to the account that runs the rootless engine."
    impact     = "An account that edited the directory directly has to use sudo from then on."
    disruption = "none"
  }
}

control "engine_config_directory_mode" {
  title    = "The engine's configuration directory can be written by its owner alone"
  severity = "high"

  when     = any([for d in docker.daemon.config_directories : file(d).exists])
  when_not = "The engine has no configuration directory."
  check    = none([for d in docker.daemon.config_directories : "${d} ${file(d).mode}" if file(d).exists && !mode_within(file(d).mode, "0755")])

  message   = "${join("; ", [for d in docker.daemon.config_directories : "${d} has mode ${file(d).mode}" if file(d).exists && !mode_within(file(d).mode, "0755")])}; 0755 is the most it may grant"
  rationale = "Someone who may write here can add a registry's certificate or a daemon.json, and the engine believes both."
  remediation {
    text       = "Run chmod 0755 ${join(" ", [for d in docker.daemon.config_directories : d if file(d).exists && !mode_within(file(d).mode, "0755")])}."
    impact     = "None: only root writes here in normal operation."
    disruption = "none"
  }
}

control "engine_config_file_owner" {
  title    = "The engine's configuration file belongs to root"
  severity = "high"

  when     = file(docker.daemon.config_file).exists
  when_not = "${docker.daemon.config_file} does not exist; the engine runs on flags and defaults."
  check = (
    file(docker.daemon.config_file).uid == 0 && file(docker.daemon.config_file).gid == 0 ||
    docker.daemon.rootless && file(docker.daemon.config_file).uid == docker.daemon.euid
  )

  message   = "${docker.daemon.config_file} belongs to ${file(docker.daemon.config_file).owner}:${file(docker.daemon.config_file).group}"
  rationale = "The file's owner can open the engine to the network, or turn off what protects its containers, at the next restart."
  remediation {
    text       = "Run chown root:root ${docker.daemon.config_file}; for a rootless engine, make it belong to the account that runs it."
    impact     = "An account that edited the file directly has to use sudo from then on."
    disruption = "none"
  }
}

control "engine_config_file_mode" {
  title    = "The engine's configuration file can be written by its owner alone"
  severity = "high"

  when     = file(docker.daemon.config_file).exists
  when_not = "${docker.daemon.config_file} does not exist; the engine runs on flags and defaults."
  check    = mode_within(file(docker.daemon.config_file).mode, "0644")

  message   = "${docker.daemon.config_file} has mode ${file(docker.daemon.config_file).mode}; 0644 is the most it may grant"
  rationale = "Write access to this file is command over the engine, and with it over the host. Read access can already be too much where proxies are named with a password."
  remediation {
    text       = "Run chmod 0644 ${docker.daemon.config_file}, or 0600 where it holds a proxy's password."
    impact     = "None: the engine reads its file as its owner."
    disruption = "none"
  }
}
