package lang

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

// number(text, otherwise): the number that the text spells; otherwise where it
// spells none, or there is no text.
var numberFunc = function.New(&function.Spec{
	Params: []function.Parameter{
		{Name: "text", Type: cty.String, AllowNull: true},
		{Name: "otherwise", Type: cty.Number},
	},
	Type: function.StaticReturnType(cty.Number),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if n, err := convert.Convert(args[0], cty.Number); err == nil && !n.IsNull() {
			return n, nil
		}
		return args[1], nil
	},
})
