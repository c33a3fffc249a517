package host

import (
	"context"
	"sync"
)

// A memo keeps what was read once. A read that the context ended is not kept:
// the next caller may have more time.
type memo[T any] struct {
	mu    sync.Mutex
	done  bool
	value T
	err   error
}

func (m *memo[T]) get(ctx context.Context, read func(context.Context) (T, error)) (T, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.done {
		return m.value, m.err
	}
	v, err := read(ctx)
	if ctx.Err() != nil && err != nil {
		return v, err
	}
	m.done, m.value, m.err = true, v, err
	return v, err
}
