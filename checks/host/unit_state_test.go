package host

import (
	"errors"
	"io/fs"
	"slices"
	"testing"
)

const installable = "[Service]\nExecStart=/usr/bin/x\n[Install]\nWantedBy=multi-user.target\n"

// TestUnitState has the words of systemctl is-enabled, and beside them whether the
// unit is started at boot.
func TestUnitState(t *testing.T) {
	const vendor = "-- usr/lib/systemd/system/x.service --\n" + installable
	const static = "-- usr/lib/systemd/system/x.service --\n[Service]\nExecStart=/usr/bin/x\n"
	for _, tt := range []struct {
		name, root, unit, state string
		enabled                 bool
		origin                  string
	}{
		{"enabled", vendor + "-- etc/systemd/system/multi-user.target.wants/x.service -> /lib/systemd/system/x.service --\n", "x.service", "enabled", true, "/etc/systemd/system/multi-user.target.wants/x.service"},
		{"required", vendor + "-- etc/systemd/system/a.service.requires/x.service -> ../x.service --\n", "x.service", "enabled", true, "/etc/systemd/system/a.service.requires/x.service"},
		{"disabled", vendor, "x.service", "disabled", false, "/usr/lib/systemd/system/x.service"},
		{"/lib of a machine before the merged /usr", "-- lib/systemd/system/x.service --\n" + installable, "x.service", "disabled", false, "/lib/systemd/system/x.service"},
		{"until the next boot", vendor + "-- run/systemd/system/multi-user.target.wants/x.service -> /lib/x --\n", "x.service", "enabled-runtime", false, "/run/systemd/system/multi-user.target.wants/x.service"},
		{"static, and nobody starts it", static, "x.service", "static", false, "/usr/lib/systemd/system/x.service"},
		{"static, started by a vendor's link (journald)", static + "-- usr/lib/systemd/system/sysinit.target.wants/x.service -> ../x.service --\n", "x.service", "static", true, "/usr/lib/systemd/system/sysinit.target.wants/x.service"},
		{"a vendor's link taken away", static + "-- usr/lib/systemd/system/sysinit.target.wants/x.service -> ../x.service --\n-- etc/systemd/system/sysinit.target.wants/x.service -> /dev/null --\n", "x.service", "static", false, "/usr/lib/systemd/system/x.service"},
		{"masked, although a link wants it", vendor + "-- etc/systemd/system/x.service -> /dev/null --\n-- etc/systemd/system/multi-user.target.wants/x.service -> /lib/systemd/system/x.service --\n", "x.service", "masked", false, "/etc/systemd/system/x.service"},
		{"masked by an empty file", vendor + "-- etc/systemd/system/x.service --\n", "x.service", "masked", false, "/etc/systemd/system/x.service"},
		{"masked until the next boot", vendor + "-- run/systemd/system/x.service -> /dev/null --\n", "x.service", "masked-runtime", false, "/run/systemd/system/x.service"},
		{"a unit that is not there is not enabled by a left link", "-- etc/systemd/system/multi-user.target.wants/x.service -> /lib/systemd/system/x.service --\n", "x.service", "not-found", false, "no file named x.service in systemd's unit directories"},
		{"the display manager is started under an alias", "-- usr/lib/systemd/system/gdm.service --\n[Install]\nAlias=display-manager.service\n-- etc/systemd/system/display-manager.service -> /usr/lib/systemd/system/gdm.service --\n", "gdm.service", "enabled", true, "/etc/systemd/system/display-manager.service"},
		{"an alias tells of the unit it names (sshd, ssh)", "-- usr/lib/systemd/system/ssh.service --\n" + installable + "Alias=sshd.service\n-- etc/systemd/system/sshd.service -> /usr/lib/systemd/system/ssh.service --\n-- etc/systemd/system/multi-user.target.wants/ssh.service -> /usr/lib/systemd/system/ssh.service --\n", "sshd.service", "alias", true, "/etc/systemd/system/multi-user.target.wants/ssh.service"},
		{"wanted under an alias", vendor + "-- usr/lib/systemd/system/y.service -> x.service --\n-- etc/systemd/system/multi-user.target.wants/y.service -> /usr/lib/systemd/system/x.service --\n", "x.service", "enabled", true, "/etc/systemd/system/multi-user.target.wants/y.service"},
		{"only for others to install", "-- usr/lib/systemd/system/x.service --\n[Install]\nAlso=x.socket\n", "x.service", "indirect", false, "/usr/lib/systemd/system/x.service"},
		{"an instance", "-- usr/lib/systemd/system/x@.service --\n" + installable + "-- etc/systemd/system/a.target.wants/x@1.service -> /usr/lib/systemd/system/x@.service --\n", "x@1.service", "enabled", true, "/etc/systemd/system/a.target.wants/x@1.service"},
		{"a template of which an instance is enabled", "-- usr/lib/systemd/system/x@.service --\n" + installable + "-- etc/systemd/system/a.target.wants/x@1.service -> /usr/lib/systemd/system/x@.service --\n", "x@.service", "enabled", true, "/etc/systemd/system/a.target.wants/x@1.service"},
		{"linked from elsewhere", "-- opt/x.service --\n" + installable + "-- etc/systemd/system/x.service -> /opt/x.service --\n", "x.service", "linked", false, "/etc/systemd/system/x.service"},
		{"a generator's", "-- run/systemd/generator/x.mount --\n[Mount]\n-- run/systemd/generator/local-fs.target.requires/x.mount -> ../x.mount --\n", "x.mount", "generated", true, "/run/systemd/generator/local-fs.target.requires/x.mount"},
		{"a transient one", "-- run/systemd/transient/x.service --\n[Service]\n", "x.service", "transient", false, "/run/systemd/transient/x.service"},
		{"a script of System V's init", "-- etc/init.d/x 0755 --\n-- etc/rc2.d/S01x -> ../init.d/x --\n", "x.service", "generated", true, "/etc/rc2.d/S01x"},
		{"a script that is only stopped", "-- etc/init.d/x 0755 --\n-- etc/rc0.d/K01x -> ../init.d/x --\n-- etc/rc2.d/K01x -> ../init.d/x --\n", "x.service", "generated", false, "/etc/init.d/x"},
		{"a native unit stands before a script", vendor + "-- etc/init.d/x --\n-- etc/rc2.d/S01x -> ../init.d/x --\n", "x.service", "disabled", false, "/usr/lib/systemd/system/x.service"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := read(inline(t, tt.root), "unit", tt.unit)
			u, ok := r.Value().(Unit)
			if !ok || u.State != tt.state || u.Enabled != tt.enabled {
				t.Fatalf("got %q, enabled %v, %v; want %q, %v", u.State, u.Enabled, r.Err, tt.state, tt.enabled)
			}
			origin(t, r, "enabled", tt.origin)
		})
	}
}

