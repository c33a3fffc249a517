package main

import (
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/urfave/cli/v2"
)

// A bar shows on a terminal how far the audit is, on one line that is wiped at
// the end. It appears only when there is something to wait for.
type bar struct {
	w     io.Writer // nil: silent
	mu    sync.Mutex
	since time.Time
	last  time.Time
	shown bool
	now   func() time.Time
}

func (a *app) progress(c *cli.Context) *bar {
	b := &bar{since: a.now(), now: a.now}
	if a.errTTY && !c.Bool("quiet") && a.env("CI") == "" {
		b.w = a.err
	}
	return b
}

func (b *bar) update(done, total, objects int) {
	if b.w == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	now := b.now()
	if now.Sub(b.since) < 300*time.Millisecond || now.Sub(b.last) < 100*time.Millisecond {
		return
	}
	b.last, b.shown = now, true
	fmt.Fprintf(b.w, "\r\x1b[K%d of %d controls decided, %d objects seen", done, total, objects)
}

func (b *bar) done() {
	if b.shown {
		fmt.Fprint(b.w, "\r\x1b[K")
	}
}
