package docker

import (
	"context"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"scantling/checks/docker/dockertest"
	"scantling/checks/fact"
	"scantling/checks/host"
	"scantling/checks/host/rootfs"
)

// Whose engine it is, by who listens at /run/docker.sock.
func TestBehindTheSocket(t *testing.T) {
	const units = "-- run/docker.sock type=socket --\n-- var/run -> ../run --\n-- etc/passwd --\nkim:x:1000:1000::/home/kim:/bin/sh\n" +
		"-- usr/lib/systemd/system/docker.socket --\n[Socket]\nListenStream=/var/run/docker.sock\n"
	const forwarder = "-- etc/systemd/system/build.socket --\n[Socket]\nListenStream=/run/build.sock\n"
	flags := host.Process{PID: 812, Name: "dockerd", Args: []string{"dockerd", "-H", "fd://"}}
	plain := host.Process{PID: 900, Name: "dockerd", Args: []string{"dockerd"}}
	kims := host.Process{PID: 2001, Name: "dockerd", EUID: 1000, Args: []string{"dockerd", "-H", "fd://"}}
	for _, tt := range []struct {
		name   string
		root   string
		socket string
		peer   peer
		all    []host.Process
		want   []int
		why    string
	}{
		{"the only dockerd", "", "", peer{812, 0}, []host.Process{flags}, []int{812}, ""},
		{"one of two", "", "", peer{900, 0}, []host.Process{flags, plain}, []int{900}, ""},
		{"ssh -L", "-- proc/4711/comm --\nssh\n", "", peer{4711, 1000}, []host.Process{flags}, nil, "served by process 4711 (ssh), not by a dockerd of this machine"},
		{"a process that is gone, or hidden", "", "", peer{4711, 0}, []host.Process{flags}, nil, "process 4711 (hidden, or ended)"},
		{"out of this process namespace", "", "", peer{0, 0}, []host.Process{flags}, nil, "by a process that is not seen from here"},
		{"dockerd in a container", "-- proc/900/status --\nNSpid:\t900\t1\n", "", peer{900, 0}, []host.Process{flags, plain}, nil, "process 900 (dockerd), which does not share"},
		{"dockerd in a container with the host's process ids", "-- proc/900/cgroup --\n0::/system.slice/docker-" + strings.Repeat("4f", 32) + ".scope\n", "", peer{900, 0}, []host.Process{plain}, nil, "process 900 (dockerd), which does not share"},
		{"and we are in the same container", "-- proc/900/cgroup --\n0::/docker/" + strings.Repeat("4f", 32) + "\n-- proc/self/cgroup --\n0::/docker/" + strings.Repeat("4f", 32) + "/x\n", "", peer{900, 0}, []host.Process{plain}, []int{900}, ""},
		{"podman has no dockerd", "-- proc/55/comm --\npodman\n", "", peer{55, 0}, []host.Process{flags}, nil, ""},
		{"docker.socket", "", "", peer{1, 0}, []host.Process{flags, plain}, []int{812}, ""},
		{"docker.socket, by the daemon's file", "-- etc/docker/daemon.json --\n{\"hosts\": [\"fd://\"]}\n", "", peer{1, 0}, []host.Process{plain}, []int{900}, ""},
		{"docker.socket, before dockerd came up", "", "", peer{1, 0}, nil, nil, ""},
		{"podman.socket", "-- etc/systemd/system/podman.socket --\n[Socket]\nListenStream=/run/podman.sock\n", "/run/podman.sock", peer{1, 0}, []host.Process{flags}, nil, ""},
		{"a socket unit that forwards", forwarder, "/run/build.sock", peer{1, 0}, []host.Process{flags}, nil, "through systemd (process 1), by a socket unit that is no dockerd's"},
		{"a second engine's own socket unit", forwarder + "-- proc/812/cgroup --\n0::/system.slice/build.service\n", "/run/build.sock", peer{1, 0}, []host.Process{flags, plain}, []int{812}, ""},
		{"a user's systemd", "-- proc/700/comm --\nsystemd\n-- home/kim/.config/systemd/user/docker.socket --\n[Socket]\nListenStream=%t/docker.sock\n", "/run/user/1000/docker.sock", peer{700, 1000}, []host.Process{flags, kims}, []int{2001}, ""},
		{"a user's systemd, of nobody", "-- proc/700/comm --\nsystemd\n", "/run/user/1000/docker.sock", peer{700, 1000}, []host.Process{flags, kims}, nil, "process 700"},
		{"rootlesskit", "-- proc/800/comm --\nrootlesskit\n", "", peer{800, 1000}, []host.Process{plain, kims}, []int{2001}, ""},
		{"a supervisor that passes the socket on", "-- proc/70/comm --\nsupervisor\n-- proc/812/status --\nPPid:\t70\nNSpid:\t812\n", "", peer{70, 0}, []host.Process{flags, plain}, []int{812}, ""},
		{"a shell that only started it", "-- proc/70/comm --\nsocat\n-- proc/900/status --\nPPid:\t70\n", "", peer{70, 0}, []host.Process{plain}, nil, "process 70 (socat)"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			root, err := rootfs.Txtar([]byte(units + tt.root))
			if err != nil {
				t.Fatal(err)
			}
			if tt.socket == "" {
				tt.socket = "/run/docker.sock"
			}
			found, err := machine{root, host.New(root)}.behind(tt.peer, Endpoint{Host: "unix://" + tt.socket}, tt.all)
			var got []int
			for _, p := range found {
				got = append(got, p.PID)
			}
			remedy, unavailable := fact.Remedy(err)
			if !slices.Equal(got, tt.want) || (err != nil) != (tt.why != "") || err != nil && (!strings.Contains(err.Error(), tt.why) || !unavailable || remedy == "") {
				t.Errorf("pids %v, %v; want %v, %q with a remedy", got, err, tt.want, tt.why)
			}
		})
	}
}

