package report

import (
	"cmp"
	"slices"

	"scantling/checks"
)

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
		return cmp.Or(cmp.Compare(place[a.Profile], place[b.Profile]), checks.CompareIDs(a.ID, b.ID))
	})
	slices.SortStableFunc(r.Results, func(a, b Result) int {
		return cmp.Or(cmp.Compare(place[a.Profile], place[b.Profile]), checks.CompareIDs(a.ID, b.ID),
			checks.CompareIDs(a.Target, b.Target), checks.CompareIDs(a.Subject, b.Subject))
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
