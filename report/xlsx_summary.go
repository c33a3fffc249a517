package report

import (
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
)

// summary writes how each part stands; each count leads to the rows it counts.
func (b *book) summary() error {
	l := b.look
	cols := []column{{"Part", 46, l.text}, {"Score %", 10, l.percent}, {"At least %", 10, l.percent}, {"At most %", 10, l.percent}}
	for _, status := range Statuses() {
		cols = append(cols, column{capital(Word(status)), 12, l.count})
	}
	cols = append(cols, column{"Total", 9, l.number})
	s, err := b.sheet(summarySheet, cols, layout{frozen: 1, header: true, tab: headFill, plain: true})
	if err != nil {
		return err
	}
	if err := s.part("All profiles", b.Score, func(*Recommendation) bool { return true }); err != nil {
		return err
	}
	for i := range b.Profiles {
		if err := s.profile(&b.Profiles[i]); err != nil {
			return err
		}
	}
	s.row++
	for _, text := range scoreWords {
		if err := s.wide(l.note, 15, text); err != nil {
			return err
		}
	}
	return s.finish()
}

var scoreWords = []string{
	"Score: passed of passed and failed, in per cent.",
	"At least: errors and what was not assessed counted as failures. At most: counted as passed.",
	"Manual, not applicable and waived recommendations stand outside the score.",
	"A section counts the sections within it; a level counts what it adds to the one below.",
	"A recommendation counts once, however many objects it was held against; Findings lists the objects.",
}

// profile writes the parts of a profile.
func (s *sheet) profile(p *Profile) error {
	recs := OfProfile(s.b.Recommendations, p.ID)
	within := func(keep func(*Recommendation) bool) func(*Recommendation) bool {
		return func(r *Recommendation) bool { return r.Profile == p.ID && keep(r) }
	}
	if err := s.heading(p.Title + " " + p.Version + " (" + p.ID + ")"); err != nil {
		return err
	}
	if err := s.part("Whole profile", p.Score, within(func(*Recommendation) bool { return true })); err != nil {
		return err
	}
	for _, kind := range []struct {
		name   string
		groups []Group
		has    func(r *Recommendation, id string) bool
	}{
		{"By section", p.Sections, func(r *Recommendation, id string) bool { return InSection(r.Section, id) }},
		{"By level", p.Levels, inGroup(ByLevel)},
		{"By severity", BySeverity(recs), inGroup(BySeverity)},
		{"By CIS Control (v8)", ByControl(recs), inGroup(ByControl)},
	} {
		if len(kind.groups) == 0 {
			continue
		}
		if err := s.wide(s.b.look.strong, 18, kind.name); err != nil {
			return err
		}
		for _, g := range kind.groups {
			if err := s.part(groupName(g), g.Score, within(func(r *Recommendation) bool { return kind.has(r, g.ID) })); err != nil {
				return err
			}
		}
	}
	return nil
}

// inGroup asks a grouping whether it puts a recommendation into a group.
func inGroup(by func([]Recommendation) []Group) func(*Recommendation, string) bool {
	return func(r *Recommendation, id string) bool {
		for _, g := range by([]Recommendation{*r}) {
			if g.ID == id {
				return true
			}
		}
		return false
	}
}

// groupName puts the number before a section's title; the other groups have it
// in their title.
func groupName(g Group) string {
	in := strings.Repeat("  ", 1+strings.Count(g.ID, "."))
	switch {
	case g.Title == "":
		return in + g.ID
	case strings.HasSuffix(g.Title, g.ID):
		return in + g.Title
	}
	return in + g.ID + "  " + g.Title
}

// part writes one line of counts; each leads to its first row.
func (s *sheet) part(name string, score Score, match func(*Recommendation) bool) error {
	values := []any{name, tenths(score.Percent), tenths(score.Low), tenths(score.High)}
	for _, status := range Statuses() {
		values = append(values, s.count(score.Of(status)))
	}
	if err := s.add(append(values, score.Total())...); err != nil {
		return err
	}
	for i, status := range Statuses() {
		if score.Of(status) == 0 {
			continue
		}
		if err := s.link(5+i, sheetOf(status), s.b.firstRow(status, match)); err != nil {
			return err
		}
	}
	return nil
}

// count looks like a link where it is one.
func (s *sheet) count(n int) excelize.Cell {
	if n == 0 {
		return excelize.Cell{StyleID: s.b.look.count, Value: n}
	}
	return excelize.Cell{StyleID: s.b.look.countLink, Value: n}
}

// firstRow is the first row, on the sheet of a status, of a recommendation that
// has the status and matches; 0 when there is none.
func (b *book) firstRow(status string, match func(*Recommendation) bool) int {
	least := 0
	for _, rec := range b.having(status) {
		if row := b.first[sheetOf(status)][rec.place()]; match(rec) && row > 0 && (least == 0 || row < least) {
			least = row
		}
	}
	return least
}

// tenths rounds a part of a hundred down to one decimal; no value is a dash.
func tenths(p *float64) any {
	if p == nil {
		return "–"
	}
	return math.Floor(*p*10+1e-9) / 10
}
