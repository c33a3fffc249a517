package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestExplain(t *testing.T) {
	memory := Read{Path: "c.memory", Value: "0", Origin: "GET /c", Remark: "restart pending"}
	for _, tt := range []struct {
		name     string
		status   string
		evidence []Evidence
		want     finding
	}{
		{"nothing", Fail, nil, finding{}},
		{"a fact's own value", Fail, []Evidence{{Holds: "false", Expected: "> 0", Actual: "0", Facts: []Read{{Path: "other", Value: "1"}, memory}}},
			finding{[]part{{"c.memory = 0", "> 0"}}, []string{"GET /c (restart pending)"}}},
		{"a negated call", Fail, []Evidence{{Expression: "!contains(c.caps, \"X\")", Holds: "false", Expected: "false", Actual: "true", Facts: []Read{{Path: "c.caps", Value: "[\"X\"]"}}}},
			finding{[]part{{"contains(c.caps, \"X\") = true", "false"}}, nil}},
		{"only what decided", Fail, []Evidence{{Holds: "true", Actual: "1", Facts: []Read{memory}}, {Holds: "false", Actual: "2", Facts: []Read{memory}}},
			finding{[]part{{"2", ""}}, []string{"GET /c (restart pending)"}}},
		{"a waived failure likewise", Waived, []Evidence{{Holds: "true", Actual: "1", Facts: []Read{memory}}, {Holds: "false", Actual: "2", Facts: []Read{memory}}},
			finding{[]part{{"2", ""}}, []string{"GET /c (restart pending)"}}},
		{"parameters alone tell nothing", Fail, []Evidence{{Holds: "false", Actual: "[]"}, {Holds: "false", Actual: "2", Facts: []Read{{Path: "p", Value: "2"}}}},
			finding{[]part{{"p = 2", ""}}, nil}},
		{"unless there is nothing else", Fail, []Evidence{{Holds: "false", Actual: "[]"}}, finding{[]part{{"[]", ""}}, nil}},
		{"facts for a person", Manual, []Evidence{{Facts: []Read{memory, {Path: "x", Value: "y", Remark: "old"}}}},
			finding{[]part{{"c.memory = 0", ""}, {"x = y", ""}}, []string{"GET /c (restart pending)", "old"}}},
	} {
		got := explain(&Result{Status: tt.status, Evidence: tt.evidence})
		if diff := cmp.Diff(tt.want, got, cmp.AllowUnexported(finding{}, part{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestShortKey(t *testing.T) {
	for in, want := range map[string]string{
		"docker.info.driver":                 "docker.info.driver",
		`file("/etc/systemd/system/a").mode`: `file("/etc/systemd/system/a").mode`,
		`audit_rules("` + strings.Repeat("-a always,exit ", 9) + `").loaded`: `audit_rules("-a always,exit -a always,exit -a always,exit - …").loaded`,
	} {
		if got := shortKey(in); got != want {
			t.Errorf("shortKey(%q) = %q; want %q", in, got, want)
		}
	}
}
