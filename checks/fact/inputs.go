package fact

import (
	"encoding/binary"
	"math"
	"reflect"
	"slices"
	"strconv"
	"time"
)

// Inputs appends the values at the given attribute paths in a form in which two
// objects are alike exactly when an expression over those paths cannot tell
// them apart. Of what is unknown it counts where it lies, not why. It reports false
// where nothing is known of the object: then nothing is alike.
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
		if gaps {
			b = r.notes.appendGaps(b, p.text)
		}
		b = p.appendTo(b, follow(r.value, p.fields))
	}
	return b, true
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
		b = appendLen(b, v)
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

func appendLen(b []byte, v reflect.Value) []byte {
	return binary.AppendUvarint(append(b, 'l'), uint64(v.Len()))
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
	v := pointed(follow(r.value, p.fields))
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
