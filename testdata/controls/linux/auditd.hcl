case "auditd_log_size_set" "pass" {
  package = { auditd = { installed = true }, audit = { installed = false } }
  auditd_conf = { max_log_file = { is_set = true, value = "8" } }
}

case "auditd_log_size_set" "pass" {
  package = { auditd = { installed = false }, audit = { installed = true } }
  auditd_conf = { max_log_file = { is_set = true, value = "8" } }
}

case "auditd_log_size_set" "fail" {
  package = { auditd = { installed = true }, audit = { installed = false } }
  auditd_conf = { max_log_file = { is_set = false, value = "0" } }
  message = "No line of /etc/audit/auditd.conf sets max_log_file"
}

case "auditd_log_size_set" "fail" {
  package = { auditd = { installed = true }, audit = { installed = false } }
  auditd_conf = { max_log_file = { is_set = true, value = "0" } }
  message = "max_log_file = 0 sets no size"
}

case "auditd_log_size_set" "unknown" {
  package = { auditd = { installed = true }, audit = { installed = false } }
}

case "auditd_log_size_set" "not_applicable" {
  auditd_conf = { max_log_file = { is_set = false, value = "0" } }
  package = { auditd = { installed = false }, audit = { installed = false } }
}

case "auditd_actions" "pass" {
  with = { because = "x", actions = { disk_full_action = ["halt", "single"], disk_error_action = ["syslog", "single", "halt"] } }
  package = { auditd = { installed = true }, audit = { installed = false } }
  auditd_conf = { disk_full_action = { is_set = true, value = "single" }, disk_error_action = { is_set = true, value = "syslog" } }
}

case "auditd_actions" "pass" {
  with = { because = "x", actions = { disk_full_action = ["halt", "single"], disk_error_action = ["syslog", "single", "halt"] } }
  package = { auditd = { installed = false }, audit = { installed = true } }
  auditd_conf = { disk_full_action = { is_set = true, value = "halt" }, disk_error_action = { is_set = true, value = "halt" } }
}

case "auditd_actions" "fail" {
  with = { because = "x", actions = { disk_full_action = ["halt", "single"], disk_error_action = ["syslog", "single", "halt"] } }
  package = { auditd = { installed = true }, audit = { installed = false } }
  auditd_conf = { disk_full_action = { is_set = true, value = "suspend" }, disk_error_action = { is_set = true, value = "syslog" } }
  message = "auditd acts by disk_full_action = suspend"
}

case "auditd_actions" "fail" {
  with = { because = "x", actions = { disk_full_action = ["halt", "single"], disk_error_action = ["syslog", "single", "halt"] } }
  package = { auditd = { installed = true }, audit = { installed = false } }
  auditd_conf = { disk_full_action = { is_set = false, value = "ignore" }, disk_error_action = { is_set = true, value = "suspend" } }
  message = "auditd acts by disk_error_action = suspend and disk_full_action = ignore, which is built in,"
}

case "auditd_actions" "unknown" {
  with = { because = "x", actions = { disk_full_action = ["halt", "single"], disk_error_action = ["syslog", "single", "halt"] } }
  package = { auditd = { installed = true }, audit = { installed = false } }
}

case "auditd_actions" "unknown" {
  with = { because = "x", actions = { disk_full_action = ["halt", "single"], disk_error_action = ["syslog", "single", "halt"] } }
}

case "auditd_actions" "not_applicable" {
  with = { because = "x", actions = { disk_full_action = ["halt", "single"], disk_error_action = ["syslog", "single", "halt"] } }
  auditd_conf = { disk_full_action = { is_set = true, value = "ignore" }, disk_error_action = { is_set = true, value = "ignore" } }
  package = { auditd = { installed = false }, audit = { installed = false } }
}

case "audit_log_directory_mode_within" "pass" {
  with = { mode = "0750" }
  auditd_conf = { log_file = { directory = "/var/log/audit" } }
  file = { "/var/log/audit" = { exists = true, mode = "0700" } }
}

