package host

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"scantling/checks/fact"
	"scantling/checks/host/rootfs"
)

// machine opens a recorded machine of testdata/roots.
func machine(t testing.TB, name string) *Host {
	t.Helper()
	b, err := os.ReadFile("../../testdata/roots/" + name + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	root, err := rootfs.Txtar(b)
	if err != nil {
		t.Fatal(err)
	}
	return New(root, WithEUID(1000))
}

// live is the machine that the tests run on.
func live(t testing.TB) *Host {
	t.Helper()
	root, err := rootfs.Open("/")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = root.Close() })
	return New(root)
}

func read(h *Host, name, key string) fact.Reading {
	set := fact.NewSet()
	set.Add(h, Facts...)
	return set.Get(context.Background(), name, key)
}

func known[T any](t *testing.T, h *Host, name, key string, want T) fact.Reading {
	t.Helper()
	r := read(h, name, key)
	if r.Err != nil {
		t.Errorf("%s(%q): %v", name, key, r.Err)
		return r
	}
	if diff := cmp.Diff(r.Value(), any(want)); diff != "" {
		t.Errorf("%s(%q): -got +want\n%s", name, key, diff)
	}
	return r
}

func origin(t *testing.T, r fact.Reading, path, want string) {
	t.Helper()
	if got := r.At(path).Origin; got != want {
		t.Errorf("%s(%q): origin of %s = %q; want %q", r.Fact.Name, r.Key, path, got, want)
	}
}

// skipUnseen leaves a test out where the tests run in a container of their own.
func skipUnseen(t *testing.T, err error) {
	t.Helper()
	if _, ok := fact.Remedy(err); ok {
		t.Skip(err)
	}
}

// denied checks that an attribute is unknown for want of rights or of a running
// machine, which leads to not_assessed and never to a verdict.
func denied(t *testing.T, r fact.Reading, path string) {
	t.Helper()
	err := r.At(path).Err
	if _, ok := fact.Remedy(err); err == nil || !ok {
		t.Errorf("%s(%q): %s is unknown for %v; want a reason of target or rights", r.Fact.Name, r.Key, path, err)
	}
}

func ptr[T any](v T) *T { return &v }

func TestHost(t *testing.T) {
	h := machine(t, "host-debian")
	r := known(t, h, "host", "", About{
		Hostname: "ship", Kernel: "6.1.0-26-amd64", OSID: "debian", OSVersion: ptr("12"), OSName: "Debian GNU/Linux 12 (bookworm)",
		OSFamily: ptr("debian"), OwnKernel: true, Install: "apt-get install", Remove: "apt-get purge",
		EUID: 1000, AppArmor: true, Systemd: true,
	})
	if gaps := r.Gaps(""); gaps != nil {
		t.Errorf("host: gaps = %v; want none", gaps)
	}
	origin(t, r, "os_id", "/etc/os-release")
}

func TestHostOfDisk(t *testing.T) {
	r := read(machine(t, "host-closed"), "host", "")
	for _, attr := range []string{"kernel", "apparmor", "selinux", "container"} {
		denied(t, r, attr)
	}
	if a := r.Value().(About); a.Hostname != "harbour" || a.OSID != "arch" || a.OSVersion != nil || a.Systemd {
		t.Errorf("host: got %+v; want harbour, arch without version, no systemd", a)
	}
}

func TestContainer(t *testing.T) {
	const kernel = "-- proc/sys/kernel/osrelease --\n6\n"
	for _, tt := range []struct{ root, want string }{
		{kernel + "-- .dockerenv --\n", "docker"},
		{kernel + "-- run/.containerenv --\n", "podman"},
		{kernel + "-- run/systemd/container --\nlxc\n", "lxc"},
		{kernel + "-- proc/1/environ --\nPATH=/\x00container=oci\x00", "oci"},
		{kernel + "-- proc/1/environ deny --\n", ""},
		{kernel + "-- .dockerenv --\n-- proc/self/ns/pid -> pid:[4026531836] --\n-- proc/self/mountinfo --\n" + rootMount + "-- proc/1/mountinfo --\n" + rootMount, ""},
	} {
		got := read(inline(t, tt.root), "host", "").Value().(About).Container
		if or(deref(got), "none") != or(tt.want, "none") {
			t.Errorf("container of %q = %q; want %q", tt.root, deref(got), tt.want)
		}
	}
}

const rootMount = "27 1 254:1 / / rw - ext4 /dev/vda1 rw\n"

func inline(t testing.TB, archive string) *Host {
	t.Helper()
	root, err := rootfs.Txtar([]byte(archive))
	if err != nil {
		t.Fatal(err)
	}
	return New(root)
}

func TestGroup(t *testing.T) {
	h := machine(t, "host-debian")
	docker := Group{true, ptr("docker"), ptr(uint32(998)), []string{"alex", "kim", "robin", "sam"}}
	r := known(t, h, "group", "docker", docker)
	origin(t, r, "members", "/etc/group:2")
	known(t, h, "group", "998", docker)
	known(t, h, "group", "none", Group{})
	known(t, h, "group", "kim", Group{true, ptr("kim"), ptr(uint32(1000)), []string{"kim"}})

	h = machine(t, "host-closed")
	denied(t, read(h, "group", "docker"), "members")
	if r := read(h, "group", "docker"); !r.Value().(Group).Exists || r.At("exists").Err != nil {
		t.Errorf("group(docker): got %+v, %v; want it to exist", r.Value(), r.At("exists").Err)
	}
	denied(t, read(h, "group", "none"), "exists")
	r = read(inline(t, "-- etc/group deny --\n"), "group", "root")
	if !errors.Is(r.Err, fs.ErrPermission) {
		t.Errorf("group from a closed file: got %v; want %v", r.Err, fs.ErrPermission)
	}
}

// TestNoPlainFile puts what must not be opened, or not be read whole, where each
// fact expects a file.
func TestNoPlainFile(t *testing.T) {
	for _, tt := range []struct{ marker, fact, key, attr string }{
		{"etc/group", "group", "docker", "exists"},
		{"etc/fstab", "mount", "/etc", "mount_point"},
		{"proc/1/mountinfo", "mount", "/etc", "mount_point"},
		{"etc/audit/rules.d/x.rules", "audit_watch", "/etc", "persisted"},
		{"proc/net/tcp", "listening", "22", "sockets"},
		{"etc/os-release", "host", "", "os_id"},
		{"proc/sys/kernel/osrelease", "host", "", "kernel"},
	} {
		for words, want := range map[string]error{"type=fifo": rootfs.ErrNotRegular, "type=device": rootfs.ErrNotRegular, "size=10G": rootfs.ErrTooLarge, "-> loop": syscall.ELOOP} {
			h := inline(t, "-- "+tt.marker+" "+words+" --\n-- "+path.Dir(tt.marker)+"/loop -> loop --\n")
			err := read(h, tt.fact, tt.key).At(tt.attr).Err
			if !errors.Is(err, want) || !strings.Contains(fmt.Sprint(err), tt.marker) {
				t.Errorf("%s with %s %s: %s is unknown for %v; want %v", tt.fact, tt.marker, words, tt.attr, err, want)
			}
		}
	}
}
