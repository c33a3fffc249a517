package lang

import (
	"fmt"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// none(list) is true when the list is empty. Written over a for expression it
// says what must not exist, and the report shows what does.
var noneFunc = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "list", Type: cty.DynamicPseudoType}},
	Type:   boolOfCollection,
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		return cty.BoolVal(args[0].LengthInt() == 0), nil
	},
})

func boolOfCollection(args []cty.Value) (cty.Type, error) {
	if !args[0].Type().IsTupleType() && !args[0].CanIterateElements() && args[0].IsKnown() {
		return cty.Bool, fmt.Errorf("a list is required, this is %s", args[0].Type().FriendlyName())
	}
	return cty.Bool, nil
}

// all(list of bool): every element is true; anyFunc: at least one is. Both are
// three-valued, as && and || are.
var (
	allFunc = fold(cty.True, cty.Value.And)
	anyFunc = fold(cty.False, cty.Value.Or)
)

func fold(start cty.Value, step func(cty.Value, cty.Value) cty.Value) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "list", Type: cty.List(cty.Bool)}},
		Type:   function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			out := start
			for it := args[0].ElementIterator(); it.Next(); {
				_, v := it.Element()
				if v.IsNull() {
					return cty.UnknownVal(cty.Bool), fmt.Errorf("an element is null")
				}
				out = step(out, v)
			}
			return out, nil
		},
	})
}

// setsubtract(a, b) lists the strings of a that b does not have, in a's order:
// the standard library's own works on sets and loses it.
var setSubtractFunc = function.New(&function.Spec{
	Params: []function.Parameter{
		{Name: "a", Type: cty.List(cty.String)},
		{Name: "b", Type: cty.List(cty.String)},
	},
	Type: function.StaticReturnType(cty.List(cty.String)),
	Impl: func(args []cty.Value, typ cty.Type) (cty.Value, error) {
		if !args[0].IsWhollyKnown() || !args[1].IsWhollyKnown() {
			return cty.UnknownVal(typ), nil
		}
		drop := map[string]bool{}
		for _, s := range strs(args[1]) {
			drop[s] = true
		}
		var out []cty.Value
		for _, s := range strs(args[0]) {
			if !drop[s] {
				out = append(out, cty.StringVal(s))
			}
		}
		if out == nil {
			return cty.ListValEmpty(cty.String), nil
		}
		return cty.ListVal(out), nil
	},
})

// strs is a list of strings without its nulls.
func strs(list cty.Value) []string {
	var out []string
	for it := list.ElementIterator(); it.Next(); {
		if _, v := it.Element(); !v.IsNull() {
			out = append(out, v.AsString())
		}
	}
	return out
}
