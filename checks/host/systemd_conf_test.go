package host

import "testing"

func TestSystemdConf(t *testing.T) {
	const journald = `-- etc/systemd/journald.conf --
[Journal]
#Storage=auto
Compress=yes
ForwardToSyslog=no
[Other]
Storage=wrong
-- etc/systemd/journald.conf.d/10-off.conf -> /dev/null --
-- usr/lib/systemd/journald.conf --
[Journal]
Seal=no
-- usr/lib/systemd/journald.conf.d/10-off.conf --
[Journal]
Storage=none
-- usr/lib/systemd/journald.conf.d/90-last.conf --
[Journal]
Compress=
-- run/systemd/journald.conf.d/50-run.conf --
[Journal]
 Storage = persistent
-- run/systemd/journald.conf.d/readme.txt --
[Journal]
Storage=volatile
-- etc/systemd/timesyncd.conf.d/a.conf --
[Time]
NTP=one.example
-- etc/systemd/timesyncd.conf.d/b.conf --
[Time]
NTP=
NTP=two.example three.example
NTP=four.example
`
	h := inline(t, journald)
	files := []string{"/etc/systemd/journald.conf", "/run/systemd/journald.conf.d/50-run.conf", "/usr/lib/systemd/journald.conf.d/90-last.conf"}
	for _, tt := range []struct {
		key, origin string
		want        SystemdConf
	}{
		{"journald.conf/Journal/Storage", files[1] + ":2", SystemdConf{true, files, ptr("persistent"), []string{"persistent"}, nil}}, // by name, not by directory
		{"journald.conf/Journal/ForwardToSyslog", files[0] + ":4", SystemdConf{true, files, ptr("no"), []string{"no"}, ptr(false)}},
		{"journald.conf/Journal/Compress", files[2] + ":2", SystemdConf{true, files, nil, nil, nil}}, // emptied by a later file
		{"journald.conf/Journal/Seal", "Seal is not set in " + files[0] + ", " + files[1] + ", " + files[2], SystemdConf{true, files, nil, nil, nil}},
		{"timesyncd.conf/Time/NTP", "/etc/systemd/timesyncd.conf.d/b.conf:4", SystemdConf{true, []string{"/etc/systemd/timesyncd.conf.d/a.conf", "/etc/systemd/timesyncd.conf.d/b.conf"},
			ptr("four.example"), []string{"two.example three.example", "four.example"}, nil}},
		{"coredump.conf/Coredump/Storage", "no coredump.conf in systemd's configuration directories", SystemdConf{}},
	} {
		r := known(t, h, "systemd_conf", tt.key, tt.want)
		origin(t, r, "value", tt.origin)
	}
	denied(t, read(inline(t, "-- etc/systemd/journald.conf.d/x.conf deny --\n"), "systemd_conf", "journald.conf/Journal/Storage"), "value")
	if r := read(h, "systemd_conf", "journald.conf"); r.Err == nil {
		t.Error("a key without section was taken")
	}
}
