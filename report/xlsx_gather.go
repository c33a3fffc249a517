package report

import (
	"fmt"
	"slices"
	"strings"
)

// A resultRow is a result as the sheets list it. There may be very many.
type resultRow struct {
	rec   *Recommendation
	res   *Result
	nth   int32 // of the results with its fingerprint
	order int32 // its place by what is worst
	at    int32 // its place among all
	facts int32 // how many rows it has on the sheet of the evidence
	first int32 // and the place of the first
}

// gather lists the results once, what is worst first, and what the other sheets
// take of them.
func (b *book) gather() {
	b.gatherResults()
	for i, row := range b.all {
		row.at, row.first = int32(i), int32(len(b.evidence))
		b.evidence = appendEvidence(b.evidence, i, row.res)
		row.facts = int32(len(b.evidence)) - row.first
		b.seen(findingSheet, row.rec, i)
	}
	b.open = b.with(Fail, Error, Manual)
	slices.SortStableFunc(b.open, func(a, b *resultRow) int { return CompareSeverity(a.rec.Severity, b.rec.Severity) })
	b.unknowns = b.with(Error, NotAssessed)
	for i, r := range b.unknowns {
		b.seen(unknownSheet, r.rec, i)
	}
	for i := range b.Recommendations {
		rec := &b.Recommendations[i]
		b.seen(rowSheet, rec, i)
		if rec.Status == Manual || len(b.ix.with(rec, Manual)) > 0 {
			b.seen(manualSheet, rec, len(b.asked))
			b.asked = append(b.asked, rec)
		}
	}
}

func (b *book) gatherResults() {
	rows := make([]resultRow, 0, len(b.Results)+len(b.Recommendations))
	with := make(map[string]int32, len(b.Results))
	facts := 0
	for rec, res := range b.each(b.Report.all()) {
		row := resultRow{rec: rec, res: res, order: order(rec, res)}
		with[row.base()]++
		row.nth = with[row.base()]
		rows = append(rows, row)
		facts += len(res.Evidence)
	}
	b.all = make([]*resultRow, len(rows))
	for i := range rows {
		b.all[i] = &rows[i]
	}
	b.evidence = make([]evidenceRow, 0, facts)
	slices.SortStableFunc(b.all, func(a, b *resultRow) int { return int(a.order - b.order) })
}

// base is the fingerprint; a verdict that was counted, not listed, has none.
func (r *resultRow) base() string {
	if r.res.Fingerprint == "" {
		return r.rec.Profile + "/" + r.rec.ID + "/" + r.res.Status
	}
	return r.res.Fingerprint
}

// id tells the rows of Findings apart. Profiles may share a decision, and the
// containers of one service have one fingerprint.
func (r *resultRow) id() string {
	if r.nth > 1 {
		return fmt.Sprintf("%s.%d", r.base(), r.nth)
	}
	return r.base()
}

// order puts failures first and what passed last, worst severity first in each;
// what is alike stays as the report has it.
func order(rec *Recommendation, res *Result) int32 {
	return int32(8*rank(gravity, res.Status) + min(7, rank(Severities(), rec.Severity)))
}

// with are the rows that have one of the statuses.
func (b *book) with(statuses ...string) []*resultRow {
	var rows []*resultRow
	for _, r := range b.all {
		if slices.Contains(statuses, r.res.Status) {
			rows = append(rows, r)
		}
	}
	return rows
}

// seen remembers the first place of a recommendation in a listing.
func (b *book) seen(sheet string, rec *Recommendation, at int) {
	if b.shownIn[sheet] == nil {
		b.shownIn[sheet] = map[place]int{}
	}
	if _, ok := b.shownIn[sheet][rec.place()]; !ok {
		b.shownIn[sheet][rec.place()] = at
	}
}

// firstOf is a recommendation's first row on a sheet.
func (b *book) firstOf(sheet string, rec *Recommendation) target {
	at, ok := b.shownIn[sheet][rec.place()]
	if !ok {
		return target{}
	}
	return b.where(sheet, at)
}

// toRow is a recommendation's number, leading to its row.
func (b *book) toRow(rec *Recommendation) value { return leading(rec.ID, b.firstOf(rowSheet, rec)) }

// object is what a row is about, on one line.
func object(res *Result) string {
	if res.Subject == "" {
		return Safe(res.Target)
	}
	return Safe(res.Subject)
}

// lines puts each value of a target on a line of its own.
func lines(values []string) string {
	safe := make([]string, len(values))
	for i, v := range values {
		safe[i] = Safe(v)
	}
	return strings.Join(safe, "\n")
}

// sheetOf is where the rows of a status are listed.
func sheetOf(status string) string {
	switch status {
	case Fail, Waived:
		return findingSheet
	case Error, NotAssessed:
		return unknownSheet
	case Manual:
		return manualSheet
	}
	return rowSheet
}

// explain remembers the last result that was asked for: several columns need it.
func (b *book) explain(res *Result) finding {
	if b.lately.res != res {
		b.lately.res, b.lately.finding = res, explain(res)
	}
	return b.lately.finding
}
