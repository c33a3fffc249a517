package report

import (
	_ "embed"
	"strconv"
	"strings"
)

// safeguards gives each safeguard of the CIS Controls v8 the implementation group
// that asks for it first; the later groups ask for it too. The groups of v8.1 are
// the same.
//
//go:embed cis_controls_v8.csv
var safeguards string

// implementationGroup is 1, 2 or 3; 0 for what is no safeguard.
func implementationGroup(safeguard string) int {
	_, after, ok := strings.Cut(safeguards, "\n"+safeguard+",")
	if !ok || safeguard == "" || strings.ContainsAny(safeguard, ",\n") {
		return 0
	}
	return int(after[0] - '0')
}

func groupOf(framework, id string) string {
	if g := implementationGroup(id); g > 0 && framework == "cis_controls_v8" {
		return "IG" + strconv.Itoa(g)
	}
	return ""
}

// ByImplementationGroup scores what each implementation group of the CIS Controls
// v8 adds to the one before. A recommendation belongs to the first group that asks
// for any of its safeguards.
func ByImplementationGroup(recs []Recommendation) []Group {
	return groupBy(recs, strings.Compare, func(r *Recommendation) []Group {
		first := 0
		for _, s := range r.Mappings["cis_controls_v8"] {
			if g := implementationGroup(s); g > 0 && (first == 0 || g < first) {
				first = g
			}
		}
		if first == 0 {
			return nil
		}
		id := strconv.Itoa(first)
		return []Group{{ID: id, Title: "Implementation group " + id}}
	})
}
