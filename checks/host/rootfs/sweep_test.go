package rootfs

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// swept is what a pass saw: "path mode uid:gid", sorted.
func swept(t *testing.T, f *FS, s Sweep) (seen, refused []string) {
	t.Helper()
	var mu sync.Mutex
	s.Visit = func(e Entry) {
		line := fmt.Sprintf("%s %o %d:%d", e.Path(), e.Mode, e.UID, e.GID)
		mu.Lock()
		defer mu.Unlock()
		seen = append(seen, line)
	}
	s.Refused = func(path string, err error) {
		mu.Lock()
		defer mu.Unlock()
		refused = append(refused, path+": "+errors.Unwrap(err).Error())
	}
	if err := f.Sweep(t.Context(), s); err != nil {
		t.Errorf("Sweep: %v", err)
	}
	slices.Sort(seen)
	slices.Sort(refused)
	return seen, refused
}

func TestSweepRecorded(t *testing.T) {
	f, err := Txtar([]byte(`
-- etc/passwd --
-- bin/su 4755 --
-- bin/sh -> su --
-- tmp/ 1777 --
-- root/ 0700 deny --
-- var/lib/docker/x --
-- srv/shared 0666 1000:50 --
`))
	check(t, err)
	seen, refused := swept(t, f, Sweep{Starts: []string{"/"}, Prune: func(p string) bool { return p == "/var/lib/docker" }})
	want := []string{
		"/ 40755 0:0", "/bin 40755 0:0", "/bin/sh 120777 0:0", "/bin/su 104755 0:0", "/etc 40755 0:0", "/etc/passwd 100644 0:0",
		"/root 40700 0:0", "/srv 40755 0:0", "/srv/shared 100666 1000:50", "/tmp 41777 0:0", "/var 40755 0:0", "/var/lib 40755 0:0",
	}
	if !slices.Equal(seen, want) {
		t.Errorf("seen:\n%s\nwant:\n%s", strings.Join(seen, "\n"), strings.Join(want, "\n"))
	}
	if want := []string{"/root: permission denied"}; !slices.Equal(refused, want) {
		t.Errorf("refused = %q; want %q", refused, want)
	}
}

// TestSweepDisk finds by a pass what filepath.WalkDir finds, without following
// the link that leads out.
func TestSweepDisk(t *testing.T) {
	dir := t.TempDir()
	check(t, os.Chmod(dir, 0o755))
	for i := range 40 {
		sub := filepath.Join(dir, "a", fmt.Sprint(i%7), strings.Repeat("long", i))
		check(t, os.MkdirAll(sub, 0o755))
		for j := range 50 {
			write(t, fmt.Sprintf("%s/%d", sub, j), "x")
		}
	}
	check(t, os.Symlink("/etc", dir+"/out"))
	check(t, syscall.Mkfifo(dir+"/fifo", 0o600))
	var want []string
	check(t, filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		info, _ := d.Info()
		st := info.Sys().(*syscall.Stat_t)
		want = append(want, fmt.Sprintf("%s %o %d:%d", filepath.Join("/", strings.TrimPrefix(p, dir)), st.Mode, st.Uid, st.Gid))
		return err
	}))
	slices.Sort(want)
	f, err := Open(dir)
	check(t, err)
	defer f.Close()
	files := 0
	seen, refused := swept(t, f, Sweep{Starts: []string{"/"}, Workers: 1, Counted: func(n int) { files += n }})
	if !slices.Equal(seen, want) || refused != nil {
		t.Errorf("saw %d files, refused %q; want %d files", len(seen), refused, len(want))
	}
	if files != len(want)-1 { // the start is in no directory
		t.Errorf("counted %d files; want %d", files, len(want)-1)
	}
}

// TestSweepStaysOnMount bind-mounts a directory below the start: what is on it
// belongs to another mount.
func TestSweepStaysOnMount(t *testing.T) {
	dir, other := t.TempDir(), t.TempDir()
	write(t, other+"/secret", "x")
	check(t, os.Mkdir(dir+"/mnt", 0o755))
	if err := unix.Mount(other, dir+"/mnt", "", unix.MS_BIND, ""); errors.Is(err, fs.ErrPermission) {
		t.Skip("mounting needs root")
	} else {
		check(t, err)
	}
	defer unix.Unmount(dir+"/mnt", unix.MNT_DETACH)
	f, err := Open(dir)
	check(t, err)
	defer f.Close()
	seen, refused := swept(t, f, Sweep{Starts: []string{"/"}})
	if len(seen) != 2 || len(refused) != 1 || !strings.HasPrefix(refused[0], "/mnt: ") {
		t.Errorf("saw %q, refused %q; want the mount point refused", seen, refused)
	}
	seen, refused = swept(t, f, Sweep{Starts: []string{"/", "/mnt"}, Prune: func(p string) bool { return p == "/mnt" }})
	if len(seen) != 3 || !strings.HasPrefix(seen[2], "/mnt/secret ") || refused != nil {
		t.Errorf("saw %q, refused %q; want the mount as a start of its own", seen, refused)
	}
}

func TestSweepEnds(t *testing.T) {
	f, err := Txtar([]byte("-- a/b/c/d --\n"))
	check(t, err)
	ctx, cancel := context.WithCancel(t.Context())
	err = f.Sweep(ctx, Sweep{Starts: []string{"/"}, Workers: 1, Visit: func(Entry) { cancel() }, Refused: func(string, error) {}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Sweep = %v; want %v", err, context.Canceled)
	}
}

// TestStepwise is how directories are opened where the kernel has no openat2.
func TestStepwise(t *testing.T) {
	dir := t.TempDir()
	check(t, os.MkdirAll(dir+"/a/b", 0o755))
	check(t, os.Symlink("b", dir+"/a/link"))
	at, err := unix.Open(dir, unix.O_PATH, 0)
	check(t, err)
	defer unix.Close(at)
	fd, err := stepwise(at, "a/b", 0)
	check(t, err)
	unix.Close(fd)
	if _, err := stepwise(at, "a/link", 0); !errors.Is(err, unix.ENOTDIR) && !errors.Is(err, unix.ELOOP) {
		t.Errorf("opening a link = %v; want a refusal", err)
	}
}

// BenchmarkSweep passes over this machine's own disk: go test -bench Sweep -benchtime 1x
func BenchmarkSweep(b *testing.B) {
	f, err := Open("/")
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	for b.Loop() {
		files := make(chan int, 1<<20)
		err := f.Sweep(b.Context(), Sweep{Starts: []string{"/"}, Prune: func(p string) bool { return p == "/proc" || p == "/sys" || p == "/dev" },
			Visit: func(Entry) {}, Refused: func(string, error) {}, Counted: func(n int) { files <- n }})
		if err != nil {
			b.Fatal(err)
		}
		close(files)
		total := 0
		for n := range files {
			total += n
		}
		b.ReportMetric(float64(total), "files")
	}
}
