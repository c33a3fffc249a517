package profiles_test

import (
	"errors"
	"io/fs"
	"os"
	"testing"

	"golang.org/x/sys/unix"

	"scantling/checks/fact"
	"scantling/checks/host"
	"scantling/checks/host/rootfs"
)

// TestLiveAndOffline audits this machine, and its disk as a mounted root. Without
// the running kernel a row comes to the same verdict or to none.
func TestLiveAndOffline(t *testing.T) {
	if testing.Short() {
		t.Skip("passes over the whole disk twice")
	}
	const profile = "cis-debian-12"
	dir := t.TempDir()
	if err := unix.Mount("/", dir, "", unix.MS_BIND, ""); errors.Is(err, fs.ErrPermission) {
		t.Skip("mounting needs root")
	} else if err != nil {
		t.Fatal(err)
	}
	defer unix.Unmount(dir, unix.MNT_DETACH)
	live := statuses(verdicts(t, onDisk(t, "/"), profile))
	for row, offline := range statuses(verdicts(t, onDisk(t, dir), profile)) {
		if offline != live[row] && offline != "not_assessed" {
			t.Errorf("%s is %s offline, and %s live", row, offline, live[row])
		}
	}
}

func onDisk(t *testing.T, dir string) *fact.Set {
	t.Helper()
	root, err := rootfs.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	set := fact.NewSet()
	set.Add(host.New(root, host.WithEUID(os.Geteuid())), host.Facts...)
	return set
}
