package report

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// inputs are the reports that every consumer must load.
func inputs() map[string]*Report {
	return map[string]*Report{"sample": sample(), "besieged": besieged(), "empty": {SchemaVersion: SchemaVersion}}
}

func compiled(t *testing.T, schema io.Reader) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(schema)
	if err != nil {
		t.Fatal(err)
	}
	delete(doc.(map[string]any), "id") // an address, from which nothing is fetched
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft7) // of a schema that does not say
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func conforms(t *testing.T, s *jsonschema.Schema, b []byte) {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err == nil {
		err = s.Validate(doc)
	}
	if err != nil {
		t.Errorf("%.3000v", err)
	}
}

// sarifSchema is the constant of the module that reads SARIF, which does not
// export it.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif").Output()
	if err != nil {
		t.Fatal(err)
	}
	f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var schema string
	ast.Inspect(f, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok {
			schema, _ = strconv.Unquote(lit.Value)
		}
		return true
	})
	return compiled(t, strings.NewReader(schema))
}

func TestSARIFConforms(t *testing.T) {
	schema := sarifSchema(t)
	for name, r := range inputs() {
		for _, all := range []bool{false, true} {
			b := writtenAs(t, "sarif", r, Options{All: all})
			conforms(t, schema, b)
			got, err := sarif.FromBytes(b)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			want := 0
			for i := range r.Results {
				if s := r.Results[i].Status; all || s == Fail || s == Waived {
					want++
				}
			}
			if n := len(got.Runs[0].Results); n != want {
				t.Errorf("%s: got %d results, want %d", name, n, want)
			}
		}
	}
	if err := schema.Validate(map[string]any{"version": "2.1.0"}); err == nil {
		t.Error("the schema takes anything")
	}
}

// A result points at the line that caused it, and a waived one is suppressed.
func TestSARIFPlaces(t *testing.T) {
	got, err := sarif.FromBytes(writtenAs(t, "sarif", sample(), Options{}))
	if err != nil {
		t.Fatal(err)
	}
	run, seen := got.Runs[0], map[string]bool{}
	for _, res := range run.Results {
		at := res.Locations[0].PhysicalLocation
		if *run.Tool.Driver.Rules[res.RuleIndex].ID != *res.RuleID {
			t.Errorf("%s has the rule of another", *res.RuleID)
		}
		if waived := res.Properties.Properties["status"] == Waived; waived != (len(res.Suppressions) == 1) {
			t.Errorf("%s: got %d suppressions, waived %v", *res.RuleID, len(res.Suppressions), waived)
		}
		if at.Region != nil {
			seen[*res.RuleID+" "+*at.ArtifactLocation.URI+":"+strconv.Itoa(*at.Region.StartLine)] = true
		}
	}
	if !seen["cis-debian-12/5.1.20 etc/ssh/sshd_config:33"] {
		t.Errorf("got %v, want the line of sshd_config", seen)
	}
}

func TestHDFConforms(t *testing.T) {
	f, err := os.Open(filepath.Join("..", "testdata", "schema", "hdf-exec-json.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	schema := compiled(t, f)
	for name, r := range inputs() {
		b := writtenAs(t, "hdf", r, Options{})
		conforms(t, schema, b)
		var got struct {
			Profiles []struct {
				Controls []struct{ Results []hdfResult }
			}
		}
		if err := json.Unmarshal(b, &got); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		n := 0
		for _, p := range got.Profiles {
			for _, c := range p.Controls {
				n += len(c.Results)
			}
		}
		if n != len(r.Results) {
			t.Errorf("%s: got %d results, want %d", name, n, len(r.Results))
		}
	}
}

func TestPrometheusParses(t *testing.T) {
	for name, r := range inputs() {
		p := expfmt.NewTextParser(model.LegacyValidation)
		families, err := p.TextToMetricFamilies(bytes.NewReader(writtenAs(t, "prometheus", r, Options{})))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		sum, series := 0.0, map[string]bool{}
		for family, f := range families {
			if f.GetHelp() == "" || f.GetType().String() != "GAUGE" {
				t.Errorf("%s: %s has no help or is no gauge", name, family)
			}
			for _, m := range f.Metric {
				id := family
				for _, l := range m.Label {
					id += "\x00" + l.GetValue()
				}
				if series[id] {
					t.Errorf("%s: %q is there twice", name, id)
				}
				series[id] = true
				if family == "scantling_recommendations" {
					sum += m.Gauge.GetValue()
				}
			}
		}
		if want := len(r.Recommendations); int(sum) != want {
			t.Errorf("%s: got %v recommendations, want %d", name, sum, want)
		}
	}
}

func TestGitLabIssues(t *testing.T) {
	for name, r := range inputs() {
		dec := json.NewDecoder(bytes.NewReader(writtenAs(t, "gitlab", r, Options{})))
		dec.DisallowUnknownFields()
		var issues []gitlabIssue
		if err := dec.Decode(&issues); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		prints, want := map[string]bool{}, 0
		for _, i := range issues {
			if prints[i.Fingerprint] || i.Description == "" || i.Check == "" || i.Location.Lines.Begin < 1 {
				t.Errorf("%s: got %+v", name, i)
			}
			if i.Location.Path == "" || strings.HasPrefix(i.Location.Path, "/") || strings.HasPrefix(i.Location.Path, "./") {
				t.Errorf("%s: the path is %q", name, i.Location.Path)
			}
			if !strings.Contains("info minor major critical blocker", i.Severity) {
				t.Errorf("%s: the severity is %q", name, i.Severity)
			}
			prints[i.Fingerprint] = true
		}
		for i := range r.Results {
			if s := r.Results[i].Status; s == Fail || s == Waived || s == Error || s == NotAssessed {
				want++
			}
		}
		if len(issues) != want {
			t.Errorf("%s: got %d issues, want %d", name, len(issues), want)
		}
	}
}
