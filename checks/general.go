package checks

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// general renders a template for the control itself rather than for one subject:
// with the parameters and what the profile assumes of a target. Other facts
// appear by name, and what depends on one with all that it may be.
func (d *decision) general(e hcl.Expression) string {
	if e == nil {
		return ""
	}
	g := generalText{d.paramsOnly(), d.src}
	for name, v := range d.assume {
		g.ctx.Variables[name] = v
	}
	return strings.TrimSpace(strings.Join(g.variants(e.(hclsyntax.Expression)), "\nOr: "))
}

type generalText struct {
	ctx *hcl.EvalContext
	src []byte
}

// variants are what a whole text may be, by conditions that only a target decides.
func (g generalText) variants(e hclsyntax.Expression) (out []string) {
	n, ok := inner(e).(*hclsyntax.ConditionalExpr)
	if !ok {
		return []string{g.say(e)}
	}
	for _, side := range g.sides(n) {
		for _, text := range g.variants(side) {
			out = once(out, text)
		}
	}
	return out
}

// sides is the one that a condition chooses, or both.
func (g generalText) sides(n *hclsyntax.ConditionalExpr) []hclsyntax.Expression {
	switch v, diags := n.Condition.Value(g.ctx); {
	case diags.HasErrors() || !v.IsKnown() || v.IsNull() || v.Type() != cty.Bool:
		return []hclsyntax.Expression{n.TrueResult, n.FalseResult}
	case v.True():
		return []hclsyntax.Expression{n.TrueResult}
	}
	return []hclsyntax.Expression{n.FalseResult}
}

func (g generalText) say(e hclsyntax.Expression) string {
	if text, ok := asText(e.Value(g.ctx)); ok {
		return text
	}
	switch n := inner(e).(type) {
	case *hclsyntax.TemplateExpr:
		var b strings.Builder
		for _, p := range n.Parts {
			b.WriteString(g.say(p))
		}
		return b.String()
	case *hclsyntax.ConditionalExpr:
		return g.all(g.sides(n), " or ")
	case *hclsyntax.ForExpr:
		return strings.ReplaceAll(g.say(n.ValExpr), "<"+n.ValVar+".", "<")
	case *hclsyntax.TupleConsExpr:
		return g.all(n.Exprs, " or ")
	case *hclsyntax.FunctionCallExpr:
		if gathers(n.Name) {
			return g.all(n.Args[min(len(n.Args), map[string]int{"join": 1}[n.Name]):], " or ")
		}
	}
	return standIn(e, g.src)
}

// gathers: functions whose result is made of their arguments' elements.
func gathers(function string) bool {
	return slices.Contains([]string{"join", "concat", "distinct", "compact", "sort", "flatten", "coalesce"}, function)
}

// all joins the texts that say something, each once.
func (g generalText) all(es []hclsyntax.Expression, word string) string {
	var out []string
	for _, e := range es {
		out = once(out, g.say(e))
	}
	for i, text := range out[:max(len(out)-1, 0)] {
		if strings.HasSuffix(text, ".") {
			out[i+1] = "Or: " + out[i+1]
			word = " "
		}
	}
	return strings.Join(out, word)
}

// inner takes away parentheses and templates that are nothing but one expression.
func inner(e hclsyntax.Expression) hclsyntax.Expression {
	for {
		switch n := e.(type) {
		case *hclsyntax.ParenthesesExpr:
			e = n.Expression
		case *hclsyntax.TemplateWrapExpr:
			e = n.Wrapped
		default:
			return e
		}
	}
}
