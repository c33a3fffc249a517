# AIDE compares files with what they were. A change of the tools that record what
# happens has to be noticed first.

control "aide_watches_tools" {
  # By any of their names; those that do not exist need no rule.
  param "tools" {
    type    = list(string)
    default = ["/sbin/auditctl", "/sbin/auditd", "/sbin/ausearch", "/sbin/aureport", "/sbin/autrace", "/sbin/augenrules"]
  }
  param "attributes" {
    type    = list(string)
    default = ["p", "i", "n", "u", "g", "s", "b", "acl", "xattrs", "sha512"]
  }
  title    = "AIDE notices every change of ${join(", ", param.tools)}"
  severity = "medium"

  when     = aide.exists && any([for t in param.tools : file(t).exists])
  when_not = aide.exists ? "None of the tools is on this machine." : "AIDE has no configuration here."
  check = none([
    for t in param.tools : "${file(t).resolved} without ${join(", ", setsubtract(param.attributes, aide_rule(file(t).resolved).attributes))}"
    if file(t).exists && length(setsubtract(param.attributes, aide_rule(file(t).resolved).attributes)) > 0
  ])

  message = join("; ", [
    for t in param.tools : aide_rule(file(t).resolved).selected ? "${file(t).resolved}: the rule '${aide_rule(file(t).resolved).rule}' leaves out ${join(", ", setsubtract(param.attributes, aide_rule(file(t).resolved).attributes))}" : "${file(t).resolved}: no rule"
    if file(t).exists && length(setsubtract(param.attributes, aide_rule(file(t).resolved).attributes)) > 0
  ])
  rationale = "Whoever has broken in replaces the tools that would show it. Their reports are worth as much as the proof that they are still the distribution's."
  remediation {
    text = "Add to ${aide.config}, above rules for the whole directory: ${join("; ", [
      for t in param.tools : "${file(t).resolved} ${join("+", param.attributes)}"
      if file(t).exists && length(setsubtract(param.attributes, aide_rule(file(t).resolved).attributes)) > 0
    ])}. Then run aide --update and put the new database into place."
    impact     = "Each update of the package auditd shows up in the next report, until the database is renewed."
    disruption = "none"
  }
}

control "aide_database_made" {
  param "package" {
    type    = string
    default = "aide"
  }
  title    = "AIDE is installed and has a database to compare with"
  severity = "medium"

  check = package(param.package).installed && aide.database_exists

  message   = package(param.package).installed ? "${aide.database == null ? "The configuration names no database" : "${aide.database} does not exist"}: there is nothing to compare with" : "${param.package} is not installed"
  rationale = "Without a record of what the files were, a replaced program or an added key stays unseen for as long as it works."
  remediation {
    text       = "${package(param.package).installed ? "" : "Run ${host.install} ${param.package}. "}Run aide --init on a machine that you trust, move the new database to where the configuration expects it${package(param.package).installed && aide.database != null ? " (${aide.database})" : ""}, and keep a copy elsewhere."
    impact     = "The first run reads every file that the rules name; choose a quiet hour."
    disruption = "none"
  }
}

control "aide_check_scheduled" {
  param "timer" {
    type    = string
    default = "aidecheck.timer"
  }
  title    = "AIDE compares the files regularly"
  severity = "medium"

  check    = unit(param.timer).enabled && unit(param.timer).active || length(aide.jobs) > 0
  evidence = [aide.jobs]

  message   = "Nothing runs aide --check: ${unit(param.timer).exists ? "${param.timer} is ${unit(param.timer).enabled ? "enabled but not active" : "not enabled"}" : "there is no ${param.timer}"}, and no job of cron does it"
  rationale = "A database that nobody compares with finds nothing. The report of last night is what shows a change while its traces are fresh."
  remediation {
    text       = "Add to root's crontab (crontab -e): 0 5 * * * /usr/sbin/aide --check. Or write ${param.timer} with its service, and run systemctl enable --now ${param.timer}."
    impact     = "Reading all the files costs the disk some minutes a day."
    disruption = "none"
  }
}
