package checks

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// control checks what gohcl cannot and gives the exported form.
func (raw rawControl) control() (*Control, hcl.Diagnostics) {
	c := &Control{
		Name: raw.Name, Severity: raw.Severity, Range: raw.Range,
		When: given(raw.When), WhenNot: given(raw.WhenNot), Check: given(raw.Check),
		Ask: given(raw.Ask), Evidence: given(raw.Evidence), Title: given(raw.Title),
		Rationale: given(raw.Rationale), Message: given(raw.Message),
		Question: given(raw.Question), Procedure: given(raw.Procedure),
	}
	diags := c.requirements()
	if e := given(raw.Each); e != nil {
		if c.Each = hcl.ExprAsKeyword(e); c.Each == "" {
			diags = append(diags, problem(e.Range(), "Invalid each", "each names a stream of objects, such as container."))
		}
	}
	for _, rp := range raw.Params {
		p, more := rp.param()
		c.Params, diags = append(c.Params, p), append(diags, more...)
	}
	if raw.Fix != nil {
		c.Fix = Fix{given(raw.Fix.Text), given(raw.Fix.Impact), raw.Fix.Disruption}
		diags = append(diags, oneOf(raw.Fix.Range, "disruption", c.Fix.Disruption, Disruptions)...)
	}
	diags = append(diags, oneOf(c.Range, "severity", c.Severity, Severities)...)
	if c.Fix.Text == nil {
		diags = append(diags, c.missing("remediation", "it says how to mend what the control finds"))
	}
	return c, diags
}

func (c *Control) requirements() hcl.Diagnostics {
	var diags hcl.Diagnostics
	need := func(e hcl.Expression, name, why string) {
		if e == nil {
			diags = append(diags, c.missing(name, why))
		}
	}
	need(c.Title, "title", "it is the control's name in reports")
	need(c.Rationale, "rationale", "it says why the control matters")
	if c.Check != nil {
		need(c.Message, "message", "it says what is wrong when the check is false")
	}
	if c.Check == nil || c.Ask != nil {
		need(c.Question, "question", "a person decides this control")
		need(c.Procedure, "procedure", "a person decides this control")
	}
	if c.When != nil {
		need(c.WhenNot, "when_not", "the report names the guard that was false")
	}
	return diags
}

func (c *Control) missing(name, why string) *hcl.Diagnostic {
	return problem(c.Range, "Missing "+name, "Control %q needs %s: %s.", c.Name, name, why)
}

func oneOf(at hcl.Range, name, got string, allowed []string) hcl.Diagnostics {
	if slices.Contains(allowed, got) {
		return nil
	}
	return hcl.Diagnostics{problem(at, "Invalid "+name, "%s is one of %s, not %q.%s",
		name, strings.Join(allowed, ", "), got, suggest(got, allowed))}
}

func (raw rawParam) param() (Param, hcl.Diagnostics) {
	t, diags := typeexpr.TypeConstraint(raw.Type)
	p := Param{Name: raw.Name, Type: t}
	if e := given(raw.Default); e != nil && !diags.HasErrors() {
		p.Default, diags = constant(e, t)
	}
	if diags.HasErrors() {
		p.Type = cty.DynamicPseudoType
	}
	return p, diags
}

// constant evaluates an expression that may use nothing, to the wanted type.
func constant(e hcl.Expression, t cty.Type) (cty.Value, hcl.Diagnostics) {
	v, diags := e.Value(nil)
	if diags.HasErrors() {
		return cty.DynamicVal, diags
	}
	out, err := convert.Convert(v, t)
	if err != nil {
		return cty.DynamicVal, hcl.Diagnostics{problem(e.Range(), "Wrong type", "%s", err)}
	}
	return out, diags
}

func (l *Library) section(raw rawSection) (*Section, hcl.Diagnostics) {
	s := &Section{ID: raw.ID, Title: raw.Title}
	var diags hcl.Diagnostics
	for _, rr := range raw.Rows {
		r, more := l.recommendation(rr, raw.ID)
		s.Recommendations, diags = append(s.Recommendations, r), append(diags, more...)
	}
	for _, rs := range raw.Sections {
		sub, more := l.section(rs)
		s.Sections, diags = append(s.Sections, sub), append(diags, more...)
	}
	slices.SortFunc(s.Sections, func(a, b *Section) int { return CompareIDs(a.ID, b.ID) })
	return s, diags
}

func (l *Library) recommendation(raw rawRecommendation, section string) (*Recommendation, hcl.Diagnostics) {
	r := &Recommendation{ID: raw.ID, Section: section, Assessment: raw.Assessment, Range: raw.Range}
	if r.Assessment == "" {
		r.Assessment = "automated"
	}
	diags := oneOf(raw.Range, "assessment", r.Assessment, []string{"automated", "manual"})
	var more hcl.Diagnostics
	r.Levels, more = levels(raw.Level)
	diags = append(diags, more...)
	if e := given(raw.Mappings); e != nil {
		r.Mappings, more = mappings(e)
		diags = append(diags, more...)
	}
	c, ok := l.Controls[raw.Control]
	if !ok {
		return r, append(diags, problem(raw.Range, "Unknown control", "There is no control named %q.%s",
			raw.Control, suggest(raw.Control, l.ControlNames())))
	}
	r.Control = c
	r.With, more = c.arguments(given(raw.With), raw.Range)
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
		f, _ := n.AsBigFloat().Int64()
		if out[kind] = int(f); f < 1 || f > 3 {
			diags = append(diags, problem(e.Range(), "Invalid level", "A level is 1, 2 or 3."))
		}
	}
	return out, diags
}

func mappings(e hcl.Expression) (map[string][]string, hcl.Diagnostics) {
	v, diags := constant(e, cty.Map(cty.List(cty.String)))
	if diags.HasErrors() || v.IsNull() {
		return nil, diags
	}
	out := map[string][]string{}
	for name, list := range v.AsValueMap() {
		for _, s := range list.AsValueSlice() {
			out[name] = append(out[name], s.AsString())
		}
	}
	return out, nil
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
