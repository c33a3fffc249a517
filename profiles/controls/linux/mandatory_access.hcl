# AppArmor and SELinux.

control "apparmor_enabled" {
  title    = "The kernel uses AppArmor"
  severity = "high"

  when     = host.own_kernel
  when_not = "This machine runs on another's kernel."
  check    = apparmor.enabled

  message   = "AppArmor is not on in the running kernel"
  rationale = "Without it a program that was broken into has all rights of its account."
  remediation {
    text       = "Take apparmor=0 out of the kernel's command line, or add apparmor=1 security=apparmor, then run update-grub and restart the machine."
    impact     = "Profiles on disk begin to confine their programs."
    disruption = "reboot"
  }
}

# The kernel's profiles, those that the next start loads, and processes that were
# started before their profile.
control "apparmor_profiles" {
  param "modes" {
    type = list(string)
  }
  title    = "AppArmor profiles are in mode ${join(" or ", param.modes)}, and confine their programs"
  severity = "high"

  when     = host.own_kernel
  when_not = "This machine runs on another's kernel."
  check = (
    none([for p in apparmor.persisted : "${p.name} (${p.mode})" if !contains(param.modes, p.mode)]) &&
    length(apparmor.profiles) > 0 &&
    none([for p in apparmor.profiles : "${p.name} (${p.mode})" if !contains(param.modes, p.mode)]) &&
    none([for p in apparmor.unconfined : "${p.exe} (process ${p.pid}, profile ${p.profile})"])
  )

  message   = "AppArmor lets programs out: ${length([for p in apparmor.persisted : "${p.name} is written as ${p.mode}" if !contains(param.modes, p.mode)]) > 0 ? join(", ", distinct([for p in apparmor.persisted : "${p.name} is written as ${p.mode}" if !contains(param.modes, p.mode)])) : join(", ", distinct(concat(length(apparmor.profiles) == 0 ? [apparmor.enabled ? "no profile is loaded" : "the kernel does not use AppArmor, so no profile is loaded"] : [], [for p in apparmor.profiles : "${p.name} is in mode ${p.mode}" if !contains(param.modes, p.mode)], [for p in apparmor.unconfined : "process ${p.pid} (${p.exe}) runs without its profile"])))}"
  rationale = "A profile that is not enforced only writes down what it would have refused, and one in mode unconfined allows everything."
  remediation {
    # Enforced, a profile that was unconfined only refuses: it allows nothing but user namespaces.
    text = "Do this: ${length([for p in apparmor.persisted : p if !contains(param.modes, p.mode)]) > 0 ? "${join("; ", distinct([for p in apparmor.persisted : "${contains(["unconfined", "default_allow"], p.mode) ? "aa-disable" : "aa-enforce"} ${p.file}" if !contains(param.modes, p.mode)]))}; restart the programs that they are for" : join("; ", distinct(concat([for p in apparmor.profiles : p.mode == "unconfined" ? "apparmor_parser -R the file of ${p.name}" : "aa-enforce '${p.name}'" if !contains(param.modes, p.mode)], length(apparmor.profiles) == 0 ? [apparmor.enabled ? "systemctl enable --now apparmor" : "add apparmor=1 security=apparmor to the kernel's command line and restart the machine"] : [], [for p in apparmor.unconfined : "restart ${p.exe}"])))}."
    impact     = "What a profile does not foresee fails. Look through the log of a profile in mode complain first. The unconfined ones that Ubuntu 24.04 and Debian 13 ship grant their programs user namespaces: without them, programs that need those (browsers, runc) lose them where the kernel restricts them. Where one must stay, waive the row for it."
    disruption = "restart_daemon"
  }
}

control "selinux_type" {
  param "types" {
    type    = list(string)
    default = ["targeted", "mls"]
  }
  title    = "SELinux has the policy ${join(" or ", param.types)}"
  severity = "high"

  when     = host.own_kernel
  when_not = "This machine runs on another's kernel."
  check    = contains(param.types, coalesce(selinux.persisted_type, "none")) && contains(param.types, coalesce(selinux.loaded_type, "none"))

  message   = "SELINUXTYPE is ${coalesce(selinux.persisted_type, "not set")}; the kernel has ${selinux.loaded_type == null ? "no policy loaded" : "loaded ${selinux.loaded_type}"}"
  rationale = "Only a policy that confines the services says more than the file modes do."
  remediation {
    text       = "Set SELINUXTYPE=targeted in /etc/selinux/config, run '${host.install} selinux-policy-targeted', make the file /.autorelabel and restart the machine."
    impact     = "Labels are written anew at the next start, which takes a while."
    disruption = "reboot"
  }
}

control "selinux_mode" {
  param "modes" {
    type = list(string)
  }
  title    = "SELinux is ${join(" or ", param.modes)}, now and after a restart"
  severity = "high"

  when     = host.own_kernel
  when_not = "This machine runs on another's kernel."
  check    = contains(param.modes, selinux.live) && contains(param.modes, selinux.persisted)

  message   = "SELinux is ${selinux.live} now and ${selinux.persisted} after a restart"
  rationale = "Switched off it confines nothing; permissive it only writes down what it would have refused."
  remediation {
    text       = "${selinux.live == "disabled" ? "Set SELINUX=enforcing in /etc/selinux/config, make the file /.autorelabel and restart the machine." : "Set SELINUX=enforcing in /etc/selinux/config and run setenforce 1."}"
    impact     = "What the policy does not allow fails from then on. Look through the log of a permissive time first."
    disruption = "reboot"

    fix "settings" {
      path = "/etc/selinux/config"
      form = "shell"
      set  = { SELINUX = param.modes[0] }
    }

    fix "run" {
      argv = ["setenforce", "1"]
      live = true
    }
  }
}

control "selinux_services_confined" {
  title    = "No service runs outside an SELinux domain of its own"
  severity = "medium"

  when     = host.own_kernel
  when_not = "This machine runs on another's kernel."
  check    = none([for p in selinux.unconfined_services : "${p.name} (process ${p.pid})"])

  message   = "${join(", ", [for p in selinux.unconfined_services : "${p.name} (process ${p.pid})"])} runs as unconfined_service_t"
  rationale = "A service that no rule of the policy is about gets a domain that may do nearly everything."
  remediation {
    text       = "Look whether the files of ${join(", ", [for p in selinux.unconfined_services : p.name])} have their labels (restorecon -Rv), else write a policy module for it with audit2allow."
    impact     = "A module that is too narrow breaks the service: try it permissive first (semanage permissive)."
    disruption = "restart_daemon"
  }
}