// An engine that another program serves is not this machine's, even where a
// machine with a dockerd is given.
func TestDaemonBehindForwarder(t *testing.T) {
	archive, err := os.ReadFile("../../testdata/roots/docker-debian.txtar")
	if err != nil {
		t.Fatal(err)
	}
	root, err := rootfs.Txtar(append(archive, "-- proc/4711/comm --\nssh\n"...))
	if err != nil {
		t.Fatal(err)
	}
	d := recordedEngine(t, host.New(root))
	d.peer = func(context.Context) (peer, error) { return peer{4711, 1000}, nil }
	wantForwarded(t, d, "process 4711 (ssh)")
}

func wantForwarded(t *testing.T, d *Docker, by string) {
	t.Helper()
	r := one(t, d, "docker.daemon")
	for _, attr := range []string{"userland_proxy", "config_file", "pid", "default_ulimits", "unix_sockets"} {
		var u *fact.Unavailable
		if err := r.At(attr).Err; !errors.As(err, &u) || u.Remedy == "" || !strings.Contains(u.Why, by) {
			t.Errorf("%s is unknown for %v; want %s", attr, err, by)
		}
	}
	wantKnown(t, r, "live_restore", "icc", "running")
	if e := value[Engine](t, one(t, d, "docker.engine")); e.Local {
		t.Error("docker.engine.local = true")
	}
}

// TestPeerLive asks this machine's engine, and then the same engine behind a
// proxy, as ssh -L would be.
func TestPeerLive(t *testing.T) {
	if testing.Short() {
		t.Skip("asks this machine's engine")
	}
	socket := dockertest.LiveEngine(t)
	root, err := rootfs.Open("/")
	if err != nil {
		t.Fatal(err)
	}
	connect := func(socket string) *Docker {
		d, err := New(Options{Endpoint: Endpoint{Host: "unix://" + socket}, Host: host.New(root)})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(d.Close)
		return d
	}
	direct := one(t, connect(socket), "docker.daemon")
	wantKnown(t, direct, "userland_proxy", "config_file", "pid", "unix_sockets")
	if !value[Engine](t, one(t, connect(socket), "docker.engine")).Local {
		t.Error("docker.engine.local = false for this machine's engine")
	}
	name, err := os.ReadFile("/proc/self/comm")
	if err != nil {
		t.Fatal(err)
	}
	wantForwarded(t, connect(proxy(t, socket)), "("+strings.TrimSpace(string(name))+"), not by a dockerd")
}

// proxy listens in front of a socket until the test ends.
func proxy(t *testing.T, socket string) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "proxy")
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("unix", filepath.Join(dir, "docker.sock"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		l.Close()
		os.RemoveAll(dir)
	})
	go func() {
		for {
			in, err := l.Accept()
			if err != nil {
				return // closed
			}
			go forward(in, socket)
		}
	}()
	return l.Addr().String()
}

func forward(in net.Conn, socket string) {
	defer in.Close()
	out, err := net.Dial("unix", socket)
	if err != nil {
		return
	}
	go func() {
		io.Copy(out, in)
		out.Close()
	}()
	io.Copy(in, out)
}
