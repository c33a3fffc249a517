package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
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

// sheets by number, as create makes them.
const cover, summary, findings, recommendations, manual, unknown, factsRead = 1, 2, 3, 4, 5, 6, 7

func TestXLSXParts(t *testing.T) {
	parts := unzipped(t, workbook(t, sample(), Options{}))
	for name, content := range parts {
		if err := wellFormed(content); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if strings.Contains(content, "<f>") || strings.Contains(content, "<f ") {
			t.Errorf("%s holds a formula", name)
		}
	}
	everywhere := []string{`fitToPage="true"`, `<pageSetup `, `paperSize="9"`, `fitToWidth="1"`, `<oddFooter>`, `<cols>`}
	table := append([]string{`<pane `, `state="frozen"`, `orientation="landscape"`, `fitToHeight="0"`}, everywhere...)
	for sheet, wants := range map[int][]string{
		cover:           append([]string{`<conditionalFormatting `, `<mergeCells`, `<hyperlinks>`, `orientation="portrait"`, `showGridLines="false"`}, everywhere...),
		summary:         append([]string{`<hyperlinks>`, `<mergeCells`, `showGridLines="false"`}, table...),
		findings:        append([]string{`<autoFilter ref="$A$1:$W`, `<ignoredErrors>`, `numberStoredAsText="true"`, `<conditionalFormatting `, `<dataValidations`, `<hyperlinks>`}, table...),
		recommendations: append([]string{`<autoFilter `, `<conditionalFormatting `, `<hyperlinks>`}, table...),
		manual:          append([]string{`<autoFilter `, `<conditionalFormatting `, `<dataValidations`, `<hyperlinks>`}, table...),
		unknown:         append([]string{`<autoFilter `, `<conditionalFormatting `, `<hyperlinks>`}, table...),
		factsRead:       append([]string{`<autoFilter `}, table...),
	} {
		for _, want := range wants {
			if name := fmt.Sprintf("xl/worksheets/sheet%d.xml", sheet); !strings.Contains(parts[name], want) {
				t.Errorf("%s has no %s", name, want)
			}
		}
	}
	for _, want := range []string{`_xlnm.Print_Titles`, `_xlnm.Print_Area`, `&#39;Findings&#39;!$A$1:$I$`, `&#39;Not assessed&#39;!$1:$1`} {
		if !strings.Contains(parts["xl/workbook.xml"], want) {
			t.Errorf("workbook.xml has no %s", want)
		}
	}
	for _, want := range []string{"Hardening audit of web01", "CIS Docker Benchmark 1.8.0", "2026-11-20T03:00:07Z"} {
		if !strings.Contains(parts["docProps/core.xml"], want) {
			t.Errorf("core.xml has no %s", want)
		}
	}
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
		for _, col := range []string{"F", "I", "J", "R"} {
			cell := fmt.Sprint(col, i+2)
			got, err := f.GetCellValue(findingSheet, cell)
			want := cellText(name)
			if col == "F" {
				want = cellText(Safe(name))
			}
			if err != nil || got != want {
				t.Errorf("%s: got %.80q, %v; want %.80q", cell, got, err, want)
			}
			if formula, _ := f.GetCellFormula(findingSheet, cell); formula != "" {
				t.Errorf("%s is the formula %q", cell, formula)
			}
		}
	}
}

