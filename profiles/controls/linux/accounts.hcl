# What the account files say line by line: ids and names that two lines share,
# rights of root, shells, and where passwords lie.

control "uid_zero_only_root" {
  title    = "Only root has the user id 0"
  severity = "critical"

  check = none([for u in accounts.users : "${u.name} (${u.origin})" if u.uid == 0 && u.name != "root"])

  message   = "The user id 0 also belongs to ${join(", ", [for u in accounts.users : "${u.name} (${u.origin})" if u.uid == 0 && u.name != "root"])}"
  rationale = "The kernel knows root by its number. A second name for it is a second password for everything, and the logs do not tell the two apart."
  remediation {
    text       = "Give each a number of its own, or remove it: ${join("; ", [for u in accounts.users : "usermod -u NEW_UID ${u.name}" if u.uid == 0 && u.name != "root"])}. Let its people use sudo."
    impact     = "What ran under that name as root stops working until it goes through sudo or a service of its own."
    disruption = "none"
  }
}

control "gid_zero_users" {
  # Besides root.
  param "allowed" {
    type    = list(string)
    default = ["sync", "shutdown", "halt", "operator"]
  }
  title    = "Group 0 is the primary group of root alone"
  severity = "high"

  check = none([for u in accounts.users : "${u.name} (${u.origin})" if u.gid == 0 && u.name != "root" && !contains(param.allowed, u.name)])

  message   = "Group 0 is the primary group of ${join(", ", [for u in accounts.users : "${u.name} (${u.origin})" if u.gid == 0 && u.name != "root" && !contains(param.allowed, u.name)])}"
  rationale = "Files that root shares with its group are then open to that account, and what it creates can be read or written by root's group."
  remediation {
    text       = "Give each a group of its own: ${join("; ", [for u in accounts.users : "usermod -g GROUP ${u.name}" if u.gid == 0 && u.name != "root" && !contains(param.allowed, u.name)])}, then look for files that belong to group root and should not."
    impact     = "The account loses access that it had through group root."
    disruption = "none"
  }
}

control "gid_zero_groups" {
  title    = "Only the group root has the group id 0"
  severity = "high"

  check = none([for g in accounts.groups : "${g.name} (${g.origin})" if g.gid == 0 && g.name != "root"])

  message   = "The group id 0 also belongs to ${join(", ", [for g in accounts.groups : "${g.name} (${g.origin})" if g.gid == 0 && g.name != "root"])}"
  rationale = "Members of a second group with root's number are members of root's group, and no list of that group's members shows them."
  remediation {
    text       = "Give each a number of its own, or remove it: ${join("; ", [for g in accounts.groups : "groupmod -g NEW_GID ${g.name}" if g.gid == 0 && g.name != "root"])}."
    impact     = "Its members lose what they had through group 0."
    disruption = "none"
  }
}

control "root_password_guarded" {
  # How root may stand: set, locked, locked with hash.
  param "states" {
    type    = list(string)
    default = ["set", "locked", "locked with hash"]
  }
  title    = "The account root has a password${contains(param.states, "locked") ? " or is locked" : ""}"
  severity = "critical"

  check    = any([for p in accounts.passwords : p.name == "root" && contains(param.states, p.state)])
  evidence = [[for p in accounts.passwords : "${p.state} (${p.origin})" if p.name == "root"]]

  message   = "The password of root is: ${join(", ", [for p in accounts.passwords : "${p.state} (${p.origin})" if p.name == "root"])}"
  rationale = "Without a password anyone at the console is root; and where rescue mode asks for root's password, a machine without one cannot be mended."
  remediation {
    text       = "Set a password with passwd root${contains(param.states, "locked") ? ", or lock the account with usermod -L root after making sure that sudo works" : ""}."
    impact     = "Whoever is responsible for the machine has to keep the new password."
    disruption = "none"
  }
}

control "account_keys_unique" {
  # uid, user name, gid or group name.
  param "kind" {
    type = string
  }
  title    = "No two ${startswith(param.kind, "g") ? "groups" : "users"} share a ${param.kind}"
  severity = "high"

  check = none([for s in startswith(param.kind, "g") ? accounts.shared_groups : accounts.shared_users : "${s.key}: ${join(", ", s.lines)}" if s.kind == param.kind])

  message   = "The same ${param.kind} for ${join("; ", [for s in startswith(param.kind, "g") ? accounts.shared_groups : accounts.shared_users : "${s.key}: ${join(", ", s.lines)}" if s.kind == param.kind])}"
  rationale = "Rights hang on the number, and programs find it by the first line with the name. Where two lines share one, each has the other's files, and no record tells who acted."
  remediation {
    text       = "Keep one line of each, and give the other its own ${param.kind} (${startswith(param.kind, "g") ? "groupmod" : "usermod"}) or remove it. Then find the files of the old number with find / -xdev -${startswith(param.kind, "g") ? "gid" : "uid"} and hand them over."
    impact     = "Files keep the number they have; those of the changed account must be handed to it."
    disruption = "none"
  }
}

control "passwd_groups_exist" {
  title    = "The primary group of every user exists"
  severity = "medium"

  check    = none([for u in accounts.users : "${u.name}: ${u.gid} (${u.origin})" if u.group == null])
  evidence = [[for l in concat(accounts.malformed, accounts.bad_groups) : "${l.origin}: ${l.why}"]]

  message   = "No line of /etc/group has the primary group of ${join(", ", [for u in accounts.users : "${u.name}: ${u.gid} (${u.origin})" if u.group == null])}"
  rationale = "A group created later may be given the free number, and then reads and writes what those users left to their group."
  remediation {
    text       = "${join("; ", [for u in accounts.users : "groupadd -g ${u.gid} ${u.name}" if u.group == null])}, or give the user another primary group with usermod -g."
    impact     = "None while nobody is made a member of the new group."
    disruption = "none"
  }
}

control "group_without_members" {
  param "group" {
    type = string
  }
  title    = "Nobody is in the group ${param.group}"
  severity = "high"

  when     = group(param.group).exists
  when_not = "There is no group ${param.group}."
  check    = none([for m in group(param.group).members : m])

  message   = "In the group ${param.group}: ${join(", ", group(param.group).members)}"
  rationale = "The group exists for programs that carry its rights themselves. A person in it can read every password hash and guess at leisure, elsewhere."
  remediation {
    text       = "${join("; ", [for m in group(param.group).members : "gpasswd -d ${m} ${param.group}"])}; an account whose primary group it is needs another: usermod -g GROUP ACCOUNT."
    impact     = "These accounts lose the access that the group gave."
    disruption = "none"

    fix "run" {
      argvs = [for m in group(param.group).members : ["gpasswd", "-d", m, param.group] if !startswith(m, "-")]
    }
  }
}
