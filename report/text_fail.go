package report

import (
	"fmt"
	"slices"
	"strings"
)

// failures shows the worst failures, each with its subjects and one fix.
func (p *page) failures() {
	all := p.failed()
	shown := all
	if !p.All && len(all) > firstFailures {
		shown = all[:firstFailures]
	}
	wide, left := 0, p.Score.Fail
	for _, f := range shown {
		wide = max(wide, min(cells(Safe(p.number(f.rec))), 40))
		left -= 1 + len(f.also)
	}
	for _, f := range shown {
		p.failure(f, wide)
		p.line("")
	}
	if left > 0 {
		p.line(fmt.Sprintf("… %s: scantling audit --all", plural(left, "more failure", "more failures")))
		p.line("")
	}
}

func (p *page) failure(f failure, wide int) {
	p.title(f.rec, wide)
	groups := alikes(f.results)
	for i, g := range groups {
		if !p.All && i == 3 {
			p.paragraph(6, fmt.Sprintf("… %s with other values", plural(count(groups[i:]), "more subject", "more subjects")))
			break
		}
		p.group(g, min(len(groups), 2))
	}
	p.fix(f.rec, f.results)
	for _, status := range []string{Waived, Error, NotAssessed} {
		if others := p.ix.with(f.rec, status); len(others) > 0 {
			p.labelled(6, "besides", 10, p.besides(others))
		}
	}
	if len(f.also) > 0 {
		p.labelled(6, "also", 10, strings.Join(f.also, ", "))
	}
}

// title is the line that names a failure, its severity at the right edge.
func (p *page) title(rec *Recommendation, wide int) {
	left := "FAIL  " + pad(short(Safe(p.number(rec)), 40), wide) + "  "
	severity := short(Safe(rec.Severity), 12)
	room := p.Width - cells(left) - cells(severity) - 2
	for i, l := range wrap(Safe(rec.Title), room) {
		if i > 0 {
			p.line(strings.Repeat(" ", cells(left)) + l)
			continue
		}
		p.line(p.paint("31;1", left[:4]) + left[4:] + p.paint("1", l) + strings.Repeat(" ", max(0, room-cells(l))) +
			"  " + p.paint(severityColour(severity), severity))
	}
}

func severityColour(severity string) string {
	switch severity {
	case "critical", "high":
		return "31"
	case "medium":
		return "33"
	}
	return ""
}

// group shows subjects with the same finding as one. Of several groups the
// details stand further in.
func (p *page) group(results []*Result, depth int) {
	p.paragraph(6, p.who(results))
	indent, f := 4+2*depth, explain(results[0])
	if len(f.parts) == 1 {
		p.detail(indent, "found", f.parts[0].found)
		p.detail(indent, "expected", f.parts[0].expected)
	} else {
		p.parts(indent, f.parts)
	}
	p.detail(indent, "from", strings.Join(p.few(f.from), "; "))
	if results[0].Answer != "" {
		p.detail(indent, "says", results[0].Reason)
	}
}

// longest is how much of one value is shown, in columns.
func (p *page) longest() int {
	if p.All {
		return 1000
	}
	return 240
}

// parts sets what was found beside what was expected, a line for each part.
func (p *page) parts(indent int, parts []part) {
	lines := make([]string, len(parts))
	for i, part := range parts {
		lines[i] = short(Safe(part.found), p.longest())
		if part.expected != "" {
			lines[i] += ", expected " + short(Safe(part.expected), p.longest())
		}
	}
	label := "found"
	for _, l := range p.few(lines) {
		p.labelled(indent, label, 10, l)
		label = ""
	}
}

// few keeps the first three of a list, and counts the rest, unless all are asked for.
func (p *page) few(list []string) []string {
	if len(list) <= 4 || p.All {
		return list
	}
	return append(slices.Clone(list[:3]), fmt.Sprintf("… %d more", len(list)-3))
}

func (p *page) detail(indent int, label, value string) {
	if value != "" {
		p.labelled(indent, label, 10, short(Safe(value), p.longest()))
	}
}
