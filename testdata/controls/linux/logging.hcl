case "log_sink_single" "pass" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
}

case "log_sink_single" "fail" {
  log_sink = { exists = false, name = null, others = [] }
  message = "Neither rsyslog nor systemd-journald is in use"
}

case "log_sink_single" "fail" {
  log_sink = { exists = true, name = "rsyslog", others = ["syslog-ng"] }
  message = "Besides rsyslog, syslog-ng keeps a log"
}

case "log_sink_single" "unknown" {
  log_sink = { exists = true, name = "rsyslog" }
}

case "log_packages_present" "pass" {
  with = { packages = ["rsyslog-gnutls"], sink = "rsyslog" }
  log_sink = { exists = true, name = "rsyslog", others = [] }
  package = { rsyslog-gnutls = { installed = true } }
}

case "log_packages_present" "fail" {
  with = { packages = ["rsyslog-gnutls"], sink = "rsyslog" }
  log_sink = { exists = true, name = "rsyslog", others = [] }
  package = { rsyslog-gnutls = { installed = false } }
  host = { install = "apt-get install" }
  message = "Not installed: rsyslog-gnutls"
}

case "log_packages_present" "unknown" {
  with = { packages = ["rsyslog-gnutls"], sink = "rsyslog" }
  log_sink = { exists = true, name = "rsyslog", others = [] }
}

case "log_packages_present" "unknown" {
  with = { packages = ["rsyslog-gnutls"], sink = "rsyslog" }
}

case "log_packages_present" "not_applicable" {
  with = { packages = ["rsyslog-gnutls"], sink = "rsyslog" }
  log_sink = { exists = true, name = "journald", others = [] }
  package = { rsyslog-gnutls = { installed = false } }
}

case "log_packages_present" "not_applicable" {
  with = { packages = ["rsyslog-gnutls"], sink = "rsyslog" }
  log_sink = { exists = false, name = null, others = [] }
  package = { rsyslog-gnutls = { installed = false } }
}

case "log_unit_running" "pass" {
  with = { unit = "systemd-journal-upload.service", sink = "journald" }
  log_sink = { exists = true, name = "journald", others = [] }
  unit = { "systemd-journal-upload.service" = { enabled = true, active = true, state = "enabled" } }
}

case "log_unit_running" "fail" {
  with = { unit = "systemd-journal-upload.service", sink = "journald" }
  log_sink = { exists = true, name = "journald", others = [] }
  unit = { "systemd-journal-upload.service" = { enabled = false, state = "disabled" } }
  message = "systemd-journal-upload.service is disabled and not started at boot"
}

case "log_unit_running" "fail" {
  with = { unit = "systemd-journal-upload.service", sink = "journald" }
  log_sink = { exists = true, name = "journald", others = [] }
  unit = { "systemd-journal-upload.service" = { enabled = true, active = false, state = "enabled" } }
  message = "systemd-journal-upload.service is enabled, started at boot, but not active"
}

case "log_unit_running" "unknown" {
  with = { unit = "systemd-journal-upload.service", sink = "journald" }
  log_sink = { exists = true, name = "journald", others = [] }
  unit = { "systemd-journal-upload.service" = { enabled = true, state = "enabled" } }
}

case "log_unit_running" "not_applicable" {
  with = { unit = "systemd-journal-upload.service", sink = "journald" }
  log_sink = { exists = true, name = "rsyslog", others = [] }
}

case "journald_files_mode" "pass" {
  with = { mode = "0640" }
  journald = { exists = true }
  tmpfiles = { "systemd.conf" = { path = "/usr/lib/tmpfiles.d/systemd.conf", lines = [{ path = "/var/log/journal/%m/system.journal", mode = "0600" }] } }
}

case "journald_files_mode" "pass" {
  with = { mode = "0640" }
  journald = { exists = true }
  tmpfiles = { "systemd.conf" = { path = "/usr/lib/tmpfiles.d/systemd.conf", lines = [{ path = "/var/log/journal", mode = "2755" }] } }
}

