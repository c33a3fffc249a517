package fact

import (
	"encoding/binary"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Inputs appends the values at the given attribute paths in a form in which two
// objects are alike exactly when an expression over those paths cannot tell
// them apart. It reports false where one of them is unknown: then nothing is alike.
func (r Reading) Inputs(b []byte, paths []Path) ([]byte, bool) {
	if r.Err != nil || r.fixed != nil {
		return b, false
	}
	gaps := r.notes.any()
	for _, p := range paths {
		if r.idle(p) {
			b = append(b, 'e')
			continue
		}
		if gaps && r.notes.touch(p.text) {
			return b, false
		}
		b = appendValue(b, follow(r.value, p.steps))
	}
	return b, true
}

// A Path is an attribute path, kept in the two forms in which it is used often.
type Path struct {
	steps []string
	text  string
	under []Path
}

// NewPath makes a path of attribute names.
func NewPath(steps []string) Path { return Path{steps: steps, text: strings.Join(steps, ".")} }

func (p Path) String() string { return p.text }

// Under is the path of an attribute that is only looked at for the elements of
// the given lists: while they are all empty it makes no difference.
func (p Path) Under(lists ...Path) Path {
	p.under = lists
	return p
}

// idle reports whether nothing looks at the path for this object.
func (r Reading) idle(p Path) bool {
	for _, list := range p.under {
		v := follow(r.value, list.steps)
		if v.Kind() != reflect.Slice || v.Len() > 0 || r.notes.any() && r.notes.touch(list.text) {
			return false
		}
	}
	return len(p.under) > 0
}

// follow walks attribute names through structs and pointers; the zero Value
// stands for what lies behind a null.
func follow(v reflect.Value, path []string) reflect.Value {
	for _, name := range path {
		for v.Kind() == reflect.Pointer {
			v = v.Elem()
		}
		if !v.IsValid() || v.Kind() != reflect.Struct || v.Type() == timeType {
			return v
		}
		l := structOf(v.Type())
		i, ok := l.index[name]
		if !ok {
			return v
		}
		v = v.Field(l.fields[i].at)
	}
	return v
}

func appendValue(b []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.Invalid:
		return append(b, 'n')
	case reflect.Pointer:
		if v.IsNil() {
			return append(b, 'n')
		}
		return appendValue(append(b, 'p'), v.Elem())
	case reflect.Bool:
		if v.Bool() {
			return append(b, 't')
		}
		return append(b, 'f')
	case reflect.String:
		return appendText(b, v.String())
	case reflect.Slice, reflect.Array:
		b = binary.AppendUvarint(append(b, 'l'), uint64(v.Len()))
		for i := range v.Len() {
			b = appendValue(b, v.Index(i))
		}
		return b
	case reflect.Map:
		return appendMap(b, v)
	case reflect.Struct:
		return appendStruct(b, v)
	case reflect.Float32, reflect.Float64:
		return binary.AppendUvarint(append(b, 'd'), math.Float64bits(v.Float()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return binary.AppendUvarint(append(b, 'u'), v.Uint())
	}
	return binary.AppendVarint(append(b, 'i'), v.Int())
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(append(b, 's'), uint64(len(s))), s...)
}

func appendStruct(b []byte, v reflect.Value) []byte {
	if t, ok := v.Interface().(time.Time); ok {
		return binary.AppendVarint(append(b, 'T'), t.UnixNano())
	}
	for _, f := range structOf(v.Type()).fields {
		b = appendValue(b, v.Field(f.at))
	}
	return b
}

func appendMap(b []byte, v reflect.Value) []byte {
	keys := make([]string, 0, v.Len())
	for _, k := range v.MapKeys() {
		keys = append(keys, k.String())
	}
	slices.Sort(keys)
	b = binary.AppendUvarint(append(b, 'm'), uint64(len(keys)))
	for _, k := range keys {
		b = appendValue(appendText(b, k), v.MapIndex(reflect.ValueOf(k).Convert(v.Type().Key())))
	}
	return b
}

// Plain is a string, number or bool attribute as text, without a detour over
// cty; it reports false for what is null, unknown or anything else.
func (r Reading) Plain(p Path) (string, bool) {
	if r.Err != nil || r.fixed != nil || r.notes.any() && r.notes.touch(p.text) {
		return "", false
	}
	v := follow(r.value, p.steps)
	for v.Kind() == reflect.Pointer && !v.IsNil() {
		v = v.Elem()
	}
	switch v.Kind() {
	case reflect.String:
		return v.String(), true
	case reflect.Bool:
		return strconv.FormatBool(v.Bool()), true
	case reflect.Int, reflect.Int64, reflect.Int32:
		return strconv.FormatInt(v.Int(), 10), true
	}
	return "", false
}

// Conditional reports whether the path is only looked at for elements of lists.
func (p Path) Conditional() bool { return len(p.under) > 0 }
