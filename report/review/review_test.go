package review

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"scantling/checks"
	"scantling/report"
)

var today = time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)

// sample is a report with a finding of each kind that the way back must tell
// apart, and two questions.
func sample() *report.Report {
	r := &report.Report{
		SchemaVersion: report.SchemaVersion, Tool: report.Tool{Name: "scantling", Version: "1"},
		Run:     report.Run{ID: "20261129T120000.000Z", Started: today, Finished: today, User: "root", Root: true},
		Targets: []report.Target{{Name: "web01", Kind: "host"}},
		Profiles: []report.Profile{
			{ID: "cis-docker", Title: "CIS Docker Benchmark", Version: "1.8.0", Sections: []report.Group{{ID: "5", Title: "Containers"}}},
		},
	}
	add := func(id, status string, names ...string) {
		rec := report.Recommendation{Profile: "cis-docker", ID: id, Control: "control_" + id, Title: "Title of " + id, Status: status,
			Level: 1, Section: "5", Severity: "high", Counts: map[string]int{status: len(names)}, Question: "Is it so?", Procedure: "Look:\n\n    docker ps\n"}
		r.Recommendations = append(r.Recommendations, rec)
		for _, name := range names {
			r.Results = append(r.Results, report.Result{Profile: "cis-docker", ID: id, Control: rec.Control, Target: "web01", Subject: name, Status: status,
				Message: name + " is wrong", Fingerprint: fmt.Sprintf("%016x", len(r.Results)+0xabc)})
		}
	}
	add("2.1", report.Fail, "")
	add("4.2", report.Manual, "")
	add("5.4", report.Fail, "plain", "with*pattern", "=HYPERLINK(1)", "two\nlines", "esc\x1b[31m", `back\slash`, strings.Repeat("long", 200), "数据库", "e\u0301")
	add("5.5", report.Fail, "twin", "twin")
	add("5.9", report.Manual, "a", "b", "c")
	add("5.10", report.Pass, "fine")
	report.Sort(r)
	r.Score = report.Count(r.Recommendations)
	return r
}

