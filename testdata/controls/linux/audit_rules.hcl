case "audit_rules_in_force" "pass" {
  with        = { what = "changes of /etc/sudoers", rules = ["-w /etc/sudoers -p wa"] }
  host        = { own_kernel = true }
  audit_rules = { "-w /etc/sudoers -p wa" = { demanded = ["x"], not_loaded = [], not_persisted = [] } }
}

case "audit_rules_in_force" "fail" {
  with        = { what = "changes", rules = ["-w /a -p wa", "-w /b -p wa"] }
  host        = { own_kernel = true }
  audit_rules = { "-w /a -p wa\n-w /b -p wa" = { demanded = ["x"], not_loaded = [], not_persisted = ["-w /b -p wa"] } }
  message     = "Rules missing on disk: 1"
}

case "audit_rules_in_force" "fail" { # after a change without a load
  with        = { what = "changes", rules = ["-w /a -p wa"] }
  host        = { own_kernel = true }
  audit_rules = { "-w /a -p wa" = { demanded = ["x"], not_loaded = ["-w /a -p a"], not_persisted = [] } }
  message     = "Rules on disk that the kernel has not loaded: 1"
}

case "audit_rules_in_force" "fail" { # a disk: what is loaded is not known, and what is persisted decides
  with        = { what = "changes", rules = ["-w /a -p wa"] }
  host        = { own_kernel = true }
  audit_rules = { "-w /a -p wa" = { demanded = ["x"], not_persisted = ["-w /a -p wa"] } }
  message     = "Rules missing on disk: 1"
}

case "audit_rules_in_force" "unknown" {
  with        = { what = "changes", rules = ["-w /a -p wa"] }
  host        = { own_kernel = true }
  audit_rules = { "-w /a -p wa" = { demanded = ["x"], not_persisted = [] } }
}

case "audit_rules_in_force" "not_applicable" {
  with        = { what = "changes", rules = ["-w /a -p wa"] }
  host        = { own_kernel = false }
  audit_rules = { "-w /a -p wa" = { demanded = ["x"] } }
}

case "audit_rules_in_force" "not_applicable" { # an architecture without these calls
  with        = { what = "queries", rules = ["-a always,exit -S query_module"] }
  host        = { own_kernel = true }
  audit_rules = { "-a always,exit -S query_module" = { demanded = [], not_loaded = [], not_persisted = [] } }
}

case "audit_rules_in_force" "pass" {
  with        = { what = "runs of chcon", rules = ["-w /usr/bin/chcon -p x"], programs = ["/usr/bin/chcon"] }
  host        = { own_kernel = true }
  file        = { "/usr/bin/chcon" = { exists = true } }
  audit_rules = { "-w /usr/bin/chcon -p x" = { demanded = ["x"], not_loaded = [], not_persisted = [] } }
}

case "audit_rules_in_force" "not_applicable" {
  with        = { what = "runs of chacl", rules = ["-w /usr/bin/chacl -p x"], programs = ["/usr/bin/chacl"] }
  host        = { own_kernel = true }
  file        = { "/usr/bin/chacl" = { exists = false } }
  audit_rules = { "-w /usr/bin/chacl -p x" = { demanded = ["x"], not_loaded = ["x"], not_persisted = ["x"] } }
}

case "audit_privileged_programs_recorded" "pass" {
  host        = { own_kernel = true }
  local_files = { privileged = ["/usr/bin/passwd", "/usr/bin/su"] }
  audit_runs  = { "/usr/bin/passwd\n/usr/bin/su" = { not_loaded = [], not_persisted = [] } }
}

case "audit_privileged_programs_recorded" "fail" {
  host        = { own_kernel = true }
  local_files = { privileged = ["/usr/bin/passwd", "/usr/bin/su"] }
  audit_runs  = { "/usr/bin/passwd\n/usr/bin/su" = { not_loaded = [], not_persisted = ["/usr/bin/su"], uid_min = 1000 } }
  message     = "Programs without a rule on disk: 1 of 2"
}

case "audit_privileged_programs_recorded" "fail" {
  host        = { own_kernel = true }
  local_files = { privileged = ["/usr/bin/su"] }
  audit_runs  = { "/usr/bin/su" = { not_loaded = ["/usr/bin/su"], not_persisted = [] } }
  message     = "Programs whose rule on disk the kernel has not loaded: 1 of 1"
}

case "audit_privileged_programs_recorded" "unknown" {
  host        = { own_kernel = true }
  local_files = { privileged = ["/usr/bin/su"] }
  audit_runs  = { "/usr/bin/su" = { not_persisted = [] } }
}

