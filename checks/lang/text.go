package lang

import (
	"path"
	"regexp"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

var (
	startsWithFunc = textTest("text", "prefix", plain(strings.HasPrefix))
	endsWithFunc   = textTest("text", "suffix", plain(strings.HasSuffix))

	// matches(pattern, text): the RE2 pattern is found somewhere in the text.
	matchesFunc = textTest("pattern", "text", regexp.MatchString)

	// glob(pattern, text): the whole text fits a shell pattern; * stops at a slash.
	globFunc = textTest("pattern", "text", path.Match)
)

func plain(test func(a, b string) bool) func(a, b string) (bool, error) {
	return func(a, b string) (bool, error) { return test(a, b), nil }
}

func textTest(a, b string, test func(a, b string) (bool, error)) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: a, Type: cty.String}, {Name: b, Type: cty.String}},
		Type:   function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			ok, err := test(args[0].AsString(), args[1].AsString())
			return cty.BoolVal(ok), err
		},
	})
}

var (
	toNumberFunc = conversion(cty.Number)
	toStringFunc = conversion(cty.String)
)

func conversion(to cty.Type) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "value", Type: cty.DynamicPseudoType, AllowNull: true}},
		Type:   function.StaticReturnType(to),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			return convert.Convert(args[0], to)
		},
	})
}
