package fact

import "reflect"

// idle reports whether nothing looks at the path for this object.
func (r Reading) idle(p Path) bool {
	for _, list := range p.under {
		v := follow(r.value, list.fields)
		if v.Kind() != reflect.Slice || v.Len() > 0 || r.notes.any() && r.notes.touch(list.text) {
			return false
		}
	}
	return len(p.under) > 0
}

// Tells reports whether Inputs tell all of the value at the path, so that it is
// the same for all that is alike.
func (r Reading) Tells(p Path) bool {
	if r.idle(p) {
		return false
	}
	list := follow(r.value, p.fields)
	return p.whole || list.Kind() != reflect.Slice || list.Len() == 0
}

// follow walks fields through structs and pointers; the zero Value stands for
// what lies behind a null.
func follow(v reflect.Value, fields []int) reflect.Value {
	for _, at := range fields {
		if v = pointed(v); v.Kind() != reflect.Struct {
			return reflect.Value{}
		}
		v = v.Field(at)
	}
	return v
}

// pointed is what a pointer points at; a nil pointer stays.
func pointed(v reflect.Value) reflect.Value {
	for v.Kind() == reflect.Pointer && !v.IsNil() {
		v = v.Elem()
	}
	return v
}

func (p Path) appendTo(b []byte, v reflect.Value) []byte {
	if p.whole || v.Kind() != reflect.Slice {
		return appendValue(b, v)
	}
	b = appendLen(b, v)
	for i := range v.Len() {
		for _, part := range p.parts {
			b = appendValue(b, follow(v.Index(i), part.fields))
		}
	}
	return b
}
