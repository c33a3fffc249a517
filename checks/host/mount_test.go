package host

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestMount(t *testing.T) {
	h := machine(t, "host-debian")
	docker := Mount{MountPoint: ptr("/var/lib/docker"), Device: ptr("/dev/vdb"), FSType: ptr("xfs"), Options: &[]string{"rw", "nodev", "relatime"}}
	root := Mount{MountPoint: ptr("/"), Device: ptr("/dev/vda1"), FSType: ptr("ext4"), Options: &[]string{"rw", "relatime"}}
	hidden := Mount{MountPoint: ptr("/srv/covered"), Device: ptr("/dev/vdf"), FSType: ptr("ext4"), Options: &[]string{"ro", "nosuid"}}
	for _, tt := range []struct {
		path  string
		want  Mount
		point bool
	}{
		{"/var/lib/docker", docker, true},
		{"/var/lib/docker/", docker, true},
		{"/var/lib/docker/overlay2/none", docker, false},
		{"/var/lib", root, false},
		{"/", root, true},
		{"/srv/covered/below/x", hidden, false}, // its own mount lies under a later one
		{"/srv/covered", hidden, true},
	} {
		tt.want.Path, tt.want.IsMountPoint, tt.want.Mounted = tt.path, tt.point, tt.point
		known(t, h, "mount", tt.path, tt.want)
	}
	origin(t, read(h, "mount", "/var/lib/docker"), "options", "/proc/1/mountinfo:4")
	if got := read(h, "mount", "/var/lib/docker/none").At("mount_point").Remark; !strings.Contains(got, "does not exist") {
		t.Errorf("remark on a path that is not there: %q", got)
	}
	if r := read(h, "mount", "var"); r.Err == nil {
		t.Error("a path without a leading slash was taken")
	}
}

func TestMountOfDisk(t *testing.T) {
	h := machine(t, "host-closed")
	lib := Mount{Path: "/var/lib/other", MountPoint: ptr("/var/lib"), Device: ptr("UUID=22"), FSType: ptr("xfs"), Options: &[]string{"nodev", "nosuid"}}
	origin(t, known(t, h, "mount", "/var/lib/other", lib), "device", "/etc/fstab:3")
	options, by := []string{"nodev", "noexec"}, "/etc/systemd/system/var-lib-docker.mount"
	unit := Mount{"/var/lib/docker", ptr("/var/lib/docker"), true, ptr("/dev/vdb"), ptr("btrfs"), &options, true, true, &options, &by}
	origin(t, known(t, h, "mount", "/var/lib/docker", unit), "device", "/etc/systemd/system/var-lib-docker.mount")
	denied(t, read(h, "mount", "/var/lib/docker"), "options")
	denied(t, read(h, "mount", "/var/lib/docker"), "mounted")
	denied(t, read(h, "mount", "/etc/docker/x"), "mount_point")
	denied(t, read(inline(t, "-- etc/ --\n"), "mount", "/etc"), "mount_point")
}

func TestMountPersisted(t *testing.T) {
	h := inline(t, `-- proc/sys/kernel/osrelease --
6
-- run/systemd/system/ --
-- proc/1/mountinfo --
27 1 254:1 / / rw - ext4 /dev/vda1 rw
28 27 254:1 /x /var/tmp rw,nodev - ext4 /dev/vda1 rw
29 27 0:9 / /auto rw - autofs systemd-1 rw
30 27 0:10 / /pool rw - zfs tank/pool rw
-- etc/fstab --
UUID=1 / ext4 defaults
UUID=2 /home ext4 defaults,nodev,noexec,exec
UUID=3 /srv ext4 user,exec
UUID=4 /late ext4 noauto,nodev
UUID=5 /media ext4 noauto,x-systemd.automount,owner
UUID=6 /var ext4 rw
UUID=7 /var ext4 nosuid,nodev
UUID=8 /off ext4 nodev
UUID=9 /opt ext4 nodev
UUID=10 /mnt ext4 dev
UUID=11 /never ext4 noauto
UUID=12 /never ext4 nodev
UUID=13 /swapped swap nodev
-- etc/systemd/system/off.mount -> /dev/null --
-- etc/systemd/system/opt.mount --
[Mount]
Options=nosuid
-- etc/systemd/system/mnt.mount.d/x.conf --
[Mount]
Options=nodev
-- run/systemd/generator/home.mount --
[Mount]
Options=defaults
-- usr/lib/systemd/system/tmp.mount --
[Mount]
What=tmpfs
Options=mode=1777,strictatime,nosuid,nodev
-- usr/lib/systemd/system/local-fs.target.wants/tmp.mount -> ../tmp.mount --
-- usr/lib/systemd/system/unwanted.mount --
[Mount]
Options=nodev
-- dev/shm/ --
-- auto/ --
-- pool/ --
-- var/tmp/ --
`)
	for _, tt := range []struct{ path, by, options string }{
		{"/home", "/etc/fstab:2", "rw suid nodev exec"}, // the later option counts
		{"/srv", "/etc/fstab:3", "user nosuid nodev exec"},
		{"/late", "", ""}, // noauto
		{"/media", "/etc/fstab:5", "noauto x-systemd.automount owner nosuid nodev"},
		{"/var", "/etc/fstab:6", "rw"}, // systemd refuses the line below
		{"/never", "", ""},             // likewise
		{"/swapped", "", ""},
		{"/off", "", ""}, // masked
		{"/opt", "/etc/systemd/system/opt.mount", "nosuid"},
		{"/mnt", "/etc/systemd/system/mnt.mount.d/x.conf:2", "nodev"},
		{"/tmp", "/usr/lib/systemd/system/tmp.mount", "mode=1777 strictatime nosuid nodev"},
		{"/unwanted", "", ""}, // no target asks for it
		{"/var/tmp", "", ""},
		{"/dev/shm", "mounted by systemd itself", "rw nosuid nodev"},
		{"/home/kim", "", ""},
	} {
		m := read(h, "mount", tt.path).Value().(Mount)
		options := ""
		if m.PersistedOptions != nil {
			options = strings.Join(*m.PersistedOptions, " ")
		}
		if m.Persisted != (tt.by != "") || deref(m.PersistedBy) != tt.by || options != tt.options {
			t.Errorf("%s: %v by %q with %q; want %q with %q", tt.path, m.Persisted, deref(m.PersistedBy), options, tt.by, tt.options)
		}
	}
	if m := read(h, "mount", "/var/tmp").Value().(Mount); !m.Mounted {
		t.Errorf("/var/tmp is a bind mount, and own: %+v", m)
	}
	denied(t, read(h, "mount", "/auto"), "options")
	denied(t, read(h, "mount", "/pool"), "persisted")
}

