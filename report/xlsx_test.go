package report

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func workbook(t *testing.T, r *Report, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteXLSX(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func opened(t *testing.T, b []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// unzipped returns the parts of a workbook by name.
func unzipped(t *testing.T, b []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(content)
	}
	return parts
}

// wellFormed reports what an XML 1.0 reader has against a text.
func wellFormed(s string) error {
	d := xml.NewDecoder(strings.NewReader(s))
	for {
		switch _, err := d.Token(); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}

// longName is longer than a cell may be, partly in characters that count twice.
var longName = strings.Repeat("é\U0001f600long", 8_000)

// partOf is the XML of a sheet.
func partOf(t *testing.T, b []byte, sheet string) string {
	t.Helper()
	f := opened(t, b)
	i, err := f.GetSheetIndex(sheet)
	if err != nil || i < 0 {
		t.Fatalf("there is no sheet %s: %v", sheet, err)
	}
	return unzipped(t, b)[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)]
}

func TestXLSXParts(t *testing.T) {
	b := workbook(t, compared(t), Options{})
	for name, content := range unzipped(t, b) {
		if err := wellFormed(content); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, s := range Workbook(compared(t)) {
		wants := []string{`<pane `, `state="frozen"`, `orientation="landscape"`, `paperSize="9"`, `<oddFooter>`, `<cols>`, `<dimension ref="A1:`}
		if s.lay.matrix {
			wants = append(wants, `<autoFilter `, `<conditionalFormatting `)
		} else {
			wants = append(wants, `<tablePart `, `fitToPage="true"`, `fitToWidth="1"`, `fitToHeight="0"`, `<ignoredErrors>`)
		}
		for _, c := range s.Columns {
			if c.Title == "Status" {
				wants = append(wants, `<conditionalFormatting `)
			}
			if c.Auditor {
				wants = append(wants, `<dataValidations`)
			}
		}
		missing(t, s.Name, partOf(t, b, s.Name), wants)
	}
	parts := unzipped(t, b)
	missing(t, coverSheet, partOf(t, b, coverSheet), []string{`<conditionalFormatting `, `<mergeCells`, `<hyperlinks>`, `orientation="portrait"`, `showGridLines="false"`, `<oddFooter>`})
	missing(t, summarySheet, partOf(t, b, summarySheet), []string{`<hyperlinks>`, `<mergeCells`, `showGridLines="false"`, `<drawing `})
	missing(t, "workbook.xml", parts["xl/workbook.xml"], []string{`_xlnm.Print_Titles`, `_xlnm.Print_Area`, `&#39;Findings&#39;!$A$1:$J$`, `&#39;Not assessed&#39;!$1:$1`,
		`name="lst_disposition"`, `name="lst_answer"`, `name="findings_status"`, `name="findings_severity"`, `name="score"`, `state="hidden"`})
	missing(t, "core.xml", parts["docProps/core.xml"], []string{"Hardening audit of web01", "CIS Docker Benchmark 1.8.0", "2026-11-20T03:00:07Z", "urn:sha256:"})
	missing(t, "custom.xml", parts["docProps/custom.xml"], []string{"run.id", "json.sha256"})
	if n := strings.Count(strings.Join(slices.Collect(maps.Keys(parts)), " "), "xl/charts/chart"); n != 2 {
		t.Errorf("%d charts, want 2", n)
	}
}

func missing(t *testing.T, what, text string, wants []string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(text, want) {
			t.Errorf("%s has no %s", what, want)
		}
	}
}

// compared is the sample with a previous run.
func compared(t *testing.T) *Report {
	t.Helper()
	r := sample()
	if err := r.Compare(pastOf(t, earlier())); err != nil {
		t.Fatal(err)
	}
	return r
}

// The texts that a target chose are in the cells, as text and harmless.
func TestXLSXTextStaysText(t *testing.T) {
	nasty := append([]string{longName}, nasty...)
	r := &Report{Recommendations: recsOf(Fail)}
	for _, name := range nasty {
		r.Results = append(r.Results, Result{Subject: name, Status: Fail, Message: name, Remediation: name, Waiver: name, Evidence: evidenceOf("x", "false", name, name, name, name)})
	}
	b := workbook(t, r, Options{})
	for name, content := range unzipped(t, b) {
		if err := wellFormed(content); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	f := opened(t, b)
	for i, name := range nasty {
		for _, title := range []string{"Object", "How to fix", "What is wrong", "Waiver", "Found", "Where it comes from"} {
			cell := at(columnOf(t, f, findingSheet, title), i+2)
			got, err := f.GetCellValue(findingSheet, cell)
			want := cellText(name)
			switch title {
			case "Object", "Where it comes from":
				want = cellText(Safe(name))
			case "Found":
				want = cellText(Safe(name + " = " + name))
			}
			if err != nil || got != want {
				t.Errorf("%s %s: got %.80q, %v; want %.80q", title, cell, got, err, want)
			}
		}
	}
}

// columnOf is the number of the column with a title.
func columnOf(t *testing.T, f *excelize.File, sheet, title string) int {
	t.Helper()
	rows, err := f.Rows(sheet)
	if err != nil || !rows.Next() {
		t.Fatalf("%s has no header: %v", sheet, err)
	}
	defer rows.Close()
	titles, err := rows.Columns()
	if err != nil || !slices.Contains(titles, title) {
		t.Fatalf("%s has no column %s: %v, %v", sheet, title, titles, err)
	}
	return slices.Index(titles, title) + 1
}

// Every formula is one that the program made, and none holds a text of the target.
func TestXLSXFormulas(t *testing.T) {
	link := regexp.MustCompile(`^HYPERLINK\("#'[A-Z][a-z]+( [a-z0-9]+)?'!A[1-9][0-9]*","[A-Za-z0-9._/-]+"\)$`)
	count := regexp.MustCompile(`^COUNT(A\([a-z_]+\)|IF\(recommendations_status,"[a-z ]+"\))$`)
	for name, r := range map[string]*Report{"sample": compared(t), "besieged": besieged()} {
		links, counts := 0, 0
		for part, content := range unzipped(t, workbook(t, r, Options{})) {
			if !strings.HasPrefix(part, "xl/worksheets/") {
				continue
			}
			for _, m := range regexp.MustCompile(`(?s)<f[^>]*>(.*?)</f>`).FindAllStringSubmatch(content, -1) {
				switch f := html.UnescapeString(m[1]); {
				case link.MatchString(f):
					links++
				case count.MatchString(f):
					counts++
				default:
					t.Errorf("%s, %s: the formula %q", name, part, f)
				}
			}
		}
		if counts != len(Statuses())+3 || name == "sample" && links == 0 {
			t.Errorf("%s: %d links and %d counts", name, links, counts)
		}
	}
}

func TestCellText(t *testing.T) {
	got := cellText(longName)
	if n := len(utf16.Encode([]rune(got))); n > maxCell || n < maxCell-2 {
		t.Errorf("%d UTF-16 units, want nearly %d", n, maxCell)
	}
	if !strings.HasSuffix(got, fmt.Sprintf("[cut: 48000 characters in all, SHA-256 %x; the JSON report has them]", sha256.Sum256([]byte(longName)))) {
		t.Errorf("the cut is not marked: %.100q", got[len(got)-100:])
	}
	for _, same := range []string{"", "a\nb\tc", strings.Repeat("\U0001f600", maxCell/2), strings.Repeat("é", maxCell)} {
		if cellText(same) != same {
			t.Errorf("%.20q has changed", same)
		}
	}
}

func FuzzCellText(f *testing.F) {
	for _, s := range nasty {
		f.Add(s, 1)
	}
	f.Add("\U0001f600", 20_000)
	f.Fuzz(func(t *testing.T, s string, n int) {
		got := cellText(strings.Repeat(s, max(0, n%40_000)))
		if utf16Units(got) > maxCell {
			t.Errorf("%d units", utf16Units(got))
		}
		var b bytes.Buffer
		if err := xml.EscapeText(&b, []byte(got)); err != nil || wellFormed("<a>"+b.String()+"</a>") != nil {
			t.Errorf("%.80q is not fit for XML", got)
		}
		if strings.ContainsFunc(strings.NewReplacer("\n", "", "\t", "").Replace(got), harmful) {
			t.Errorf("%.80q is harmful", got)
		}
	})
}

// What the program writes into a cell is what a reader of the format gets out.
func FuzzCell(f *testing.F) {
	for _, s := range hostile() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		rw := &rowWriter{letters: []string{"A"}, styles: []int{1}}
		v := leading(cellText(s), target{findingSheet, 2})
		rw.cell(0, "7", &v)
		var c struct {
			Formula string `xml:"f"`
			Value   string `xml:"v"`
			Text    string `xml:"is>t"`
		}
		if err := xml.Unmarshal(rw.b, &c); err != nil {
			t.Fatalf("%q: %v", rw.b, err)
		}
		got := unescaped(c.Text)
		if c.Formula != "" {
			got = c.Value
		}
		if got != cellText(s) || c.Formula != "" && !linkable.MatchString(s) {
			t.Errorf("got %q with the formula %q, want %q", got, c.Formula, cellText(s))
		}
	})
}

// unescaped reads _xHHHH_ as ECMA-376 (ST_Xstring) says, from the left.
func unescaped(s string) string {
	return regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`).ReplaceAllStringFunc(s, func(e string) string {
		n, _ := strconv.ParseUint(e[2:6], 16, 16)
		return string(rune(n))
	})
}

func TestXLSXSameBytes(t *testing.T) {
	first := workbook(t, sample(), Options{})
	again := workbook(t, sample(), Options{})
	if !bytes.Equal(first, again) {
		t.Errorf("the same report gives other bytes: %s", cmp.Diff(unzipped(t, first), unzipped(t, again)))
	}
	other := sample()
	other.Run.Finished = other.Run.Finished.Add(1e9)
	if bytes.Equal(first, workbook(t, other, Options{})) {
		t.Error("another report gives the same bytes")
	}
}

// A link leads to a row about the same recommendation, or the same finding.
func TestXLSXLinks(t *testing.T) {
	r := compared(t)
	f := opened(t, workbook(t, r, Options{}))
	links := 0
	for _, s := range Workbook(r) {
		for i, c := range s.Columns {
			if c.kind != linkText {
				continue
			}
			for row := 2; row <= s.last(); row++ {
				from := at(i+1, row)
				formula, err := f.GetCellFormula(s.Name, from)
				if err != nil || formula == "" {
					continue
				}
				links++
				sheet, cell, label := linkOf(t, formula)
				if got, _ := f.GetCellValue(s.Name, from); got != label {
					t.Errorf("%s %s shows %q and calculates to %q", s.Name, from, got, label)
				}
				about := c.Title
				if about == "Evidence" {
					about, label = "Finding", valueIn(t, f, s.Name, "Finding", row)
				}
				if got := valueIn(t, f, sheet, about, cell); got != label {
					t.Errorf("%s %s, %s %s, leads to %s row %d, which is about %s", s.Name, from, about, label, sheet, cell, got)
				}
			}
		}
	}
	if links < 3*len(r.Results) {
		t.Errorf("%d links for %d results", links, len(r.Results))
	}
}

func linkOf(t *testing.T, formula string) (sheet string, row int, label string) {
	t.Helper()
	m := regexp.MustCompile(`^HYPERLINK\("#'(.*)'!A(\d+)","(.*)"\)$`).FindStringSubmatch(formula)
	if m == nil {
		t.Fatalf("strange link %q", formula)
	}
	row, _ = strconv.Atoi(m[2])
	return m[1], row, m[3]
}

func valueIn(t *testing.T, f *excelize.File, sheet, title string, row int) string {
	t.Helper()
	v, err := f.GetCellValue(sheet, at(columnOf(t, f, sheet, title), row))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// The summary's line for all profiles has the score's counts, each leading to
// its rows; the cover's links lead to sheets that are there.
func TestXLSXSummaryCounts(t *testing.T) {
	r := sample()
	f := opened(t, workbook(t, r, Options{}))
	rows, err := f.GetRows(summarySheet)
	if err != nil {
		t.Fatal(err)
	}
	row := 1 + slices.IndexFunc(rows, func(cells []string) bool { return len(cells) > 0 && cells[0] == "All profiles" })
	for i, status := range Statuses() {
		cell := at(5+i, row)
		if got, err := f.GetCellValue(summarySheet, cell); err != nil || got != fmt.Sprint(r.Score.Of(status)) {
			t.Errorf("%s: got %q, %v; want %d", status, got, err, r.Score.Of(status))
		}
		now := 1 + slices.IndexFunc(rows, func(cells []string) bool { return len(cells) > 0 && strings.HasPrefix(cells[0], "Counted now") })
		if got, err := f.CalcCellValue(summarySheet, at(5+i, now)); err != nil || got != fmt.Sprint(r.Score.Of(status)) {
			t.Errorf("%s is counted as %q, %v; want %d", status, got, err, r.Score.Of(status))
		}
		if ok, to, _ := f.GetCellHyperLink(summarySheet, cell); !ok || !strings.HasPrefix(to, "'"+sheetOf(status)+"'!A") {
			t.Errorf("%s leads to %q, want a row of %s", status, to, sheetOf(status))
		}
	}
}

func TestXLSXDatesAreDates(t *testing.T) {
	f := opened(t, workbook(t, sample(), Options{}))
	rows, err := f.GetRows(coverSheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"Started (UTC)": "46346.12505787037", "Finished (UTC)": "46346.12508564815"}
	for i, row := range rows {
		if len(row) < 2 || want[row[0]] == "" {
			continue
		}
		kind, _ := f.GetCellType(coverSheet, at(2, i+1))
		if row[1][:12] != want[row[0]][:12] || kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString {
			t.Errorf("%s: got %s of type %d, want the number %s", row[0], row[1], kind, want[row[0]])
		}
		delete(want, row[0])
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}

// The hash on the cover is that of what the format json writes.
func TestXLSXNamesItsJSON(t *testing.T) {
	r := compared(t)
	hash := fmt.Sprintf("%x", sha256.Sum256(written(t, r)))
	b := workbook(t, r, Options{})
	cells, err := opened(t, b).GetRows(coverSheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"SHA-256 " + hash, r.Run.ID, r.Run.Previous.SHA256, r.Profiles[0].SHA256, "not a certification"} {
		if !strings.Contains(fmt.Sprint(cells), want) {
			t.Errorf("the cover does not say %q", want)
		}
	}
	if parts := unzipped(t, b); !strings.Contains(parts["docProps/custom.xml"], hash) || !strings.Contains(parts["docProps/core.xml"], "urn:sha256:"+hash) {
		t.Error("the properties do not name the JSON")
	}
}

// What only looks like an escape of a spreadsheet stays what it is, in all sheets.
func TestXLSXKeepsWhatLooksLikeAnEscape(t *testing.T) {
	r := sample()
	r.Targets[0].Name, r.Profiles[0].Title = "_x000D_x000D_", "_x0041_"
	f := opened(t, workbook(t, r, Options{}))
	if got, _ := f.GetCellValue(coverSheet, "A1"); got != "Hardening audit of _x000D_x000D_" {
		t.Errorf("got %q", got)
	}
	if got, _ := f.GetCellValue(targetSheet, "B2"); got != "_x000D_x000D_" {
		t.Errorf("got %q", got)
	}
}

func TestXLSXOfNothing(t *testing.T) {
	f := opened(t, workbook(t, &Report{}, Options{}))
	for sheet, want := range map[string]string{
		findingSheet: "Nothing was selected.", openSheet: "Nothing failed, nothing went wrong, no question is open.", unknownSheet: "Everything that was selected could be judged.",
		manualSheet: "No question is left to a person.",
	} {
		if got, err := f.GetCellValue(sheet, "A2"); err != nil || got != want {
			t.Errorf("%s: got %q, %v; want %q", sheet, got, err, want)
		}
	}
}

// A recommendation that fails without a result must not vanish.
func TestXLSXWithoutResults(t *testing.T) {
	r := &Report{Recommendations: recsOf(Fail, Error, Manual)}
	for i := range r.Recommendations {
		r.Recommendations[i].ID, r.Recommendations[i].Reason = fmt.Sprint("9.", i), "why"
	}
	f := opened(t, workbook(t, r, Options{}))
	for _, tt := range []struct {
		sheet, title string
		row          int
		want         string
	}{
		{findingSheet, "Number", 2, "9.0"}, {openSheet, "Number", 2, "9.0"}, {unknownSheet, "Number", 2, "9.1"},
		{unknownSheet, "Reason", 2, "why"}, {manualSheet, "Number", 2, "9.2"},
	} {
		if got := valueIn(t, f, tt.sheet, tt.title, tt.row); got != tt.want {
			t.Errorf("%s, %s: got %q, want %q", tt.sheet, tt.title, got, tt.want)
		}
	}
}

// More rows than a sheet holds go on in the next, and links find them there.
func TestXLSXSplits(t *testing.T) {
	r := sample()
	b := workbook(t, r, Options{sheetRows: 30})
	f := opened(t, b)
	var names []string
	rows := 0
	for _, s := range newBook(r, Options{sheetRows: 30}).sheets {
		if strings.HasPrefix(s.Name, findingSheet) {
			names, rows = append(names, s.Name), rows+s.Rows
		}
		if got := strings.Count(partOf(t, b, s.Name), "<row "); got != s.last() {
			t.Errorf("%s has %d rows, want %d", s.Name, got, s.last())
		}
	}
	if len(names) < 3 || names[1] != "Findings 2" || rows != len(newBook(r, Options{}).all) {
		t.Errorf("got %v with %d rows", names, rows)
	}
	formula, err := f.GetCellFormula("Evidence 2", "A2")
	if err != nil || !strings.Contains(formula, "'Findings 2'!") {
		t.Errorf("got %q, %v", formula, err)
	}
	if part := partOf(t, b, summarySheet); !strings.Contains(part, "COUNTA(findings_disposition)+COUNTA(findings_2_disposition)+") {
		t.Error("the dispositions of the further parts are not counted")
	}
	if cells, _ := f.GetRows(coverSheet); !strings.Contains(fmt.Sprint(cells), "Findings 2") {
		t.Error("the cover does not list the second part")
	}
}

// Who reads a workbook back gets from Workbook what is in the file.
func TestXLSXIsWhatWorkbookSays(t *testing.T) {
	for name, r := range map[string]*Report{"sample": compared(t), "besieged": besieged(), "empty": {}} {
		f := opened(t, workbook(t, r, Options{}))
		for _, s := range Workbook(r) {
			rows, err := f.GetRows(s.Name, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			keys := map[string]bool{}
			for i, want := range s.All() {
				got := append(rows[i+1], make([]string, len(want)-len(rows[i+1]))...)
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("%s: %s, row %d: -want +got:\n%s", name, s.Name, i+2, diff)
				}
				key := ""
				for c, column := range s.Columns {
					if column.Key {
						key += want[c] + "\x00"
					}
				}
				if keys[key] && name != "besieged" { // where one number is many rows'
					t.Errorf("%s: %s has two rows with the key %q", name, s.Name, key)
				}
				keys[key] = true
			}
		}
	}
}

// Excel repairs a workbook whose table names other columns than its header does.
func TestXLSXTablesMatchTheirHeaders(t *testing.T) {
	for name, r := range map[string]*Report{"sample": compared(t), "besieged": besieged(), "empty": {}} {
		b := workbook(t, r, Options{})
		f, parts := opened(t, b), unzipped(t, b)
		names := map[string]bool{}
		for i, s := range slices.DeleteFunc(Workbook(r), func(s *Sheet) bool { return s.lay.matrix }) {
			var table struct {
				Name    string `xml:"displayName,attr"`
				Ref     string `xml:"ref,attr"`
				Columns []struct {
					Name string `xml:"name,attr"`
				} `xml:"tableColumns>tableColumn"`
			}
			if err := xml.Unmarshal([]byte(parts[fmt.Sprintf("xl/tables/table%d.xml", i+1)]), &table); err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, c := range table.Columns {
				got = append(got, unescaped(c.Name))
			}
			header, err := f.GetRows(s.Name)
			if diff := cmp.Diff(header[0], got); err != nil || diff != "" || table.Ref != s.area(1, len(s.Columns)) || names[table.Name] {
				t.Errorf("%s: %s has the table %s over %s, %v, -header +table:\n%s", name, s.Name, table.Name, table.Ref, err, diff)
			}
			names[table.Name] = true
		}
	}
}

func TestXLSXFixPlan(t *testing.T) {
	r := &Report{Recommendations: recsOf(Fail, Fail)}
	r.Recommendations[0].ID, r.Recommendations[0].Disruption = "1", "reboot"
	r.Recommendations[1].ID, r.Recommendations[1].Disruption = "2", "reload"
	step := Step{Kind: "unit", Names: []string{"ssh.service"}, State: "enabled", Argv: []string{"sysctl", "-w", "a=b"}, Path: "/etc/x", Mount: "/tmp"}
	for i := range 15 {
		step := step
		step.Path += fmt.Sprint(i)
		r.Results = append(r.Results, Result{Profile: r.Recommendations[0].Profile, ID: "1", Status: Fail, Steps: []Step{step}[:i%2]})
	}
	f := opened(t, workbook(t, r, Options{}))
	for title, want := range map[string][2]string{
		"Number": {"2", "1"}, "Disturbs": {"reload, no restart", "needs a reboot"}, "Closes": {"1", "15"}, "Carried out by": {"a person", "in part"},
		"Touches": {"", "/etc/x1\nmount /tmp\nunit ssh.service enabled\nrun sysctl -w a=b\n/etc/x3\n/etc/x5\n/etc/x7\n/etc/x9\n/etc/x11\n/etc/x13"},
	} {
		for i := range want {
			if got := valueIn(t, f, fixSheet, title, i+2); got != want[i] {
				t.Errorf("%s, row %d: got %q, want %q", title, i+2, got, want[i])
			}
		}
	}
}

// The matrix has a letter for each object, and says why it is left out.
func TestXLSXMatrix(t *testing.T) {
	with := func(n int) *Report {
		r := &Report{Recommendations: recsOf(Fail)}
		for i := range n {
			r.Results = append(r.Results, Result{Profile: r.Recommendations[0].Profile, ID: r.Recommendations[0].ID, Subject: fmt.Sprint("web", i), Status: []string{Fail, Pass}[i%2], Fingerprint: fmt.Sprint(i)})
		}
		return r
	}
	for n, want := range map[int]string{1: "Left out: with one object", 2: "F P", maxMatrix + 1: "Left out: there are 201 objects"} {
		rows, err := opened(t, workbook(t, with(n), Options{})).GetRows(matrixSheet)
		if err != nil || len(rows) != 2 || !strings.Contains(strings.Join(rows[1], " "), want) {
			t.Errorf("%d objects: got %q, %v; want %q", n, rows, err, want)
		}
	}
}

// A column's header names it for ever, so it stands once; what is the auditor's is
// not the machine's.
func TestXLSXColumns(t *testing.T) {
	for _, s := range Workbook(compared(t)) {
		titles := map[string]bool{}
		for _, c := range s.Columns {
			if titles[strings.ToLower(c.Title)] || c.Title == "" || strings.ContainsAny(c.Title, "\n\r") {
				t.Errorf("%s: the header %q", s.Name, c.Title)
			}
			titles[strings.ToLower(c.Title)] = true
			if c.Doc == "" || c.Auditor != (c.Source == "") && s.Name != dictionarySheet {
				t.Errorf("%s, %s: no meaning, or no source: %+v", s.Name, c.Title, c)
			}
		}
	}
}

// The cells of every sheet as text, so that a change of the workbook shows.
func TestXLSXGolden(t *testing.T) {
	f := opened(t, workbook(t, compared(t), Options{}))
	var b strings.Builder
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "== %s\n", sheet)
		for _, row := range rows {
			for i := range row {
				row[i] = strings.ReplaceAll(row[i], "\n", " / ")
			}
			fmt.Fprintln(&b, strings.TrimRight(strings.Join(row, " | "), " |"))
		}
	}
	golden(t, "report.xlsx.txt", []byte(b.String()))
}

func TestXLSXSheetsAreListed(t *testing.T) {
	want := []string{coverSheet, summarySheet, findingSheet, openSheet, rowSheet, targetSheet, matrixSheet, manualSheet, waiverSheet, answerSheet, evidenceSheet,
		mappingSheet, fixSheet, changeSheet, unknownSheet, factSheet, dictionarySheet, listSheet}
	if diff := cmp.Diff(want, opened(t, workbook(t, compared(t), Options{})).GetSheetList()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	without := opened(t, workbook(t, sample(), Options{})).GetSheetList()
	if slices.Contains(without, changeSheet) || len(without) != len(want)-1 {
		t.Errorf("without a previous run: %v", without)
	}
}
