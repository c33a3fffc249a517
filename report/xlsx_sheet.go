package report

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// A layout says how a sheet looks, besides its columns.
type layout struct {
	frozen  int  // columns that stay when the sheet scrolls sideways
	printed int  // columns that are printed; 0: all
	matrix  bool // narrow columns under upright headers, and no table: its headers are a target's names
	tab     string
}

// frames writes all of the listings but their rows, which assemble puts in.
func (b *book) frames() error {
	for _, s := range b.sheets {
		if err := b.frame(s); err != nil {
			return sheetError(s.Name, err)
		}
	}
	return nil
}

func (b *book) frame(s *Sheet) error {
	for _, step := range []func(*Sheet) error{b.columns, b.header, b.table, b.paints, b.choices, b.listPage} {
		if err := step(s); err != nil {
			return err
		}
	}
	return b.f.SetSheetDimension(s.Name, s.area(1, len(s.Columns)))
}

// last is the last row of a listing: that it is empty is said in a row too.
func (s *Sheet) last() int { return max(s.Rows, 1) + 1 }

// area are the cells of some columns, the header's row with them.
func (s *Sheet) area(from, to int) string { return at(from, 1) + ":" + at(to, s.last()) }

// below are the cells of a column without its header.
func (s *Sheet) below(col int) string { return at(col, 2) + ":" + at(col, s.last()) }

func (b *book) columns(s *Sheet) error {
	for i, c := range s.Columns {
		if err := b.f.SetColWidth(s.Name, letter(i+1), letter(i+1), c.width); err != nil {
			return err
		}
	}
	return b.f.SetPanes(s.Name, &excelize.Panes{Freeze: true, XSplit: s.lay.frozen, YSplit: 1,
		TopLeftCell: at(s.lay.frozen+1, 2), ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: at(s.lay.frozen+1, 2), ActiveCell: at(s.lay.frozen+1, 2), Pane: "bottomRight"}}})
}

func (b *book) header(s *Sheet) error {
	lines := 1
	for i, c := range s.Columns {
		cell, style := at(i+1, 1), b.look.head(c)
		if err := b.f.SetCellStr(s.Name, cell, escaped(c.Title)); err != nil {
			return err
		}
		if err := b.f.SetCellStyle(s.Name, cell, cell, style); err != nil {
			return err
		}
		lines = max(lines, min(4, linesOf(c.Title, b.look.letters(c)-2))) // the filter's button takes some room
	}
	if s.lay.matrix && len(s.Columns) > s.lay.frozen {
		lines = 10
	}
	return b.f.SetRowHeight(s.Name, 1, points(lines)+6)
}

// head is the header's style above a column.
func (l look) head(c Column) int {
	switch {
	case c.kind == letterText:
		return l.headerUp
	case c.Auditor:
		return l.headerInput
	case c.kind == wholeNumber || c.kind == tenthsNumber || c.kind == secondsNumber:
		return l.headerMiddle
	}
	return l.header
}

// table makes a native table of a listing, by which formulas, pivots and scripts
// can name it.
func (b *book) table(s *Sheet) error {
	if s.lay.matrix {
		return b.f.AutoFilter(s.Name, s.area(1, s.lay.frozen), nil)
	}
	stripes := false
	if err := b.f.AddTable(s.Name, &excelize.Table{Range: s.area(1, len(s.Columns)), Name: "tbl" + strings.ReplaceAll(s.Name, " ", ""),
		StyleName: "TableStyleLight1", ShowRowStripes: &stripes}); err != nil {
		return err
	}
	// The benchmark's 5.1 is a name; Excel would mark it as a number that went wrong.
	return b.f.AddIgnoredErrors(s.Name, s.area(1, len(s.Columns)), excelize.IgnoredErrorsNumberStoredAsText)
}

// paints colours the words of statuses and the like. The word stays in the cell.
func (b *book) paints(s *Sheet) error {
	for i, c := range s.Columns {
		var paints []paint
		switch {
		case c.kind == letterText && i > s.lay.frozen:
			continue // one format for all, below
		case c.kind == letterText:
			if err := b.paint(s.Name, at(i+1, 2)+":"+at(len(s.Columns), s.last()), b.look.letterPaints); err != nil {
				return err
			}
		case c.Title == "Severity" && s.Name != rowSheet: // there, what passes needs no alarm
			paints = b.look.severities
		case c.Title == "Status" || c.Title == "Worst" || c.Title == "Was" || c.Title == "Is":
			paints = b.look.statuses
		case c.Title == "State" || c.Title == "Change":
			paints = b.look.states
		}
		if len(paints) == 0 {
			continue
		}
		if err := b.paint(s.Name, s.below(i+1), paints); err != nil {
			return err
		}
	}
	return nil
}

func (b *book) paint(sheet, cells string, paints []paint) error {
	var rules []excelize.ConditionalFormatOptions
	for _, p := range paints {
		rules = append(rules, excelize.ConditionalFormatOptions{Type: "cell", Criteria: "==", Format: &p.style, Value: `"` + p.word + `"`})
	}
	return b.f.SetConditionalFormat(sheet, cells, rules)
}

// choices offers lists of answers, and lets nothing but days be dates.
func (b *book) choices(s *Sheet) error {
	for i, c := range s.Columns {
		if !c.Auditor || c.kind != inputDate && len(c.Allowed) == 0 {
			continue
		}
		dv := excelize.NewDataValidation(true)
		dv.SetSqref(s.below(i + 1))
		if c.kind == inputDate {
			if err := dv.SetRange(36526, 73050, excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween); err != nil { // 2000 to 2099
				return err
			}
			dv.SetError(excelize.DataValidationErrorStyleStop, "No date", "A day such as 2026-12-31.")
		} else {
			dv.SetSqrefDropList(listName(c))
			dv.SetError(excelize.DataValidationErrorStyleStop, "Not in the list", "One of: "+strings.Join(c.Allowed, ", ")+".")
		}
		if err := b.f.AddDataValidation(s.Name, dv); err != nil {
			return err
		}
	}
	return nil
}

// listName is the name of the cells that hold a column's allowed values.
func listName(c Column) string { return "lst_" + strings.ToLower(c.Title) }

// at names a cell: at(2, 3) is B3.
func at(col, row int) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		panic(err) // both come from this package and are positive
	}
	return name
}

// letter names a column: letter(2) is B.
func letter(col int) string { return strings.TrimRight(at(col, 1), "1") }
