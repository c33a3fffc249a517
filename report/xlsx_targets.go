package report

import (
	"cmp"
	"slices"
	"strings"

	"scantling/checks"
)

// An objectRow is a target, or an object of it, with its results counted.
type objectRow struct {
	target, name, kind string
	about              string
	score              Score // of its results
}

// population lists the targets, and behind each the objects that any result is about.
func (b *book) population() []*objectRow {
	at := map[[2]string]*objectRow{}
	var all []*objectRow
	row := func(target, name string) *objectRow {
		key := [2]string{target, name}
		if at[key] == nil {
			at[key] = &objectRow{target: target, name: name, kind: "object"}
			all = append(all, at[key])
		}
		return at[key]
	}
	for _, t := range b.Targets {
		o := row(t.Name, "")
		o.kind, o.about = t.Kind, describe(t)
	}
	for _, r := range b.all {
		if r.res.Fingerprint == "" && r.res.Subject == "" && len(b.all) > 0 && r.res.Message != "" {
			continue // counted, not listed: of nobody in particular
		}
		o := row(r.res.Target, r.res.Subject)
		o.score.add(&Recommendation{Status: r.res.Status})
		if r.res.Subject != "" && r.rec.Each != "" {
			o.kind = r.rec.Each
		}
	}
	for _, o := range all {
		o.score.ratios()
	}
	slices.SortStableFunc(all, func(a, b *objectRow) int {
		if a.name == "" && b.name == "" {
			return 0 // targets stay as the report has them
		}
		return cmp.Or(cmp.Compare(min(len(a.name), 1), min(len(b.name), 1)), strings.Compare(a.target, b.target),
			strings.Compare(a.kind, b.kind), checks.CompareIDs(a.name, b.name))
	})
	return all
}

// targets lists the population: what was audited.
func (b *book) targets() {
	b.objects = b.population()
	fields := []field[*objectRow]{
		{Column{Title: "Kind", width: 14, Doc: "A host or an engine; a container, an image or another kind of object.", Source: "targets[].kind, recommendations[].each"},
			func(o *objectRow) value { return txt(Safe(o.kind)) }},
		{Column{Title: "Object", width: 32, Key: true, Doc: "Its name; for a target that of the target.", Source: "targets[].name, results[].subject"},
			func(o *objectRow) value { return txt(Safe(cmp.Or(o.name, o.target))) }},
	}
	for _, status := range []string{Pass, Fail, Waived, Error, NotAssessed, Manual} {
		fields = append(fields, field[*objectRow]{Column{Title: capital(Word(status)), width: 10, kind: wholeNumber,
			Doc: "How many of its results have the status " + Word(status) + ".", Source: "results[].status"},
			func(o *objectRow) value { return some(o.score.Of(status)) }})
	}
	fields = append(fields, []field[*objectRow]{
		{Column{Title: "Passed %", width: 10, kind: tenthsNumber, Doc: "Passed of passed and failed results.", Source: "results[].status"},
			func(o *objectRow) value { return part100(o.score.Percent) }},
		{Column{Title: "About", width: 60, Doc: "What is known of a target.", Source: "targets[].details"},
			func(o *objectRow) value { return txt(Safe(o.about)) }},
		{Column{Title: "Target", width: 26, Key: true, Doc: "The target that the object belongs to.", Source: "results[].target"},
			func(o *objectRow) value { return txt(Safe(o.target)) }},
	}...)
	listing(b, Sheet{Name: targetSheet, none: "Nothing was audited.", Doc: "the population: targets and objects, with their results counted",
		lay: layout{frozen: 2, printed: 10, tab: headFill}}, b.objects, fields)
}

// part100 is a part of a hundred with one decimal, rounded down.
func part100(p *float64) value {
	if p == nil {
		return value{}
	}
	return decimal(tenthOf(*p))
}
