package fact

import (
	"reflect"
	"strings"

	"github.com/zclconf/go-cty/cty"
	ctyconvert "github.com/zclconf/go-cty/cty/convert"
)

// A Reading is one fact, read: the value, its notes, or the reason why there is
// none.
type Reading struct {
	Fact Fact
	Key  string // of a Keyed fact; the object's name for an element of a stream
	ID   string // the object's lasting identity, for an element of a stream
	Err  error  // the whole value is unknown

	value reflect.Value
	notes *Notes
	fixed *cty.Value // given by a fixture
}

// Cty is the part of the value that shape names.
func (r Reading) Cty(shape Shape) cty.Value {
	if r.Err != nil {
		return unknown(r.Fact.Type, shape)
	}
	if r.fixed != nil {
		return *r.fixed
	}
	return convert(r.value, r.Fact.Type, shape, r.notes)
}

// At is the note for one attribute path.
func (r Reading) At(path string) Note {
	t := r.notes.At(path, r.Fact.Vendor)
	if t.Err == nil {
		t.Err = r.Err
	}
	return t
}

// Gaps returns why parts of the value at or below the path are unknown.
func (r Reading) Gaps(path string) []error {
	if t := r.At(path); t.Err != nil {
		return []error{t.Err}
	}
	if r.fixed != nil && missing(*r.fixed, path) {
		return []error{ErrNotGiven}
	}
	return r.notes.below(path)
}

// Value is the Go value, for those who know its type; nil when unknown.
func (r Reading) Value() any {
	if r.Err != nil || !r.value.IsValid() {
		return nil
	}
	return r.value.Interface()
}

// Text is one attribute as plain text: strings as they are, numbers and bools
// spelled out; empty when it is null, unknown or no plain value.
func (r Reading) Text(path string) string {
	v := r.Cty(Shape{}.Add(strings.Split(path, ".")...))
	for step := range strings.SplitSeq(path, ".") {
		if !v.IsKnown() || v.IsNull() || !v.Type().IsObjectType() || !v.Type().HasAttribute(step) {
			return ""
		}
		v = v.GetAttr(step)
	}
	s, err := ctyconvert.Convert(v, cty.String)
	if err != nil || !s.IsKnown() || s.IsNull() {
		return ""
	}
	return s.AsString()
}
