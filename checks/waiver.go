package checks

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// A Waiver accepts a failure for a time: who decided, why, and until when. It
// never hides the result, it only marks it.
type Waiver struct {
	ID       string
	Profile  string // empty: any
	Row      string
	Control  string
	Subject  string // a shell pattern; empty: any
	Reason   string
	Approver string
	Expires  string // the last day, 2026-12-31, in UTC
	Range    hcl.Range

	last    time.Time
	covered int
}

// Waivers reads a file of waiver blocks.
func Waivers(fsys fs.FS, name string) ([]*Waiver, map[string]*hcl.File, hcl.Diagnostics) {
	src, err := readBounded(fsys, name)
	if err != nil {
		return nil, nil, hcl.Diagnostics{problem(hcl.Range{Filename: name}, "Waivers not readable", "%s", err)}
	}
	file, diags := hclsyntax.ParseConfig(src, name, hcl.InitialPos)
	files := map[string]*hcl.File{name: file}
	if diags.HasErrors() {
		return nil, files, diags
	}
	n := open(file.Body, waiversSchema, hcl.Range{Filename: name})
	var out []*Waiver
	for _, b := range n.blocks {
		w, diags := decodeWaiver(b)
		out = append(out, w)
		n.add(diags...)
	}
	return out, files, append(diags, n.diags...)
}

func decodeWaiver(b *hcl.Block) (*Waiver, hcl.Diagnostics) {
	n := open(b.Body, waiverSchema, b.DefRange)
	w := &Waiver{
		ID: b.Labels[0], Range: b.DefRange, Profile: n.text("profile"), Row: n.text("recommendation"),
		Control: n.text("control"), Subject: n.text("subject"),
		Reason: n.word("reason"), Approver: n.word("approver"), Expires: n.word("expires"),
	}
	if n.diags.HasErrors() {
		return w, n.diags
	}
	return w, w.check()
}

func (w *Waiver) check() hcl.Diagnostics {
	var err error
	if w.last, err = time.Parse(time.DateOnly, w.Expires); err != nil {
		return hcl.Diagnostics{problem(w.Range, "Invalid date", "expires is a day such as 2026-12-31, not %q.", w.Expires)}
	}
	if w.Row == "" && w.Control == "" {
		return hcl.Diagnostics{problem(w.Range, "Waiver for everything",
			"Waiver %q must name a recommendation or a control.", w.ID)}
	}
	if _, err := path.Match(w.Subject, ""); err != nil {
		return hcl.Diagnostics{problem(w.Range, "Invalid subject", "%q is no shell pattern: %s.", w.Subject, err)}
	}
	return nil
}

// Expired reports whether the last day is over.
func (w *Waiver) Expired(now time.Time) bool { return !now.Before(w.last.AddDate(0, 0, 1)) }

// Covered is the number of results that Waive marked with the waiver.
func (w *Waiver) Covered() int { return w.covered }

// Waive marks the failures that a waiver in force covers, and returns what the
// reader should know: waivers that have expired and those that fit nothing.
func Waive(rows map[*Profile][]Row, waivers []*Waiver, now time.Time) []string {
	var notices []string
	for _, w := range waivers {
		if w.Expired(now) {
			notices = append(notices, fmt.Sprintf("waiver %s expired on %s and no longer counts", w.ID, w.Expires))
			continue
		}
		for p, list := range rows {
			for i := range list {
				w.apply(p, &list[i])
			}
		}
		if w.covered == 0 {
			notices = append(notices, fmt.Sprintf("waiver %s covers no failure of this run", w.ID))
		}
	}
	return notices
}

func (w *Waiver) apply(p *Profile, row *Row) {
	if w.Profile != "" && w.Profile != p.ID || w.Row != "" && w.Row != row.ID || w.Control != "" && w.Control != row.Control.Name {
		return
	}
	row.Results = slices.Clone(row.Results) // another profile's row may share them
	for i := range row.Results {
		r := &row.Results[i]
		if r.Status == Fail && (w.Subject == "" || glob(w.Subject, r.Subject)) {
			r.Status, r.Waiver = Waived, w.ID
			w.covered++
			r.Reason = fmt.Sprintf("waived until %s by %s: %s", w.Expires, w.Approver, w.Reason)
		}
	}
	row.Tally()
}