case "journald_files_mode" "pass" {
  with = { mode = "0640" }
  journald = { exists = true }
  tmpfiles = { "systemd.conf" = { path = "/usr/lib/tmpfiles.d/systemd.conf", lines = [{ path = "/var/log/journal/%m/system.journal", mode = null }] } }
}

case "journald_files_mode" "fail" {
  with = { mode = "0640" }
  journald = { exists = true }
  tmpfiles = { "systemd.conf" = { path = "/usr/lib/tmpfiles.d/systemd.conf", lines = [{ path = "/var/log/journal/%m/system.journal", mode = "0644" }] } }
  message = "/usr/lib/tmpfiles.d/systemd.conf sets /var/log/journal/%m/system.journal to 0644; 0640 is the most it may grant"
}

case "journald_files_mode" "unknown" {
  with = { mode = "0640" }
  journald = { exists = true }
}

case "journald_files_mode" "not_applicable" {
  with = { mode = "0640" }
  journald = { exists = false }
}

case "journald_space_reviewed" "manual" {
  journald = { exists = true }
  systemd_conf = { "journald.conf/Journal/SystemMaxUse" = { value = null }, "journald.conf/Journal/SystemKeepFree" = { value = null }, "journald.conf/Journal/RuntimeMaxUse" = { value = null }, "journald.conf/Journal/RuntimeKeepFree" = { value = null }, "journald.conf/Journal/MaxFileSec" = { value = null } }
}

case "journald_space_reviewed" "unknown" {
}

case "journald_space_reviewed" "not_applicable" {
  journald = { exists = false }
}

case "journald_upload_reviewed" "manual" {
  log_sink = { exists = true, name = "journald", others = [] }
  systemd_conf = { "journal-upload.conf/Upload/URL" = { value = "x" }, "journal-upload.conf/Upload/ServerKeyFile" = { value = "x" }, "journal-upload.conf/Upload/ServerCertificateFile" = { value = "x" }, "journal-upload.conf/Upload/TrustedCertificateFile" = { value = "x" } }
}

case "journald_upload_reviewed" "unknown" {
}

case "journald_upload_reviewed" "not_applicable" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
}

case "journald_keeps_to_itself" "pass" {
  log_sink = { exists = true, name = "journald", others = [] }
  journald = { forward_to_syslog = false }
}

case "journald_keeps_to_itself" "fail" {
  log_sink = { exists = true, name = "journald", others = [] }
  journald = { forward_to_syslog = true }
}

case "journald_keeps_to_itself" "unknown" {
  log_sink = { exists = true, name = "journald", others = [] }
}

case "journald_keeps_to_itself" "not_applicable" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
  journald = { forward_to_syslog = true }
}

case "journald_forwards" "pass" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
  journald = { forward_to_syslog = true }
}

case "journald_forwards" "fail" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
  journald = { forward_to_syslog = false }
}

case "journald_forwards" "unknown" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
}

case "journald_forwards" "not_applicable" {
  log_sink = { exists = true, name = "journald", others = [] }
  journald = { forward_to_syslog = false }
}

case "journald_compresses" "pass" {
  log_sink = { exists = true, name = "journald", others = [] }
  journald = { compress = true }
}

case "journald_compresses" "fail" {
  log_sink = { exists = true, name = "journald", others = [] }
  journald = { compress = false }
}

case "journald_compresses" "unknown" {
  log_sink = { exists = true, name = "journald", others = [] }
}

case "journald_compresses" "not_applicable" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
  journald = { compress = false }
}

case "journald_storage_persistent" "pass" {
  log_sink = { exists = true, name = "journald", others = [] }
  journald = { storage = "persistent", persistent = true }
}

case "journald_storage_persistent" "fail" {
  log_sink = { exists = true, name = "journald", others = [] }
  journald = { storage = "auto", persistent = true }
  message = "Storage is auto: the journal is kept only as long as /var/log/journal is there"
}

case "journald_storage_persistent" "fail" {
  log_sink = { exists = true, name = "journald", others = [] }
  journald = { storage = "volatile", persistent = false }
  message = "Storage is volatile: the journal is gone after a restart"
}

