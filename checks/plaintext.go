package checks

import (
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// plainText renders a template part by part when it cannot be rendered whole:
// an unknown or null part appears as the words in the source, in brackets.
func plainText(x *expr, s scope) string {
	t, ok := x.Expression.(*hclsyntax.TemplateExpr)
	if !ok {
		return ""
	}
	var b strings.Builder
	for _, p := range t.Parts {
		v, diags := s.eval(compile(p, s.set))
		str, err := convert.Convert(v, cty.String)
		if diags.HasErrors() || err != nil || !str.IsKnown() || str.IsNull() {
			b.WriteString("(unknown)")
			continue
		}
		b.WriteString(str.AsString())
	}
	return strings.TrimSpace(b.String())
}
