package checks

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// A node is a block's content. It collects what is wrong with what is taken out
// of it.
type node struct {
	at     hcl.Range
	attrs  hcl.Attributes
	blocks hcl.Blocks
	diags  hcl.Diagnostics
}

func open(body hcl.Body, s *hcl.BodySchema, at hcl.Range) *node {
	content, diags := body.Content(s)
	return &node{at, content.Attributes, content.Blocks, diags}
}

func (n *node) add(diags ...*hcl.Diagnostic) { n.diags = append(n.diags, diags...) }

// expr is an attribute unevaluated, nil where it is not given.
func (n *node) expr(name string) hcl.Expression {
	if a := n.attrs[name]; a != nil {
		return a.Expr
	}
	return nil
}

// place is where an attribute stands, or should.
func (n *node) place(name string) hcl.Range {
	if e := n.expr(name); e != nil {
		return e.Range()
	}
	return n.at
}

// word is an attribute that must be one text and uses nothing.
func (n *node) word(name string) string {
	e := n.expr(name)
	if e == nil {
		n.add(problem(n.at, "Missing "+name, "%s must be given.", name))
		return ""
	}
	v, diags := e.Value(nil)
	switch {
	case diags.HasErrors():
		n.add(diags...)
		return ""
	case v.Type() != cty.String || v.IsNull():
		n.add(problem(e.Range(), "Wrong type", "%s is a text in quotes.", name))
		return ""
	}
	return v.AsString()
}

// text is an attribute that may be left out, or given as a number: version = 3.
func (n *node) text(name string) string {
	e := n.expr(name)
	if e == nil {
		return ""
	}
	v, diags := constant(e, cty.String)
	switch {
	case diags.HasErrors():
		n.add(diags...)
		return ""
	case v.IsNull():
		n.add(problem(e.Range(), "Wrong type", "%s is a text in quotes, not null.", name))
		return ""
	}
	return v.AsString()
}

func (n *node) oneOf(name string, allowed []string) string {
	faults := len(n.diags)
	got := n.word(name)
	if len(n.diags) == faults && !slices.Contains(allowed, got) {
		n.add(problem(n.place(name), "Invalid "+name, "%s is one of %s, not %q.%s",
			name, strings.Join(allowed, ", "), got, suggest(got, allowed)))
	}
	return got
}

// maybeOneOf is the same where nothing need be said.
func (n *node) maybeOneOf(name string, allowed []string) string {
	if n.expr(name) == nil {
		return ""
	}
	return n.oneOf(name, allowed)
}

// only is the block of a type of which there may be one; nil where there is none.
func (n *node) only(typeName string) *hcl.Block {
	found := n.blocks.OfType(typeName)
	switch len(found) {
	case 0:
		return nil
	case 1:
		return found[0]
	}
	n.add(problem(found[1].DefRange, "Duplicate "+typeName, "Another %s is at %s.", typeName, found[0].DefRange))
	return found[0]
}

// constant evaluates an expression that may use nothing, to the wanted type.
func constant(e hcl.Expression, t cty.Type) (cty.Value, hcl.Diagnostics) {
	v, diags := e.Value(nil)
	if diags.HasErrors() {
		return cty.DynamicVal, diags
	}
	out, err := convert.Convert(v, t)
	if err != nil {
		return cty.DynamicVal, hcl.Diagnostics{problem(e.Range(), "Wrong type", "%s", err)}
	}
	return out, diags
}
