package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// firstFailures is how many failures the text shows unless all are asked for.
const firstFailures = 5

// WriteText writes a report for a terminal: the worst failures first, then what
// could not be judged and what would make it possible, then the score, which is
// the last line. It holds no time, so that two runs can be compared with diff.
func WriteText(w io.Writer, r *Report, o Options) error {
	p := newPage(w, r, o)
	if !o.Quiet {
		p.head()
		p.failures()
		p.open()
		p.sections()
		p.totals()
		p.next()
	}
	p.line(scoreLine(r))
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("text: %w", err)
	}
	return nil
}

// A page writes lines; its writer remembers the first error until Flush.
type page struct {
	*Report
	Options
	w  *bufio.Writer
	ix index
}

func newPage(w io.Writer, r *Report, o Options) *page {
	if o.Width == 0 {
		o.Width = 80
	}
	o.Width = max(o.Width, 72) // less has no room for the table
	return &page{Report: r, Options: o, w: bufio.NewWriter(w), ix: indexed(r)}
}

func (p *page) line(s string) { fmt.Fprintln(p.w, strings.TrimRight(s, " ")) }

// labelled writes a label and, beside it, a text over as many lines as it needs.
func (p *page) labelled(indent int, label string, wide int, text string) {
	left := strings.Repeat(" ", indent) + pad(label, wide)
	for _, l := range wrap(Safe(text), p.Width-cells(left)) {
		p.line(left + l)
		left = strings.Repeat(" ", cells(left))
	}
}

// paragraph writes a text with every line indented.
func (p *page) paragraph(indent int, text string) { p.labelled(indent, "", 0, text) }

// paint colours a text that is already laid out. The code is a number of ECMA-48
// SGR: 31 red, 33 yellow, 1 bold.
func (p *page) paint(code, s string) string {
	if !p.Color || code == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
