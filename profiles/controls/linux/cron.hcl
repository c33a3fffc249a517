# Jobs by time: cron and at. Where neither is installed nothing reads the files.

control "job_files_restricted" {
  param "paths" {
    type = list(string)
  }
  param "mode" {
    type = string
  }
  # Any of these brings a program that reads the files.
  param "packages" {
    type    = list(string)
    default = ["cron", "cronie", "bcron", "systemd-cron"]
  }
  title    = "${join(", ", param.paths)}: root's, with mode ${param.mode} at most"
  severity = "medium"

  when     = any([for p in param.packages : package(p).installed]) && any([for p in param.paths : files(p).exists])
  when_not = any([for p in param.packages : package(p).installed]) ? "${join(" and ", param.paths)} ${length(param.paths) == 1 ? "does" : "do"} not exist." : "None of ${join(", ", param.packages)} is installed."
  check = none(concat([
    for p in param.paths : [for f in files(p).found : "${f.path} has ${f.access}" if !access_within(f, param.mode, [])]
  ]...))

  message   = "${join("; ", concat([for p in param.paths : [for f in files(p).found : "${f.path} has ${f.access}" if !access_within(f, param.mode, [])]]...))}; mode ${param.mode} and root:root are the most it may grant"
  rationale = "cron runs what it finds here as root. Whoever may write a job is root at the next minute; whoever may read them learns what runs when, with which passwords."
  remediation {
    text       = "Run chown root:root and chmod ${mode_removal(param.mode)} on ${join(" ", concat([for p in param.paths : [for f in files(p).found : f.path if !access_within(f, param.mode, [])]]...))}, and setfacl -b where an access list lets more accounts in."
    impact     = "Other accounts no longer see the jobs of the system. cron itself is root and reads on."
    disruption = "none"

    fix "access" {
      paths = concat([for p in param.paths : [for f in files(p).found : f.path if !access_within(f, param.mode, [])]]...)
      mode = mode_removal(param.mode)
      owner = "root"
      group = "root"
    }

    fix "run" {
      when = length(concat([for p in param.paths : [for f in files(p).found : f.path if !access_within(f, param.mode, []) && length(f.acl) > 0]]...)) > 0
      argv = concat(["setfacl", "-b", "--"], concat([for p in param.paths : [for f in files(p).found : f.path if !access_within(f, param.mode, []) && length(f.acl) > 0]]...))
    }
  }
}

control "job_users_listed" {
  param "allow" {
    type = string
  }
  param "deny" {
    type = string
  }
  param "mode" {
    type    = string
    default = "0640"
  }
  # Besides root: the group that the program reads the list with.
  param "groups" {
    type    = list(string)
    default = []
  }
  param "packages" {
    type = list(string)
  }
  title    = "Who may plan jobs is listed in ${param.allow}"
  severity = "medium"

  when     = any([for p in param.packages : package(p).installed])
  when_not = "${join(" or ", param.packages)} is not installed."
  check    = any([for f in files(param.allow).found : f.type == "file"]) && none([for f in concat(files(param.allow).found, files(param.deny).found) : "${f.path} has ${f.access}" if !access_within(f, param.mode, param.groups)])

  message = files(param.allow).exists && !any([for f in files(param.allow).found : f.type == "file"]) ? "${param.allow} is no file" : files(param.allow).exists ? join("; ", concat(
    [for f in concat(files(param.allow).found, files(param.deny).found) : "${f.path} has ${f.access}" if !access_within(f, param.mode, param.groups)],
    ["mode ${param.mode} and ${join(" or ", [for g in concat(["root"], param.groups) : "root:${g}"])} are the most it may grant"],
  )) : "${param.allow} does not exist: ${files(param.deny).exists ? "everybody whom ${param.deny} does not name may plan jobs" : "who may plan jobs is left to the program's default"}"
  rationale = "A job runs when nobody is there and outlives its owner's session, and often the account's end. A list of the few who need that keeps it to them; a list of those who may not forgets the next account."
  remediation {
    text       = "${files(param.allow).exists ? "" : "Create ${param.allow} with the names of those who need it, one a line; root may always. Then run "}${files(param.allow).exists ? "Run " : ""}chown root:${concat(param.groups, ["root"])[0]} ${param.allow}${files(param.deny).exists ? " ${param.deny}" : ""} and chmod ${mode_removal(param.mode)} ${param.allow}${files(param.deny).exists ? " ${param.deny}" : ""}."
    impact     = "Accounts that are not on the list can no longer plan jobs; those they have keep running."
    disruption = "none"

    # Only root, until names are added.
    fix "lines" {
      when  = !files(param.allow).exists
      path  = param.allow
      lines = ["root"]
    }

    fix "access" {
      paths = concat([param.allow], [for f in files(param.deny).found : f.path])
      mode = mode_removal(param.mode)
      owner = "root"
      group = concat(param.groups, ["root"])[0]
    }
  }
}
