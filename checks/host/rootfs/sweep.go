package rootfs

import (
	"context"
	"path"
	"sync"
	"sync/atomic"
)

// A Sweep is one pass over every file below some directories: what a check of
// the whole disk costs is the pass, so that all such checks share one.
//
// It streams: no more is kept than the directories still to be listed. A
// directory is entered only within the mount that its start is on, and without
// following any link.
type Sweep struct {
	Starts  []string               // absolute, resolved; each is looked at as well
	Workers int                    // directories listed at a time; 0 is 4
	Prune   func(path string) bool // neither look at this directory nor enter it; may be nil
	Visit   func(Entry)            // called for every file, from several goroutines
	Refused func(path string, err error)
	Counted func(files int) // called for every directory with the files in it; may be nil
}

// An Entry is one file of a sweep. Name is only valid during the call.
type Entry struct {
	Start    int // index of the start that it was reached from
	Dir      string
	Name     []byte
	Mode     uint32 // st_mode of stat(2)
	UID, GID uint32
}

// Path is the absolute path inside the root.
func (e Entry) Path() string { return path.Join(e.Dir, string(e.Name)) }

// Sweep makes the pass. An error means that it was cut short; what could not be
// listed for another reason was told to Refused.
func (f *FS) Sweep(ctx context.Context, s Sweep) error {
	if s.Workers < 1 {
		s.Workers = 4
	}
	if s.Prune == nil {
		s.Prune = func(string) bool { return false }
	}
	if s.Counted == nil {
		s.Counted = func(int) {}
	}
	q := newQueue(len(s.Starts))
	stop := context.AfterFunc(ctx, q.close)
	defer stop()
	var wg sync.WaitGroup
	for range s.Workers {
		l := f.sweeper(&s, q)
		wg.Go(func() {
			defer l.close()
			for d, ok := q.pop(); ok; d, ok = q.pop() {
				l.list(d)
				q.finish()
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}

// A lister lists directories for one worker: it visits what is in them and
// pushes the directories among that.
type lister interface {
	list(folder)
	close()
}

// A folder is a directory that waits to be listed; path "" is the start itself.
type folder struct {
	start int
	path  string // absolute
}

// A queue holds the directories still to be listed, newest first: that keeps it
// as short as the tree is deep.
type queue struct {
	mu      sync.Mutex
	ready   sync.Cond
	waiting []folder
	open    atomic.Int64 // waiting or being listed
	closed  bool
}

func newQueue(starts int) *queue {
	q := &queue{}
	q.ready.L = &q.mu
	q.open.Store(int64(starts))
	for i := range starts {
		q.waiting = append(q.waiting, folder{start: i})
	}
	return q
}

func (q *queue) push(d folder) {
	q.open.Add(1)
	q.mu.Lock()
	q.waiting = append(q.waiting, d)
	q.mu.Unlock()
	q.ready.Signal()
}

// pop waits until there is a directory, or none can come any more.
func (q *queue) pop() (folder, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.waiting) == 0 && !q.closed && q.open.Load() > 0 {
		q.ready.Wait()
	}
	if q.closed || len(q.waiting) == 0 {
		return folder{}, false
	}
	last := len(q.waiting) - 1
	d := q.waiting[last]
	q.waiting[last] = folder{}
	q.waiting = q.waiting[:last]
	return d, true
}

func (q *queue) finish() {
	if q.open.Add(-1) == 0 {
		q.mu.Lock()
		defer q.mu.Unlock()
		q.ready.Broadcast()
	}
}

func (q *queue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.ready.Broadcast()
}
