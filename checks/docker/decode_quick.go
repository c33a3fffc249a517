package docker

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// decodeQuick fills a zero v as encoding/json does: what no field wants is
// passed over in place, and strings share one copy of the answer. It reports false
// for whatever is not plain, such as a member of the wrong type, given twice or
// spelled in other letters; v is then filled in part.
func decodeQuick(raw []byte, v reflect.Value) bool {
	s := scanner{text: string(raw)}
	return s.value(v, filler(v.Type())) && s.next() == 0 && s.at == len(s.text)
}

// A fill decodes the value that a scanner is at, which is not null.
type fill func(*scanner, reflect.Value) bool

var fillers sync.Map // reflect.Type -> fill; a cache of pure values

func filler(t reflect.Type) fill {
	if f, ok := fillers.Load(t); ok {
		return f.(fill)
	}
	f := newFiller(t)
	fillers.Store(t, f)
	return f
}

// A selfFiller is a type with a form of its own. UnmarshalJSON takes what it does
// not.
type selfFiller interface{ fill(*scanner) bool }

var (
	selfType = reflect.TypeFor[selfFiller]()
	textType = reflect.TypeFor[encoding.TextUnmarshaler]()
)

func newFiller(t reflect.Type) fill {
	switch p := reflect.PointerTo(t); {
	case p.Implements(selfType):
		return func(s *scanner, v reflect.Value) bool { return v.Addr().Interface().(selfFiller).fill(s) }
	case p.Implements(decodeType):
		return fillItself
	case p.Implements(textType):
		return fillOther
	case t == reflect.TypeFor[map[string]string]():
		return fillTexts
	}
	switch t.Kind() {
	case reflect.String:
		return fillString
	case reflect.Bool:
		return fillBool
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return fillInt
	case reflect.Pointer:
		return pointerFiller(t)
	case reflect.Slice:
		return sliceFiller(t)
	case reflect.Map:
		return mapFiller(t)
	case reflect.Struct:
		return structFiller(t)
	}
	return fillOther
}

// value fills v; null leaves it as it is.
func (s *scanner) value(v reflect.Value, f fill) bool {
	if s.next() == 'n' {
		return s.word("null")
	}
	return f(s, v)
}

// fillItself is for types that decode what is JSON, such as a time.
func fillItself(s *scanner, v reflect.Value) bool {
	raw, ok := s.skip(0)
	return ok && v.Addr().Interface().(json.Unmarshaler).UnmarshalJSON([]byte(raw)) == nil
}

func fillOther(s *scanner, v reflect.Value) bool {
	raw, ok := s.skip(0)
	return ok && json.Unmarshal([]byte(raw), v.Addr().Interface()) == nil
}

func fillString(s *scanner, v reflect.Value) bool {
	text, ok := s.str()
	v.SetString(text)
	return ok
}

func fillBool(s *scanner, v reflect.Value) bool {
	v.SetBool(s.next() == 't')
	return s.word("true") || s.word("false")
}

func fillInt(s *scanner, v reflect.Value) bool {
	s.next()
	n, err := strconv.ParseInt(s.number(), 10, 64)
	if err != nil || v.OverflowInt(n) {
		return false
	}
	v.SetInt(n)
	return true
}

func fillTexts(s *scanner, v reflect.Value) bool {
	out := map[string]string{}
	v.Set(reflect.ValueOf(out))
	return s.object(func(key string) (ok bool) {
		out[key], ok = s.strOrNull()
		return ok
	})
}

func mapFiller(t reflect.Type) fill {
	f := filler(t.Elem())
	return func(s *scanner, v reflect.Value) bool {
		v.Set(reflect.MakeMap(t))
		return s.object(func(key string) bool {
			elem := reflect.New(t.Elem()).Elem()
			ok := s.value(elem, f)
			v.SetMapIndex(reflect.ValueOf(key).Convert(t.Key()), elem)
			return ok
		})
	}
}

func pointerFiller(t reflect.Type) fill {
	f := filler(t.Elem())
	return func(s *scanner, v reflect.Value) bool {
		v.Set(reflect.New(t.Elem()))
		return f(s, v.Elem())
	}
}

func sliceFiller(t reflect.Type) fill {
	if t.Elem() == reflect.TypeFor[string]() {
		return func(s *scanner, v reflect.Value) bool {
			list, ok := s.strs()
			v.Set(reflect.ValueOf(list))
			return ok
		}
	}
	f := filler(t.Elem())
	return func(s *scanner, v reflect.Value) bool {
		v.Set(reflect.MakeSlice(t, 0, 0))
		return s.list(func() bool {
			n := v.Len()
			v.Grow(1)
			v.SetLen(n + 1)
			v.Index(n).SetZero()
			return s.value(v.Index(n), f)
		})
	}
}

// structFiller counts on names as the vendor spells them, each once.
func structFiller(t reflect.Type) fill {
	members := membersOf(t)
	if len(members) > 64 {
		return fillOther
	}
	fills, index := make([]fill, len(members)), map[string]int{}
	for i, m := range members {
		fills[i], index[m.vendor] = filler(t.Field(m.at).Type), i
	}
	return func(s *scanner, v reflect.Value) bool {
		var seen uint64
		return s.object(func(name string) bool {
			i, ok := index[name]
			if !ok {
				_, ok = s.skip(0)
				return ok && !otherLetters(members, name)
			}
			again := seen&(1<<i) != 0
			seen |= 1 << i
			return !again && s.value(v.Field(members[i].at), fills[i])
		})
	}
}

// otherLetters reports whether encoding/json may take the name for a member's.
func otherLetters(members []jsonMember, name string) bool {
	for _, m := range members {
		if len(m.vendor) == len(name) && strings.EqualFold(m.vendor, name) {
			return true
		}
	}
	return strings.ContainsFunc(name, func(r rune) bool { return r >= utf8.RuneSelf })
}
