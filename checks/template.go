package checks

import (
	"bytes"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"scantling/checks/fact"
)

// A template is compiled into pieces, because most of them only put a name
// between words: that takes no evaluation.
type piece struct {
	words string    // literal
	path  fact.Path // an attribute of the object at hand, when attr is set
	attr  bool
	expr  *expr // anything else
	alike *alike[string]
}

// other is a piece that must be evaluated, once for objects that are alike.
func other(e hclsyntax.Expression, stream fact.Fact, set *fact.Set) piece {
	x := compile(e, set)
	return piece{expr: x, alike: newAlike[string](stream, x)}
}

// pieces compiles a template for a stream; nil where there is nothing to gain.
func pieces(x *expr, stream fact.Fact, set *fact.Set) []piece {
	t, ok := x.Expression.(*hclsyntax.TemplateExpr)
	if !ok {
		return nil
	}
	var out []piece
	for _, p := range t.Parts {
		switch n := p.(type) {
		case *hclsyntax.LiteralValueExpr:
			s, ok := asText(n.Val, nil)
			if !ok {
				return nil
			}
			out = append(out, piece{words: s})
		case *hclsyntax.ScopeTraversalExpr:
			steps := attributes(n.Traversal)
			if steps[0] == stream.Name && len(steps) == len(n.Traversal) && len(steps) > 1 {
				out = append(out, piece{path: stream.Path(steps[1:]), attr: true})
				continue
			}
			out = append(out, other(p, stream, set))
		default:
			out = append(out, other(p, stream, set))
		}
	}
	return out
}

// fill puts the object's values between the words, without space around it all. It reports false where a
// piece is unknown or null, or no plain value.
func (s scope) fill(ps []piece) (string, bool) {
	b := s.object.text[:0]
	for _, p := range ps {
		text, ok := p.say(s)
		if !ok {
			return "", false
		}
		b = append(b, text...)
	}
	s.object.text = b
	return string(bytes.TrimSpace(b)), true
}

func (p piece) say(s scope) (string, bool) {
	switch {
	case p.attr:
		return s.object.Plain(p.path)
	case p.expr == nil:
		return p.words, true
	}
	text := p.alike.get(s, func() string { return s.plain(p.expr) })
	return text, text != unsaid
}

// unsaid stands for a piece that has no plain value. No profile can spell it:
// HCL text is valid UTF-8.
const unsaid = "\xff"

func (s scope) plain(x *expr) string {
	if text, ok := asText(s.eval(x)); ok {
		return text
	}
	return unsaid
}
