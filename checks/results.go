package checks

import (
	"cmp"
	"slices"
	"sync"
)

// results gather in the order in which objects are read.
type results struct {
	mu      sync.Mutex
	blocks  [][]Result // a list that grows in one piece is copied over and over
	n       int
	counted map[Status]int // verdicts that are not listed one by one
	ordered []Result
}

// MaxListed bounds the memory of a run over very many objects: what passes or
// does not apply beyond this number of results is counted, not listed.
const MaxListed = 1000

func (l *results) add(r Result) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.n >= MaxListed && (r.Status == Pass || r.Status == NotApplicable) {
		if l.counted == nil {
			l.counted = map[Status]int{}
		}
		l.counted[r.Status]++
		return
	}
	last := len(l.blocks) - 1
	if last < 0 || len(l.blocks[last]) == cap(l.blocks[last]) {
		l.blocks = append(l.blocks, make([]Result, 0, min(max(1, l.n), 128)))
		last++
	}
	l.blocks[last] = append(l.blocks[last], r)
	l.n++
}

// sorted orders the results by subject, so that two runs can be compared. Rows
// that share a decision share the list.
func (l *results) sorted() []Result {
	if l.blocks == nil {
		return l.ordered
	}
	order := make([]*Result, 0, l.n)
	for _, b := range l.blocks {
		for i := range b {
			order = append(order, &b[i])
		}
	}
	slices.SortFunc(order, func(a, b *Result) int {
		return cmp.Or(cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Identity, b.Identity))
	})
	l.ordered = make([]Result, l.n)
	for i, r := range order {
		l.ordered[i] = *r
	}
	l.blocks = nil
	return l.ordered
}
