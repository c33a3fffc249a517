# The clock: one program keeps it, from servers that were agreed on. Rows about a
# program that is not in use are left out.

control "one_time_daemon" {
  param "daemons" {
    type    = list(string)
    default = ["chrony", "systemd-timesyncd"]
  }
  title    = "One program keeps the clock: ${join(" or ", param.daemons)}"
  severity = "medium"

  when     = host.own_kernel && host.systemd
  when_not = host.own_kernel ? "systemd does not run this machine." : "This machine runs on the kernel of another, which keeps the clock."
  check    = length(time_daemon.in_use) == 1 && length(setsubtract(time_daemon.in_use, param.daemons)) == 0 && time_daemon.active

  message   = length(time_daemon.in_use) == 0 ? "Nobody keeps the clock" : "In use: ${join(", ", time_daemon.in_use)}${length(time_daemon.in_use) == 1 && contains(param.daemons, time_daemon.in_use[0]) ? ", which is not active" : ""}"
  rationale = "Logs of several machines can be held against each other only where clocks agree, and certificates and tickets are refused where they do not. Two programs pull one clock in two directions."
  remediation {
    text       = "Keep one of ${join(" and ", param.daemons)}: run systemctl enable --now for its service, and stop, disable and mask all others."
    impact     = "The clock may jump once."
    disruption = "none"
  }
}

control "time_unit_running" {
  param "daemon" {
    type = string
  }
  param "unit" {
    type = string
  }
  title    = "${param.unit} keeps the clock, now and after a restart"
  severity = "medium"

  when     = contains(time_daemon.in_use, param.daemon)
  when_not = "${param.daemon} is not in use."
  check    = unit(param.unit).enabled && unit(param.unit).active

  message   = "${param.unit} is ${unit(param.unit).state}${unit(param.unit).enabled ? ", started at boot, but not active" : " and not started at boot"}"
  rationale = "A clock that nobody keeps drifts by seconds a day; logs and certificates depend on it."
  remediation {
    text       = "Run systemctl unmask ${param.unit} and systemctl enable --now ${param.unit}."
    impact     = "The clock may jump once."
    disruption = "none"

    fix "unit" {
      when  = unit(param.unit).exists
      names = [param.unit]
      state = "enabled"
    }
  }
}

control "timesyncd_servers" {
  # Names or addresses; without them every server passes.
  param "approved" {
    type    = list(string)
    default = []
  }
  title    = "systemd-timesyncd is told which servers to ask${length(param.approved) == 0 ? "" : ": ${join(", ", param.approved)}"}"
  severity = "medium"

  when     = contains(time_daemon.in_use, "systemd-timesyncd")
  when_not = "systemd-timesyncd is not in use."
  check = length(systemd_conf("timesyncd.conf/Time/NTP").values) > 0 && none([
    for s in split(" ", join(" ", concat(systemd_conf("timesyncd.conf/Time/NTP").values, systemd_conf("timesyncd.conf/Time/FallbackNTP").values))) : s
    if length(param.approved) > 0 && s != "" && !contains(param.approved, s)
  ])
  evidence = [systemd_conf("timesyncd.conf/Time/NTP").value, systemd_conf("timesyncd.conf/Time/FallbackNTP").value]

  message   = length(systemd_conf("timesyncd.conf/Time/NTP").values) == 0 ? "timesyncd.conf names no server in NTP=" : "Not approved: ${join(", ", [for s in split(" ", join(" ", concat(systemd_conf("timesyncd.conf/Time/NTP").values, systemd_conf("timesyncd.conf/Time/FallbackNTP").values))) : s if length(param.approved) > 0 && s != "" && !contains(param.approved, s)])}"
  rationale = "Whoever answers these questions sets the clock of this machine."
  remediation {
    text       = "Write NTP= and FallbackNTP= with the servers of your site into /etc/systemd/timesyncd.conf.d/60-servers.conf, below [Time], and run systemctl restart systemd-timesyncd."
    impact     = "The clock may jump once."
    disruption = "none"
  }
}

control "chrony_servers" {
  # Names or addresses; without them every server but this machine itself passes.
  param "approved" {
    type    = list(string)
    default = []
  }
  title    = "chrony is told which servers to ask${length(param.approved) == 0 ? "" : ": ${join(", ", param.approved)}"}"
  severity = "medium"

  when     = contains(time_daemon.in_use, "chrony")
  when_not = "chrony is not in use."
  check = length([for s in chrony.sources : s.name if !s.local]) > 0 && none([
    for s in chrony.sources : "${s.directive} ${s.name}" if length(param.approved) > 0 && !contains(param.approved, s.name)
  ])

  message   = length([for s in chrony.sources : s if !s.local]) == 0 ? "chrony is told of no server but this machine" : "Not approved: ${join(", ", [for s in chrony.sources : s.name if length(param.approved) > 0 && !contains(param.approved, s.name)])}"
  rationale = "Whoever answers these questions sets the clock of this machine."
  remediation {
    text       = "Write server or pool lines with the servers of your site into ${coalesce(chrony.file, "/etc/chrony/chrony.conf")} or a file that it includes, remove the others, and restart chronyd."
    impact     = "The clock may jump once."
    disruption = "none"
  }
}

control "chrony_user" {
  param "user" {
    type = string
  }
  title    = "chronyd runs as ${param.user}"
  severity = "medium"

  when     = contains(time_daemon.in_use, "chrony")
  when_not = "chrony is not in use."
  check = coalesce(chrony.user, param.user) == param.user && none([
    for p in process("chronyd").processes : "${p.pid} as ${p.user}" if p.user != param.user && !p.nested
  ])

  message   = coalesce(chrony.user, param.user) == param.user ? "chronyd runs as ${join(", ", distinct([for p in process("chronyd").processes : p.user if p.user != param.user && !p.nested]))}" : "chronyd is told to run as ${chrony.user}"
  rationale = "chronyd reads packets from the network. As ${param.user} a flaw in it gives away the clock, as root the machine."
  remediation {
    text       = "Set user ${param.user} in ${coalesce(chrony.file, "/etc/chrony/chrony.conf")}, take -u out of the options of the service, and restart chronyd."
    impact     = "Files that chronyd wrote as another user may have to be given to ${param.user}."
    disruption = "none"
  }
}

control "chrony_not_root" {
  title    = "chronyd does not run as root"
  severity = "medium"

  when     = package("chrony").installed
  when_not = "chrony is not installed."
  check    = coalesce(chrony.user, "another") != "root"

  message   = "chronyd is told to run as root"
  rationale = "chronyd reads packets from the network. Under an account of its own a flaw in it gives away the clock, as root the machine."
  remediation {
    text       = "Take -u root out of OPTIONS in /etc/sysconfig/chronyd, and user root out of ${coalesce(chrony.file, "/etc/chrony.conf")}; then restart chronyd."
    impact     = "Files that chronyd wrote as root may have to be given to chrony."
    disruption = "none"
  }
}