case "journald_storage_persistent" "unknown" {
  log_sink = { exists = true, name = "journald", others = [] }
}

case "journald_storage_persistent" "not_applicable" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
}

case "rsyslog_file_mode" "pass" {
  with = { mode = "0640" }
  log_sink = { exists = true, name = "rsyslog", others = [] }
  rsyslog = { files = [{ path = "/var/log/syslog", mode = "0600", origin = "/etc/rsyslog.conf:9" }] }
}

case "rsyslog_file_mode" "fail" {
  with = { mode = "0640" }
  log_sink = { exists = true, name = "rsyslog", others = [] }
  rsyslog = { files = [{ path = "/var/log/syslog", mode = "0644", origin = "/etc/rsyslog.conf:9" }] }
  message = "Created with more than 0640: /var/log/syslog with 0644 (/etc/rsyslog.conf:9)"
}

case "rsyslog_file_mode" "unknown" {
  with = { mode = "0640" }
  log_sink = { exists = true, name = "rsyslog", others = [] }
}

case "rsyslog_file_mode" "not_applicable" {
  with = { mode = "0640" }
  log_sink = { exists = true, name = "journald", others = [] }
  rsyslog = { files = [{ path = "/var/log/syslog", mode = "0644", origin = "/etc/rsyslog.conf:9" }] }
}

case "rsyslog_rules_reviewed" "manual" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
  rsyslog = { rules = ["*.* /var/log/syslog"] }
}

case "rsyslog_rules_reviewed" "unknown" {
}

case "rsyslog_rules_reviewed" "not_applicable" {
  log_sink = { exists = true, name = "journald", others = [] }
}

case "rsyslog_forwards_reviewed" "manual" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
  rsyslog = { forwards = [] }
}

case "rsyslog_forwards_reviewed" "unknown" {
}

case "rsyslog_forwards_reviewed" "not_applicable" {
  log_sink = { exists = true, name = "journald", others = [] }
}

case "rsyslog_no_receivers" "pass" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
  rsyslog = { receivers = [] }
}

case "rsyslog_no_receivers" "fail" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
  rsyslog = { receivers = ["module imtcp (/etc/rsyslog.conf:21)"] }
  message = "rsyslog is set up to listen: module imtcp (/etc/rsyslog.conf:21)"
}

case "rsyslog_no_receivers" "unknown" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
}

case "rsyslog_no_receivers" "not_applicable" {
  log_sink = { exists = true, name = "journald", others = [] }
  rsyslog = { receivers = ["x"] }
}

case "rsyslog_forwards_over_tls" "pass" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
  rsyslog = { forwards = [{ protocol = "tcp", target = "log", origin = "/etc/rsyslog.conf:9", tls = true }] }
}

case "rsyslog_forwards_over_tls" "fail" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
  rsyslog = { forwards = [{ protocol = "tcp", target = "log", origin = "/etc/rsyslog.conf:9", tls = false }] }
  message = "Sent in the clear: by tcp to log (/etc/rsyslog.conf:9)"
}

case "rsyslog_forwards_over_tls" "unknown" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
}

case "rsyslog_forwards_over_tls" "not_applicable" {
  log_sink = { exists = true, name = "journald", others = [] }
  rsyslog = { forwards = [{ protocol = "tcp", target = "log", origin = "/etc/rsyslog.conf:9", tls = false }] }
}

case "rsyslog_forwards_over_tls" "not_applicable" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
  rsyslog = { forwards = [] }
}

case "rsyslog_ca_file" "pass" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
  rsyslog = { forwards = [{ protocol = "tcp", target = "log", origin = "/etc/rsyslog.conf:9", tls = true }], ca_file = "/etc/ca.pem" }
  file = { "/etc/ca.pem" = { exists = true } }
}

case "rsyslog_ca_file" "fail" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
  rsyslog = { forwards = [{ protocol = "tcp", target = "log", origin = "/etc/rsyslog.conf:9", tls = true }], ca_file = "/etc/ca.pem" }
  file = { "/etc/ca.pem" = { exists = false } }
  message = "/etc/ca.pem does not exist"
}