case "audit_log_directory_mode_within" "fail" {
  with = { mode = "0750" }
  auditd_conf = { log_file = { directory = "/var/log/audit" } }
  file = { "/var/log/audit" = { exists = true, mode = "0755" } }
  message = "/var/log/audit has mode 0755; 0750 is the most it may grant"
}

case "audit_log_directory_mode_within" "unknown" {
  with = { mode = "0750" }
}

case "audit_log_directory_mode_within" "unknown" {
  with = { mode = "0750" }
  auditd_conf = { log_file = { directory = "/var/log/audit" } }
  file = { "/var/log/audit" = { exists = true } }
}

case "audit_log_directory_mode_within" "not_applicable" {
  with = { mode = "0750" }
  auditd_conf = { log_file = { directory = "/var/log/audit" } }
  file = { "/var/log/audit" = { exists = false } }
}

case "audit_logs_mode_within" "pass" {
  with = { mode = "0640" }
  auditd_conf = { log_file = { directory = "/var/log/audit" } }
  files = { "/var/log/audit/*" = { exists = true, found = [{ path = "/var/log/audit/audit.log", mode = "0600" }] } }
}

case "audit_logs_mode_within" "fail" {
  with = { mode = "0640" }
  auditd_conf = { log_file = { directory = "/var/log/audit" } }
  files = { "/var/log/audit/*" = { exists = true, found = [{ path = "/var/log/audit/audit.log", mode = "0644" }] } }
  message = "/var/log/audit/audit.log has mode 0644; 0640 is the most they may grant"
}

case "audit_logs_mode_within" "unknown" {
  with = { mode = "0640" }
  auditd_conf = { log_file = { directory = "/var/log/audit" } }
}

case "audit_logs_mode_within" "not_applicable" {
  with = { mode = "0640" }
  auditd_conf = { log_file = { directory = "/var/log/audit" } }
  files = { "/var/log/audit/*" = { exists = false, found = [] } }
}

case "audit_logs_owned_by_root" "pass" {
  auditd_conf = { log_file = { directory = "/var/log/audit" } }
  files = { "/var/log/audit/*" = { exists = true, found = [{ path = "/var/log/audit/audit.log", uid = 0 }] } }
}

case "audit_logs_owned_by_root" "fail" {
  auditd_conf = { log_file = { directory = "/var/log/audit" } }
  files = { "/var/log/audit/*" = { exists = true, found = [{ path = "/var/log/audit/audit.log", uid = 1000, owner = "kim" }] } }
  message = "/var/log/audit/audit.log belongs to kim"
}

case "audit_logs_owned_by_root" "unknown" {
  auditd_conf = { log_file = { directory = "/var/log/audit" } }
}

case "audit_logs_owned_by_root" "not_applicable" {
  auditd_conf = { log_file = { directory = "/var/log/audit" } }
  files = { "/var/log/audit/*" = { exists = false, found = [] } }
}

case "audit_logs_group_within" "pass" {
  with = { groups = ["adm", "root"] }
  package = { auditd = { installed = true }, audit = { installed = false } }
  auditd_conf = { log_file = { directory = "/var/log/audit" }, log_group = { value = "root" } }
  files = { "/var/log/audit/*" = { exists = true, found = [{ path = "/var/log/audit/audit.log", group = "adm" }] } }
}

case "audit_logs_group_within" "pass" {
  with = { groups = ["adm", "root"] }
  package = { auditd = { installed = false }, audit = { installed = true } }
  auditd_conf = { log_file = { directory = "/var/log/audit" }, log_group = { value = "root" } }
  files = { "/var/log/audit/*" = { exists = false, found = [] } }
}

case "audit_logs_group_within" "fail" {
  with = { groups = ["adm", "root"] }
  package = { auditd = { installed = true }, audit = { installed = false } }
  auditd_conf = { log_file = { directory = "/var/log/audit" }, log_group = { value = "users" } }
  files = { "/var/log/audit/*" = { exists = true, found = [{ path = "/var/log/audit/audit.log", group = "adm" }] } }
  message = "auditd gives its log to group users."
}

