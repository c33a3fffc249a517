package fact

import (
	"reflect"
	"slices"
	"strings"
)

// A Path is an attribute path of one fact, resolved once: it is followed for
// every object of a stream.
type Path struct {
	text   string
	typ    reflect.Type // of what it leads to
	fields []int        // of the structs on the way
	under  []Path
	parts  []Path // what counts of the elements of a list
	whole  bool   // everything counts
}

// Path resolves attribute names. It ends where a name is no field of a struct:
// at the key of a map, say.
func (f Fact) Path(names []string) Path { return resolve(f.goType, names) }

func resolve(t reflect.Type, names []string) Path {
	p := Path{text: strings.Join(names, "."), typ: t, whole: true}
	for _, name := range names {
		at, ok := fieldOf(p.typ, name)
		if !ok {
			break
		}
		p.fields, p.typ = append(p.fields, at), element(p.typ).Field(at).Type
	}
	return p
}

func fieldOf(t reflect.Type, name string) (int, bool) {
	if t = element(t); t.Kind() != reflect.Struct || t == timeType {
		return 0, false
	}
	l := structOf(t)
	i, ok := l.index[name]
	if !ok {
		return 0, false
	}
	return l.fields[i].at, true
}

// element is the type behind pointers.
func element(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}

// String spells the path with what counts of a list's elements, and a question
// mark where it counts only at times: mounts{source,rw}, name?.
func (p Path) String() string {
	text := p.text
	if !p.whole {
		names := make([]string, len(p.parts))
		for i, part := range p.parts {
			names[i] = part.text
		}
		text += "{" + strings.Join(names, ",") + "}"
	}
	if len(p.under) > 0 {
		text += "?"
	}
	return text
}

// Whole reports whether the value at the path counts at all times and with all
// that is in it.
func (p Path) Whole() bool { return p.whole && p.under == nil }

// Dotted is the path as expressions spell it.
func (p Path) Dotted() string { return p.text }

// Under is the path of an attribute that is only looked at for the elements of
// the given lists: while they are all empty it makes no difference.
func (p Path) Under(lists ...Path) Path {
	p.under = lists
	return p
}

// Of is the path of a list of which only some attributes of the elements are
// looked at. It is the path itself where that is no list of structs.
func (p Path) Of(parts [][]string) Path {
	if p.typ.Kind() != reflect.Slice || element(p.typ.Elem()).Kind() != reflect.Struct {
		return p
	}
	p.whole = false
	for _, names := range parts {
		part := resolve(p.typ.Elem(), names)
		if !slices.ContainsFunc(p.parts, func(q Path) bool { return q.text == part.text }) {
			p.parts = append(p.parts, part)
		}
	}
	return p
}
