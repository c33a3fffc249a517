package docker

import (
	"maps"
	"slices"
	"sync"
	"testing"
	"time"

	"scantling/checks/fact"
)

// now is the clock of the tests: 100 days after the fixture's youngest container.
func now() time.Time { return time.Unix(1700000000, 0).Add(100 * 24 * time.Hour) }

// one reads a variable of an engine that gives the answers.
func one(t *testing.T, d *Docker, name string) fact.Reading {
	t.Helper()
	s := fact.NewSet()
	s.Add(d, Facts...)
	return s.Get(t.Context(), name, "")
}

// each reads a stream, by the objects' names.
func each(t *testing.T, d *Docker, name string) (map[string]fact.Reading, error) {
	t.Helper()
	s := fact.NewSet()
	s.Add(d, Facts...)
	var mu sync.Mutex
	out := map[string]fact.Reading{}
	err := s.Each(t.Context(), name, func(string) bool { return true }, func(r fact.Reading) {
		mu.Lock()
		defer mu.Unlock()
		out[r.Key] = r
	})
	return out, err
}

// value is a reading's Go value, which must be known.
func value[T any](t *testing.T, r fact.Reading) T {
	t.Helper()
	v, ok := r.Value().(T)
	if !ok {
		t.Fatalf("%s %s: %v", r.Fact.Name, r.Key, r.Err)
	}
	return v
}

// wantNames compares the objects of a stream.
func wantNames(t *testing.T, got map[string]fact.Reading, want ...string) {
	t.Helper()
	if names := slices.Sorted(maps.Keys(got)); !slices.Equal(names, want) {
		t.Errorf("objects are %q; want %q", names, want)
	}
}

// wantUnknown checks which attributes are unknown, each with a reason of the
// target or a fault.
func wantUnknown(t *testing.T, r fact.Reading, unavailable bool, paths ...string) {
	t.Helper()
	for _, p := range paths {
		err := r.At(p).Err
		if _, ok := fact.Remedy(err); err == nil || ok != unavailable {
			t.Errorf("%s %s: %s is unknown for %v; want a reason of the target: %v", r.Fact.Name, r.Key, p, err, unavailable)
		}
	}
}

func wantKnown(t *testing.T, r fact.Reading, paths ...string) {
	t.Helper()
	for _, p := range paths {
		if err := r.At(p).Err; err != nil {
			t.Errorf("%s %s: %s is unknown: %v", r.Fact.Name, r.Key, p, err)
		}
	}
}

func TestFactsAreListedAndPlanned(t *testing.T) {
	for _, f := range Facts {
		plan := f.Plan("")
		if len(plan) == 0 || plan[0] == f.Name || f.Doc == "" {
			t.Errorf("%s: plan %q, doc %q; want both to name the source", f.Name, plan, f.Doc)
		}
	}
}
