package xlsxread

import (
	"bytes"
	"fmt"
	"slices"

	"scantling/report"
)

// An Edit is one difference between a workbook and its report.
type Edit struct {
	Sheet, Cell string // the address; empty where a whole row or sheet is meant
	Column      string // the title above it
	Got, Want   string
	Why         string // what is wrong, where it is not the text
}

// String names the place and both sides, on one line.
func (e Edit) String() string {
	place := e.Sheet
	if e.Cell != "" {
		place += "!" + e.Cell
	}
	if e.Column != "" {
		place += " (" + report.Safe(e.Column) + ")"
	}
	if e.Why != "" {
		return report.Safe(place) + ": " + e.Why
	}
	return fmt.Sprintf("%s says %s; the report says %s", report.Safe(place), quote(e.Got), quote(e.Want))
}

func quote(s string) string {
	if s == "" {
		return "nothing"
	}
	if r := []rune(s); len(r) > 60 {
		s = string(r[:60]) + "…"
	}
	return `"` + report.Safe(s) + `"`
}

// maxEdits is how many differences are told; a workbook of another report
// differs everywhere.
const maxEdits = 100

// A Difference is what tells a workbook from its report.
type Difference struct {
	Edits []Edit
	More  int      // edits that are counted, not told
	Added []string // sheets that the report does not have; they are somebody's own
}

func (d *Difference) add(e Edit) {
	if len(d.Edits) < maxEdits {
		d.Edits = append(d.Edits, e)
		return
	}
	d.More++
}

// None reports whether the workbook says what the report says.
func (d *Difference) None() bool { return len(d.Edits) == 0 }

// Compare holds a workbook against the one that WriteXLSX makes of the report.
// What cells hold is compared, and formats that would show something else; not
// how the sheets look. The columns for people, columns and sheets that somebody
// added, and the order of rows in a table are free.
func Compare(got *Book, r *report.Report, o report.Options) (*Difference, error) {
	want, err := rebuilt(r, o)
	if err != nil {
		return nil, err
	}
	return compare(got, want)
}

func compare(got, want *Book) (*Difference, error) {
	d, has := &Difference{}, got.Sheets()
	for _, name := range want.Sheets() {
		if !slices.Contains(has, name) {
			d.add(Edit{Sheet: name, Why: "the sheet is missing"})
			continue
		}
		if err := compareSheet(d, name, got, want); err != nil {
			return nil, err
		}
	}
	for _, name := range has {
		if !slices.Contains(want.Sheets(), name) {
			d.Added = append(d.Added, name)
		}
	}
	return d, nil
}

func rebuilt(r *report.Report, o report.Options) (*Book, error) {
	var b bytes.Buffer
	if err := report.WriteXLSX(&b, r, o); err != nil {
		return nil, err
	}
	return Open(bytes.NewReader(b.Bytes()), int64(b.Len()))
}

func compareSheet(d *Difference, name string, got, want *Book) error {
	s := &pair{d: d, name: name, got: got, want: want}
	if header, free := report.SheetForm(name); header {
		return s.table(free)
	}
	return s.page()
}

// A pair is a sheet of both workbooks.
type pair struct {
	d         *Difference
	name      string
	got, want *Book
	cols      []col
}

// A col is a column of the report, at its place in both workbooks.
type col struct {
	title     string
	got, want int
}
