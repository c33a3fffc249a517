package rootfs

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// FuzzResolve lays links on a disk as the input says and compares every lookup
// with the kernel's own confinement (openat2, RESOLVE_IN_ROOT).
func FuzzResolve(f *testing.F) {
	f.Add("/", "..", "../../secret", "a/b/c/x")
	f.Add("../../secret", "/a", "/a/b/../../..", "c")
	f.Add("b", "a", "/c/../secret", "a/../../../secret")
	f.Add("/d/e", "/d/../..", "./d//e", "d/e/../../b/x")
	f.Fuzz(func(t *testing.T, a, b, c, name string) {
		if strings.ContainsRune(a+b+c+name, 0) {
			t.Skip("no path holds a zero byte")
		}
		dir := filepath.Join(t.TempDir(), "root")
		check(t, os.MkdirAll(dir+"/d/e", 0o755))
		write(t, filepath.Dir(dir)+"/secret", "outside")
		write(t, dir+"/d/x", "inside")
		for link, target := range map[string]string{"a": a, "d/b": b, "d/e/c": c} {
			if os.Symlink(target, filepath.Join(dir, link)) != nil {
				t.Skip("no target of a link")
			}
		}
		root, err := Open(dir)
		check(t, err)
		defer root.Close()
		compare(t, root, dir, name)
	})
}

func compare(t *testing.T, root *FS, dir, name string) {
	if b, _ := root.ReadFile(name); string(b) == "outside" {
		t.Fatalf("%q leads out of the root", name)
	}
	got, err := root.Stat(name)
	want, kernelErr := inRoot(dir, strings.TrimRight("/"+name, "/"))
	if errors.Is(kernelErr, unix.ENOSYS) || errors.Is(kernelErr, unix.EPERM) || errors.Is(kernelErr, unix.ENAMETOOLONG) || errors.Is(kernelErr, unix.EAGAIN) {
		return
	}
	if (err == nil) != (kernelErr == nil) {
		t.Fatalf("Stat(%q) = %v; the kernel says %v", name, err, kernelErr)
	}
	if err == nil && got.Resolved != want {
		t.Fatalf("Stat(%q) = %q; the kernel says %q", name, got.Resolved, want)
	}
}

func inRoot(dir, name string) (string, error) {
	at, err := unix.Open(dir, unix.O_PATH, 0)
	if err != nil {
		return "", err
	}
	defer unix.Close(at)
	fd, err := unix.Openat2(at, "/"+name, &unix.OpenHow{Flags: unix.O_PATH | unix.O_CLOEXEC, Resolve: unix.RESOLVE_IN_ROOT | unix.RESOLVE_NO_MAGICLINKS})
	if err != nil {
		return "", err
	}
	defer unix.Close(fd)
	path, err := os.Readlink(procPath(fd))
	return "/" + strings.TrimPrefix(strings.TrimPrefix(path, dir), "/"), err
}

func FuzzTxtar(f *testing.F) {
	f.Add([]byte(archive()), "sbin/up/loop")
	f.Add([]byte("-- / -> 0 --"), ".")
	f.Add([]byte("-- a -> b --\n-- b/ 0700 deny --\n-- b/c type=fifo acl=x --\n"), "a/c")
	f.Fuzz(func(t *testing.T, archive []byte, name string) {
		root, err := Txtar(archive)
		if err != nil {
			return
		}
		info, err := root.Stat(name)
		if err != nil {
			return
		}
		if again, err := root.Lstat(info.Resolved); err != nil || again.Type == "symlink" || again.Resolved != info.Resolved {
			t.Errorf("%q resolves to %q, which is %q, %v", name, info.Resolved, again.Resolved, err)
		}
	})
}

func FuzzParseACL(f *testing.F) {
	f.Add([]byte{2, 0, 0, 0, 2, 0, 6, 0, 0xe8, 3, 0, 0})
	f.Add([]byte{1, 0, 0, 0})
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := parseACL(b)
		if err == nil && len(got) > len(b)/8 {
			t.Errorf("%d bytes gave %d entries", len(b), len(got))
		}
	})
}
