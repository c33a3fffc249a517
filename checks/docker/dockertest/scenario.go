package dockertest

import (
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
)

const (
	testLabel   = "example.scantling.test"
	testNetwork = "scantling"

	staleContainer = "scantling-5.28"
)

// A Scenario is what Containers made on a real engine.
type Scenario struct {
	Names   []string          // of the containers that the engine made
	Refused map[string]string // why it would not make, or start, the others
	StaleID string            // the image that StaleImage named before
}

// Containers makes the images, networks, volumes and containers that an audit
// of this engine should find, all of them or those named, and removes them when
// the test ends. Program is testimage, built with CGO_ENABLED=0. One test on a
// machine does so at a time; whatever has another label is left alone.
func Containers(t testing.TB, socket string, program []byte, names ...string) *Scenario {
	t.Helper()
	lock(t)
	s := stage{api: newAPI(socket), names: names, made: &Scenario{Refused: map[string]string{}}}
	if err := s.clear(); err != nil {
		t.Fatalf("clear the leftovers of another test: %v", err)
	}
	t.Cleanup(func() {
		if err := s.clear(); err != nil {
			t.Errorf("clean up: %v", err)
		}
	})
	if err := s.prepare(program); err != nil {
		t.Fatal(err)
	}
	for _, c := range testContainers {
		if s.wants(c.name) {
			s.add(c)
		}
	}
	s.settle()
	return s.made
}

// lock waits for other test binaries that use the engine.
func lock(t testing.TB) {
	t.Helper()
	f, err := os.OpenFile(filepath.Join(os.TempDir(), "scantling-dockertest.lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() }) // runs after the cleanups that follow
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
		t.Fatalf("lock %s: %v", f.Name(), err)
	}
}

// A stage is the engine while the scenario stands.
type stage struct {
	api
	names []string // the containers asked for; none is all
	made  *Scenario
}

func (s *stage) wants(name string) bool { return len(s.names) == 0 || slices.Contains(s.names, name) }
