package docker

import (
	"strings"
	"testing"
)

func TestDaemonPaths(t *testing.T) {
	const (
		runc  = "-- usr/bin/runc 0755 --\n-- usr/sbin -> bin --\n"
		told  = `"Runtimes":{"runc":{"path":"runc"},"io.containerd.runc.v2":{"path":"runc"},"kata":{"path":"/opt/kata/kata-runtime"},"gone":{"path":"/opt/gone"}}`
		crun  = "-- usr/local/bin/crun-1.2 0755 --\n-- usr/local/bin/crun -> crun-1.2 --\n"
		usual = `["/run/containerd/containerd.sock","/run/docker/containerd/containerd.sock"]`
	)
	for _, tt := range []struct {
		name string
		survey
		attr, want string
	}{
		{"the usual directory", survey{argv: "dockerd"}, "config_directories", `["/etc/docker"] <built-in default>`},
		{"a file of another name and place besides", survey{argv: "dockerd --config-file=/srv/engine.json"}, "config_directories",
			`["/etc/docker","/srv"] <flag of pid 812>`},
		{"a rootless engine's own", survey{root: "rootless", argv: "dockerd", pid: 2001, euid: 1000, info: `"SecurityOptions":["name=rootless"]`}, "config_directories",
			`["/home/kim/.config/docker"]`},
		{"a snap's own", survey{root: "snap", argv: "dockerd", pid: 900, exe: "/snap/docker/1/bin/dockerd"}, "config_directories",
			`["/var/snap/docker/current/config"]`},
		{"the process is not seen", survey{root: "debian"}, "config_directories", "unknown: " + errNoDaemon.Why},

		{"what the engine says", survey{argv: "dockerd", info: `"Containerd":{"Address":"/run/c.sock"}`}, "containerd_sockets", `["/run/c.sock"] <GET /info Containerd.Address>`},
		{"what the flag says", survey{argv: "dockerd --containerd=/run/d.sock"}, "containerd_sockets", `["/run/d.sock"] <flag of pid 812>`},
		{"nobody says", survey{argv: "dockerd"}, "containerd_sockets", usual + " <built-in default"},
		{"its own below another exec-root", survey{argv: "dockerd --exec-root=/srv/run"}, "containerd_sockets",
			`["/run/containerd/containerd.sock","/srv/run/containerd/containerd.sock"]`},
		{"nobody says, of a rootless engine", survey{root: "rootless", argv: "dockerd", pid: 2001, euid: 1000, info: `"SecurityOptions":["name=rootless"]`}, "containerd_sockets",
			`["/run/user/1000/containerd/containerd.sock","/run/user/1000/docker/containerd/containerd.sock"]`},
		{"the process is not seen, and the engine does not say", survey{root: "debian"}, "containerd_sockets", "unknown: " + errNoDaemon.Why},

		{"names are looked up, links followed, absent ones left out", survey{add: runc + "-- opt/kata/kata-runtime 0755 --\n", argv: "dockerd", info: told}, "runtime_paths",
			`["/opt/kata/kata-runtime","/usr/bin/runc"] <GET /info Runtimes`},
		{"the engine does not tell: its file, and runc", survey{add: runc + crun + "-- etc/docker/daemon.json --\n{\"runtimes\": {\"crun\": {\"path\": \"/usr/local/bin/crun\"}}}\n", argv: "dockerd"}, "runtime_paths",
			`["/usr/bin/runc","/usr/local/bin/crun-1.2"] </etc/docker/daemon.json:1; and runc`},
		{"the file was changed since", survey{add: runc + "-- etc/docker/daemon.json mtime=2026-11-03T08:00:00Z --\n{}\n", argv: "dockerd"}, "runtime_paths",
			"unknown: /etc/docker/daemon.json was changed after dockerd started"},
		{"runtimes somewhere else", survey{argv: "dockerd", info: told}, "runtime_paths",
			"unknown: none of the engine's runtimes is found on this disk: /opt/gone, /opt/kata/kata-runtime, runc"},
		{"a loop of links", survey{add: "-- usr/bin/runc -> runc --\n", argv: "dockerd"}, "runtime_paths", "unknown: "},
		{"no runtime on the disk of a machine at rest", survey{root: "debian", info: "-"}, "runtime_paths", "not set <"},
		{"the process is not seen", survey{root: "debian", info: told}, "runtime_paths", "unknown: " + errNoDaemon.Why},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, n := tt.take(t)
			if got := daemonSays(d, n, tt.attr); !strings.HasPrefix(got, tt.want) {
				t.Errorf("%s\n got %s\nwant %s", tt.attr, got, tt.want)
			}
		})
	}
}

func TestDaemonPathsElsewhere(t *testing.T) {
	r := one(t, recordedEngine(t, nil), "docker.daemon")
	wantUnknown(t, r, true, "config_directories", "containerd_sockets", "runtime_paths")
}
