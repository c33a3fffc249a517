package docker

import (
	"strings"
	"testing"

	"scantling/checks/host"
	"scantling/checks/host/rootfs"
)

func TestChooseDaemon(t *testing.T) {
	const pidfiles = "-- var/run/docker.pid --\n812\n-- run/user/1000/docker.pid --\n2001\n"
	system := host.Process{PID: 812, Name: "dockerd", Args: []string{"/usr/bin/dockerd"}}
	nested := host.Process{PID: 4711, Name: "dockerd", Args: []string{"dockerd"}} // in a container of the first
	kims := host.Process{PID: 2001, Name: "dockerd", EUID: 1000}
	other := host.Process{PID: 2002, Name: "dockerd", EUID: 1001}
	updated := host.Process{PID: 813, Name: "exe", Exe: "/usr/bin/dockerd (deleted)"}
	shim := host.Process{PID: 900, Name: "containerd-shim", Exe: "/usr/bin/containerd-shim", Args: []string{"shim"}}
	for _, tt := range []struct {
		name     string
		root     string
		found    []host.Process
		rootless bool
		socket   string
		want     int
		why      string
	}{
		{"one", "", []host.Process{system, shim}, false, "", 812, ""},
		{"its program was replaced on disk", "", []host.Process{updated}, false, "", 813, ""},
		{"none", "", []host.Process{shim}, false, "", 0, "no dockerd"},
		{"one of them in a container", pidfiles, []host.Process{system, nested}, false, "", 812, ""},
		{"two, and no pidfile to tell", "", []host.Process{system, nested}, false, "", 0, "several dockerd run here (pids 812, 4711)"},
		{"a rootless engine beside the system's", pidfiles, []host.Process{system, kims}, true, "", 2001, ""},
		{"the system's beside a rootless one", pidfiles, []host.Process{system, kims}, false, "/var/run/docker.sock", 812, ""},
		{"two people's: the socket's directory tells", "", []host.Process{kims, other}, true, "/run/user/1001/docker.sock", 2002, ""},
		{"only someone else's", "", []host.Process{kims}, false, "", 0, "no dockerd"},
	} {
		root, err := rootfs.Txtar([]byte(tt.root))
		if err != nil {
			t.Fatal(err)
		}
		got, err := choose(machine{root, host.New(root)}, dockerds(tt.found), true, tt.rootless, runtimeUser(tt.socket))
		if got.PID != tt.want || (err == nil) != (tt.why == "") || err != nil && !strings.Contains(err.Error(), tt.why) {
			t.Errorf("%s: pid %d, %v; want %d, %q", tt.name, got.PID, err, tt.want, tt.why)
		}
	}
}

func TestUnitOf(t *testing.T) {
	for _, tt := range []struct {
		in, want string
		user     bool
	}{
		{"0::/system.slice/docker.service\n", "docker.service", false},
		{"12:pids:/system.slice/docker.service\n1:name=systemd:/system.slice/docker.service\n", "docker.service", false},
		{"0::/user.slice/user-1000.slice/user@1000.service/app.slice/docker.service\n", "docker.service", true},
		{"0::/user.slice/user-1000.slice/user@1000.service/app.slice/docker.service/sub\n", "docker.service", true},
		{"0::/user.slice/user-1000.slice/session-2.scope\n", "", false},
		{"0::/system.slice/docker-4f2a.scope\n", "", false},
		{"0::/system.slice/podman.service/libpod-4f2a.scope/container\n", "", false},
		{"4:memory:/system.slice/other.service\n0::/\n", "", false},
		{"rubbish", "", false},
	} {
		if got, user := unitOf([]byte(tt.in)); got != tt.want || user != tt.user && got != "" {
			t.Errorf("unitOf(%q) = %q, %v; want %q, %v", tt.in, got, user, tt.want, tt.user)
		}
	}
}

func TestUnknownProcessFacts(t *testing.T) {
	d, n := survey{root: "debian"}.take(t) // the engine answers, its process is elsewhere
	for _, attr := range []string{"pid", "started", "config_file", "unknown_keys", "iptables", "hosts", "tcp_hosts", "socket_group"} {
		if n.At(attr, nil).Err == nil {
			t.Errorf("%s = %v, want unknown", attr, daemonAttribute(d, attr))
		}
	}
	if !d.Running || n.At("running", nil).Err != nil {
		t.Errorf("running = %v, %v; want true: it answers", d.Running, n.At("running", nil).Err)
	}
}
