package docker

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"scantling/checks/docker/dockertest"
	"scantling/checks/host"
	"scantling/checks/host/rootfs"
)

// TestContainersLive reads the processes of real containers from this machine.
func TestContainersLive(t *testing.T) {
	if testing.Short() {
		t.Skip("makes containers on this machine's engine")
	}
	socket := dockertest.LiveEngine(t)
	s := dockertest.Containers(t, socket, testimage(t), dockertest.GoodContainer, "scantling-4.1", "scantling-5.5")
	root, err := rootfs.Open("/")
	if err != nil {
		t.Fatal(err)
	}
	d, err := New(Options{Endpoint: Endpoint{Host: "unix://" + socket}, Host: host.New(root)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	got, err := stream(t, d, ContainerFact, everything)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range s.Names {
		r := got[name]
		c := value[Container](t, r)
		if !c.State.Running {
			t.Logf("%s does not run here", name)
			continue
		}
		if c.InitProcess == nil {
			t.Fatalf("%s: the first process is not known: %v", name, r.At("init_process").Err)
		}
		if want := name == dockertest.GoodContainer; (c.InitProcess.UID != 0) != want && name != "scantling-5.5" {
			t.Errorf("%s: the first process runs as %d", name, c.InitProcess.UID)
		}
		if got, want := c.InitProcess.Seccomp == 0, c.Effective.Seccomp == unconfined; got != want {
			t.Errorf("%s: the kernel's filter is %d, and the settings come to %s", name, c.InitProcess.Seccomp, c.Effective.Seccomp)
		}
		if c.InitProcess.NoNewPrivs != c.Effective.NoNewPrivileges {
			t.Errorf("%s: the kernel says no new privileges %t, the settings %t", name, c.InitProcess.NoNewPrivs, c.Effective.NoNewPrivileges)
		}
		if name == "scantling-5.5" && !slices.Contains(c.InitProcess.CapEff, "SYS_ADMIN") && c.InitProcess.UID == 0 {
			t.Errorf("%s: privileged with %v", name, c.InitProcess.CapEff)
		}
		if origin := r.At("processes").Origin; len(c.Processes) == 0 || origin != "/proc/*/cgroup" {
			t.Errorf("%s: processes %v from %s", name, c.Processes, origin)
		}
	}
}

// testimage builds the program that runs in the containers.
func testimage(t *testing.T) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "testimage")
	build := exec.Command("go", "build", "-trimpath", "-o", file, "./dockertest/testimage")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build testimage: %v\n%s", err, out)
	}
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
