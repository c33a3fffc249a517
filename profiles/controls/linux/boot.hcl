# The boot loader and the kernel's command line. An argument counts when every entry has
# it, those for repairs included, and the running kernel was started with it.

control "boot_password_set" {
  title    = "Entries of the boot loader can only be changed with a password"
  severity = "high"

  when     = host.own_kernel && boot.loader == "grub"
  when_not = !host.own_kernel ? "The machine around this one boots the kernel." : boot.exists ? "The boot loader is ${boot.loader}, which has no passwords." : "No boot loader is configured here: the kernel comes from outside."
  check    = boot.password == "pbkdf2"
  evidence = [boot.superusers, boot.files]

  message   = boot.password == null ? "GRUB has no password for a superuser" : "GRUB keeps the password of ${join(", ", boot.superusers)} in plain text"
  rationale = "Whoever reaches the console can add one word to the kernel's command line and get a shell as root. A password for editing closes that way; booting the entries as they are stays free."
  remediation {
    text = (
      host.os_family == "rhel" ? "Run grub2-setpassword." :
      "Run grub-mkpasswd-pbkdf2, write 'set superusers=\"root\"' and 'password_pbkdf2 root HASH' with the hash that it prints to the end of /etc/grub.d/40_custom, add --unrestricted to CLASS in /etc/grub.d/10_linux so that booting asks for nothing, and run update-grub."
    )
    impact     = "Repairs at the console need the password: keep it where the people who repair find it. Without --unrestricted a restart waits at the menu."
    disruption = "none"
  }
}

control "boot_files_restricted" {
  # The names of files of the boot loader.
  param "names" {
    type = list(string)
  }
  title    = "The boot loader's ${join(", ", param.names)}: root's, and closed to everybody else"
  severity = "medium"

  when     = host.own_kernel && boot.loader == "grub"
  when_not = !host.own_kernel ? "The machine around this one boots the kernel." : boot.exists ? "The boot loader is ${boot.loader}." : "No boot loader is configured here: the kernel comes from outside."
  # vfat has no modes: all files get those that the mount gives, with x. The mount is asked for only where x is all there is too much.
  check = none([
    for f in boot.files : "${f} ${file(f).owner}:${file(f).group} ${file(f).mode}"
    if any([for n in param.names : endswith(f, "/${n}")]) && (file(f).uid != 0 || file(f).gid != 0 || (!mode_within(file(f).mode, "0600") && (!mode_within(file(f).mode, "0700") || mount(f).fs_type != "vfat")))
  ])

  message   = "Open: ${join(", ", [for f in boot.files : "${f} of ${file(f).owner}:${file(f).group} with mode ${file(f).mode}" if any([for n in param.names : endswith(f, "/${n}")]) && (file(f).uid != 0 || file(f).gid != 0 || (!mode_within(file(f).mode, "0600") && (!mode_within(file(f).mode, "0700") || mount(f).fs_type != "vfat")))])}"
  rationale = "The files hold how the machine starts, and the hash of the password that guards it. Who reads that hash can try passwords at leisure; who writes here starts what he likes."
  remediation {
    text       = join(" ", [for f in boot.files : mount(f).fs_type == "vfat" ? "Add umask=0077 to the options of ${mount(f).mount_point} in /etc/fstab and mount it again, for ${f}." : "Run chown root:root ${f} and chmod u-x,go-rwx ${f}." if any([for n in param.names : endswith(f, "/${n}")]) && (file(f).uid != 0 || file(f).gid != 0 || (!mode_within(file(f).mode, "0600") && (!mode_within(file(f).mode, "0700") || mount(f).fs_type != "vfat")))])
    impact     = "Tools that look into these files without root's rights see nothing any more. The boot loader's tools may open grub.cfg again: look after kernel updates."
    disruption = "none"

    fix "access" {
      when = none([for f in boot.files : f if mount(f).fs_type == "vfat"])
      paths = [for f in boot.files : f if any([for n in param.names : endswith(f, "/${n}")]) && (file(f).uid != 0 || file(f).gid != 0 || !mode_within(file(f).mode, "0600"))]
      mode = "u-xs,g-rwxs,o-rwxt"
      owner = "root"
      group = "root"
    }
  }
}

