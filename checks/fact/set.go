package fact

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"sync"
	"time"

	"github.com/zclconf/go-cty/cty"
)

// A Set is the facts of one target. Every (fact, key) is read at most once,
// whoever asks and however often; reads of different facts run concurrently.
type Set struct {
	facts map[string]bound
	mu    sync.Mutex
	memo  map[[2]string]func() Reading

	sources []Source
}

type bound struct {
	Fact
	env any
}

// NewSet returns a set without facts.
func NewSet() *Set {
	return &Set{facts: map[string]bound{}, memo: map[[2]string]func() Reading{}}
}

// Add binds facts to the source they are read from, such as a *host.Host.
func (s *Set) Add(env any, facts ...Fact) {
	for _, f := range facts {
		s.facts[f.Name] = bound{f, env}
	}
}

// All returns the facts, sorted by name.
func (s *Set) All() []Fact {
	var out []Fact
	for _, name := range slices.Sorted(maps.Keys(s.facts)) {
		out = append(out, s.facts[name].Fact)
	}
	return out
}

// Find returns the fact of that name.
func (s *Set) Find(name string) (Fact, bool) {
	f, ok := s.facts[name]
	return f.Fact, ok
}

// Get reads a fact, or waits for who is already reading it. The key is empty
// for facts of kind One.
func (s *Set) Get(ctx context.Context, name, key string) Reading {
	s.mu.Lock()
	read, ok := s.memo[[2]string{name, key}]
	if !ok {
		f := s.facts[name]
		read = sync.OnceValue(func() Reading { return s.timed(ctx, f, key) })
		s.memo[[2]string{name, key}] = read
	}
	s.mu.Unlock()
	return read()
}

// Begin reads ahead what is going to be asked for: a fact of kind One, or what its
// readers agree on of a stream.
func (s *Set) Begin(ctx context.Context, name string) {
	switch f, ok := s.facts[name]; {
	case ok && f.Kind == One:
		s.Get(ctx, name, "")
	case f.begin != nil:
		f.begin(ctx, f.env)
	}
}

func (s *Set) timed(ctx context.Context, f bound, key string) Reading {
	start := time.Now()
	r := f.get(ctx, key)
	src := Source{Name: f.Name, Key: key, Took: time.Since(start)}
	src.doubts(r)
	s.record(src)
	return r
}

func (f bound) get(ctx context.Context, key string) (r Reading) {
	r = Reading{Fact: f.Fact, Key: key, notes: &Notes{}}
	defer func() {
		if p := recover(); p != nil {
			r.Err = fmt.Errorf("%s: the reader broke off: %v", f.Name, p)
		}
	}()
	if err := ctx.Err(); err != nil {
		r.Err = fmt.Errorf("%s: %w", f.Name, err)
		return r
	}
	v, err := f.read(ctx, f.env, key, r.notes)
	if c, ok := v.(cty.Value); ok {
		r.fixed = &c
	}
	r.value, r.Err = reflect.ValueOf(v), err
	return r
}

// Each reads a stream and hands every object to emit, possibly from several
// goroutines. An error means that the listing is not complete.
func (s *Set) Each(ctx context.Context, name string, want Want, emit func(Reading)) (err error) {
	f, ok := s.facts[name]
	if !ok {
		return fmt.Errorf("no fact %q", name)
	}
	src, start := Source{Name: name}, time.Now()
	var mu sync.Mutex
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: the reader broke off: %v", name, p)
		}
		src.Took = time.Since(start)
		s.record(src)
	}()
	return f.stream(ctx, f.env, want, func(o object) {
		r := Reading{Fact: f.Fact, Key: o.name, ID: cmp.Or(o.id, o.name), Err: o.err, value: o.value, notes: orEmpty(o.notes), fixed: o.fixed}
		mu.Lock()
		src.Objects++
		src.doubts(r)
		mu.Unlock()
		emit(r)
	})
}

func orEmpty(n *Notes) *Notes {
	if n == nil {
		return &Notes{}
	}
	return n
}
