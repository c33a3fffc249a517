package checks

import (
	"sync"

	"scantling/checks/fact"
)

// Most objects of a stream look alike to a control: of 400 containers 398 are
// not privileged. What follows from an object is therefore worked out once for
// each set of values that the expressions can tell apart.
type alike[T any] struct {
	paths []fact.Path // what the expressions read of the object
	loose []fact.Path // those of which objects that are alike may differ in what is shown
	mu    sync.Mutex
	known map[string]T
}

// maxAlike bounds the memory where no two objects are alike.
const maxAlike = 2048

func newAlike[T any](stream fact.Fact, xs ...*expr) *alike[T] {
	a := &alike[T]{paths: inputs(stream, xs), known: map[string]T{}}
	for _, p := range a.paths {
		if !p.Whole() {
			a.loose = append(a.loose, p)
		}
	}
	return a
}

// get returns what was worked out for an object like this one, or works it out.
func (a *alike[T]) get(s scope, work func() T) T {
	key, ok := s.object.Inputs(s.object.room[:0], a.paths)
	s.object.room = key
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
