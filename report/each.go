package report

import (
	"cmp"
	"fmt"
	"iter"
	"strings"
)

// each goes through every result in the order of the recommendations, which a
// format gives. A recommendation without one comes with a result made of it, and
// so do verdicts that were counted, not listed: no format drops them unsaid.
func (r *Report) each(recs []*Recommendation) iter.Seq2[*Recommendation, *Result] {
	ix := indexed(r)
	return func(yield func(*Recommendation, *Result) bool) {
		for _, rec := range recs {
			for _, res := range ix.entire(rec) {
				if !yield(rec, res) {
					return
				}
			}
		}
	}
}

func (ix index) entire(rec *Recommendation) []*Result {
	listed, out := map[string]int{}, ix[rec.place()]
	for _, res := range out {
		listed[res.Status]++
	}
	if len(out) == 0 {
		return ix.shown(rec, rec.Status)
	}
	for _, status := range Statuses() {
		if n := rec.Counts[status] - listed[status]; n > 0 {
			out = append(out, &Result{Profile: rec.Profile, ID: rec.ID, Control: rec.Control, Target: out[0].Target,
				Status: status, Message: fmt.Sprintf("%d more with this status, counted and not listed", n)})
		}
	}
	return out
}

// all lists the recommendations in the report's order.
func (r *Report) all() []*Recommendation {
	out := make([]*Recommendation, len(r.Recommendations))
	for i := range r.Recommendations {
		out[i] = &r.Recommendations[i]
	}
	return out
}

// statement is what a result says, in a line of plain text.
func statement(rec *Recommendation, res *Result) string {
	switch res.Status {
	case Pass:
		return cmp.Or(Safe(res.Message), Safe(res.Reason), Safe(rec.Title)) // a reason is a person's answer
	case Fail:
		return cmp.Or(Safe(res.Message), Safe(res.Reason), Safe(rec.Title))
	case Waived:
		return "waived (" + Safe(res.Waiver) + "): " + cmp.Or(Safe(res.Message), Safe(rec.Title))
	}
	if res.Status == Manual && rec.Question != "" {
		return "manual: " + Safe(rec.Question)
	}
	return Word(res.Status) + ": " + cmp.Or(Safe(res.Reason), Safe(rec.Reason), Safe(res.Message), Safe(rec.Title))
}

// account is what led to a result and what to do, line by line.
func account(rec *Recommendation, res *Result) string {
	f, fix := explain(res), cmp.Or(res.Remediation, rec.Remediation)
	text := ""
	add := func(label, s string) {
		if s != "" {
			text += label + ": " + s + "\n"
		}
	}
	for _, p := range f.parts {
		add("found", Safe(p.found))
		add("expected", Safe(p.expected))
	}
	for _, s := range f.from {
		add("from", Safe(s))
	}
	if res.Answer == "" || res.Message != "" { // else it is the statement itself
		add("reason", Safe(res.Reason))
	}
	add("remedy", Safe(res.Remedy))
	if res.Status == Fail || res.Status == Waived {
		add("fix", SafeLines(fix))
	}
	return text
}

// about is a statement that names the object, if it does not do so itself.
func about(rec *Recommendation, res *Result) string {
	s := statement(rec, res)
	if res.Subject != "" && strings.Contains(s, Safe(res.Subject)) {
		return s
	}
	return thing(res) + ": " + s
}

// thing names what a result is about: its target and, where it has one, its object.
func thing(res *Result) string {
	if res.Subject == "" {
		return Safe(res.Target)
	}
	return Safe(res.Target) + ": " + Safe(res.Subject)
}

// row names a recommendation across profiles: cis-docker/5.5.
func (r *Recommendation) row() string { return Safe(r.Profile) + "/" + Safe(r.ID) }