case "audit_logs_group_within" "fail" {
  with = { groups = ["adm", "root"] }
  package = { auditd = { installed = true }, audit = { installed = false } }
  auditd_conf = { log_file = { directory = "/var/log/audit" }, log_group = { value = "adm" } }
  files = { "/var/log/audit/*" = { exists = true, found = [{ path = "/var/log/audit/audit.log", group = "users" }] } }
  message = "/var/log/audit/audit.log belongs to group users"
}

case "audit_logs_group_within" "unknown" {
  with = { groups = ["adm", "root"] }
  package = { auditd = { installed = true }, audit = { installed = false } }
  auditd_conf = { log_file = { directory = "/var/log/audit" }, log_group = { value = "adm" } }
}

case "audit_logs_group_within" "not_applicable" {
  with = { groups = ["adm", "root"] }
  auditd_conf = { log_file = { directory = "/var/log/audit" }, log_group = { value = "users" } }
  files = { "/var/log/audit/*" = { exists = false, found = [] } }
  package = { auditd = { installed = false }, audit = { installed = false } }
}

case "audit_config_mode_within" "pass" {
  with = { mode = "0640" }
  file_tree = { "/etc/audit" = { exists = true, files = [{ path = "/etc/audit/rules.d/x.rules", mode = "0600" }] } }
}

case "audit_config_mode_within" "pass" {
  with = { mode = "0640" }
  file_tree = { "/etc/audit" = { exists = true, files = [{ path = "/etc/audit/README", mode = "0644" }] } }
}

case "audit_config_mode_within" "fail" {
  with = { mode = "0640" }
  file_tree = { "/etc/audit" = { exists = true, files = [{ path = "/etc/audit/rules.d/x.rules", mode = "0644" }] } }
  message = "/etc/audit/rules.d/x.rules has mode 0644; 0640 is the most they may grant"
}

case "audit_config_mode_within" "fail" {
  with = { mode = "0640" }
  file_tree = { "/etc/audit" = { exists = true, files = [{ path = "/etc/audit/auditd.conf", mode = "0644" }] } }
  message = "/etc/audit/auditd.conf has mode 0644; 0640 is the most they may grant"
}

case "audit_config_mode_within" "unknown" {
  with = { mode = "0640" }
}

case "audit_config_mode_within" "not_applicable" {
  with = { mode = "0640" }
  file_tree = { "/etc/audit" = { exists = false, files = [] } }
}

case "audit_config_owned_by_root" "pass" {
  file_tree = { "/etc/audit" = { exists = true, files = [{ path = "/etc/audit/rules.d/x.rules", uid = 0, owner = "root" }] } }
}

case "audit_config_owned_by_root" "pass" {
  file_tree = { "/etc/audit" = { exists = true, files = [{ path = "/etc/audit/README", uid = 1000, owner = "kim" }] } }
}

case "audit_config_owned_by_root" "fail" {
  file_tree = { "/etc/audit" = { exists = true, files = [{ path = "/etc/audit/rules.d/x.rules", uid = 1000, owner = "kim" }] } }
  message = "/etc/audit/rules.d/x.rules belongs to kim"
}

case "audit_config_owned_by_root" "fail" {
  file_tree = { "/etc/audit" = { exists = true, files = [{ path = "/etc/audit/auditd.conf", uid = 1000, owner = "kim" }] } }
  message = "/etc/audit/auditd.conf belongs to kim"
}

case "audit_config_owned_by_root" "unknown" {
}

case "audit_config_owned_by_root" "not_applicable" {
  file_tree = { "/etc/audit" = { exists = false, files = [] } }
}

case "audit_config_group_root" "pass" {
  file_tree = { "/etc/audit" = { exists = true, files = [{ path = "/etc/audit/rules.d/x.rules", gid = 0, group = "root" }] } }
}

case "audit_config_group_root" "pass" {
  file_tree = { "/etc/audit" = { exists = true, files = [{ path = "/etc/audit/README", gid = 100, group = "users" }] } }
}

case "audit_config_group_root" "fail" {
  file_tree = { "/etc/audit" = { exists = true, files = [{ path = "/etc/audit/rules.d/x.rules", gid = 100, group = "users" }] } }
  message = "/etc/audit/rules.d/x.rules belongs to group users"
}

