package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"scantling/checks/host"
)

// A benchmark is for one version of a distribution.
type benchmark struct {
	profile  string
	name     string
	id       string // ID of os-release(5)
	version  string // VERSION_ID, or its part before the dot
	codename string // what derivatives are made from
}

var benchmarks = []benchmark{
	{"cis-debian-12", "Debian 12", "debian", "12", "bookworm"},
	{"cis-debian-13", "Debian 13", "debian", "13", "trixie"},
	{"cis-ubuntu-22.04", "Ubuntu 22.04", "ubuntu", "22.04", "jammy"},
	{"cis-ubuntu-24.04", "Ubuntu 24.04", "ubuntu", "24.04", "noble"},
	{"cis-rhel-9", "Red Hat Enterprise Linux 9", "rhel", "9", ""},
	{"cis-rhel-10", "Red Hat Enterprise Linux 10", "rhel", "10", ""},
}

// rebuilds are distributions made from the sources of Red Hat Enterprise Linux,
// with its version numbers.
var rebuilds = []string{"rocky", "almalinux", "ol", "centos", "oracle", "eurolinux", "miraclelinux"}

// fitting are the profiles for what the target is, and what of the choice does
// not go without saying.
func (t *target) fitting(ctx context.Context) (ids, notes []string) {
	if !t.remote && !t.named {
		id, note := t.hostProfile(ctx)
		ids, notes = append(ids, nonempty(id)...), append(notes, nonempty(note)...)
	}
	if t.engine != nil || len(ids) == 0 || t.hasDocker() {
		ids = append(ids, "cis-docker", "docker-hardening")
	}
	return ids, notes
}

func nonempty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// hostProfile is the profile for the target's distribution, "" where none is
// near; and a note where it is not made for exactly this one.
func (t *target) hostProfile(ctx context.Context) (id, note string) {
	r := t.facts.Get(ctx, "host", "")
	about, ok := r.Value().(host.About)
	if err := r.At("os_id").Err; !ok || err != nil {
		return "", "the distribution is not known, so no benchmark of the host was chosen; name one with --profile"
	}
	best, exact := nearestBenchmark(about)
	switch {
	case best.profile == "":
		return "", fmt.Sprintf("there is no benchmark for %s here, so of the host only Docker's files are judged; name another with --profile (scantling profile list)", about.OSName)
	case exact:
		return best.profile, ""
	}
	return best.profile, fmt.Sprintf("%s has no benchmark of its own here: %s, for %s, is the nearest", about.OSName, best.profile, best.name)
}

func nearestBenchmark(a host.About) (best benchmark, exact bool) {
	version := text(a.OSVersion)
	major, _, _ := strings.Cut(version, ".")
	for _, r := range benchmarks {
		same := r.version == version || r.version == major
		switch {
		case r.id == a.OSID && same:
			return r, true
		case r.id == "rhel" && slices.Contains(rebuilds, a.OSID) && same:
			best = r
		case r.codename != "" && r.codename == text(a.Codename):
			best = r
		}
	}
	return best, false
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// hasDocker reports whether the files of an engine are there, though none
// answers.
func (t *target) hasDocker() bool {
	for _, name := range []string{"/etc/docker", "/usr/bin/dockerd", "/usr/sbin/dockerd", "/usr/local/bin/dockerd", "/var/lib/docker"} {
		if _, err := t.root.Lstat(name); err == nil {
			return true
		}
	}
	return false
}
