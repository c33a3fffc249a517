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
	p.reasons(NotAssessed, "not assessed", "not assessed", whatHelps)
	p.reasons(Error, "error", "errors", func(res *Result) string { return res.Reason })
	if n := len(p.having(Manual)); n > 0 {
		p.paragraph(1, fmt.Sprintf("%d manual: a person has to answer; scantling review --help says how", n))
	}
	p.reasons(Waived, "waived", "waived", waivedWords)
	if s := p.Score; s.NotAssessed+s.Error+s.Manual+s.Waived > 0 {
		p.line("")
	}
}

// waivedWords are who accepted a failure, until when and why: many findings may
// have a waiver each that say the same.
func waivedWords(res *Result) string {
	return cmp.Or(strings.TrimPrefix(res.Reason, "waived "), res.Waiver)
}

// whatHelps is what would make a result assessable, else why it is not.
func whatHelps(res *Result) string { return cmp.Or(res.Remedy, res.Reason) }

// reasons lists the recommendations of a status by their reasons.
func (p *page) reasons(status, one, many string, reason func(*Result) string) {
	for _, c := range p.ix.causes(p.having(status), status, reason) {
		p.because(plural(len(c.Recs), one, many), c.Why, c.Recs)
	}
}

// A cause is a reason and the recommendations that it holds for.
type cause struct {
	Why  string
	Recs []*Recommendation
}

// causes sorts recommendations by what the first of their results gives as the
// reason; the reason with the most comes first.
func (ix index) causes(recs []*Recommendation, status string, reason func(*Result) string) []cause {
	var all []cause
	at := map[string]int{}
	for _, rec := range recs {
		why := reason(ix.shown(rec, status)[0])
		i, ok := at[why]
		if !ok {
			i, at[why] = len(all), len(all)
			all = append(all, cause{Why: why})
		}
		all[i].Recs = append(all[i].Recs, rec)
	}
	slices.SortStableFunc(all, func(a, b cause) int { return cmp.Compare(len(b.Recs), len(a.Recs)) })
	return all
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
