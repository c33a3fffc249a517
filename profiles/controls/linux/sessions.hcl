# What sessions start with: the mask of new files, the idle limit, root's PATH. It
# is read from the files, not from a session.

control "session_umask" {
  # These bits are to be masked, at least.
  param "umask" {
    type    = string
    default = "0027"
  }
  title    = "New files of everybody's sessions are masked with ${param.umask}"
  severity = "medium"

  check = none(concat(
    [for u in shell_init.umasks : "${u.text} (${u.origin})" if u.value != null && !u.in_function && !mode_within(param.umask, u.value)],
    [for u in pam_umask.lines : "umask=${u.value} (${u.origin})" if !mode_within(param.umask, u.value)],
  )) && (login_defs.umask == null ? true : mode_within(param.umask, login_defs.umask)) && (login_defs.umask != null || length(pam_umask.lines) > 0 || any([for u in shell_init.umasks : !u.in_function]))
  ask      = none([for u in shell_init.umasks : u if u.value != null && !u.in_function && !mode_within(param.umask, u.value)]) && any([for u in shell_init.umasks : u.value == null || u.in_function && !mode_within(param.umask, u.value)])
  evidence = [login_defs.umask, login_defs.usergroups_enab, shell_init.umasks, pam_umask.lines]

  message = join("; ", concat(
    [for u in shell_init.umasks : "${u.text} (${u.origin}${u.conditional ? ", in a condition" : ""})" if u.value != null && !u.in_function && !mode_within(param.umask, u.value)],
    [for u in pam_umask.lines : "umask=${u.value} (${u.origin})" if !mode_within(param.umask, u.value)],
    [login_defs.umask == null ? "UMASK is not set in /etc/login.defs" : "UMASK is ${login_defs.umask} in /etc/login.defs"],
  ))
  question  = "Do new files of a session get at least the mask ${param.umask}, although a file sets one that can only be told by running it?"
  procedure = "Look at the lines that the evidence names: a function counts if something calls it, a variable by what it holds. Then log in as an ordinary user and run umask."
  rationale = "What a program does not protect itself, the umask does. A loose one lets every account read what people save, and members of a shared group change it."
  remediation {
    text       = "Set UMASK ${trimprefix(param.umask, "0")} in /etc/login.defs, and the same or none in ${none(shell_init.umasks) ? "the files that shells read first" : join(", ", [for u in shell_init.umasks : u.origin])}${none(pam_umask.lines) ? "" : " and ${join(", ", [for u in pam_umask.lines : u.origin])}"}."
    impact     = "Directories that people share need an access list or a set-group-id bit, and services that other accounts read from need their own mask."
    disruption = "none"

    fix "settings" {
      when = none([for u in shell_init.umasks : u if u.value != null && !u.in_function && !mode_within(param.umask, u.value)]) && none([for u in pam_umask.lines : u if !mode_within(param.umask, u.value)])
      path = "/etc/login.defs"
      form = "space"
      set  = { UMASK = trimprefix(param.umask, "0") }
    }
  }
}

control "root_umask" {
  param "umask" {
    type    = string
    default = "0027"
  }
  title    = "root's own files set no umask below ${param.umask}"
  severity = "medium"

  check    = none([for u in shell_init.root_umasks : "${u.text} (${u.origin})" if u.value != null && !u.in_function && !mode_within(param.umask, u.value)])
  ask      = none([for u in shell_init.root_umasks : u if u.value != null && !u.in_function && !mode_within(param.umask, u.value)]) && any([for u in shell_init.root_umasks : u.value == null || u.in_function && !mode_within(param.umask, u.value)])
  evidence = [shell_init.root_umasks]

  message   = join("; ", [for u in shell_init.root_umasks : "${u.text} (${u.origin}${u.conditional ? ", in a condition" : ""})" if u.value != null && !u.in_function && !mode_within(param.umask, u.value)])
  question  = "Does root's session keep at least the mask ${param.umask}, although one of root's files sets one that can only be told by running it?"
  procedure = "Look at the lines that the evidence names: a function counts if something calls it, a variable by what it holds. Then log in as root and run umask."
  rationale = "What root writes in haste is often a copy of a key, a dump or a configuration with a password. A loose mask shows it to every account."
  remediation {
    text       = "Delete ${join(" and ", [for u in shell_init.root_umasks : "${u.text} (${u.origin})" if u.value != null && !u.in_function && !mode_within(param.umask, u.value)])}, or set ${param.umask} there."
    impact     = "Files that root makes for others need chmod."
    disruption = "none"
  }
}

