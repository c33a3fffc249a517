package report

import (
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestOpenSCAPAccepts(t *testing.T) {
	for name, r := range inputs() {
		t.Run(name, func(t *testing.T) {
			accepts(t, writtenAs(t, "xccdf", r, Options{}), "oscap", "xccdf", "validate", "--schematron")
			accepts(t, writtenAs(t, "arf", r, Options{}), "oscap", "ds", "rds-validate")
		})
	}
}

// A checker that takes anything would prove nothing.
func TestOpenSCAPRefuses(t *testing.T) {
	b := strings.Replace(string(writtenAs(t, "xccdf", sample(), Options{})), "<result>fail</result>", "<result>waived</result>", 1)
	file := filepath.Join(t.TempDir(), "report.xml")
	if err := os.WriteFile(file, []byte(b), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(tool(t, "oscap"), "xccdf", "validate", file).CombinedOutput(); err == nil {
		t.Errorf("a result called waived was accepted: %s", out)
	}
}

// A benchmark as a consumer reads it.
type xccdfRead struct {
	Groups  []xccdfGroup `xml:"Group"`
	Results []struct {
		Target []string `xml:"target"`
		Rules  []struct {
			Rule     string   `xml:"idref,attr"`
			Result   string   `xml:"result"`
			Messages []string `xml:"message"`
		} `xml:"rule-result"`
		Scores []struct {
			System  string  `xml:"system,attr"`
			Maximum float64 `xml:"maximum,attr"`
			Value   float64 `xml:",chardata"`
		} `xml:"score"`
	} `xml:"TestResult"`
}

type xccdfGroup struct {
	Title  string       `xml:"title"`
	Groups []xccdfGroup `xml:"Group"`
	Rules  []struct {
		ID    string `xml:"id,attr"`
		Title string `xml:"title"`
	} `xml:"Rule"`
}

func (g xccdfGroup) count() int {
	n := len(g.Rules)
	for _, sub := range g.Groups {
		n += sub.count()
	}
	return n
}

func TestXCCDFHoldsEverything(t *testing.T) {
	for name, r := range inputs() {
		var got xccdfRead
		if err := xml.Unmarshal(writtenAs(t, "xccdf", r, Options{}), &got); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		rules, messages := 0, 0
		for _, g := range got.Groups {
			rules += g.count()
		}
		for _, res := range got.Results {
			for _, rule := range res.Rules {
				messages += len(rule.Messages)
			}
		}
		if rules != len(r.Recommendations) || messages != len(r.Results) {
			t.Errorf("%s: got %d rules and %d messages, want %d and %d", name, rules, messages, len(r.Recommendations), len(r.Results))
		}
	}
}

func TestXCCDFVerdicts(t *testing.T) {
	var got xccdfRead
	if err := xml.Unmarshal(writtenAs(t, "xccdf", sample(), Options{}), &got); err != nil {
		t.Fatal(err)
	}
	verdicts := map[string]string{}
	for _, res := range got.Results {
		for _, rule := range res.Rules {
			verdicts[strings.TrimPrefix(rule.Rule, "xccdf_scantling_rule_")] += rule.Result
		}
	}
	for rule, want := range map[string]string{
		"cis-docker_2.2": "pass", "cis-docker_5.5": "fail", "cis-docker_2.9": "fail", "cis-docker_4.1": "error",
		"cis-docker_1.1.3": "unknown", "cis-docker_4.2": "notchecked", "cis-docker_7.1": "notapplicable",
	} {
		if verdicts[rule] != want {
			t.Errorf("%s: got %q, want %q", rule, verdicts[rule], want)
		}
	}
	for _, res := range got.Results {
		var passed, judged float64
		for _, rule := range res.Rules {
			if rule.Result != "notchecked" && rule.Result != "notapplicable" {
				judged++
			}
			if rule.Result == "pass" {
				passed++
			}
		}
		flat := res.Scores[len(res.Scores)-1]
		if flat.Value != passed || flat.Maximum != judged {
			t.Errorf("%v: got the score %v of %v, want %v of %v", res.Target, flat.Value, flat.Maximum, passed, judged)
		}
	}
}

// Where every result is of one target, its score is the report's.
func TestXCCDFScoreIsOurs(t *testing.T) {
	r := sample()
	for i := range r.Results {
		r.Results[i].Target = machine
	}
	var got xccdfRead
	if err := xml.Unmarshal(writtenAs(t, "xccdf", r, Options{}), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Results) != 1 {
		t.Fatalf("got %d test results, want one", len(got.Results))
	}
	res := got.Results[0]
	if diff := cmp.Diff([]string{machine, engine}, res.Target); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	want, _ := strconv.ParseFloat(strconv.FormatFloat(*r.Score.Percent, 'f', 2, 64), 64)
	if got := res.Scores[0]; got.System != "urn:scantling:score" || got.Value != want || got.Maximum != 100 {
		t.Errorf("got %+v, want %v of 100", got, want)
	}
}

func TestXMLIDs(t *testing.T) {
	ids := xmlIDs{}
	seen := map[string]bool{}
	for _, parts := range [][]string{{"cis-docker", "5.5"}, {"cis-docker", "5_5"}, {"cis_docker", "5.5"}, {"cis-docker-5", "5"}, {"cis-docker", "5-5"}, {"", ""}, {""}, {"é"}, {"ü"}, {"cis-docker", "5.5"}, {"cis-docker", "5.5_2"}, {strings.Repeat("x", 500)}} {
		id := ids.of("rule", parts...)
		if seen[id] || !strings.HasPrefix(id, "xccdf_scantling_rule_") || len(id) > 150 {
			t.Errorf("%q: got %q", parts, id)
		}
		seen[id] = true
	}
	if !seen["xccdf_scantling_rule_cis-docker_5.5"] {
		t.Errorf("got %v, want the plain names as they are", seen)
	}
}
