package fact

import (
	"cmp"
	"slices"
	"time"
)

// A Source is one fact as it was read during a run: proof of what was looked
// at, and of what could not be seen.
type Source struct {
	Name, Key string
	Took      time.Duration
	Objects   int             // of a stream
	Unknown   map[string]bool // reasons
}

// Sources lists what was read so far, sorted by name and key.
func (s *Set) Sources() []Source {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := slices.Clone(s.sources)
	slices.SortFunc(out, func(a, b Source) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Key, b.Key))
	})
	return out
}

func (s *Set) record(src Source) {
	s.mu.Lock()
	s.sources = append(s.sources, src)
	s.mu.Unlock()
}

// doubts adds the reasons why parts of a reading are unknown.
func (src *Source) doubts(r Reading) {
	for _, err := range r.Gaps("") {
		if src.Unknown == nil {
			src.Unknown = map[string]bool{}
		}
		src.Unknown[err.Error()] = true
	}
}
