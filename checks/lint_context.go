package checks

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"scantling/checks/fact"
	"scantling/checks/lang"
)

// lintContext binds every fact and parameter to a value made from its type.
func lintContext(c *Control, set *fact.Set, value func(cty.Type) cty.Value) *hcl.EvalContext {
	params := map[string]cty.Value{}
	for _, p := range c.Params {
		params[p.Name] = value(p.Type)
	}
	ctx := &hcl.EvalContext{
		Variables: map[string]cty.Value{"param": cty.ObjectVal(params)},
		Functions: lang.Functions(),
	}
	nested := map[string]map[string]cty.Value{}
	for _, f := range set.All() {
		root, leaf, dotted := strings.Cut(f.Name, ".")
		switch {
		case f.Kind == fact.Keyed:
			ctx.Functions[f.Name] = keyed(f, func(string) cty.Value { return value(f.Type) })
		case dotted:
			if nested[root] == nil {
				nested[root] = map[string]cty.Value{}
			}
			nested[root][leaf] = value(f.Type)
		case f.Kind == fact.One || f.Name == c.Each:
			ctx.Variables[f.Name] = value(f.Type)
		}
	}
	for root, attrs := range nested {
		ctx.Variables[root] = cty.ObjectVal(attrs)
	}
	return ctx
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
