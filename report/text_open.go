package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// open shows what carries no verdict: not assessed by what would make it
// possible, errors by reason, questions for people, waivers.
func (p *page) open() {
	p.reasons(NotAssessed, "not assessed", "not assessed", func(res *Result) string { return cmp.Or(res.Remedy, res.Reason) })
	p.reasons(Error, "error", "errors", func(res *Result) string { return res.Reason })
	if n := len(p.having(Manual)); n > 0 {
		p.paragraph(1, fmt.Sprintf("%d manual: a person has to decide; -o xlsx=audit.xlsx lists the questions", n))
	}
	p.reasons(Waived, "waived", "waived", func(res *Result) string { return res.Waiver })
	if s := p.Score; s.NotAssessed+s.Error+s.Manual+s.Waived > 0 {
		p.line("")
	}
}

// reasons lists the recommendations of a status, by what the first of their
// results gives as the reason; the reason with the most comes first.
func (p *page) reasons(status, one, many string, reason func(*Result) string) {
	at := map[string][]*Recommendation{}
	var order []string
	for _, rec := range p.having(status) {
		why := reason(p.ix.shown(rec, status)[0])
		if at[why] == nil {
			order = append(order, why)
		}
		at[why] = append(at[why], rec)
	}
	slices.SortStableFunc(order, func(a, b string) int { return cmp.Compare(len(at[b]), len(at[a])) })
	for _, why := range order {
		p.because(plural(len(at[why]), one, many), why, at[why])
	}
}

func (p *page) because(head, why string, recs []*Recommendation) {
	if why = strings.TrimSpace(why); why != "" {
		head += ": " + short(Safe(why), p.longest())
	}
	p.paragraph(1, head)
	ids := make([]string, len(recs))
	for i, rec := range recs {
		ids[i] = p.number(rec)
	}
	few := 12
	if !p.All && len(ids) > few+1 {
		ids = append(ids[:few:few], fmt.Sprintf("… %d more", len(recs)-few))
	}
	p.paragraph(6, strings.Join(ids, "  "))
}
