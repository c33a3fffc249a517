package profiles_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"scantling/checks"
	"scantling/checks/docker"
	"scantling/checks/docker/dockertest"
	"scantling/checks/fact"
	"scantling/checks/host"
	"scantling/checks/host/rootfs"
)

// TestLive audits the machine's own engine while it runs one container for each
// item of section 5 that can be broken, and one with nothing to find.
func TestLive(t *testing.T) {
	if testing.Short() {
		t.Skip("starts containers")
	}
	socket := dockertest.LiveEngine(t)
	made := dockertest.Containers(t, socket, testimage(t))
	rows := liveRows(t, socket)
	for _, row := range rows {
		if !strings.HasPrefix(row.ID, "5.") {
			continue
		}
		for _, r := range row.Results {
			expect(t, made, row, r)
		}
	}
	for _, name := range made.Names {
		if id, ok := strings.CutPrefix(name, "scantling-"); ok && strings.HasPrefix(id, "5.") && !breaks(rows, id, name) {
			t.Errorf("%s does not break %s: %s", name, id, statusOf(rows, id, name))
		}
	}
}

// breaks reports whether the container fails its item. Without AppArmor, SELinux
// or user namespaces in the engine, that item is not applicable.
func breaks(rows []checks.Row, id, name string) bool {
	s := statusOf(rows, id, name)
	switch id {
	case "5.2", "5.3", "5.31":
		return s == checks.Fail || s == checks.NotApplicable
	case "5.9": // which ports a container needs is for people to say
		return s == checks.Manual
	}
	return s == checks.Fail
}

func statusOf(rows []checks.Row, id, name string) checks.Status {
	for _, row := range rows {
		i := slices.IndexFunc(row.Results, func(r checks.Result) bool { return r.Subject == name })
		if row.ID == id && i >= 0 {
			return row.Results[i].Status
		}
	}
	return "no result"
}

// expect: the good container fails nothing, and nothing is left undecided.
func expect(t *testing.T, made *dockertest.Scenario, row checks.Row, r checks.Result) {
	t.Helper()
	if !slices.Contains(made.Names, r.Subject) {
		return
	}
	if r.Subject == dockertest.GoodContainer && r.Status == checks.Fail {
		t.Errorf("the good container fails %s: %s", row.ID, r.Message)
	}
	if r.Status == checks.Error || r.Status == checks.NotAssessed {
		t.Errorf("%s of %s is %s: %s", row.ID, r.Subject, r.Status, r.Reason)
	}
	if r.Status == checks.Fail && (len(r.Evidence) == 0 || r.Evidence[0].Reads == nil || r.Fix == "") {
		t.Errorf("%s of %s fails without evidence or remediation", row.ID, r.Subject)
	}
}

func liveRows(t *testing.T, socket string) []checks.Row {
	t.Helper()
	root, err := rootfs.Open("/")
	if err != nil {
		t.Fatal(err)
	}
	h := host.New(root)
	d, err := docker.New(docker.Options{Endpoint: docker.Endpoint{Host: "unix://" + socket}, Host: h})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	set := fact.NewSet()
	set.Add(h, host.Facts...)
	set.Add(d, docker.Facts...)
	l := library(t)
	p := l.Profiles["cis-docker"]
	a := &checks.Auditor{Facts: set, Files: l.Sources(), Workers: 4}
	return a.Run(t.Context(), []*checks.Profile{p})[p]
}

// testimage builds the program that the containers run.
func testimage(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "testimage")
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", path, "scantling/checks/docker/dockertest/testimage")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
