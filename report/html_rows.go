package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// An htmlRow is a recommendation on the page.
type htmlRow struct {
	*Recommendation
	page *htmlPage
}

// Anchor is the same in every run, so that a link to an entry stays good.
func (r htmlRow) Anchor() string { return attribute(r.Profile) + "/" + attribute(r.ID) }

// Number is the recommendation's number, with its profile where there are several.
func (r htmlRow) Number() string { return r.page.number(r.Recommendation) }

// Disturbs says what carrying out the remediation interrupts.
func (r htmlRow) Disturbs() string { return disturbs(r.Disruption) }

// Decided reports a pass or a not applicable, of which the page says less.
func (r htmlRow) Decided() bool { return r.Status == Pass || r.Status == NotApplicable }

// Tally says how many objects have which status, where there is more than one.
func (r htmlRow) Tally() string {
	n := 0
	for _, c := range r.Counts {
		n += c
	}
	if n < 2 {
		return ""
	}
	return objects(r.Counts)
}

// Places are the entry's places in other frameworks, in the order of their names.
func (r htmlRow) Places() string {
	var out []string
	for _, f := range slices.Sorted(maps.Keys(r.Mappings)) {
		out = append(out, framework(f)+": "+strings.Join(r.Mappings[f], ", "))
	}
	return strings.Join(out, "; ")
}

// Defined is the file and the line of the control.
func (r htmlRow) Defined() string {
	place, _, _ := strings.Cut(r.Source, ",")
	return place
}

// Groups gathers the results that say the same.
func (r htmlRow) Groups() htmlGroups {
	var all [][]*Result
	for _, status := range r.speaking() {
		all = append(all, gathered(r.page.ix.shown(r.Recommendation, status), sameWords)...)
	}
	g := htmlGroups{}
	for i, results := range all {
		if i == r.limits().groups {
			n := count(all[i:])
			g.Left = fmt.Sprintf("… %s with other values, in the JSON report", plural(n, "more object", "more objects"))
			break
		}
		g.Shown = append(g.Shown, htmlGroup{row: r, results: results})
	}
	return g
}

// sameWords is equal for results that a reader need not tell apart.
func sameWords(res *Result) string {
	return fmt.Sprint(len(res.Reason), len(res.Remedy), " ") + res.Reason + res.Remedy + res.Waiver + "\x00" + res.Answer + "\x00" + joinedParts(explain(res))
}

// speaking are the statuses of which the objects are shown, the recommendation's
// own first. Where it does not pass, objects that do are only counted.
func (r htmlRow) speaking() []string {
	out := []string{r.Status}
	if r.Decided() {
		return out
	}
	for _, s := range []string{Fail, Error, NotAssessed, Manual, Waived} {
		if s != r.Status {
			out = append(out, s)
		}
	}
	return out
}

// htmlLimits are how much of a recommendation is shown; what goes beyond is
// counted. Values and texts are in characters.
type htmlLimits struct{ groups, names, parts, value, text int }

func (r htmlRow) limits() htmlLimits {
	switch {
	case r.page.all:
		return htmlLimits{10_000, 100_000, 1_000, 100_000, 100_000}
	case r.Decided():
		return htmlLimits{min(2, r.page.most()/2), 12, 4, 240, 2_000}
	}
	return htmlLimits{r.page.most(), 40, 12, 1_000, 4_000}
}

// most is how many groups of objects a recommendation shows: the fewer, the more
// recommendations have several, so that the page stays light.
func (p *htmlPage) most() int {
	if p.groups == 0 {
		several := 0
		for i := range p.Recommendations {
			rec := &p.Recommendations[i]
			several += one(rec.Counts[Fail]+rec.Counts[Error]+rec.Counts[NotAssessed]+rec.Counts[Manual]+rec.Counts[Waived] > 1)
		}
		p.groups = max(2, min(25, 250/max(1, several)))
	}
	return p.groups
}

// Clip cuts a text of the recommendation itself.
func (r htmlRow) Clip(s string) clip { return clipped(s, r.limits().text) }
