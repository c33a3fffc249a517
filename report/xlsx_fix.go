package report

import (
	"cmp"
	"slices"
	"strings"

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
		{Column{Title: "Touches", width: 40, kind: codeText, Doc: "Files, units, packages and programs that the steps are about.", Source: "results[].steps"},
			func(r fixRow) value { return txt(touched(r.res)) }},
		{Column{Title: "Carried out by", width: 18, Allowed: []string{bySteps, bySome, byPerson}, Doc: "Whether scantling fix plans it with steps of its own, for all objects, for some, or for none.", Source: "results[].steps"},
			func(r fixRow) value { return txt(carriedOut(r.res)) }},
		{Column{Title: "Profile", width: 14, Key: true, Doc: "The benchmark.", Source: "recommendations[].profile"},
			func(r fixRow) value { return txt(r.rec.Profile) }},
	})
}

const (
	bySteps  = "scantling fix"
	bySome   = "in part"
	byPerson = "a person"
)

func carriedOut(results []*Result) string {
	planned := 0
	for _, res := range results {
		planned += one(len(res.Steps) > 0)
	}
	switch planned {
	case 0:
		return byPerson
	case len(results):
		return bySteps
	}
	return bySome
}

// touched names what the steps of results are about, each once, the first ones.
func touched(results []*Result) string {
	const few = 12
	var names []string
	for _, res := range results {
		for i := range res.Steps {
			for _, name := range abouts(&res.Steps[i]) {
				names = appendNew(names, name)
			}
		}
	}
	if len(names) > few+1 {
		names = append(names[:few], plural(len(names)-few, "more", "more"))
	}
	return lines(names)
}

// abouts says in words what a step is about.
func abouts(s *Step) []string {
	var out []string
	for _, path := range append([]string{s.Path}, s.Paths...) {
		out = appendNew(out, path)
	}
	if s.Mount != "" {
		out = append(out, "mount "+s.Mount)
	}
	for _, name := range s.Names {
		out = append(out, s.Kind+" "+name+" "+s.State)
	}
	for _, argv := range append([][]string{s.Argv}, s.Argvs...) {
		if len(argv) > 0 {
			out = append(out, "run "+strings.Join(argv, " "))
		}
	}
	return out
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
