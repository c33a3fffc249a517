package report

import (
	"strconv"
	"strings"
)

// A tableColumn counts one status; its head may take two lines.
type tableColumn struct {
	status     string
	head, over string
	always     bool // shown even where every count is zero
}

var tableColumns = []tableColumn{
	{Pass, "pass", "", true},
	{Fail, "fail", "", true},
	{Waived, "waived", "", false},
	{Error, "error", "", false},
	{NotAssessed, "assessed", "not", false},
	{Manual, "manual", "", false},
	{NotApplicable, "n/a", "", false},
}

// sections writes a table for each profile: how each section stands. Sections
// within sections are shown when everything is asked for.
func (p *page) sections() {
	for i := range p.Profiles {
		if prof := &p.Profiles[i]; len(prof.Sections) > 0 {
			p.table(prof)
			p.line("")
		}
	}
}

// tableColumns are the columns that any profile fills, so that the tables of
// all profiles line up.
func (p *page) tableColumns() []tableColumn {
	var shown []tableColumn
	for _, c := range tableColumns {
		if c.always || p.Score.Of(c.status) > 0 {
			shown = append(shown, c)
		}
	}
	return shown
}

func (p *page) table(prof *Profile) {
	shown := p.tableColumns()
	title := "section"
	if len(p.Profiles) > 1 {
		title = prof.ID
	}
	heads, overs, above := "", "", ""
	for _, c := range shown {
		heads, overs, above = heads+lead(c.head, c.head), overs+lead(c.over, c.head), above+c.over
	}
	room := p.Width - len(heads) - scoreColumn
	if above != "" {
		p.line(pad("", room) + overs)
	}
	p.row(pad(short(Safe(title), room), room)+heads+lead("score", strings.Repeat(" ", scoreColumn-2)), "1")
	for _, g := range prof.Sections {
		if p.All || !nested(prof.Sections, g.ID) {
			p.section(g, shown, room)
		}
	}
}

// scoreColumn is the width of the last column: "  100.0 %".
const scoreColumn = 9

func (p *page) row(s, style string) { p.line(p.paint(style, strings.TrimRight(s, " "))) }

// lead right-aligns a cell below its head, two spaces after the one before.
func lead(cell, head string) string {
	return strings.Repeat(" ", 2+max(0, len(head)-len(cell))) + cell
}

// nested reports whether a section lies within another of the list.
func nested(sections []Group, id string) bool {
	for _, g := range sections {
		if g.ID != id && InSection(id, g.ID) {
			return true
		}
	}
	return false
}

// section writes one row; a long title goes on below.
func (p *page) section(g Group, shown []tableColumn, room int) {
	depth := 2 * strings.Count(g.ID, ".")
	left := strings.Repeat(" ", depth) + Safe(g.ID) + " "
	title := wrap(Safe(g.Title), room-cells(left))
	counts := ""
	for _, c := range shown {
		n := "."
		if v := g.Score.Of(c.status); v > 0 {
			n = strconv.Itoa(v)
		}
		counts += lead(n, c.head)
	}
	p.line(pad(left+title[0], room) + counts + lead(Percent(g.Score.Percent), strings.Repeat(" ", scoreColumn-2)))
	for _, l := range title[1:] {
		p.line(pad("", cells(left)) + l)
	}
}
