package checks_test

import (
	"testing"

	"scantling/checks"
	"scantling/checks/docker"
	"scantling/checks/fact"
	"scantling/checks/host"
	"scantling/profiles"
)

// BenchmarkLoad is what a run pays for its profiles before it reads anything.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		l := checks.NewLibrary()
		if err := l.Shelve(profiles.FS, ""); err != nil {
			b.Fatal(err)
		}
		for _, id := range []string{"cis-docker", "docker-hardening"} {
			if diags := append(l.Open(id), l.Link(l.Profiles[id])...); diags.HasErrors() {
				b.Fatal(diags)
			}
		}
	}
}

// BenchmarkLoadWhole parses, resolves and lints all that is embedded.
func BenchmarkLoadWhole(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		l := checks.NewLibrary()
		diags := l.Add(profiles.FS, ".", "")
		diags = append(diags, l.Resolve()...)
		set := fact.NewSet()
		set.Add(nil, host.Facts...)
		set.Add(nil, docker.Facts...)
		if diags = append(diags, l.Lint(set)...); diags.HasErrors() {
			b.Fatal(diags)
		}
	}
}
