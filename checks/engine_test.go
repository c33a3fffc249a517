package checks

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"scantling/checks/fact"
)

// A machine is a target made of Go values, for testing the engine alone.
type machine struct {
	Driver *string
	errs   map[string]error
	boxes  []fact.Object[box]
	err    error
}

type info struct {
	Driver  *string
	Plugins []string
	Debug   bool
}

type box struct {
	Name       string
	Privileged bool
	Caps       []string
	Mounts     []mount
}

type mount struct{ Source, Propagation string }

type file struct {
	Exists bool
	Mode   *string
}

var testFacts = []fact.Fact{
	fact.NewOne("docker.info", "What the engine says.", 0, func(m *machine, _ context.Context, n *fact.Notes) (info, error) {
		n.FromAPI("GET /info")
		for path, err := range m.errs {
			n.Unknown(path, err)
		}
		return info{Driver: m.Driver}, m.errs[""]
	}),
	fact.NewKeyed("file", "path", "A file.", 0, func(m *machine, _ context.Context, path string, n *fact.Notes) (file, error) {
		n.From(path)
		mode := "0644"
		switch path {
		case "/secret":
			return file{}, &fs.PathError{Op: "open", Path: path, Err: fs.ErrPermission}
		case "/absent":
			return file{}, nil
		}
		return file{Exists: true, Mode: &mode}, nil
	}),
	fact.NewMany("container", "A container.", 0, func(m *machine, _ context.Context, _ fact.Want, emit func(fact.Object[box])) error {
		for _, b := range m.boxes {
			emit(b)
		}
		return m.err
	}),
}

func testSet(m *machine) *fact.Set {
	s := fact.NewSet()
	s.Add(m, testFacts...)
	return s
}

// oneControl loads a control made of the given attributes and a profile that
// points at it.
func oneControl(t *testing.T, attrs string) *Library {
	t.Helper()
	l := NewLibrary()
	src := `
control "c" {
  title = "T"
  severity = "low"
  rationale = "R"
  message = "wrong"
  ` + attrs + `
  remediation {
    text = "mend"
    disruption = "none"
  }
}
profile "p" {
  title = "P"
  section "1" {
    title = "S"
    recommendation "1.1" {
      control = "c"
      level = 1
    }
  }
}`
	diags := l.Add(fstest.MapFS{"p.hcl": {Data: []byte(src)}}, ".", "")
	diags = append(diags, l.Resolve()...)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return l
}

func run(t *testing.T, attrs string, m *machine) Row {
	t.Helper()
	l := oneControl(t, attrs)
	set := testSet(m)
	if diags := l.Lint(set); diags.HasErrors() {
		t.Fatal(diags)
	}
	a := &Auditor{Facts: set, Files: l.Sources(), Workers: 2}
	p := l.Profiles["p"]
	return a.Run(t.Context(), []*Profile{p})[p][0]
}

func TestVerdicts(t *testing.T) {
	overlay := "overlay2"
	timeout := errors.New("timed out")
	denied := &fact.Unavailable{Why: "no engine answers", Remedy: "start it"}
	web := func(b box) []fact.Object[box] { return []fact.Object[box]{{Name: "web", Value: b}} }
	for _, tt := range []struct {
		name, attrs string
		m           machine
		want        Status
	}{
		{"true passes", `check = docker.info.driver == "overlay2"`, machine{Driver: &overlay}, Pass},
		{"false fails", `check = docker.info.driver != "overlay2"`, machine{Driver: &overlay}, Fail},
		{"null is a value", `check = docker.info.driver == null`, machine{}, Pass},
		{"a fault is an error", `check = docker.info.driver == "overlay2"`, machine{errs: map[string]error{"driver": timeout}}, Error},
		{"a limit is not assessed", `check = docker.info.driver == "overlay2"`, machine{errs: map[string]error{"": denied}}, NotAssessed},
		{"false && unknown fails", `check = docker.info.debug && docker.info.driver == "x"`, machine{errs: map[string]error{"driver": timeout}}, Fail},
		{"true || unknown passes", `check = !docker.info.debug || docker.info.driver == "x"`, machine{errs: map[string]error{"driver": timeout}}, Pass},
		{"a guard that is false", "when = docker.info.debug\nwhen_not = \"no\"\ncheck = docker.info.driver == null", machine{}, NotApplicable},
		{"an unknown guard", "when = docker.info.debug\nwhen_not = \"no\"\ncheck = docker.info.driver == null", machine{errs: map[string]error{"debug": denied}}, NotAssessed},
		{"permission", `check = file("/secret").exists`, machine{}, NotAssessed},
		{"absence is known", `check = !file("/absent").exists`, machine{}, Pass},
		{"null in a function is an error", `check = mode_within(file("/absent").mode, "0644")`, machine{}, Error},
		{"no objects", "each = container\ncheck = !container.privileged", machine{}, NotApplicable},
		{"an object passes", "each = container\ncheck = !container.privileged", machine{boxes: web(box{})}, Pass},
		{"an object fails", "each = container\ncheck = !container.privileged", machine{boxes: web(box{Privileged: true})}, Fail},
		{"an object that is gone", "each = container\ncheck = !container.privileged", machine{boxes: []fact.Object[box]{{Name: "x", Err: denied}}}, NotAssessed},
		{"a listing that breaks off", "each = container\ncheck = !container.privileged", machine{boxes: web(box{}), err: timeout}, Error},
		{"a person decides", "question = \"?\"\nprocedure = \"look\"", machine{}, Manual},
		{"ask overrides check", "check = docker.info.driver != null\nask = docker.info.driver == \"overlay2\"\nquestion = \"?\"\nprocedure = \"look\"", machine{Driver: &overlay}, Manual},
		{"none over a for", "each = container\ncheck = none([for m in container.mounts : m.source if m.propagation == \"shared\"])", machine{boxes: web(box{Mounts: []mount{{"/a", "shared"}}})}, Fail},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := run(t, tt.attrs, &tt.m); got.Status != tt.want {
				t.Errorf("got %s (%s); want %s", got.Status, got.Reason, tt.want)
			}
		})
	}
}

