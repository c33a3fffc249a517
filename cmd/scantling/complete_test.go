package main

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// The last word is the one that is being typed; the shell picks what fits it.
func TestComplete(t *testing.T) {
	for _, tt := range []struct {
		words []string
		want  string // "" where a file name belongs
		not   string
	}{
		{[]string{""}, "audit", "cis-docker"},
		{[]string{"--"}, "--version", "--profile"},
		{[]string{"audit", "--pro"}, "--profile", "profile"},
		{[]string{"audit", "--"}, "--fail-on", "--json"},
		{[]string{"audit", "--profile", ""}, "cis-docker", "cis-docker/5.5"},
		{[]string{"audit", "-p", "cis"}, "docker-hardening", ""},
		{[]string{"audit", "--only", "5.5", "--fail-on", ""}, "critical", "5.5"},
		{[]string{"audit", "--quiet", "--only", "5."}, "5.32", ""},
		{[]string{"audit", "--section", ""}, "1.2", "5.32"},
		{[]string{"audit", "--lock", ""}, "", ""},
		{[]string{"audit", "-o", ""}, "sarif=", "audit"},
		{[]string{"convert", "--output", "js"}, "json=", ""},
		{[]string{"convert", "-o", ""}, "html=", ""},
		{[]string{"audit", ""}, "", ""},
		{[]string{"explain", "cis"}, "cis-docker/5.5", "5.5"},
		{[]string{"explain", "cis-docker/5.5", ""}, "", ""},
		{[]string{"facts", "doc"}, "docker.daemon", ""},
		{[]string{"profile", ""}, "lint", "cis-docker"},
		{[]string{"profile", "show", ""}, "cis-docker", "lint"},
		{[]string{"profile", "lint", ""}, "", ""},
		{[]string{"completion", ""}, "zsh", ""},
	} {
		var out strings.Builder
		a := &app{out: &out, err: &out, env: func(string) string { return "" }, now: time.Now, width: 80}
		a.run(slices.Concat([]string{"scantling"}, tt.words, []string{completeFlag}))
		got := strings.Fields(out.String())
		if tt.want == "" && len(got) > 0 || tt.want != "" && !slices.Contains(got, tt.want) {
			t.Errorf("%q: got %.80q, want %q", tt.words, got, tt.want)
		}
		if tt.not != "" && slices.Contains(got, tt.not) {
			t.Errorf("%q: got %q among them", tt.words, tt.not)
		}
	}
}
