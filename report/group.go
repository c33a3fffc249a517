package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"scantling/checks"
)

// BySection scores each section of a profile. A recommendation counts for its
// own section and for all around it: 1.1.1 for 1.1 and 1. The sections keep the
// order given, which is the benchmark's; one that is missing there follows, and
// one of which nothing was selected is left out.
func BySection(sections []Group, recs []Recommendation) []Group {
	groups := slices.Clone(sections)
	for _, id := range missingSections(sections, recs) {
		groups = append(groups, Group{ID: id})
	}
	for i := range groups {
		groups[i].Score = Count(only(recs, func(r *Recommendation) bool { return InSection(r.Section, groups[i].ID) }))
	}
	return slices.DeleteFunc(groups, func(g Group) bool { return g.Score.Total() == 0 })
}

// InSection reports whether a section is the given one or lies within it.
func InSection(section, id string) bool {
	return section == id || strings.HasPrefix(section, id+".")
}

func missingSections(sections []Group, recs []Recommendation) []string {
	var ids []string
	for i := range recs {
		id := recs[i].Section
		known := slices.ContainsFunc(sections, func(g Group) bool { return g.ID == id })
		if !known && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, checks.CompareIDs)
	return ids
}

// ByLevel scores each level by itself: level 2 is what it adds to level 1.
func ByLevel(recs []Recommendation) []Group {
	return groupBy(recs, checks.CompareIDs, func(r *Recommendation) []Group {
		id := strconv.Itoa(r.Level)
		return []Group{{ID: id, Title: "Level " + id}}
	})
}

// BySeverity scores each severity, worst first.
func BySeverity(recs []Recommendation) []Group {
	return groupBy(recs, CompareSeverity, func(r *Recommendation) []Group {
		return []Group{{ID: r.Severity, Title: r.Severity}}
	})
}

// ByControl scores each CIS Control (v8), the first number of a safeguard: 5.4
// belongs to control 5. A recommendation counts once for each control it serves.
func ByControl(recs []Recommendation) []Group {
	return groupBy(recs, checks.CompareIDs, func(r *Recommendation) []Group {
		var groups []Group
		for _, safeguard := range r.Mappings["cis_controls_v8"] {
			id, _, _ := strings.Cut(safeguard, ".")
			groups = append(groups, Group{ID: id, Title: "CIS Control " + id})
		}
		return groups
	})
}

// groupBy scores the groups that the recommendations name.
func groupBy(recs []Recommendation, order func(a, b string) int, named func(*Recommendation) []Group) []Group {
	at := map[string]*Group{}
	for i := range recs {
		counted := map[string]bool{}
		for _, g := range named(&recs[i]) {
			if at[g.ID] == nil {
				at[g.ID] = &g
			}
			if !counted[g.ID] {
				at[g.ID].Score.add(&recs[i])
			}
			counted[g.ID] = true
		}
	}
	groups := make([]Group, 0, len(at))
	for _, g := range at {
		g.Score.ratios()
		groups = append(groups, *g)
	}
	slices.SortFunc(groups, func(a, b Group) int { return cmp.Or(order(a.ID, b.ID), strings.Compare(a.ID, b.ID)) })
	return groups
}

func only(recs []Recommendation, keep func(*Recommendation) bool) []Recommendation {
	var kept []Recommendation
	for i := range recs {
		if keep(&recs[i]) {
			kept = append(kept, recs[i])
		}
	}
	return kept
}

// OfProfile returns the recommendations of one profile.
func OfProfile(recs []Recommendation, id string) []Recommendation {
	return only(recs, func(r *Recommendation) bool { return r.Profile == id })
}
