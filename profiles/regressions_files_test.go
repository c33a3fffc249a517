package profiles_test

import "scantling/checks"

// A swarm's manager that listens on every address, and one that does not.
// 2377 is 0949 in hexadecimal, 7946 is 1F0A.
func listens(address, port string) string {
	return daemonJSON("{}") + "-- proc/net/tcp --\n  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n" +
		"   0: " + address + ":" + port + " 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1 0000000000000000 100 0 0 10 0\n" +
		"-- proc/net/tcp6 --\n-- proc/net/udp --\n-- proc/net/udp6 --\n"
}

const (
	looseUnit = "-- run/systemd/system/ --\n-- usr/lib/systemd/system/docker.service 0666 --\n[Service]\nExecStart=/usr/bin/dockerd\n"
	strayUnit = "-- run/systemd/system/ --\n-- usr/lib/systemd/system/docker.socket 0644 1000:0 --\n[Socket]\nListenStream=/run/docker.sock\n"
)

// What the script asks of files.
var fileRegressions = []regression{
	// After /etc and /lib it searches /run; find succeeds there without a hit, so
	// a unit in /usr/lib counts as not found.
	{name: "01 unit path found when /run has none", root: looseUnit, row: "3.2", want: checks.Fail, says: "/usr/lib/systemd/system/docker.service with mode 0666"},
	{name: "01 socket unit found when /run has none", root: strayUnit, row: "3.3", want: checks.Fail, says: "/usr/lib/systemd/system/docker.socket"},
	{name: "01 unit found and right", root: "docker-dropin", row: "3.2", want: checks.Pass},
	{name: "01 unit and drop-in found for their audit rules", root: "docker-dropin", row: "1.1.7", want: checks.Fail, says: "/usr/lib/systemd/system/docker.service and /etc/systemd/system/docker.service.d/override.conf"},

	// A file that is not there is INFO, as is much else.
	{name: "21 absent defaults file", root: daemonJSON("{}"), row: "3.20", want: checks.NotApplicable},
	{name: "21 absent unit", root: "-- etc/passwd --\n", row: "3.1", want: checks.NotApplicable},
	{name: "21 no TCP listener", root: daemonJSON("{}"), row: "2.8", want: checks.NotApplicable},

	// Without a swarm its swarm checks PASS, and count for the score.
	{name: "21 managers without a swarm", engine: "29", row: "7.1", want: checks.NotApplicable},
	{name: "21 autolock without a swarm", engine: "29", row: "7.5", want: checks.NotApplicable},
	{name: "21 overlay networks without a swarm", engine: "29", row: "7.3", subject: "bridge", want: checks.NotApplicable},
	{name: "21 base size without devicemapper", engine: "29", row: "2.12", want: checks.NotApplicable},
}

// What the script asks of a swarm.
var swarmRegressions = []regression{
	// It counts the lines with Leader, of which there is always one.
	{name: "18 two managers", engine: "20.10-swarm", edits: told("Swarm.Managers", 2), row: "7.1", want: checks.Fail, says: "2 managers"},
	{name: "18 nine managers", engine: "20.10-swarm", edits: told("Swarm.Managers", 9), row: "7.1", want: checks.Fail},
	{name: "18 three managers", engine: "20.10-swarm", edits: told("Swarm.Managers", 3), row: "7.1", want: checks.Pass},

	// It looks at port 2377 only.
	{name: "18 port 7946 on every address", engine: "20.10-swarm", root: listens("00000000", "1F0A"), row: "7.2", want: checks.Fail, says: "7946"},
	{name: "18 port 2377 on every address", engine: "20.10-swarm", root: listens("00000000", "0949"), row: "7.2", want: checks.Fail, says: "2377"},
	{name: "18 port 7946 on one address", engine: "20.10-swarm", root: listens("0500000A", "1F0A"), row: "7.2", want: checks.Pass},

	// It passes "encrypted:false" as it does every network with that word. Here it
	// is right by chance: the overlay driver looks at the option's name alone.
	{name: "18 encrypted=false encrypts", engine: "20.10-swarm", edits: overlay(`"encrypted":"false"`), row: "7.3", subject: "sealed", want: checks.Pass},
	{name: "18 another option with the word in it", engine: "20.10-swarm", edits: overlay(`"example.encrypted":"true"`), row: "7.3", subject: "sealed", want: checks.Fail},
	{name: "18 encrypted without a value", engine: "20.10-swarm", row: "7.3", subject: "scantling-encrypted", want: checks.Pass},
	{name: "18 never encrypted", engine: "20.10-swarm", row: "7.3", subject: "scantling-plain", want: checks.Fail},

	// It passes where docker info says "2 days", and nowhere else.
	{name: "18 node certificates of 90 days", engine: "20.10-swarm", edits: expiry(90), row: "7.7", want: checks.Pass},
	{name: "18 node certificates of 3 days", engine: "20.10-swarm", edits: expiry(3), row: "7.7", want: checks.Pass},
	{name: "18 node certificates of 91 days", engine: "20.10-swarm", edits: expiry(91), row: "7.7", want: checks.Fail, says: "91 days"},
}

// overlay is a swarm with one network, and its options.
func overlay(options string) []edit {
	return []edit{{of: "/networks", value: `[{"Name":"sealed","Id":"3eopwcz6cqpopbe222cq874pc","Driver":"overlay","Scope":"swarm","Options":{` + options + `}}]`}}
}

// expiry is how long a swarm's node certificates live.
func expiry(days int64) []edit {
	return told("Swarm.Cluster.Spec.CAConfig.NodeCertExpiry", days*24*60*60*1_000_000_000)
}