control "boot_argument_set" {
  param "argument" {
    type = string
  }
  # The first is the one to set; the others are as good.
  param "values" {
    type = list(string)
  }
  title    = "The kernel starts with ${param.argument}=${param.values[0]}"
  severity = "medium"

  when     = host.own_kernel && boot.exists
  when_not = host.own_kernel ? "No boot loader is configured here: the kernel and its command line come from outside." : "The machine around this one boots the kernel."
  check = none([
    for e in boot.entries : "${e.title} (${e.origin})" if !contains(param.values, lookup(e.args, param.argument, "unset"))
  ]) && contains(param.values, lookup(boot.args, param.argument, "unset"))

  message   = length([for e in boot.entries : e if !contains(param.values, lookup(e.args, param.argument, "unset"))]) > 0 ? "Without ${param.argument}=${param.values[0]}: ${join(", ", [for e in boot.entries : "${e.title} (${e.origin})" if !contains(param.values, lookup(e.args, param.argument, "unset"))])}" : "Every entry has ${param.argument}=${param.values[0]}, but the running kernel was started without it"
  rationale = param.argument == "audit" ? "The audit daemon starts late. What runs before it, and would be the best place to hide, is only recorded when the kernel audits from its first moment." : "The argument is asked for from the kernel's first moment on."
  remediation {
    text = (
      contains(param.values, lookup(boot.defaults, param.argument, "unset")) ? "${coalesce(boot.defaults_at, "/etc/default/grub")} gives it already: run ${host.os_family == "rhel" ? "grub2-mkconfig -o /boot/grub2/grub.cfg" : "update-grub"} and restart." :
      host.os_family == "rhel" ? "Run grubby --update-kernel ALL --args '${param.argument}=${param.values[0]}' and restart." :
      boot.loader == "grub" ? "Add ${param.argument}=${param.values[0]} to GRUB_CMDLINE_LINUX in /etc/default/grub, run update-grub and restart." :
      "Add ${param.argument}=${param.values[0]} to /etc/kernel/cmdline and to the options of each entry, and restart."
    )
    impact     = "It takes a restart."
    disruption = "reboot"

    fix "settings" {
      when = boot.loader == "grub" && host.os_family == "debian"
      path = "/etc/default/grub"
      form = "shell"
      add  = { GRUB_CMDLINE_LINUX = "${param.argument}=${param.values[0]}" }
    }

    fix "run" {
      when = boot.loader == "grub" && host.os_family == "debian"
      argv = ["update-grub"]
    }

    fix "run" {
      when = host.os_family == "rhel"
      argv = ["grubby", "--update-kernel", "ALL", "--args", "${param.argument}=${param.values[0]}"]
    }
  }
}

control "boot_audit_backlog" {
  param "minimum" {
    type    = number
    default = 8192
  }
  title    = "The kernel starts with audit_backlog_limit=${param.minimum} or more"
  severity = "medium"

  when     = host.own_kernel && boot.exists
  when_not = host.own_kernel ? "No boot loader is configured here: the kernel and its command line come from outside." : "The machine around this one boots the kernel."
  check = none([
    for e in boot.entries : "${e.title} (${e.origin})" if number(lookup(e.args, "audit_backlog_limit", "none"), 64) < param.minimum
  ]) && number(lookup(boot.args, "audit_backlog_limit", "none"), 64) >= param.minimum

  message   = length([for e in boot.entries : e if number(lookup(e.args, "audit_backlog_limit", "none"), 64) < param.minimum]) > 0 ? "Entries with less than ${param.minimum}, or the kernel's own 64: ${join(", ", [for e in boot.entries : "${e.title} (${e.origin})" if number(lookup(e.args, "audit_backlog_limit", "none"), 64) < param.minimum])}" : "Every entry has enough, but the running kernel was started with ${lookup(boot.args, "audit_backlog_limit", "no audit_backlog_limit")}"
  rationale = "Until the audit daemon runs, records wait in the kernel. When the queue is full they are lost, and with them what happened during the boot."
  remediation {
    text = (
      number(lookup(boot.defaults, "audit_backlog_limit", "none"), 64) >= param.minimum ? "${coalesce(boot.defaults_at, "/etc/default/grub")} gives it already: run ${host.os_family == "rhel" ? "grub2-mkconfig -o /boot/grub2/grub.cfg" : "update-grub"} and restart." :
      host.os_family == "rhel" ? "Run grubby --update-kernel ALL --args 'audit_backlog_limit=${param.minimum}' and restart." :
      boot.loader == "grub" ? "Add audit_backlog_limit=${param.minimum} to GRUB_CMDLINE_LINUX in /etc/default/grub, run update-grub and restart." :
      "Add audit_backlog_limit=${param.minimum} to /etc/kernel/cmdline and to the options of each entry, and restart."
    )
    impact     = "It takes a restart."
    disruption = "reboot"

    fix "settings" {
      when = boot.loader == "grub" && host.os_family == "debian"
      path = "/etc/default/grub"
      form = "shell"
      add  = { GRUB_CMDLINE_LINUX = "audit_backlog_limit=${param.minimum}" }
    }

    fix "run" {
      when = boot.loader == "grub" && host.os_family == "debian"
      argv = ["update-grub"]
    }

    fix "run" {
      when = host.os_family == "rhel"
      argv = ["grubby", "--update-kernel", "ALL", "--args", "audit_backlog_limit=${param.minimum}"]
    }
  }
}