func workbook(t testing.TB, r *report.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := report.WriteXLSX(&b, r, report.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A person is somebody with a spreadsheet program.
type person struct {
	testing.TB
	*excelize.File
}

// filled lets a person write into a workbook, and saves it.
func filled(t testing.TB, book []byte, work func(p person)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	work(person{t, f})
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// write puts values into the named columns of the row that has all the keys.
func (p person) write(sheet string, keys []string, values map[string]any) (cells map[string]string) {
	p.Helper()
	rows, err := p.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		p.Fatal(err)
	}
	cells = map[string]string{}
	for i, row := range rows[1:] {
		if !has(row, keys) {
			continue
		}
		for title, v := range values {
			col := 0
			for j, head := range rows[0] {
				if head == title {
					col = j + 1
				}
			}
			if col == 0 {
				p.Fatalf("%s has no column %q", sheet, title)
			}
			cell, _ := excelize.CoordinatesToCellName(col, i+2)
			if err := p.SetCellValue(sheet, cell, v); err != nil {
				p.Fatal(err)
			}
			cells[title] = cell
		}
		return cells
	}
	p.Fatalf("%s has no row with %q", sheet, keys)
	return nil
}

func has(row, keys []string) bool {
	for _, key := range keys {
		found := false
		for _, text := range row {
			found = found || text == key
		}
		if !found {
			return false
		}
	}
	return true
}

func imported(t testing.TB, book []byte, r *report.Report) *Taken {
	t.Helper()
	taken, err := Import(bytes.NewReader(book), int64(len(book)), r, report.Options{}, today)
	if err != nil {
		t.Fatal(err)
	}
	return taken
}

// source is what is written of a workbook that is sound.
func source(t testing.TB, taken *Taken) string {
	t.Helper()
	if !taken.Edits.None() || len(taken.Faults) > 0 {
		t.Fatalf("got edits %v, faults %v; want none", taken.Edits.Edits, taken.Faults)
	}
	m, diags := taken.Review.Merge(nil, "r.hcl", false)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	if _, _, diags := checks.ParseReview(m.Source, "r.hcl"); diags.HasErrors() {
		t.Fatalf("%v\n%s", diags, m.Source)
	}
	return string(m.Source)
}

var accepted = map[string]any{"Disposition": "Risk accepted", "Auditor": "kim", "Date": "2026-11-20", "Comment": "known"}

func TestImport(t *testing.T) {
	r := sample()
	book := filled(t, workbook(t, r), func(p person) {
		p.write("Findings", []string{"5.4", "plain"}, accepted)
		p.write("Findings", []string{"5.4", "with*pattern"}, map[string]any{"Disposition": "false positive", "Auditor": "kim", "Date": time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC), "Comment": "${x}\n\"y\""})
		p.write("Findings", []string{"2.1"}, map[string]any{"Disposition": "Disagree", "Comment": "=1+1 is no reason"})
		p.write("Manual", []string{"4.2"}, map[string]any{"Answer": "Met", "Assessor": "lee", "Date": "2026-11-21", "Evidence": "share/4.2.pdf", "Valid until": "2027-02-28", "Comment": "both"})
		p.write("Manual", []string{"5.9"}, map[string]any{"Answer": "Needs evidence"})
	})
	taken := imported(t, book, r)
	want := `waiver "cis-docker/5.4/0000000000000abe" {
  # 5.4 Title of 5.4 (plain)
  # expires: 180 days after its date; the workbook gives no other day
  profile        = "cis-docker"
  recommendation = "5.4"
  target         = "web01"
  subject        = "plain"
  disposition    = "risk accepted"
  reason         = "known"
  approver       = "kim"
  date           = "2026-11-20"
  expires        = "2027-05-19"
}

waiver "cis-docker/5.4/0000000000000abf" {
  # 5.4 Title of 5.4 (with*pattern)
  # expires: 180 days after its date; the workbook gives no other day
  profile        = "cis-docker"
  recommendation = "5.4"
  target         = "web01"
  subject        = "with\\*pattern"
  disposition    = "false positive"
  reason         = "$${x}\n\"y\""
  approver       = "kim"
  date           = "2026-11-20"
  expires        = "2027-05-19"
}

answer "cis-docker/4.2@web01" {
  # 4.2 Title of 4.2
  profile        = "cis-docker"
  recommendation = "4.2"
  target         = "web01"
  verdict        = "pass"
  comment        = "both"
  evidence       = "share/4.2.pdf"
  assessor       = "lee"
  date           = "2026-11-21"
  expires        = "2027-02-28"
}

note "cis-docker/2.1/0000000000000abc" {
  # 2.1 Title of 2.1
  profile        = "cis-docker"
  recommendation = "2.1"
  target         = "web01"
  disposition    = "Disagree"
  comment        = "=1+1 is no reason"
}

note "cis-docker/5.9@web01" {
  # 5.9 Title of 5.9
  profile        = "cis-docker"
  recommendation = "5.9"
  target         = "web01"
  disposition    = "Needs evidence"
}
`
	if diff := cmp.Diff(want, source(t, taken)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if diff := cmp.Diff(Open{Findings: 9}, taken.Left); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// Whatever a result is called, a decision beside it is aimed at it and nothing else.
func TestImportFindsEveryName(t *testing.T) {
	r := sample()
	for i := range r.Results {
		res := &r.Results[i]
		if res.Status != report.Fail {
			continue
		}
		k := knownOf(r)
		to := k.of(&entry{by: map[string]string{"Profile": res.Profile, "Number": res.ID, "Fingerprint": res.Fingerprint,
			"Object": strings.TrimSpace(report.Safe(res.Subject))}})
		byPrint := to.aim.Fingerprint == res.Fingerprint && to.aim.Subject == ""
		byName := to.aim.Fingerprint == "" && to.aim.Target == "web01" && to.aim.Subject == checks.Pattern(res.Subject)
		if want := !plain(res.Subject) || res.Subject == "twin"; byPrint != want || byName == want {
			t.Errorf("%q: got %+v", res.Subject, to.aim)
		}
	}
}

func TestImportRefusesFaults(t *testing.T) {
	for _, tt := range []struct {
		name   string
		values map[string]any
		column string // of the cell that is named
		want   string
	}{
		{"no name", map[string]any{"Disposition": "Risk accepted", "Date": "2026-11-20", "Comment": "x"}, "Auditor", `"Risk accepted" needs the name of who decided`},
		{"no date", map[string]any{"Disposition": "Compensating control", "Auditor": "kim", "Comment": "x"}, "Date", `"Compensating control" needs its date`},
		{"no comment", map[string]any{"Disposition": "False positive", "Auditor": "kim", "Date": "2026-11-20"}, "Comment", "a comment that says why"},
		{"a word of their own", map[string]any{"Disposition": "Won't fix"}, "Disposition", `"Won't fix" is no disposition; it is one of Agree,`},
		{"a date with two meanings", map[string]any{"Disposition": "Risk accepted", "Auditor": "kim", "Date": "1/2/2026", "Comment": "x"}, "Date", "write it as 2026-12-31"},
		{"a year", map[string]any{"Disposition": "Risk accepted", "Auditor": "kim", "Date": 2026, "Comment": "x"}, "Date", "the year 1905"},
		{"an end before the beginning", map[string]any{"Disposition": "Risk accepted", "Auditor": "kim", "Date": "2026-11-20", "Comment": "x", "Valid until": "2026-11-01"}, "Valid until", "before its date 2026-11-20"},
		{"the future", map[string]any{"Disposition": "Risk accepted", "Auditor": "kim", "Date": "2026-12-24", "Comment": "x"}, "Date", "has not come"},
		{"a typing error", map[string]any{"Disposition": "Risk accepted", "Auditor": "kim", "Date": "3026-12-24", "Comment": "x"}, "Date", "the year 3026"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, at := sample(), ""
			book := filled(t, workbook(t, r), func(p person) {
				p.write("Findings", []string{"5.5"}, accepted)
				at = p.write("Findings", []string{"5.4", "plain"}, map[string]any{tt.column: nil})[tt.column]
				p.write("Findings", []string{"5.4", "plain"}, tt.values)
			})
			taken := imported(t, book, r)
			if len(taken.Faults) != 1 || taken.Faults[0].At != "Findings!"+at || !strings.Contains(taken.Faults[0].Why, tt.want) {
				t.Errorf("got %v; want Findings!%s: %s", taken.Faults, at, tt.want)
			}
			if len(taken.Review.Waivers) > 0 {
				t.Error("the sound row was taken all the same")
			}
		})
	}
}

func TestImportRefusesAnswers(t *testing.T) {
	for want, values := range map[string]map[string]any{
		`"Met" needs a comment, or where its evidence is kept`: {"Answer": "Met", "Assessor": "kim", "Date": "2026-11-20"},
		`"Not met" needs the name of who decided`:              {"Answer": "Not met", "Evidence": "x", "Date": "2026-11-20"},
		`"maybe" is no answer; it is one of Met, Not met`:      {"Answer": "maybe"},
	} {
		r := sample()
		book := filled(t, workbook(t, r), func(p person) { p.write("Manual", []string{"4.2"}, values) })
		if taken := imported(t, book, r); len(taken.Faults) != 1 || taken.Faults[0].Why != want && !strings.HasPrefix(taken.Faults[0].Why, want) {
			t.Errorf("got %v; want %s", taken.Faults, want)
		}
	}
}

// What can be taken in and is odd is said.
func TestImportTellsWhatIsOdd(t *testing.T) {
	r := sample()
	for i := range r.Results {
		if r.Results[i].Subject == "plain" {
			r.Results[i].Status = report.Waived
		}
	}
	d := decider{known: knownOf(r), now: today, ids: map[string]bool{}}
	for _, by := range []map[string]string{
		{"Profile": "cis-docker", "Number": "5.10", "Object": "fine", "Fingerprint": r.Results[len(r.Results)-1].Fingerprint},
		{"Profile": "cis-docker", "Number": "5.4", "Object": "plain", "Fingerprint": "0000000000000abe"},
	} {
		d.entry(&entry{at: "Findings!A7", by: by, wrote: map[string]cell{"disposition": {text: "Risk accepted"},
			"name": {text: "kim"}, "date": {text: "2026-01-02"}, "comment": {text: "x"}}})
	}
	want := []string{`Findings!A7: "Risk accepted" accepts failures, and this is pass; it is kept as a note`, "Findings!A7: it expired on 2026-07-01"}
	if diff := cmp.Diff(want, d.odd); diff != "" || len(d.out.Notes) != 1 || len(d.out.Waivers) != 1 || len(d.faults) > 0 {
		t.Errorf("%d notes, %d waivers, %v, -want +got:\n%s", len(d.out.Notes), len(d.out.Waivers), d.faults, diff)
	}
}

func TestImportRefusesCalculatedAndStrayCells(t *testing.T) {
	r := sample()
	book := filled(t, workbook(t, r), func(p person) {
		cell := p.write("Findings", []string{"5.5"}, accepted)["Date"]
		if err := p.SetCellFormula("Findings", cell, "TODAY()"); err != nil {
			t.Fatal(err)
		}
		if err := p.SetCellValue("Findings", strings.TrimRight(cell, "0123456789")+"99", "who knows"); err != nil {
			t.Fatal(err)
		}
	})
	got := fmt.Sprint(imported(t, book, r).Faults)
	for _, want := range []string{"it is calculated; put the value there", "beside no result"} {
		if !strings.Contains(got, want) {
			t.Errorf("got %s; want %s", got, want)
		}
	}
}

// Nothing that somebody wrote is lost, also in columns of their own.
func TestImportKeepsColumnsOfTheirOwn(t *testing.T) {
	r := sample()
	book := filled(t, workbook(t, r), func(p person) {
		rows, _ := p.GetRows("Findings")
		col, _ := excelize.ColumnNumberToName(len(rows[0]) + 2)
		for cell, v := range map[string]any{col + "1": "Priority", col + "2": 1, col + "3": "urgent"} {
			if err := p.SetCellValue("Findings", cell, v); err != nil {
				t.Fatal(err)
			}
		}
	})
	got := source(t, imported(t, book, r))
	for _, want := range []string{`other          = "Priority: 1"`, `"Priority: urgent"`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is lost:\n%s", want, got)
		}
	}
}

// What people do to a workbook to work with it is no alteration; what changes what
// the audit says is, and is named.
func TestImportNamesAlterations(t *testing.T) {
	for _, tt := range []struct {
		name string
		work func(p person)
		want string // empty: none
	}{
		{"wider columns", func(p person) { _ = p.SetColWidth("Findings", "A", "D", 50) }, ""},
		{"a sheet of their own", func(p person) { _, _ = p.NewSheet("Mine") }, ""},
		{"rows that are hidden", func(p person) { _ = p.SetRowVisible("Findings", 3, false) }, ""},
		{"a status", func(p person) { _ = p.SetCellValue("Findings", "A3", "pass") }, "Findings!A3"},
		{"a lost row", func(p person) { _ = p.RemoveRow("Findings", 3) }, "Findings: a row is missing"},
		{"a new row", func(p person) { _ = p.DuplicateRowTo("Findings", 3, 5) }, "the report has no such row"},
		{"a question", func(p person) { _ = p.SetCellValue("Manual", "D2", "Is it not so?") }, "Manual!D2"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := sample()
			taken := imported(t, filled(t, workbook(t, r), func(p person) {
				p.write("Findings", []string{"5.5"}, accepted)
				tt.work(p)
			}), r)
			got := ""
			for _, e := range taken.Edits.Edits {
				got += e.String() + "\n"
			}
			if (tt.want == "") != (got == "") || !strings.Contains(got, tt.want) {
				t.Errorf("got %q; want %q", got, tt.want)
			}
			if (tt.want == "") != (len(taken.Review.Waivers) == 1) {
				t.Errorf("got %d waivers", len(taken.Review.Waivers))
			}
		})
	}
}

