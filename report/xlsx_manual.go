package report

import (
	"fmt"
	"strings"
)

// ManualAnswers are what an assessor may answer to a question.
func ManualAnswers() []string { return []string{"Met", "Not met", "Not applicable", "Needs evidence"} }

// manual lists the questions for people, with room for the answers.
func (b *book) manual() {
	columns := b.row()
	for i := range columns { // on its own sheet the number leads to the recommendation
		if columns[i].Title == "Number" {
			columns[i].value, columns[i].Doc = b.toRow, "Its number in the benchmark; leads to its row on Recommendations."
		}
		columns[i].width = min(columns[i].width, 24)
	}
	listing(b, Sheet{Name: manualSheet, none: "No question is left to a person.",
		Doc: "questions that only a person can answer; the answers go into the yellow columns",
		lay: layout{frozen: 2, printed: 10, tab: "003A70"}}, b.asked, []field[*Recommendation]{
		columns[2], columns[3], columns[4],
		{Column{Title: "Question", width: 28, Doc: "What to decide.", Source: "recommendations[].question"},
			func(r *Recommendation) value { return txt(r.Question) }},
		{Column{Title: "How to find out", width: 40, Doc: "A way to the answer.", Source: "recommendations[].procedure"},
			func(r *Recommendation) value { return txt(r.Procedure) }},
		{Column{Title: "What was read", width: 24, kind: codeText, Doc: "Facts to look at, object by object.", Source: "results[].evidence"},
			func(r *Recommendation) value { return txt(shown(b.ix.with(r, Manual))) }},
		{Column{Title: "Answer", width: 14, kind: inputText, Auditor: true, Allowed: ManualAnswers(), Doc: "The assessor's answer, from the list."}, nil},
		{Column{Title: "Evidence", width: 16, kind: inputText, Auditor: true, Doc: "What the answer rests on: a document, a ticket, an interview."}, nil},
		{Column{Title: "Assessor", width: 13, kind: inputText, Auditor: true, Doc: "Who answered."}, nil},
		{Column{Title: "Date", width: 11, kind: inputDate, Auditor: true, Doc: "The day of the answer."}, nil},
		{Column{Title: "Comment", width: 30, kind: inputText, Auditor: true, Doc: "What else is to be said."}, nil},
		{Column{Title: "Valid until", width: 12, kind: inputDate, Auditor: true, Doc: "The last day that the answer holds; 365 days after its date where it is empty."}, nil},
		columns[1], columns[5],
		{Column{Title: "Why it matters", width: 46, Doc: "What it guards against.", Source: "recommendations[].rationale"},
			func(r *Recommendation) value { return txt(r.Rationale) }},
		{Column{Title: "Section", width: 9, Doc: "The benchmark's section.", Source: "recommendations[].section"},
			func(r *Recommendation) value { return txt(r.Section) }},
		{Column{Title: "Control", width: 28, Doc: "The control of our library that asks it.", Source: "recommendations[].control"},
			func(r *Recommendation) value { return txt(r.Control) }},
		{Column{Title: "Fingerprints", width: 19, kind: codeText, Doc: "Those of the results that ask it.", Source: "results[].fingerprint"},
			func(r *Recommendation) value { return txt(fingerprints(b.ix.with(r, Manual))) }},
	})
}

// maxAsked is how many objects one question lists.
const maxAsked = 50

// shown lists the facts that a person needs, object by object.
func shown(results []*Result) string {
	var out []string
	for i, res := range results {
		if i == maxAsked {
			out = append(out, fmt.Sprintf("… %d more objects", len(results)-i))
			break
		}
		facts, _ := explain(res).columns()
		if res.Subject != "" {
			facts = append([]string{res.Subject + ":"}, facts...)
		}
		if len(facts) > 0 {
			out = append(out, lines(facts))
		}
	}
	return strings.Join(out, "\n")
}

func fingerprints(results []*Result) string {
	var out []string
	for _, res := range results {
		out = appendNew(out, res.Fingerprint)
	}
	return lines(out)
}
