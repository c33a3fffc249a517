package profiles_test

import (
	"scantling/checks"
	"scantling/checks/docker/dockertest"
)

type object = map[string]any

const (
	goodOne = dockertest.GoodContainer
	stopped = "scantling-stopped"
)

// What the script asks of containers. Each has one change to the container with
// nothing to find.
var containerRegressions = []regression{
	// Any SecurityOpt passes, and an AppArmor host fails altogether.
	{name: "09 a security option that is not SELinux's", engine: "29", edits: withSELinux("no-new-privileges:true"), row: "5.3", subject: goodOne, want: checks.Fail},
	{name: "09 label=disable", engine: "29", edits: append(withSELinux("label=disable"), edit{goodJSON, "ProcessLabel", "system_u:system_r:spc_t:s0"}), row: "5.3", subject: goodOne, want: checks.Fail},
	{name: "09 SELinux with a label", engine: "29", edits: append(withSELinux(""), edit{goodJSON, "ProcessLabel", "system_u:system_r:container_t:s0:c1,c2"}), row: "5.3", subject: goodOne, want: checks.Pass},
	{name: "09 a host with AppArmor instead", engine: "29", root: "host-debian", edits: told("SecurityOptions", []string{"name=apparmor"}), row: "5.3", subject: goodOne, want: checks.NotApplicable},

	// Its pattern runs over source, destination and all, and wants white space
	// around the bare directory, and true after it.
	{name: "10 a path below, read-only", engine: "29", edits: mounts("/etc/ssh", "/x", false), row: "5.6", subject: goodOne, want: checks.Fail, says: "/etc/ssh (read-only)"},
	{name: "10 the root directory", engine: "29", edits: mounts("/", "/x", false), row: "5.6", subject: goodOne, want: checks.Fail},
	{name: "10 a destination is no source", engine: "29", edits: mounts("/srv/app", "/etc", true), row: "5.6", subject: goodOne, want: checks.Pass},

	// It runs ps inside the container, and an image without ps passes.
	{name: "11 sshd in an image without ps", engine: "29", row: "5.7", subject: "scantling-5.7", want: checks.Fail},
	{name: "11 processes that cannot be listed are no pass", engine: "29", edits: []edit{{of: "/containers/scantling-good/top", value: "{"}}, row: "5.7", subject: goodOne, want: checks.Error},

	// It takes 1024 for privileged, drops [::]:80, and knows 0.0.0.0 only.
	{name: "12 port 1024", engine: "29", edits: publishes("127.0.0.1", "1024"), row: "5.8", subject: goodOne, want: checks.Pass},
	{name: "12 port 80 of IPv6", engine: "29", edits: publishes("::", "80"), row: "5.8", subject: goodOne, want: checks.Fail, says: "port 80"},
	{name: "12 every address of IPv6", engine: "29", edits: publishes("::", "8080"), row: "5.14", subject: goodOne, want: checks.Fail},
	{name: "12 one address", engine: "29", edits: publishes("127.0.0.1", "8080"), row: "5.14", subject: goodOne, want: checks.Pass},

	// It fails a count above five, and the unbounded policies count zero.
	{name: "13 always", engine: "29", edits: restarts("always", 0), row: "5.15", subject: goodOne, want: checks.Fail, says: "without end (policy always)"},
	{name: "13 unless-stopped", engine: "29", edits: restarts("unless-stopped", 0), row: "5.15", subject: goodOne, want: checks.Fail},
	{name: "13 on-failure without a bound", engine: "29", edits: restarts("on-failure", 0), row: "5.15", subject: goodOne, want: checks.Fail},
	{name: "13 on-failure six times", engine: "29", edits: restarts("on-failure", 6), row: "5.15", subject: goodOne, want: checks.Fail, says: "up to 6 times"},
	{name: "13 on-failure five times", engine: "29", edits: restarts("on-failure", 5), row: "5.15", subject: goodOne, want: checks.Pass},

	// Where the engine sets no-new-privileges, no container is looked at.
	{name: "14 a container that takes it back", engine: "29-hardened", edits: secured("no-new-privileges:false"), row: "5.26", subject: goodOne, want: checks.Fail},
	{name: "14 the engine's setting holds", engine: "29-hardened", edits: secured(), row: "5.26", subject: goodOne, want: checks.Pass},
	{name: "14 neither sets it", engine: "20.10", edits: secured("no-new-privileges:false"), row: "5.26", subject: goodOne, want: checks.Fail},

	// It asks whether there is a health status, not which.
	{name: "15 unhealthy", engine: "29", edits: made("State.Health.Status", "unhealthy"), row: "5.27", subject: goodOne, want: checks.Fail, says: "is unhealthy"},
	{name: "15 starting", engine: "29", edits: made("State.Health.Status", "starting"), row: "5.27", subject: goodOne, want: checks.Manual},

	// It looks for docker.sock anywhere in the mounts, and nowhere else.
	{name: "16 the directory of the socket", engine: "29", edits: mounts("/run", "/host/run", false), row: "5.32", subject: goodOne, want: checks.Fail, says: "/run"},
	{name: "16 the root directory", engine: "29", edits: mounts("/", "/host", true), row: "5.32", subject: goodOne, want: checks.Fail},
	{name: "16 containerd's socket", engine: "29", edits: mounts("/run/containerd/containerd.sock", "/c.sock", true), row: "5.32", subject: goodOne, want: checks.Fail},
	// A recorded machine does not tell which sockets its engine has besides.
	{name: "16 another docker.sock", engine: "29", edits: mounts("/srv/notes/docker.sock.txt", "/notes", false), row: "5.32", subject: goodOne, want: checks.NotAssessed},

	// It never reads CapDrop: NET_RAW, granted by default, goes unreported.
	{name: "17 NET_RAW by default", engine: "29", edits: made("HostConfig.CapDrop", nil), row: "5.4", subject: goodOne, want: checks.Fail, says: "NET_RAW"},
	{name: "17 NET_RAW dropped", engine: "29", edits: made("HostConfig.CapDrop", []string{"CAP_NET_RAW"}), row: "5.4", subject: goodOne, want: checks.Pass},
	{name: "17 ALL dropped, a default one added back", engine: "29", edits: made("HostConfig.CapAdd", []string{"NET_BIND_SERVICE"}), row: "5.4", subject: goodOne, want: checks.Pass},

	// It takes running containers only, where the benchmark says --all; and all
	// images, where the benchmark means those in use.
	{name: "20 a stopped container that is privileged", engine: "29", edits: []edit{{"/containers/" + stopped + "/json", "HostConfig.Privileged", true}}, row: "5.5", subject: stopped, want: checks.Fail},
	{name: "20 a stopped container without a limit", engine: "29", edits: []edit{{"/containers/" + stopped + "/json", "HostConfig.PidsLimit", nil}}, row: "5.29", subject: stopped, want: checks.Fail},
	{name: "20 an image that nobody uses", engine: "29", edits: []edit{{"/images/scantling.example/unused:0.1/json", "Config.Healthcheck", nil}}, row: "4.6", subject: "scantling.example/unused:0.1", want: checks.NotApplicable},
}

func withSELinux(option string) []edit {
	return append(told("SecurityOptions", []string{"name=selinux", "name=seccomp,profile=builtin"}), secured(option)...)
}

func secured(options ...string) []edit { return made("HostConfig.SecurityOpt", options) }

func mounts(source, destination string, writable bool) []edit {
	return made("Mounts", []object{{"Type": "bind", "Source": source, "Destination": destination, "Mode": "", "RW": writable, "Propagation": "rprivate"}})
}

func publishes(ip, port string) []edit {
	return made("NetworkSettings.Ports", object{"8080/tcp": []object{{"HostIp": ip, "HostPort": port}}})
}

func restarts(policy string, times int) []edit {
	return made("HostConfig.RestartPolicy", object{"Name": policy, "MaximumRetryCount": times})
}
