package docker

import "testing"

// The names of cases that come from complaints about other auditors carry the
// thread, or the number of a defect read in docker-bench-security at ff26d67.
func TestDaemonPrecedence(t *testing.T) {
	const debian = "/usr/sbin/dockerd -H fd:// --containerd=/run/containerd/containerd.sock --userland-proxy=false --log-level debug"
	const dropin = "/usr/bin/dockerd -D -H unix:///run/docker.sock -H 10.0.0.5:2376 --tlsverify --tlscacert=/etc/docker/tls/ca.pem --no-new-privileges=false --config-file /opt/docker/daemon.json"
	const at = "/etc/systemd/system/docker.service.d/override.conf"
	for _, tt := range []struct {
		name string
		survey
		attr, want string
	}{
		{"nothing set: the default, and that nobody set it", survey{argv: "dockerd"}, "userland_proxy",
			"true <built-in default; /etc/docker/daemon.json does not exist>"},
		{"the default where the file sets other things", survey{root: "debian", argv: debian}, "iptables",
			"true <built-in default; not set in /etc/docker/daemon.json>"},
		{"ip6tables was off before Engine 27", survey{argv: "dockerd", info: `"ServerVersion":"26.1.4"`}, "ip6tables",
			"false <built-in default; /etc/docker/daemon.json does not exist>"},
		{"ip6tables is on since Engine 27", survey{argv: "dockerd", info: `"ServerVersion":"27.0.1"`}, "ip6tables",
			"true <built-in default; /etc/docker/daemon.json does not exist>"},
		{"daemon.json with nested default-ulimits (docker-bench-security #537)", survey{root: "debian", argv: debian}, "default_ulimits",
			`{"nofile":{"Soft":32000,"Hard":64000}} </etc/docker/daemon.json:4>`},
		{"a flag out of an environment file has that file's line (docker-bench-security #502)", survey{root: "debian", argv: debian}, "userland_proxy",
			"false <flag of pid 812 (/etc/default/docker:2)>"},
		{"a flag's value as a word of its own", survey{root: "debian", argv: debian}, "log_level",
			"debug <flag of pid 812 (/etc/default/docker:2)>"},
		{"a flag on a continued line has its own line", survey{root: "debian", argv: debian}, "containerd",
			"/run/containerd/containerd.sock <flag of pid 812 (/lib/systemd/system/docker.service:10)>"},
		{"a flag that no file explains", survey{root: "debian", argv: debian + " --cgroup-parent=/x"}, "cgroup_parent",
			"/x <flag of pid 812> on disk not set (built-in default; not set in /etc/docker/daemon.json), not live: restart pending"},
		{"a unit edited since the start: the running flag counts", survey{root: "debian", argv: "dockerd --userland-proxy=true"}, "userland_proxy",
			"true <flag of pid 812> on disk false (/etc/default/docker:2), not live: restart pending"},
		{"a process that belongs to no unit says nothing about the unit on disk", survey{argv: "dockerd --icc=true", add: "-- usr/lib/systemd/system/docker.service --\n[Service]\nExecStart=dockerd --userland-proxy=false\n-- proc/812/cgroup --\n0::/\n"}, "userland_proxy",
			"true <built-in default; /etc/docker/daemon.json does not exist>"},

		{"--config-file moves the file (docker-bench-security #156, #218, defect 5)", survey{root: "dropin", argv: dropin}, "cgroup_parent",
			"/limited </opt/docker/daemon.json:4>"},
		{"and says so", survey{root: "dropin", argv: dropin}, "config_file",
			"/opt/docker/daemon.json <flag of pid 812 (" + at + ":5)>"},
		{"cgroup-parent in daemon.json (defect 3)", survey{add: "-- etc/docker/daemon.json --\n{\"cgroup-parent\": \"/odd\"}\n", argv: "dockerd"}, "cgroup_parent",
			"/odd </etc/docker/daemon.json:1>"},
		{"tlsverify in daemon.json (defect 2)", survey{add: "-- etc/docker/daemon.json --\n{\"hosts\": [\"tcp://0.0.0.0:2376\"],\n\"tlsverify\": true, \"tlscacert\": \"/ca\"}\n", argv: "dockerd"}, "tlsverify",
			"true </etc/docker/daemon.json:2>"},
		{"tlsverify switches tls on", survey{root: "dropin", argv: dropin}, "tls",
			"true <flag of pid 812 (" + at + ":4)> implied by tlsverify"},
		{"tlsverify=false switches tls on too", survey{argv: "dockerd --tlsverify=false"}, "tls", "true <flag of pid 812> implied by tlsverify"},
		{"and verifies nobody", survey{argv: "dockerd --tlsverify=false"}, "tlsverify", "false <flag of pid 812>"},
		{"tls alone verifies", survey{argv: "dockerd --tls"}, "tlsverify", "true <flag of pid 812> implied by tls"},
		{"tls in the file alone verifies since 20.10", survey{add: "-- etc/docker/daemon.json --\n{\"tls\": true}\n", argv: "dockerd"}, "tlsverify",
			"true </etc/docker/daemon.json:1> implied by tls"},
		{"and did not before", survey{add: "-- etc/docker/daemon.json --\n{\"tls\": true}\n", argv: "dockerd", info: `"ServerVersion":"19.03.15"`}, "tlsverify",
			"false <built-in default; not set in /etc/docker/daemon.json>"},
		{"the TLS files of a flag --tls are in the home directory", survey{root: "dropin", argv: dropin}, "tlskey",
			"/root/.docker/key.pem <built-in default; not set in /opt/docker/daemon.json>"},
		{"a TLS file named in the configuration", survey{root: "dropin", argv: dropin}, "tlscert", "/etc/docker/tls/cert.pem </opt/docker/daemon.json:3>"},

		{"--no-new-privileges=false is off (defect 4, docker-bench-security #492)", survey{root: "dropin", argv: dropin}, "no_new_privileges",
			"false <GET /info SecurityOptions name=no-new-privileges> " + at + ":5"},
		{"--live-restore=false is off (defect 4)", survey{argv: "dockerd --live-restore=false"}, "live_restore",
			"false <GET /info LiveRestoreEnabled> flag of pid 812"},
		{"a flag -l is the log level", survey{argv: "dockerd -l warn"}, "log_level", "warn <flag of pid 812>"},
		{"debug outweighs the log level", survey{argv: "dockerd -D", info: `"Debug":true`}, "log_level",
			"info <built-in default; /etc/docker/daemon.json does not exist> debug is on and outweighs it"},
		{"log-driver local is local, not json-file (defect 6)", survey{add: "-- etc/docker/daemon.json --\n{\"log-driver\": \"local\"}\n", argv: "dockerd", info: `"LoggingDriver":"local"`}, "log_driver",
			"local <GET /info LoggingDriver> /etc/docker/daemon.json:1"},
		{"seccomp is builtin since Engine 23 (defect 7)", survey{argv: "dockerd"}, "seccomp_profile",
			"builtin <GET /info SecurityOptions name=seccomp> built-in default; /etc/docker/daemon.json does not exist"},
		{"and was default before", survey{argv: "dockerd", info: `"ServerVersion":"20.10.24","SecurityOptions":["name=seccomp,profile=default"]`}, "seccomp_profile",
			"default <GET /info SecurityOptions name=seccomp> built-in default; /etc/docker/daemon.json does not exist"},
		{"the loopback that every engine trusts is not set by anybody (docker-bench-security #529)", survey{argv: "dockerd"}, "insecure_registries",
			"not set <GET /info RegistryConfig> built-in default; /etc/docker/daemon.json does not exist"},
		{"authorization plugins from the file (docker-bench-security #537)", survey{add: "-- etc/docker/daemon.json --\n{\"authorization-plugins\": [\"opa\"]}\n", argv: "dockerd", info: `"Plugins":{"Authorization":["opa"]}`}, "authorization_plugins",
			`["opa"] <GET /info Plugins.Authorization> /etc/docker/daemon.json:1`},

		{"rootless: the file of dockerd's user (docker-bench-security #505, #556)", survey{root: "rootless", argv: "dockerd --iptables=false", pid: 2001, euid: 1000, info: rootlessInfo}, "userland_proxy",
			"false </home/kim/.config/docker/daemon.json:1>"},
		{"rootless: the flags come from the user's unit", survey{root: "rootless", argv: "dockerd --iptables=false", pid: 2001, euid: 1000, info: rootlessInfo}, "iptables",
			"false <flag of pid 2001 (/home/kim/.config/systemd/user/docker.service:2)>"},
		{"rootless: the system's file does not count", survey{root: "rootless", argv: "dockerd", pid: 2001, euid: 1000, info: rootlessInfo}, "cgroup_parent",
			"not set <built-in default; not set in /home/kim/.config/docker/daemon.json>"},
		{"rootless: the socket", survey{root: "rootless", argv: "dockerd", pid: 2001, euid: 1000, info: rootlessInfo}, "unix_sockets",
			`["/run/user/1000/docker.sock"] <built-in default; not set in /home/kim/.config/docker/daemon.json>`},
		{"snap: its own file (docker-bench-security #551)", survey{root: "snap", argv: "dockerd --group docker", pid: 900, exe: "/snap/docker/2915/bin/dockerd"}, "log_level",
			"error </var/snap/docker/current/config/daemon.json:2>"},

		{"socket activation: the socket is docker.socket's", survey{root: "debian", argv: debian}, "unix_sockets",
			`["/run/docker.sock"] <flag of pid 812 (/lib/systemd/system/docker.service:9) and /lib/systemd/system/docker.socket:5>`},
		{"and so is its group", survey{root: "debian", argv: debian}, "socket_group", "docker </lib/systemd/system/docker.socket:8>"},
		{"without SocketGroup= it is root's", survey{root: "dropin", argv: "dockerd -H fd://"}, "socket_group",
			"root <systemd's default; not set in /usr/lib/systemd/system/docker.socket>"},
		{"a host without a scheme is TCP", survey{root: "dropin", argv: dropin}, "tcp_hosts",
			`["tcp://10.0.0.5:2376"] <flag of pid 812 (` + at + `:3)>`},
		{"fd:// without a socket unit is not known", survey{argv: "dockerd -H fd://"}, "unix_sockets",
			"unknown: dockerd listens on fd://, and no docker.socket says what that is"},
		{"a secret in log-opts stays out", survey{root: "debian", argv: debian}, "log_opts",
			`{"splunk-token":"***","syslog-address":"udp://10.0.0.9:514"} </etc/docker/daemon.json:8>`},
		{"and so do a proxy's credentials", survey{root: "debian", argv: debian, info: `"HttpProxy":"http://xxxxx:xxxxx@proxy:3128"`}, "http_proxy",
			"http://***@proxy:3128 <GET /info HttpProxy> /etc/docker/daemon.json:13"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, n := tt.take(t)
			if got := daemonSays(d, n, tt.attr); got != tt.want {
				t.Errorf("%s\n got %s\nwant %s", tt.attr, got, tt.want)
			}
		})
	}
}

const rootlessInfo = `"SecurityOptions":["name=seccomp,profile=builtin","name=rootless","name=cgroupns"],"DockerRootDir":"/home/kim/.local/share/docker"`
