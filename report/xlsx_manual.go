package report

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// manual writes the questions for people, with room for the answers.
func (b *book) manual() error {
	l := b.look
	s, err := b.sheet(manualSheet, []column{
		{"Profile", 14, l.text}, {"Number", 9, l.link}, {"Recommendation", 26, l.text}, {"Question", 32, l.text},
		{"How to find out", 46, l.text}, {"What was read", 28, l.code},
		{"Answer", 14, l.input}, {"Evidence", 18, l.input}, {"Assessor", 14, l.input}, {"Date", 12, l.inputDate},
		{"Severity", 10, l.text}, {"Level", 7, l.number}, {"Why it matters", 46, l.text}, {"Section", 9, l.text}, {"Control", 28, l.text},
	}, layout{frozen: 2, printed: 10, header: true, filter: true, tab: "003A70"})
	if err != nil {
		return err
	}
	for i := range b.Recommendations {
		if rec := &b.Recommendations[i]; rec.Status == Manual || len(b.ix.with(rec, Manual)) > 0 {
			if err := s.question(rec); err != nil {
				return err
			}
		}
	}
	if s.row == 1 {
		if err := s.add(excelize.Cell{StyleID: l.label, Value: "No question is left to a person."}); err != nil {
			return err
		}
	}
	if err := s.paint(11, l.severities); err != nil {
		return err
	}
	if err := s.choose(7, "Met", "Not met", "Not applicable", "Needs evidence"); err != nil {
		return err
	}
	return s.finish()
}

func (s *sheet) question(rec *Recommendation) error {
	err := s.add(rec.Profile, rec.ID, rec.Title, rec.Question,
		rec.Procedure, shown(s.b.ix.with(rec, Manual)),
		nil, nil, nil, nil,
		rec.Severity, rec.Level, rec.Rationale, rec.Section, rec.Control)
	if err != nil {
		return err
	}
	s.b.seen(s.name, rec, s.row)
	return s.link(2, rowSheet, s.b.rows[rec.place()])
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
