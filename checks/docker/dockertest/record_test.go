package dockertest

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// A new recording, of an engine with the whole scenario, of some containers of
// it, or as the engine stands (-create none):
//
//	go test ./checks/docker/dockertest -run TestRecord -socket /run/docker.sock -to 20.10
var (
	socket = flag.String("socket", "", "record the engine on this socket")
	to     = flag.String("to", "", "folder below testdata/docker")
	create = flag.String("create", "all", "containers to make: all, none, or names with commas")
	note   = flag.String("note", "", "what meta.json should say")
)

func TestRecord(t *testing.T) {
	if *socket == "" {
		t.Skip("records only with -socket and -to")
	}
	switch *create {
	case "none":
	case "all":
		report(t, Containers(t, *socket, program(t)))
	default:
		report(t, Containers(t, *socket, program(t), strings.Split(*create, ",")...))
	}
	dir := filepath.Join("../../../testdata/docker", *to)
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	m := Meta{RecordedOn: time.Now().UTC().Format(time.DateOnly), Note: *note, ByHand: []string{}}
	if err := Record(*socket, dir, m); err != nil {
		t.Fatal(err)
	}
}

func report(t *testing.T, s *Scenario) {
	for name, why := range s.Refused {
		t.Logf("refused: %s: %s", name, why)
	}
}

// program builds testimage for an image without a C library.
func program(t *testing.T) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "testimage")
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", file, "./testimage")
	build.Env = slices.Concat(os.Environ(), []string{"CGO_ENABLED=0"})
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build testimage: %v\n%s", err, out)
	}
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
