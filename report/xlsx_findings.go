package report

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// A row of the sheets that list results.
type resultRow struct {
	rec *Recommendation
	res *Result
}

// resultRows lists the results with one of the statuses, worst first, keeping
// the benchmark's order within a severity.
func (b *book) resultRows(statuses ...string) []resultRow {
	all := make([]*Recommendation, len(b.Recommendations))
	for i := range b.Recommendations {
		all[i] = &b.Recommendations[i]
	}
	var rows []resultRow
	for _, rec := range WorstFirst(all) {
		for _, res := range b.ix.shown(rec, statuses...) {
			rows = append(rows, resultRow{rec, res})
		}
	}
	return rows
}

// findings writes one row for each failing object, waived ones included.
func (b *book) findings() error {
	l := b.look
	s, err := b.sheet(findingSheet, []column{
		{"Status", 10, l.text}, {"Severity", 10, l.text}, {"Profile", 14, l.text}, {"Number", 10, l.link},
		{"Recommendation", 32, l.text}, {"Object", 22, l.text}, {"Found", 36, l.code}, {"Expected", 24, l.code}, {"How to fix", 44, l.text},
		{"What is wrong", 40, l.text}, {"Where it comes from", 36, l.code}, {"Fixing disturbs", 16, l.text}, {"Level", 7, l.number},
		{"Section", 9, l.text}, {"Target", 24, l.text}, {"Control", 28, l.text}, {"CIS Controls v8", 12, l.text}, {"Waiver", 30, l.text},
		{"Fingerprint", 19, l.code},
		{"Disposition", 20, l.input}, {"Auditor", 18, l.input}, {"Date", 12, l.inputDate}, {"Comment", 40, l.input},
	}, layout{frozen: 4, printed: 9, header: true, filter: true, tab: "8B0000"})
	if err != nil {
		return err
	}
	if err := s.results(b.resultRows(Fail, Waived), "Nothing failed.", b.findingRow); err != nil {
		return err
	}
	if err := s.paint(1, l.statuses); err != nil {
		return err
	}
	if err := s.paint(2, l.severities); err != nil {
		return err
	}
	if err := s.choose(20, "Agree", "Disagree", "False positive", "Risk accepted", "Compensating control", "Needs evidence", "Remediated", "Not tested"); err != nil {
		return err
	}
	return s.finish()
}

func (b *book) findingRow(r resultRow) []any {
	f, fix := explain(r.res), r.res.Remediation
	found, expected := f.columns()
	if fix == "" {
		fix = r.rec.Remediation
	}
	return []any{
		Word(r.res.Status), r.rec.Severity, r.rec.Profile, r.rec.ID,
		r.rec.Title, object(r.res), lines(found), lines(expected), fix,
		r.res.Message, lines(f.from), disturbs(r.rec.Disruption), r.rec.Level,
		r.rec.Section, r.res.Target, r.rec.Control, strings.Join(r.rec.Mappings["cis_controls_v8"], ", "), r.res.Waiver,
		r.res.Fingerprint, nil, nil, nil, nil,
	}
}

// object is what a row is about, on one line.
func object(res *Result) string {
	if res.Subject == "" {
		return Safe(res.Target)
	}
	return Safe(res.Subject)
}

// lines puts each value of a target on a line of its own.
func lines(values []string) string {
	safe := make([]string, len(values))
	for i, v := range values {
		safe[i] = Safe(v)
	}
	return strings.Join(safe, "\n")
}

// results writes rows whose fourth column is the number, a link to the
// recommendation; or a sentence where there are none.
func (s *sheet) results(rows []resultRow, none string, values func(resultRow) []any) error {
	if len(rows) == 0 {
		return s.add(excelize.Cell{StyleID: s.b.look.label, Value: none})
	}
	for i, r := range rows {
		if full, err := s.full(len(rows) - i); full || err != nil {
			return err
		}
		if err := s.add(values(r)...); err != nil {
			return err
		}
		s.b.seen(s.name, r.rec, s.row)
		if err := s.link(4, rowSheet, s.b.rows[r.rec.place()]); err != nil {
			return err
		}
	}
	return nil
}

// seen remembers the first row of a recommendation on a sheet.
func (b *book) seen(sheet string, rec *Recommendation, row int) {
	if b.first[sheet] == nil {
		b.first[sheet] = map[place]int{}
	}
	if b.first[sheet][rec.place()] == 0 {
		b.first[sheet][rec.place()] = row
	}
}