func TestUnitStateNotReadable(t *testing.T) {
	const vendor = "-- usr/lib/systemd/system/x.service --\n" + installable
	for name, root := range map[string]string{
		"unit directory":  vendor + "-- etc/systemd/system.attached/ deny --\n",
		"wants directory": vendor + "-- etc/systemd/system/a.target.wants/ deny --\n",
	} {
		if r := read(inline(t, root), "unit", "x.service"); !errors.Is(errors.Join(r.Err, r.At("enabled").Err), fs.ErrPermission) {
			t.Errorf("%s: %v, %v; want %v", name, r.Err, r.At("enabled").Err, fs.ErrPermission)
		}
	}
	loop := "-- etc/systemd/system/a.service -> b.service --\n-- etc/systemd/system/b.service -> a.service --\n-- usr/lib/systemd/system/a.service --\n"
	if u := read(inline(t, loop), "unit", "a.service").Value().(Unit); u.Exists || u.Enabled || u.State != "not-found" {
		t.Errorf("aliases in a circle: %+v; want what systemd makes of it, no unit", u)
	}
}

func TestUnitActivatedBy(t *testing.T) {
	r := read(inline(t, `
-- usr/lib/systemd/system/cups.service --
[Service]
-- usr/lib/systemd/system/cups.socket --
[Socket]
-- usr/lib/systemd/system/cups.path --
[Path]
-- etc/systemd/system/sockets.target.wants/cups.socket -> /usr/lib/systemd/system/cups.socket --
`), "unit", "cups.service")
	if got := r.Value().(Unit).ActivatedBy; !slices.Equal(got, []string{"cups.socket"}) {
		t.Errorf("activated by %v; want cups.socket alone, the path is not enabled", got)
	}
}