func TestNew(t *testing.T) {
	r := sample()
	m, diags := New(r).Merge(nil, "r.hcl", false)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	back, _, diags := checks.ParseReview(m.Source, "r.hcl")
	if diags.HasErrors() || len(back.Answers) != 2 || !back.Answers[0].Open() {
		t.Fatalf("%v\n%s", diags, m.Source)
	}
	for _, want := range []string{"  # Is it so?\n", "  #     docker ps\n", "asked of 3: a, b, c", `answer "cis-docker/5.9@web01"`, `verdict        = ""`} {
		if !strings.Contains(string(m.Source), want) {
			t.Errorf("%s is not there:\n%s", want, m.Source)
		}
	}
	// What was filled in is kept when the form is made again; what the workbook
	// answers takes the place of the form.
	some := strings.Replace(string(m.Source), `verdict        = ""`, `verdict        = "pass"`, 1)
	some = strings.NewReplacer(`comment        = ""`, `comment = "seen"`, `date           = ""`, `date = "2026-11-01"`, `expires        = ""`, `expires = "2026-12-01"`, `assessor       = ""`, `assessor = "kim"`).Replace(some)
	again, diags := New(r).Merge([]byte(some), "r.hcl", false)
	if diags.HasErrors() || len(again.Same) != 2 || !strings.Contains(string(again.Source), `"seen"`) {
		t.Errorf("%v %+v\n%s", diags, again, again.Source)
	}
	taken := imported(t, filled(t, workbook(t, r), func(p person) {
		p.write("Manual", []string{"4.2"}, map[string]any{"Answer": "Not met", "Assessor": "lee", "Date": "2026-11-21", "Evidence": "none"})
	}), r)
	answered, diags := taken.Review.Merge(m.Source, "r.hcl", false)
	if diags.HasErrors() || len(answered.Replaced) != 1 || !strings.Contains(string(answered.Source), `verdict        = "fail"`) {
		t.Errorf("%v %+v\n%s", diags, answered, answered.Source)
	}
}

