package report

import (
	"fmt"
	"io"
	"strings"
)

// WriteGitHub writes workflow commands that GitHub shows beside a job. It shows
// ten of a kind for a step, so that one stands for all objects of a recommendation
// that have a status for the same place; --all gives each its own. The last line
// is the score.
func WriteGitHub(w io.Writer, r *Report, opt Options) error {
	o, notes := newOutlet(w), notes{}
	for rec, res := range r.each(WorstFirst(r.all())) {
		if opt.All || rec != notes.rec {
			notes.write(o)
		}
		if command := githubCommand(rec, res); command != "" {
			notes.add(command, rec, res)
		}
	}
	notes.write(o)
	for _, text := range r.warnings() {
		o.text("::warning title=scantling::", githubText(Safe(text)), "\n")
	}
	o.text("::notice title=scantling::", githubText(scoreLine(r)), "\n")
	return o.done("github")
}

// githubCommand is empty for what asks nothing of anybody. Manual ones are in the
// job summary, which the format markdown is for.
func githubCommand(rec *Recommendation, res *Result) string {
	switch res.Status {
	case Fail:
		return map[string]string{"error": "error", "warning": "warning", "note": "notice"}[sarifLevel(rec.Severity)]
	case Error:
		return "warning"
	case Waived, NotAssessed:
		return "notice"
	}
	return ""
}

// A note is an annotation that objects are added to.
type note struct {
	command, text string
	rec           *Recommendation
	at            spot // of the target's files
	things        []string
	more          int
}

// notes are those of one recommendation, in the order of their first objects.
type notes struct {
	rec  *Recommendation
	list []*note
	at   map[noteKey]*note
}

type noteKey struct {
	status string
	at     spot
}

func (n *notes) add(command string, rec *Recommendation, res *Result) {
	if n.at == nil {
		n.rec, n.at = rec, map[noteKey]*note{}
	}
	key := noteKey{status: res.Status}
	if at := spots(res); len(at) > 0 && !at[0].api {
		key.at = at[0]
	}
	if n.at[key] == nil {
		n.at[key] = &note{command: command, rec: rec, text: statement(rec, res), at: key.at}
		n.list = append(n.list, n.at[key])
	}
	n.at[key].add(res)
}

func (n *notes) write(o *outlet) {
	for _, one := range n.list {
		one.write(o)
	}
	*n = notes{}
}

// namedThings is how many objects an annotation names.
const namedThings = 5

func (n *note) add(res *Result) {
	if len(n.things) < namedThings {
		n.things = append(n.things, thing(res))
		return
	}
	n.more++
}

// maxAnnotation is the most of a text that is written; GitHub keeps 4 KB of a message.
const maxAnnotation = 3500

func (n *note) write(o *outlet) {
	text := n.text + "\n" + strings.Join(n.things, ", ")
	if n.more > 0 {
		text += fmt.Sprintf(" and %d more", n.more)
	}
	o.text("::", n.command, " ")
	if n.at.path != "" {
		o.text("file=", githubProperty(n.at.path), ",")
	}
	if n.at.line > 0 {
		o.text("line=", lineNumber(n.at), ",")
	}
	title := fmt.Sprintf("%s %s (%s)", n.rec.row(), Safe(n.rec.Title), Safe(n.rec.Severity))
	o.text("title=", githubProperty(cut(title, 250)), "::", githubText(cut(text, maxAnnotation)), "\n")
}

// The runner undoes these; the second set ends a property.
var (
	githubEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyMarks = strings.NewReplacer(":", "%3A", ",", "%2C")
)

// githubText keeps a message on its line.
func githubText(s string) string { return githubEscapes.Replace(s) }

// githubProperty also escapes what ends a property.
func githubProperty(s string) string {
	return propertyMarks.Replace(githubText(Safe(s)))
}
