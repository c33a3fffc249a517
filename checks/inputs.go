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
// container a case of its own, also those without ports. And of the elements
// only those attributes matter that the for expression names.
type inputFinder struct {
	stream fact.Fact
	loops  []*fact.Path // the list of each for expression around the node; nil for one of something else
	bodies []*fact.Path // the same, of those in whose body the node is
	hidden int          // bodies whose own variable has the stream's name
	lists  map[hclsyntax.Expression][][]string
	found  map[string]*input
	order  []*input
}

type input struct {
	path   fact.Path
	always bool
	under  []fact.Path
	whole  bool
	parts  [][]string // of the elements, unless the whole counts
}

func inputs(stream fact.Fact, xs []*expr) []fact.Path {
	f := &inputFinder{stream: stream, lists: map[hclsyntax.Expression][][]string{}, found: map[string]*input{}}
	for _, x := range xs {
		if x == nil {
			continue
		}
		if node, ok := x.Expression.(hclsyntax.Node); ok {
			_ = hclsyntax.Walk(node, f)
		}
	}
	var out []fact.Path
	for _, in := range f.order {
		out = append(out, in.resolved())
	}
	return out
}

func (in *input) resolved() fact.Path {
	p := in.path
	if !in.whole {
		p = p.Of(in.parts)
	}
	if !in.always {
		p = p.Under(in.under...)
	}
	return p
}

// Enter and Exit follow the walk; a ChildScope is the body of a for expression,
// its list stands outside.
func (f *inputFinder) Enter(node hclsyntax.Node) hcl.Diagnostics {
	switch n := node.(type) {
	case *hclsyntax.ForExpr:
		f.loops = append(f.loops, f.list(n.CollExpr))
		if parts, ok := elementUse(n); ok {
			f.lists[n.CollExpr] = parts
		}
	case hclsyntax.ChildScope:
		var list *fact.Path
		if len(f.loops) > 0 {
			list = f.loops[len(f.loops)-1]
		}
		f.bodies = append(f.bodies, list)
		f.hidden += hides(n, f.stream.Name)
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
		f.hidden -= hides(n, f.stream.Name)
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
	if !ok || t.Traversal.RootName() != f.stream.Name || len(attributes(t.Traversal)) != len(t.Traversal) {
		return nil
	}
	p := f.stream.Path(attributes(t.Traversal)[1:])
	return &p
}

func (f *inputFinder) add(t *hclsyntax.ScopeTraversalExpr) {
	if t.Traversal.RootName() != f.stream.Name || f.hidden > 0 {
		return
	}
	in := f.input(attributes(t.Traversal)[1:])
	if parts, ok := f.lists[t]; ok && f.list(t) != nil {
		in.parts = append(in.parts, parts...)
	} else {
		in.whole = true
	}
	for _, list := range f.bodies {
		if list != nil {
			in.under = append(in.under, *list)
			return
		}
	}
	in.always = true
}

func (f *inputFinder) input(names []string) *input {
	path := f.stream.Path(names)
	in := f.found[path.Dotted()]
	if in == nil {
		in = &input{path: path}
		f.found[path.Dotted()] = in
		f.order = append(f.order, in)
	}
	return in
}
