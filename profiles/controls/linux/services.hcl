# Services that must run, or must not. A unit is enabled when it is started at
# boot, by whatever link; it is active when systemd says so now.

control "service_absent_or_off" {
  param "service" {
    type = string
  }
  param "packages" {
    type = list(string)
  }
  param "units" {
    type = list(string)
  }
  # A sentence: what the service offers to others.
  param "why" {
    type    = string
    default = ""
  }
  title    = "${param.service} is not installed, or is off"
  severity = "medium"

  check = none([for p in param.packages : p if package(p).installed]) || none([
    for u in param.units : "${u} ${unit(u).state}" if unit(u).enabled
  ]) && none([for u in param.units : u if unit(u).active])

  message   = "${join(", ", [for p in param.packages : p if package(p).installed])} is installed, and not off: ${join(", ", [for u in param.units : "${u} is ${unit(u).state}" if unit(u).state != "not-found"])}"
  rationale = "${param.why}${param.why == "" ? "" : " "}A service that nobody needs still answers whoever asks, and each of its flaws is one of this machine's."
  remediation {
    text       = "Run ${host.remove} ${join(" ", [for p in param.packages : p if package(p).installed])}. Where another package depends on it, run systemctl stop ${join(" ", param.units)} and systemctl mask ${join(" ", param.units)} instead."
    impact     = "Whoever uses the service loses it."
    disruption = "none"

    # Masked rather than removed: nothing else goes with it.
    fix "unit" {
      names = [for u in param.units : u if unit(u).exists]
      state = "masked"
    }
  }
}

control "units_off" {
  param "units" {
    type = list(string)
  }
  param "why" {
    type    = string
    default = ""
  }
  title    = "${join(" and ", param.units)} ${length(param.units) == 1 ? "is" : "are"} off"
  severity = "medium"

  check = none([for u in param.units : "${u} ${unit(u).state}" if unit(u).enabled]) && none([for u in param.units : u if unit(u).active])

  message   = "Not off: ${join(", ", [for u in param.units : "${u} is ${unit(u).state}" if unit(u).state != "not-found"])}"
  rationale = "${param.why}${param.why == "" ? "" : " "}What is started without need answers whoever asks."
  remediation {
    text       = "Run systemctl stop ${join(" ", param.units)} and systemctl mask ${join(" ", param.units)}."
    impact     = "Whoever uses the service loses it."
    disruption = "none"

    fix "unit" {
      names = [for u in param.units : u if unit(u).exists]
      state = "masked"
    }
  }
}

control "unit_running" {
  param "unit" {
    type = string
  }
  # It works on the kernel, of which a container has none of its own.
  param "kernel" {
    type    = bool
    default = false
  }
  param "why" {
    type    = string
    default = ""
  }
  title    = "${param.unit} is started at boot, and runs"
  severity = "medium"

  when     = host.systemd && (host.own_kernel || !param.kernel)
  when_not = host.systemd ? "This machine runs on the kernel of another, where ${param.unit} has its work." : "systemd does not run this machine."
  check    = unit(param.unit).enabled && unit(param.unit).active

  message   = unit(param.unit).state == "not-found" ? "There is no ${param.unit}" : "${param.unit} is ${unit(param.unit).state}${unit(param.unit).enabled ? ", started at boot, but not active" : " and not started at boot"}"
  rationale = param.why == "" ? "What is meant to protect or record does so only while it runs, and after a restart only when it is started again." : param.why
  remediation {
    text       = "${unit(param.unit).state == "not-found" ? "Install the package that ${param.unit} comes with. Then run" : "Run systemctl unmask ${param.unit} and"} systemctl enable --now ${param.unit}; where it does not start, systemctl status ${param.unit} says why."
    impact     = "The service starts at once, with the settings that it has."
    disruption = "none"

    fix "unit" {
      when  = unit(param.unit).exists
      names = [param.unit]
      state = "enabled"
    }
  }
}

control "unit_running_if_installed" {
  param "package" {
    type = string
  }
  param "unit" {
    type = string
  }
  param "why" {
    type    = string
    default = ""
  }
  title    = "${param.unit} of the package ${param.package} is started at boot, and runs"
  severity = "medium"

  when     = package(param.package).installed && host.systemd
  when_not = host.systemd ? "The package ${param.package} is not installed." : "systemd does not run this machine."
  check    = unit(param.unit).enabled && unit(param.unit).active

  message   = unit(param.unit).state == "not-found" ? "There is no ${param.unit}" : "${param.unit} is ${unit(param.unit).state}${unit(param.unit).enabled ? ", started at boot, but not active" : " and not started at boot"}"
  rationale = param.why == "" ? "Whoever installed the package relies on the work it does." : param.why
  remediation {
    text       = "${unit(param.unit).state == "not-found" ? "Install the package that ${param.unit} comes with. Then run" : "Run systemctl unmask ${param.unit} and"} systemctl enable --now ${param.unit}; where it does not start, systemctl status ${param.unit} says why."
    impact     = "The service starts at once, with the settings that it has."
    disruption = "none"

    fix "unit" {
      when  = unit(param.unit).exists
      names = [param.unit]
      state = "enabled"
    }
  }
}

control "timer_running" {
  param "timer" {
    type = string
  }
  param "service" {
    type = string
  }
  param "why" {
    type    = string
    default = ""
  }
  title    = "${param.timer} starts ${param.service} again and again"
  severity = "medium"

  when     = host.systemd
  when_not = "systemd does not run this machine."
  check    = unit(param.timer).enabled && unit(param.timer).active && unit(param.service).exists && !unit(param.service).masked

  message   = join("; ", [for u in [param.timer, param.service] : unit(u).state == "not-found" ? "there is no ${u}" : "${u} is ${unit(u).state}"])
  rationale = "${param.why}${param.why == "" ? "" : " "}Work that nobody starts is not done."
  remediation {
    text       = "${unit(param.timer).state == "not-found" ? "Install the package that ${param.timer} comes with. Then run" : "Run systemctl unmask ${param.service} ${param.timer} and"} systemctl enable --now ${param.timer}."
    impact     = "The service runs at the times of the timer, and takes its share of processor and disk then."
    disruption = "none"

    fix "unit" {
      when  = unit(param.timer).exists && unit(param.service).exists && !unit(param.service).masked
      names = [param.timer]
      state = "enabled"
    }
  }
}
