package fact

import "strings"

// Origins appends where the values at the given attribute paths come from and
// what is remarked of them, in a form that is the same for two objects exactly
// when General tells the same of both.
func (r Reading) Origins(b []byte, paths []Path) []byte {
	b = r.general(b, r.notes.source)
	r.notes.mu.Lock()
	defer r.notes.mu.Unlock()
	for i, p := range paths {
		for at, ok := p.text, len(r.notes.at) > 0; ok; at, ok = parent(at) {
			if n, noted := r.notes.at[at]; noted {
				b = append(r.general(append(b, 0, byte(i), byte(len(at))), n.Origin), 0)
				b = append(b, n.Remark...)
			}
		}
	}
	return b
}

// General is the note for an attribute path with the name of the object left
// out, so that it holds for others too.
func (r Reading) General(path string) Note {
	t := r.At(path)
	t.Origin = string(r.general(nil, t.Origin))
	return t
}

// general appends an origin in which the object's name, as a step of a path, is
// replaced by that of the stream.
func (r Reading) general(b []byte, origin string) []byte {
	before, after, found := cutStep(origin, r.Key)
	if !found {
		return append(b, origin...)
	}
	return append(append(append(append(append(b, before...), "/{"...), r.Fact.Name...), "}/"...), after...)
}

// cutStep cuts a text around the first /name/.
func cutStep(text, name string) (before, after string, found bool) {
	for i := 0; ; i++ {
		n := strings.IndexByte(text[i:], '/')
		if n < 0 {
			return text, "", false
		}
		i += n
		if rest, ok := strings.CutPrefix(text[i+1:], name); ok && strings.HasPrefix(rest, "/") {
			return text[:i], rest[1:], true
		}
	}
}
