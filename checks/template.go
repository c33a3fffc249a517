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

	chooses         bool // the expression is a condition, for one of these
	then, otherwise []piece
}

// pieces compiles a template for a stream.
func pieces(e hclsyntax.Expression, stream fact.Fact, set *fact.Set) []piece {
	switch n := e.(type) {
	case *hclsyntax.TemplateExpr:
		var out []piece
		for _, p := range n.Parts {
			out = append(out, pieces(p, stream, set)...)
		}
		return out
	case *hclsyntax.LiteralValueExpr:
		if s, ok := asText(n.Val, nil); ok {
			return []piece{{words: s}}
		}
	case *hclsyntax.ScopeTraversalExpr:
		steps := attributes(n.Traversal)
		if steps[0] == stream.Name && len(steps) == len(n.Traversal) && len(steps) > 1 {
			return []piece{{path: stream.Path(steps[1:]), attr: true}}
		}
	case *hclsyntax.ConditionalExpr:
		if texts(n.TrueResult) && texts(n.FalseResult) {
			p := other(n.Condition, stream, set)
			p.chooses, p.then, p.otherwise = true, pieces(n.TrueResult, stream, set), pieces(n.FalseResult, stream, set)
			return []piece{p}
		}
	}
	return []piece{other(e, stream, set)}
}

func texts(e hclsyntax.Expression) bool {
	_, ok := e.(*hclsyntax.TemplateExpr)
	return ok
}

// other is a piece that must be evaluated, once for objects that are alike.
func other(e hclsyntax.Expression, stream fact.Fact, set *fact.Set) piece {
	x := compile(e, set)
	return piece{expr: x, alike: newAlike[string](stream, x)}
}

// fill puts the object's values between the words, without space around it all. It reports false where a
// piece is unknown or null, or no plain value.
func (s scope) fill(ps []piece) (string, bool) {
	b, ok := s.say(s.object.text[:0], ps)
	s.object.text = b
	return string(bytes.TrimSpace(b)), ok
}

func (s scope) say(b []byte, ps []piece) ([]byte, bool) {
	for _, p := range ps {
		text, ok := p.say(s)
		switch {
		case !ok:
			return b, false
		case !p.chooses:
			b = append(b, text...)
		case text == "true":
			b, ok = s.say(b, p.then)
		case text == "false":
			b, ok = s.say(b, p.otherwise)
		default:
			ok = false
		}
		if !ok {
			return b, false
		}
	}
	return b, true
}

// say is the text of one piece; of one that chooses, true or false.
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
