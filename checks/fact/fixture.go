package fact

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
	ctyconvert "github.com/zclconf/go-cty/cty/convert"
)

// ErrNotGiven is the reason for every attribute that a fixture leaves out.
var ErrNotGiven error = &Unavailable{Why: "the fixture does not give it", Remedy: "give it"}

// Fixture is the fact with given values in place of its read, for testing
// controls without a machine: by key for a Keyed fact, by object name for a
// stream, under "" otherwise. What a value leaves out is unknown.
func (f Fact) Fixture(given map[string]cty.Value) (Fact, error) {
	full := map[string]cty.Value{}
	for key, v := range given {
		c, err := complete(v, f.Type)
		if err != nil {
			return f, fmt.Errorf("%s %s: %w", f.Name, key, err)
		}
		full[key] = c
	}
	f.read = func(_ context.Context, _ any, key string, _ *Notes) (any, error) {
		if v, ok := full[key]; ok {
			return v, nil
		}
		return nil, fmt.Errorf("%s %q: %w", f.Name, key, ErrNotGiven)
	}
	f.stream = func(_ context.Context, _ any, _ Want, emit func(object)) error {
		for _, name := range slices.Sorted(maps.Keys(full)) {
			v := full[name]
			emit(object{name: name, fixed: &v})
		}
		return nil
	}
	return f, nil
}

// complete converts what is given to the type and leaves the rest unknown.
func complete(v cty.Value, typ cty.Type) (cty.Value, error) {
	switch {
	case v.IsNull():
		return cty.NullVal(typ), nil
	case typ.IsObjectType():
		return completeObject(v, typ)
	case typ.IsListType() && v.CanIterateElements() && v.LengthInt() > 0:
		return completeList(v, typ)
	case typ.IsMapType() && v.CanIterateElements() && v.LengthInt() > 0:
		return completeMap(v, typ)
	}
	return ctyconvert.Convert(v, typ)
}

func completeObject(v cty.Value, typ cty.Type) (cty.Value, error) {
	if !v.Type().IsObjectType() {
		return v, errors.New("an object is wanted")
	}
	out := map[string]cty.Value{}
	for name, at := range typ.AttributeTypes() {
		out[name] = cty.UnknownVal(at)
	}
	for name, a := range v.AsValueMap() {
		at, ok := out[name]
		if !ok {
			return v, fmt.Errorf("there is no attribute %q", name)
		}
		c, err := complete(a, at.Type())
		if err != nil {
			return v, fmt.Errorf("%s: %w", name, err)
		}
		out[name] = c
	}
	return cty.ObjectVal(out), nil
}

func completeList(v cty.Value, typ cty.Type) (cty.Value, error) {
	var out []cty.Value
	for _, e := range v.AsValueSlice() {
		c, err := complete(e, typ.ElementType())
		if err != nil {
			return v, err
		}
		out = append(out, c)
	}
	return cty.ListVal(out), nil
}

func completeMap(v cty.Value, typ cty.Type) (cty.Value, error) {
	out := map[string]cty.Value{}
	for k, e := range v.AsValueMap() {
		c, err := complete(e, typ.ElementType())
		if err != nil {
			return v, err
		}
		out[k] = c
	}
	return cty.MapVal(out), nil
}

// missing reports whether the part of a fixture at path is not given.
func missing(v cty.Value, path string) bool {
	for step := range strings.SplitSeq(path, ".") {
		if !v.IsKnown() || v.IsNull() || !v.Type().IsObjectType() || !v.Type().HasAttribute(step) {
			break
		}
		v = v.GetAttr(step)
	}
	return !v.IsWhollyKnown()
}
