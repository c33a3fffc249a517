package report

import (
	"cmp"
	"slices"
	"strings"

	"scantling/checks"
)

// A requirement is a place in a framework and the recommendations that serve it.
type requirement struct {
	framework, id string
	recs          []*Recommendation
	score         Score
}

func (b *book) requirements() []*requirement {
	at := map[[2]string]*requirement{}
	var all []*requirement
	for _, rec := range b.Report.all() {
		for f, ids := range rec.Mappings {
			for _, id := range ids {
				q := at[[2]string{f, id}]
				if q == nil {
					q = &requirement{framework: f, id: id}
					at[[2]string{f, id}] = q
					all = append(all, q)
				}
				q.recs = append(q.recs, rec)
				q.score.add(rec)
			}
		}
	}
	slices.SortFunc(all, func(a, b *requirement) int {
		return cmp.Or(strings.Compare(a.framework, b.framework), checks.CompareIDs(a.id, b.id), strings.Compare(a.id, b.id))
	})
	return all
}

// mappings rolls the recommendations up by the requirements of other frameworks.
func (b *book) mappings() {
	fields := []field[*requirement]{
		{Column{Title: "Framework", width: 20, Key: true, Doc: "The framework.", Source: "recommendations[].mappings"},
			func(q *requirement) value { return txt(framework(q.framework)) }},
		{Column{Title: "Requirement", width: 14, Key: true, Doc: "Its number or name there.", Source: "recommendations[].mappings"},
			func(q *requirement) value { return txt(q.id) }},
		{Column{Title: "Group", width: 8, Doc: "The implementation group from which a safeguard of CIS Controls v8 is asked for.", Source: "CIS Controls v8"},
			func(q *requirement) value { return txt(groupOf(q.framework, q.id)) }},
		{Column{Title: "Worst", width: 14, Allowed: statusWords(), Doc: "The worst status of the recommendations that serve it.", Source: "recommendations[].status"},
			func(q *requirement) value { return txt(Word(q.worst())) }},
	}
	for _, status := range []string{Pass, Fail, Waived, Error, NotAssessed} {
		fields = append(fields, field[*requirement]{Column{Title: capital(Word(status)), width: 10, kind: wholeNumber,
			Doc: "How many of them have the status " + Word(status) + ".", Source: "recommendations[].status"},
			func(q *requirement) value { return some(q.score.Of(status)) }})
	}
	fields = append(fields, field[*requirement]{Column{Title: "Recommendations", width: 60, Doc: "The recommendations that serve it; an audit of settings rarely covers a requirement whole.", Source: "recommendations[].id"},
		func(q *requirement) value { return txt(q.names(len(b.Profiles) > 1)) }})
	listing(b, Sheet{Name: mappingSheet, none: "The profiles name no other framework.", Doc: "how the requirements of other frameworks stand, by the recommendations that serve them",
		lay: layout{frozen: 2, printed: 10, tab: "1E5128"}}, b.requirements(), fields)
}

func (q *requirement) worst() string {
	status := NotApplicable
	for _, rec := range q.recs {
		if worse(rec.Status, status) {
			status = rec.Status
		}
	}
	return status
}

func (q *requirement) names(profiles bool) string {
	names := make([]string, len(q.recs))
	for i, rec := range q.recs {
		names[i] = Safe(rec.ID)
		if profiles {
			names[i] = rec.row()
		}
	}
	return strings.Join(names, ", ")
}