// FuzzEntries: whatever stands in the columns of people, it is either a fault or
// comes back whole from the file that is written.
func FuzzEntries(f *testing.F) {
	f.Add("Risk accepted", "kim", "2026-11-20", "known", "", "mine")
	f.Add("Met", "k${i}m", "46350", "a\"b", "2027-01-01", "")
	f.Add("Agree", "\xff", "1.2.2026", "\u202e", "x", "\x00")
	r := sample()
	k := knownOf(r)
	f.Fuzz(func(t *testing.T, said, name, date, comment, expires, other string) {
		d := decider{known: k, now: today, ids: map[string]bool{}}
		for i, role := range []string{"disposition", "answer"} {
			e := &entry{at: "S!A2", asked: i == 1, by: map[string]string{"Profile": "cis-docker", "Number": "4.2", "Status": "fail"}, wrote: map[string]cell{}}
			for role, text := range map[string]string{role: said, "name": name, "date": date, "comment": comment, "expires": expires} {
				if text = strings.TrimSpace(text); text != "" {
					e.wrote[role] = cell{at: "S!B2", text: text}
				}
			}
			if other != "" {
				e.other = []string{"Mine: " + other}
			}
			d.entry(e)
		}
		m, diags := d.out.Merge(nil, "r.hcl", false)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		back, _, diags := checks.ParseReview(m.Source, "r.hcl")
		if diags.HasErrors() {
			t.Fatalf("%v\n%s", diags, m.Source)
		}
		blocks := len(back.Waivers) + len(back.Answers) + len(back.Notes)
		if blocks+len(d.faults) < 2 {
			t.Fatalf("%d blocks and %d faults; something is lost", blocks, len(d.faults))
		}
		again, diags := d.out.Merge(m.Source, "r.hcl", false)
		if diags.HasErrors() || len(again.Same) != blocks {
			t.Fatalf("%v: the same again: %+v", diags, again)
		}
	})
}

// FuzzImport: a file of any kind is a workbook or an error.
func FuzzImport(f *testing.F) {
	r := sample()
	f.Add(workbook(f, r))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, book []byte) {
		_, _ = Import(bytes.NewReader(book), int64(len(book)), r, report.Options{}, today)
	})
}
