package docker

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"scantling/checks/fact"
)

// decodeGaps fills a struct from an engine's JSON object, or a slice from its
// list. Members go to the field of that json or Go name, in any case; members
// that nobody declared are ignored. A member of the wrong type stays zero and
// is returned as a gap, by its path below at; so is a member that is not there
// where its field is tagged absent:"unknown". Only a body that is not such an
// object or list at all is an error.
func decodeGaps(raw []byte, into any, at string) (gaps, error) {
	v := reflect.ValueOf(into).Elem()
	if err := jsonShape(raw, v.Kind()); err != nil {
		return nil, err
	}
	if !watchesAbsence(v.Type()) {
		if decodeQuick(raw, v) {
			return nil, nil
		}
		v.SetZero()
		err := json.Unmarshal(raw, into) // ten times as fast as what follows, and right unless a type is odd
		if err == nil {
			return nil, nil
		}
		v.SetZero()
	}
	if !json.Valid(raw) {
		var sink json.RawMessage
		return nil, fmt.Errorf("the answer is not JSON: %w", json.Unmarshal(raw, &sink))
	}
	g := gaps{}
	g.value(raw, v, at)
	return g, nil
}

var (
	errNotObject = errors.New("the answer is not a JSON object")
	errNotList   = errors.New("the answer is not a JSON list")
)

// jsonShape looks at the first byte: encoding/json takes null for everything.
func jsonShape(raw []byte, want reflect.Kind) error {
	raw = bytes.TrimLeft(raw, " \t\r\n")
	list := bytes.HasPrefix(raw, []byte("[")) || bytes.HasPrefix(raw, []byte("null")) // null: a list without elements
	switch {
	case want == reflect.Slice && !list:
		return errNotList
	case want != reflect.Slice && !bytes.HasPrefix(raw, []byte("{")):
		return errNotObject
	}
	return nil
}

// gaps are the members that an answer did not tell, and why, by the path that
// expressions use.
type gaps map[string]error

// absent makes a member a gap that was not there, unless it is one already.
func (g gaps) absent(path string) {
	if g[path] == nil {
		g[path] = errAbsent
	}
}

// tell makes every gap an unknown attribute.
func (g gaps) tell(n *fact.Notes) {
	for path, err := range g {
		n.Unknown(path, err)
	}
}

// within returns why the member at a path is not known, in whole or in part;
// nil when all of it is. The path is the vendor's: Swarm.Cluster.TLSInfo.
func (g gaps) within(vendor string) error {
	at := fact.Snake(vendor)
	for _, path := range slices.Sorted(maps.Keys(g)) {
		if below(path, at) || below(at, path) {
			return g[path]
		}
	}
	return nil
}

// derived notes where a computed attribute comes from, and passes on why it is
// unknown when a member that it needs is.
func (g gaps) derived(n *fact.Notes, attr, call string, members ...string) {
	n.Origin(attr, call+" "+strings.Join(members, ", "))
	for _, m := range members {
		if err := g.within(m); err != nil {
			n.Unknown(attr, err)
		}
	}
}

func below(path, top string) bool {
	rest, ok := strings.CutPrefix(path, top)
	return ok && (top == "" || rest == "" || rest[0] == '.' || rest[0] == '[')
}

// first is one gap as an error, the same on every run; nil when there is none.
func (g gaps) first() error {
	for _, path := range slices.Sorted(maps.Keys(g)) {
		return fmt.Errorf("%s: %w", path, g[path])
	}
	return nil
}
