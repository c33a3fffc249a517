package checks

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// An elementFinder collects the attributes of a for expression's element that
// its body names.
type elementFinder struct {
	name  string
	parts [][]string
	whole bool // the element is also used as such
}

// elementUse reports false where the body may look at all of an element.
func elementUse(loop *hclsyntax.ForExpr) (parts [][]string, ok bool) {
	f := &elementFinder{name: loop.ValVar}
	for _, e := range []hclsyntax.Expression{loop.KeyExpr, loop.ValExpr, loop.CondExpr} {
		if e != nil {
			_ = hclsyntax.Walk(e, f)
		}
	}
	return f.parts, !f.whole
}

// Enter takes the names after the element's; a loop within that gives the same
// name to something else is not looked into.
func (f *elementFinder) Enter(node hclsyntax.Node) hcl.Diagnostics {
	switch n := node.(type) {
	case *hclsyntax.ForExpr:
		f.whole = f.whole || n.KeyVar == f.name || n.ValVar == f.name
	case *hclsyntax.ScopeTraversalExpr:
		if n.Traversal.RootName() != f.name {
			break
		}
		names := attributes(n.Traversal)[1:]
		f.parts, f.whole = append(f.parts, names), f.whole || len(names) == 0
	}
	return nil
}

// Exit is there for the walk.
func (f *elementFinder) Exit(hclsyntax.Node) hcl.Diagnostics { return nil }
