package lang

import (
	"fmt"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// access_within(file, mode, groups) judges an element of files(...).found: it
// belongs to root, its group is root or one of the groups, its mode has no bit
// that the limit has not, and its access list gives no further account more than
// the limit gives to everybody. It is three-valued: what is surely too much
// makes it false, whatever else is unknown.
var accessWithinFunc = function.New(&function.Spec{
	Params: []function.Parameter{
		{Name: "file", Type: cty.DynamicPseudoType, AllowUnknown: true},
		{Name: "mode", Type: cty.String},
		{Name: "groups", Type: cty.List(cty.String)},
	},
	Type: accessType,
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		f, limit, groups := args[0], args[1], args[2]
		if !f.IsKnown() {
			return cty.UnknownVal(cty.Bool), nil
		}
		within, err := modeWithinFunc.Call([]cty.Value{f.GetAttr("mode"), limit})
		if err != nil {
			return cty.UnknownVal(cty.Bool), err
		}
		grants, err := grantsWithin(f.GetAttr("acl"), limit, groups)
		root := f.GetAttr("uid").Equals(cty.Zero)
		group := f.GetAttr("gid").Equals(cty.Zero).Or(holds(groups, f.GetAttr("group")))
		return within.And(root).And(group).And(grants), err
	},
})

func accessType(args []cty.Value) (cty.Type, error) {
	t := args[0].Type()
	if t == cty.DynamicPseudoType {
		return cty.Bool, nil
	}
	for _, attr := range []string{"mode", "uid", "gid", "group", "acl"} {
		if !t.IsObjectType() || !t.HasAttribute(attr) {
			return cty.Bool, fmt.Errorf("an element of files(...).found is required, which has %s", attr)
		}
	}
	return cty.Bool, nil
}

func holds(list, v cty.Value) cty.Value {
	if list.LengthInt() == 0 {
		return cty.False
	}
	found, err := stdlib.Contains(list, v)
	if err != nil {
		return cty.UnknownVal(cty.Bool)
	}
	return found
}

func grantsWithin(acl, limit, groups cty.Value) (cty.Value, error) {
	if !acl.IsKnown() || acl.IsNull() {
		return cty.UnknownVal(cty.Bool), nil
	}
	out := cty.True
	for it := acl.ElementIterator(); it.Next(); {
		_, g := it.Element()
		if !g.IsKnown() {
			return cty.UnknownVal(cty.Bool), nil
		}
		within, err := modeWithinFunc.Call([]cty.Value{g.GetAttr("as_other"), limit})
		if err != nil {
			return cty.UnknownVal(cty.Bool), err
		}
		out = out.And(within.Or(holds(groups, g.GetAttr("group"))))
	}
	return out, nil
}