func TestCellText(t *testing.T) {
	got := cellText(longName)
	if n := len(utf16.Encode([]rune(got))); n > maxCell || n < maxCell-2 {
		t.Errorf("%d UTF-16 units, want nearly %d", n, maxCell)
	}
	if !strings.HasSuffix(got, "[cut: 48000 characters in all; the JSON report has them]") {
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

func TestXLSXSameBytes(t *testing.T) {
	first := workbook(t, sample(), Options{})
	if !bytes.Equal(first, workbook(t, sample(), Options{TempDir: t.TempDir()})) {
		t.Error("the same report gives other bytes")
	}
	other := sample()
	other.Run.Finished = other.Run.Finished.Add(1e9)
	if bytes.Equal(first, workbook(t, other, Options{})) {
		t.Error("another report gives the same bytes")
	}
}

func TestXLSXLinks(t *testing.T) {
	f := opened(t, workbook(t, sample(), Options{}))
	for sheet, number := range map[string]string{findingSheet: "D", unknownSheet: "D", manualSheet: "B", rowSheet: "D"} {
		rows, err := f.GetRows(sheet)
		if err != nil || len(rows) < 2 {
			t.Fatalf("%s has %d rows, %v", sheet, len(rows), err)
		}
		for row := 2; row <= len(rows); row++ {
			from := fmt.Sprint(number, row)
			ok, to, err := f.GetCellHyperLink(sheet, from)
			if err != nil || !ok {
				if sheet != rowSheet { // a recommendation that passed leads nowhere
					t.Errorf("%s %s is no link: %v", sheet, from, err)
				}
				continue
			}
			id, _ := f.GetCellValue(sheet, from)
			if got := numberAt(t, f, to); got != id {
				t.Errorf("%s %s, number %s, leads to %s, number %s", sheet, from, id, to, got)
			}
		}
	}
}

// numberAt is the recommendation's number in the row that a link leads to.
func numberAt(t *testing.T, f *excelize.File, link string) string {
	t.Helper()
	sheet, cell, ok := strings.Cut(strings.TrimPrefix(link, "'"), "'!A")
	if !ok {
		t.Fatalf("strange link %q", link)
	}
	col := map[bool]string{true: "B", false: "D"}[sheet == manualSheet]
	id, err := f.GetCellValue(sheet, col+cell)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func TestXLSXSummaryCounts(t *testing.T) {
	r := sample()
	f := opened(t, workbook(t, r, Options{}))
	for i, status := range Statuses() {
		cell := at(5+i, 2) // the line for all profiles
		got, err := f.GetCellValue(summarySheet, cell)
		if err != nil || got != fmt.Sprint(r.Score.Of(status)) {
			t.Errorf("%s: got %q, %v; want %d", status, got, err, r.Score.Of(status))
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

func TestXLSXOfNothing(t *testing.T) {
	f := opened(t, workbook(t, &Report{}, Options{}))
	for sheet, want := range map[string]string{
		findingSheet: "Nothing failed.", unknownSheet: "Everything that was selected could be judged.",
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
	for cell, want := range map[string]string{findingSheet + "!D2": "9.0", unknownSheet + "!D2": "9.1", unknownSheet + "!G2": "why", manualSheet + "!B2": "9.2"} {
		sheet, at, _ := strings.Cut(cell, "!")
		if got, err := f.GetCellValue(sheet, at); err != nil || got != want {
			t.Errorf("%s: got %q, %v; want %q", cell, got, err, want)
		}
	}
}

// Beyond 16 MiB a sheet is kept in a file while it is written.
func TestXLSXLeavesNoTemporaryFile(t *testing.T) {
	r, long := &Report{Recommendations: recsOf(Fail)}, strings.Repeat("long ", 6_000)
	for range 600 {
		r.Results = append(r.Results, Result{Status: Fail, Message: long})
	}
	dir := t.TempDir()
	b := workbook(t, r, Options{TempDir: dir})
	sheet := unzipped(t, b)[fmt.Sprintf("xl/worksheets/sheet%d.xml", findings)]
	if len(sheet) < 17<<20 {
		t.Errorf("the sheet has %d bytes: too few for a temporary file", len(sheet))
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left over: %v, %v", left, err)
	}
	if missing := filepath.Join(dir, "missing"); !bytes.Equal(b, workbook(t, r, Options{TempDir: missing})) {
		t.Error("without a temporary folder the workbook differs")
	}
}

func TestXLSXBoundsItsLinks(t *testing.T) {
	r := &Report{Recommendations: recsOf(Fail)}
	r.Results = make([]Result, maxLinks+500)
	for i := range r.Results {
		r.Results[i].Status = Fail
	}
	sheet := unzipped(t, workbook(t, r, Options{}))[fmt.Sprintf("xl/worksheets/sheet%d.xml", findings)]
	if got, want := strings.Count(sheet, "<row "), len(r.Results)+1; got != want {
		t.Errorf("%d rows, want %d", got, want)
	}
	if got := strings.Count(sheet, "<hyperlink "); got != maxLinks {
		t.Errorf("%d links, want %d", got, maxLinks)
	}
}

// A sheet that is full must say so.
func TestXLSXBoundsItsRows(t *testing.T) {
	b := &book{Report: &Report{}, f: excelize.NewFile(), rows: map[place]int{}, first: map[string]map[place]int{}}
	defer b.f.Close()
	if err := b.create(); err != nil {
		t.Fatal(err)
	}
	s, err := b.sheet(unknownSheet, []column{{"What", 20, b.look.text}}, layout{header: true})
	if err != nil {
		t.Fatal(err)
	}
	s.limit = 3
	rec := &Recommendation{}
	rows := []resultRow{{rec, &Result{Subject: "a"}}, {rec, &Result{Subject: "b"}}, {rec, &Result{Subject: "c"}}, {rec, &Result{Subject: "d"}}}
	if err := errors.Join(s.results(rows, "none", func(r resultRow) []any { return []any{r.res.Subject} }), s.finish()); err != nil {
		t.Fatal(err)
	}
	packed, err := b.f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	got, err := opened(t, packed.Bytes()).GetCols(unknownSheet)
	want := []string{"What", "a", "b", "2 more rows do not fit; the JSON report has them all"}
	if diff := cmp.Diff(want, got[0]); err != nil || diff != "" {
		t.Errorf("%v, -want +got:\n%s", err, diff)
	}
}

// The cells of every sheet as text, so that a change of the workbook shows.
func TestXLSXGolden(t *testing.T) {
	f := opened(t, workbook(t, sample(), Options{}))
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
	want := []string{coverSheet}
	for _, d := range sheetDocs {
		want = append(want, d[0])
	}
	if diff := cmp.Diff(want, opened(t, workbook(t, sample(), Options{})).GetSheetList()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
