package report

import (
	"cmp"
	"slices"

	"scantling/checks"
)

// A fixRow is a recommendation that fails, with what would mend it.
type fixRow struct {
	step int
	rec  *Recommendation
	res  []*Result
}

// fixPlan lists what would close the failures, what disturbs least first.
func (b *book) fixPlan() {
	var rows []fixRow
	for _, rec := range WorstFirst(b.Report.all()) {
		if res := b.ix.shown(rec, Fail); len(res) > 0 {
			rows = append(rows, fixRow{rec: rec, res: res})
		}
	}
	slices.SortStableFunc(rows, func(a, b fixRow) int {
		return cmp.Compare(rank(checks.Disruptions, a.rec.Disruption), rank(checks.Disruptions, b.rec.Disruption))
	})
	for i := range rows {
		rows[i].step = i + 1
	}
	listing(b, Sheet{Name: fixSheet, none: "Nothing failed.",
		Doc: "what would close the failures, grouped by what it disturbs; nothing is changed by the audit",
		lay: layout{frozen: 4, printed: 9, tab: "1E5128"}}, rows, []field[fixRow]{
		{Column{Title: "Step", width: 6, kind: wholeNumber, Doc: "What disturbs least comes first, then what is worst.", Source: "recommendations[].disruption"},
			func(r fixRow) value { return num(r.step) }},
		{Column{Title: "Disturbs", width: 16, Doc: "What it interrupts; several steps may share one interruption.", Source: "recommendations[].disruption"},
			func(r fixRow) value { return txt(cmp.Or(disturbs(r.rec.Disruption), "not known")) }},
		{Column{Title: "Severity", width: 10, Allowed: Severities(), Doc: "Of the failure.", Source: "recommendations[].severity"},
			func(r fixRow) value { return txt(r.rec.Severity) }},
		{Column{Title: "Number", width: 10, kind: linkText, Key: true, Doc: "The recommendation; leads to its first failure on Findings.", Source: "recommendations[].id"},
			func(r fixRow) value { return leading(r.rec.ID, b.firstOf(findingSheet, r.rec)) }},
		{Column{Title: "Recommendation", width: 32, Doc: "What is asked for.", Source: "recommendations[].title"},
			func(r fixRow) value { return txt(r.rec.Title) }},
		{Column{Title: "Closes", width: 8, kind: wholeNumber, Doc: "How many findings it would close.", Source: "results[]"},
			func(r fixRow) value { return num(len(r.res)) }},
		{Column{Title: "Objects", width: 26, Doc: "What has to be changed; the first ones.", Source: "results[].subject"},
			func(r fixRow) value { return txt(firstObjects(r.res)) }},
		{Column{Title: "What to do", width: 48, Doc: "The remediation of the first object; Findings has it for each.", Source: "results[].remediation"},
			func(r fixRow) value { return txt(fixOf(r.rec, r.res[0])) }},
		{Column{Title: "What may break", width: 36, Doc: "What may stop working.", Source: "recommendations[].impact"},
			func(r fixRow) value { return txt(r.rec.Impact) }},
		{Column{Title: "Profile", width: 14, Key: true, Doc: "The benchmark.", Source: "recommendations[].profile"},
			func(r fixRow) value { return txt(r.rec.Profile) }},
	})
}

// firstObjects names the first objects of results, a line each.
func firstObjects(results []*Result) string {
	const few = 12
	var names []string
	for i, res := range results {
		if i == few && len(results) > few+1 {
			names = append(names, plural(len(results)-few, "more", "more"))
			break
		}
		names = append(names, object(res))
	}
	return lines(names)
}
