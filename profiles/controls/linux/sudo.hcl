# sudo: that it is there, and what its configuration says. Rules that a directory
# service adds cannot be seen; a row fails on what the files say, and passes only
# where nothing else can speak.

control "sudo_installed" {
  # Any of them will do.
  param "packages" {
    type    = list(string)
    default = ["sudo"]
  }
  title    = "sudo is installed"
  severity = "low"

  check = any([for p in param.packages : package(p).installed])

  message   = "None of ${join(", ", param.packages)} is installed"
  rationale = "Without sudo administrators share root's password, and nobody can say afterwards who did what."
  remediation {
    text       = "Run ${host.install} ${param.packages[0]}."
    impact     = "None until somebody is allowed to use it."
    disruption = "none"

    fix "package" {
      names = [param.packages[0]]
      state = "present"
    }
  }
}

control "sudo_use_pty" {
  title    = "sudo runs commands in a terminal of their own"
  severity = "medium"

  when     = sudoers.exists
  when_not = "sudo is not installed."
  check    = sudoers.use_pty == true && none([for e in sudoers.exceptions : "off for ${e.scope}, ${e.origin}" if e.name == "use_pty" && e.off]) && sudoers.complete

  message   = "use_pty is ${sudoers.use_pty == true ? "off for ${join(", ", [for e in sudoers.exceptions : "${e.scope} (${e.origin})" if e.name == "use_pty" && e.off])}" : sudoers.use_pty == null ? "not set for everybody" : "switched off"}"
  rationale = "A program that was started in the user's own terminal can leave a process behind that types into it later, with the user's other rights."
  remediation {
    text       = "Write \"Defaults use_pty\" into a file below /etc/sudoers.d with visudo -f, and remove !use_pty from ${join(", ", sudoers.files)}."
    impact     = "Programs that expect the very terminal of the caller may behave differently."
    disruption = "none"

    fix "lines" {
      when  = sudoers.use_pty == null && none([for e in sudoers.exceptions : e if e.name == "use_pty" && e.off])
      path  = "/etc/sudoers.d/60-hardening"
      lines = ["Defaults use_pty"]
    }
  }
}

control "sudo_logfile" {
  title    = "sudo keeps a log of its own"
  severity = "low"

  when     = sudoers.exists
  when_not = "sudo is not installed."
  check    = sudoers.logfile != null && none([for e in sudoers.exceptions : "off for ${e.scope}, ${e.origin}" if e.name == "logfile" && e.off]) && sudoers.complete

  message   = sudoers.logfile == null ? "No logfile is set for everybody" : "No logfile is kept for ${join(", ", [for e in sudoers.exceptions : "${e.scope} (${e.origin})" if e.name == "logfile" && e.off])}"
  rationale = "In the system's log the commands of administrators drown. A file that holds nothing else is read, and can be watched by audit."
  remediation {
    text       = "Write 'Defaults logfile=\"/var/log/sudo.log\"' into a file below /etc/sudoers.d with visudo -f, and add the log to logrotate."
    impact     = "The file grows and needs rotation."
    disruption = "none"

    fix "lines" {
      when  = none([for e in sudoers.exceptions : e if e.name == "logfile" && e.off])
      path  = "/etc/sudoers.d/60-hardening"
      lines = ["Defaults logfile=\"/var/log/sudo.log\""]
    }
  }
}

control "sudo_asks_password" {
  # What may run unasked in spite of this: the rule's users, as written.
  param "allowed" {
    type    = list(string)
    default = []
  }
  title    = "No command runs under sudo without a password"
  severity = "high"

  when     = sudoers.exists
  when_not = "sudo is not installed."
  check    = none([for r in sudoers.no_password : "${r.who}: ${r.command}, ${r.origin}" if !contains(param.allowed, r.who)]) && sudoers.complete

  message   = "NOPASSWD lets ${join("; ", distinct([for r in sudoers.no_password : "${r.who} run ${r.command} (${r.origin})" if !contains(param.allowed, r.who)]))}"
  rationale = "A session that was left open, or taken over through a hole in some program, is root at once where sudo asks nothing."
  remediation {
    text       = "Take NOPASSWD out of ${join(", ", distinct([for r in sudoers.no_password : r.origin if !contains(param.allowed, r.who)]))} with visudo -f. Images for clouds set it in 90-cloud-init-users: give the account a password first. Name service accounts that need it in the parameter allowed."
    impact     = "Automation that runs sudo without a terminal stops working, and an account without a password can no longer become root."
    disruption = "none"
  }
}

control "sudo_authenticates" {
  title    = "No setting switches sudo's question for a password off"
  severity = "high"

  when     = sudoers.exists
  when_not = "sudo is not installed."
  check    = sudoers.authenticate != false && none([for e in sudoers.exceptions : "off for ${e.scope}, ${e.origin}" if e.name == "authenticate" && e.off]) && sudoers.complete

  message   = "!authenticate holds for ${sudoers.authenticate == false ? "everybody" : join(", ", [for e in sudoers.exceptions : "${e.scope} (${e.origin})" if e.name == "authenticate" && e.off])}"
  rationale = "The setting does what NOPASSWD does, for all rules at once, and is easily overlooked because it stands in no rule."
  remediation {
    text       = "Remove !authenticate from ${join(", ", sudoers.files)} with visudo -f."
    impact     = "Automation that runs sudo without a terminal stops working."
    disruption = "none"
  }
}

control "sudo_timestamp_timeout" {
  param "most" {
    type    = number
    default = 15
  }
  title    = "sudo asks for the password again after at most ${param.most} minutes"
  severity = "medium"

  when     = sudoers.exists
  when_not = "sudo is not installed."
  check = sudoers.timestamp_timeout >= 0 && sudoers.timestamp_timeout <= param.most && none([
    for e in sudoers.exceptions : "${e.number} for ${e.scope}, ${e.origin}"
    if e.name == "timestamp_timeout" && e.number != null && (coalesce(e.number, 0) < 0 || coalesce(e.number, 0) > param.most)
  ]) && sudoers.complete

  message = (
    sudoers.timestamp_timeout < 0 ? "A password once given counts without end"
    : sudoers.timestamp_timeout > param.most ? "A password once given counts for ${sudoers.timestamp_timeout} minutes"
    : "timestamp_timeout is ${join(", ", [for e in sudoers.exceptions : "${e.number} for ${e.scope} (${e.origin})" if e.name == "timestamp_timeout" && e.number != null && (coalesce(e.number, 0) < 0 || coalesce(e.number, 0) > param.most)])}"
  )
  rationale = "As long as the password counts, whoever reaches the keyboard, or a program in the session, is root without knowing it."
  remediation {
    text       = "Write \"Defaults timestamp_timeout=${param.most}\" into a file below /etc/sudoers.d with visudo -f, and remove other values from ${join(", ", sudoers.files)}."
    impact     = "Administrators type their password more often."
    disruption = "none"

    fix "lines" {
      when  = none([for e in sudoers.exceptions : e if e.name == "timestamp_timeout"])
      path  = "/etc/sudoers.d/60-hardening"
      lines = ["Defaults timestamp_timeout=${param.most}"]
    }
  }
}
