package host

import (
	"testing"
)

const chronyRoot = `
-- etc/chrony/chrony.conf --
! a comment, as are the next ones
; server a
# server b
% server c
confdir /etc/chrony/conf.d /usr/share/chrony
SourceDir /run/chrony-dhcp /etc/chrony/sources.d
Pool 2.debian.pool.ntp.org iburst
include /etc/chrony/more/*.conf
include /etc/chrony/more/none*.conf
server
-- etc/chrony/conf.d/10-a.conf --
server time.example.org
-- usr/share/chrony/10-a.conf --
server hidden.example.org
-- usr/share/chrony/20-b.conf --
peer 127.0.0.1
-- usr/share/chrony/20-b.txt --
server not.example.org
-- etc/chrony/sources.d/site.sources --
server ntp.site.example
-- etc/chrony/more/user.conf --
user _chrony
`

func TestChrony(t *testing.T) {
	h := inline(t, chronyRoot)
	r := known(t, h, "chrony", "", Chrony{
		Exists: true, File: ptr("/etc/chrony/chrony.conf"), User: ptr("_chrony"),
		Sources: []ChronySource{
			{"server", "time.example.org", false},
			{"peer", "127.0.0.1", true},
			{"server", "ntp.site.example", false},
			{"pool", "2.debian.pool.ntp.org", false},
		},
	})
	origin(t, r, "sources[2].name", "/etc/chrony/sources.d/site.sources:1")
	origin(t, r, "user", "/etc/chrony/more/user.conf:1")
}

func TestChronyOptions(t *testing.T) {
	const conf = "-- etc/chrony.conf --\nuser chrony\n"
	for options, want := range map[string]string{
		`OPTIONS="-F 2 -u root"`: "root", `OPTIONS="-uroot"`: "root", `OPTIONS="-F 2"`: "chrony", `# OPTIONS="-u root"`: "chrony", `OPTIONS="-u"`: "chrony",
	} {
		c := read(inline(t, conf+"-- etc/sysconfig/chronyd --\n"+options+"\n"), "chrony", "").Value().(Chrony)
		if deref(c.User) != want {
			t.Errorf("%s: user %q; want %q", options, deref(c.User), want)
		}
	}
}

func TestChronyNotReadable(t *testing.T) {
	denied(t, read(inline(t, "-- etc/chrony.conf deny --\n"), "chrony", ""), "sources")
	denied(t, read(inline(t, "-- etc/chrony.conf --\nconfdir /etc/c.d\n-- etc/c.d/ deny --\n"), "chrony", ""), "sources")
	denied(t, read(inline(t, "-- etc/chrony.conf --\n-- etc/sysconfig/chronyd deny --\n"), "chrony", ""), "user")
	if r := read(inline(t, "-- etc/chrony.conf --\ninclude /etc/chrony.conf\n"), "chrony", ""); r.Err == nil {
		t.Error("a file that includes itself: no error")
	}
	known(t, inline(t, ""), "chrony", "", Chrony{})
}

// TestTimeDaemon knows Debian's and Red Hat's names, and counts no alias twice.
func TestTimeDaemon(t *testing.T) {
	const (
		unit      = "[Service]\nExecStart=/usr/sbin/x\n[Install]\nWantedBy=multi-user.target\n"
		chrony    = "-- usr/lib/systemd/system/chrony.service --\n" + unit + "Alias=chronyd.service\n"
		enabled   = "-- etc/systemd/system/multi-user.target.wants/chrony.service -> /usr/lib/systemd/system/chrony.service --\n-- etc/systemd/system/chronyd.service -> /usr/lib/systemd/system/chrony.service --\n"
		timesyncd = "-- usr/lib/systemd/system/systemd-timesyncd.service --\n" + unit + "-- etc/systemd/system/sysinit.target.wants/systemd-timesyncd.service -> /usr/lib/systemd/system/systemd-timesyncd.service --\n"
		runs      = booted + "-- sys/fs/cgroup/system.slice/chrony.service/cgroup.events --\npopulated 1\n"
	)
	for _, tt := range []struct {
		name, root string
		want       TimeDaemon
	}{
		{"both installed, one enabled", runs + chrony + enabled, TimeDaemon{true, []string{"chrony"}, true}},
		{"both enabled", runs + chrony + enabled + timesyncd, TimeDaemon{true, []string{"chrony", "systemd-timesyncd"}, false}},
		{"started by hand", runs + chrony, TimeDaemon{true, []string{"chrony"}, true}},
		{"none", booted + chrony, TimeDaemon{true, nil, true}},
		{"a disk", chrony + enabled, TimeDaemon{true, []string{"chrony"}, false}},
	} {
		r := known(t, inline(t, tt.root), "time_daemon", "", tt.want)
		if tt.name == "a disk" {
			denied(t, r, "active")
			origin(t, r, "in_use", "/etc/systemd/system/multi-user.target.wants/chrony.service")
		}
	}
}

func FuzzChrony(f *testing.F) {
	f.Add([]byte("server a\nconfdir b c\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, l := range parseChrony("/etc/chrony.conf", b) {
			if l.directive == "" || len(l.args) == 0 {
				t.Errorf("line %+v", l)
			}
		}
	})
}
