package checks

import (
	"slices"
	"strings"
	"sync"

	"scantling/checks/fact"
)

// Most objects of a stream look alike to a control: of 400 containers 398 are
// not privileged. What follows from an object is therefore worked out once for
// each set of values that the expressions can tell apart.
type alike[T any] struct {
	paths []fact.Path // what the expressions read of the object
	mu    sync.Mutex
	known map[string]T
}

// maxAlike bounds the memory where no two objects are alike.
const maxAlike = 2048

func newAlike[T any](stream string, xs ...*expr) *alike[T] {
	return &alike[T]{paths: inputs(stream, xs), known: map[string]T{}}
}

// get returns what was worked out for an object like this one, or works it out.
func (a *alike[T]) get(s scope, work func() T) T {
	key, ok := s.object.Inputs((*s.room)[:0], a.paths)
	*s.room = key
	if !ok {
		return work()
	}
	a.mu.Lock()
	v, seen := a.known[string(key)]
	a.mu.Unlock()
	if seen {
		return v
	}
	held := string(key) // work may use the buffer
	v = work()
	a.mu.Lock()
	if len(a.known) < maxAlike {
		a.known[held] = v
	}
	a.mu.Unlock()
	return v
}

// verdictAlike is d.verdict, taken once for all that is alike. A pass shares its
// evidence with the others, origins told in general; whatever else it is, it
// gets the origins of its own object.
func (d *decision) verdictAlike(s scope) Result {
	r := d.alike.get(s, func() Result {
		r := d.verdict(s)
		r.Evidence = s.relocate(r.Evidence, s.general)
		return r
	})
	switch r.Status {
	case Manual: // what is shown with the question belongs to this object alone
		return d.manual(s)
	case Pass, NotApplicable:
		return r
	}
	r.Evidence = s.relocate(r.Evidence, s.object.At)
	return r
}

// general is a note that holds for every object that is alike.
func (s scope) general(attr string) fact.Note {
	note := s.object.At(attr)
	note.Origin = strings.Replace(note.Origin, "/"+s.object.Key+"/", "/{"+s.object.Fact.Name+"}/", 1)
	return note
}

// relocate gives evidence the origins that note tells for the object's attributes.
func (s scope) relocate(ev []Evidence, note func(attr string) fact.Note) []Evidence {
	out := slices.Clone(ev)
	for i := range out {
		out[i].Reads = slices.Clone(out[i].Reads)
		for j := range out[i].Reads {
			if r := &out[i].Reads[j]; r.own {
				n := note(r.attr)
				r.Origin, r.Remark = n.Origin, n.Remark
			}
		}
	}
	return out
}
