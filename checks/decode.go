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
		Name: raw.Name, Range: raw.Range,
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
		c.eachRange = e.Range()
	}
	for _, rp := range raw.Params {
		p, more := rp.param()
		c.Params, diags = append(c.Params, p), append(diags, more...)
	}
	if raw.Fix != nil {
		var more hcl.Diagnostics
		c.Fix = Fix{Text: given(raw.Fix.Text), Impact: given(raw.Fix.Impact)}
		c.Fix.Disruption, more = oneOf(raw.Fix.Disruption, "disruption", Disruptions)
		diags = append(diags, more...)
	}
	severity, more := oneOf(raw.Severity, "severity", Severities)
	c.Severity, diags = severity, append(diags, more...)
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

// word is an attribute that is one text and uses nothing.
func word(e hcl.Expression, name string) (string, hcl.Diagnostics) {
	v, diags := e.Value(nil)
	switch {
	case given(e) == nil:
		return "", hcl.Diagnostics{problem(e.Range(), "Missing "+name, "%s must be given.", name)}
	case diags.HasErrors():
		return "", diags
	case v.Type() != cty.String || v.IsNull():
		return "", hcl.Diagnostics{problem(e.Range(), "Wrong type", "%s is a text in quotes.", name)}
	}
	return v.AsString(), nil
}

func oneOf(e hcl.Expression, name string, allowed []string) (string, hcl.Diagnostics) {
	got, diags := word(e, name)
	if diags.HasErrors() || slices.Contains(allowed, got) {
		return got, diags
	}
	return got, hcl.Diagnostics{problem(e.Range(), "Invalid "+name, "%s is one of %s, not %q.%s",
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
