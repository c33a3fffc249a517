package checks

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"scantling/checks/fact"
)

// An inputFinder collects the attributes of a stream's object that expressions
// depend on. What stands inside a for expression over one of the object's own
// lists matters only while that list has elements: with it, the name in
// [for p in container.ports : "${container.name}:${p}"] would make every
// container a case of its own, also those without ports.
type inputFinder struct {
	stream string
	loops  []*fact.Path // the list of each for expression around the node; nil for one of something else
	bodies []*fact.Path // the same, of those in whose body the node is
	hidden int          // bodies whose own variable has the stream's name
	found  map[string]*input
	order  []string
}

type input struct {
	path   fact.Path
	always bool
	under  []fact.Path
}

func inputs(stream string, xs []*expr) []fact.Path {
	f := &inputFinder{stream: stream, found: map[string]*input{}}
	for _, x := range xs {
		if x == nil {
			continue
		}
		if node, ok := x.Expression.(hclsyntax.Node); ok {
			_ = hclsyntax.Walk(node, f)
		}
	}
	var out []fact.Path
	for _, name := range f.order {
		in := f.found[name]
		if in.always {
			out = append(out, in.path)
		} else {
			out = append(out, in.path.Under(in.under...))
		}
	}
	return out
}

// Enter and Exit follow the walk; a ChildScope is the body of a for expression,
// its list stands outside.
func (f *inputFinder) Enter(node hclsyntax.Node) hcl.Diagnostics {
	switch n := node.(type) {
	case *hclsyntax.ForExpr:
		f.loops = append(f.loops, f.list(n.CollExpr))
	case hclsyntax.ChildScope:
		var list *fact.Path
		if len(f.loops) > 0 {
			list = f.loops[len(f.loops)-1]
		}
		f.bodies = append(f.bodies, list)
		f.hidden += hides(n, f.stream)
	case *hclsyntax.ScopeTraversalExpr:
		f.add(n)
	}
	return nil
}

// Exit leaves what Enter entered.
func (f *inputFinder) Exit(node hclsyntax.Node) hcl.Diagnostics {
	switch n := node.(type) {
	case *hclsyntax.ForExpr:
		f.loops = f.loops[:len(f.loops)-1]
	case hclsyntax.ChildScope:
		f.bodies = f.bodies[:len(f.bodies)-1]
		f.hidden -= hides(n, f.stream)
	}
	return nil
}

func hides(body hclsyntax.ChildScope, name string) int {
	if _, ok := body.LocalNames[name]; ok {
		return 1
	}
	return 0
}

// list is the object's own list that an expression is, or nil.
func (f *inputFinder) list(e hclsyntax.Expression) *fact.Path {
	t, ok := e.(*hclsyntax.ScopeTraversalExpr)
	if !ok || t.Traversal.RootName() != f.stream || len(attributes(t.Traversal)) != len(t.Traversal) {
		return nil
	}
	p := fact.NewPath(attributes(t.Traversal)[1:])
	return &p
}

func (f *inputFinder) add(t *hclsyntax.ScopeTraversalExpr) {
	if t.Traversal.RootName() != f.stream || f.hidden > 0 {
		return
	}
	path := fact.NewPath(attributes(t.Traversal)[1:])
	in := f.found[path.String()]
	if in == nil {
		in = &input{path: path}
		f.found[path.String()] = in
		f.order = append(f.order, path.String())
	}
	for _, list := range f.bodies {
		if list != nil {
			in.under = append(in.under, *list)
			return
		}
	}
	in.always = true
}
