package checks

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/zclconf/go-cty/cty"
)

func decodeControl(b *hcl.Block) (*Control, hcl.Diagnostics) {
	n := open(b.Body, controlSchema, b.DefRange)
	c := &Control{
		Name: b.Labels[0], Range: b.DefRange,
		When: n.expr("when"), WhenNot: n.expr("when_not"), Check: n.expr("check"),
		Ask: n.expr("ask"), Evidence: n.expr("evidence"), Title: n.expr("title"),
		Rationale: n.expr("rationale"), Message: n.expr("message"),
		Question: n.expr("question"), Procedure: n.expr("procedure"),
	}
	n.add(c.requirements()...)
	if e := n.expr("each"); e != nil {
		if c.Each = hcl.ExprAsKeyword(e); c.Each == "" {
			n.add(problem(e.Range(), "Invalid each", "each names a stream of objects, such as container."))
		}
		c.eachRange = e.Range()
	}
	for _, b := range n.blocks.OfType("param") {
		p, diags := decodeParam(b)
		c.Params = append(c.Params, p)
		n.add(diags...)
	}
	if b := n.only("remediation"); b != nil {
		fix := open(b.Body, fixSchema, b.DefRange)
		c.Fix = Fix{Text: fix.expr("text"), Impact: fix.expr("impact"), Disruption: fix.oneOf("disruption", Disruptions)}
		c.Fix.Steps = fix.steps()
		n.add(fix.diags...)
	}
	c.Severity = n.oneOf("severity", Severities)
	if c.Fix.Text == nil {
		n.add(c.missing("remediation", "it says how to mend what the control finds"))
	}
	return c, n.diags
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

func decodeParam(b *hcl.Block) (Param, hcl.Diagnostics) {
	n := open(b.Body, paramSchema, b.DefRange)
	p := Param{Name: b.Labels[0], Type: cty.DynamicPseudoType}
	e := n.expr("type")
	if e == nil {
		n.add(problem(n.at, "Missing type", "A parameter has a type, such as string or list(string)."))
		return p, n.diags
	}
	t, diags := typeexpr.TypeConstraint(e)
	if n.add(diags...); diags.HasErrors() {
		return p, n.diags
	}
	p.Type = t
	if e := n.expr("default"); e != nil {
		p.Default, diags = constant(e, t)
		n.add(diags...)
	}
	return p, n.diags
}
