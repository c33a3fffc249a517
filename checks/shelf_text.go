package checks

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// template is a text in quotes; what stands in ${} and is not plain is left to
// HCL. Empty texts, and those with escapes, marks for spaces or %{}, are not plain.
func (r *reader) template(at int) (hclsyntax.Expression, int) {
	var parts []hclsyntax.Expression
	for from, i := at+1, at+1; i < r.end; i++ {
		switch c := r.src[i]; {
		case c == '\\', c == '%', c >= 0x80, c == '"' && i == at+1:
			return nil, -1
		case c == '"':
			return r.quoted(r.literal(parts, from, i), at, i+1), i + 1
		case c == '$' && !r.is(i+1, '{'), c == '$' && r.is(i-1, '$'):
			return nil, -1
		case c == '$':
			e, end := r.interpolation(i + 2)
			if e == nil {
				return nil, -1
			}
			parts = append(r.literal(parts, from, i), e)
			from, i = end, end-1
		}
	}
	return nil, -1
}

// quoted is what the parts come to: one alone that is no text stays what it is.
func (r *reader) quoted(parts []hclsyntax.Expression, from, to int) hclsyntax.Expression {
	if len(parts) == 1 && r.src[from+1] == '$' {
		return &hclsyntax.TemplateWrapExpr{Wrapped: parts[0], SrcRange: r.rng(from, to)}
	}
	return &hclsyntax.TemplateExpr{Parts: parts, SrcRange: r.rng(from, to)}
}

func (r *reader) literal(parts []hclsyntax.Expression, from, to int) []hclsyntax.Expression {
	if from == to {
		return parts
	}
	return append(parts, &hclsyntax.LiteralValueExpr{Val: cty.StringVal(string(r.src[from:to])), SrcRange: r.rng(from, to)})
}

// plainText is a text in quotes with nothing in it but itself.
func (r *reader) plainText(at int) (string, int) {
	e, end := r.template(at)
	t, ok := e.(*hclsyntax.TemplateExpr)
	if !ok || len(t.Parts) != 1 {
		return "", -1
	}
	return t.Parts[0].(*hclsyntax.LiteralValueExpr).Val.AsString(), end
}

// interpolation is the expression that begins after ${, with the brace that
// closes it.
func (r *reader) interpolation(at int) (hclsyntax.Expression, int) {
	if e, end := r.name(at); e != nil && r.is(end, '}') {
		return e, end + 1
	}
	end := r.closing(at, '}')
	if end < 0 || r.is(at, '~') || r.is(end-1, '~') {
		return nil, -1
	}
	e, diags := hclsyntax.ParseExpression(r.src[at:end], r.file, r.pos(at))
	if diags.HasErrors() {
		return nil, -1
	}
	return e, end + 1
}

// closing finds the brace or the quote that closes what begins at a place.
func (r *reader) closing(at int, mark byte) int {
	for i := at; i >= at && i < r.end; i++ {
		switch c := r.src[i]; {
		case c == '\\' || c >= 0x80:
			return -1
		case c == mark:
			return i
		case mark == '"' && c == '$' && r.is(i+1, '{'):
			i = r.closing(i+2, '}')
		case mark == '}' && c == '{':
			i = r.closing(i+1, '}')
		case mark == '}' && c == '"':
			i = r.closing(i+1, '"')
		}
	}
	return -1
}
