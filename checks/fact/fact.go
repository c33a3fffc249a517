// Package fact describes what profiles can ask about a target, reads it at most
// once, and keeps beside every value where it came from and why it is missing.
//
// A fact's value is a plain Go value. Three states exist for every attribute:
// known, null (looked for and not set: a nil pointer) and unknown (could not be
// observed: an entry in [Notes] or an error from the read).
package fact

import (
	"context"
	"fmt"
	"reflect"

	"github.com/zclconf/go-cty/cty"
)

// Kind says how expressions reach a fact.
type Kind uint8

const (
	One   Kind = iota // a variable: docker.info
	Keyed             // a function of one string: file("/etc/passwd")
	Many              // a stream of objects, named by a control's each: container
)

func (k Kind) String() string { return [...]string{"variable", "function", "stream"}[k] }

// Need is a set of things that a target must offer for a fact to be read.
type Need uint8

const (
	Files     Need = 1 << iota // a file system: live, mounted or recorded
	Live                       // the running kernel and its processes
	Root                       // some attributes stay unknown without root rights
	DockerAPI                  // an engine that answers
)

// A Fact describes one thing that a profile can ask about a target.
type Fact struct {
	Name  string   // docker.info, file, container: as profiles spell it
	Doc   string   // one sentence, and the source it reads
	Kind  Kind     //
	Key   string   // what a Keyed fact's string is: path, unit, port
	Type  cty.Type // derived from the Go type, so that profiles type-check without a machine
	Needs Need

	plan   func(key string) []string // sources named before anything is read
	goType reflect.Type
	read   func(ctx context.Context, env any, key string, n *Notes) (any, error)
	stream func(ctx context.Context, env any, want Want, emit func(object)) error
	begin  func(ctx context.Context, env any) // nil where nothing can be read ahead
}

// Want reports whether any expression mentions the attribute path, so that a
// stream can leave out a read that nobody asked for.
type Want func(path string) bool

// An Object is one element of a stream.
type Object[T any] struct {
	Name  string // how people call it: a container name, an image reference
	ID    string // an identity that survives recreation; Name when empty
	Value T
	Notes *Notes
	Err   error // listed but not readable: every attribute but the name is unknown
}

type object struct {
	name, id string
	value    reflect.Value
	notes    *Notes
	err      error
	fixed    *cty.Value
}

// NewOne describes a fact that exists once per target.
func NewOne[E, T any](name, doc string, needs Need, read func(E, context.Context, *Notes) (T, error)) Fact {
	f := describe[T](One, name, doc, needs)
	f.read = func(ctx context.Context, env any, _ string, n *Notes) (any, error) {
		return read(env.(E), ctx, n)
	}
	return f
}

// NewKeyed describes a fact that is a function of one string; key says of what.
func NewKeyed[E, T any](name, key, doc string, needs Need, read func(E, context.Context, string, *Notes) (T, error)) Fact {
	f := describe[T](Keyed, name, doc, needs)
	f.Key = key
	f.read = func(ctx context.Context, env any, k string, n *Notes) (any, error) {
		return read(env.(E), ctx, k, n)
	}
	return f
}

// NewMany describes a stream of objects. The read may call emit from several
// goroutines; it returns when the last emit has returned. An error means that
// the listing itself is not complete.
func NewMany[E, T any](name, doc string, needs Need, read func(E, context.Context, Want, func(Object[T])) error) Fact {
	f := describe[T](Many, name, doc, needs)
	f.stream = func(ctx context.Context, env any, want Want, emit func(object)) error {
		return read(env.(E), ctx, want, func(o Object[T]) {
			emit(object{name: o.Name, id: o.ID, value: reflect.ValueOf(o.Value), notes: o.Notes, err: o.Err})
		})
	}
	return f
}

// Beginning is a stream of which a part is read the same whatever is wanted: begin
// reads it, and keeps it for the stream.
func Beginning[E any](f Fact, begin func(E, context.Context)) Fact {
	f.begin = func(ctx context.Context, env any) { begin(env.(E), ctx) }
	return f
}

// Reading names the sources that the fact reads, for `scantling plan`: file
// paths, API calls, kernel interfaces. The key may be empty when it is only
// known at run time.
func (f Fact) Reading(plan func(key string) []string) Fact {
	f.plan = plan
	return f
}

// Plan lists the sources that reading the fact would touch.
func (f Fact) Plan(key string) []string {
	if f.plan != nil {
		return f.plan(key)
	}
	if f.Kind == Keyed {
		return []string{fmt.Sprintf("%s %q", f.Name, key)}
	}
	return []string{f.Name}
}

func describe[T any](k Kind, name, doc string, needs Need) Fact {
	t := reflect.TypeFor[T]()
	return Fact{Name: name, Doc: doc, Kind: k, Needs: needs, Type: TypeOf(t), goType: t}
}

// Refuse is the fact where it cannot be had at all: every read gives the reason.
func (f Fact) Refuse(why error) Fact {
	f.begin = nil
	f.read = func(context.Context, any, string, *Notes) (any, error) { return nil, why }
	f.stream = func(context.Context, any, Want, func(object)) error { return why }
	return f
}

// Guarded is the fact where each read is first asked whether it may be had; an
// error is the reason why not.
func (f Fact) Guarded(may func(context.Context) error) Fact {
	read, stream := f.read, f.stream
	f.read = func(ctx context.Context, env any, key string, n *Notes) (any, error) {
		if err := may(ctx); err != nil {
			return nil, err
		}
		return read(ctx, env, key, n)
	}
	f.stream = func(ctx context.Context, env any, want Want, emit func(object)) error {
		if err := may(ctx); err != nil {
			return err
		}
		return stream(ctx, env, want, emit)
	}
	return f
}
