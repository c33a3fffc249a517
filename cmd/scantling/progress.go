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

	controls, total, objects int
	seen                     int64 // files
	now                      func() time.Time
}

func (a *app) progress(c *cli.Context) *bar {
	b := &bar{since: a.now(), now: a.now}
	if a.errTTY && !c.Bool("quiet") && a.env("CI") == "" {
		b.w = a.err
	}
	return b
}

// update tells how far the controls are.
func (b *bar) update(done, total, objects int) {
	b.show(func() { b.controls, b.total, b.objects = done, total, objects })
}

// files tells how far the pass over the disk is.
func (b *bar) files(seen int64) {
	b.show(func() { b.seen = max(b.seen, seen) })
}

func (b *bar) show(note func()) {
	if b.w == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	note()
	now := b.now()
	if now.Sub(b.since) < 300*time.Millisecond || now.Sub(b.last) < 100*time.Millisecond {
		return
	}
	b.last, b.shown = now, true
	fmt.Fprintf(b.w, "\r\x1b[K%s", b.text())
}

func (b *bar) text() string {
	text := fmt.Sprintf("%d of %d controls decided", b.controls, b.total)
	if b.objects > 0 {
		text += fmt.Sprintf(", %d objects seen", b.objects)
	}
	if b.seen > 0 {
		text += fmt.Sprintf(", %d files", b.seen)
	}
	return text
}

func (b *bar) done() {
	if b.shown {
		fmt.Fprint(b.w, "\r\x1b[K")
	}
}
