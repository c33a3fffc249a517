package rootfs

import (
	"errors"
	"io/fs"
	"os"
	"testing"
)

func TestProc(t *testing.T) {
	if _, quick := Proc().(fs.ReadFileFS); !quick {
		t.Error("fs.ReadFile would not find the quick way")
	}
	for _, name := range []string{"self/comm", "self/cgroup", "self/cmdline", "filesystems", "self/maps"} {
		got, err := fs.ReadFile(Proc(), name)
		if errors.Is(err, fs.ErrNotExist) {
			t.Skip("no /proc here")
		}
		want, wantErr := os.ReadFile("/proc/" + name)
		if err != nil || wantErr != nil || name != "self/maps" && string(got) != string(want) {
			t.Errorf("%s: got %q, %v; want %q, %v", name, got, err, want, wantErr)
		}
		if len(got) == 0 {
			t.Errorf("%s: got nothing", name)
		}
	}
	for name, want := range map[string]error{"0/comm": fs.ErrNotExist, "../etc/passwd": fs.ErrInvalid, "/self/comm": fs.ErrInvalid} {
		if _, err := fs.ReadFile(Proc(), name); !errors.Is(err, want) {
			t.Errorf("%s: got %v, want %v", name, err, want)
		}
	}
}