case "rsyslog_ca_file" "fail" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
  rsyslog = { forwards = [{ protocol = "tcp", target = "log", origin = "/etc/rsyslog.conf:9", tls = true }], ca_file = null }
  message = "DefaultNetstreamDriverCAFile is not set"
}

case "rsyslog_ca_file" "unknown" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
  rsyslog = { forwards = [{ protocol = "tcp", target = "log", origin = "/etc/rsyslog.conf:9", tls = true }], ca_file = "/etc/ca.pem" }
}

case "rsyslog_ca_file" "not_applicable" {
  log_sink = { exists = true, name = "journald", others = [] }
  rsyslog = { forwards = [{ protocol = "tcp", target = "log", origin = "/etc/rsyslog.conf:9", tls = true }], ca_file = "/etc/ca.pem" }
}

case "rsyslog_ca_file" "not_applicable" {
  log_sink = { exists = true, name = "rsyslog", others = [] }
  rsyslog = { forwards = [] }
}

case "logrotate_reviewed" "manual" {
  logrotate = { defaults = ["weekly"], logs = [] }
}

case "log_files_mode" "pass" {
  file_tree = { "/var/log" = { exists = true, files = [{ path = "/var/log/syslog", mode = "0640", type = "file" }] } }
}

case "log_files_mode" "pass" {
  file_tree = { "/var/log" = { exists = true, files = [{ path = "/var/log/wtmp", mode = "0664", type = "file" }] } }
}

case "log_files_mode" "pass" {
  file_tree = { "/var/log" = { exists = true, files = [{ path = "/var/log/btmp.1", mode = "0660", type = "file" }] } }
}

case "log_files_mode" "pass" {
  file_tree = { "/var/log" = { exists = true, files = [{ path = "/var/log/lastlog", mode = "0644", type = "file" }] } }
}

case "log_files_mode" "pass" {
  file_tree = { "/var/log" = { exists = true, files = [{ path = "/var/log/cloud-init-output.log", mode = "0644", type = "file" }] } }
}

case "log_files_mode" "pass" {
  file_tree = { "/var/log" = { exists = true, files = [{ path = "/var/log/gdm3/x.log", mode = "0660", type = "file" }] } }
}

case "log_files_mode" "pass" {
  file_tree = { "/var/log" = { exists = true, files = [{ path = "/var/log/sssd/a/b", mode = "0660", type = "file" }] } }
}

case "log_files_mode" "pass" {
  file_tree = { "/var/log" = { exists = true, files = [{ path = "/var/log/sock", mode = "0777", type = "socket" }] } }
}

case "log_files_mode" "fail" {
  file_tree = { "/var/log" = { exists = true, files = [{ path = "/var/log/syslog", mode = "0644", type = "file" }] } }
  message = "Open to more than need them: /var/log/syslog (0644)"
}

case "log_files_mode" "fail" {
  file_tree = { "/var/log" = { exists = true, files = [{ path = "/var/log/wtmp", mode = "0666", type = "file" }] } }
  message = "Open to more than need them: /var/log/wtmp (0666)"
}

case "log_files_mode" "fail" {
  file_tree = { "/var/log" = { exists = true, files = [{ path = "/var/log/x/wtmp.d/y", mode = "0664", type = "file" }] } }
  message = "Open to more than need them: /var/log/x/wtmp.d/y (0664)"
}

case "log_files_mode" "fail" {
  file_tree = { "/var/log" = { exists = true, files = [{ path = "/var/log/apt/history.log", mode = "0644", type = "file" }] } }
  message = "Open to more than need them: /var/log/apt/history.log (0644)"
}

case "log_files_mode" "fail" {
  file_tree = { "/var/log" = { exists = true, files = [{ path = "/var/log/cloud-init.log", mode = "0664", type = "file" }] } }
  message = "Open to more than need them: /var/log/cloud-init.log (0664)"
}

case "log_files_mode" "unknown" {
  file_tree = { "/var/log" = { exists = true } }
}

case "log_files_mode" "not_applicable" {
  file_tree = { "/var/log" = { exists = false, files = [] } }
}
