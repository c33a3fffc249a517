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
	running, disk := onDisk(t, "/"), onDisk(t, dir)
	sameInit := init1(t, running) == init1(t, disk)
	live := statuses(verdicts(t, running, profile))
	for row, offline := range statuses(verdicts(t, disk, profile)) {
		switch {
		case offline == live[row] || offline == "not_assessed":
		case !sameInit && live[row] == "not_applicable": // rows about units: this machine was not started by what its disk has
		default:
			t.Errorf("%s is %s offline, and %s live", row, offline, live[row])
		}
	}
}

// init1 reports whether systemd is what starts the machine.
func init1(t *testing.T, set *fact.Set) string {
	return set.Get(t.Context(), "host", "").Text("systemd")
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