const booted = "-- proc/sys/kernel/osrelease --\n6\n-- run/systemd/system/ --\n"

func TestUnitActive(t *testing.T) {
	const unit = "-- usr/lib/systemd/system/x.service --\n[Service]\nExecStart=/usr/bin/x\n"
	const group = "-- sys/fs/cgroup/system.slice/x.service/"
	for _, tt := range []struct{ name, root, unit, want string }{
		{"not running", unit, "x.service", "unknown"},
		{"not running, and not there", "", "x.service", "inactive"},
		{"no systemd", "-- proc/sys/kernel/osrelease --\n6\n" + unit, "x.service", "unknown"},
		{"processes in its group", booted + unit + group + "cgroup.events --\npopulated 1\nfrozen 0\n", "x.service", "active"},
		{"its group is empty", booted + unit + group + "cgroup.events --\npopulated 0\n", "x.service", "inactive"},
		{"no group", booted + unit, "x.service", "inactive"},
		{"version 1", booted + unit + "-- sys/fs/cgroup/systemd/system.slice/x.service/cgroup.procs --\n12\n", "x.service", "active"},
		{"a command that ran once", booted + "-- usr/lib/systemd/system/x.service --\n[Service]\nType=oneshot\nExecStart=/usr/bin/x\n", "x.service", "unknown"},
		{"a socket", booted + "-- usr/lib/systemd/system/x.socket --\n[Socket]\n", "x.socket", "unknown"},
		{"a slice of its own", booted + unit + "Slice=a-b.slice\n-- sys/fs/cgroup/a.slice/a-b.slice/x.service/cgroup.events --\npopulated 1\n", "x.service", "active"},
		{"an instance", booted + "-- usr/lib/systemd/system/x-y@.service --\n[Service]\nExecStart=/usr/bin/x\n" + `-- sys/fs/cgroup/system.slice/system-x\x2dy.slice/x-y@1.service/cgroup.events --` + "\npopulated 1\n", "x-y@1.service", "active"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := activeWord(t, inline(t, tt.root), tt.unit); got != tt.want {
				t.Errorf("got %s; want %s", got, tt.want)
			}
		})
	}
}

func activeWord(t *testing.T, h *Host, unit string) string {
	t.Helper()
	r := read(h, "unit", unit)
	switch {
	case r.Err != nil:
		t.Fatal(r.Err)
	case r.At("active").Err != nil:
		denied(t, r, "active")
		return "unknown"
	case r.Value().(Unit).Active:
		return "active"
	}
	return "inactive"
}

// TestUnitActiveAnswered has what systemd says, which goes before all else.
func TestUnitActiveAnswered(t *testing.T) {
	root := inline(t, booted+"-- usr/lib/systemd/system/ssh.service --\n[Service]\n-- etc/systemd/system/sshd.service -> /usr/lib/systemd/system/ssh.service --\n").Root()
	h := New(root, WithUnitStates(map[string]string{"ssh.service": "active", "failed.service": "failed", "a.service": "activating", "gone.service": "active"}))
	for unit, want := range map[string]string{
		"ssh.service": "active", "sshd.service": "active", "gone.service": "active", // its file was removed while it runs
		"failed.service": "inactive", "a.service": "inactive", "none.service": "inactive",
	} {
		if got := activeWord(t, h, unit); got != want {
			t.Errorf("%s: got %s; want %s", unit, got, want)
		}
	}
	origin(t, read(h, "unit", "sshd.service"), "active", "systemd: ssh.service active")
}
