package lang

import (
	"fmt"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"scantling/checks/version"
)

// version_at_least(manager, have, want): in the order of the package manager,
// dpkg or rpm, a package of version have is as new as want. No version, null, is
// never new enough.
var versionAtLeastFunc = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "manager", Type: cty.String, AllowNull: true}, {Name: "have", Type: cty.String, AllowNull: true}, {Name: "want", Type: cty.String}},
	Type:   function.StaticReturnType(cty.Bool),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if args[0].IsNull() || args[1].IsNull() {
			return cty.False, nil
		}
		manager := args[0].AsString()
		if !version.Known(manager) {
			return cty.UnknownVal(cty.Bool), fmt.Errorf("%q is neither dpkg nor rpm", manager)
		}
		return cty.BoolVal(version.Compare(manager, args[1].AsString(), args[2].AsString()) >= 0), nil
	},
})