case "audit_config_group_root" "fail" {
  file_tree = { "/etc/audit" = { exists = true, files = [{ path = "/etc/audit/auditd.conf", gid = 100, group = "users" }] } }
  message = "/etc/audit/auditd.conf belongs to group users"
}

case "audit_config_group_root" "unknown" {
}

case "audit_config_group_root" "not_applicable" {
  file_tree = { "/etc/audit" = { exists = false, files = [] } }
}

case "programs_mode_within" "pass" {
  with = { paths = ["/sbin/auditctl", "/sbin/autrace"], mode = "0755" }
  file = { "/sbin/auditctl" = { exists = true, mode = "0750" }, "/sbin/autrace" = { exists = false, mode = null, uid = null, gid = null, owner = null, group = null } }
}

case "programs_mode_within" "fail" {
  with = { paths = ["/sbin/auditctl", "/sbin/autrace"], mode = "0755" }
  file = { "/sbin/auditctl" = { exists = true, mode = "0775" }, "/sbin/autrace" = { exists = false, mode = null, uid = null, gid = null, owner = null, group = null } }
  message = "/sbin/auditctl has mode 0775; 0755 is the most they may grant"
}

case "programs_mode_within" "unknown" {
  with = { paths = ["/sbin/auditctl", "/sbin/autrace"], mode = "0755" }
}

case "programs_mode_within" "not_applicable" {
  with = { paths = ["/sbin/auditctl", "/sbin/autrace"], mode = "0755" }
  file = { "/sbin/auditctl" = { exists = false, mode = null, uid = null, gid = null }, "/sbin/autrace" = { exists = false, mode = null, uid = null, gid = null } }
}

case "programs_owned_by_root" "pass" {
  with = { paths = ["/sbin/auditctl", "/sbin/autrace"] }
  file = { "/sbin/auditctl" = { exists = true, uid = 0, owner = "root" }, "/sbin/autrace" = { exists = false, mode = null, uid = null, gid = null, owner = null, group = null } }
}

case "programs_owned_by_root" "fail" {
  with = { paths = ["/sbin/auditctl", "/sbin/autrace"] }
  file = { "/sbin/auditctl" = { exists = true, uid = 1000, owner = "kim" }, "/sbin/autrace" = { exists = false, mode = null, uid = null, gid = null, owner = null, group = null } }
  message = "/sbin/auditctl belongs to kim"
}

case "programs_owned_by_root" "unknown" {
  with = { paths = ["/sbin/auditctl", "/sbin/autrace"] }
}

case "programs_owned_by_root" "not_applicable" {
  with = { paths = ["/sbin/auditctl", "/sbin/autrace"] }
  file = { "/sbin/auditctl" = { exists = false, mode = null, uid = null, gid = null }, "/sbin/autrace" = { exists = false, mode = null, uid = null, gid = null } }
}

case "programs_group_root" "pass" {
  with = { paths = ["/sbin/auditctl", "/sbin/autrace"] }
  file = { "/sbin/auditctl" = { exists = true, gid = 0, group = "root" }, "/sbin/autrace" = { exists = false, mode = null, uid = null, gid = null, owner = null, group = null } }
}

case "programs_group_root" "fail" {
  with = { paths = ["/sbin/auditctl", "/sbin/autrace"] }
  file = { "/sbin/auditctl" = { exists = true, gid = 100, group = "users" }, "/sbin/autrace" = { exists = false, mode = null, uid = null, gid = null, owner = null, group = null } }
  message = "/sbin/auditctl belongs to group users"
}

case "programs_group_root" "unknown" {
  with = { paths = ["/sbin/auditctl", "/sbin/autrace"] }
}

case "programs_group_root" "not_applicable" {
  with = { paths = ["/sbin/auditctl", "/sbin/autrace"] }
  file = { "/sbin/auditctl" = { exists = false, mode = null, uid = null, gid = null }, "/sbin/autrace" = { exists = false, mode = null, uid = null, gid = null } }
}
