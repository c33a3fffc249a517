package review

import (
	"io"
	"time"

	"scantling/checks"
	"scantling/report"
	"scantling/report/xlsxread"
)

// A Taken is what was in a workbook.
type Taken struct {
	Review checks.Review
	Left   Open
	Faults []Fault              // why nothing may be taken from it
	Edits  *xlsxread.Difference // where it does not say what the report says
	Odd    []string             // what was taken, and may not be what was meant
}

// Import reads what people wrote into the workbook of a report. Nothing may be
// taken from one that differs from its report, or with faults: the review is
// empty then.
func Import(in io.ReaderAt, size int64, r *report.Report, o report.Options, now time.Time) (*Taken, error) {
	book, err := xlsxread.Open(in, size)
	if err != nil {
		return nil, err
	}
	diff, err := xlsxread.Compare(book, r, o)
	if err != nil || !diff.None() {
		return &Taken{Edits: diff}, err
	}
	entries, left, faults, err := read(book, titlesOf(r))
	if err != nil {
		return nil, err
	}
	d := decider{known: knownOf(r), now: now, ids: map[string]bool{}, faults: faults}
	for i := range entries {
		d.entry(&entries[i])
	}
	t := &Taken{Left: left, Faults: d.faults, Edits: diff, Odd: d.odd}
	if len(d.faults) == 0 {
		t.Review = d.out
	}
	return t, nil
}