control "boot_apparmor_on" {
  title    = "The kernel starts with AppArmor"
  severity = "high"

  when     = host.own_kernel && boot.exists
  when_not = host.own_kernel ? "No boot loader is configured here: the kernel and its command line come from outside." : "The machine around this one boots the kernel."
  # lsm= is the newer word, and the kernel heeds security= only without it.
  check = none([
    for e in boot.entries : "${e.title} (${e.origin})"
    if lookup(e.args, "apparmor", "unset") != "1" || !contains(split(",", lookup(e.args, "lsm", lookup(e.args, "security", "unset"))), "apparmor")
  ]) && lookup(boot.args, "apparmor", "unset") == "1" && contains(split(",", lookup(boot.args, "lsm", lookup(boot.args, "security", "unset"))), "apparmor")

  message   = length([for e in boot.entries : e if lookup(e.args, "apparmor", "unset") != "1" || !contains(split(",", lookup(e.args, "lsm", lookup(e.args, "security", "unset"))), "apparmor")]) > 0 ? "Entries without apparmor=1 security=apparmor: ${join(", ", [for e in boot.entries : "${e.title} (${e.origin})" if lookup(e.args, "apparmor", "unset") != "1" || !contains(split(",", lookup(e.args, "lsm", lookup(e.args, "security", "unset"))), "apparmor")])}" : "Every entry has apparmor=1 security=apparmor, but the running kernel was started without them"
  rationale = "AppArmor confines services to what they need. The distribution's kernel may have it on by itself; written down, it stays on with another kernel, and its absence is seen."
  remediation {
    text = (
      lookup(boot.defaults, "apparmor", "unset") == "1" && lookup(boot.defaults, "security", "unset") == "apparmor" ? "${coalesce(boot.defaults_at, "/etc/default/grub")} gives them already: run update-grub and restart." :
      "Add apparmor=1 security=apparmor to GRUB_CMDLINE_LINUX in /etc/default/grub, run update-grub and restart."
    )
    impact     = "It takes a restart. Services for which there is a profile can only do what it allows."
    disruption = "reboot"

    fix "settings" {
      when = boot.loader == "grub" && host.os_family == "debian"
      path = "/etc/default/grub"
      form = "shell"
      add  = { GRUB_CMDLINE_LINUX = "apparmor=1 security=apparmor" }
    }

    fix "run" {
      when = boot.loader == "grub" && host.os_family == "debian"
      argv = ["update-grub"]
    }
  }
}

control "boot_apparmor_not_off" {
  title    = "AppArmor is on, and no boot entry switches it off"
  severity = "high"

  when     = host.own_kernel
  when_not = "The machine around this one boots the kernel."
  check = host.apparmor && none([
    for e in boot.entries : "${e.title} (${e.origin})"
    if contains(["0", "n", "N"], lookup(e.args, "apparmor", "unset")) || !contains(split(",", lookup(e.args, "lsm", lookup(e.args, "security", "apparmor"))), "apparmor")
  ])

  message   = host.apparmor ? "AppArmor is switched off by ${join(", ", [for e in boot.entries : "${e.title} (${e.origin})" if contains(["0", "n", "N"], lookup(e.args, "apparmor", "unset")) || !contains(split(",", lookup(e.args, "lsm", lookup(e.args, "security", "apparmor"))), "apparmor")])}" : "AppArmor is not on in the running kernel"
  rationale = "AppArmor confines services to what they need. Off, a service that is broken into can do all that its account may."
  remediation {
    text       = "Take apparmor=0, and lsm= or security= without apparmor, out of GRUB_CMDLINE_LINUX in /etc/default/grub, run update-grub and restart. Where the kernel has AppArmor and it is off all the same, add apparmor=1 security=apparmor."
    impact     = "It takes a restart. Services for which there is a profile can only do what it allows."
    disruption = "reboot"
  }
}

control "boot_selinux_not_off" {
  title    = "No boot entry switches SELinux off, or its enforcing"
  severity = "high"

  when     = host.own_kernel && boot.exists
  when_not = host.own_kernel ? "No boot loader is configured here: the kernel and its command line come from outside." : "The machine around this one boots the kernel."
  check = none([
    for e in boot.entries : "${e.title} (${e.origin})" if lookup(e.args, "selinux", "unset") == "0" || lookup(e.args, "enforcing", "unset") == "0"
  ]) && lookup(boot.args, "selinux", "unset") != "0" && lookup(boot.args, "enforcing", "unset") != "0"

  message   = length([for e in boot.entries : e if lookup(e.args, "selinux", "unset") == "0" || lookup(e.args, "enforcing", "unset") == "0"]) > 0 ? "Entries with selinux=0 or enforcing=0: ${join(", ", [for e in boot.entries : "${e.title} (${e.origin})" if lookup(e.args, "selinux", "unset") == "0" || lookup(e.args, "enforcing", "unset") == "0"])}" : "No entry has it, but the running kernel was started with selinux=0 or enforcing=0"
  rationale = "An argument of the kernel beats /etc/selinux/config: with it the policy is not loaded, or only watches, whatever the file says."
  remediation {
    text       = "Run grubby --update-kernel ALL --remove-args 'selinux=0 enforcing=0', take both out of GRUB_CMDLINE_LINUX in /etc/default/grub and of /etc/kernel/cmdline, and restart."
    impact     = "It takes a restart. After a time without SELinux the files have to be labelled anew: touch /.autorelabel first."
    disruption = "reboot"

    fix "run" {
      when = host.os_family == "rhel"
      argv = ["grubby", "--update-kernel", "ALL", "--remove-args", "selinux=0 enforcing=0"]
    }
  }
}
