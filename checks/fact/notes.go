package fact

import (
	"slices"
	"strings"
	"sync"
)

// A Note is what is known about one attribute besides its value.
type Note struct {
	Origin string // where the value came from: file:line, flag, API field, built-in default
	Remark string // what else the reader should know: "on disk false: restart pending"
	Err    error  // why the value is unknown; nil when it is known or null
}

// Notes is the side table of one read, keyed by attribute path as expressions
// spell it: "live_restore", "host_config.cap_add", "mounts[2].source". It may be
// used by several goroutines. The zero value is ready for use.
type Notes struct {
	mu      sync.Mutex
	source  string
	api     bool
	members map[string]string
	at      map[string]Note
	gaps    []string // the paths with an error, sorted
}

// From sets the origin of every attribute that has none of its own.
func (n *Notes) From(source string) { n.source, n.api = source, false }

// FromAPI does the same for an API answer: an attribute's origin is then the
// call and the field as the vendor spells it, GET /info LiveRestoreEnabled.
func (n *Notes) FromAPI(call string) { n.source, n.api = call, true }

// FromMembers does the same where some attributes are computed: from which of the
// answer's members, members says. It may be shared by many notes.
func (n *Notes) FromMembers(call string, members map[string]string) {
	n.FromAPI(call)
	n.members = members
}

// Origin notes where one attribute came from.
func (n *Notes) Origin(path, origin string) {
	n.change(path, func(t *Note) { t.Origin = origin })
}

// Remark adds a sentence about one attribute.
func (n *Notes) Remark(path, remark string) {
	n.change(path, func(t *Note) { t.Remark = remark })
}

// Unknown makes an attribute, and all below it, unknown for the given reason.
// The empty path is the whole value.
func (n *Notes) Unknown(path string, err error) {
	n.change(path, func(t *Note) { t.Err = err })
	n.mu.Lock()
	defer n.mu.Unlock()
	if i, known := slices.BinarySearch(n.gaps, path); !known {
		n.gaps = slices.Insert(n.gaps, i, path)
	}
}

func (n *Notes) change(path string, edit func(*Note)) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.at == nil {
		n.at = map[string]Note{}
	}
	t := n.at[path]
	edit(&t)
	n.at[path] = t
}

// At returns what is noted for a path, taking each part from the nearest
// ancestor that has it; vendor spells the path in the source's own words.
func (n *Notes) At(path string, vendor func(string) string) Note {
	if n == nil {
		return Note{}
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	var t Note
	for p, ok := path, true; ok; p, ok = parent(p) {
		t.inherit(n.at[p])
		if m, computed := n.members[p]; computed && t.Origin == "" {
			t.Origin = n.source + " " + m
		}
	}
	if t.Origin == "" {
		t.Origin = n.sourceOf(path, vendor)
	}
	return t
}

func (n *Notes) sourceOf(path string, vendor func(string) string) string {
	if !n.api || path == "" || vendor == nil {
		return n.source
	}
	return n.source + " " + vendor(path)
}

func (t *Note) inherit(from Note) {
	if t.Origin == "" {
		t.Origin = from.Origin
	}
	if t.Remark == "" {
		t.Remark = from.Remark
	}
	if t.Err == nil {
		t.Err = from.Err
	}
}

// any reports whether any part is unknown.
func (n *Notes) any() bool {
	if n == nil {
		return false
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	return len(n.gaps) > 0
}

// touch reports whether a part of the value at path is unknown, or the whole
// that it belongs to.
func (n *Notes) touch(path string) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	return slices.ContainsFunc(n.gaps, func(gap string) bool { return isBelow(gap, path) || isBelow(path, gap) })
}

// appendGaps appends where the value at path is unknown.
func (n *Notes) appendGaps(b []byte, path string) []byte {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, gap := range n.gaps {
		if isBelow(gap, path) || isBelow(path, gap) {
			b = append(append(append(b, 'g'), gap...), 0)
		}
	}
	return b
}

// below returns why parts at or below path are unknown.
func (n *Notes) below(path string) []error {
	if n == nil {
		return nil
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	var out []error
	for _, gap := range n.gaps {
		if isBelow(gap, path) {
			out = append(out, n.at[gap].Err)
		}
	}
	return out
}

func isBelow(p, path string) bool {
	rest, ok := strings.CutPrefix(p, path)
	return ok && (path == "" || rest == "" || rest[0] == '.' || rest[0] == '[')
}

// parent cuts the last step: a.b[2] -> a.b -> a -> "" -> false.
func parent(path string) (string, bool) {
	if path == "" {
		return "", false
	}
	for i := len(path) - 1; i > 0; i-- {
		if path[i] == '.' || path[i] == '[' {
			return path[:i], true
		}
	}
	return "", true
}
