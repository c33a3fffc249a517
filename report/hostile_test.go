package report

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// hostile are the texts that every format must survive: what a target could
// choose to harm who reads a report, or the program that loads it.
func hostile() []string {
	return append([]string{
		"＝1+1", "a;=1+1", "a\n=1+1", "a\t@SUM(A1)", `"=1+1`, " -1",
		"]]>", "<![CDATA[", "</script><script>alert(1)</script>", "<!--", "<?xml?>", "&lt;&#0;&bogus;",
		"::error::x", "x\n::set-output name=a::b", "%0A::stop-commands::x", "a,file=/etc/passwd,line=1::y", "##[error]x",
		"a|b", "`code`", "``` \n# head", "[a](javascript:alert(1))", "![i](http://evil.example/x.png)", "http://evil.example/ www.evil.example", "@everyone", "$x^2$",
		"nul\x00", "bell\a", "\u2028sep\u2029", "\ud7ff\xed\xa0\x80", "\U000e0041tag", "\ufdd0", "{\"a\": [}", `back\slash`, `\u202e`, `x" y="z`, "{{ .Run }} ${{ secrets.X }}", "a\r\nb", "",
	}, nasty...)
}

// besieged is a report with a hostile text wherever a target or a profile could
// put one: each text in each status.
func besieged() *Report {
	r := &Report{SchemaVersion: SchemaVersion, Tool: Tool{Name: "scantling", Version: "1.0.0"}}
	r.Run = Run{ID: "7b1d6a52", User: strings.Join(nasty, " "), Notices: nasty, Finished: time.Unix(1_800_000_000, 0)}
	for i, text := range hostile() {
		r.Targets = append(r.Targets, Target{Name: text, Kind: text, Details: map[string]string{text: text}})
		if i < 3 {
			r.Profiles = append(r.Profiles, Profile{ID: text, Title: text, Version: text, Reference: text, SHA256: text})
		}
		for j, status := range Statuses() {
			rec := Recommendation{Profile: hostile()[i%3], ID: text, Control: text, Title: text, Status: status, Reason: text, Level: 1, Assessment: text,
				Section: text, Severity: append(Severities(), text)[(i+j)%5], Mappings: Mappings{text: {text}}, Rationale: text, Remediation: text, Question: text, Procedure: text, Check: text, Source: text}
			rec.ID = rec.ID + status
			r.Recommendations = append(r.Recommendations, rec)
			r.Results = append(r.Results, besiegedResult(rec, text))
		}
	}
	failed := &r.Results[1]
	failed.Message, failed.Evidence = huge, evidenceOf("x", "false", "y", "z", huge, "/etc/x:1")
	r.Score = Count(r.Recommendations)
	for i := range r.Profiles {
		r.Profiles[i].Score = Count(OfProfile(r.Recommendations, r.Profiles[i].ID))
	}
	return r
}

func besiegedResult(rec Recommendation, text string) Result {
	res := Result{Profile: rec.Profile, ID: rec.ID, Control: text, Target: text, Subject: text, Status: rec.Status, Message: text, Reason: text, Remedy: text, Remediation: text, Waiver: text, Fingerprint: text}
	res.Evidence = evidenceOf(text, "false", text, text, text, "/etc/"+text+":3")
	res.Evidence[0].Facts[0].Remark = text
	return res
}

// huge is a text of 1 MB.
var huge = strings.Repeat("0123456789abcdé\U0001f600", 1<<20/20)

func writtenAs(t testing.TB, format string, r *Report, o Options) []byte {
	t.Helper()
	f, err := Find(format)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// No format but the raw one writes a character that could act on a terminal, or
// bytes that are no text; the same report gives the same bytes.
func TestHostileTextIsHarmless(t *testing.T) {
	r := besieged()
	for _, f := range Formats {
		if f.Name == "xlsx" {
			continue // compressed; it has tests of its own
		}
		t.Run(f.Name, func(t *testing.T) {
			got := writtenAs(t, f.Name, r, Options{All: true})
			if !utf8.Valid(got) {
				t.Error("got bytes that are no UTF-8")
			}
			if i := bytes.IndexFunc(got, acts); i >= 0 && f.Name != "csv-raw" {
				t.Errorf("got %q", got[max(0, i-30):min(len(got), i+30)])
			}
			if !bytes.Equal(got, writtenAs(t, f.Name, r, Options{All: true})) {
				t.Error("the second time gives other bytes")
			}
		})
	}
}

func acts(r rune) bool {
	return harmful(r) && !nonCharacter(r) && !strings.ContainsRune("\r\n\t", r)
}
