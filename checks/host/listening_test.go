package host

import (
	"net"
	"net/netip"
	"os"
	"slices"
	"strconv"
	"testing"
)

func TestListening(t *testing.T) {
	h := machine(t, "host-debian")
	r := known(t, h, "listening", "2375", Listening{2375, []Socket{
		{"tcp", "0.0.0.0", 2375, ptr(812), ptr("dockerd")},
		{"tcp", "127.0.0.1", 2375, nil, nil},
	}, true, true})
	origin(t, r, "sockets[1].address", "/proc/net/tcp:3")
	known(t, h, "listening", "53", Listening{53, []Socket{{"udp", "127.0.0.1", 53, nil, nil}}, false, false})
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

func TestListenSockets(t *testing.T) {
	r := read(machine(t, "host-debian"), "listen_sockets", "")
	s, ok := r.Value().(ListenSockets)
	if want := []string{"tcp 0.0.0.0:2375 (dockerd)"}; !ok || !slices.Equal(s.Reachable, want) || !slices.Equal(s.Ports, []string{"tcp/2375"}) {
		t.Errorf("got %+v, %v; want %q", s, r.Err, want)
	}
	denied(t, read(machine(t, "host-closed"), "listen_sockets", ""), "sockets")
}

// TestListeningTwice: the kernel may show a socket twice.
func TestListeningTwice(t *testing.T) {
	const line = " 0: 00000000:0016 00000000:0000 0A 0:0 00:0 0 0 0 5 1\n"
	r := read(inline(t, "-- proc/net/tcp --\nheading\n"+line+line), "listening", "22")
	if l := r.Value().(Listening); len(l.Sockets) != 1 {
		t.Errorf("got %+v; want one socket", l.Sockets)
	}
}

func TestIsLoopback(t *testing.T) {
	for address, want := range map[string]bool{
		"127.0.0.1": true, "127.8.9.1": true, "::1": true, "::ffff:127.0.0.1": true,
		"0.0.0.0": false, "::": false, "::ffff:10.0.0.1": false, "fe80::1": false,
	} {
		if got := isLoopback(netip.MustParseAddr(address)); got != want {
			t.Errorf("isLoopback(%s) = %v", address, got)
		}
	}
}

func TestListeningLive(t *testing.T) {
	l, err := net.Listen("tcp6", "[::]:0")
	if err != nil {
		t.Skip("no IPv6 here")
	}
	defer l.Close()
	port := l.Addr().(*net.TCPAddr).Port
	known(t, live(t), "listening", strconv.Itoa(port), Listening{port, []Socket{{"tcp6", "::", port, ptr(os.Getpid()), ptr(comm(t))}}, true, true})
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
