package lang

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

var (
	// within_path(path, dirs): the path is one of the directories or lies below one.
	withinPathFunc = pathTest("dirs", func(p, dir string) bool { return below(p, dir) })

	// covers_path(path, paths): the path is one of the paths or a parent of one, so
	// that a mount of it brings that path along.
	coversPathFunc = pathTest("paths", func(p, target string) bool { return below(target, p) })
)

func below(p, dir string) bool {
	p, dir = path.Clean(p), path.Clean(dir)
	return p == dir || dir == "/" || strings.HasPrefix(p, dir+"/")
}

func pathTest(list string, test func(p, q string) bool) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "path", Type: cty.String}, {Name: list, Type: cty.List(cty.String)}},
		Type:   function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			if !args[1].IsWhollyKnown() {
				return cty.UnknownVal(cty.Bool), nil
			}
			for _, q := range strs(args[1]) {
				if test(args[0].AsString(), q) {
					return cty.True, nil
				}
			}
			return cty.False, nil
		},
	})
}

// mode_within(mode, limit): the octal mode has no bit that the limit has not.
// Modes are strings because HCL has no octal numbers.
var modeWithinFunc = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "mode", Type: cty.String}, {Name: "limit", Type: cty.String}},
	Type:   function.StaticReturnType(cty.Bool),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		mode, err := parseMode(args[0].AsString())
		if err != nil {
			return cty.UnknownVal(cty.Bool), err
		}
		limit, err := parseMode(args[1].AsString())
		if err != nil {
			return cty.UnknownVal(cty.Bool), err
		}
		return cty.BoolVal(mode&^limit == 0), nil
	},
})

func parseMode(s string) (uint64, error) {
	m, err := strconv.ParseUint(s, 8, 12)
	if err != nil {
		return 0, fmt.Errorf("%q is not an octal mode such as \"0644\"", s)
	}
	return m, nil
}

// mode_removal(limit): what takes every bit away that the limit has not, for
// chmod. A number would also add bits to a file that grants less.
var modeRemovalFunc = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "limit", Type: cty.String}},
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		limit, err := parseMode(args[0].AsString())
		return cty.StringVal(removal(limit)), err
	},
})

func removal(limit uint64) string {
	var out []string
	for i, who := range []string{"u", "g", "o"} {
		bits := ""
		for j, c := range []string{"r", "w", "x"} {
			if limit&(0o400>>(3*i+j)) == 0 {
				bits += c
			}
		}
		if limit&(0o4000>>i) == 0 {
			bits += []string{"s", "s", "t"}[i]
		}
		if bits != "" {
			out = append(out, who+"-"+bits)
		}
	}
	return strings.Join(out, ",")
}
