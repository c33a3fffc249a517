# Mount points and their options, now and after the next boot.

control "mount_own" {
  param "path" {
    type = string
  }
  title    = "${param.path} is a file system of its own"
  severity = "medium"

  when     = host.own_kernel
  when_not = "The mounts are made by the machine around this one."
  check    = mount(param.path).mounted && mount(param.path).persisted
  evidence = [mount(param.path).mount_point, mount(param.path).persisted_by]

  message = mount(param.path).persisted ? "${mount(param.path).persisted_by} mounts ${param.path}, but it is not mounted now" : "No line of /etc/fstab and no mount unit in use mounts a file system at ${param.path}"
  rationale = lookup({
    "/tmp"     = "Everybody writes here. On a file system of its own it cannot fill the system's, and can be told to run no programs and heed no setuid bit."
    "/dev/shm" = "Everybody writes here. As a file system of its own it can be told to run no programs and heed no setuid bit."
    "/home"    = "People fill what they are given. On a file system of its own that stops the people, not the machine, and the system's files are not within reach of their hard links."
  }, param.path, "What grows without asking fills what it lies on. On a file system of its own it stops itself at worst, not the whole machine, and its options can be stricter than the system's.")
  remediation {
    text = (
      mount(param.path).persisted ? "Run mount ${param.path}, and look in the journal why the boot did not." :
      param.path == "/tmp" ? "Add the line 'tmpfs /tmp tmpfs rw,nosuid,nodev,noexec,relatime,size=2G 0 0' to /etc/fstab, or enable tmp.mount${host.os_family == "debian" ? " (where systemd keeps it in /usr/share/systemd, copy it to /etc/systemd/system first)" : ""}, then restart." :
      param.path == "/dev/shm" ? "Add the line 'tmpfs /dev/shm tmpfs rw,nosuid,nodev,noexec,relatime 0 0' to /etc/fstab and run mount /dev/shm." :
      "Make a volume for ${param.path}, copy what is there to it in single-user mode, and add a line for it to /etc/fstab with the options nosuid and nodev."
    )
    impact     = param.path == "/tmp" ? "On a tmpfs, what lies in /tmp is gone after a restart and takes memory until then." : "The copy needs a time in which nothing writes there; the volume needs room to grow."
    disruption = "reboot"

    fix "fstab" {
      when  = !mount(param.path).persisted && contains(["/tmp", "/dev/shm"], param.path)
      mount = param.path
      line  = param.path == "/tmp" ? "tmpfs /tmp tmpfs rw,nosuid,nodev,noexec,relatime,size=2G 0 0" : "tmpfs /dev/shm tmpfs rw,nosuid,nodev,noexec,relatime 0 0"
    }
  }
}

control "mount_option" {
  param "path" {
    type = string
  }
  param "option" {
    type = string
  }
  title    = "${param.path} is mounted with ${param.option}"
  severity = "medium"

  when     = host.own_kernel && mount(param.path).is_mount_point
  when_not = host.own_kernel ? "${param.path} is no mount of its own." : "The mounts are made by the machine around this one."
  check    = contains(mount(param.path).options, param.option) && (!mount(param.path).persisted || contains(mount(param.path).persisted_options, param.option))

  message = mount(param.path).persisted && !contains(coalesce(mount(param.path).persisted_options, [param.option]), param.option) ? "${param.path} lacks ${param.option} after each boot: ${mount(param.path).persisted_by} does not give it" : "${param.path} is mounted without ${param.option}"
  rationale = lookup({
    nodev  = "Device files belong in /dev. One in a place where others write gives its maker the disk or the memory behind it."
    nosuid = "A setuid program in a place where others write makes whoever planted it root."
    noexec = "Intruders load their tools where everybody may write. Where nothing runs, that step fails."
  }, param.option, "The option takes a way of misuse away.")
  remediation {
    text       = "${startswith(coalesce(mount(param.path).persisted_by, "none"), "/usr/lib/") || startswith(coalesce(mount(param.path).persisted_by, "none"), "/lib/") ? "Run systemctl edit on the unit of ${mount(param.path).persisted_by} and write below [Mount] the line Options=${join(",", concat(coalesce(mount(param.path).persisted_options, []), [param.option]))}" : startswith(coalesce(mount(param.path).persisted_by, "none"), "/") ? "Add ${param.option} to the options in ${mount(param.path).persisted_by}" : "Add a line for ${param.path} to /etc/fstab, with ${param.option} among its options"}, then run mount -o remount,${param.option} ${param.path}"
    impact     = param.option == "noexec" ? "Installers and builds that run programs from ${param.path} fail; give those another directory, for instance by TMPDIR." : "None, where no program breaks the rule."
    disruption = "none"

    fix "fstab" {
      when    = startswith(coalesce(mount(param.path).persisted_by, "none"), "/etc/fstab") || !startswith(coalesce(mount(param.path).persisted_by, "none"), "/") && param.path == "/dev/shm"
      mount   = param.path
      options = [param.option]
      line    = "tmpfs /dev/shm tmpfs rw,nosuid,nodev,noexec,relatime 0 0"
    }
    fix "settings" {
      when = startswith(coalesce(mount(param.path).persisted_by, "none"), "/usr/lib/systemd/system/") || startswith(coalesce(mount(param.path).persisted_by, "none"), "/lib/systemd/system/")
      path = "/etc/systemd/system/${split("/", split(":", coalesce(mount(param.path).persisted_by, "none"))[0])[length(split("/", split(":", coalesce(mount(param.path).persisted_by, "none"))[0])) - 1]}.d/60-options.conf"
      form = "ini"
      in   = "Mount"
      set  = { Options = join(",", concat(coalesce(mount(param.path).persisted_options, []), [param.option])) }
    }

    fix "run" {
      when = startswith(coalesce(mount(param.path).persisted_by, "none"), "/") || param.path == "/dev/shm"
      argv = ["mount", "-o", "remount,${param.option}", param.path]
      live = true
    }
  }
}
