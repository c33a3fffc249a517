package docker

import (
	"errors"
	"sync"

	"scantling/checks/fact"
)

// A memo keeps the first answer, or its error, for whoever asks again.
type memo[T any] struct {
	once  sync.Once
	value T
	err   error
}

func (m *memo[T]) get(read func() (T, error)) (T, error) {
	m.once.Do(func() {
		m.err = errBroken // stays when read panics
		m.value, m.err = read()
	})
	return m.value, m.err
}

var errBroken = errors.New("an earlier read of the same answer broke off")

// noted is a value with its side table.
type noted[T any] struct {
	value T
	notes *fact.Notes
}
