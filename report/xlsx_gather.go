package report

import (
	"fmt"
	"slices"
	"strings"
)

// A resultRow is a result as the sheets list it.
type resultRow struct {
	rec   *Recommendation
	res   *Result
	order int
	id    string // of the finding: the fingerprint, with a number where several share one
	at    int    // its place among all
	facts int    // how many rows it has on the sheet of the evidence
	first int    // and the place of the first
}

// gather lists the results once, what is worst first, and what the other sheets
// take of them.
func (b *book) gather() {
	ids := map[string]int{}
	for rec, res := range b.each(b.Report.all()) {
		b.all = append(b.all, resultRow{rec: rec, res: res, id: findingID(rec, res, ids), order: order(rec, res)})
	}
	slices.SortStableFunc(b.all, func(a, b resultRow) int { return a.order - b.order })
	for i := range b.all {
		row := &b.all[i]
		row.at, row.first = i, len(b.evidence)
		b.evidence = appendEvidence(b.evidence, i, row.res)
		row.facts = len(b.evidence) - row.first
		b.seen(findingSheet, row.rec, i)
	}
	b.open = b.with(Fail, Error, Manual)
	slices.SortStableFunc(b.open, func(a, b resultRow) int { return CompareSeverity(a.rec.Severity, b.rec.Severity) })
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

// order puts failures first and what passed last, worst severity first in each;
// what is alike stays as the report has it.
func order(rec *Recommendation, res *Result) int {
	return 8*rank(gravity, res.Status) + min(7, rank(Severities(), rec.Severity))
}

// findingID tells the rows of Findings apart. Profiles may share a decision, and
// the containers of one service have one fingerprint.
func findingID(rec *Recommendation, res *Result, seen map[string]int) string {
	id := res.Fingerprint
	if id == "" {
		id = rec.Profile + "/" + rec.ID + "/" + res.Status
	}
	if seen[id]++; seen[id] > 1 {
		return fmt.Sprintf("%s.%d", id, seen[id])
	}
	return id
}

// with are the rows that have one of the statuses.
func (b *book) with(statuses ...string) []resultRow {
	var rows []resultRow
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
