package checks

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// text renders a template over facts. A part that is unknown or null appears
// as the name of the fact in angle brackets, rather than losing the sentence.
func (s scope) text(x *expr) string {
	if x == nil {
		return ""
	}
	if s.object != nil && !x.names(s.object.Fact.Name) {
		if known := x.words.Load(); known != nil {
			return *known
		}
		words := s.render(x)
		x.words.Store(&words)
		return words
	}
	return s.render(x)
}

func (s scope) render(x *expr) string {
	if s.object != nil {
		x.once.Do(func() { x.pieces = pieces(x.Expression.(hclsyntax.Expression), s.object.Fact, s.set) })
		if text, ok := s.fill(x.pieces); ok {
			return text
		}
	}
	v, diags := s.eval(x)
	if str, ok := asText(v, diags); ok {
		return strings.TrimSpace(str)
	}
	return s.inParts(x)
}

func (s scope) inParts(x *expr) string {
	return inParts(x.Expression, func(e hcl.Expression) (cty.Value, hcl.Diagnostics) {
		return s.eval(compile(e, s.set))
	})
}

func inParts(e hcl.Expression, eval func(hcl.Expression) (cty.Value, hcl.Diagnostics)) string {
	t, ok := e.(*hclsyntax.TemplateExpr)
	if !ok {
		t = &hclsyntax.TemplateExpr{Parts: []hclsyntax.Expression{e.(hclsyntax.Expression)}}
	}
	var b strings.Builder
	for _, p := range t.Parts {
		if str, ok := asText(eval(p)); ok {
			b.WriteString(str)
		} else {
			b.WriteString(standIn(p, nil))
		}
	}
	return strings.TrimSpace(b.String())
}

func asText(v cty.Value, diags hcl.Diagnostics) (string, bool) {
	if diags.HasErrors() {
		return "", false
	}
	str, err := convert.Convert(v, cty.String)
	if err != nil || !str.IsKnown() || str.IsNull() {
		return "", false
	}
	return str.AsString(), true
}

// standIn names the fact that a part of a template is about: as written
// where that is short, else the first fact that it mentions.
func standIn(e hclsyntax.Expression, src []byte) string {
	if text := source(e, src); text != "" && len(text) <= 50 {
		return "<" + text + ">"
	}
	for _, t := range e.Variables() {
		if t.RootName() != "param" {
			return "<" + strings.Join(attributes(t), ".") + ">"
		}
	}
	return "<…>"
}
