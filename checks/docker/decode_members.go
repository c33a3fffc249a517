package docker

import (
	"cmp"
	"reflect"
	"strings"
	"sync"

	"scantling/checks/fact"
)

// A jsonMember is one field of a struct that answers are decoded into.
type jsonMember struct {
	attr, vendor string
	at           int
	watched      bool // unknown when the answer lacks it
}

// Caches of pure values, by reflect.Type.
var (
	members  sync.Map // []jsonMember
	watchful sync.Map // bool
)

func membersOf(t reflect.Type) []jsonMember {
	if m, ok := members.Load(t); ok {
		return m.([]jsonMember)
	}
	var out []jsonMember
	for i := range t.NumField() {
		f := t.Field(i)
		vendor, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !f.IsExported() || vendor == "-" {
			continue
		}
		out = append(out, jsonMember{attrOf(f), cmp.Or(vendor, f.Name), i, f.Tag.Get("absent") == "unknown"})
	}
	members.Store(t, out)
	return out
}

// attrOf is the name that expressions use, as package fact derives it.
func attrOf(f reflect.StructField) string {
	if tag := f.Tag.Get("cty"); tag != "" && tag != "-" {
		return tag
	}
	return fact.Snake(f.Name)
}

func join(path, attr string) string { return strings.TrimPrefix(path+"."+attr, ".") }

// watchesAbsence reports whether a field of the type, at any depth, wants to
// know that its member is missing.
func watchesAbsence(t reflect.Type) bool {
	w, ok := watchful.Load(t)
	if !ok {
		w, _ = watchful.LoadOrStore(t, lookForWatch(t))
	}
	return w.(bool)
}

func lookForWatch(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return lookForWatch(t.Elem())
	case reflect.Struct:
	default:
		return false
	}
	for _, m := range membersOf(t) {
		if m.watched || lookForWatch(t.Field(m.at).Type) {
			return true
		}
	}
	return false
}
