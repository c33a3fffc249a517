# Where packages come from, and what is verified of them. A package's scripts run
# as root: whoever may sign one, or slip in an unsigned one, is root here.

control "apt_keys_reviewed" {
  title    = "The keys that apt trusts are known"
  severity = "medium"

  when      = apt.exists
  when_not  = "There is no apt on this machine."
  question  = "Is each of these keys needed, and whose it should be?"
  procedure = "Run gpg --show-keys on each file. A key in /etc/apt/trusted.gpg or trusted.gpg.d may sign for every source that names no key of its own: move it to /etc/apt/keyrings and name it with Signed-By."
  evidence  = [apt.keyrings, apt.sources]
  rationale = "The owners of these keys decide which packages are taken for genuine."
  remediation {
    text       = "Remove the files of keys that nobody needs, and the sources that they sign."
    impact     = "apt-get update refuses a source whose key is gone."
    disruption = "none"
  }
}

control "apt_sources_reviewed" {
  # How their addresses begin, such as "https://mirror.example/"; with them the row is decided.
  param "allowed" {
    type    = list(string)
    default = []
  }
  title    = "apt takes packages only from places that were agreed on"
  severity = "medium"

  when     = apt.exists
  when_not = "There is no apt on this machine."
  ask      = length(param.allowed) == 0 && length(apt.sources) > 0
  check = none(concat([], [
    for s in apt.sources : [for u in s.uris : "${u} (${s.file})" if s.enabled && !any([for a in param.allowed : startswith(u, a)])]
  ]...))

  message   = "Not agreed on: ${join(", ", concat([], [for s in apt.sources : [for u in s.uris : "${u} (${s.file})" if s.enabled && !any([for a in param.allowed : startswith(u, a)])]]...))}"
  rationale = "Every source is one more party whose packages are installed, and whose mistakes are shared."
  question  = "Is every source needed, and from whom it should be?"
  procedure = "Read the sources below, or run apt-cache policy. To have it decided from now on, give the parameter allowed the beginnings of the addresses that were agreed on."
  evidence  = [apt.sources]
  remediation {
    text       = "Remove the entries, or agree on them and add their addresses to the parameter allowed; then run apt-get update."
    impact     = "Packages that came from a removed source get no updates any more."
    disruption = "none"
  }
}

control "apt_sources_signed_by" {
  title    = "Each source of apt names the key that signs it"
  severity = "medium"

  when     = apt.exists
  when_not = "There is no apt on this machine."
  check    = none([for s in apt.sources : s.file if s.enabled && s.signed_by == null]) && none([for s in apt.sources : s.file if s.enabled && s.trusted])

  message   = "Without Signed-By, or taken unsigned: ${join(", ", [for s in apt.sources : s.file if s.enabled && (s.signed_by == null || s.trusted)])}"
  rationale = "A source without Signed-By is taken for genuine when any key in trusted.gpg.d signs it: the maker of one small program could then replace packages of the distribution."
  remediation {
    text       = "Put the key of each source into a file of its own in /etc/apt/keyrings, name it with Signed-By: in the stanza, or [signed-by=FILE] in the line, and take trusted=yes away."
    impact     = "apt-get update refuses a source whose key is not the one that is named."
    disruption = "none"
  }
}

control "apt_option_off" {
  param "options" {
    type = list(string)
  }
  title    = "apt installs only what packages need: ${join(" and ", param.options)} off"
  severity = "low"

  when     = apt.exists
  when_not = "There is no apt on this machine."
  check    = none([for o in param.options : o if apt_conf(o).enabled])

  message   = "On: ${join(", ", [for o in param.options : o if apt_conf(o).enabled])}"
  rationale = "What packages only recommend is installed without anybody having asked for it, and has flaws of its own."
  remediation {
    text       = "Write ${join(" and ", [for o in param.options : "'${o} \"false\";'" if apt_conf(o).enabled])} into /etc/apt/apt.conf.d/99local."
    impact     = "Functions that rest on a recommended package are missing until it is installed by name."
    disruption = "none"

    fix "lines" {
      path  = "/etc/apt/apt.conf.d/99local"
      lines = [for o in param.options : "${o} \"false\";" if apt_conf(o).enabled]
    }
  }
}

control "updates_installed" {
  title    = "All updates are installed"
  severity = "high"

  question  = "Is there an update that is not installed?"
  procedure = "Run apt-get update and apt list --upgradable, or dnf check-update; then look whether a restart is due: /var/run/reboot-required, or needs-restarting -r."
  evidence  = [host.os_name, host.kernel, file("/var/lib/apt/lists").modified, file("/var/lib/dpkg/status").modified, file("/var/cache/dnf").modified, file("/run/reboot-required").exists]
  rationale = "Known flaws are looked for by everybody, first of all by programs. An update closes them."
  remediation {
    text       = "Run ${host.os_family == "rhel" ? "dnf upgrade" : "apt-get upgrade"}, and restart what needs it."
    impact     = "Services are restarted, and a new kernel waits for a reboot."
    disruption = "restart_daemon"
  }
}
