package fact

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/zclconf/go-cty/cty"
)

var timeType = reflect.TypeFor[time.Time]()

// TypeOf derives the type that expressions see from a Go type: a struct is an
// object, a pointer may be null, a slice is a list, time.Time is RFC 3339 text.
func TypeOf(t reflect.Type) cty.Type {
	switch {
	case t == timeType:
		return cty.String
	case t.Kind() == reflect.Pointer:
		return TypeOf(t.Elem())
	}
	switch t.Kind() {
	case reflect.Bool:
		return cty.Bool
	case reflect.String:
		return cty.String
	case reflect.Slice, reflect.Array:
		return cty.List(TypeOf(t.Elem()))
	case reflect.Map:
		return cty.Map(TypeOf(t.Elem()))
	case reflect.Struct:
		return structOf(t).object
	}
	if t.ConvertibleTo(reflect.TypeFor[float64]()) {
		return cty.Number
	}
	panic(fmt.Sprintf("fact: no expression type for %s", t)) // a mistake in a fact's Go type
}

// A layout is what reflection says about one struct, kept.
type layout struct {
	object cty.Type
	fields []field
	index  map[string]int
}

type field struct {
	name   string // as expressions spell it
	vendor string // as the source spells it
	at     int
	typ    cty.Type
}

var layouts sync.Map // reflect.Type -> *layout; a cache of pure values

func structOf(t reflect.Type) *layout {
	if l, ok := layouts.Load(t); ok {
		return l.(*layout)
	}
	l := &layout{index: map[string]int{}}
	attrs := map[string]cty.Type{}
	for i := range t.NumField() {
		sf := t.Field(i)
		if !sf.IsExported() || sf.Tag.Get("cty") == "-" {
			continue
		}
		f := field{name: attrName(sf), vendor: vendorName(sf), at: i, typ: TypeOf(sf.Type)}
		l.index[f.name] = len(l.fields)
		l.fields = append(l.fields, f)
		attrs[f.name] = f.typ
	}
	l.object = cty.Object(attrs)
	layouts.Store(t, l)
	return l
}

func attrName(f reflect.StructField) string {
	if tag := f.Tag.Get("cty"); tag != "" {
		return tag
	}
	return Snake(f.Name)
}

func vendorName(f reflect.StructField) string {
	if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" {
		return name
	}
	return f.Name
}

// Snake spells a vendor's name as expressions do: HostConfig.UTSMode becomes
// host_config.uts_mode, live-restore becomes live_restore.
func Snake(name string) string {
	var b strings.Builder
	rs := []rune(name)
	for i, r := range rs {
		switch {
		case r == '-':
			b.WriteByte('_')
		case unicode.IsUpper(r):
			if i > 0 && startsWord(rs, i) {
				b.WriteByte('_')
			}
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// startsWord tells a new word from the middle of an acronym: the M of UTSMode.
func startsWord(rs []rune, i int) bool {
	if rs[i-1] == '.' || rs[i-1] == '_' {
		return false
	}
	return !unicode.IsUpper(rs[i-1]) || i+1 < len(rs) && unicode.IsLower(rs[i+1])
}

type spelling struct {
	t    reflect.Type
	path string
}

var spellings sync.Map // spelling -> string; a cache of pure values

// Vendor spells an attribute path as the source does.
func (f Fact) Vendor(path string) string {
	key := spelling{f.goType, path}
	if s, ok := spellings.Load(key); ok {
		return s.(string)
	}
	s := f.vendor(path)
	if !strings.Contains(path, "[") { // elements are without number
		spellings.Store(key, s)
	}
	return s
}

func (f Fact) vendor(path string) string {
	t, out := f.goType, []string{}
	for _, step := range strings.Split(path, ".") {
		name, rest, indexed := strings.Cut(step, "[")
		for t != nil && (t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice) {
			t = t.Elem()
		}
		if t != nil && t.Kind() == reflect.Struct {
			if i, ok := structOf(t).index[name]; ok {
				fd := structOf(t).fields[i]
				name, t = fd.vendor, t.Field(fd.at).Type
			}
		}
		if indexed {
			name += "[" + rest
		}
		out = append(out, name)
	}
	return strings.Join(out, ".")
}
