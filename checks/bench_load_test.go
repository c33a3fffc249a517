package checks_test

import (
	"testing"

	"scantling/checks"
	"scantling/checks/docker"
	"scantling/checks/fact"
	"scantling/checks/host"
	"scantling/profiles"
)

// BenchmarkLoad is what every run pays before it reads anything: parse, resolve
// and lint all that is embedded.
func BenchmarkLoad(b *testing.B) {
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
