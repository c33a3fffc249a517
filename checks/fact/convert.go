package fact

import (
	"fmt"
	"reflect"
	"time"

	"github.com/zclconf/go-cty/cty"
)

// A converter makes the mentioned parts of one Go value into a cty value. Parts
// that the notes call unknown become unknown values of their type.
type converter struct {
	notes *Notes
	gaps  bool // some part is unknown, so paths must be tracked
}

func convert(v reflect.Value, typ cty.Type, shape Shape, n *Notes) cty.Value {
	return converter{notes: n, gaps: n.any()}.value(v, typ, shape, "")
}

func (c converter) value(v reflect.Value, typ cty.Type, shape Shape, path string) cty.Value {
	if c.gaps && c.notes.errorAt(path) != nil {
		return cty.UnknownVal(typ)
	}
	switch {
	case v.Kind() == reflect.Pointer && v.IsNil():
		return cty.NullVal(typ)
	case v.Kind() == reflect.Pointer:
		return c.value(v.Elem(), typ, shape, path)
	case v.Type() == timeType:
		return timeValue(v.Interface().(time.Time))
	}
	switch v.Kind() {
	case reflect.Bool:
		return cty.BoolVal(v.Bool())
	case reflect.String:
		return cty.StringVal(v.String())
	case reflect.Slice, reflect.Array:
		return c.list(v, typ, path)
	case reflect.Map:
		return c.mapping(v, typ, path)
	case reflect.Struct:
		return c.object(v, shape, path)
	case reflect.Float32, reflect.Float64:
		return cty.NumberFloatVal(v.Float())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return cty.NumberUIntVal(v.Uint())
	}
	return cty.NumberIntVal(v.Int())
}

func timeValue(t time.Time) cty.Value {
	if t.IsZero() {
		return cty.NullVal(cty.String)
	}
	return cty.StringVal(t.UTC().Format(time.RFC3339))
}

func (c converter) list(v reflect.Value, typ cty.Type, path string) cty.Value {
	elem := typ.ElementType()
	if v.Len() == 0 {
		return cty.ListValEmpty(elem)
	}
	out := make([]cty.Value, v.Len())
	for i := range out {
		out[i] = c.value(v.Index(i), elem, All, c.at(path, "[", i, "]"))
	}
	return cty.ListVal(out)
}

func (c converter) mapping(v reflect.Value, typ cty.Type, path string) cty.Value {
	elem := typ.ElementType()
	if v.Len() == 0 {
		return cty.MapValEmpty(elem)
	}
	out := make(map[string]cty.Value, v.Len())
	for it := v.MapRange(); it.Next(); {
		k := it.Key().String()
		out[k] = c.value(it.Value(), elem, All, c.at(path, `["`, k, `"]`))
	}
	return cty.MapVal(out)
}

func (c converter) object(v reflect.Value, shape Shape, path string) cty.Value {
	l := structOf(v.Type())
	if shape != nil {
		return c.attributes(v, l, shape, path)
	}
	attrs := make(map[string]cty.Value, len(l.fields))
	for _, f := range l.fields {
		attrs[f.name] = c.value(v.Field(f.at), f.typ, All, c.at(path, ".", f.name, ""))
	}
	return cty.ObjectVal(attrs)
}

// attributes converts only what the shape names.
func (c converter) attributes(v reflect.Value, l *layout, shape Shape, path string) cty.Value {
	attrs := make(map[string]cty.Value, len(shape))
	for name, sub := range shape {
		if i, ok := l.index[name]; ok {
			f := l.fields[i]
			attrs[name] = c.value(v.Field(f.at), f.typ, sub, c.at(path, ".", name, ""))
		}
	}
	return cty.ObjectVal(attrs)
}

// at extends a path, at no cost where no part is unknown.
func (c converter) at(path, open string, step any, end string) string {
	if !c.gaps {
		return ""
	}
	if path == "" && open == "." {
		return fmt.Sprint(step)
	}
	return fmt.Sprint(path, open, step, end)
}

func (n *Notes) errorAt(path string) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.at[path].Err
}

// unknown is a value of the shape in which nothing is known.
func unknown(typ cty.Type, shape Shape) cty.Value {
	if shape == nil || !typ.IsObjectType() {
		return cty.UnknownVal(typ)
	}
	attrs := make(map[string]cty.Value, len(shape))
	for name, sub := range shape {
		if typ.HasAttribute(name) {
			attrs[name] = unknown(typ.AttributeType(name), sub)
		}
	}
	return cty.ObjectVal(attrs)
}
