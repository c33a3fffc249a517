package checks

import (
	"context"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"scantling/checks/fact"
	"scantling/checks/lang"
)

// A scope is what one evaluation sees: the parameters, the facts, and the
// object at hand. Every evaluation gets an EvalContext of its own: a splat that
// is evaluated concurrently in a shared one gives wrong results.
type scope struct {
	ctx    context.Context
	set    *fact.Set
	funcs  *hcl.EvalContext
	params cty.Value
	object *subject         // nil outside a stream
	frame  *hcl.EvalContext // of the expression whose operands are being looked at
}

// A subject is an object of a stream, in the hands of one goroutine.
type subject struct {
	fact.Reading
	room  []byte            // for working out what the object is like
	text  []byte            // for putting a sentence together
	shown map[string]string // attributes as the report shows them
}

// show is one attribute as the report shows it.
func (o *subject) show(attr string) string {
	text, ok := o.shown[attr]
	if !ok {
		path := strings.Split(attr, ".")
		v, _ := follow(o.Cty(fact.Shape{}.Add(path...)), path)
		text = Format(v)
		if o.shown == nil {
			o.shown = map[string]string{}
		}
		o.shown[attr] = text
	}
	return text
}

// within is the scope for an expression and its operands, one after the other:
// they share its variables.
func (s scope) within(x *expr) scope {
	s.frame = s.context(x)
	return s
}

func (s scope) eval(x *expr) (cty.Value, hcl.Diagnostics) {
	if s.frame != nil {
		return x.Value(s.frame)
	}
	return x.Value(s.context(x))
}

func (s scope) context(x *expr) *hcl.EvalContext {
	ctx := s.funcs.NewChild()
	ctx.Variables = s.variables(x)
	return ctx
}

func (s scope) variables(x *expr) map[string]cty.Value {
	vars := map[string]cty.Value{"param": s.params}
	var nested map[string]map[string]cty.Value
	for name, shape := range x.shapes {
		root, leaf, dotted := strings.Cut(name, ".")
		if !dotted {
			vars[name] = s.value(x, name, shape)
			continue
		}
		if nested == nil {
			nested = map[string]map[string]cty.Value{}
		}
		if nested[root] == nil {
			nested[root] = map[string]cty.Value{}
		}
		nested[root][leaf] = s.value(x, name, shape)
	}
	for root, attrs := range nested {
		vars[root] = cty.ObjectVal(attrs)
	}
	return vars
}

// value makes the mentioned part of a fact into cty: once per expression for a
// fact that is the same for every object.
func (s scope) value(x *expr, name string, shape fact.Shape) cty.Value {
	if s.object != nil && s.object.Fact.Name == name {
		return s.object.Cty(shape)
	}
	if v, ok := x.fixed.Load(name); ok {
		return v.(cty.Value)
	}
	v := s.reading(name).Cty(shape)
	x.fixed.Store(name, v)
	return v
}

// reading is the fact behind a variable: the object at hand, or a singleton.
func (s scope) reading(name string) fact.Reading {
	if s.object != nil && s.object.Fact.Name == name {
		return s.object.Reading
	}
	return s.set.Get(s.ctx, name, "")
}

// functions is the table for a whole run: the pure ones, and one per keyed
// fact. seen, when not nil, is told of every fact that is asked for.
func functions(ctx context.Context, set *fact.Set, seen func(fact.Reading)) *hcl.EvalContext {
	table := lang.Functions()
	for _, f := range set.All() {
		if f.Kind == fact.Keyed {
			table[f.Name] = keyed(f, func(key string) cty.Value {
				r := set.Get(ctx, f.Name, key)
				if seen != nil {
					seen(r)
				}
				return r.Cty(fact.All)
			})
		}
	}
	return &hcl.EvalContext{Functions: table}
}

func keyed(f fact.Fact, value func(key string) cty.Value) function.Function {
	return function.New(&function.Spec{
		Description: f.Doc,
		Params:      []function.Parameter{{Name: f.Key, Type: cty.String}},
		Type:        function.StaticReturnType(f.Type),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			return value(args[0].AsString()), nil
		},
	})
}
