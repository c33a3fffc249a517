package xlsxread

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"scantling/report"
)

// saved is the golden report, read as convert reads it.
func saved(t testing.TB) *report.Report {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "testdata", "golden", "report.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := report.ReadJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func written(t testing.TB, r *report.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := report.WriteXLSX(&b, r, report.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// changed is a workbook after a change that a person makes.
func changed(t *testing.T, original []byte, change func(*excelize.File) error) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(original))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := change(f); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(t testing.TB, b []byte) *Book {
	t.Helper()
	book, err := Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func compared(t *testing.T, b []byte, r *report.Report) *Difference {
	t.Helper()
	d, err := Compare(open(t, b), r, report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestCompare(t *testing.T) {
	original := written(t, saved(t))
	set := func(sheet, cell string, value any) func(*excelize.File) error {
		return func(f *excelize.File) error { return f.SetCellValue(sheet, cell, value) }
	}
	for _, tt := range []struct {
		name   string
		change func(*excelize.File) error
		want   []string // edits; none: the workbook is as it was
	}{
		{"nothing", func(*excelize.File) error { return nil }, nil},
		{"a disposition", set("Findings", "J2", "Agree"), nil},
		{"a status", set("Findings", "A2", "pass"), []string{`Findings!A2 (Status) says "pass"; the report says "fail"`}},
		{"a cell emptied", set("Findings", "H3", nil), []string{`Findings!H3 (Expected) says nothing; the report says`}},
		{"a number", set("Summary", "E30", 99), []string{`Summary!E30 says "99"; the report says`}},
		{"a word of the cover", set("Cover", "A1", "Audit of another machine"), []string{`Cover!A1 says "Audit of another machine"`}},
		{"a line below the cover", set("Cover", "B300", "certified"), []string{`Cover!B300 says "certified"; the report says nothing`}},
		{"a title", set("Findings", "G1", "Was"), []string{`Findings!G1: no column is called "Found"`}},
		{"a formula", func(f *excelize.File) error { return f.SetCellFormula("Findings", "A2", `="pa"&"ss"`) },
			[]string{"Findings!A2 (Status): it is calculated"}},
		{"a row removed", func(f *excelize.File) error { return f.RemoveRow("Findings", 3) },
			[]string{`Findings: a row is missing: "fail`}},
		{"a row added", func(f *excelize.File) error { return f.SetSheetRow("Not assessed", "A400", &[]any{"error", "high"}) },
			[]string{"Not assessed!A400: the report has no such row"}},
		{"a column of one's own", func(f *excelize.File) error {
			if err := f.InsertCols("Findings", "C", 1); err != nil {
				return err
			}
			return f.SetCellValue("Findings", "C2", "mine")
		}, nil},
		{"a second column of a name", set("Findings", "BA1", "Status"), []string{`Findings!BA1: a second column is called "Status"`}},
		{"a sheet of one's own", func(f *excelize.File) error { _, err := f.NewSheet("Notes"); return err }, nil},
		{"a sheet removed", func(f *excelize.File) error { return f.DeleteSheet("Manual") }, []string{"Manual: the sheet is missing"}},
		{"rows sorted", swapRows("Findings", 2, 9), nil},
		{"sorted, and a cell changed", func(f *excelize.File) error {
			if err := swapRows("Findings", 2, 9)(f); err != nil {
				return err
			}
			return f.SetCellValue("Findings", "B9", "low")
		}, []string{`Findings!B9 (Severity) says "low"; the report says`}},
		{"a format that shows other words", func(f *excelize.File) error {
			code := `;;;"pass"`
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
			if err != nil {
				return err
			}
			return f.SetCellStyle("Findings", "A2", "A2", style)
		}, []string{"Findings!A2 (Status): the number format"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, err := compare(open(t, changed(t, original, tt.change)), open(t, original))
			if err != nil {
				t.Fatal(err)
			}
			if len(d.Edits) != len(tt.want) || d.More != 0 {
				t.Fatalf("got %d edits %q, want %d", len(d.Edits)+d.More, d.Edits, len(tt.want))
			}
			for i, want := range tt.want {
				if got := d.Edits[i].String(); !strings.HasPrefix(got, want) {
					t.Errorf("got %q, want %q", got, want)
				}
			}
		})
	}
}

// swapRows does what sorting does; links move with their rows.
func swapRows(sheet string, a, b int) func(*excelize.File) error {
	return func(f *excelize.File) error {
		for col := 1; col <= 40; col++ {
			x, _ := excelize.CoordinatesToCellName(col, a)
			y, _ := excelize.CoordinatesToCellName(col, b)
			v, to, err := content(f, sheet, x)
			if err != nil {
				return err
			}
			w, from, err := content(f, sheet, y)
			if err != nil {
				return err
			}
			for _, err := range []error{f.SetCellValue(sheet, x, w), f.SetCellValue(sheet, y, v), f.SetCellFormula(sheet, x, from), f.SetCellFormula(sheet, y, to)} {
				if err != nil {
					return err
				}
			}
		}
		return nil
	}
}

func content(f *excelize.File, sheet, cell string) (value, formula string, err error) {
	if formula, err = f.GetCellFormula(sheet, cell); err != nil {
		return "", "", err
	}
	value, err = f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	return value, formula, err
}

// A workbook of another run differs everywhere, and says so within bounds.
func TestCompareAnotherRun(t *testing.T) {
	other := saved(t)
	other.Run.ID = "another"
	for i := range other.Results {
		other.Results[i].Fingerprint = "0"
		other.Results[i].Message = "another"
	}
	d := compared(t, written(t, other), saved(t))
	if d.None() || len(d.Edits) > maxEdits {
		t.Errorf("got %d edits", len(d.Edits))
	}
	if !slices.ContainsFunc(d.Edits, func(e Edit) bool { return e.Sheet == "Cover" && e.Got == "another" }) {
		t.Errorf("the run's id is not among %q", d.Edits)
	}
}
