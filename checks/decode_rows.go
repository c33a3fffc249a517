package checks

import (
	"regexp"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// decodeProfile gives the part of a profile that one block is.
func decodeProfile(b *hcl.Block) (*Profile, hcl.Diagnostics) {
	n := open(b.Body, profileSchema, b.DefRange)
	p := &Profile{
		ID: b.Labels[0], Range: b.DefRange,
		Title: n.text("title"), Version: n.text("version"), Reference: n.text("reference"),
		Sections: n.sections(), Assume: n.assume("assume"),
	}
	return p, n.diags
}

// assume reads assume = { host = { os_family = "rhel" } }.
func (n *node) assume(name string) map[string]cty.Value {
	e := n.expr(name)
	if e == nil {
		return nil
	}
	v, diags := e.Value(nil)
	if n.add(diags...); diags.HasErrors() {
		return nil
	}
	if !v.Type().IsObjectType() || v.IsNull() {
		n.add(problem(e.Range(), "Wrong type", "%s holds facts by name, each with some of its attributes.", name))
		return nil
	}
	return v.AsValueMap()
}

func (n *node) sections() []*Section {
	var out []*Section
	for _, b := range n.blocks.OfType("section") {
		s, diags := decodeSection(b)
		out = append(out, s)
		n.add(diags...)
	}
	slices.SortFunc(out, func(a, b *Section) int { return CompareIDs(a.ID, b.ID) })
	return out
}

func decodeSection(b *hcl.Block) (*Section, hcl.Diagnostics) {
	n := open(b.Body, sectionSchema, b.DefRange)
	s := &Section{ID: b.Labels[0], Title: n.word("title")}
	n.add(number(s.ID, "section", b.DefRange)...)
	for _, b := range n.blocks.OfType("recommendation") {
		r, diags := decodeRow(b, s.ID)
		s.Recommendations = append(s.Recommendations, r)
		n.add(diags...)
	}
	s.Sections = n.sections()
	return s, n.diags
}

// number demands of an id what fits a command line, a cell and a file's name.
func number(id, kind string, at hcl.Range) hcl.Diagnostics {
	if plainID.MatchString(id) {
		return nil
	}
	return hcl.Diagnostics{problem(at, "Invalid "+kind, "%q does not name a %s: use letters, digits, '.', '-' and '_'.", id, kind)}
}

var plainID = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

func decodeRow(b *hcl.Block, section string) (*Recommendation, hcl.Diagnostics) {
	n := open(b.Body, rowSchema, b.DefRange)
	r := &Recommendation{ID: b.Labels[0], Section: section, Assessment: "automated", Range: b.DefRange}
	n.add(number(r.ID, "recommendation", b.DefRange)...)
	if n.expr("assessment") != nil {
		r.Assessment = n.oneOf("assessment", []string{"automated", "manual"})
	}
	r.Levels = n.levels("level")
	r.Mappings = n.mappings("mappings")
	r.ControlName = n.word("control")
	r.names, r.with = n.place("control"), n.expr("with")
	return r, n.diags
}

// levels reads level = 1 or level = { server = 1, workstation = 2 }.
func (n *node) levels(name string) map[string]int {
	e := n.expr(name)
	if e == nil {
		n.add(problem(n.at, "Missing "+name, "A recommendation has a level."))
		return nil
	}
	v, diags := e.Value(nil)
	if n.add(diags...); diags.HasErrors() {
		return nil
	}
	if v.Type() == cty.Number {
		v = cty.MapVal(map[string]cty.Value{"": v})
	}
	m, err := convert.Convert(v, cty.Map(cty.Number))
	if err != nil || m.IsNull() {
		n.add(problem(e.Range(), "Invalid level", "A level is a number, or an object such as { server = 1, workstation = 2 }."))
		return nil
	}
	out := map[string]int{}
	for kind, l := range m.AsValueMap() {
		i := slices.IndexFunc(allLevels, l.RawEquals)
		if out[kind] = i + 1; i < 0 {
			n.add(problem(e.Range(), "Invalid level", "A level is 1, 2 or 3."))
		}
	}
	return out
}

var allLevels = []cty.Value{cty.NumberIntVal(1), cty.NumberIntVal(2), cty.NumberIntVal(3)}

// mappings reads { cis_controls_v8 = ["4.1"] }, element by element: a conversion
// of the whole costs half of what a row does.
func (n *node) mappings(name string) map[string][]string {
	e := n.expr(name)
	if e == nil {
		return nil
	}
	pairs, diags := hcl.ExprMap(e)
	wrong := diags.HasErrors()
	out := make(map[string][]string, len(pairs))
	for _, kv := range pairs {
		key, ok := asText(kv.Key.Value(nil))
		list, diags := hcl.ExprList(kv.Value)
		wrong = wrong || !ok || diags.HasErrors()
		for _, item := range list {
			text, ok := asText(item.Value(nil))
			wrong = wrong || !ok
			out[key] = append(out[key], text)
		}
	}
	if wrong {
		n.add(problem(e.Range(), "Wrong type", "mappings are lists of texts: { cis_controls_v8 = [\"4.1\"] }."))
	}
	return out
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
