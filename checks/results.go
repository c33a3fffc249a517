package checks

import (
	"cmp"
	"slices"
	"sync"

	"scantling/checks/fact"
)

// results gather in the order in which objects are read.
type results struct {
	mu      sync.Mutex
	list    []outcome
	counted map[Status]int // verdicts that are not listed one by one
	ordered []Result
}

// An outcome is a result that may be others' too, and whose it is.
type outcome struct {
	of *name
	*Result
}

// MaxListed bounds the memory of a run over very many objects: what passes or
// does not apply beyond this number of results is counted, not listed.
const MaxListed = 1000

func (l *results) add(of *name, r *Result) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.list) >= MaxListed && (r.Status == Pass || r.Status == NotApplicable) {
		if l.counted == nil {
			l.counted = map[Status]int{}
		}
		l.counted[r.Status]++
		return
	}
	l.list = append(l.list, outcome{of, r})
}

// sorted orders the results by subject, so that two runs can be compared. Rows
// that share a decision share the list.
func (l *results) sorted() []Result {
	if l.list == nil {
		return l.ordered
	}
	slices.SortFunc(l.list, func(a, b outcome) int { return a.of.rank - b.of.rank })
	l.ordered = make([]Result, len(l.list))
	for i, o := range l.list {
		l.ordered[i] = *o.Result
		l.ordered[i].Subject, l.ordered[i].Identity = o.of.key, o.of.id
	}
	l.list = nil
	return l.ordered
}

// A name is what results keep of an object.
type name struct {
	key, id string
	rank    int // among those of its stream
}

var target = &name{rank: -1}

// A roll has the names of a stream's objects, which are sorted once for all
// controls.
type roll struct {
	mu    sync.Mutex
	names []*name
}

func (l *roll) add(r fact.Reading) *name {
	l.mu.Lock()
	defer l.mu.Unlock()
	n := &name{key: r.Key, id: r.ID}
	l.names = append(l.names, n)
	return n
}

func (l *roll) rank() {
	slices.SortFunc(l.names, func(a, b *name) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.id, b.id)) })
	for i, n := range l.names {
		n.rank = i
	}
}
