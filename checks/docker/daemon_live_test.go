package docker

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What the disk says, what the engine says, and what can be known of the two.
func TestDaemonOnDiskAndLive(t *testing.T) {
	file := func(json string) string {
		return "-- etc/docker/daemon.json mtime=2026-11-01T08:00:00Z --\n" + json + "\n"
	}
	const edited = "2026-10-30T08:00:00Z"
	for _, tt := range []struct {
		name string
		survey
		attr, want string
	}{
		{"the engine's word and the file agree", survey{add: file(`{"live-restore": true}`), argv: "dockerd", info: `"LiveRestoreEnabled":true`}, "live_restore",
			"true <GET /info LiveRestoreEnabled> /etc/docker/daemon.json:1"},
		{"on disk, not live", survey{add: file("{\n\"live-restore\": true}"), argv: "dockerd", start: edited}, "live_restore",
			"false <GET /info LiveRestoreEnabled> on disk true (/etc/docker/daemon.json:2), not live: reload or restart pending"},
		{"taken off the disk, still live", survey{add: file("{}"), argv: "dockerd", info: `"LiveRestoreEnabled":true`}, "live_restore",
			"true <GET /info LiveRestoreEnabled> on disk false (built-in default; not set in /etc/docker/daemon.json), not live: restart pending"},
		{"a setting that no reload takes over", survey{add: file(`{"experimental": true}`), argv: "dockerd", start: edited}, "experimental",
			"false <GET /info ExperimentalBuild> on disk true (/etc/docker/daemon.json:1), not live: restart pending"},
		{"icc is the bridge network's word", survey{add: file(`{"icc": false}`), argv: "dockerd", start: edited, bridge: `"com.docker.network.bridge.enable_icc":"true"`}, "icc",
			"true <GET /networks/bridge Options.com.docker.network.bridge.enable_icc> on disk false (/etc/docker/daemon.json:1), not live: restart pending"},
		{"without the bridge network's word files and flags count", survey{add: file(`{"icc": false}`), argv: "dockerd", bridge: "-"}, "icc",
			"false </etc/docker/daemon.json:1> the engine did not tell: GET /networks/bridge: timeout"},
		{"a file newer than the process: what the API does not tell is not known", survey{add: file(`{"userland-proxy": false}`), argv: "dockerd", start: edited}, "userland_proxy",
			"unknown: /etc/docker/daemon.json was changed after dockerd started, and the engine does not tell this setting"},
		{"not even the default: the line may have been taken out", survey{add: file(`{}`), argv: "dockerd", start: edited}, "iptables",
			"unknown: /etc/docker/daemon.json was changed after dockerd started, and the engine does not tell this setting"},
		{"a flag cannot have changed", survey{add: file(`{}`), argv: "dockerd --userland-proxy=false", start: edited}, "userland_proxy",
			"false <flag of pid 812>"},
		{"a file written the moment before the start is the one that counts", survey{add: file(`{"iptables": false}`), argv: "dockerd", start: "2026-11-01T07:59:59Z"}, "iptables",
			"false </etc/docker/daemon.json:1>"},
		{"a flag, and the same key added to the file since", survey{add: file(`{"userland-proxy": true}`), argv: "dockerd --userland-proxy=false", start: edited}, "userland_proxy",
			"false <flag of pid 812> on disk: dockerd does not start: userland-proxy is set both by a flag of pid 812 and at /etc/docker/daemon.json:1"},
		{"not running: what the disk says, and that it is no more", survey{root: "debian", info: "-"}, "userland_proxy",
			"false </etc/default/docker:2> dockerd is not running"},
		{"not running: defaults", survey{root: "debian", info: "-"}, "iptables",
			"true <built-in default; not set in /etc/docker/daemon.json> dockerd is not running"},
		{"not running: a default that depends on the version", survey{root: "debian", info: "-"}, "ip6tables",
			"unknown: the default depends on the engine's version, which is not known"},
		{"not running, set twice: it would not start", survey{root: "debian", info: "-", add: "-- etc/systemd/system/docker.service.d/x.conf --\n[Service]\nExecStart=\nExecStart=dockerd --icc=true\n"}, "icc",
			"unknown: dockerd does not start: icc is set both by a flag at /etc/systemd/system/docker.service.d/x.conf:3 and at /etc/docker/daemon.json:3"},
		{"hosts in the file beside the unit's -H, the usual way not to start", survey{root: "debian", info: "-", add: "-- etc/systemd/system/docker.service.d/x.conf --\n[Service]\nExecStart=\nExecStart=dockerd --config-file=/d.json -H fd://\n-- d.json --\n{\"hosts\": []}\n"}, "unix_sockets",
			"unknown: dockerd does not start: hosts is set both by a flag at /etc/systemd/system/docker.service.d/x.conf:3 and at /d.json:1"},
		{"the engine answers and its process is elsewhere: no default is claimed", survey{root: "debian"}, "userland_proxy",
			"unknown: " + errNoDaemon.Why},
		{"but its own word counts, and this machine's files say nothing about it", survey{root: "debian"}, "live_restore",
			"false <GET /info LiveRestoreEnabled>"},
		{"running, but the API is closed to us: files and flags count", survey{root: "debian", argv: "dockerd -H fd://", info: "-"}, "log_driver",
			"syslog </etc/docker/daemon.json:7> the engine did not tell: GET /info: no engine answers"},
		{"and what the engine chooses itself is not known", survey{argv: "dockerd", info: "-"}, "storage_driver",
			"unknown: without a word on disk dockerd chooses its storage driver itself"},
		{"or takes from its environment", survey{argv: "dockerd", info: "-"}, "http_proxy",
			"unknown: without a word on disk dockerd chooses its http proxy itself"},
		{"no process, no engine, no files: no default is claimed", survey{info: "-"}, "icc",
			"unknown: no dockerd runs here, and there is neither a unit nor a /etc/docker/daemon.json to say how it would"},
		{"a data root behind a link is where the link leads", survey{add: file(`{"data-root": "/data"}`) + "-- srv/docker/ --\n-- data -> /srv/docker --\n", argv: "dockerd", info: `"DockerRootDir":"/srv/docker"`}, "data_root",
			"/srv/docker <GET /info DockerRootDir> /etc/docker/daemon.json:1"},
		{"another data root is another one", survey{add: file(`{"data-root": "/data"}`), argv: "dockerd", start: edited}, "data_root",
			"/var/lib/docker <GET /info DockerRootDir> on disk /data (/etc/docker/daemon.json:1), not live: restart pending"},
		{"userns-remap is off where the engine does not name it", survey{add: file(`{"userns-remap": "default"}`), argv: "dockerd", start: edited}, "userns_remap",
			"not set <GET /info SecurityOptions without name=userns> on disk default (/etc/docker/daemon.json:1), not live: restart pending"},
		{"userns-remap is on: the file tells for whom", survey{add: file(`{"userns-remap": "default"}`), argv: "dockerd", info: `"SecurityOptions":["name=userns"],"DockerRootDir":"/var/lib/docker/165536.165536"`}, "userns_remap",
			"default </etc/docker/daemon.json:1>"},
		{"the data root of a remapped engine is not another one", survey{argv: "dockerd", info: `"SecurityOptions":["name=userns"],"DockerRootDir":"/var/lib/docker/165536.165536"`}, "data_root",
			"/var/lib/docker <GET /info DockerRootDir> built-in default; /etc/docker/daemon.json does not exist"},
		{"a mirror's slash is no difference", survey{add: file(`{"registry-mirrors": ["https://m.example"]}`), argv: "dockerd", info: `"RegistryConfig":{"InsecureRegistryCIDRs":[],"IndexConfigs":{},"Mirrors":["https://m.example/"]}`}, "registry_mirrors",
			`["https://m.example/"] <GET /info RegistryConfig.Mirrors> /etc/docker/daemon.json:1`},
		{"an empty text in the file is no setting", survey{add: file(`{"log-level": "", "max-concurrent-downloads": 0}`), argv: "dockerd"}, "log_level",
			"info <built-in default; not set in /etc/docker/daemon.json>"},
		{"runtimes of the file and of flags are joined", survey{add: file(`{"runtimes": {"a": {"path": "/a"}}}`), argv: "dockerd --add-runtime b=/b"}, "runtimes",
			`{"a":{"Path":"/a","runtimeType":""},"b":{"Path":"/b","runtimeType":""}} </etc/docker/daemon.json:1 and flag of pid 812>`},
		{"bridge none: there is no such network", survey{add: file(`{"bridge": "none"}`), argv: "dockerd", bridge: "none"}, "bridge",
			"none <GET /networks/bridge: no such network> /etc/docker/daemon.json:1"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, n := tt.take(t)
			if got := daemonSays(d, n, tt.attr); got != tt.want {
				t.Errorf("%s\n got %s\nwant %s", tt.attr, got, tt.want)
			}
		})
	}
}

