package host

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestProcess(t *testing.T) {
	h := live(t)
	name := filepath.Base(os.Args[0])
	r := read(h, "process", name)
	skipUnseen(t, r.Err)
	if r.Err != nil {
		t.Fatal(r.Err)
	}
	found := r.Value().(ProcessesByName)
	at := slices.IndexFunc(found.Processes, func(p Process) bool { return p.PID == os.Getpid() })
	if at < 0 || !found.Running {
		t.Fatalf("process(%q) = %+v; want this process, %d", name, found, os.Getpid())
	}
	p := found.Processes[at]
	exe, _ := os.Executable()
	if p.Exe != exe || !slices.Equal(p.Args, os.Args) || p.UID != os.Getuid() || p.EUID != os.Geteuid() || p.Started.IsZero() {
		t.Errorf("this process = %+v; want %s %q as %d", p, exe, os.Args, os.Geteuid())
	}
	if one, ok := h.Process(t.Context(), os.Getpid(), name); !ok || one.PID != p.PID || !slices.Equal(one.Args, p.Args) {
		t.Errorf("Process(%d) = %+v, %t; want what process(%q) gives", os.Getpid(), one, ok, name)
	}
	if _, ok := h.Process(t.Context(), os.Getpid(), "no-such-program"); ok {
		t.Error("a process was taken for one of another name")
	}
	known(t, h, "process", "no-such-program", ProcessesByName{})
	denied(t, read(machine(t, "host-debian"), "process", "dockerd"), "running")
}

// thisProgram is the name of the test's own process.
func thisProgram() string { return filepath.Base(os.Args[0]) }

func TestProcessesCancelled(t *testing.T) {
	h := live(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := h.Processes(ctx, thisProgram()); err == nil {
		t.Error("a cancelled listing came to an end")
	}
	list, err := h.Processes(t.Context(), thisProgram())
	skipUnseen(t, err)
	if err != nil || len(list) == 0 {
		t.Errorf("after a cancelled listing: %d processes, %v; want this one", len(list), err)
	}
}

// TestProcessesIgnoreEnvironment runs the listing with a /proc that the environment names:
// the audited machine is the one asked for, not the one in a variable.
func TestProcessesIgnoreEnvironment(t *testing.T) {
	t.Setenv("HOST_PROC", t.TempDir())
	list, err := live(t).Processes(t.Context(), thisProgram())
	skipUnseen(t, err)
	if err != nil || !slices.ContainsFunc(list, func(p Process) bool { return p.PID == os.Getpid() }) {
		t.Errorf("with HOST_PROC set: %d processes, %v; want this one among them", len(list), err)
	}
}
