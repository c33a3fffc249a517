package report

import (
	"cmp"
	"slices"
	"strings"
)

// CompareID orders a benchmark's numbers as people count: 1.2 before 1.10, 1
// before 1.1. It serves names as well: web2 before web10.
func CompareID(a, b string) int {
	x, y := a, b
	for x != "" && y != "" {
		var p, q string
		p, x = chunk(x)
		q, y = chunk(y)
		if c := compareChunk(p, q); c != 0 {
			return c
		}
	}
	if c := cmp.Compare(len(x), len(y)); c != 0 {
		return c
	}
	return strings.Compare(a, b) // 1.02 and 1.2 count alike, yet need an order
}

// chunk splits off the longest start that is all digits, or has none.
func chunk(s string) (head, rest string) {
	number := isDigit(s[0])
	i := 1
	for i < len(s) && isDigit(s[i]) == number {
		i++
	}
	return s[:i], s[i:]
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// compareChunk compares digits by value, whatever their number, so that no
// number is too large.
func compareChunk(p, q string) int {
	if !isDigit(p[0]) || !isDigit(q[0]) {
		return strings.Compare(p, q)
	}
	p, q = strings.TrimLeft(p, "0"), strings.TrimLeft(q, "0")
	return cmp.Or(cmp.Compare(len(p), len(q)), strings.Compare(p, q))
}

// CompareSeverity puts the worse severity first.
func CompareSeverity(a, b string) int {
	return cmp.Compare(rank(Severities(), a), rank(Severities(), b))
}

// Sort puts a report into the order in which it is written: recommendations by
// profile as the report lists them, then by number; results alike, then by
// target and subject.
func Sort(r *Report) {
	place := make(map[string]int, len(r.Profiles))
	for i, p := range r.Profiles {
		place[p.ID] = i
	}
	slices.SortStableFunc(r.Recommendations, func(a, b Recommendation) int {
		return cmp.Or(cmp.Compare(place[a.Profile], place[b.Profile]), CompareID(a.ID, b.ID))
	})
	slices.SortStableFunc(r.Results, func(a, b Result) int {
		return cmp.Or(cmp.Compare(place[a.Profile], place[b.Profile]), CompareID(a.ID, b.ID),
			CompareID(a.Target, b.Target), CompareID(a.Subject, b.Subject))
	})
}

// WorstFirst returns the recommendations by severity, keeping the given order
// within each.
func WorstFirst(recs []*Recommendation) []*Recommendation {
	sorted := slices.Clone(recs)
	slices.SortStableFunc(sorted, func(a, b *Recommendation) int {
		return CompareSeverity(a.Severity, b.Severity)
	})
	return sorted
}
