package host

import (
	"reflect"
	"strings"
	"testing"
)

func TestMount(t *testing.T) {
	h := machine(t, "host-debian")
	docker := Mount{"", ptr("/var/lib/docker"), true, ptr("/dev/vdb"), ptr("xfs"), &[]string{"rw", "nodev", "relatime"}}
	root := Mount{"", ptr("/"), false, ptr("/dev/vda1"), ptr("ext4"), &[]string{"rw", "relatime"}}
	hidden := Mount{"", ptr("/srv/covered"), false, ptr("/dev/vdf"), ptr("ext4"), &[]string{"ro", "nosuid"}}
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
		tt.want.Path, tt.want.IsMountPoint = tt.path, tt.point
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
	lib := Mount{"/var/lib/other", ptr("/var/lib"), false, ptr("UUID=22"), ptr("xfs"), &[]string{"nodev", "nosuid"}}
	origin(t, known(t, h, "mount", "/var/lib/other", lib), "device", "/etc/fstab:3")
	unit := Mount{"/var/lib/docker", ptr("/var/lib/docker"), true, ptr("/dev/vdb"), ptr("btrfs"), &[]string{"nodev", "noexec"}}
	origin(t, known(t, h, "mount", "/var/lib/docker", unit), "device", "/etc/systemd/system/var-lib-docker.mount")
	denied(t, read(h, "mount", "/etc/docker/x"), "mount_point")
	denied(t, read(inline(t, "-- etc/ --\n"), "mount", "/etc"), "mount_point")
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
		for _, table := range []mountTable{{"m", false, lines}, {"f", true, parseFstab("f", b)}} {
			if l, found := table.holding(path); found && (err == nil || table.declared) && !isWithin(path, l.point) {
				t.Errorf("%q is held by %q", path, l.point)
			}
		}
	})
}
