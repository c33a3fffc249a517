package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

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

// attributed is a result's message, after what it is about.
func (p *page) attributed(res *Result) string {
	text := short(Safe(res.Message), p.longest())
	for _, about := range p.about(res) {
		text = short(Safe(about), 60) + ": " + text
	}
	return text
}

// about is what a result's message leaves out, nearest first: the subject unless
// the message names it, and the target where there are several of the kind.
func (r *Report) about(res *Result) []string {
	var out []string
	if res.Subject != "" && !mentions(res.Message, res.Subject) {
		out = append(out, res.Subject)
	}
	if r.alike(res.Target) {
		out = append(out, res.Target)
	}
	return out
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