func TestEvidence(t *testing.T) {
	m := &machine{boxes: []fact.Object[box]{{Name: "web", Value: box{Mounts: []mount{{"/a", "shared"}, {"/b", ""}}}}}}
	row := run(t, "each = container\ncheck = !container.privileged && none([for m in container.mounts : m.source if m.propagation == \"shared\"])", m)
	ev := row.Results[0].Evidence
	if len(ev) != 2 {
		t.Fatalf("got %d operands; want 2", len(ev))
	}
	if ev[0].Holds != True || ev[0].Expected != "false" || ev[0].Actual != "false" {
		t.Errorf("got %+v; want the first operand true, false as expected", ev[0])
	}
	if ev[1].Holds != False || ev[1].Expected != "none" || ev[1].Actual != `["/a"]` {
		t.Errorf("got %+v; want the second operand false, with the mount that broke it", ev[1])
	}
}

// What is shown as found is what the target has, not what the profile allows.
func TestEvidenceOfFunctions(t *testing.T) {
	for check, want := range map[string][2]string{
		`contains(["info", "warn"], docker.info.driver)`: {`"0666"`, `one of ["info", "warn"]`},
		`contains([docker.info.driver], "info")`:         {`["0666"]`, `with "info"`},
		`matches("^over", docker.info.driver)`:           {`"0666"`, `matching "^over"`},
		`mode_within(docker.info.driver, "0644")`:        {`"0666"`, `within "0644"`},
	} {
		driver := "0666"
		e := run(t, "check = "+check, &machine{Driver: &driver}).Results[0].Evidence[0]
		if e.Holds != False || e.Actual != want[0] || e.Expected != want[1] {
			t.Errorf("%s: %v, found %s, expected %s; want %s, %s", check, e.Holds, e.Actual, e.Expected, want[0], want[1])
		}
	}
}

func TestOriginsReachTheEvidence(t *testing.T) {
	overlay := "aufs"
	row := run(t, `check = docker.info.driver != "aufs"`, &machine{Driver: &overlay})
	got := row.Results[0].Evidence[0].Reads[0]
	if got.Path != "docker.info.driver" || got.Value != `"aufs"` || got.Origin != "GET /info Driver" {
		t.Errorf("got %+v", got)
	}
}

func TestInterruption(t *testing.T) {
	l := oneControl(t, `check = docker.info.driver == null`)
	set := testSet(&machine{})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	p := l.Profiles["p"]
	row := (&Auditor{Facts: set, Files: l.Sources()}).Run(ctx, []*Profile{p})[p][0]
	if row.Status != NotAssessed || !strings.Contains(row.Reason, "interrupted") {
		t.Errorf("got %s %q; want not_assessed, interrupted", row.Status, row.Reason)
	}
}

