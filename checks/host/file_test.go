package host

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"scantling/checks/host/rootfs"
)

func TestFile(t *testing.T) {
	h := machine(t, "host-debian")
	sock := File{
		Path: "/var/run/docker.sock", Exists: true, Resolved: ptr("/run/docker.sock"), Type: ptr("socket"), Mode: ptr("0660"),
		UID: ptr(uint32(0)), GID: ptr(uint32(998)), Owner: ptr("root"), Group: ptr("docker"),
		ACL: &[]string{"user:1000:rw-", "mask::rw-"}, Size: ptr(int64(0)), Modified: &time.Time{},
	}
	r := known(t, h, "file", "/var/run/docker.sock", sock)
	origin(t, r, "mode", "stat /run/docker.sock, to which /var/run/docker.sock leads")
	r = known(t, h, "file", "/etc/shadow", File{
		Path: "/etc/shadow", Exists: true, Resolved: ptr("/etc/shadow"), Type: ptr("file"), Mode: ptr("0640"),
		UID: ptr(uint32(0)), GID: ptr(uint32(42)), Owner: ptr("root"), Group: ptr("42"), // no such group on that machine
		ACL: ptr([]string(nil)), Size: ptr(int64(0)), Modified: &time.Time{},
	})
	origin(t, r, "mode", "stat /etc/shadow")
	for _, absent := range []string{"", "/etc/none", "/etc/none/below", "/etc/shadow/below"} {
		known(t, h, "file", absent, File{Path: absent})
	}
	r = known(t, h, "file", "/etc/docker/certs.d/gone", File{Path: "/etc/docker/certs.d/gone", Type: ptr("symlink")})
	if got := r.At("exists").Remark; !strings.Contains(got, "/nowhere") {
		t.Errorf("a dangling link: remark %q does not name its target", got)
	}
	for path, want := range map[string]string{"/etc/pipe": "fifo", "/etc/huge": "file"} {
		if f := read(h, "file", path).Value().(File); deref(f.Type) != want {
			t.Errorf("file(%q): type %q; want %q", path, deref(f.Type), want)
		}
	}
}

func TestFileUnknown(t *testing.T) {
	for _, path := range []string{"/etc/docker/daemon.json", "/etc/docker/none"} {
		denied(t, read(machine(t, "host-closed"), "file", path), "exists")
	}
	for _, path := range []string{"etc/passwd", "/etc/loop"} {
		if r := read(machine(t, "host-debian"), "file", path); r.Err == nil {
			t.Errorf("file(%q) = %+v; want an error", path, r.Value())
		}
	}
	r := read(inline(t, "-- etc/passwd type=fifo --\n-- x 0644 7:0 --\n"), "file", "/x")
	if r.At("owner").Err == nil || r.At("uid").Err != nil {
		t.Errorf("owner without a readable passwd: got %v, uid %v; want only the names unknown", r.At("owner").Err, r.At("uid").Err)
	}
}

// TestFileOffline lays a disk whose links point at files of the machine that
// audits it.
func TestFileOffline(t *testing.T) {
	dir := t.TempDir()
	for _, err := range []error{
		os.Mkdir(dir+"/etc", 0o755),
		os.Symlink("/etc/passwd", dir+"/link"),
		os.Symlink("/proc/self/status", dir+"/status"),
		os.WriteFile(dir+"/etc/passwd", []byte("pat:x:0:0::/:\n"), 0o600),
		os.WriteFile(dir+"/etc/group", []byte("crew:x:0:\n"), 0o600),
		unix.Mkfifo(dir+"/fifo", 0o600),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	root, err := rootfs.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	h := New(root)
	f := read(h, "file", "/link").Value().(File)
	if deref(f.Resolved) != "/etc/passwd" || deref(f.Mode) != "0600" || os.Geteuid() == 0 && (deref(f.Owner) != "pat" || deref(f.Group) != "crew") {
		t.Errorf("file(/link) = %s, %s, %s:%s; want the disk's own passwd, 0600, pat:crew", deref(f.Resolved), deref(f.Mode), deref(f.Owner), deref(f.Group))
	}
	known(t, h, "file", "/status", File{Path: "/status", Type: ptr("symlink")})
	if f := read(h, "file", "/fifo").Value().(File); deref(f.Type) != "fifo" {
		t.Errorf("file(/fifo): type %q; want fifo", deref(f.Type))
	}
}

func TestFileTree(t *testing.T) {
	h := machine(t, "host-debian")
	r := known(t, h, "file_tree", "/etc/docker/certs.d/", FileTree{
		Path: "/etc/docker/certs.d/", Exists: true, Files: []TreeFile{
			{"/etc/docker/certs.d/other/ca.crt", "file", "0664", 1000, 1000, "kim", "kim"},
			{"/etc/docker/certs.d/reg.example/ca.crt", "file", "0444", 0, 0, "root", "root"},
			{"/etc/docker/certs.d/reg.example/client.key", "file", "0400", 0, 998, "root", "docker"},
			{"/etc/docker/certs.d/up/daemon.json", "file", "0644", 0, 0, "root", "root"},
		},
	})
	if got := r.At("files").Remark; !strings.Contains(got, "/etc/docker/certs.d/gone") {
		t.Errorf("remark %q does not name the dangling link", got)
	}
	known(t, h, "file_tree", "/none", FileTree{Path: "/none"})
	known(t, h, "file_tree", "/etc/pipe", FileTree{Path: "/etc/pipe", Exists: true, Files: []TreeFile{{"/etc/pipe", "fifo", "0644", 0, 0, "root", "root"}}})
	denied(t, read(machine(t, "host-closed"), "file_tree", "/etc"), "files")
	denied(t, read(machine(t, "host-closed"), "file_tree", "/etc/docker/certs.d"), "exists")

	var big strings.Builder
	for i := range maxTree {
		fmt.Fprintf(&big, "-- d/%d --\n", i)
	}
	r = read(inline(t, big.String()), "file_tree", "/d")
	if err := r.At("files").Err; err == nil || !strings.Contains(err.Error(), "10000") {
		t.Errorf("a tree of too many entries: got %v; want an error that says so", err)
	}
}
