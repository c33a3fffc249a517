package checks

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"scantling/checks/fact"
)

// Show lists a fact's attributes with value and origin, one line each, as
// `scantling facts` prints them. Lists of objects are listed element by element.
func Show(r fact.Reading) []Read {
	if r.Err != nil {
		return []Read{{Path: "", Value: "unknown", Errs: []error{r.Err}}}
	}
	var out []Read
	leaves(r, r.Cty(fact.All), "", &out)
	return out
}

func leaves(r fact.Reading, v cty.Value, path string, out *[]Read) {
	if v.IsKnown() && !v.IsNull() && nests(v.Type()) && v.LengthInt() > 0 {
		for it := v.ElementIterator(); it.Next(); {
			k, e := it.Element()
			leaves(r, e, step(path, v.Type(), k), out)
		}
		return
	}
	note := r.At(path)
	one := Read{Path: path, Value: Format(v), Origin: note.Origin, Remark: note.Remark}
	if !v.IsWhollyKnown() {
		one.Errs = r.Gaps(path)
	}
	*out = append(*out, one)
}

func nests(t cty.Type) bool {
	return t.IsObjectType() || t.IsMapType() && nests(t.ElementType()) || t.IsListType() && nests(t.ElementType())
}

func step(path string, t cty.Type, key cty.Value) string {
	switch {
	case t.IsListType():
		n, _ := key.AsBigFloat().Int64()
		return fmt.Sprintf("%s[%d]", path, n)
	case t.IsMapType():
		return fmt.Sprintf("%s[%q]", path, key.AsString())
	case path == "":
		return key.AsString()
	}
	return path + "." + key.AsString()
}

// Attributes lists a fact's attributes with their types.
func Attributes(f fact.Fact) []Read {
	var out []Read
	attributeTypes(f.Type, "", &out)
	return out
}

func attributeTypes(t cty.Type, path string, out *[]Read) {
	switch {
	case t.IsObjectType():
		for _, name := range slices.Sorted(maps.Keys(t.AttributeTypes())) {
			attributeTypes(t.AttributeType(name), strings.TrimPrefix(path+"."+name, "."), out)
		}
	case t.IsListType() && nests(t):
		attributeTypes(t.ElementType(), path+"[]", out)
	case t.IsMapType() && nests(t):
		attributeTypes(t.ElementType(), path+"{}", out)
	default:
		*out = append(*out, Read{Path: path, Value: t.FriendlyName()})
	}
}