control "session_timeout" {
  # Seconds.
  param "max" {
    type    = number
    default = 900
  }
  title    = "An idle shell ends after at most ${param.max} seconds"
  severity = "medium"

  check    = length(shell_init.tmout) == 1 && none([for t in shell_init.tmout : "${t.seconds} (${t.origin})" if t.seconds != null && (t.seconds < 1 || t.seconds > param.max)]) && shell_init.tmout_readonly && shell_init.tmout_exported
  ask      = any([for t in shell_init.tmout : t.conditional || t.in_function || t.seconds == null]) && none([for t in shell_init.tmout : t if t.seconds != null && (t.seconds < 1 || t.seconds > param.max)])
  evidence = [shell_init.tmout]

  message = join("; ", concat(
    none(shell_init.tmout) ? ["TMOUT is set nowhere"] : [for t in shell_init.tmout : "TMOUT is ${t.seconds == null ? "not a plain number" : "${t.seconds}"} (${t.origin})"],
    none(shell_init.tmout) || shell_init.tmout_readonly ? [] : ["it is not readonly"],
    none(shell_init.tmout) || shell_init.tmout_exported ? [] : ["it is not exported"],
  ))
  question  = "Does every idle shell end after at most ${param.max} seconds, although TMOUT is only set on a condition or to what can only be told by running the file?"
  procedure = "Look at the lines that the evidence names. Log in as an ordinary user and as root, with and without a login shell, and run: readonly -p | grep TMOUT."
  rationale = "A terminal that somebody left is a session that whoever passes by can use. A user who can change the limit will."
  remediation {
    text       = "Write one line, typeset -xr TMOUT=${param.max}, into /etc/profile.d/tmout.sh${none(shell_init.tmout) ? "" : ", and take ${join(", ", [for t in shell_init.tmout : t.origin])} away"}."
    impact     = "A shell that waits at its prompt for longer is closed, also in tmux and screen; what runs in it goes on."
    disruption = "none"

    fix "lines" {
      when  = none(shell_init.tmout)
      path  = "/etc/profile.d/tmout.sh"
      lines = ["TMOUT=${param.max}", "readonly TMOUT", "export TMOUT"]
    }
  }
}

control "root_path_safe" {
  title    = "root's PATH names only directories of root"
  severity = "high"

  check = none([
    for e in shell_init.root_path : "${e.entry == "" ? "an empty entry" : e.entry} (${e.origin})"
    if e.literal && (!startswith(e.entry, "/") || (e.exists ? e.type != "directory" || e.uid != 0 || !mode_within(e.mode, "7755") : !e.conditional))
  ])
  ask = any([for e in shell_init.root_path : !e.literal]) && none([
    for e in shell_init.root_path : e
    if e.literal && (!startswith(e.entry, "/") || (e.exists ? e.type != "directory" || e.uid != 0 || !mode_within(e.mode, "7755") : !e.conditional))
  ])
  evidence = [[for e in shell_init.root_path : "${e.entry} (${e.origin})" if !e.literal]]

  message = join("; ", distinct([
    for e in shell_init.root_path : "${e.entry == "" ? "an empty entry" : e.entry}: ${e.access} (${e.origin})"
    if e.literal && (!startswith(e.entry, "/") || (e.exists ? e.type != "directory" || e.uid != 0 || !mode_within(e.mode, "7755") : !e.conditional))
  ]))
  question  = "Does root's PATH name only directories of root that nobody else may write to, although a file extends it by what can only be told by running it?"
  procedure = "Log in as root and run: echo $PATH. Each entry has to start with a slash, and ls -ld of it has to show root as its owner and no w for group and others."
  rationale = "Whoever can put a program into a directory of root's PATH decides what runs when root types a name. An empty entry and a dot stand for wherever root happens to be."
  remediation {
    text = "Take out of PATH, or give to root with mode 0755: ${join(", ", distinct([
      for e in shell_init.root_path : "${e.entry == "" ? "the empty entry" : e.entry} (${e.origin})"
      if e.literal && (!startswith(e.entry, "/") || (e.exists ? e.type != "directory" || e.uid != 0 || !mode_within(e.mode, "7755") : !e.conditional))
    ]))}."
    impact     = "Programs of those directories have to be called with their full name."
    disruption = "none"
  }
}
