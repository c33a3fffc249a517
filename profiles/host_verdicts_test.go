package profiles_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"scantling/checks/fact"
	"scantling/checks/host"
	"scantling/checks/host/rootfs"
)

// hostRoots are the recorded machines of each benchmark, by name: stock as the
// distribution installs it, hardened as the benchmark wants it.
func hostRoots(t *testing.T) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob("../testdata/roots/cis-*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no roots: %v", err)
	}
	out := map[string][]byte{}
	for _, name := range files {
		if out[strings.TrimSuffix(filepath.Base(name), ".txtar")], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// systemdSays gives a recorded machine that runs the states of its units, from a
// file beside it: a name and a state on each line.
func systemdSays(t *testing.T, root string) host.Option {
	t.Helper()
	b, err := os.ReadFile("../testdata/roots/" + root + ".units")
	if errors.Is(err, fs.ErrNotExist) {
		return func(*host.Host) {}
	}
	if err != nil {
		t.Fatal(err)
	}
	states := map[string]string{}
	for line := range strings.Lines(string(b)) {
		name, state, _ := strings.Cut(strings.TrimSpace(line), " ")
		states[name] = state
	}
	return host.WithUnitStates(states)
}

// profileOf names the profile of cis-debian-12-stock.
func profileOf(root string) string { return root[:strings.LastIndex(root, "-")] }

func onRoot(t *testing.T, archive []byte, opts ...host.Option) *fact.Set {
	t.Helper()
	fsys, err := rootfs.Txtar(archive)
	if err != nil {
		t.Fatal(err)
	}
	set := fact.NewSet()
	set.Add(host.New(fsys, opts...), host.Facts...)
	return set
}

// TestHostVerdicts compares the verdict of every row on stock and on hardened
// machines with what was agreed on.
func TestHostVerdicts(t *testing.T) {
	for name, archive := range hostRoots(t) {
		t.Run(name, func(t *testing.T) {
			agreed(t, name, verdicts(t, onRoot(t, archive, host.WithEUID(0), systemdSays(t, name)), profileOf(name)))
		})
	}
}

// TestUnprivileged closes what only root may read. A row must then come to the
// same verdict or to none: nothing that could not be read passes.
func TestUnprivileged(t *testing.T) {
	if testing.Short() {
		t.Skip("minutes, with the race detector")
	}
	for name, archive := range hostRoots(t) {
		t.Run(name, func(t *testing.T) {
			states := systemdSays(t, name)
			whole := statuses(verdicts(t, onRoot(t, archive, host.WithEUID(0), states), profileOf(name)))
			part := statuses(verdicts(t, onRoot(t, closed(archive), host.WithEUID(1000), states), profileOf(name)))
			for row, got := range part {
				if want := whole[row]; got != want && got != "not_assessed" {
					t.Errorf("%s is %s without root; with root %s", row, got, want)
				}
			}
		})
	}
}

func statuses(verdicts string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(verdicts) {
		if f := strings.Fields(line); len(f) == 3 && !strings.HasPrefix(line, " ") {
			out[f[0]+" "+f[1]] = f[2]
		}
	}
	return out
}

// marker is the line of a recorded file that says its mode.
var marker = regexp.MustCompile(`(?m)^-- (\S+) ([0-7]{4}) (.*)--$`)

// closed denies what is not open to everybody: files that others cannot read,
// directories that others cannot enter.
func closed(archive []byte) []byte {
	return marker.ReplaceAllFunc(archive, func(line []byte) []byte {
		m := marker.FindSubmatch(line)
		var mode uint32
		fmt.Sscanf(string(m[2]), "%o", &mode)
		if mode&0o004 != 0 && (mode&0o001 != 0 || !bytes.HasSuffix(m[1], []byte("/"))) {
			return line
		}
		return fmt.Appendf(nil, "-- %s %s %sdeny --", m[1], m[2], m[3])
	})
}
