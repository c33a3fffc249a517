# Home directories of the accounts that people work in. A home on another machine's
# file system is not looked at; the result names it.

control "homes_private" {
  param "mode" {
    type    = string
    default = "0750"
  }
  title    = "Every home exists, is its user's, and grants no more than mode ${param.mode}"
  severity = "medium"

  check = none([
    for d in homes.homes : "${d.path} of ${d.user}"
    if !(d.exists ? d.type == "directory" && d.owner == d.uid && mode_within(d.mode, param.mode) : false)
  ])
  evidence = [homes.skipped]

  message = join("; ", [
    for d in homes.homes : "${d.path} of ${d.user} ${d.exists ? "is a ${d.type} of uid ${d.owner} with mode ${d.mode}" : "does not exist"} (${d.origin})"
    if !(d.exists ? d.type == "directory" && d.owner == d.uid && mode_within(d.mode, param.mode) : false)
  ])
  rationale = "Keys, mail and drafts lie in a home. What its mode lets others read they read; in a home that is somebody else's, that one decides what the user's shell runs. Without a home the session starts in /."
  remediation {
    text = "${join("; ", [
      for d in homes.homes : d.exists ? "chown ${d.user} ${d.path} && chmod ${mode_removal(param.mode)} ${d.path}" : "mkhomedir_helper ${d.user}, or usermod -s /usr/sbin/nologin ${d.user} if nobody works in it"
      if !(d.exists ? d.type == "directory" && d.owner == d.uid && mode_within(d.mode, param.mode) : false)
    ])}."
    impact     = "Programs that serve files from a home, such as a web server, need an access list for their account."
    disruption = "none"
  }
}

control "dotfiles_private" {
  title    = "Dotfiles in homes are their users', hold no rule that lets others in, and cannot be written by others"
  severity = "medium"

  check = none([
    for f in homes.dotfiles : "${f.path} (${f.mode}, ${f.owner})"
    if contains([".forward", ".rhosts"], f.name) || f.type == "file" && (!f.own || !mode_within(f.mode, contains([".netrc", ".bash_history"], f.name) ? "0600" : "0644"))
  ])
  evidence = [homes.skipped]

  message = join("; ", [
    for f in homes.dotfiles : contains([".forward", ".rhosts"], f.name) ? "${f.path} exists" : "${f.path} has mode ${f.mode} and belongs to ${f.owner}"
    if contains([".forward", ".rhosts"], f.name) || f.type == "file" && (!f.own || !mode_within(f.mode, contains([".netrc", ".bash_history"], f.name) ? "0600" : "0644"))
  ])
  rationale = "A shell runs its user's dotfiles at each start; who may write one runs commands as that user. .rhosts lets other machines in without a password, .forward sends mail away, .netrc and the history hold passwords."
  remediation {
    text = "${join("; ", [
      for f in homes.dotfiles : contains([".forward", ".rhosts"], f.name) ? "rm ${f.path}" : "chown ${f.user}: ${f.path} && chmod ${mode_removal(contains([".netrc", ".bash_history"], f.name) ? "0600" : "0644")} ${f.path}"
      if contains([".forward", ".rhosts"], f.name) || f.type == "file" && (!f.own || !mode_within(f.mode, contains([".netrc", ".bash_history"], f.name) ? "0600" : "0644"))
    ])}. Ask their users first."
    impact     = "Mail that .forward sent on stays here; logins over .rhosts end. A dotfile that could be executed can no longer be: nothing but its owner's scripts needs that."
    disruption = "none"
  }
}
