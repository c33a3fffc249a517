package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
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
}

// who is the message where there is one result, else the subjects' names.
func (p *page) who(results []*Result) string {
	first := results[0]
	if len(results) == 1 && first.Message != "" {
		return p.attributed(first)
	}
	names := make([]string, len(results))
	for i, res := range results {
		if names[i] = p.subject(res); names[i] == "" {
			names[i] = res.Target
		}
	}
	return p.names(names)
}

// attributed is a result's message; before it the subject, unless it names it,
// and the target where there are several of the kind.
func (p *page) attributed(res *Result) string {
	text := short(Safe(res.Message), p.longest())
	if res.Subject != "" && !mentions(res.Message, res.Subject) {
		text = short(Safe(res.Subject), 60) + ": " + text
	}
	if p.alike(res.Target) {
		text = short(Safe(res.Target), 60) + ": " + text
	}
	return text
}

// mentions reports whether a text has a name in it, not as part of a longer word.
func mentions(text, name string) bool {
	wordy := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '-' }
	for rest := text; ; {
		i := strings.Index(rest, name)
		if i < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(rest[:i])
		after, _ := utf8.DecodeRuneInString(rest[i+len(name):])
		if !wordy(before) && !wordy(after) {
			return true
		}
		rest = rest[i+len(name):]
	}
}

// names lists names, the first ones only unless all are asked for.
func (p *page) names(names []string) string {
	more := 0
	if few := 5; !p.All && len(names) > few+1 {
		names, more = names[:few], len(names)-few
	}
	cut := make([]string, len(names))
	for i, n := range names {
		cut[i] = short(Safe(n), 60)
	}
	list := strings.Join(cut, ", ")
	if more > 0 {
		list += fmt.Sprintf(" … %d more", more)
	}
	return list
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
		lines[i] = short(Safe(part.found), p.longest()) + ", expected " + short(Safe(part.expected), p.longest())
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

// fix shows one remediation, that of the first subject, and what it disturbs.
func (p *page) fix(rec *Recommendation, results []*Result) {
	text := rec.Remediation
	if len(results) > 0 && results[0].Remediation != "" {
		text = results[0].Remediation
	}
	if text == "" {
		return
	}
	first, _, _ := strings.Cut(strings.TrimSpace(text), "\n\n")
	text = strings.Join(strings.Fields(first), " ")
	text = sentences(Safe(text), p.longest())
	if d := disturbs(rec.Disruption); d != "" {
		text += " (" + d + ")"
	}
	p.labelled(6, "fix", 10, text)
}

// sentences keeps as many whole sentences as fit w columns.
func sentences(text string, w int) string {
	if cells(text) <= w {
		return text
	}
	head := clipCells(text, w)
	if i := strings.LastIndex(head, ". "); i > 0 {
		return head[:i+1]
	}
	return short(text, w)
}

// disturbs says a remediation's disruption in words.
func disturbs(disruption string) string {
	switch disruption {
	case "none":
		return "disturbs nothing"
	case "reload":
		return "reload, no restart"
	case "recreate":
		return "recreates the container"
	case "restart_daemon":
		return "restarts the daemon"
	case "reboot":
		return "needs a reboot"
	}
	return short(Safe(disruption), 40)
}

// besides says how many subjects of a failure carry another status, and why the
// first of them does.
func (p *page) besides(results []*Result) string {
	first := results[0]
	text := fmt.Sprintf("%s %s", plural(len(results), "subject", "subjects"), Word(first.Status))
	if first.Status == Error {
		text = plural(len(results), "subject", "subjects") + " in error"
	}
	if why := cmp.Or(first.Waiver, first.Remedy, first.Reason); why != "" {
		text += ": " + short(Safe(why), p.longest())
	}
	return text
}
