package profiles_test

import (
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"scantling/checks"
)

func convertTo(v cty.Value, t cty.Type) (cty.Value, error) { return convert.Convert(v, t) }

// TestMutation negates every operand of every check, guard and ask in turn; a
// control whose cases do not notice is not tested.
func TestMutation(t *testing.T) {
	l := library(t)
	cases := readCases(t, l)
	for _, name := range l.ControlNames() {
		c := l.Controls[name]
		for attr, e := range map[string]*hcl.Expression{"check": &c.Check, "when": &c.When, "ask": &c.Ask} {
			whole, ok := (*e).(hclsyntax.Expression)
			if !ok {
				continue
			}
			for i := range count(whole) {
				n := i
				*e = negate(whole, &n)
				if !noticed(t, l, c, cases[name]) {
					t.Errorf("%s: no case notices that operand %d of %s is negated", name, i+1, attr)
				}
				*e = whole
			}
		}
	}
}

func noticed(t *testing.T, l *checks.Library, c *checks.Control, cases []testCase) bool {
	for _, tc := range cases {
		got := string(tc.decide(t, l, c).Status)
		if got == "not_assessed" || got == "error" {
			got = "unknown"
		}
		if got != tc.Status {
			return true
		}
	}
	return false
}

func count(e hclsyntax.Expression) int {
	if l, r, ok := logical(e); ok {
		return count(l) + count(r)
	}
	return 1
}

// negate returns a copy of the condition with its nth operand negated.
func negate(e hclsyntax.Expression, n *int) hclsyntax.Expression {
	if l, r, ok := logical(e); ok {
		b := *unwrap(e).(*hclsyntax.BinaryOpExpr)
		b.LHS = negate(l, n)
		b.RHS = negate(r, n)
		return &b
	}
	*n--
	if *n != -1 {
		return e
	}
	return &hclsyntax.UnaryOpExpr{Op: hclsyntax.OpLogicalNot, Val: e, SrcRange: e.Range()}
}

func logical(e hclsyntax.Expression) (l, r hclsyntax.Expression, ok bool) {
	b, ok := unwrap(e).(*hclsyntax.BinaryOpExpr)
	if !ok || b.Op != hclsyntax.OpLogicalAnd && b.Op != hclsyntax.OpLogicalOr {
		return nil, nil, false
	}
	return b.LHS, b.RHS, true
}

func unwrap(e hclsyntax.Expression) hclsyntax.Expression {
	for {
		p, ok := e.(*hclsyntax.ParenthesesExpr)
		if !ok {
			return e
		}
		e = p.Expression
	}
}
