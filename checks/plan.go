package checks

import (
	"cmp"
	"maps"
	"slices"

	"github.com/zclconf/go-cty/cty"

	"scantling/checks/fact"
)

// A Planned is one fact that a run would read, found without reading anything.
type Planned struct {
	Fact    string
	Key     string // of a keyed fact; the expression where it is only known at run time
	Late    bool   // the key is only known at run time
	Sources []string
	Needs   fact.Need
	Rows    []string // the recommendations that ask
}

// Plan lists what deciding the profiles would read. A key that depends on
// another fact is listed as its expression.
func (a *Auditor) Plan(profiles []*Profile) []Planned {
	plan := map[[2]string]*Planned{}
	a.bind(profiles)
	base := newLintBase(a.Facts, cty.UnknownVal)
	for _, p := range profiles {
		for _, r := range p.Recommendations() {
			a.planRow(plan, p.ID+"/"+r.ID, r.decided, base)
		}
	}
	out := make([]Planned, 0, len(plan))
	for _, p := range plan {
		out = append(out, *p)
	}
	slices.SortFunc(out, func(x, y Planned) int {
		return cmp.Or(cmp.Compare(x.Fact, y.Fact), cmp.Compare(x.Key, y.Key))
	})
	return out
}

func (a *Auditor) planRow(plan map[[2]string]*Planned, row string, d *decision, base *lintBase) {
	if d.control.Each != "" {
		a.planFact(plan, row, d.control.Each, "", false)
	}
	for _, x := range d.exprs() {
		for _, m := range x.reads {
			a.planFact(plan, row, m.fact, "", false)
		}
		for _, m := range x.calls {
			key, late := a.staticKey(m, d, base)
			a.planFact(plan, row, m.fact, key, late)
		}
	}
}

// staticKey evaluates a key that depends on parameters alone.
func (a *Auditor) staticKey(m mention, d *decision, base *lintBase) (string, bool) {
	ctx := base.context(d.control)
	ctx.Variables["param"] = d.params
	v, diags := m.arg.Value(ctx)
	if diags.HasErrors() || !v.IsKnown() || v.IsNull() || v.Type() != cty.String {
		return source(m.arg, a.Files[d.control.Range.Filename]), true
	}
	return v.AsString(), false
}

func (a *Auditor) planFact(plan map[[2]string]*Planned, row, name, key string, late bool) {
	p := plan[[2]string{name, key}]
	if p == nil {
		f, _ := a.Facts.Find(name)
		p = &Planned{Fact: name, Key: key, Late: late, Needs: f.Needs}
		if !late {
			p.Sources = f.Plan(key)
		}
		plan[[2]string{name, key}] = p
	}
	if !slices.Contains(p.Rows, row) {
		p.Rows = append(p.Rows, row)
	}
}

// PlannedSources gathers the sources of a plan, each once, sorted.
func PlannedSources(plan []Planned) []string {
	seen := map[string]bool{}
	for _, p := range plan {
		for _, s := range p.Sources {
			seen[s] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}
