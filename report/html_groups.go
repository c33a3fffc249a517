package report

import "slices"

// htmlGroups are the results of a recommendation, and how many are left out.
type htmlGroups struct {
	Shown []htmlGroup
	Left  string
}

// An htmlGroup is results that say the same; the first speaks for all.
type htmlGroup struct {
	row     htmlRow
	results []*Result
}

func (g htmlGroup) first() *Result { return g.results[0] }

// Status is shown where it differs from the recommendation's.
func (g htmlGroup) Status() string {
	if g.first().Status == g.row.Status {
		return ""
	}
	return g.first().Status
}

// Message is what the result says, where it is the only one.
func (g htmlGroup) Message() clip {
	if len(g.results) > 1 {
		return clip{}
	}
	return g.clip(g.first().Message)
}

// About is what the message leaves out; the names of all where there are several.
func (g htmlGroup) About() []clip {
	if len(g.results) == 1 && g.first().Message != "" {
		return g.names(g.row.page.about(g.first()), 2)
	}
	var names []string
	for _, res := range g.results {
		if name := g.row.page.subject(res); name != "" {
			names = append(names, name)
		}
	}
	return g.names(names, g.row.limits().names)
}

// names cuts a list of names and each of them.
func (g htmlGroup) names(all []string, most int) []clip {
	out := make([]clip, min(len(all), most))
	for i := range out {
		out[i] = inList(all[i])
	}
	return out
}

// More counts the objects that About leaves out.
func (g htmlGroup) More() int { return max(0, len(g.results)-g.row.limits().names) }

// An htmlPart sets what was found beside what was expected.
type htmlPart struct{ Found, Expected clip }

// Parts are the decisive parts of the condition.
func (g htmlGroup) Parts() []htmlPart {
	var out []htmlPart
	for _, p := range g.explained().parts {
		if len(out) == g.row.limits().parts {
			break
		}
		out = append(out, htmlPart{g.clip(p.found), g.clip(p.expected)})
	}
	return out
}

// Expects reports whether anything was expected: facts for a person to look at
// stand alone.
func (g htmlGroup) Expects() bool {
	return slices.ContainsFunc(g.explained().parts, func(p part) bool { return p.expected != "" })
}

// MoreParts counts the parts that Parts leaves out.
func (g htmlGroup) MoreParts() int {
	return max(0, len(g.explained().parts)-g.row.limits().parts)
}

// From is where the values come from.
func (g htmlGroup) From() []clip {
	return g.names(g.explained().from, g.row.limits().parts)
}

// MoreFrom counts the places that From leaves out.
func (g htmlGroup) MoreFrom() int { return max(0, len(g.explained().from)-g.row.limits().parts) }

func (g htmlGroup) explained() finding { return explain(g.first()) }

// Reason, Remedy, Waiver and Answer are those of every result of the group.
func (g htmlGroup) Reason() clip { return g.clip(g.first().Reason) }
func (g htmlGroup) Remedy() clip { return g.clip(g.first().Remedy) }
func (g htmlGroup) Waiver() clip { return g.clip(g.first().Waiver) }
func (g htmlGroup) Answer() clip { return g.clip(g.first().Answer) }

// Fix is the remediation for the first object; what passes needs none.
func (g htmlGroup) Fix() clip {
	if !slices.Contains([]string{Fail, Waived}, g.first().Status) {
		return clip{}
	}
	text := g.first().Remediation
	if text == "" {
		text = g.row.Remediation
	}
	return clipped(text, g.row.limits().text)
}

// For names the object that Fix is written for, where the group has others.
func (g htmlGroup) For() clip {
	if len(g.results) < 2 {
		return clip{}
	}
	return inList(g.row.page.subject(g.first()))
}

func (g htmlGroup) clip(s string) clip { return clipped(s, g.row.limits().value) }
