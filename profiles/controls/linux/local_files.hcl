# What one pass over the local file systems finds. What the pass left out is shown
# as evidence: network file systems, containers' storage, pseudo file systems.

control "local_files_not_world_writable" {
  title    = "No file and no shared directory is open to changes by everybody"
  severity = "high"

  check    = none(local_files.world_writable) && none(local_files.world_writable_directories)
  evidence = [local_files.seen, local_files.skipped]

  message   = "Files that every account can change: ${length(local_files.world_writable)}; directories in which everybody may remove what others put there: ${length(local_files.world_writable_directories)}"
  rationale = "Whoever gets a foothold as any account can rewrite such a file and wait for another account to use it. In a directory without the sticky bit anybody may also exchange files that belong to others."
  remediation {
    text = join(" ", concat(
      none(local_files.world_writable) ? [] : ["Run chmod o-w ${join(" ", slice(local_files.world_writable, 0, min(5, length(local_files.world_writable))))}${length(local_files.world_writable) > 5 ? ", and so with the others that the evidence lists" : ""}."],
      none(local_files.world_writable_directories) ? [] : ["Run chmod a+t ${join(" ", slice(local_files.world_writable_directories, 0, min(5, length(local_files.world_writable_directories))))}${length(local_files.world_writable_directories) > 5 ? ", and so with the others that the evidence lists" : ""}."],
    ))
    impact     = "A program that relied on writing as any account stops working until it gets a group of its own."
    disruption = "none"
  }
}

control "local_files_owned" {
  title    = "Every file belongs to an account and a group that exist"
  severity = "medium"

  check    = none(local_files.unowned)
  evidence = [local_files.seen, local_files.skipped]

  message   = "Without an owner or group that has a name: ${length(local_files.unowned)} of ${local_files.seen} files"
  rationale = "The next account that is given such a number owns the files, and with them whatever they open. They often are what a removed account or an unpacked archive left."
  remediation {
    text       = "Find out where ${join(", ", slice(local_files.unowned, 0, min(5, length(local_files.unowned))))} ${length(local_files.unowned) > 5 ? "and the others that the evidence lists " : ""}came from, then chown them to the account that needs them or delete them. Never do so in bulk below the storage of containers: their ids are mapped."
    impact     = "A program that runs under a bare number loses access to its files when they are given to an account."
    disruption = "none"
  }
}

control "setid_programs_reviewed" {
  title    = "Each program with setuid or setgid bit is known and needed"
  severity = "medium"

  evidence = [local_files.setid, local_files.skipped]

  question  = "Does each program that runs with its owner's or group's rights come from a package of the distribution or a supplier, unchanged, and is it needed here?"
  procedure = "Go through the list: find each program's package (dpkg -S or rpm -qf), verify it (dpkg --verify, rpm -V), and remove the bit with chmod u-s or g-s where nobody needs it."
  rationale = "A fault in any of these programs gives its owner's rights to every account that may start it, so each one has to earn its place."
  remediation {
    text       = "Remove the bits from what is not needed with chmod u-s,g-s, or remove its package; ask where a program that no package owns came from."
    impact     = "Accounts lose what the program let them do, such as changing their own password."
    disruption = "none"
  }
}