func TestLint(t *testing.T) {
	for _, tt := range []struct{ attrs, want string }{
		{`check = docker.info.drivr == "x"`, `Did you mean "driver"`},
		{`check = docker.info.debug && docker.info.drivr == "x"`, `Did you mean "driver"`},
		{`check = docker.info.debug == "false"`, "no fact can change"},
		{`check = docker.info.plugins == []`, "no fact can change"},
		{`check = container.privileged`, "each = container"},
		{"each = contaner\ncheck = docker.info.debug", `Did you mean "container"`},
		{`check = nonne(docker.info.plugins)`, `Did you mean "none"`},
		{"each = container\ncheck = none([for m in container.mounts : m.sorce])", "sorce"},
		{`check = docker.info.driver`, "A condition is true or false"},
		{"check = docker.info.debug\nquestion = docker.info.driver", "general text"},
	} {
		l := oneControl(t, tt.attrs)
		if got := l.Lint(testSet(&machine{})); !strings.Contains(got.Error(), tt.want) {
			t.Errorf("%s:\ngot  %v\nwant %s", tt.attrs, got, tt.want)
		}
	}
}

// TestAlike: a decision that is reused carries the names and origins of the
// object at hand, and never hides a difference.
func TestAlike(t *testing.T) {
	note := func(name string) *fact.Notes {
		n := &fact.Notes{}
		n.FromAPI("GET /containers/" + name + "/json")
		return n
	}
	odd := note("odd")
	odd.Unknown("privileged", errors.New("odd"))
	m := &machine{boxes: []fact.Object[box]{
		{Name: "a", Value: box{Name: "a", Privileged: true}, Notes: note("a")},
		{Name: "b", Value: box{Name: "b", Privileged: true}, Notes: note("b")},
		{Name: "c", Value: box{Name: "c"}, Notes: note("c")},
		{Name: "odd", Value: box{Name: "odd"}, Notes: odd},
	}}
	row := run(t, "each = container\ncheck = !container.privileged", m)
	want := []Status{Fail, Fail, Pass, Error}
	for i, r := range row.Results {
		if r.Status != want[i] || r.Subject != m.boxes[i].Name {
			t.Errorf("got %s %s; want %s %s", r.Subject, r.Status, m.boxes[i].Name, want[i])
		}
	}
	for i, name := range []string{"a", "b"} {
		if got, want := row.Results[i].Evidence[0].Reads[0].Origin, "GET /containers/"+name+"/json Privileged"; got != want {
			t.Errorf("got origin %q; want %q", got, want)
		}
	}
}

// TestInputs: what stands in the body of a for over the object's own list is
// looked at only while that list has elements.
func TestInputs(t *testing.T) {
	shared := []mount{{"/a", "shared"}}
	m := &machine{boxes: []fact.Object[box]{
		{Name: "a", Value: box{Name: "a"}},
		{Name: "b", Value: box{Name: "b"}},
		{Name: "c", Value: box{Name: "c", Mounts: shared}},
		{Name: "d", Value: box{Name: "d", Mounts: shared}},
	}}
	row := run(t, `
		each  = container
		check = none([for m in container.mounts : "${container.name}:${m.source}" if m.propagation == "shared"])`, m)
	for i, want := range []string{"[]", "[]", `["c:/a"]`, `["d:/a"]`} {
		if got := row.Results[i].Evidence[0].Actual; got != want {
			t.Errorf("%s: got %s; want %s", row.Results[i].Subject, got, want)
		}
	}
}

func TestInputPaths(t *testing.T) {
	set := testSet(&machine{})
	stream, _ := set.Find("container")
	for src, want := range map[string]string{
		`container.name == "a"`:                                                                                 "name",
		`none([for m in container.mounts : container.name])`:                                                    "mounts{} name?",
		`none([for m in container.mounts : m.source]) && container.name != ""`:                                  "mounts{source} name",
		`none([for container in container.mounts : container.source])`:                                          "mounts{source}",
		`none([for m in container.mounts : m.source if m.propagation == ""])`:                                   "mounts{source,propagation}",
		`none([for m in container.mounts : m.source if length(container.mounts) > 1])`:                          "mounts",
		`none([for m in container.mounts : m.source if none([for m in container.caps : m])])`:                   "mounts caps?",
		`none([for m in container.mounts : m[param.name]])`:                                                     "mounts",
		`none([for m in container.mounts[*].source : m])`:                                                       "mounts",
		`none([for i, c in container.caps : i])`:                                                                "caps",
		`none([for p in docker.info.plugins : container.name])`:                                                 "name",
		`none([for m in container.mounts : m if contains(container.caps, m.source)]) || container.caps != null`: "mounts caps",
	} {
		e, diags := hclsyntax.ParseExpression([]byte(src), "x", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		var got []string
		for _, p := range inputs(stream, []*expr{compile(e, set)}) {
			got = append(got, p.String())
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %v; want %s", src, got, want)
		}
	}
}
