package checks

import (
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

// say renders one expression; word stands between the parts of a list.
func (g generalText) say(e hclsyntax.Expression) string { return g.sayJoined(e, " or ") }

func (g generalText) sayJoined(e hclsyntax.Expression, word string) string {
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
		return g.each(n, word)
	case *hclsyntax.TupleConsExpr:
		return g.all(n.Exprs, word)
	case *hclsyntax.FunctionCallExpr:
		return g.call(n, word)
	}
	return standIn(e, g.src)
}

// call shows what a function puts together, with the separator that it is given.
func (g generalText) call(n *hclsyntax.FunctionCallExpr, word string) string {
	switch n.Name {
	case "join":
		if sep, ok := asText(n.Args[0].Value(g.ctx)); ok && len(n.Args) == 2 {
			return g.sayJoined(n.Args[1], sep)
		}
	case "concat", "distinct", "compact", "sort", "flatten":
		return g.all(n.Args, word)
	case "coalesce":
		return g.all(n.Args, " or ")
	}
	return standIn(n, g.src)
}

// each goes through a list that the parameters give; of another one the elements
// appear by name.
func (g generalText) each(n *hclsyntax.ForExpr, word string) string {
	list, diags := n.CollExpr.Value(g.ctx)
	if diags.HasErrors() || !list.IsWhollyKnown() || list.IsNull() || !list.CanIterateElements() || list.LengthInt() > 20 {
		return strings.ReplaceAll(g.sayJoined(n.ValExpr, word), "<"+n.ValVar+".", "<")
	}
	var out []string
	for it := list.ElementIterator(); it.Next(); {
		key, value := it.Element()
		one := generalText{g.ctx.NewChild(), g.src}
		one.ctx.Variables = map[string]cty.Value{n.ValVar: value}
		if n.KeyVar != "" {
			one.ctx.Variables[n.KeyVar] = key
		}
		out = once(out, one.sayJoined(n.ValExpr, word))
	}
	return either(out, word)
}

// all joins the texts that say something, each once.
func (g generalText) all(es []hclsyntax.Expression, word string) string {
	var out []string
	for _, e := range es {
		out = once(out, g.sayJoined(e, word))
	}
	return either(out, word)
}

// either sets sentences apart from each other.
func either(parts []string, word string) string {
	var b strings.Builder
	for i, text := range parts {
		switch before := b.String(); {
		case i == 0:
		case strings.HasSuffix(before, "."):
			b.WriteString(" Or: ")
		case word == " or " && isSentence(text):
			b.WriteString("; or: ")
		default:
			b.WriteString(word)
		}
		b.WriteString(text)
	}
	return b.String()
}

func isSentence(s string) bool {
	return s != "" && s[0] >= 'A' && s[0] <= 'Z' && strings.Count(s, " ") > 1
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
