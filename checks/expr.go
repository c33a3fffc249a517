package checks

import (
	"strings"
	"sync"
	"sync/atomic"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"scantling/checks/fact"
)

// An expr is an expression with the facts that it mentions, found without
// evaluating it.
type expr struct {
	hcl.Expression
	reads  []mention             // variables: docker.info.driver, container.name
	calls  []mention             // functions: file("/etc/passwd").mode
	shapes map[string]fact.Shape // what the variables mention, by fact
	fixed  sync.Map              // fact -> cty.Value, of facts that are the same for every object

	words  atomic.Pointer[string] // of a template that says the same for every object
	once   sync.Once
	pieces []piece // of a template over the objects of a stream
}

// names reports whether the expression mentions a fact.
func (x *expr) names(fact string) bool {
	_, ok := x.shapes[fact]
	return ok
}

// factual reports whether the expression mentions any fact.
func (x *expr) factual() bool { return len(x.reads)+len(x.calls) > 0 }

// A mention is one place in an expression that names a fact.
type mention struct {
	fact string
	path []string      // the attributes that follow, up to an index or a splat
	attr string        // the same with dots
	arg  *expr         // a function's argument
	text string        // as written
	from hcl.Traversal // a variable's name and the path
}

// compile finds an expression's facts. A nil expression compiles to nil.
func compile(e hcl.Expression, set *fact.Set) *expr {
	if e == nil {
		return nil
	}
	x := &expr{Expression: e}
	for _, t := range e.Variables() {
		if m, ok := variable(t, set); ok {
			x.reads = append(x.reads, m)
		}
	}
	x.shapes = shapes(x.reads)
	if node, ok := e.(hclsyntax.Node); ok {
		x.calls = calls(node, set)
	}
	return x
}

func shapes(reads []mention) map[string]fact.Shape {
	out := map[string]fact.Shape{}
	for _, m := range reads {
		if old, seen := out[m.fact]; !seen {
			out[m.fact] = fact.Shape{}.Add(m.path...)
		} else if old != nil {
			out[m.fact] = old.Add(m.path...)
		}
	}
	return out
}

// variable resolves a traversal to the fact it starts with: docker.info is one
// name, and so is container.
func variable(t hcl.Traversal, set *fact.Set) (mention, bool) {
	steps := attributes(t)
	for n := 1; n <= min(2, len(steps)); n++ {
		if f, ok := set.Find(strings.Join(steps[:n], ".")); ok && f.Kind != fact.Keyed {
			return mention{fact: f.Name, path: steps[n:], attr: strings.Join(steps[n:], "."), text: strings.Join(steps, "."), from: t[:len(steps)]}, true
		}
	}
	return mention{}, false
}

// attributes are a traversal's leading names, up to an index or a splat.
func attributes(t hcl.Traversal) []string {
	var out []string
	for _, step := range t {
		switch s := step.(type) {
		case hcl.TraverseRoot:
			out = append(out, s.Name)
		case hcl.TraverseAttr:
			out = append(out, s.Name)
		default:
			return out
		}
	}
	return out
}

// A finder collects the calls of keyed facts. Variables() does not see them.
type finder struct {
	set   *fact.Set
	found []mention
	named map[*hclsyntax.FunctionCallExpr]bool
}

func calls(node hclsyntax.Node, set *fact.Set) []mention {
	f := &finder{set: set, named: map[*hclsyntax.FunctionCallExpr]bool{}}
	_ = hclsyntax.Walk(node, f)
	return f.found
}

func (f *finder) Enter(node hclsyntax.Node) hcl.Diagnostics {
	switch n := node.(type) {
	case *hclsyntax.RelativeTraversalExpr:
		if call, ok := n.Source.(*hclsyntax.FunctionCallExpr); ok {
			f.add(call, relative(n.Traversal))
			f.named[call] = true
		}
	case *hclsyntax.FunctionCallExpr:
		if !f.named[n] {
			f.add(n, nil)
		}
	}
	return nil
}

func (f *finder) Exit(hclsyntax.Node) hcl.Diagnostics { return nil }

func (f *finder) add(call *hclsyntax.FunctionCallExpr, path []string) {
	if d, ok := f.set.Find(call.Name); ok && d.Kind == fact.Keyed && len(call.Args) == 1 {
		f.found = append(f.found, mention{fact: call.Name, path: path, attr: strings.Join(path, "."), arg: compile(call.Args[0], f.set), text: call.Name})
	}
}

func relative(t hcl.Traversal) []string {
	var out []string
	for _, step := range t {
		a, ok := step.(hcl.TraverseAttr)
		if !ok {
			break
		}
		out = append(out, a.Name)
	}
	return out
}
