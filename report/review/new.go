package review

import (
	"fmt"
	"strings"

	"scantling/checks"
	"scantling/report"
)

// New makes a form to fill in: an answer for each open question of a report.
func New(r *report.Report) *checks.Review {
	k, out := knownOf(r), &checks.Review{}
	for i := range r.Recommendations {
		rec := &r.Recommendations[i]
		asked := k.asked(rec)
		if rec.Status != report.Manual && len(asked) == 0 {
			continue
		}
		to := k.of(&entry{by: map[string]string{"Profile": rec.Profile, "Number": rec.ID}})
		out.Answers = append(out.Answers, &checks.Answer{ID: to.id, Aim: to.aim, Preface: preface(rec, asked)})
	}
	return out
}

func (k known) asked(rec *report.Recommendation) (names []string) {
	for _, res := range k.results[key(rec.Profile, rec.ID)] {
		if res.Status == report.Manual {
			names = append(names, report.Safe(res.Subject))
		}
	}
	return names
}

// wrapped leaves commands as they are, which stand further in.
func wrapped(line string) []string {
	if strings.HasPrefix(line, "    ") {
		return []string{line}
	}
	return report.Wrap(line, formWidth)
}

// formWidth keeps the comments of a form within a terminal.
const formWidth = 96

// preface is what somebody needs to know who answers.
func preface(rec *report.Recommendation, names []string) []string {
	lines := []string{report.Safe(rec.ID + " " + rec.Title), ""}
	for _, text := range []string{rec.Question, rec.Procedure} {
		for line := range strings.Lines(report.SafeLines(text)) {
			lines = append(lines, wrapped(strings.TrimRight(line, "\n"))...)
		}
		lines = append(lines, "")
	}
	if len(names) > 1 {
		few := names[:min(len(names), 12)]
		lines = append(lines, report.Wrap(fmt.Sprintf("asked of %d: %s", len(names), strings.Join(few, ", ")), formWidth)...)
		lines[len(lines)-1] += strings.Repeat(" …", min(1, len(names)-len(few)))
		lines = append(lines, `one answer goes for all; with subject = "web-*" for some`)
	}
	return append(lines, "verdict: pass, fail or not_applicable; dates: 2026-12-31; say why in comment or evidence")
}
