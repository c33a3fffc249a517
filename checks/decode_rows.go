package checks

import (
	"regexp"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

func section(raw rawSection) (*Section, hcl.Diagnostics) {
	s := &Section{ID: raw.ID, Title: raw.Title}
	diags := number(raw.ID, "section", raw.Range)
	for _, rr := range raw.Rows {
		r, more := recommendation(rr, raw.ID)
		s.Recommendations, diags = append(s.Recommendations, r), append(diags, more...)
	}
	for _, rs := range raw.Sections {
		sub, more := section(rs)
		s.Sections, diags = append(s.Sections, sub), append(diags, more...)
	}
	slices.SortFunc(s.Sections, func(a, b *Section) int { return CompareIDs(a.ID, b.ID) })
	return s, diags
}

// number demands of an id what fits a command line, a cell and a file's name.
func number(id, kind string, at hcl.Range) hcl.Diagnostics {
	if plainID.MatchString(id) {
		return nil
	}
	return hcl.Diagnostics{problem(at, "Invalid "+kind, "%q does not name a %s: use letters, digits, '.', '-' and '_'.", id, kind)}
}

var plainID = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

func recommendation(raw rawRecommendation, section string) (*Recommendation, hcl.Diagnostics) {
	r := &Recommendation{ID: raw.ID, Section: section, Assessment: "automated", Range: raw.Range}
	diags := number(raw.ID, "recommendation", raw.Range)
	var more hcl.Diagnostics
	if e := given(raw.Assessment); e != nil {
		r.Assessment, more = oneOf(e, "assessment", []string{"automated", "manual"})
		diags = append(diags, more...)
	}
	r.Levels, more = levels(raw.Level)
	diags = append(diags, more...)
	if e := given(raw.Mappings); e != nil {
		r.Mappings, more = mappings(e)
		diags = append(diags, more...)
	}
	r.ControlName, more = word(raw.Control, "control")
	r.names, r.with = raw.Control.Range(), given(raw.With)
	return r, append(diags, more...)
}

// levels reads level = 1 or level = { server = 1, workstation = 2 }.
func levels(e hcl.Expression) (map[string]int, hcl.Diagnostics) {
	v, diags := e.Value(nil)
	if diags.HasErrors() {
		return nil, diags
	}
	if v.Type() == cty.Number {
		v = cty.MapVal(map[string]cty.Value{"": v})
	}
	m, err := convert.Convert(v, cty.Map(cty.Number))
	if err != nil || m.IsNull() {
		return nil, hcl.Diagnostics{problem(e.Range(), "Invalid level",
			"A level is a number, or an object such as { server = 1, workstation = 2 }.")}
	}
	out := map[string]int{}
	for kind, n := range m.AsValueMap() {
		i := slices.IndexFunc(allLevels, n.RawEquals)
		if out[kind] = i + 1; i < 0 {
			diags = append(diags, problem(e.Range(), "Invalid level", "A level is 1, 2 or 3."))
		}
	}
	return out, diags
}

var allLevels = []cty.Value{cty.NumberIntVal(1), cty.NumberIntVal(2), cty.NumberIntVal(3)}

func mappings(e hcl.Expression) (map[string][]string, hcl.Diagnostics) {
	v, diags := constant(e, cty.Map(cty.List(cty.String)))
	if diags.HasErrors() || v.IsNull() {
		return nil, diags
	}
	out := map[string][]string{}
	for name, list := range v.AsValueMap() {
		if containsNull(list) {
			return nil, hcl.Diagnostics{problem(e.Range(), "Wrong type", "mappings are lists of texts: { %s = [\"4.1\"] }.", name)}
		}
		for _, s := range list.AsValueSlice() {
			out[name] = append(out[name], s.AsString())
		}
	}
	return out, nil
}

func containsNull(list cty.Value) bool {
	return list.IsNull() || slices.ContainsFunc(list.AsValueSlice(), cty.Value.IsNull)
}

// arguments converts a row's with = { ... } to the control's parameters.
func (c *Control) arguments(e hcl.Expression, at hcl.Range) (map[string]cty.Value, hcl.Diagnostics) {
	out := map[string]cty.Value{}
	var diags hcl.Diagnostics
	if e != nil {
		pairs, more := hcl.ExprMap(e)
		diags = append(diags, more...)
		for _, kv := range pairs {
			diags = append(diags, c.argument(kv, out)...)
		}
	}
	for _, p := range c.Params {
		if _, ok := out[p.Name]; !ok && p.Default == cty.NilVal {
			diags = append(diags, problem(at, "Missing parameter", "Control %q needs with = { %s = … }.", c.Name, p.Name))
		}
	}
	return out, diags
}

func (c *Control) argument(kv hcl.KeyValuePair, out map[string]cty.Value) hcl.Diagnostics {
	name := hcl.ExprAsKeyword(kv.Key)
	p, ok := c.param(name)
	if !ok {
		var names []string
		for _, p := range c.Params {
			names = append(names, p.Name)
		}
		return hcl.Diagnostics{problem(kv.Key.Range(), "Unknown parameter",
			"Control %q has no parameter %q.%s", c.Name, name, suggest(name, names))}
	}
	v, diags := constant(kv.Value, p.Type)
	out[name] = v
	return diags
}