func TestDaemonPending(t *testing.T) {
	d, _ := survey{
		add:  "-- etc/docker/daemon.json mtime=2026-11-03T08:00:00Z --\n{\"live-restore\": true,\n \"proxies\": {\n \"http-proxy\": \"http://kim:secret@proxy\"}}\n",
		argv: "dockerd",
	}.take(t)
	want := []Pending{
		{"live-restore", "true", "false", "/etc/docker/daemon.json:1"},
		{"http-proxy", "http://***@proxy", "not set", "/etc/docker/daemon.json:3"},
	}
	if diff := cmp.Diff(d.Pending, want); diff != "" {
		t.Errorf("pending, got then want:\n%s", diff)
	}
}

// What is wrong with the file is the matter of the settings that only the file
// tells, and of nothing else.
func TestDaemonFileNotUnderstood(t *testing.T) {
	for _, tt := range []struct{ name, file, want string }{
		{"not JSON", "-- etc/docker/daemon.json --\nlive-restore = true\n", "not a JSON object"},
		{"cut off", "-- etc/docker/daemon.json --\n{\"icc\": \n", "unexpected EOF"},
		{"two objects", "-- etc/docker/daemon.json --\n{} {}\n", "something follows"},
		{"a FIFO", "-- etc/docker/daemon.json type=fifo --\n", "not a regular file"},
		{"10 GB", "-- etc/docker/daemon.json size=10G --\n{}\n", "larger than 4 MiB"},
		{"a loop of links", "-- etc/docker/daemon.json -> daemon.json --\n", "too many"},
		{"a directory", "-- etc/docker/daemon.json/ --\n", "regular"},
		{"closed to us", "-- etc/docker/daemon.json deny --\n{}\n", "permission denied"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, n := survey{root: tt.file, argv: "dockerd --icc=true"}.take(t)
			if got := daemonSays(d, n, "userland_proxy"); !strings.HasPrefix(got, "unknown: ") || !strings.Contains(got, tt.want) {
				t.Errorf("userland_proxy: got %s; want unknown, %s", got, tt.want)
			}
			for _, attr := range []string{"live_restore", "icc", "running", "config_file"} {
				if err := n.At(attr, nil).Err; err != nil {
					t.Errorf("%s is unknown: %v; the file has no say in it", attr, err)
				}
			}
		})
	}
}
