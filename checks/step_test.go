package checks

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"scantling/checks/fact"
)

// withFixes is a control whose remediation has these blocks.
func withFixes(blocks string) string {
	return `
control "c" {
  title     = "T"
  severity  = "low"
  rationale = "R"
  message   = "wrong"
  check     = docker.info.debug
  param "paths" {
    type    = list(string)
    default = ["/etc/a b", "/etc/c"]
  }
  remediation {
    text       = "mend"
    disruption = "none"
    ` + blocks + `
  }
}
profile "p" {
  title = "P"
  section "1" {
    title = "S"
    recommendation "1.1" {
      control = "c"
      level   = 1
    }
  }
}`
}

// TestSteps: fix blocks are filled in for failures, left out where their when is
// false or there is nothing in their list, and dropped together where one of them
// cannot be filled in.
func TestSteps(t *testing.T) {
	access := Step{Kind: "access", Paths: []string{"/etc/a b", "/etc/c"}, Mode: "0600"}
	for _, tt := range []struct {
		name, blocks string
		want         []Step
	}{
		{"none", ``, nil},
		{"filled in", `fix "access" {
		  paths = param.paths
		  mode  = "0600"
		}`, []Step{access}},
		{"of json", `fix "json" {
		  path  = "/etc/docker/daemon.json"
		  merge = { icc = false, log-opts = { max-size = "10m" }, n = 3 }
		}`, []Step{{Kind: "json", Path: "/etc/docker/daemon.json", Merge: map[string]any{
			"icc": false, "log-opts": map[string]any{"max-size": "10m"}, "n": 3.0}}}},
		{"null is left out", `fix "access" {
		  paths = param.paths
		  mode  = "0600"
		  owner = docker.info.debug ? "root" : null
		}`, []Step{access}},
		{"when", `fix "unit" {
		  when  = docker.info.debug
		  names = ["x.service"]
		  state = "masked"
		}`, nil},
		{"nothing in the list", `fix "unit" {
		  names = [for p in param.paths : p if startswith(p, "/usr")]
		  state = "masked"
		}`, nil},
		{"unknown", `fix "access" {
		  paths = param.paths
		  mode  = "0600"
		}
		fix "access" {
		  paths = [file("/secret").mode]
		  mode  = "0600"
		}`, nil},
	} {
		l := NewLibrary()
		diags := append(l.Add(fstest.MapFS{"p.hcl": {Data: []byte(withFixes(tt.blocks))}}, ".", ""), l.Resolve()...)
		set := testSet(&machine{})
		if diags = append(diags, l.Lint(set)...); diags.HasErrors() {
			t.Fatalf("%s: %v", tt.name, diags)
		}
		p := l.Profiles["p"]
		row := (&Auditor{Facts: set, Files: l.Sources()}).Run(t.Context(), []*Profile{p})[p][0]
		if diff := cmp.Diff(tt.want, row.Results[0].Steps); diff != "" || row.Status != Fail {
			t.Errorf("%s: %s, steps (-want +got):\n%s", tt.name, row.Status, diff)
		}
	}
}

func TestWrongSteps(t *testing.T) {
	for _, tt := range []struct{ blocks, want string }{
		{`fix "jsn" {}`, `Did you mean "json"`},
		{`fix "json" {}`, "A fix of kind json needs path"},
		{`fix "unit" {
		  names = ["a"]
		  state = "enable"
		}`, `Did you mean "enabled"`},
		{`fix "access" {
		  paths = ["a"]
		  moed  = "0600"
		}`, "moed"},
		{`fix "access" {
		  paths = docker.info.drivr
		}`, `Did you mean "driver"`},
		{`fix "access" {
		  paths = docker.info.debug
		}`, "This attribute is list of string; this is bool"},
		{`fix "access" {
		  paths = ["a"]
		  when  = "yes"
		}`, "A condition is true or false"},
	} {
		l := NewLibrary()
		diags := append(l.Add(fstest.MapFS{"p.hcl": {Data: []byte(withFixes(tt.blocks))}}, ".", ""), l.Resolve()...)
		set := fact.NewSet()
		set.Add((*machine)(nil), testFacts...)
		if diags = append(diags, l.Lint(set)...); !strings.Contains(diags.Error(), tt.want) {
			t.Errorf("%s:\ngot  %v\nwant %s", tt.blocks, diags, tt.want)
		}
	}
}
