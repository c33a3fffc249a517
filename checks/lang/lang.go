// Package lang holds the functions that a profile's expressions may call. All
// are pure: the facts themselves come from package fact.
package lang

import (
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// Functions returns the table of functions by name, a new map each time.
func Functions() map[string]function.Function {
	return map[string]function.Function{
		"abs":              stdlib.AbsoluteFunc,
		"access_within":    accessWithinFunc,
		"all":              allFunc,
		"any":              anyFunc,
		"coalesce":         stdlib.CoalesceFunc,
		"concat":           stdlib.ConcatFunc,
		"contains":         stdlib.ContainsFunc,
		"covers_path":      coversPathFunc,
		"distinct":         stdlib.DistinctFunc,
		"endswith":         endsWithFunc,
		"floor":            stdlib.FloorFunc,
		"format":           stdlib.FormatFunc,
		"glob":             globFunc,
		"join":             stdlib.JoinFunc,
		"keys":             stdlib.KeysFunc,
		"length":           stdlib.LengthFunc,
		"lookup":           stdlib.LookupFunc,
		"lower":            stdlib.LowerFunc,
		"matches":          matchesFunc,
		"max":              stdlib.MaxFunc,
		"min":              stdlib.MinFunc,
		"mode_removal":     modeRemovalFunc,
		"mode_within":      modeWithinFunc,
		"none":             noneFunc,
		"number":           numberFunc,
		"replace":          stdlib.ReplaceFunc,
		"setintersection":  stdlib.SetIntersectionFunc,
		"setsubtract":      setSubtractFunc,
		"slice":            stdlib.SliceFunc,
		"sort":             stdlib.SortFunc,
		"split":            stdlib.SplitFunc,
		"startswith":       startsWithFunc,
		"tonumber":         toNumberFunc,
		"tostring":         toStringFunc,
		"trimprefix":       stdlib.TrimPrefixFunc,
		"upper":            stdlib.UpperFunc,
		"values":           stdlib.ValuesFunc,
		"version_at_least": versionAtLeastFunc,
		"within_path":      withinPathFunc,
	}
}
