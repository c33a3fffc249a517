package host

import "testing"

func TestLogrotate(t *testing.T) {
	h := inline(t, `-- etc/logrotate.conf --
# see "man logrotate" for details
weekly
rotate 4
include /etc/logrotate.d
/var/log/own.log
{
	daily
}
-- etc/logrotate.d/rsyslog --
/var/log/syslog
/var/log/mail.log {
	rotate 7
	postrotate
		/usr/lib/rsyslog/rsyslog-rotate { x }
	endscript
	missingok
}
-- etc/logrotate.d/old.dpkg-old --
/x {
}
`)
	known(t, h, "logrotate", "", Logrotate{true, []string{"weekly", "rotate 4"}, []LogrotateLog{
		{"/var/log/own.log", []string{"daily"}, "/etc/logrotate.conf:6"},
		{"/var/log/syslog /var/log/mail.log", []string{"rotate 7", "missingok"}, "/etc/logrotate.d/rsyslog:2"},
	}})
	known(t, inline(t, ""), "logrotate", "", Logrotate{})
}

func TestTmpfiles(t *testing.T) {
	// From the systemd package of Debian 13.
	const vendor = "-- usr/lib/tmpfiles.d/systemd.conf --\n# x\nz /var/log/journal/%m/system.journal 0640 root systemd-journal - -\nZ /run/log/journal/%m ~2750 root systemd-journal - -\n"
	r := known(t, inline(t, vendor), "tmpfiles", "systemd.conf", Tmpfiles{true, ptr("/usr/lib/tmpfiles.d/systemd.conf"), []TmpfilesLine{
		{"z", "/var/log/journal/%m/system.journal", ptr("0640"), ptr("root"), ptr("systemd-journal")},
		{"Z", "/run/log/journal/%m", ptr("2750"), ptr("root"), ptr("systemd-journal")},
	}})
	origin(t, r, "lines[1].mode", "/usr/lib/tmpfiles.d/systemd.conf:3")
	own := inline(t, vendor+"-- etc/tmpfiles.d/systemd.conf --\nd /x - - -\n")
	known(t, own, "tmpfiles", "systemd.conf", Tmpfiles{true, ptr("/etc/tmpfiles.d/systemd.conf"), []TmpfilesLine{{"d", "/x", nil, nil, nil}}})
	known(t, inline(t, vendor+"-- etc/tmpfiles.d/systemd.conf -> /dev/null --\n"), "tmpfiles", "systemd.conf", Tmpfiles{true, ptr("/etc/tmpfiles.d/systemd.conf"), nil})
	known(t, inline(t, ""), "tmpfiles", "systemd.conf", Tmpfiles{})
}

func FuzzLogrotate(f *testing.F) {
	f.Add([]byte("/a\n/b {\n postrotate\n x\n endscript\n}\nweekly\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		var out Logrotate
		out.add("f", b, func(string) {})
		for _, l := range out.Logs {
			if l.Origin == "" {
				t.Errorf("%q: %+v", b, l)
			}
		}
		parseTmpfiles(b)
	})
}
