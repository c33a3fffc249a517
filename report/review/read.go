package review

import (
	"slices"
	"strings"

	"scantling/report"
	"scantling/report/xlsxread"
)

// A cell is what somebody wrote, and where.
type cell struct {
	at   string // Findings!T7
	text string
	xlsxread.Cell
}

// An entry is what somebody wrote beside one result or one question.
type entry struct {
	at     string // the row's first cell
	asked  bool   // a question, not a finding
	by     map[string]string
	wrote  map[string]cell   // by role
	places map[string]string // the cells for each role
	other  []string          // from columns of somebody's own, with their titles
}

// The roles of the columns that people fill in, by the titles that they may have.
var roles = map[string]string{
	"Disposition": "disposition", "Answer": "answer",
	"Auditor": "name", "Assessor": "name", "Reviewer": "name", "Name": "name",
	"Date": "date", "Disposition date": "date", "Answered on": "date",
	"Comment": "comment", "Evidence": "evidence", "Evidence reference": "evidence",
	"Owner": "owner", "Ticket": "ticket", "Expires": "expires", "Valid until": "expires", "Accepted until": "expires",
}

// keyTitles are the columns of the report by which a row is known again.
var keyTitles = []string{"Profile", "Number", "Object", "Target", "Fingerprint", "Status"}

// read goes through the sheets that people fill in, and takes the rows that they
// wrote in. What cannot be told apart is a fault.
func read(b *xlsxread.Book, ours titles) (entries []entry, left Open, faults []Fault, err error) {
	for _, sheet := range b.Sheets() {
		header, free := report.SheetForm(sheet)
		if !header || len(free) == 0 {
			continue
		}
		t := table{sheet: sheet, free: free, ours: ours[sheet], open: &left}
		for row, err := range b.Rows(sheet) {
			if err != nil {
				return nil, left, nil, err
			}
			if t.keys == nil {
				t.header(row)
				continue
			}
			t.row(row)
		}
		entries, faults = append(entries, t.entries...), append(faults, t.faults...)
	}
	return entries, left, faults, nil
}

// titles are those of the columns that the program wrote, by sheet.
type titles map[string][]string

func titlesOf(r *report.Report) titles {
	out := titles{}
	for _, s := range report.Workbook(r) {
		for _, c := range s.Columns {
			out[s.Name] = append(out[s.Name], c.Title)
		}
	}
	return out
}

// Open counts the rows beside which nobody wrote anything.
type Open struct{ Findings, Questions int }

// A table is a sheet being read.
type table struct {
	sheet   string
	free    []string
	ours    []string // the titles of the report's columns
	open    *Open
	keys    map[string]int // the report's columns that name a result, by title
	roles   map[int]string // the columns that people fill in
	own     map[int]string // and those that they added, by title
	entries []entry
	faults  []Fault
}

func (t *table) header(row xlsxread.Row) {
	t.keys, t.roles, t.own = map[string]int{}, map[int]string{}, map[int]string{}
	first := map[string]xlsxread.Cell{}
	for _, c := range row.Cells {
		title := strings.TrimSpace(c.Text)
		role := roles[title]
		known := slices.Contains(t.free, title) && role != ""
		switch before, twice := first[role]; {
		case slices.Contains(keyTitles, title):
			t.keys[title] = c.Col
		case known && twice:
			t.fault(c, "a second column for the same as "+before.Name())
		case known:
			t.roles[c.Col], first[role] = role, c
		case !slices.Contains(t.ours, title):
			t.own[c.Col] = title
		}
	}
}

func (t *table) row(row xlsxread.Row) {
	e := entry{at: t.place(xlsxread.Cell{Row: row.Number, Col: 1}), asked: t.has("answer"), by: map[string]string{}, wrote: map[string]cell{}, places: map[string]string{}}
	for col, role := range t.roles {
		e.places[role] = t.place(xlsxread.Cell{Row: row.Number, Col: col})
	}
	for title, col := range t.keys {
		e.by[title] = row.At(col).Text
	}
	for _, c := range row.Cells {
		role := t.roles[c.Col]
		title, own := t.own[c.Col]
		text := strings.TrimSpace(c.Text)
		switch {
		case text == "" || role == "" && !own:
		case c.Formula != "":
			t.fault(c, "it is calculated; put the value there")
		case c.Kind == xlsxread.Fault:
			t.fault(c, "it holds an error, "+report.Safe(text))
		case own:
			e.other = append(e.other, title+": "+text)
		default:
			e.wrote[role] = cell{t.place(c), text, c}
		}
	}
	t.take(e, row)
}

// take keeps a row in which somebody wrote, and counts the others.
func (t *table) take(e entry, row xlsxread.Row) {
	wrote := len(e.wrote)+len(e.other) > 0
	switch named := e.by["Number"] != ""; {
	case wrote && named:
		t.entries = append(t.entries, e)
	case wrote:
		t.fault(xlsxread.Cell{Row: row.Number, Col: row.Cells[0].Col}, "somebody wrote here, beside no result")
	case named && e.asked:
		t.open.Questions++
	case named && e.by["Status"] == report.Fail: // the others can do without
		t.open.Findings++
	}
}

func (t *table) has(role string) bool {
	for _, r := range t.roles {
		if r == role {
			return true
		}
	}
	return false
}

func (t *table) place(c xlsxread.Cell) string { return t.sheet + "!" + c.Name() }

func (t *table) fault(c xlsxread.Cell, why string) {
	t.faults = append(t.faults, Fault{t.place(c), why})
}
