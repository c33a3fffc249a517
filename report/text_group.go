package report

import (
	"fmt"
	"slices"
	"strings"
)

// A failure is a failing recommendation and those that fail for the same
// reason: two profiles may ask the same of the same objects.
type failure struct {
	rec     *Recommendation
	results []*Result // those that fail
	also    []string  // the numbers of the others
}

// failed lists the failures, worst first.
func (p *page) failed() []failure {
	var all []failure
	at := map[string]int{}
	for _, rec := range WorstFirst(p.having(Fail)) {
		results := p.ix.shown(rec, Fail)
		key := same(rec, results)
		if i, ok := at[key]; ok && key != "" {
			all[i].also = append(all[i].also, p.number(rec))
			continue
		}
		at[key] = len(all)
		all = append(all, failure{rec: rec, results: results})
	}
	return all
}

// same is equal for recommendations that are one finding: a fingerprint stands
// for control, parameters and subject. So is one of which is said the same, with
// the same fix: a row of level 2 is often a stricter one of level 1. It is empty
// where a fingerprint is missing.
func same(rec *Recommendation, results []*Result) string {
	prints := []string{rec.Control, rec.Severity}
	if only := results[0]; len(results) == 1 && only.Message != "" && only.Remediation != "" {
		return strings.Join(append(prints, only.Target, only.Subject, only.Message, only.Remediation), "\x00")
	}
	for _, res := range results {
		if res.Fingerprint == "" {
			return ""
		}
		prints = append(prints, res.Fingerprint)
	}
	return strings.Join(prints, "\x00")
}

// alikes gathers the results that found and expected the same, by the same answer
// if any, keeping order.
func alikes(results []*Result) [][]*Result {
	return gathered(results, func(res *Result) string { return res.Answer + "\x00" + joinedParts(explain(res)) })
}

// joinedParts is equal for findings with the same parts. Lengths keep it from
// being equal for others, whatever the texts hold.
func joinedParts(f finding) string {
	var b strings.Builder
	for _, p := range f.parts {
		fmt.Fprintf(&b, "%d %d ", len(p.found), len(p.expected))
		b.WriteString(p.found)
		b.WriteString(p.expected)
	}
	return b.String()
}

// gathered puts the results with the same key together, keeping order.
func gathered(results []*Result, key func(*Result) string) [][]*Result {
	var groups [][]*Result
	at := map[string]int{}
	for _, res := range results {
		k := key(res)
		i, ok := at[k]
		if !ok {
			i, at[k] = len(groups), len(groups)
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], res)
	}
	return groups
}

func count(groups [][]*Result) int { return len(slices.Concat(groups...)) }
