package profiles_test

import (
	"github.com/zclconf/go-cty/cty"

	"scantling/checks"
)

// A machine with a TCP listener, and what TLS needs to be told in daemon.json.
const (
	tcpRoot = `-- usr/lib/systemd/system/docker.service --
[Service]
ExecStart=/usr/bin/dockerd
-- etc/docker/daemon.json --
{"hosts": ["tcp://0.0.0.0:2376"]`
	tlsKeys = `, "tlscacert": "/etc/docker/ca.pem", "tlscert": "/etc/docker/cert.pem", "tlskey": "/etc/docker/key.pem"`
)

// The snap of Docker, with a configuration file that is open to everybody.
const snapRoot = `-- etc/systemd/system/snap.docker.dockerd.service --
[Service]
ExecStart=/usr/bin/snap run docker.dockerd
-- var/snap/docker/current/config/daemon.json 0666 --
{}
`

// A machine whose unit passes flags, or whose daemon.json holds something else.
func flags(words string) string {
	return "-- usr/lib/systemd/system/docker.service --\n[Service]\nExecStart=/usr/bin/dockerd " + words + "\n"
}

func daemonJSON(text string) string {
	return flags("") + "-- etc/docker/daemon.json --\n" + text + "\n"
}

// A machine where these accounts may command the engine.
func engineGroup(members string) string {
	return daemonJSON("{}") + "-- etc/group --\nroot:x:0:\ndocker:x:998:" + members +
		"\n-- etc/passwd --\nroot:x:0:0:root:/root:/bin/bash\n"
}

var trustKimberly = map[string]cty.Value{"trusted": cty.ListVal([]cty.Value{cty.StringVal("kimberly")})}

// What the script asks of the engine and its configuration.
var engineRegressions = []regression{
	// It asks jq for a key spelled with quotes and a colon, gets a syntax error, and
	// takes the setting for missing.
	{name: "02 tlsverify in daemon.json is seen", root: tcpRoot + `, "tlsverify": true` + tlsKeys + "}\n", row: "2.8", want: checks.Pass},
	{name: "02 tls without tlsverify is not enough", root: tcpRoot + `, "tls": true, "tlsverify": false` + tlsKeys + "}\n", row: "2.8", want: checks.Fail, says: "tcp://0.0.0.0:2376"},
	{name: "02 no TLS at all", root: tcpRoot + "}\n", row: "2.8", want: checks.Fail},

	// It looks for a line that the empty pattern does not match, and there is none.
	{name: "03 cgroup-parent in daemon.json is seen", root: daemonJSON(`{"cgroup-parent": "/limited"}`), row: "2.11", want: checks.Fail, says: "/limited"},
	{name: "03 cgroup-parent left alone", root: daemonJSON(`{}`), row: "2.11", want: checks.Pass},

	// It looks whether the flag is there, not what it says.
	{name: "04 --no-new-privileges=false is not true", root: flags("--no-new-privileges=false"), row: "2.15", want: checks.Fail},
	{name: "04 --no-new-privileges is true", root: flags("--no-new-privileges"), row: "2.15", want: checks.Pass},
	{name: "04 --live-restore=false is not true", engine: "29", root: flags("--live-restore=false"), row: "2.16", want: checks.Fail},
	{name: "04 --userland-proxy=true is not false", root: flags("--userland-proxy=true"), row: "2.17", want: checks.Fail},
	{name: "04 --icc=true is not false", root: flags("--icc=true"), row: "2.2", want: checks.Fail},
	{name: "04 --icc=false is false", root: flags("--icc=false"), row: "2.2", want: checks.Pass},

	// It knows --config-file and /etc/docker/daemon.json, and reads nothing otherwise.
	// Whose file a rootless engine reads is not known where its process is not seen.
	{name: "05 --config-file in a drop-in", root: "docker-dropin", row: "2.11", want: checks.Fail, says: "/limited"},
	{name: "05 the snap's own file", root: snapRoot, row: "3.18", want: checks.Fail, says: "/var/snap/docker/current/config/daemon.json has mode 0666"},
	{name: "05 a rootless engine does not read the system's file", engine: "20.10-rootless", root: "docker-rootless", row: "3.18", want: checks.NotAssessed},

	// Only json-file fails; these keep the log on the machine, or nowhere, too.
	{name: "06 log driver local", engine: "29", edits: told("LoggingDriver", "local"), row: "2.14", want: checks.Fail, says: "through local"},
	{name: "06 log driver none", engine: "29", edits: told("LoggingDriver", "none"), row: "2.14", want: checks.Fail, says: "through none"},
	{name: "06 log driver journald is for a person to judge", engine: "29", edits: told("LoggingDriver", "journald"), row: "2.14", want: checks.Manual},
	{name: "06 log driver fluentd", engine: "29", edits: told("LoggingDriver", "fluentd"), row: "2.14", want: checks.Pass},

	// It waits for profile=default; since 23.0 the engine calls the same filter builtin.
	{name: "07 seccomp profile builtin", engine: "29", root: daemonJSON("{}"), row: "2.18", want: checks.Pass},
	{name: "07 seccomp profile default", engine: "20.10", root: daemonJSON("{}"), row: "2.18", want: checks.Pass},
	{name: "07 seccomp profile unconfined", engine: "29", edits: told("SecurityOptions", []string{"name=seccomp,profile=unconfined"}), row: "2.18", want: checks.Fail},
	{name: "07 no seccomp", engine: "29", edits: told("SecurityOptions", []string{"name=cgroupns"}), row: "2.18", want: checks.Fail},

	// Each doubtful user overwrites the one before, and kim is taken for trusted
	// because kimberly is.
	{name: "08 every doubtful user is named", root: engineGroup("kim,sam"), row: "1.1.2", want: checks.Fail, says: "kim, sam"},
	{name: "08 trust is not a matter of substrings", root: engineGroup("kim,kimberly"), with: trustKimberly, row: "1.1.2", want: checks.Fail, says: "lets kim command"},
	{name: "08 a trusted user", root: engineGroup("kimberly"), with: trustKimberly, row: "1.1.2", want: checks.Pass},

	// Any "update" in the history is a hit, also that of update-ca-certificates.
	{name: "19 update-ca-certificates is no package index", engine: "29", edits: built("RUN /bin/sh -c update-ca-certificates # buildkit"), row: "4.7", subject: "scantling.example/bad:latest", want: checks.Pass},
	{name: "19 update and install in one step", engine: "29", edits: built("RUN /bin/sh -c apt-get update && apt-get install -y curl # buildkit"), row: "4.7", subject: "scantling.example/bad:latest", want: checks.Pass},
	{name: "19 update alone", engine: "29", edits: built("RUN /bin/sh -c apt-get update # buildkit"), row: "4.7", subject: "scantling.example/bad:latest", want: checks.Fail},
}

// built gives the bad image a history of one line.
func built(line string) []edit {
	return []edit{{of: "/images/scantling.example/bad:latest/history", value: `[{"Id":"<missing>","Created":1790000000,"CreatedBy":"` + line + `","Size":1,"Tags":null,"Comment":""}]`}}
}
