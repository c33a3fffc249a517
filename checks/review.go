package checks

import (
	"io/fs"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// A Review is what people decided about a target: failures that they accept for a
// time, answers to questions that facts cannot decide, and notes.
type Review struct {
	Waivers []*Waiver
	Answers []*Answer
	Notes   []*Note
}

// maxReview bounds a file of decisions: one for each of some 30,000 objects.
const maxReview = 16 << 20

// ReviewSource reads a file of decisions, as long as it is a regular one of a
// reasonable size.
func ReviewSource(fsys fs.FS, name string) ([]byte, error) { return readUpTo(fsys, name, maxReview) }

// ParseReview takes the waiver, answer and note blocks out of a file's content.
func ParseReview(src []byte, name string) (*Review, *hcl.File, hcl.Diagnostics) {
	r := &Review{}
	file, diags := hclsyntax.ParseConfig(src, name, hcl.InitialPos)
	if diags.HasErrors() {
		return r, file, diags
	}
	n := open(file.Body, reviewSchema, hcl.Range{Filename: name})
	for _, b := range n.blocks {
		n.add(r.decode(b)...)
	}
	n.add(r.twice()...)
	return r, file, append(diags, n.diags...)
}

func (r *Review) decode(b *hcl.Block) (diags hcl.Diagnostics) {
	switch b.Type {
	case "waiver":
		var w *Waiver
		w, diags = decodeWaiver(b)
		r.Waivers = append(r.Waivers, w)
	case "answer":
		var a *Answer
		a, diags = decodeAnswer(b)
		r.Answers = append(r.Answers, a)
	case "note":
		var n *Note
		n, diags = decodeNote(b)
		r.Notes = append(r.Notes, n)
	}
	return diags
}

// Join adds what another file says.
func (r *Review) Join(more *Review) hcl.Diagnostics {
	r.Waivers = append(r.Waivers, more.Waivers...)
	r.Answers = append(r.Answers, more.Answers...)
	r.Notes = append(r.Notes, more.Notes...)
	return r.twice()
}

// twice finds names that were given to two blocks: a report could not tell which
// of them it speaks of.
func (r *Review) twice() (diags hcl.Diagnostics) {
	seen := map[string]hcl.Range{}
	see := func(kind, id string, at hcl.Range) {
		if first, known := seen[kind+" "+id]; known {
			diags = append(diags, problem(at, "Duplicate "+kind, "Another %s %q is at %s.", kind, id, first))
			return
		}
		seen[kind+" "+id] = at
	}
	for _, w := range r.Waivers {
		see("waiver", w.ID, w.Range)
	}
	for _, a := range r.Answers {
		see("answer", a.ID, a.Range)
	}
	for _, n := range r.Notes {
		see("note", n.ID, n.Range)
	}
	return diags
}

// Apply puts the decisions into the rows of a run over the named target, and
// returns what the reader should know of those that had no effect.
func (r *Review) Apply(rows map[*Profile][]Row, target string, now time.Time) []string {
	notices := Respond(rows, r.Answers, target, now)
	return append(notices, Waive(rows, r.Waivers, target, now)...)
}

// period is the first and the last day of a decision; the first may be left out.
func (n *node) period(date, expires string) (first, last time.Time) {
	last = n.day("expires", expires)
	if date == "" {
		return first, last
	}
	if first = n.day("date", date); !last.IsZero() && last.Before(first) {
		n.add(problem(n.place("expires"), "Invalid date", "expires, %s, lies before date, %s.", expires, date))
	}
	return first, last
}

func (n *node) day(name, text string) time.Time {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		n.add(problem(n.place(name), "Invalid date", "%s is a day such as 2026-12-31, not %q.", name, text))
	}
	return day
}
