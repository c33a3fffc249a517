package rootfs

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// machine writes the same files to disk and to a txtar, so that one table can
// test both kinds of root.
func machine(t testing.TB) map[string]*FS {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "root")
	for _, d := range []string{"usr/bin", "etc/docker", "run", "closed"} {
		check(t, os.MkdirAll(filepath.Join(dir, d), 0o755))
	}
	write(t, filepath.Join(dir, "..", "secret"), "outside")
	write(t, filepath.Join(dir, "usr/bin/dockerd"), "ELF")
	write(t, filepath.Join(dir, "etc/docker/daemon.json"), "{}")
	check(t, os.Chmod(filepath.Join(dir, "usr/bin/dockerd"), 0o755|fs.ModeSetuid))
	for link, target := range links {
		check(t, os.Symlink(target, filepath.Join(dir, link)))
	}
	check(t, syscall.Mkfifo(filepath.Join(dir, "run/fifo"), 0o600))
	write(t, filepath.Join(dir, "huge"), "")
	check(t, os.Truncate(filepath.Join(dir, "huge"), 10<<30))
	mounted, err := Open(dir)
	check(t, err)
	t.Cleanup(func() { check(t, mounted.Close()) })
	recorded, err := Txtar([]byte(archive()))
	check(t, err)
	return map[string]*FS{"mounted": mounted, "txtar": recorded}
}

var links = map[string]string{
	"bin":             "usr/bin",
	"sbin":            "/bin",
	"loop":            "loop",
	"ping":            "/pong",
	"pong":            "ping",
	"dangling":        "/nowhere",
	"out":             "../../../../../secret",
	"abs":             "/../secret",
	"usr/bin/up":      "../..",
	"etc/docker/self": "/etc/docker/./../docker/daemon.json",
}

