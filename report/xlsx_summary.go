package report

import (
	"math"
	"strings"
)

// summaryColumns are the titles of the parts' counts.
func summaryColumns() []string {
	titles := []string{"Part", "Score %", "At least %", "At most %"}
	for _, status := range Statuses() {
		titles = append(titles, capital(Word(status)))
	}
	return append(titles, "Total")
}

// summary writes how each part stands; each count leads to the rows it counts.
func (b *book) summary() error {
	l := b.look
	widths, styles := []float64{46, 10, 10, 10}, []int{l.text, l.percent, l.percent, l.percent}
	for range Statuses() {
		widths, styles = append(widths, 11.5), append(styles, l.count)
	}
	c, err := b.canvas(summarySheet, append(widths, 9), append(styles, l.number))
	if err != nil {
		return err
	}
	err = inSteps(c.words, c.charts, c.recount, c.sinceThen, c.topFailing, c.worstObjects, c.profiles, c.scoreNotes)
	if err != nil {
		return sheetError(summarySheet, err)
	}
	if err := b.page(summarySheet, headFill, "landscape", true); err != nil {
		return err
	}
	return b.printArea(summarySheet, len(c.widths), c.row)
}

var scoreWords = []string{
	"Score: passed of passed and failed, in per cent.",
	"At least: errors and what was not assessed counted as failures. At most: counted as passed.",
	"Outside the score: manual, not applicable and waived recommendations.",
	"Sections and levels: a section counts the sections within it; a level, and an implementation group, counts what it adds to the one below.",
	"Recommendations and objects: a recommendation counts once, however many objects it was held against; Findings lists the objects.",
}

func (c *canvas) scoreNotes() error {
	if err := c.heading("How to read the numbers"); err != nil {
		return err
	}
	for _, text := range scoreWords {
		if err := c.wide(c.b.look.note, text); err != nil {
			return err
		}
	}
	return nil
}

// profiles writes the parts of all profiles together and of each.
func (c *canvas) profiles() error {
	if err := c.heading("By part"); err != nil {
		return err
	}
	if err := c.header(summaryColumns()...); err != nil {
		return err
	}
	if err := c.part("All profiles", c.b.Score, func(*Recommendation) bool { return true }); err != nil {
		return err
	}
	for i := range c.b.Profiles {
		if err := c.profile(&c.b.Profiles[i]); err != nil {
			return err
		}
	}
	return nil
}

// profile writes the parts of a profile.
func (c *canvas) profile(p *Profile) error {
	recs := OfProfile(c.b.Recommendations, p.ID)
	within := func(keep func(*Recommendation) bool) func(*Recommendation) bool {
		return func(r *Recommendation) bool { return r.Profile == p.ID && keep(r) }
	}
	if err := c.heading(p.Title + " " + p.Version + " (" + p.ID + ")"); err != nil {
		return err
	}
	if err := c.part("Whole profile", p.Score, within(func(*Recommendation) bool { return true })); err != nil {
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
		{"By implementation group of the CIS Controls (v8)", ByImplementationGroup(recs), inGroup(ByImplementationGroup)},
	} {
		if len(kind.groups) == 0 {
			continue
		}
		if err := c.wide(c.b.look.strong, kind.name); err != nil {
			return err
		}
		for _, g := range kind.groups {
			if err := c.part(groupName(g), g.Score, within(func(r *Recommendation) bool { return kind.has(r, g.ID) })); err != nil {
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
func (c *canvas) part(name string, score Score, match func(*Recommendation) bool) error {
	values := []any{name, tenths(score.Percent), tenths(score.Low), tenths(score.High)}
	for _, status := range Statuses() {
		values = append(values, c.count(score.Of(status), status, match))
	}
	return c.add(append(values, score.Total())...)
}

// count looks like a link where it is one.
func (c *canvas) count(n int, status string, match func(*Recommendation) bool) styled {
	if n == 0 {
		return styled{style: c.b.look.count, value: n}
	}
	return styled{style: c.b.look.countLink, value: n, to: c.b.firstRow(status, match).location()}
}

// firstRow is the first row, on the sheet of a status, of a recommendation that
// has the status and matches.
func (b *book) firstRow(status string, match func(*Recommendation) bool) target {
	sheet, least := sheetOf(status), -1
	for _, rec := range b.having(status) {
		if at, ok := b.shownIn[sheet][rec.place()]; ok && (least < 0 || at < least) && match(rec) {
			least = at
		}
	}
	if least < 0 {
		return target{}
	}
	return b.where(sheet, least)
}

// tenths rounds a part of a hundred down to one decimal; no value is a dash.
func tenths(p *float64) any {
	if p == nil {
		return "–"
	}
	return tenthOf(*p)
}

func tenthOf(p float64) float64 { return math.Floor(p*10+1e-9) / 10 }
