package checks

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"scantling/checks/fact"
)

var today = time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)

// reviewed parses blocks that share what most tests do not care about.
func reviewed(t *testing.T, src string) *Review {
	t.Helper()
	src = strings.NewReplacer(
		"WHO", `assessor = "kim"`+"\n"+`date = "2026-11-01"`+"\n"+`expires = "2027-11-01"`+"\n"+`comment = "seen"`,
		"WHY", `reason = "known"`+"\n"+`approver = "lee"`+"\n"+`expires = "2027-11-01"`).Replace(src)
	r, _, diags := ParseReview([]byte(src), "r.hcl")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return r
}

// asked is a run of one row: a question about each of three boxes, or, where the
// check is given, a verdict on them.
func asked(t *testing.T, attrs string) (map[*Profile][]Row, *Profile) {
	t.Helper()
	l := oneControl(t, "each = container\n"+attrs)
	set := testSet(&machine{boxes: []fact.Object[box]{{Name: "a", Value: box{Name: "a"}}, {Name: "b", Value: box{Name: "b"}}, {Name: "c*", Value: box{Name: "c*"}}}})
	a := &Auditor{Facts: set, Files: l.Sources(), Workers: 2}
	p := l.Profiles["p"]
	return a.Run(t.Context(), []*Profile{p}), p
}

const question = "question = \"?\"\nprocedure = \"look\"\nevidence = [container.name]"

// statuses are those of the results, and the row's.
func statuses(row *Row) string {
	var out []string
	for _, r := range row.Results {
		out = append(out, string(r.Status))
	}
	return strings.Join(out, " ") + " -> " + string(row.Status)
}

func TestAnswers(t *testing.T) {
	for _, tt := range []struct{ name, blocks, want, notice string }{
		{"a pass for all", `answer "1" {
			recommendation = "1.1"
			verdict = "pass"
			WHO
		}`, "pass pass pass -> pass", ""},
		{"one failure", `answer "1" {
			control = "c"
			subject = "b"
			verdict = "fail"
			WHO
		}`, "manual fail manual -> fail", ""},
		{"one that is left", `answer "1" {
			control = "c"
			subject = "[ab]"
			verdict = "not_applicable"
			WHO
		}`, "not_applicable not_applicable manual -> manual", ""},
		{"a name is no pattern", `answer "1" {
			control = "c"
			subject = "c\\*"
			verdict = "pass"
			WHO
		}`, "manual manual pass -> manual", ""},
		{"the newest counts", `answer "old" {
			control = "c"
			verdict = "fail"
			comment = "seen"
			assessor = "kim"
			date = "2026-10-01"
			expires = "2027-10-01"
		}
		answer "new" {
			control = "c"
			verdict = "pass"
			WHO
		}`, "pass pass pass -> pass", "answer old fits no open question of this run"},
		{"expired", `answer "1" {
			control = "c"
			verdict = "pass"
			comment = "seen"
			assessor = "kim"
			date = "2025-11-29"
			expires = "2026-11-29"
		}`, "manual manual manual -> manual", "answer 1 expired on 2026-11-29 and no longer counts"},
		{"the last day", `answer "1" {
			control = "c"
			verdict = "pass"
			comment = "seen"
			assessor = "kim"
			date = "2025-11-29"
			expires = "2026-11-30"
		}`, "pass pass pass -> pass", ""},
		{"tomorrow", `answer "1" {
			control = "c"
			verdict = "pass"
			comment = "seen"
			assessor = "kim"
			date = "2026-12-02"
			expires = "2026-12-30"
		}`, "manual manual manual -> manual", "dated 2026-12-02, which has not come"},
		{"another target", `answer "1" {
			control = "c"
			target = "other*"
			verdict = "pass"
			WHO
		}`, "manual manual manual -> manual", "fits no open question"},
		{"this target", `answer "1" {
			control = "c"
			target = "web?1"
			verdict = "pass"
			WHO
		}`, "pass pass pass -> pass", ""},
		{"one by its fingerprint", `answer "1" {
			fingerprint = "PRINT"
			verdict = "pass"
			WHO
		}`, "manual pass manual -> manual", ""},
		{"another profile", `answer "1" {
			profile = "q"
			recommendation = "1.1"
			verdict = "pass"
			WHO
		}`, "manual manual manual -> manual", "fits no open question"},
		{"a failure that is waived", `answer "1" {
			control = "c"
			verdict = "fail"
			WHO
		}
		waiver "2" {
			control = "c"
			subject = "a"
			WHY
		}`, "waived fail fail -> fail", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			rows, p := asked(t, question)
			second := rows[p][0].Fingerprints("web01")(&rows[p][0].Results[1])
			notices := reviewed(t, strings.ReplaceAll(tt.blocks, "PRINT", second)).Apply(rows, "web01", today)
			if got := statuses(&rows[p][0]); got != tt.want {
				t.Errorf("got %s; want %s", got, tt.want)
			}
			if got := strings.Join(notices, "\n"); !strings.Contains(got, tt.notice) || tt.notice == "" && got != "" {
				t.Errorf("got notices %q; want %q", got, tt.notice)
			}
		})
	}
}

