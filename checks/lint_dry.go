package checks

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// dry evaluates over exemplars: it finds wrong names inside for expressions,
// wrong argument types, and a result of the wrong type.
func (l *linter) dry(e hcl.Expression, want cty.Type) hcl.Diagnostics {
	var diags hcl.Diagnostics
	for _, op := range dryRun(e) {
		v, more := op.Value(l.model.NewChild())
		diags = append(diags, withoutIndex(more)...)
		if !more.HasErrors() {
			diags = append(diags, mistyped(op, v, want)...)
		}
	}
	return diags
}

// mistyped says so of a condition that is no bool, a text that is none, and of
// null, which is neither.
func mistyped(e hcl.Expression, v cty.Value, want cty.Type) hcl.Diagnostics {
	wanted := "A condition is true or false"
	switch {
	case want == cty.DynamicPseudoType:
		return nil
	case want == cty.String:
		wanted = "This attribute is a text"
	}
	switch {
	case want != cty.Bool && want != cty.String: // a list or a map in a fix
		if _, err := convert.Convert(v, want); err == nil {
			return nil
		}
		return hcl.Diagnostics{problem(e.Range(), "Wrong type", "This attribute is %s; this is %s.", want.FriendlyName(), v.Type().FriendlyName())}
	case v.IsNull():
		return hcl.Diagnostics{problem(e.Range(), "Wrong type", "%s; this is null.", wanted)}
	case v.Type() != want && v.Type() != cty.DynamicPseudoType:
		return hcl.Diagnostics{problem(e.Range(), "Wrong type", "%s; this is %s.", wanted, v.Type().FriendlyName())}
	}
	return nil
}

// dryRun splits at && and ||: evaluating the whole would drop what is wrong on
// the right of an operand that decides.
func dryRun(e hcl.Expression) []hcl.Expression {
	node, ok := e.(hclsyntax.Expression)
	if !ok {
		return []hcl.Expression{e}
	}
	var out []hcl.Expression
	for _, op := range operands(node) {
		out = append(out, op)
	}
	return out
}

// withoutIndex drops what an exemplar's one-element list provokes: cap_add[3].
func withoutIndex(diags hcl.Diagnostics) hcl.Diagnostics {
	return slices.DeleteFunc(diags, func(d *hcl.Diagnostic) bool { return d.Summary == "Invalid index" })
}

// settled finds an operand whose outcome no fact can change, such as
// privileged == "false": == never converts.
func (l *linter) settled(e hcl.Expression) hcl.Diagnostics {
	var diags hcl.Diagnostics
	for _, op := range dryRun(e) {
		v, more := op.Value(l.plain.NewChild())
		if more.HasErrors() || !v.IsKnown() || v.IsNull() {
			continue
		}
		diags = append(diags, problem(op.Range(), "Condition that no fact can change",
			"This is always %s. Note that == does not convert: a number or a bool never equals a string, and a list never equals [].", Format(v)))
	}
	return diags
}