case "audit_privileged_programs_recorded" "not_applicable" {
  host = { own_kernel = false }
}

case "audit_rules_locked" "pass" {
  host  = { own_kernel = true }
  audit = { persisted = { enabled = 2 }, live = { enabled = 2 } }
}

case "audit_rules_locked" "fail" {
  host    = { own_kernel = true }
  audit   = { persisted = { enabled = null }, live = { enabled = 2 } }
  message = "The last -e of the rules files is missing: whoever becomes root can take the rules away"
}

case "audit_rules_locked" "fail" {
  host    = { own_kernel = true }
  audit   = { persisted = { enabled = 1 } }
  message = "The last -e of the rules files is -e 1: whoever becomes root can take the rules away"
}

case "audit_rules_locked" "fail" {
  host    = { own_kernel = true }
  audit   = { persisted = { enabled = 2 }, live = { enabled = 1 } }
  message = "The rules files end with -e 2, but the kernel runs with enabled 1"
}

case "audit_rules_locked" "unknown" {
  host  = { own_kernel = true }
  audit = { persisted = { enabled = 2 } }
}

case "audit_rules_locked" "not_applicable" {
  host = { own_kernel = false }
}

case "audit_rules_loaded_as_on_disk" "pass" {
  host  = { own_kernel = true }
  audit = { not_loaded = [], not_on_disk = [] }
}

case "audit_rules_loaded_as_on_disk" "fail" {
  host    = { own_kernel = true }
  audit   = { not_loaded = ["-w /a -p wa"], not_on_disk = [], live = { enabled = 1 } }
  message = "On disk and not loaded: -w /a -p wa."
}

case "audit_rules_loaded_as_on_disk" "fail" {
  host    = { own_kernel = true }
  audit   = { not_loaded = [], not_on_disk = ["-w /b -p wa"], live = { enabled = 2 } }
  message = "Loaded and not on disk: -w /b -p wa."
}

case "audit_rules_loaded_as_on_disk" "unknown" {
  host = { own_kernel = true }
}

case "audit_rules_loaded_as_on_disk" "not_applicable" {
  host = { own_kernel = false }
}

case "audit_rules_continue_on_error" "pass" {
  host  = { own_kernel = true }
  audit = { persisted = { continue_on_error = true } }
}

case "audit_rules_continue_on_error" "fail" {
  host  = { own_kernel = true }
  audit = { persisted = { continue_on_error = false } }
}

case "audit_rules_continue_on_error" "unknown" {
  host = { own_kernel = true }
}

case "audit_rules_continue_on_error" "not_applicable" {
  host = { own_kernel = false }
}

case "audit_sudo_log_watched" "pass" {
  host        = { own_kernel = true }
  sudoers     = { exists = true, logfile = "/srv/sudo.log" }
  audit_rules = { "-w /srv/sudo.log -p wa -k sudo_log_file" = { not_loaded = [], not_persisted = [] } }
}

case "audit_sudo_log_watched" "fail" {
  host        = { own_kernel = true }
  sudoers     = { exists = true, logfile = null }
  audit_rules = { "-w /var/log/sudo.log -p wa -k sudo_log_file" = { not_loaded = [], not_persisted = [] } }
  message     = "sudo keeps no log of its own that could be watched"
}

case "audit_sudo_log_watched" "fail" {
  host        = { own_kernel = true }
  sudoers     = { exists = true, logfile = "/srv/sudo.log" }
  audit_rules = { "-w /srv/sudo.log -p wa -k sudo_log_file" = { not_loaded = [], not_persisted = ["x"] } }
  message     = "No rule on disk records changes of /srv/sudo.log"
}

case "audit_sudo_log_watched" "fail" {
  host        = { own_kernel = true }
  sudoers     = { exists = true, logfile = "/srv/sudo.log" }
  audit_rules = { "-w /srv/sudo.log -p wa -k sudo_log_file" = { not_loaded = ["x"], not_persisted = [] } }
  message     = "The rules on disk suffice, but the kernel has not loaded that for /srv/sudo.log"
}

case "audit_sudo_log_watched" "unknown" {
  host    = { own_kernel = true }
  sudoers = { exists = true, logfile = "/srv/sudo.log" }
}

case "audit_sudo_log_watched" "not_applicable" {
  host    = { own_kernel = true }
  sudoers = { exists = false, logfile = null }
}

case "audit_sudo_log_watched" "not_applicable" {
  host    = { own_kernel = false }
  sudoers = { exists = true, logfile = null }
}
