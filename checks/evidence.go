package checks

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"scantling/checks/fact"
)

// Evidence is one operand of a condition: whether it held, what it wanted, what
// it found, and the facts it read.
type Evidence struct {
	Expression string
	Holds      Truth
	Expected   string
	Actual     string
	Reads      []Read
}

// Read is one fact that an operand looked at.
type Read struct {
	Path, Value, Origin, Remark string
	Errs                        []error // why it, or parts of it, are unknown

	own  bool // an attribute of the stream's object, at attr
	attr string
}

// Why joins the reasons why a fact is unknown; empty when it is known.
func (r Read) Why() string {
	var reasons []string
	for _, err := range r.Errs {
		reasons = once(reasons, err.Error())
	}
	return strings.Join(reasons, "; ")
}

// Truth is a three-valued answer.
type Truth uint8

// The three values.
const (
	Unknown Truth = iota
	True
	False
)

func (t Truth) String() string { return [...]string{"unknown", "true", "false"}[t] }

// truth reads the outcome of a condition. Null and error diagnostics are
// unknown: HCL reports none where the other operand decides.
func truth(v cty.Value, diags hcl.Diagnostics) Truth {
	switch {
	case diags.HasErrors() || !v.IsKnown() || v.IsNull() || v.Type() != cty.Bool:
		return Unknown
	case v.True():
		return True
	}
	return False
}

// operands splits a condition at && and ||.
func operands(e hclsyntax.Expression) []hclsyntax.Expression {
	switch n := e.(type) {
	case *hclsyntax.ParenthesesExpr:
		return operands(n.Expression)
	case *hclsyntax.BinaryOpExpr:
		if n.Op == hclsyntax.OpLogicalAnd || n.Op == hclsyntax.OpLogicalOr {
			return append(operands(n.LHS), operands(n.RHS)...)
		}
	}
	return []hclsyntax.Expression{e}
}

// A part is one operand, compiled once.
type part struct {
	*expr
	text     string
	subject  hcl.Expression // what is shown as the actual value; nil: the facts themselves
	expected hcl.Expression // the other side of a comparison
	operator string
}

// parts compiles a condition's operands. src is the text of their file.
func parts(e hcl.Expression, set *fact.Set, src []byte) []part {
	node, ok := e.(hclsyntax.Expression)
	if !ok {
		return nil
	}
	var out []part
	for _, op := range operands(node) {
		p := part{expr: compile(op, set), text: source(op, src)}
		p.dissect(op, set)
		out = append(out, p)
	}
	return out
}

// dissect finds what an operand compares with what, so that a finding can say
// expected and actual.
func (p *part) dissect(op hclsyntax.Expression, set *fact.Set) {
	switch n := op.(type) {
	case *hclsyntax.BinaryOpExpr:
		p.operator = operator(n.Op)
		p.subject, p.expected = settled(n.LHS), n.RHS
	case *hclsyntax.UnaryOpExpr:
		p.operator, p.subject = "false", n.Val
	case *hclsyntax.FunctionCallExpr:
		p.dissectCall(n, set)
	case *hclsyntax.ScopeTraversalExpr, *hclsyntax.RelativeTraversalExpr:
		p.operator, p.subject = "true", n
	case *hclsyntax.ConditionalExpr: // unset ? true : what is asked of a set one
		if v, diags := n.TrueResult.Value(nil); !diags.HasErrors() && v.RawEquals(cty.True) {
			p.dissect(n.FalseResult, set)
		}
	}
}

// settled is what coalesce(X, VALUE) falls back from: X itself is the finding, and
// the value only stands in for it.
func settled(e hclsyntax.Expression) hclsyntax.Expression {
	call, ok := e.(*hclsyntax.FunctionCallExpr)
	if !ok || call.Name != "coalesce" || len(call.Args) != 2 {
		return e
	}
	if _, diags := call.Args[1].Value(nil); diags.HasErrors() {
		return e
	}
	return call.Args[0]
}

// dissectCall does so for the functions that hold one value against another.
func (p *part) dissectCall(n *hclsyntax.FunctionCallExpr, set *fact.Set) {
	args := n.Args
	switch {
	case n.Name == "none" && len(args) == 1:
		p.operator, p.subject = "none", args[0]
	case n.Name == "coalesce" && settled(n) != hclsyntax.Expression(n):
		p.operator, p.subject = "true", args[0]
	case n.Name == "any" && len(args) == 1:
		p.operator, p.subject = "one true", args[0]
	case n.Name == "mode_within" && len(args) == 2 && !compile(args[0], set).factual() && compile(args[1], set).factual():
		p.operator, p.subject, p.expected = "at least", args[1], args[0]
	case n.Name == "mode_within" && len(args) == 2:
		p.operator, p.subject, p.expected = "within", args[0], args[1]
	case n.Name == "matches" && len(args) == 2:
		p.operator, p.subject, p.expected = "matching", args[1], args[0]
	case n.Name == "contains" && len(args) == 2 && compile(args[0], set).factual():
		p.operator, p.subject, p.expected = "with", args[0], args[1]
	case n.Name == "contains" && len(args) == 2:
		p.operator, p.subject, p.expected = "one of", args[1], args[0]
	case len(args) > 0:
		p.subject = args[0]
	}
}

var operatorText = map[*hclsyntax.Operation]string{
	hclsyntax.OpEqual: "==", hclsyntax.OpNotEqual: "not",
	hclsyntax.OpGreaterThan: ">", hclsyntax.OpGreaterThanOrEqual: ">=",
	hclsyntax.OpLessThan: "<", hclsyntax.OpLessThanOrEqual: "<=",
}

func operator(op *hclsyntax.Operation) string { return operatorText[op] }

func source(e hcl.Expression, src []byte) string {
	r := e.Range()
	if r.End.Byte > len(src) {
		return ""
	}
	return oneLine(string(r.SliceBytes(src)))
}

// explain evaluates the operands one by one and lists what they read. whole is
// the outcome of the condition, which is that of a single operand.
func (s scope) explain(ps []part, whole Truth) []Evidence {
	out := make([]Evidence, 0, len(ps))
	for _, p := range ps {
		e := Evidence{Expression: p.text, Holds: whole, Reads: s.facts(p.expr)}
		e.Expected, e.Actual = s.compare(p)
		if len(ps) > 1 || whole == Unknown {
			v, diags := s.eval(p.expr)
			e.Holds = truth(v, diags)
			if diags.HasErrors() && len(gaps(e.Reads)) == 0 {
				e.Reads = append(e.Reads, Read{Path: p.text, Errs: []error{brief(diags)}})
			}
		}
		out = append(out, e)
	}
	return out
}

func (s scope) compare(p part) (expected, actual string) {
	actual = s.show(p.subject)
	switch {
	case p.operator == "==":
		return s.show(p.expected), actual
	case p.expected != nil:
		return p.operator + " " + s.show(p.expected), actual
	case p.operator != "":
		return p.operator, actual
	}
	return p.text, actual
}

func (s scope) show(x hcl.Expression) string {
	if x == nil {
		return ""
	}
	v, diags := x.Value(s.frame)
	if diags.HasErrors() {
		return "unknown"
	}
	return Format(v)
}

func gaps(reads []Read) []error {
	var out []error
	for _, r := range reads {
		out = append(out, r.Errs...)
	}
	return out
}
