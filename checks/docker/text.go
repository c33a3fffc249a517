package docker

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"scantling/checks/secret"
)

func trimSlash(name string) string { return strings.TrimPrefix(name, "/") }
func hasSlash(name string) bool    { return strings.Contains(name, "/") }
func isNone(ref string) bool       { return strings.HasPrefix(ref, "<none>") }

// short is an id as people see it: twelve digits, without sha256:.
func short(id string) string {
	id = strings.TrimPrefix(id, "sha256:")
	return id[:min(len(id), 12)]
}

// optional is null where an engine leaves a text empty.
func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// unique sorts, and leaves every text once.
func unique(s []string) []string {
	slices.Sort(s)
	return slices.Compact(s)
}

// withoutLogin takes the user and password out of a proxy's address, with or
// without a scheme.
func withoutLogin(address string) string {
	scheme, rest, ok := strings.Cut(address, "://")
	if !ok {
		scheme, rest = "", address
	} else {
		scheme += "://"
	}
	authority, path := rest, ""
	if i := strings.IndexByte(rest, '/'); i >= 0 && !strings.Contains(rest[i:], "@") {
		authority, path = rest[:i], rest[i:]
	}
	if i := strings.LastIndexByte(authority, '@'); i >= 0 {
		authority = secret.Mask + authority[i:]
	}
	return scheme + authority + path
}

// Names are the keys of a JSON object, sorted.
type Names []string

// UnmarshalJSON takes the keys of an object, or a list of texts.
func (n *Names) UnmarshalJSON(b []byte) error {
	var list []string
	if !bytes.HasPrefix(b, []byte("{")) && json.Unmarshal(b, &list) == nil {
		*n = list
		return nil
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal(b, &object); err != nil {
		return err
	}
	*n = slices.Sorted(maps.Keys(object))
	return nil
}

func (n *Names) fill(s *scanner) (ok bool) {
	if s.next() == '[' {
		*n, ok = s.strs()
		return ok
	}
	ok = s.object(func(name string) bool {
		*n = append(*n, name)
		_, ok := s.skip(0)
		return ok
	})
	*n = unique(*n)
	return ok
}

// Pair is a name and a value, which /info writes as a list of two texts.
type Pair struct{ Name, Value string }

// UnmarshalJSON takes ["Backing Filesystem", "extfs"].
func (p *Pair) UnmarshalJSON(b []byte) error {
	var two []string
	if err := json.Unmarshal(b, &two); err != nil {
		return err
	}
	if len(two) != 2 {
		return errors.New("a pair has two texts")
	}
	p.Name, p.Value = two[0], two[1]
	return nil
}
