package profiles_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"scantling/checks"
	"scantling/checks/fact"
	"scantling/checks/host"
	"scantling/checks/host/rootfs"
	"scantling/report"
	"scantling/report/fix"
)

// TestFixCloses lays each recorded machine down as a root, audits it, applies the
// plan's script to it, and audits again: what the plan says it closes by patches
// no longer fails, and what did not fail before does not fail now.
func TestFixCloses(t *testing.T) {
	if testing.Short() {
		t.Skip("minutes, with the race detector")
	}
	if os.Geteuid() != 0 {
		t.Skip("laying down files of others needs root")
	}
	for name, archive := range hostRoots(t) {
		t.Run(name, func(t *testing.T) {
			dir := layDown(t, archive)
			before, root := auditRoot(t, dir, profileOf(name))
			plan := fix.Make(before, root, "")
			out := applied(t, plan, dir)
			after, _ := auditRoot(t, dir, profileOf(name))
			was, is := rowStatuses(before), rowStatuses(after)
			for _, r := range plan.Rows {
				if r.Way == fix.ByPatch && is[r.Name()] == report.Fail {
					t.Errorf("%s still fails: %s", r.Name(), message(after, r))
				}
			}
			for row, status := range is {
				if status == report.Fail && was[row] != report.Fail {
					t.Errorf("%s was %s and fails now", row, was[row])
				}
			}
			ends := map[string]int{}
			for _, r := range plan.Rows {
				if r.Way == fix.ByPatch {
					ends[is[r.Name()]]++
				}
			}
			t.Logf("what was patched is now %v", ends)
			t.Logf("%d rows: %d by patch, %d by command, %d by hand", len(plan.Rows), plan.Count(fix.ByPatch), plan.Count(fix.ByCommand), plan.Count(fix.ByHand))
			if t.Failed() {
				t.Logf("the script said:\n%s", out)
			}
		})
	}
}

func rowStatuses(r *report.Report) map[string]string {
	out := map[string]string{}
	for _, rec := range r.Recommendations {
		out[rec.Profile+"/"+rec.ID] = rec.Status
	}
	return out
}

func message(r *report.Report, row *fix.Row) string {
	var out []string
	for _, res := range r.Results {
		if res.Profile == row.Profile && res.ID == row.ID && res.Status == report.Fail {
			out = append(out, res.Control+": "+res.Message)
		}
	}
	return strings.Join(out, "; ")
}

// applied runs the plan's script on a root, first dry, which must change nothing.
func applied(t *testing.T, plan *fix.Plan, dir string) string {
	t.Helper()
	script := filepath.Join(t.TempDir(), "fix.sh")
	var b bytes.Buffer
	if err := fix.WriteShell(&b, plan, fix.Options{}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(script, b.Bytes(), 0o700); err != nil {
		t.Fatal(err)
	}
	before := listing(t, dir)
	shell(t, dir, script)
	if after := listing(t, dir); after != before {
		t.Errorf("a dry run changed the root:\n%s\nwas\n%s", after, before)
	}
	return shell(t, dir, script, "--apply")
}

func shell(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("sh", args...)
	cmd.Env = append(os.Environ(), "SCANTLING_ROOT="+dir)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return string(out)
}

// listing is the names, modes and times of a tree.
func listing(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil {
			b.WriteString(name + " " + info.Mode().String() + " " + info.ModTime().String() + "\n")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func auditRoot(t *testing.T, dir string, profiles ...string) (*report.Report, *rootfs.FS) {
	t.Helper()
	root, err := rootfs.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	set := fact.NewSet()
	set.Add(host.New(root, host.WithEUID(0)), host.Facts...)
	return auditSet(t, set, profiles...), root
}

func auditSet(t *testing.T, set *fact.Set, ids ...string) *report.Report {
	t.Helper()
	l := library(t)
	var ps []*checks.Profile
	for _, id := range ids {
		ps = append(ps, l.Profiles[id])
	}
	rows := (&checks.Auditor{Facts: set, Files: l.Sources(), Workers: 4}).Run(t.Context(), ps)
	return report.Build(report.Audited{
		Tool: report.Tool{Name: "scantling", Version: "test"}, Run: report.Run{ID: "20261130T000000.000Z"},
		Targets: []report.Target{{Name: "web01", Kind: "host"}}, Profiles: ps, Rows: rows,
	})
}

// layDown writes a recorded machine to disk, with its owners and modes.
func layDown(t *testing.T, archive []byte) string {
	t.Helper()
	from, err := rootfs.Txtar(archive)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	lay(t, from, "/", dir)
	return dir
}

func lay(t *testing.T, from *rootfs.FS, name, dir string) {
	t.Helper()
	list, err := from.List(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, info := range list {
		path := filepath.Join(name, info.Name())
		to := filepath.Join(dir, path)
		var err error
		switch {
		case info.Mode()&fs.ModeSymlink != 0:
			var target string
			if target, err = from.ReadLink(path); err == nil {
				err = os.Symlink(target, to)
			}
		case info.IsDir():
			if err = os.Mkdir(to, 0o700); err == nil {
				lay(t, from, path, dir)
			}
		case info.Mode().IsRegular():
			var text []byte
			if text, err = from.ReadFile(path); err == nil {
				err = os.WriteFile(to, text, 0o600)
			} else if errors.Is(err, rootfs.ErrTooLarge) {
				continue
			}
		default: // sockets and devices are not looked at here
			continue
		}
		if err == nil {
			err = os.Lchown(to, int(info.UID), int(info.GID))
		}
		if err == nil && info.Mode()&fs.ModeSymlink == 0 {
			err = os.Chmod(to, info.Mode())
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}