func TestAnswerKeepsWhatWasRead(t *testing.T) {
	rows, p := asked(t, question)
	row := &rows[p][0]
	before := slices.Clone(row.Results)
	reviewed(t, `answer "W-1" {
		control  = "c"
		verdict  = "pass"
		evidence = "share/42.pdf"
		WHO
	}`).Apply(rows, "web01", today)
	print := row.Fingerprints("web01")
	for i := range row.Results {
		was, is := &before[i], &row.Results[i]
		if print(was) != print(is) || !reflect.DeepEqual(was.Evidence, is.Evidence) || len(is.Evidence) == 0 {
			t.Errorf("fingerprint or evidence changed: %+v; want those of %+v", is, was)
		}
		want := "answered on 2026-11-01 by kim, until 2027-11-01: seen; evidence: share/42.pdf"
		if is.Answer != "W-1" || is.Reason != want {
			t.Errorf("got answer %q, %q; want W-1, %q", is.Answer, is.Reason, want)
		}
	}
	if before[0].Status != Manual {
		t.Error("the results that were shared with another row changed")
	}
	if row.Answered != 3 || !strings.HasPrefix(row.Reason, "answered on") {
		t.Errorf("got %d answered, reason %q; want 3, and the answer's words", row.Answered, row.Reason)
	}
}

// An answer is no way around facts.
func TestAnswersLeaveVerdictsAlone(t *testing.T) {
	rows, p := asked(t, "check = !container.privileged")
	notices := reviewed(t, `answer "1" {
		control = "c"
		verdict = "fail"
		WHO
	}`).Apply(rows, "web01", today)
	if got, want := statuses(&rows[p][0]), "pass pass pass -> pass"; got != want || len(notices) != 1 {
		t.Errorf("got %s, %q; want %s and a notice", got, notices, want)
	}
}

func TestWaivers(t *testing.T) {
	rows, p := asked(t, "check = container.privileged")
	r := reviewed(t, `
	waiver "1" {
		control = "c"
		subject = "b"
		disposition = "false positive"
		WHY
	}
	waiver "2" {
		control = "c"
		subject = "[bc]*"
		WHY
	}
	waiver "3" {
		control = "other"
		WHY
	}`)
	notices := r.Apply(rows, "web01", today)
	row := &rows[p][0]
	if got, want := statuses(row), "fail waived waived -> fail"; got != want {
		t.Errorf("got %s; want %s", got, want)
	}
	if got, want := row.Results[1].Reason, "waived until 2027-11-01 by lee (false positive): known"; got != want {
		t.Errorf("got %q; want %q", got, want)
	}
	if got := fmt.Sprint(r.Waivers[0].Covered(), r.Waivers[1].Covered(), r.Waivers[2].Covered(), notices); got != "1 1 0 [waiver 3 covers no failure of this run]" {
		t.Errorf("got %s", got)
	}
}

func TestManyIdleWaiversAreOneNotice(t *testing.T) {
	rows, _ := asked(t, "check = container.privileged")
	src := ""
	for i := range 7 {
		src += fmt.Sprintf("waiver %q {\n control = \"other\"\n WHY\n}\n", fmt.Sprint("w", i))
	}
	got := strings.Join(reviewed(t, src).Apply(rows, "web01", today), "\n")
	if want := "7 waivers cover no failure of this run: w0, w1, w2 … 4 more"; got != want {
		t.Errorf("got %q; want %q", got, want)
	}
}

