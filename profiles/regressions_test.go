package profiles_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/zclconf/go-cty/cty"

	"scantling/checks"
	"scantling/checks/docker"
	"scantling/checks/docker/dockertest"
	"scantling/checks/fact"
	"scantling/checks/host"
	"scantling/checks/host/rootfs"
)

// A regression is a verdict that docker-bench-security 1.6 gets wrong.
type regression struct {
	name    string
	engine  string               // a recording in testdata/docker; "" where no engine answers
	edits   []edit               // of its answers
	root    string               // a file of testdata/roots without .txtar, or an archive; "" for docker-debian
	row     string               // of the CIS benchmark
	subject string               // "" for the target itself
	with    map[string]cty.Value // parameters of a profile of one's own
	want    checks.Status
	says    string // part of the message of a failure
}

// An edit changes one answer: the member of an object at a path with dots, or
// all of it where the path is empty.
type edit struct {
	of, path string
	value    any
}

// TestRegressions decides one row for each wrong verdict; the numbers are those
// of the defects as they were found reading the script.
func TestRegressions(t *testing.T) {
	l := library(t)
	for _, r := range slices.Concat(engineRegressions, fileRegressions, containerRegressions, swarmRegressions) {
		t.Run(r.name, func(t *testing.T) { r.check(t, l) })
	}
}

func (r regression) check(t *testing.T, l *checks.Library) {
	rec, ok := l.Profiles["cis-docker"].Find(r.row)
	if !ok {
		t.Fatalf("the benchmark has no row %s", r.row)
	}
	alone := checks.Recommendation{ID: rec.ID, Control: rec.Control, With: rec.With}
	if r.with != nil {
		alone.With = r.with
	}
	rows := &checks.Profile{ID: "alone", Sections: []*checks.Section{{ID: "1", Recommendations: []*checks.Recommendation{&alone}}}}
	a := &checks.Auditor{Facts: r.facts(t), Files: l.Sources()}
	for _, got := range a.Run(t.Context(), []*checks.Profile{rows})[rows][0].Results {
		if got.Subject != r.subject {
			continue
		}
		if got.Status != r.want || !strings.Contains(got.Message, r.says) {
			t.Errorf("%s %s: %s %q (%s); want %s %q\n%s", r.row, r.subject, got.Status, got.Message, got.Reason, r.want, r.says, evidence(got))
		}
		return
	}
	t.Errorf("%s has no result for %q", r.row, r.subject)
}

func (r regression) facts(t *testing.T) *fact.Set {
	t.Helper()
	h, at := host.New(r.machine(t)), "unix:///run/no-engine-here.sock"
	if r.engine != "" {
		e := dockertest.Serve(t, filepath.Join("../testdata/docker", r.engine))
		alter(t, e, r.edits)
		at = e.Host()
	}
	d, err := docker.New(docker.Options{Endpoint: docker.Endpoint{Host: at}, Host: h, Timeout: 5 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	set := fact.NewSet()
	set.Add(h, host.Facts...)
	set.Add(d, docker.Facts...)
	return set
}

func (r regression) machine(t *testing.T) *rootfs.FS {
	t.Helper()
	archive := []byte(r.root)
	if !strings.Contains(r.root, "-- ") {
		var err error
		name := "docker-debian"
		if r.root != "" {
			name = r.root
		}
		if archive, err = os.ReadFile(filepath.Join("../testdata/roots", name+".txtar")); err != nil {
			t.Fatal(err)
		}
	}
	root, err := rootfs.Txtar(archive)
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// alter makes all the edits; those of one answer together.
func alter(t *testing.T, e *dockertest.Engine, edits []edit) {
	t.Helper()
	for i, c := range edits {
		switch {
		case c.path == "":
			e.Fail(c.of, 200, fmt.Sprint(c.value))
		case !slices.ContainsFunc(edits[:i], func(earlier edit) bool { return earlier.of == c.of }):
			e.Edit(t, c.of, func(object map[string]any) {
				for _, c := range edits[i:] {
					if c.of == edits[i].of {
						c.set(t, object)
					}
				}
			})
		}
	}
}

func (c edit) set(t *testing.T, object map[string]any) {
	t.Helper()
	steps := strings.Split(c.path, ".")
	for _, s := range steps[:len(steps)-1] {
		inner, ok := object[s].(map[string]any)
		if !ok {
			t.Fatalf("%s has no object at %s", c.of, c.path)
		}
		object = inner
	}
	object[steps[len(steps)-1]] = c.value
}

const goodJSON = "/containers/" + dockertest.GoodContainer + "/json"

// told is a change of GET /info.
func told(path string, value any) []edit { return []edit{{"/info", path, value}} }

// made is a change of the container with nothing to find.
func made(path string, value any) []edit { return []edit{{goodJSON, path, value}} }
