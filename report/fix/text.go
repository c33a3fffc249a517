package fix

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"scantling/checks"
	"scantling/report"
)

// shownHands is how many remediations of one row are written out.
const shownHands = 5

// WriteText writes a plan for the terminal.
func WriteText(w io.Writer, p *Plan, o Options) error {
	t := &textWriter{plan: p, width: cmp.Or(o.Width, 80)}
	t.wrapped("", fmt.Sprintf("Fix plan for %s, of run %s.", report.Safe(cmp.Or(p.Target, "this machine")), report.Safe(p.Run)))
	t.wrapped("", p.summary())
	if p.Unread != "" {
		t.wrapped("", "No file was read: "+report.Safe(p.Unread)+".")
	}
	n := 0
	for _, d := range checks.Disruptions {
		if actions := p.At(d); len(actions) > 0 {
			t.line("", "== "+headings[d]+" ==")
			for _, a := range actions {
				n++
				t.action(n, a)
			}
		}
	}
	t.clashes()
	t.hands()
	return all(w, t.b.String())
}

type textWriter struct {
	plan  *Plan
	width int
	b     strings.Builder
}

func (t *textWriter) line(lines ...string) {
	for _, l := range lines {
		t.b.WriteString(l + "\n")
	}
}

// wrapped is a text with a label in front, indented below it.
func (t *textWriter) wrapped(label, text string) {
	indent := strings.Repeat(" ", len(label))
	for i, l := range report.Wrap(text, t.width-len(label)) {
		if i > 0 {
			label = indent
		}
		t.line(label + l)
	}
}

func (t *textWriter) action(n int, a *Action) {
	t.line("")
	t.wrapped(fmt.Sprintf("%3d. ", n), a.title())
	t.wrapped("     closes     ", a.Closes())
	for _, text := range a.Breaks() {
		t.wrapped("     may break  ", text)
	}
	for _, l := range a.Diff() {
		t.line("     " + l)
	}
}

func (t *textWriter) clashes() {
	if len(t.plan.Clashes) == 0 {
		return
	}
	t.line("", "== Rows that do not agree ==", "")
	for _, c := range t.plan.Clashes {
		t.wrapped("  ", c)
	}
}

func (t *textWriter) hands() {
	rows := t.plan.needs()
	if len(rows) == 0 {
		return
	}
	t.line("", "== By hand ==")
	for _, r := range rows {
		t.line("")
		t.wrapped("  ", fmt.Sprintf("%s  %s (%s, %s)", report.Safe(r.Name()), report.Safe(r.Title), report.Safe(r.Severity), Disturbs(r.Disruption)))
		if r.Why != "" {
			t.wrapped("    why  ", r.Why)
		}
		for i, text := range r.Hands {
			if i == shownHands {
				t.wrapped("    ", plural(len(r.Hands)-i, "more such step", "more such steps")+"; the Markdown has them all")
				break
			}
			t.wrapped("    do   ", report.Safe(strings.Join(strings.Fields(text), " ")))
		}
		if r.More > 0 {
			t.wrapped("    ", plural(r.More, "more failure", "more failures")+" of this row counted and not listed")
		}
	}
}
