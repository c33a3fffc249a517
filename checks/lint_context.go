package checks

import (
	"maps"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"scantling/checks/fact"
	"scantling/checks/lang"
)

// A lintBase is what every control's context has in common: all facts bound to
// values made from their types. Making it once makes loading four times faster.
type lintBase struct {
	value   func(cty.Type) cty.Value
	vars    map[string]cty.Value // singletons
	streams map[string]cty.Value
	funcs   map[string]function.Function
}

func newLintBase(set *fact.Set, value func(cty.Type) cty.Value) *lintBase {
	b := &lintBase{value, map[string]cty.Value{}, map[string]cty.Value{}, lang.Functions()}
	nested := map[string]map[string]cty.Value{}
	for _, f := range set.All() {
		root, leaf, dotted := strings.Cut(f.Name, ".")
		switch {
		case f.Kind == fact.Keyed:
			v := value(f.Type)
			b.funcs[f.Name] = keyed(f, func(string) cty.Value { return v })
		case dotted:
			if nested[root] == nil {
				nested[root] = map[string]cty.Value{}
			}
			nested[root][leaf] = value(f.Type)
		case f.Kind == fact.Many:
			b.streams[f.Name] = value(f.Type)
		default:
			b.vars[f.Name] = value(f.Type)
		}
	}
	for root, attrs := range nested {
		b.vars[root] = cty.ObjectVal(attrs)
	}
	return b
}

// context is the base with one control's parameters and the object of its stream.
func (b *lintBase) context(c *Control) *hcl.EvalContext {
	params := map[string]cty.Value{}
	for _, p := range c.Params {
		params[p.Name] = b.value(p.Type)
	}
	vars := maps.Clone(b.vars)
	vars["param"] = cty.ObjectVal(params)
	if v, ok := b.streams[c.Each]; ok {
		vars[c.Each] = v
	}
	return &hcl.EvalContext{Variables: vars, Functions: b.funcs}
}

// exemplar is a value of the type in which every list has one unknown element,
// so that the body of a for expression is checked.
func exemplar(t cty.Type) cty.Value {
	switch {
	case t.IsObjectType():
		attrs := map[string]cty.Value{}
		for name, at := range t.AttributeTypes() {
			attrs[name] = exemplar(at)
		}
		return cty.ObjectVal(attrs)
	case t.IsListType():
		return cty.ListVal([]cty.Value{exemplar(t.ElementType())})
	}
	return cty.UnknownVal(t)
}
