package profiles_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/gohcl"
	"github.com/hashicorp/hcl/v2/hclparse"
	"github.com/zclconf/go-cty/cty"

	"scantling/checks"
	"scantling/checks/docker"
	"scantling/checks/fact"
	"scantling/checks/host"
	"scantling/profiles"
)

const casesDir = "../testdata/controls"

// A testCase gives facts to one control and the status it must lead to.
type testCase struct {
	Control string   `hcl:"control,label"`
	Status  string   `hcl:"status,label"`
	Message *string  `hcl:"message,optional"`
	Facts   hcl.Body `hcl:",remain"`

	with  map[string]cty.Value
	given map[string]map[string]cty.Value // fact -> key -> value
	at    hcl.Range
}

func allFacts() []fact.Fact { return slices.Concat(host.Facts, docker.Facts) }

func library(t *testing.T) *checks.Library {
	t.Helper()
	l := checks.NewLibrary()
	diags := l.Add(profiles.FS, ".", "profiles/")
	diags = append(diags, l.Resolve()...)
	set := fact.NewSet()
	set.Add(nil, allFacts()...)
	diags = append(diags, l.Lint(set)...)
	for _, d := range diags {
		t.Errorf("%v", d)
	}
	return l
}

// TestControls holds every control against its cases: each must have one that
// passes, one that fails and one that is unknown, where it can have them.
func TestControls(t *testing.T) {
	l := library(t)
	cases := readCases(t, l)
	for _, name := range l.ControlNames() {
		t.Run(name, func(t *testing.T) {
			c := l.Controls[name]
			for _, status := range wanted(c) {
				if !slices.ContainsFunc(cases[name], func(tc testCase) bool { return tc.Status == status }) {
					t.Errorf("no %q case", status)
				}
			}
			for _, tc := range cases[name] {
				tc.check(t, l, c)
			}
		})
	}
	for name := range cases {
		if l.Controls[name] == nil {
			t.Errorf("cases for %q, which is no control", name)
		}
	}
}

// wanted are the statuses that a control can have and must be tried with.
func wanted(c *checks.Control) []string {
	var out []string
	if c.Check != nil {
		out = append(out, "pass", "fail")
	}
	if c.Check != nil || c.When != nil {
		out = append(out, "unknown")
	}
	if c.Check == nil || c.Ask != nil {
		out = append(out, "manual")
	}
	if c.When != nil {
		out = append(out, "not_applicable")
	}
	return out
}

func (tc testCase) check(t *testing.T, l *checks.Library, c *checks.Control) {
	t.Helper()
	r := tc.decide(t, l, c)
	status := string(r.Status)
	if r.Status == checks.NotAssessed || r.Status == checks.Error && tc.Status != "error" {
		status = "unknown"
	}
	if status != tc.Status {
		t.Errorf("%s: got %s (%s); want %s\n%s", tc.at, r.Status, r.Reason, tc.Status, evidence(r))
	}
	if tc.Message != nil && r.Message != *tc.Message {
		t.Errorf("%s: got message %q; want %q", tc.at, r.Message, *tc.Message)
	}
	if r.Status == checks.Fail && (r.Message == "" || r.Fix == "") {
		t.Errorf("%s: a failure without message or remediation: %q, %q", tc.at, r.Message, r.Fix)
	}
}

func evidence(r checks.Result) string {
	var b strings.Builder
	for _, e := range r.Evidence {
		fmt.Fprintf(&b, "  %-8s %s (actual %s)\n", e.Holds, e.Expression, e.Actual)
		for _, f := range e.Reads {
			fmt.Fprintf(&b, "           %s = %s %s\n", f.Path, f.Value, f.Why())
		}
	}
	return b.String()
}

// decide runs the control alone on the case's facts.
func (tc testCase) decide(t *testing.T, l *checks.Library, c *checks.Control) checks.Result {
	t.Helper()
	set := fact.NewSet()
	for _, f := range allFacts() {
		fx, err := f.Fixture(tc.given[f.Name])
		if err != nil {
			t.Fatalf("%s: %v", tc.at, err)
		}
		set.Add(nil, fx)
	}
	rec := &checks.Recommendation{ID: "1", Section: "1", Control: c, With: tc.with}
	p := &checks.Profile{ID: "case", Sections: []*checks.Section{{ID: "1", Recommendations: []*checks.Recommendation{rec}}}}
	a := &checks.Auditor{Facts: set, Files: l.Sources()}
	return a.Run(t.Context(), []*checks.Profile{p})[p][0].Results[0]
}

func readCases(t *testing.T, l *checks.Library) map[string][]testCase {
	t.Helper()
	out := map[string][]testCase{}
	err := filepath.WalkDir(casesDir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		file, diags := hclparse.NewParser().ParseHCL(src, name)
		if diags.HasErrors() {
			return diags
		}
		var raw struct {
			Cases []testCase `hcl:"case,block"`
		}
		if diags := gohcl.DecodeBody(file.Body, nil, &raw); diags.HasErrors() {
			return diags
		}
		for _, tc := range raw.Cases {
			if err := tc.fill(l.Controls[tc.Control]); err != nil {
				return fmt.Errorf("%s: case %q %q: %w", name, tc.Control, tc.Status, err)
			}
			out[tc.Control] = append(out[tc.Control], tc)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// fill sorts a case's attributes into parameters and facts.
func (tc *testCase) fill(c *checks.Control) error {
	if c == nil {
		return fmt.Errorf("no such control")
	}
	attrs, diags := tc.Facts.JustAttributes()
	if diags.HasErrors() {
		return diags
	}
	tc.given, tc.with = map[string]map[string]cty.Value{}, map[string]cty.Value{}
	for name, a := range attrs {
		tc.at = a.Range
		v, diags := a.Expr.Value(nil)
		if diags.HasErrors() {
			return diags
		}
		if err := tc.give(c, name, v); err != nil {
			return err
		}
	}
	return nil
}

func (tc *testCase) give(c *checks.Control, name string, v cty.Value) error {
	if name == "with" {
		return tc.params(c, v)
	}
	for _, f := range allFacts() {
		root, leaf, _ := strings.Cut(f.Name, ".")
		switch {
		case f.Name == name && f.Kind == fact.Keyed:
			tc.given[name] = v.AsValueMap()
			return nil
		case f.Name == name:
			key := ""
			if f.Kind == fact.Many {
				key = subject(v)
			}
			tc.given[name] = map[string]cty.Value{key: v}
			return nil
		case root == name && v.Type().IsObjectType() && v.Type().HasAttribute(leaf):
			tc.given[f.Name] = map[string]cty.Value{"": v.GetAttr(leaf)}
		}
	}
	if slices.ContainsFunc(slices.Collect(maps.Keys(tc.given)), func(k string) bool { return strings.HasPrefix(k, name+".") }) {
		return nil
	}
	return fmt.Errorf("there is no fact %q", name)
}

// subject names a stream's object.
func subject(v cty.Value) string {
	for _, attr := range []string{"name", "hostname"} {
		if v.Type().IsObjectType() && v.Type().HasAttribute(attr) {
			return v.GetAttr(attr).AsString()
		}
	}
	return "object"
}

func (tc *testCase) params(c *checks.Control, v cty.Value) error {
	var err error
	for name, given := range v.AsValueMap() {
		i := slices.IndexFunc(c.Params, func(p checks.Param) bool { return p.Name == name })
		if i < 0 {
			return fmt.Errorf("there is no parameter %q", name)
		}
		if tc.with[name], err = convertTo(given, c.Params[i].Type); err != nil {
			return err
		}
	}
	return nil
}
