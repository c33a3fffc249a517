package host

import "testing"

func TestJournald(t *testing.T) {
	const unit = "-- usr/lib/systemd/system/systemd-journald.service --\n[Service]\n"
	dpkg := func(version string) string {
		return "-- etc/os-release --\nID=ubuntu\nID_LIKE=debian\n-- var/lib/dpkg/status --\nPackage: systemd\nStatus: install ok installed\nArchitecture: amd64\nVersion: " + version + "\n\n"
	}
	const set = "-- etc/systemd/journald.conf --\n[Journal]\nStorage=volatile\n#ForwardToSyslog=yes\nCompress=no\n"
	for _, tt := range []struct {
		root string
		want Journald
	}{
		{dpkg("249.11-0ubuntu3"), Journald{true, "auto", false, true, true}},
		{dpkg("253~rc2-1"), Journald{true, "auto", false, true, false}},
		{dpkg("255.4-1ubuntu8") + "-- usr/lib/systemd/journald.conf.d/syslog.conf --\n[Journal]\nForwardToSyslog=yes\n", Journald{true, "auto", false, true, true}},
		{dpkg("255.4") + "-- usr/lib/systemd/journald.conf.d/syslog.conf --\n[Journal]\nForwardToSyslog=yes\n-- etc/systemd/journald.conf.d/syslog.conf -> /dev/null --\n-- var/log/journal/ --\n", Journald{true, "auto", true, true, false}},
		{"-- etc/os-release --\nID=rocky\nID_LIKE=\"rhel centos fedora\"\n" + set, Journald{true, "volatile", false, false, false}},
		{dpkg("255.4") + set + "-- etc/systemd/journald.conf.d/60-x.conf --\n[Journal]\nStorage=persistent\nCompress=512\nForwardToSyslog=no\n[Other]\nStorage=none\n", Journald{true, "persistent", true, true, false}},
	} {
		r := known(t, inline(t, unit+tt.root), "journald", "", tt.want)
		if gaps := r.Gaps(""); len(gaps) > 0 {
			t.Errorf("%q: %v", tt.root, gaps)
		}
	}
	r := read(inline(t, unit+"-- etc/os-release --\nID=arch\n"+set), "journald", "")
	denied(t, r, "forward_to_syslog")
	origin(t, r, "storage", "/etc/systemd/journald.conf:2")
	origin(t, read(inline(t, unit), "journald", ""), "storage", "built-in default")
	denied(t, read(inline(t, unit+"-- etc/os-release --\nID=debian\n-- var/log/ deny --\n"), "journald", ""), "persistent")
}