func archive() string {
	var b strings.Builder
	b.WriteString("-- usr/bin/dockerd 4755 --\nELF\n-- etc/docker/daemon.json --\n{}\n-- run/fifo type=fifo 0600 --\n-- huge size=10G --\n-- closed/ --\n")
	for link, target := range links {
		b.WriteString("-- " + link + " -> " + target + " --\n")
	}
	return b.String()
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func write(t testing.TB, path, text string) {
	t.Helper()
	check(t, os.WriteFile(path, []byte(text), 0o644))
}

func TestResolve(t *testing.T) {
	for kind, f := range machine(t) {
		for _, tt := range []struct {
			name, resolved, typ string
			err                 error
		}{
			{"/usr/bin/dockerd", "/usr/bin/dockerd", "file", nil},
			{"bin/dockerd", "/usr/bin/dockerd", "file", nil},
			{"/sbin/dockerd", "/usr/bin/dockerd", "file", nil},
			{"/sbin/up/up", "", "", syscall.ENOENT},
			{"/sbin/up/sbin/up/etc/", "/etc", "directory", nil},
			{"/etc/docker/self", "/etc/docker/daemon.json", "file", nil},
			{"../../etc/../..", "/", "directory", nil},
			{"", "/", "directory", nil},
			{"/run/fifo", "/run/fifo", "fifo", nil},
			{"/loop", "", "", syscall.ELOOP},
			{"/loop/x", "", "", syscall.ELOOP},
			{"/ping", "", "", syscall.ELOOP},
			{"/dangling", "", "", fs.ErrNotExist},
			{"/out", "", "", fs.ErrNotExist},
			{"/abs", "", "", fs.ErrNotExist},
			{"/usr/bin/dockerd/..", "", "", syscall.ENOTDIR},
			{"/usr/bin/dockerd/x", "", "", syscall.ENOTDIR},
			{"/huge", "/huge", "file", nil},
		} {
			got, err := f.Stat(tt.name)
			if !errors.Is(err, tt.err) || got.Resolved != tt.resolved && err == nil || got.Type != tt.typ {
				t.Errorf("%s: Stat(%q) = %q %q, %v; want %q %q, %v", kind, tt.name, got.Resolved, got.Type, err, tt.resolved, tt.typ, tt.err)
			}
		}
	}
}

func TestReadFile(t *testing.T) {
	for kind, f := range machine(t) {
		for name, want := range map[string]error{
			"/sbin/dockerd": nil, "/run/fifo": ErrNotRegular, "/etc": ErrNotRegular, "/huge": ErrTooLarge,
			"/ping": syscall.ELOOP, "/none": fs.ErrNotExist, "/out": fs.ErrNotExist,
		} {
			b, err := f.ReadFile(name)
			if !errors.Is(err, want) || want == nil && strings.TrimSpace(string(b)) != "ELF" {
				t.Errorf("%s: ReadFile(%q) = %q, %v; want %v", kind, name, b, err, want)
			}
			var at *fs.PathError
			if want != nil && (!errors.As(err, &at) || at.Path != name) {
				t.Errorf("%s: ReadFile(%q): %v does not name the file", kind, name, err)
			}
		}
	}
}

func TestLinksAndLists(t *testing.T) {
	for kind, f := range machine(t) {
		if got, err := f.ReadLink("/sbin"); got != "/bin" || err != nil {
			t.Errorf("%s: ReadLink(/sbin) = %q, %v", kind, got, err)
		}
		if _, err := f.ReadLink("/usr"); !errors.Is(err, syscall.EINVAL) {
			t.Errorf("%s: ReadLink of a directory: got %v; want %v", kind, err, syscall.EINVAL)
		}
		if got, err := f.Lstat("/bin"); got.Type != "symlink" || got.Resolved != "/bin" || err != nil {
			t.Errorf("%s: Lstat(/bin) = %+v, %v", kind, got, err)
		}
		if got, err := f.Stat("sbin/dockerd"); got.Octal() != "4755" || got.Name() != "dockerd" || err != nil {
			t.Errorf("%s: mode of dockerd = %s, %v; want 4755", kind, got.Octal(), err)
		}
		var walked []string
		err := fs.WalkDir(f, "etc", func(name string, _ fs.DirEntry, err error) error {
			walked = append(walked, name)
			return err
		})
		want := []string{"etc", "etc/docker", "etc/docker/daemon.json", "etc/docker/self"}
		if !slices.Equal(walked, want) || err != nil {
			t.Errorf("%s: walked %q, %v; want %q", kind, walked, err, want)
		}
		if _, err := f.ReadDir("/run/fifo"); !errors.Is(err, syscall.ENOTDIR) {
			t.Errorf("%s: listing a FIFO: got %v; want %v", kind, err, syscall.ENOTDIR)
		}
	}
}

func TestRecordedAttributes(t *testing.T) {
	f, err := Txtar([]byte("-- run/x.sock 0660 0:998 type=socket acl=user:kim:rw-,mask::rw- mtime=2026-01-02T15:04:05Z --\n" +
		"-- etc/shadow 0640 0:42 deny --\nx\n-- root/ 0700 deny --\n-- root/.docker/config.json --\n"))
	check(t, err)
	s, err := f.Stat("/run/x.sock")
	if err != nil || s.Type != "socket" || s.Octal() != "0660" || s.GID != 998 || !s.ModTime().Equal(time.Date(2026, 1, 2, 15, 4, 5, 0, time.UTC)) {
		t.Errorf("socket: got %+v %s, %v", s, s.Octal(), err)
	}
	if got, err := f.ACL("/run/x.sock"); !slices.Equal(got, []string{"user:kim:rw-", "mask::rw-"}) || err != nil {
		t.Errorf("ACL = %q, %v", got, err)
	}
	for _, name := range []string{"/etc/shadow", "/root/.docker/config.json", "/root/none"} {
		if _, err := f.ReadFile(name); !errors.Is(err, fs.ErrPermission) {
			t.Errorf("ReadFile(%q): got %v; want %v", name, err, fs.ErrPermission)
		}
	}
	for _, bad := range []string{"a mode", "a 9999", "a size=x", "a type=door", "a x:1", "a/../b/c", "a mtime=now"} {
		if _, err := Txtar([]byte("-- " + bad + " --\n")); err == nil {
			t.Errorf("marker %q was taken", bad)
		}
	}
	if _, err := Txtar([]byte("-- a --\n-- a/b/c --\n")); err == nil {
		t.Error("a file below a file was taken")
	}
}

func TestLive(t *testing.T) {
	f, err := Open("/.")
	check(t, err)
	defer f.Close()
	if !f.Live() {
		t.Fatal("the root directory is not known as live")
	}
	b, err := f.ReadFile("/proc/self/status")
	if err != nil || !strings.Contains(string(b), "Pid:") {
		t.Errorf("ReadFile of a file in /proc = %q, %v", b, err)
	}
	if _, err := f.ReadFile("/dev/null"); !errors.Is(err, ErrNotRegular) {
		t.Errorf("reading a device: got %v; want %v", err, ErrNotRegular)
	}
	dir := t.TempDir()
	write(t, dir+"/file", "x")
	check(t, os.Symlink("file", dir+"/link"))
	if got, err := f.Stat(dir + "/link"); got.Resolved != dir+"/file" || err != nil {
		t.Errorf("Stat of a link = %q, %v; want %q", got.Resolved, err, dir+"/file")
	}
	if got, err := f.Lstat(dir + "/link"); got.Resolved != dir+"/link" || got.Type != "symlink" || err != nil {
		t.Errorf("Lstat of a link = %q, %v", got.Resolved, err)
	}
}

func TestACLOnDisk(t *testing.T) {
	dir := t.TempDir()
	write(t, dir+"/file", "x")
	raw := []byte{2, 0, 0, 0,
		1, 0, 6, 0, 255, 255, 255, 255, 2, 0, 6, 0, 0xe8, 3, 0, 0, 4, 0, 4, 0, 255, 255, 255, 255,
		8, 0, 4, 0, 5, 0, 0, 0, 16, 0, 6, 0, 255, 255, 255, 255, 32, 0, 0, 0, 255, 255, 255, 255}
	if err := unix.Setxattr(dir+"/file", "system.posix_acl_access", raw, 0); errors.Is(err, syscall.EOPNOTSUPP) {
		t.Skip("the temporary directory's file system has no ACLs")
	} else {
		check(t, err)
	}
	f, err := Open(dir)
	check(t, err)
	defer f.Close()
	got, err := f.ACL("/file")
	if want := []string{"user:1000:rw-", "group:5:r--", "mask::rw-"}; !slices.Equal(got, want) || err != nil {
		t.Errorf("ACL = %q, %v; want %q", got, err, want)
	}
	if got, err := f.ACL("/"); got != nil || err != nil {
		t.Errorf("ACL of a file without one = %q, %v; want none", got, err)
	}
}

func TestUnprivileged(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root reads everything; see the deny marker in TestRecordedAttributes")
	}
	dir := t.TempDir()
	check(t, os.MkdirAll(dir+"/closed/in", 0o755))
	check(t, os.Chmod(dir+"/closed", 0))
	defer os.Chmod(dir+"/closed", 0o755)
	f, err := Open(dir)
	check(t, err)
	defer f.Close()
	if _, err := f.Stat("/closed/none"); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("below a closed directory: got %v; want %v", err, fs.ErrPermission)
	}
}

// TestMountedKernel mounts /proc below a root, as people do for a chroot: it
// would tell about this machine's kernel.
func TestMountedKernel(t *testing.T) {
	dir := t.TempDir()
	check(t, os.Mkdir(dir+"/proc", 0o755))
	if err := unix.Mount("/proc", dir+"/proc", "", unix.MS_BIND, ""); errors.Is(err, fs.ErrPermission) {
		t.Skip("mounting needs root")
	} else {
		check(t, err)
	}
	defer unix.Unmount(dir+"/proc", unix.MNT_DETACH)
	f, err := Open(dir)
	check(t, err)
	defer f.Close()
	if b, err := f.ReadFile("/proc/self/status"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("read %d bytes of this kernel, %v; want %v", len(b), err, fs.ErrNotExist)
	}
}
