package host

import (
	"context"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
)

func TestListening(t *testing.T) {
	h := machine(t, "host-debian")
	r := known(t, h, "listening", "2375", Listening{2375, []Socket{
		{"tcp", "0.0.0.0", 2375, ptr(812), ptr("dockerd")},
		{"tcp", "127.0.0.1", 2375, nil, nil},
	}, true})
	origin(t, r, "sockets[1].address", "/proc/net/tcp:3")
	known(t, h, "listening", "53", Listening{53, []Socket{{"udp", "127.0.0.1", 53, nil, nil}}, false})
	known(t, h, "listening", "22", Listening{Port: 22})
	for _, bad := range []string{"", "http", "70000", "-1"} {
		if r := read(h, "listening", bad); r.Err == nil {
			t.Errorf("listening(%q) = %+v; want an error", bad, r.Value())
		}
	}
	denied(t, read(machine(t, "host-closed"), "listening", "22"), "sockets")
	denied(t, read(inline(t, "-- proc/net/tcp deny --\n"), "listening", "22"), "sockets")

	hidden := inline(t, "-- proc/net/tcp --\nheading\n 0: 00000000:0016 00000000:0000 0A 0:0 00:0 0 0 0 5 1\n-- proc/1/fd/ deny --\n")
	denied(t, read(hidden, "listening", "22"), "sockets[0].pid")
}

func TestListeningLive(t *testing.T) {
	l, err := net.Listen("tcp6", "[::]:0")
	if err != nil {
		t.Skip("no IPv6 here")
	}
	defer l.Close()
	port := l.Addr().(*net.TCPAddr).Port
	known(t, live(t), "listening", strconv.Itoa(port), Listening{port, []Socket{{"tcp6", "::", port, ptr(os.Getpid()), ptr(comm(t))}}, true})
}

func comm(t *testing.T) string {
	b, err := os.ReadFile("/proc/self/comm")
	if err != nil {
		t.Fatal(err)
	}
	return string(b[:len(b)-1])
}

func TestParseSockets(t *testing.T) {
	got, err := parseSockets("/proc/net/tcp6", []byte("heading\n0: 00000000000000000000000001000000:0277 0:0 0A 0:0 00:0 0 0 0 77 1\n"))
	want := []socketLine{{"/proc/net/tcp6:2", "tcp6", netip.MustParseAddrPort("[::1]:631"), true, "77"}}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("parseSockets = %v, %v; want %v", got, err, want)
	}
	for _, bad := range []string{"0: 0100007F", "0: 01007F:0016 0:0 0A 0:0 00:0 0 0 0 77 1", "0: 0100007F:x 0:0 0A 0:0 00:0 0 0 0 77 1"} {
		if _, err := parseSockets("tcp", []byte("heading\n"+bad+"\n")); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
}

func FuzzSockets(f *testing.F) {
	f.Add([]byte("heading\n0: 0100007F:0277 0:0 0A 0:0 00:0 0 0 0 77 1\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		lines, err := parseSockets("/proc/net/udp6", b)
		for _, l := range lines {
			if err == nil && !l.address.IsValid() {
				t.Errorf("line %+v has no address", l)
			}
		}
	})
}

func TestProcess(t *testing.T) {
	h := live(t)
	name := filepath.Base(os.Args[0])
	r := read(h, "process", name)
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
	known(t, h, "process", "no-such-program", ProcessesByName{})
	denied(t, read(machine(t, "host-debian"), "process", "dockerd"), "running")
}

func TestProcessesCancelled(t *testing.T) {
	h := live(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := h.Processes(ctx); err == nil {
		t.Error("a cancelled listing came to an end")
	}
	if list, err := h.Processes(t.Context()); err != nil || len(list) == 0 {
		t.Errorf("after a cancelled listing: %d processes, %v; want them all", len(list), err)
	}
}

// TestProcessesIgnoreEnvironment runs the listing with a /proc that the environment names:
// the audited machine is the one asked for, not the one in a variable.
func TestProcessesIgnoreEnvironment(t *testing.T) {
	t.Setenv("HOST_PROC", t.TempDir())
	list, err := live(t).Processes(t.Context())
	if err != nil || !slices.ContainsFunc(list, func(p Process) bool { return p.PID == os.Getpid() }) {
		t.Errorf("with HOST_PROC set: %d processes, %v; want this one among them", len(list), err)
	}
}
