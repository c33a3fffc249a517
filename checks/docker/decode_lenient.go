package docker

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"time"
)

var (
	errAbsent  = errors.New("the engine does not tell it")
	timeType   = reflect.TypeFor[time.Time]()
	decodeType = reflect.TypeFor[json.Unmarshaler]()
)

// value decodes one JSON value; what does not fit is left zero and noted. The
// reason never holds the value itself, which may be a secret.
func (g gaps) value(raw json.RawMessage, v reflect.Value, path string) {
	switch {
	case string(raw) == "null":
	case v.Type() == timeType:
		g.leaf(path, wantTime(raw, v))
	case reflect.PointerTo(v.Type()).Implements(decodeType):
		g.leaf(path, wantOwn(raw, v))
	case v.Kind() == reflect.Pointer:
		g.pointer(raw, v, path)
	case v.Kind() == reflect.Struct:
		g.object(raw, v, path)
	case v.Kind() == reflect.Slice:
		g.list(raw, v, path)
	case v.Kind() == reflect.Map:
		g.mapping(raw, v, path)
	case v.CanInt() || v.CanUint():
		g.leaf(path, wantInteger(raw, v))
	default:
		g.leaf(path, wantOwn(raw, v))
	}
}

func (g gaps) leaf(path string, err error) {
	if err != nil {
		g[path] = err
	}
}

func (g gaps) pointer(raw json.RawMessage, v reflect.Value, path string) {
	elem := reflect.New(v.Type().Elem())
	g.value(raw, elem.Elem(), path)
	if g[path] == nil {
		v.Set(elem)
	}
}

func (g gaps) object(raw json.RawMessage, v reflect.Value, path string) {
	var members map[string]json.RawMessage
	if json.Unmarshal(raw, &members) != nil {
		g[path] = misfit(raw, "an object")
		return
	}
	for _, m := range membersOf(v.Type()) {
		sub, ok := member(members, m.vendor)
		switch at := join(path, m.attr); {
		case ok:
			g.value(sub, v.Field(m.at), at)
		case m.watched:
			g[at] = errAbsent
		}
	}
}

func member(members map[string]json.RawMessage, name string) (json.RawMessage, bool) {
	if raw, ok := members[name]; ok {
		return raw, true
	}
	for k, raw := range members {
		if strings.EqualFold(k, name) {
			return raw, true
		}
	}
	return nil, false
}

func (g gaps) list(raw json.RawMessage, v reflect.Value, path string) {
	var elems []json.RawMessage
	if json.Unmarshal(raw, &elems) != nil {
		g[path] = misfit(raw, "a list")
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(elems), len(elems)))
	for i, e := range elems {
		g.value(e, v.Index(i), fmt.Sprintf("%s[%d]", path, i))
	}
}

func (g gaps) mapping(raw json.RawMessage, v reflect.Value, path string) {
	var elems map[string]json.RawMessage
	if json.Unmarshal(raw, &elems) != nil {
		g[path] = misfit(raw, "an object")
		return
	}
	v.Set(reflect.MakeMapWithSize(v.Type(), len(elems)))
	for k, e := range elems {
		elem := reflect.New(v.Type().Elem()).Elem()
		g.value(e, elem, fmt.Sprintf(`%s["%s"]`, path, k))
		v.SetMapIndex(reflect.ValueOf(k).Convert(v.Type().Key()), elem)
	}
}

// wantTime takes an empty string for "never", as some engines write it.
func wantTime(raw json.RawMessage, v reflect.Value) error {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return misfit(raw, "a time")
	}
	if s == "" {
		return nil
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return errors.New("the engine sent a time that is not RFC 3339")
	}
	v.Set(reflect.ValueOf(t))
	return nil
}

// wantInteger also takes 1e3 and 4.0, which encoding/json refuses.
func wantInteger(raw json.RawMessage, v reflect.Value) error {
	if json.Unmarshal(raw, v.Addr().Interface()) == nil {
		return nil
	}
	v.SetZero()
	f, err := strconv.ParseFloat(string(raw), 64)
	switch {
	case err != nil:
		return misfit(raw, "an integer")
	case f != math.Trunc(f) || math.Abs(f) > 1<<53:
		return errors.New("the engine sent a number that is no integer, or out of range")
	case v.CanInt() && !v.OverflowInt(int64(f)):
		v.SetInt(int64(f))
		return nil
	case v.CanUint() && f >= 0 && !v.OverflowUint(uint64(f)):
		v.SetUint(uint64(f))
		return nil
	}
	return errors.New("the engine sent a number out of range")
}

func wantOwn(raw json.RawMessage, v reflect.Value) error {
	if json.Unmarshal(raw, v.Addr().Interface()) == nil {
		return nil
	}
	v.SetZero()
	return misfit(raw, "a "+strings.TrimSuffix(v.Kind().String(), "64"))
}

func misfit(raw json.RawMessage, want string) error {
	return fmt.Errorf("the engine sent %s where %s is wanted", jsonKind(raw), want)
}

func jsonKind(raw json.RawMessage) string {
	switch raw[0] {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case '"':
		return "a string"
	case 't', 'f':
		return "a bool"
	}
	return "a number"
}
