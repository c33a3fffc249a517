package checks

import (
	"strings"
	"testing"
	"testing/fstest"

	"scantling/checks/fact"
)

const soundProfile = `control "own" {
  title     = "T"
  severity  = "high"
  check     = docker.info.debug
  message   = "m"
  rationale = "R"
  remediation {
    text       = "t"
    disruption = "none"
  }
}
profile "site" {
  title = "Site"
  section "1" {
    title = "S"
    recommendation "1.1" {
      control = "own"
      level   = 1
    }
  }
}
`

// What a profile's author can get wrong is said at load, on the line where it
// stands, and never reaches a run.
func TestWrongValues(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{`"T"`, `null`, ":2,15-19: Wrong type"},
		{`"T"`, `5`, ":2,15-16: Wrong type"},
		{`"T"`, `["a"]`, ":2,15-20: Wrong type"},
		{`"m"`, `null`, ":5,15-19: Wrong type"},
		{`docker.info.debug`, `null`, ":4,15-19: Wrong type"},
		{`docker.info.debug`, `docker.info.debug && null`, ":4,36-40: Wrong type"},
		{`"high"`, `"hihg"`, `:3,15-21: Invalid severity; severity is one of critical, high, medium, low, not "hihg". Did you mean "high"?`},
		{`  severity  = "high"` + "\n", ``, "Missing severity"},
		{`"none"`, `"nome"`, ":9,18-24: Invalid disruption"},
		{`message `, `each = boxx` + "\n" + `message `, ":5,10-14: Unknown stream"},
		{`control = "own"`, `control = "owm"`, ":17,17-22: Unknown control"},
		{`control = "own"`, `control = 7`, ":17,17-18: Wrong type"},
		{`control = "own"`, ``, "Missing control"},
		{`= 1`, `= 1.5`, ":18,17-20: Invalid level"},
		{`= 1`, `= 4`, ":18,17-18: Invalid level"},
		{`= 1`, `= { server = null }`, "Invalid level"},
		{`= 1`, "= 1\n mappings = { a = [null] }", ":19,13-27: Wrong type"},
		{`= 1`, "= 1\n mappings = { a = null }", "Wrong type"},
		{`"1.1"`, `""`, "Invalid recommendation"},
		{`"1.1"`, `"1.1\n=2"`, "Invalid recommendation"},
		{`section "1"`, `section " "`, "Invalid section"},
		{`profile "site"`, `profile "../site"`, "Invalid profile"},
	} {
		src := strings.Replace(soundProfile, c.from, c.to, 1)
		if got := loadErrors(src); !strings.Contains(got, c.want) {
			t.Errorf("%s -> %s gives %q, without %q", c.from, c.to, got, c.want)
		}
	}
	if got := loadErrors(soundProfile); got != "" {
		t.Errorf("the sound profile gives %q", got)
	}
}

func loadErrors(src string) string {
	l := NewLibrary()
	diags := append(l.Add(fstest.MapFS{"p.hcl": {Data: []byte(src)}}, "p.hcl", ""), l.Resolve()...)
	if !diags.HasErrors() {
		set := fact.NewSet()
		set.Add((*machine)(nil), testFacts...)
		diags = append(diags, l.Lint(set)...)
	}
	var out []string
	for _, d := range diags {
		out = append(out, d.Error())
	}
	return strings.Join(out, "\n")
}
