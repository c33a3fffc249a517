# Files that root's programs trust: who owns them, and what they grant. Each path
# may be a pattern such as /etc/ssh/sshd_config.d/*.conf.

control "files_restricted" {
  param "paths" {
    type = list(string)
  }
  param "mode" {
    type = string
  }
  # Besides root.
  param "groups" {
    type    = list(string)
    default = []
  }
  # Where no file at all is as good as a well-kept one.
  param "absent_ok" {
    type    = bool
    default = false
  }
  title    = "${join(", ", param.paths)}: root's, with mode ${param.mode} at most"
  severity = "medium"

  when     = param.absent_ok || any([for p in param.paths : files(p).exists])
  when_not = "${join(" and ", param.paths)} ${length(param.paths) == 1 ? "does" : "do"} not exist."
  check = none(concat([
    for p in param.paths : [for f in files(p).found : "${f.path} has ${f.access}" if !access_within(f, param.mode, param.groups)]
  ]...))

  message   = "${join("; ", concat([for p in param.paths : [for f in files(p).found : "${f.path} has ${f.access}" if !access_within(f, param.mode, param.groups)]]...))}; mode ${param.mode} and ${join(" or ", [for g in concat(["root"], param.groups) : "root:${g}"])} are the most it may grant"
  rationale = "Programs that run as root act upon these files, or keep secrets in them. Every account that owns one, or that a surplus bit or an access list lets in, shares that power."
  remediation {
    text       = "Run chown root:${concat(param.groups, ["root"])[0]} and chmod ${mode_removal(param.mode)} on ${join(" ", concat([for p in param.paths : [for f in files(p).found : f.path if !access_within(f, param.mode, param.groups)]]...))}, and setfacl -b where an access list lets more accounts in."
    impact     = "Accounts that used the surplus rights lose them; give those that need the content a way of their own, such as sudo."
    disruption = "none"

    fix "access" {
      paths = concat([for p in param.paths : [for f in files(p).found : f.path if !access_within(f, param.mode, param.groups)]]...)
      mode = mode_removal(param.mode)
      owner = "root"
      group = concat(param.groups, ["root"])[0]
    }

    fix "run" {
      when = length(concat([for p in param.paths : [for f in files(p).found : f.path if !access_within(f, param.mode, param.groups) && length(f.acl) > 0]]...)) > 0
      argv = concat(["setfacl", "-b", "--"], concat([for p in param.paths : [for f in files(p).found : f.path if !access_within(f, param.mode, param.groups) && length(f.acl) > 0]]...))
    }
  }
}

control "package_files_reviewed" {
  title    = "Modes and owners of packaged files are as their packages set them, or the difference is meant"
  severity = "medium"

  evidence  = [host.os_name, host.root]
  question  = "Is every mode, owner and group that differs from what its package set a difference that somebody meant?"
  procedure = "As root, run: rpm -Va --nomtime --nosize --nomd5 --nolinkto. Each line names a file whose mode (M), owner (U), group (G) or capabilities (P) differ. For each, find out who changed it and why. What grants less, as this benchmark asks of some files, is meant. Take the rest back with rpm --restore PACKAGE, and keep the list with its reasons."
  rationale = "A surplus bit on one program of the system is enough to become root, and among thousands of files only the package's own record shows which were changed."
  remediation {
    text       = "Run rpm --restore PACKAGE (before RHEL 9 rpm --setperms and --setugids) for the packages of files whose difference nobody meant."
    impact     = "It also takes back what was made stricter on purpose in that package."
    disruption = "none"
  }
}
