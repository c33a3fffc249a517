package main

import (
	"testing"

	"scantling/checks/host"
)

func TestNearestBenchmark(t *testing.T) {
	word := func(s string) *string {
		if s == "" {
			return nil
		}
		return &s
	}
	for _, tt := range []struct {
		id, version, codename string
		profile               string
		exact                 bool
	}{
		{"debian", "12", "bookworm", "cis-debian-12", true},
		{"debian", "11", "bullseye", "", false},
		{"debian", "", "forky", "", false}, // testing has no VERSION_ID
		{"ubuntu", "24.04", "noble", "cis-ubuntu-24.04", true},
		{"ubuntu", "23.10", "mantic", "", false},
		{"rhel", "9.4", "", "cis-rhel-9", true},
		{"rhel", "8.10", "", "", false},
		{"rocky", "9.4", "", "cis-rhel-9", false},
		{"almalinux", "10.0", "", "cis-rhel-10", false},
		{"centos", "9", "", "cis-rhel-9", false},
		{"fedora", "42", "", "", false},
		{"raspbian", "12", "bookworm", "cis-debian-12", false},
		{"linuxmint", "22", "noble", "cis-ubuntu-24.04", false},
		{"kali", "2026.1", "kali-rolling", "", false},
	} {
		b, exact := nearestBenchmark(host.About{OSID: tt.id, OSVersion: word(tt.version), Codename: word(tt.codename)})
		if b.profile != tt.profile || exact != tt.exact {
			t.Errorf("nearestBenchmark(%s %s) = %q, %v; want %q, %v", tt.id, tt.version, b.profile, exact, tt.profile, tt.exact)
		}
	}
}
