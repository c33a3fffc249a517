package profiles_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"scantling/checks"
	"scantling/checks/docker"
	"scantling/checks/docker/dockertest"
	"scantling/checks/fact"
	"scantling/checks/host"
	"scantling/checks/host/rootfs"
)

var update = flag.Bool("update", false, "renew testdata/golden/verdicts")

// TestVerdicts decides the engine's profiles on recorded engines, each on a recorded
// machine, and compares every verdict with what was agreed on.
func TestVerdicts(t *testing.T) {
	for _, tt := range []struct{ engine, root string }{
		{"20.10", "docker-debian"},
		{"29", "docker-debian"},
		{"podman", "docker-debian"},
	} {
		t.Run(tt.engine, func(t *testing.T) {
			agreed(t, tt.engine, verdicts(t, recorded(t, tt.engine, tt.root), "cis-docker", "docker-hardening"))
		})
	}
}

// agreed compares verdicts with those that were agreed on.
func agreed(t *testing.T, name, got string) {
	t.Helper()
	golden := filepath.Join("../testdata/golden/verdicts", name+".txt")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("verdicts differ (-want +got):\n%s", diff)
	}
}

// recorded binds the facts to a recorded engine on a recorded machine.
func recorded(t *testing.T, engine, root string) *fact.Set {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("../testdata/roots", root+".txtar"))
	if err != nil {
		t.Fatal(err)
	}
	fsys, err := rootfs.Txtar(src)
	if err != nil {
		t.Fatal(err)
	}
	e := dockertest.Serve(t, filepath.Join("../testdata/docker", engine))
	h := host.New(fsys)
	d, err := docker.New(docker.Options{Endpoint: docker.Endpoint{Host: e.Host()}, Host: h, Now: func() time.Time {
		return time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	t.Cleanup(func() { onlyReads(t, e) })
	set := fact.NewSet()
	set.Add(h, host.Facts...)
	set.Add(d, docker.Facts...)
	return set
}

// onlyReads: an audit sends nothing but GET and HEAD.
func onlyReads(t *testing.T, e *dockertest.Engine) {
	requests := e.Requests()
	if len(requests) == 0 {
		t.Error("the engine was not asked at all")
	}
	for _, r := range requests {
		if r.Method != "GET" && r.Method != "HEAD" {
			t.Errorf("the audit sent %s %s", r.Method, r.URI)
		}
	}
}

// verdicts is one line for each row, and below it one for each subject that
// decided it.
func verdicts(t *testing.T, set *fact.Set, ids ...string) string {
	t.Helper()
	l := library(t)
	var ps []*checks.Profile
	for _, id := range ids {
		ps = append(ps, l.Profiles[id])
	}
	a := &checks.Auditor{Facts: set, Files: l.Sources(), Workers: 4}
	rows := a.Run(t.Context(), ps)
	var b strings.Builder
	for _, p := range ps {
		for _, row := range rows[p] {
			fmt.Fprintf(&b, "%s %s %s\n", p.ID, row.ID, row.Status)
			for _, r := range row.Results {
				if r.Status == row.Status && r.Subject != "" && row.Status != checks.Pass && row.Status != checks.NotApplicable {
					fmt.Fprintf(&b, "    %s\n", r.Subject)
				}
			}
		}
	}
	return b.String()
}
