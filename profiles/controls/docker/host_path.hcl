# What a container reaches of the host's file system, by bind mount or by a
# volume that stands for one, with symbolic links resolved.

control "container_no_writable_kernel_files" {
  title    = "No container can write to the host's /proc or /sys"
  severity = "critical"

  each  = container
  check = none([for p in container.host_paths : p.path if p.writable && within_path(p.path, ["/proc", "/sys"])])

  message   = "${container.name} can write to ${join(", ", [for p in container.host_paths : p.path if p.writable && within_path(p.path, ["/proc", "/sys"])])} of the host"
  rationale = "Files there are switches of the kernel. core_pattern, uevent_helper and the release agent of a control group each name a program that the kernel starts as root on the host."
  remediation {
    text       = "Recreate ${container.name} with these mounts read-only (${join(", ", [for p in container.host_paths : "${p.path}:${p.destination}:ro" if p.writable && within_path(p.path, ["/proc", "/sys"])])}), or without them. For a kernel parameter of its own use --sysctl."
    impact     = "systemd in a container needs a writable control group; give it a private one with --cgroupns private."
    disruption = "recreate"
  }
}

control "container_no_writable_system_paths" {
  param "paths" {
    type    = list(string)
    default = ["/bin", "/boot", "/dev", "/etc", "/lib", "/lib64", "/run", "/sbin", "/usr", "/var/run", "/var/spool/cron"]
  }
  title    = "No container can write to system directories of the host"
  severity = "high"

  each  = container
  check = none([for p in container.host_paths : p.path if p.writable && (within_path(p.path, param.paths) || covers_path(p.path, param.paths))])

  message   = "${container.name} can write to ${join(", ", [for p in container.host_paths : p.path if p.writable && (within_path(p.path, param.paths) || covers_path(p.path, param.paths))])} of the host"
  rationale = "A changed program, unit, cron table or password file is run or trusted by the host's root before long."
  remediation {
    text       = "Recreate ${container.name} without ${join(", ", [for p in container.host_paths : "${p.path}:${p.destination}" if p.writable && (within_path(p.path, param.paths) || covers_path(p.path, param.paths))])}, or add :ro and narrow each to the one file that is read."
    impact     = "Configuration tools that change the host must run on the host."
    disruption = "recreate"
  }
}

control "container_no_readable_system_paths" {
  param "paths" {
    type    = list(string)
    default = ["/boot", "/dev", "/etc", "/proc", "/run", "/sys", "/usr", "/var/run"]
  }
  param "harmless" {
    type    = list(string)
    default = ["/etc/localtime", "/etc/timezone", "/usr/share/zoneinfo", "/etc/os-release", "/usr/lib/os-release", "/etc/ssl/certs"]
  }
  title    = "No container reads system directories of the host"
  severity = "low"

  each  = container
  check = none([for p in container.host_paths : p.path if !p.writable && !within_path(p.path, param.harmless) && (within_path(p.path, param.paths) || covers_path(p.path, param.paths))])

  message   = "${container.name} reads ${join(", ", [for p in container.host_paths : p.path if !p.writable && !within_path(p.path, param.harmless) && (within_path(p.path, param.paths) || covers_path(p.path, param.paths))])} of the host"
  rationale = "Read-only stops changes, not copying: password hashes, keys, command lines and the sockets below /run, which answer all the same. On kernels before 5.12, mounts below a read-only one stay writable."
  remediation {
    text       = "Recreate ${container.name} with the single files that it reads in place of ${join(", ", [for p in container.host_paths : p.path if !p.writable && !within_path(p.path, param.harmless) && (within_path(p.path, param.paths) || covers_path(p.path, param.paths))])}."
    impact     = "Monitoring agents such as node_exporter and cAdvisor need such mounts; waive those by name."
    disruption = "recreate"
  }
}

control "container_no_home_directories" {
  param "pattern" {
    type    = string
    default = "^/home/[^/]+$|/\\.(ssh|gnupg|aws|azure|kube|docker|config/gcloud|netrc|git-credentials|pgpass)(/|$)"
  }
  title    = "No container reaches home directories or the keys in them"
  severity = "high"

  each  = container
  check = none([for p in container.host_paths : p.path if covers_path(p.path, ["/home", "/root"]) || within_path(p.path, ["/root"]) || matches(param.pattern, p.path)])

  message   = "${container.name} reaches ${join(", ", [for p in container.host_paths : p.path if covers_path(p.path, ["/home", "/root"]) || within_path(p.path, ["/root"]) || matches(param.pattern, p.path)])} of the host"
  rationale = "Homes hold SSH keys and the passwords of clouds, clusters and registries. Whoever can write there can also add a key and log in."
  remediation {
    text       = "Recreate ${container.name} with the directory that it works on instead of ${join(", ", [for p in container.host_paths : p.path if covers_path(p.path, ["/home", "/root"]) || within_path(p.path, ["/root"]) || matches(param.pattern, p.path)])}. Hand over a single key as a secret, or through ssh-agent."
    impact     = "Programs in the container no longer find a user's settings."
    disruption = "recreate"
  }
}
