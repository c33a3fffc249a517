package fix

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"scantling/checks"
	"scantling/report"
)

// WriteMarkdown writes a plan for a ticket: a heading for each group, a diff for
// each file, a box to tick for each action and each row that needs people.
func WriteMarkdown(w io.Writer, p *Plan, _ Options) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# Fix plan for %s\n\nOf run %s. %s\n", mark(cmp.Or(p.Target, "this machine")), mark(p.Run), mark(p.summary()))
	if p.Unread != "" {
		fmt.Fprintf(&b, "\nNo file was read: %s.\n", mark(p.Unread))
	}
	for _, d := range checks.Disruptions {
		actions := p.At(d)
		if len(actions) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n## %s\n", headings[d])
		for _, a := range actions {
			markdownAction(&b, a)
		}
	}
	if len(p.Clashes) > 0 {
		b.WriteString("\n## Rows that do not agree\n\n")
		for _, c := range p.Clashes {
			fmt.Fprintf(&b, "- %s\n", mark(c))
		}
	}
	markdownHands(&b, p)
	return all(w, b.String())
}

func markdownAction(b *strings.Builder, a *Action) {
	fmt.Fprintf(b, "\n- [ ] **%s**\n", mark(a.title()))
	fmt.Fprintf(b, "  - closes %s\n", mark(a.Closes()))
	for _, text := range a.Breaks() {
		fmt.Fprintf(b, "  - may break: %s\n", mark(text))
	}
	if lines := a.Diff(); len(lines) > 0 {
		fence := fenceFor(lines)
		fmt.Fprintf(b, "\n  %sdiff\n", fence)
		for _, l := range lines {
			fmt.Fprintf(b, "  %s\n", l)
		}
		fmt.Fprintf(b, "  %s\n", fence)
	}
}

func markdownHands(b *strings.Builder, p *Plan) {
	rows := p.needs()
	if len(rows) == 0 {
		return
	}
	b.WriteString("\n## By hand\n")
	for _, r := range rows {
		fmt.Fprintf(b, "\n- [ ] **%s** %s (%s, %s)\n", mark(r.Name()), mark(r.Title), mark(r.Severity), Disturbs(r.Disruption))
		if r.Why != "" {
			fmt.Fprintf(b, "  - why: %s\n", mark(r.Why))
		}
		for _, text := range r.Hands {
			fmt.Fprintf(b, "  - %s\n", mark(strings.Join(strings.Fields(text), " ")))
		}
		if r.More > 0 {
			fmt.Fprintf(b, "  - %s of this row counted and not listed\n", plural(r.More, "more failure", "more failures"))
		}
	}
}

// mark makes a text safe inside Markdown: nothing in it is markup.
func mark(s string) string {
	var b strings.Builder
	for _, r := range report.Safe(s) {
		if strings.ContainsRune("\\`*_{}[]<>#|~!&@$", r) {
			switch r {
			case '<':
				b.WriteString("&lt;")
				continue
			case '>':
				b.WriteString("&gt;")
				continue
			case '&':
				b.WriteString("&amp;")
				continue
			case '@': // names nobody
				b.WriteString("&#64;")
				continue
			}
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return strings.NewReplacer("://", ":&#8203;//", "www.", "www&#46;").Replace(b.String())
}

// fenceFor is a fence that no line holds.
func fenceFor(lines []string) string {
	fence := "```"
	for strings.Contains(strings.Join(lines, "\n"), fence) {
		fence += "`"
	}
	return fence
}
