package host

import (
	"context"
	"testing"
)

func TestAuditdConf(t *testing.T) {
	// As Debian ships it, cut short, and then some.
	const conf = "-- etc/audit/auditd.conf --\n#\nlog_file = /srv/audit/audit.log\nlog_group = adm\nmax_log_file = 8\n" +
		"MAX_LOG_FILE_ACTION = Keep_Logs\n##space_left = 75\n  space_left_action = EXEC /usr/bin/x\nadmin_space_left_action=halt\n" +
		"disk_full_action = SUSPEND\nDisk_Full_Action = HALT\ndisk_error_action = syslog\r\nnum_logs=5\nnum_logs = 6\n"
	h := inline(t, conf)
	for _, tt := range []struct {
		setting, value, origin string
	}{
		{"log_group", "adm", ":3"},
		{"max_log_file", "8", ":4"},
		{"max_log_file_action", "keep_logs", ":5"},
		{"space_left_action", "exec", ":7"},
		{"disk_full_action", "halt", ":10"}, // the last line counts
		{"disk_error_action", "syslog", ":11"},
		{"num_logs", "6", ":13"},
	} {
		r := known(t, h, "auditd_conf", tt.setting, AuditdConf{Exists: true, IsSet: true, Value: &tt.value})
		origin(t, r, "value", auditdConf+tt.origin)
	}
	known(t, h, "auditd_conf", "log_file", AuditdConf{true, true, ptr("/srv/audit/audit.log"), ptr("/srv/audit")})
	r := known(t, h, "auditd_conf", "space_left", AuditdConf{Exists: true, Value: ptr("0")})
	origin(t, r, "value", "built-in default")
	if err := read(h, "auditd_conf", "admin_space_left_action").At("value").Err; err == nil {
		t.Error("a line that auditd refuses has a value")
	}
	known(t, inline(t, ""), "auditd_conf", "log_file", AuditdConf{false, false, ptr("/var/log/audit/audit.log"), ptr("/var/log/audit")})
	known(t, inline(t, ""), "auditd_conf", "none", AuditdConf{})
	denied(t, read(machine(t, "host-closed"), "auditd_conf", "log_file"), "value")
}

func FuzzAuditdConf(f *testing.F) {
	f.Add([]byte("log_file = /x\nlog_file=/y\n# log_file = /z\n"), "log_file")
	f.Fuzz(func(t *testing.T, b []byte, setting string) {
		if l, err := parseAuditdConf(b, setting); l.number == 0 && (err != nil || l.value != "") {
			t.Errorf("%+v, %v without a line", l, err)
		}
	})
}

func TestLogSink(t *testing.T) {
	const journald = "-- usr/lib/systemd/system/systemd-journald.service --\n[Service]\nExecStart=/x\n-- usr/lib/systemd/system/sysinit.target.wants/systemd-journald.service -> ../systemd-journald.service --\n"
	const rsyslog = "-- usr/lib/systemd/system/rsyslog.service --\n[Install]\nWantedBy=multi-user.target\nAlias=syslog.service\n"
	const on = "-- etc/systemd/system/multi-user.target.wants/rsyslog.service -> /usr/lib/systemd/system/rsyslog.service --\n"
	for _, tt := range []struct{ root, want string }{
		{journald, "journald"},
		{journald + rsyslog, "journald"},
		{journald + rsyslog + on, "rsyslog"},
		{journald + "-- etc/systemd/system/rsyslog.service -> /dev/null --\n" + on, "journald"},
		{"", ""},
	} {
		r := read(inline(t, tt.root), "log_sink", "")
		if got := r.Value().(LogSink); deref(got.Name) != tt.want || r.At("name").Err != nil {
			t.Errorf("%q: %q, %v; want %q", tt.root, deref(got.Name), r.At("name").Err, tt.want)
		}
	}
	h := inline(t, "-- proc/sys/kernel/osrelease --\n6\n-- run/systemd/system/ --\n"+journald+rsyslog)
	if err := read(h, "log_sink", "").At("name").Err; err == nil {
		t.Error("rsyslog is off, and whether it runs is not known: want unknown")
	}
	h = inline(t, "-- proc/sys/kernel/osrelease --\n6\n-- run/systemd/system/ --\n"+journald+rsyslog)
	h.askUnits = func(context.Context) (map[string]string, error) {
		return map[string]string{"rsyslog.service": "active"}, nil
	}
	if got := read(h, "log_sink", "").Value().(LogSink); deref(got.Name) != "rsyslog" {
		t.Errorf("started by hand: %q; want rsyslog", deref(got.Name))
	}
}