// TestMountBind: what a bind mount shows gives it its options.
func TestMountBind(t *testing.T) {
	h := inline(t, `-- etc/fstab --
UUID=1 / ext4 defaults
tmpfs /tmp tmpfs nosuid,nodev,noexec
/tmp /var/tmp none bind
/tmp /own none defaults,bind,nodev
/var/tmp/below /twice none rw,rbind
/srv /plain none bind
/a /b none bind
/b /a none bind
-- var/tmp/ --
-- tmp/ --
`)
	for path, want := range map[string]string{
		"/var/tmp": "bind nosuid nodev noexec", "/own": "rw suid exec bind nodev", "/twice": "rw rbind nosuid nodev noexec",
		"/plain": "bind", "/a": "bind",
	} {
		m := read(h, "mount", path).Value().(Mount)
		if m.PersistedOptions == nil || strings.Join(*m.PersistedOptions, " ") != want {
			t.Errorf("%s: %v; want %s", path, m.PersistedOptions, want)
		}
	}
}

func TestMountView(t *testing.T) {
	const own, other = "1 0 0:9 / / rw - overlay overlay rw\n", "1 0 8:1 / / rw - ext4 /dev/sda1 rw\n"
	for _, tt := range []struct{ self, first, want string }{
		{own, own, "/proc/1/mountinfo:1"},
		{own, other, "/proc/self/mountinfo:1"}, // a container that sees the host's processes
	} {
		h := inline(t, "-- proc/self/mountinfo --\n"+tt.self+"-- proc/1/mountinfo --\n"+tt.first)
		origin(t, read(h, "mount", "/"), "device", tt.want)
	}
}

func TestParseMountinfo(t *testing.T) {
	got, err := parseMountinfo("m", []byte("36 35 98:0 /mnt1 /a\\040b\\134 rw,noatime master:1 shared:2 - ext3 /dev/ro\\011ot rw\n37 36 0:1 / /t rw - tmpfs  rw\n"))
	want := []mountLine{
		{"m:1", "36", "35", "98:0", "/mnt1", `/a b\`, "/dev/ro\tot", "ext3", []string{"rw", "noatime"}},
		{"m:2", "37", "36", "0:1", "/", "/t", "", "tmpfs", []string{"rw"}},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("parseMountinfo = %+v, %v; want %+v", got, err, want)
	}
	if _, err := parseMountinfo("m", []byte("36 35 98:0 / / rw ext3 x rw\n")); err == nil {
		t.Error("a line without a dash was taken")
	}
}

func TestParseFstab(t *testing.T) {
	got := parseFstab("f", []byte("# none\n\nLABEL=x\t/a\\040b/ ext4\n/dev/s none swap sw\nshort /x\n"))
	want := []mountLine{{origin: "f:3", point: "/a b", device: "LABEL=x", fsType: "ext4", options: []string{"defaults"}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("parseFstab = %+v; want %+v", got, want)
	}
}

func TestMountUnitName(t *testing.T) {
	for path, want := range map[string]string{"/var/lib/docker": "var-lib-docker.mount", "/a-b/.c d": `a\x2db-.c\x20d.mount`, "/.x": `\x2ex.mount`} {
		if got := mountUnitName(path); got != want {
			t.Errorf("mountUnitName(%q) = %q; want %q", path, got, want)
		}
	}
}

func FuzzMounts(f *testing.F) {
	f.Add([]byte("27 1 254:1 / / rw - ext4 /dev/vda1 rw\n"), "/x")
	f.Add([]byte("2 2 0:1 / /a rw - x y z\n3 2 0:1 / /a rw - x y z\n2 3 0:1 / /a/b rw - x y z\n"), "/a/b")
	f.Add([]byte("UUID=11 / ext4 errors=remount-ro 0 1\n"), "/")
	f.Fuzz(func(t *testing.T, b []byte, path string) {
		lines, err := parseMountinfo("m", b)
		if l, found := (mountTable{lines: lines}).holding(path); found && err == nil && !isWithin(path, l.point) {
			t.Errorf("%q is held by %q", path, l.point)
		}
		for _, l := range parseFstab("f", b) {
			if kept := effectiveOptions(l.options); slices.Contains(kept, "nodev") && slices.Contains(kept, "dev") {
				t.Errorf("%q gives %q", l.options, kept)
			}
		}
	})
}
