# Packages that must be there, or must not. A name that another package provides
# counts only where a row says so: openssh-client once provided rsh-client.

control "package_absent" {
  param "packages" {
    type = list(string)
  }
  # What several packages can be: telnet-client.
  param "capabilities" {
    type    = list(string)
    default = []
  }
  # A sentence: what the software does that is better not done.
  param "why" {
    type    = string
    default = ""
  }
  title    = "${join(" and ", param.packages)} ${length(param.packages) == 1 ? "is" : "are"} not installed"
  severity = "medium"

  check = none([for p in param.packages : "${p} ${package(p).version}" if package(p).installed]) && none([
    for c in param.capabilities : "${c} by ${join(", ", package(c).provided_by)}" if length(package(c).provided_by) > 0
  ])

  message = "Installed: ${join(", ", distinct(concat([
    for p in param.packages : "${p} ${package(p).version}" if package(p).installed
  ], [for c in param.capabilities : "${join(", ", package(c).provided_by)} (as ${c})" if length(package(c).provided_by) > 0])))}"
  rationale = "${param.why}${param.why == "" ? "" : " "}What is not installed needs no updates, and cannot be used against the machine or from it."
  remediation {
    text = "Run ${host.remove} ${join(" ", distinct(concat([
      for p in param.packages : p if package(p).installed
    ], [for c in param.capabilities : package(c).provided_by]...)))}, and read the list of what goes with it before you agree."
    impact     = "People and scripts that use the software lose it; packages that depend on it are removed as well."
    disruption = "none"

    fix "package" {
      names = distinct(concat([for p in param.packages : p if package(p).installed], [for c in param.capabilities : package(c).provided_by]...))
      state = "absent"
    }
  }
}

control "packages_present" {
  # All of them; in one element, any of the names between bars: sudo|sudo-ldap.
  param "packages" {
    type = list(string)
  }
  param "why" {
    type    = string
    default = ""
  }
  title    = "${replace(join(" and ", param.packages), "|", " or ")} ${length(param.packages) == 1 ? "is" : "are"} installed"
  severity = "medium"

  check = none([for p in param.packages : replace(p, "|", " or ") if !any([for name in split("|", p) : package(name).installed])])

  message   = "Not installed: ${join(", ", [for p in param.packages : replace(p, "|", " or ") if !any([for name in split("|", p) : package(name).installed])])}"
  rationale = param.why == "" ? "Other settings of this benchmark act through this software; without it they protect nothing." : param.why
  remediation {
    text       = "Run ${host.install} ${join(" ", [for p in param.packages : split("|", p)[0] if !any([for name in split("|", p) : package(name).installed])])}."
    impact     = "The package brings its dependencies, and may start a service when it is installed."
    disruption = "none"

    fix "package" {
      names = [for p in param.packages : split("|", p)[0] if !any([for name in split("|", p) : package(name).installed])]
      state = "present"
    }
  }
}

control "package_version_at_least" {
  param "package" {
    type = string
  }
  param "minimum" {
    type = string
  }
  param "why" {
    type    = string
    default = ""
  }
  title    = "${param.package} is installed, in version ${param.minimum} or newer"
  severity = "medium"

  check = package(param.package).installed && none([
    for p in [param.package] : "${p} ${package(p).version}" if !version_at_least(package(p).manager, package(p).version, param.minimum)
  ])

  message   = package(param.package).installed ? "${param.package} is ${package(param.package).version}, older than ${param.minimum}" : "${param.package} is not installed"
  rationale = "${param.why}${param.why == "" ? "" : " "}Older versions lack options that this benchmark sets, and corrections of known flaws."
  remediation {
    text       = "Bring the lists of packages up to date and run ${host.install} ${param.package}."
    impact     = "A newer version may read its settings differently; keep a second session open while authentication is changed."
    disruption = "none"
  }
}
