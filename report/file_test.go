package report

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func content(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// alone checks that a folder holds the named files and no other.
func alone(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if strings.Join(got, " ") != strings.Join(names, " ") {
		t.Errorf("%s holds %v, want %v", dir, got, names)
	}
}

func TestWriteFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.json")
	if err := os.WriteFile(path, []byte("old and longer"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(path, 0o600, content("new")); err != nil {
		t.Fatal(err)
	}
	if got := read(t, path); got != "new" {
		t.Errorf("got %q, want new", got)
	}
	if st, err := os.Stat(path); err != nil || st.Mode() != 0o600 {
		t.Errorf("mode %v, %v; want 0600: a report tells of weaknesses", st.Mode(), err)
	}
	alone(t, filepath.Dir(path), "a.json")
}

func TestWriteFileLeavesTheOldOnError(t *testing.T) {
	path, halfway := filepath.Join(t.TempDir(), "a.json"), errors.New("halfway")
	if err := WriteFile(path, 0o600, content("old")); err != nil {
		t.Fatal(err)
	}
	err := WriteFile(path, 0o600, func(w io.Writer) error {
		_, _ = io.WriteString(w, "ne")
		return halfway
	})
	if !errors.Is(err, halfway) || !strings.Contains(err.Error(), path) {
		t.Errorf("got %v, want the path and the cause", err)
	}
	if got := read(t, path); got != "old" {
		t.Errorf("got %q, want old", got)
	}
	alone(t, filepath.Dir(path), "a.json")
}

func TestWriteFileNowhere(t *testing.T) {
	dir := t.TempDir()
	for path, cause := range map[string]error{
		filepath.Join(dir, "missing", "a.json"): fs.ErrNotExist,
		dir:                                     syscall.EEXIST,
		"/proc/a.json":                          fs.ErrNotExist,
		"/dev/full":                             syscall.ENOSPC,
	} {
		err := WriteFile(path, 0o600, content("x"))
		if !errors.Is(err, cause) || !strings.Contains(err.Error(), path+": ") {
			t.Errorf("%s: got %v, want %v", path, err, cause)
		}
	}
	if st, err := os.Stat("/dev/full"); err != nil || st.Mode()&fs.ModeDevice == 0 {
		t.Errorf("/dev/full is no longer a device: %v, %v", st, err)
	}
	alone(t, dir)
}

func TestWriteFileWithoutPermission(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(filepath.Join(dir, "a"), 0o600, content("x")); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("got %v, want permission denied", err)
	}
}

func TestWriteFileDoesNotFollowLinks(t *testing.T) {
	dir := t.TempDir()
	victim, link := filepath.Join(dir, "victim"), filepath.Join(dir, "link")
	if err := errors.Join(os.WriteFile(victim, []byte("keep"), 0o600), os.Symlink(victim, link)); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(link, 0o600, content("report")); err != nil {
		t.Fatal(err)
	}
	if got := read(t, victim); got != "keep" {
		t.Errorf("the link's target holds %q, want keep", got)
	}
	if got := read(t, link); got != "report" {
		t.Errorf("got %q, want report", got)
	}
}

func TestWriteFileKeepsPipes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	got := make(chan string)
	go func() {
		b, _ := os.ReadFile(path)
		got <- string(b)
	}()
	if err := WriteFile(path, 0o600, content("through")); err != nil {
		t.Fatal(err)
	}
	if s := <-got; s != "through" {
		t.Errorf("got %q, want through", s)
	}
	if st, err := os.Stat(path); err != nil || st.Mode()&fs.ModeNamedPipe == 0 {
		t.Errorf("the pipe was replaced: %v, %v", st, err)
	}
}
