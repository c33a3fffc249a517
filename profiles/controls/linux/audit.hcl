# Watches of the kernel's audit system. A path is covered where writes and changes
# of its attributes are recorded, whoever makes them. A rule does not follow a link
# at its end, so the one to add names what the link leads to.

control "audit_watch_present" {
  param "path" {
    type = string
  }
  # Where some distributions keep the same file instead.
  param "elsewhere" {
    type    = list(string)
    default = []
  }
  title    = "Changes to ${param.path} leave an audit record"
  severity = "medium"

  when     = any([for p in concat([param.path], param.elsewhere) : file(p).exists])
  when_not = "${param.path} does not exist."
  check    = none([for p in concat([param.path], param.elsewhere) : p if file(p).exists && !audit_watch(p).covered])
  evidence = [audit_watch(param.path).rule, audit_watch(param.path).loaded, audit_watch(param.path).persisted]

  message   = "No audit rule records writes and attribute changes of ${join(", ", [for p in concat([param.path], param.elsewhere) : p if file(p).exists && !audit_watch(p).covered])}"
  rationale = "Whoever replaces or edits this path steers a program that runs as root. Without a watch nobody can say afterwards when it changed, and under which login."
  remediation {
    text       = "Add '-w ${join(" -p wa -k docker' and '-w ", distinct([for p in concat([param.path], param.elsewhere) : file(p).resolved if file(p).exists && !audit_watch(p).covered]))} -p wa -k docker' to /etc/audit/rules.d/docker.rules, then run augenrules --load."
    impact     = "Every change of the path writes a record, so the audit log grows; give it room and a rotation that suits."
    disruption = "none"

    fix "lines" {
      path = "/etc/audit/rules.d/docker.rules"
      lines = distinct([for p in concat([param.path], param.elsewhere) : "-w ${file(p).resolved} -p wa -k docker" if file(p).exists && !audit_watch(p).covered])
    }

    fix "package" {
      when  = !package("auditd").installed && !package("audit").installed
      names = [host.os_family == "rhel" ? "audit" : "auditd"]
      state = "present"
    }

    fix "run" {
      argv = ["augenrules", "--load"]
      live = true
    }
  }
}
