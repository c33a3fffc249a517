package report

import (
	"cmp"
	"maps"
	"slices"
)

// A tested is a target with the rows that have results about it.
type tested struct {
	id     string
	name   string
	others []Target // audited with it, without results of their own
	rows   []testedRow
}

type testedRow struct {
	rec     *Recommendation
	results []*Result
}

// status is the first of the results' in the order in which a recommendation takes
// it.
func (t testedRow) status() string {
	worst := t.results[0].Status
	for _, res := range t.results {
		if worse(res.Status, worst) {
			worst = res.Status
		}
	}
	return worst
}

// targetsOf groups the results by target, in the report's order. A verdict that
// names none is about the first.
func (x *xccdfWriter) targetsOf() []tested {
	at := map[string]int{}
	var all []tested
	for _, t := range x.Targets {
		if _, twice := at[t.Name]; !twice {
			at[t.Name] = len(all)
			all = append(all, tested{name: t.Name})
		}
	}
	for _, rec := range x.all() {
		for _, res := range x.ix.entire(rec) {
			name := cmp.Or(res.Target, SubjectTarget(x.Targets))
			i, known := at[name]
			if !known {
				i = len(all)
				at[name] = i
				all = append(all, tested{name: name})
			}
			all[i].take(rec, res)
		}
	}
	return x.named(all)
}

func (t *tested) take(rec *Recommendation, res *Result) {
	if n := len(t.rows); n > 0 && t.rows[n-1].rec == rec {
		t.rows[n-1].results = append(t.rows[n-1].results, res)
		return
	}
	t.rows = append(t.rows, testedRow{rec, []*Result{res}})
}

// named leaves out targets without results, which the first one mentions, and
// gives the others ids. There is always one.
func (x *xccdfWriter) named(all []tested) []tested {
	some := slices.DeleteFunc(slices.Clone(all), func(t tested) bool { return len(t.rows) == 0 })
	if len(some) == 0 {
		some = append(some, tested{name: SubjectTarget(x.Targets)})
	}
	for i := range some {
		some[i].id = x.ids.of("testresult", x.Run.ID, some[i].name)
	}
	for _, t := range x.Targets {
		if !slices.ContainsFunc(some, func(s tested) bool { return s.name == t.Name }) {
			some[0].others = append(some[0].others, t)
		}
	}
	return some
}

// targetFacts are what is known of a target besides its name.
func (x *xccdfWriter) targetFacts(t tested) {
	x.text("<target-facts>\n")
	for _, target := range x.Targets {
		if target.Name != t.name && !slices.ContainsFunc(t.others, func(o Target) bool { return o.Name == target.Name }) {
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(target.Details)) {
			x.elementWith("fact", ` name="urn:scantling:fact:`+plainID(target.Kind, name)+`" type="string"`, Safe(target.Details[name]))
		}
	}
	x.text("</target-facts>\n")
}