func TestReviewLint(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{`answer "1" {
			control = "c"
			verdict = "passed"
			WHO
		}`, `Did you mean "pass"?`},
		{`answer "1" {
			control = "c"
			verdict = "pass"
			comment = "x"
			assesor = "kim"
		}`, `Did you mean "assessor"?`},
		{`answer "1" {
			verdict = "pass"
			WHO
		}`, "must name a recommendation or a control"},
		{`answer "1" {
			control = "c"
			verdict = "pass"
			assessor = "kim"
			date = "2026-11-01"
			expires = "2027-11-01"
		}`, "where its grounds are kept"},
		{`answer "1" {
			control = "c"
			verdict = "pass"
			comment = "x"
			assessor = "kim"
			date = "1.11.2026"
			expires = "2027-11-01"
		}`, `date is a day such as 2026-12-31, not "1.11.2026"`},
		{`answer "1" {
			control = "c"
			verdict = "pass"
			comment = "x"
			assessor = "kim"
			date = "2026-11-01"
			expires = "2026-10-01"
		}`, "lies before date"},
		{`answer "1" {
			control = "c"
			subject = "[a"
			verdict = "pass"
			WHO
		}`, "no shell pattern"},
		{`waiver "1" {
			control = "c"
			disposition = "risk acepted"
			WHY
		}`, `Did you mean "risk accepted"?`},
		{`note "1" {
			control = "c"
			dispositon = "Agree"
		}`, `Did you mean "disposition"?`},
		{`anser "1" {}`, `Did you mean "answer"?`},
		{"waiver \"1\" {\n control = \"c\"\n WHY\n}\nwaiver \"1\" {\n control = \"d\"\n WHY\n}", `Another waiver "1" is at r.hcl:1`},
		{`waiver "1" {`, "Unclosed"},
	} {
		src := strings.NewReplacer(
			"WHO", `assessor = "kim"`+"\n"+`date = "2026-11-01"`+"\n"+`expires = "2027-11-01"`+"\n"+`comment = "seen"`,
			"WHY", `reason = "known"`+"\n"+`approver = "lee"`+"\n"+`expires = "2027-11-01"`).Replace(tt.src)
		if _, _, diags := ParseReview([]byte(src), "r.hcl"); !strings.Contains(diags.Error(), tt.want) {
			t.Errorf("%s:\ngot  %v\nwant %s", tt.src, diags, tt.want)
		}
	}
}

func TestReviewSourceIsBounded(t *testing.T) {
	fsys := fstest.MapFS{"big.hcl": {Data: make([]byte, maxReview+1)}, "dir/x.hcl": {}}
	for name, want := range map[string]string{"big.hcl": "may have 16777216", "dir": "not a regular file", "none": "not exist"} {
		if _, err := ReviewSource(fsys, name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v; want %s", name, err, want)
		}
	}
}

// A decision for each of very many objects is found without trying them all.
func TestManyWaivers(t *testing.T) {
	rows, p := asked(t, "check = container.privileged")
	row := &rows[p][0]
	row.Results = nil
	r := &Review{}
	for i := range 20_000 {
		name := fmt.Sprintf("box-%d", i)
		row.Results = append(row.Results, Result{Subject: name, Status: Fail})
		r.Waivers = append(r.Waivers, &Waiver{ID: name, Aim: Aim{Row: "1.1", Subject: name}, last: today})
	}
	start := time.Now()
	r.Apply(rows, "web01", today)
	if row.Counts[Waived] != 20_000 || time.Since(start) > 5*time.Second {
		t.Errorf("%d waived in %s; want 20000 in much less than 5 s", row.Counts[Waived], time.Since(start))
	}
}

func FuzzPattern(f *testing.F) {
	f.Add("a*b[c]\\d?")
	f.Fuzz(func(t *testing.T, name string) {
		if !glob(Pattern(name), name) {
			t.Errorf("%q does not fit its own pattern %q", name, Pattern(name))
		}
		if got, plain := plainName(Pattern(name)); !plain || got != name {
			t.Errorf("%q: got %q, %v back", name, got, plain)
		}
	})
}
