# Owner and mode of one file or directory, and of a systemd unit with its drop-ins.

control "file_owned_by_root" {
  param "path" {
    type = string
  }
  title    = "${param.path} belongs to root and group root"
  severity = "high"

  when     = file(param.path).exists
  when_not = "${param.path} does not exist."
  check    = file(param.path).uid == 0 && file(param.path).gid == 0

  message   = "${param.path} belongs to ${file(param.path).owner}:${file(param.path).group}"
  rationale = "The owner of a file can always rewrite it. What root's programs read on start must therefore be root's own."
  remediation {
    text       = "Run chown root:root ${param.path}."
    impact     = "An account that edited the file directly has to use sudo from then on."
    disruption = "none"

    fix "access" {
      paths = [param.path]
      owner = "root"
      group = "root"
    }
  }
}

control "file_mode_within" {
  param "path" {
    type = string
  }
  param "mode" {
    type = string
  }
  title    = "${param.path} grants no more than mode ${param.mode}"
  severity = "medium"

  when     = file(param.path).exists
  when_not = "${param.path} does not exist."
  check    = mode_within(file(param.path).mode, param.mode)

  message   = "${param.path} has mode ${file(param.path).mode}; ${param.mode} is the most it may grant"
  rationale = "Every bit beyond what the file's readers need lets another account on the machine read or rewrite settings that root acts upon."
  remediation {
    text       = "Run chmod ${param.mode} ${param.path}."
    impact     = "Accounts outside the owner and group lose the access they had through the surplus bits."
    disruption = "none"

    fix "access" {
      paths = [param.path]
      mode = mode_removal(param.mode)
    }
  }
}

control "unit_owned_by_root" {
  param "unit" {
    type = string
  }
  title    = "The unit file of ${param.unit} and its drop-ins belong to root"
  severity = "high"

  when     = unit(param.unit).exists && !unit(param.unit).masked
  when_not = unit(param.unit).exists ? "The unit ${param.unit} is masked." : "There is no unit ${param.unit}."
  check = none([
    for f in concat([unit(param.unit).fragment_path], unit(param.unit).drop_in_paths) : "${f} ${file(f).owner}:${file(f).group}"
    if file(f).uid != 0 || file(f).gid != 0
  ])

  message   = "${param.unit} is defined by ${join(" and ", [for f in concat([unit(param.unit).fragment_path], unit(param.unit).drop_in_paths) : "${f} of ${file(f).owner}:${file(f).group}" if file(f).uid != 0 || file(f).gid != 0])}"
  rationale = "systemd runs what the unit and its drop-ins say, as root. The owner of any of these files decides what that is."
  remediation {
    text       = "Run chown root:root ${join(" ", [for f in concat([unit(param.unit).fragment_path], unit(param.unit).drop_in_paths) : f if file(f).uid != 0 || file(f).gid != 0])}."
    impact     = "None: systemd reads the files as root."
    disruption = "none"

    fix "access" {
      paths = [for f in concat([unit(param.unit).fragment_path], unit(param.unit).drop_in_paths) : f if file(f).uid != 0 || file(f).gid != 0]
      owner = "root"
      group = "root"
    }
  }
}

control "unit_mode_within" {
  param "unit" {
    type = string
  }
  param "mode" {
    type = string
  }
  title    = "The unit file of ${param.unit} and its drop-ins grant no more than mode ${param.mode}"
  severity = "high"

  when     = unit(param.unit).exists && !unit(param.unit).masked
  when_not = unit(param.unit).exists ? "The unit ${param.unit} is masked." : "There is no unit ${param.unit}."
  check = none([
    for f in concat([unit(param.unit).fragment_path], unit(param.unit).drop_in_paths) : "${f} ${file(f).mode}"
    if !mode_within(file(f).mode, param.mode)
  ])

  message   = "${param.unit} is defined by ${join(" and ", [for f in concat([unit(param.unit).fragment_path], unit(param.unit).drop_in_paths) : "${f} with mode ${file(f).mode}" if !mode_within(file(f).mode, param.mode)])}; ${param.mode} is the most it may grant"
  rationale = "A unit or drop-in that others may write hands them the command line of a service that runs as root."
  remediation {
    text       = "Run chmod ${param.mode} ${join(" ", [for f in concat([unit(param.unit).fragment_path], unit(param.unit).drop_in_paths) : f if !mode_within(file(f).mode, param.mode)])}."
    impact     = "None: systemd reads the files as root."
    disruption = "none"

    fix "access" {
      paths = [for f in concat([unit(param.unit).fragment_path], unit(param.unit).drop_in_paths) : f if !mode_within(file(f).mode, param.mode)]
      mode = mode_removal(param.mode)
    }
  }
}
