package report

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// add writes a row in the columns' styles. A value is a string, a number, a time
// or an excelize.Cell with a style of its own.
func (s *sheet) add(values ...any) error {
	s.row++
	cells, texts := make([]any, len(values)), make([]string, len(values))
	room := make([]excelize.Cell, len(values))
	for i, v := range values {
		c, ok := v.(excelize.Cell)
		if !ok {
			c = excelize.Cell{StyleID: s.cols[i].style, Value: v}
		}
		if text, ok := c.Value.(string); ok {
			texts[i] = cellText(text)
			c.Value = texts[i]
		}
		room[i] = c
		cells[i] = &room[i]
	}
	return s.sw.SetRow(at(1, s.row), cells, excelize.RowOpts{Height: s.rowHeight(texts)})
}

// wide writes a line over all columns.
func (s *sheet) wide(style int, height float64, text string) error {
	s.row++
	if err := s.sw.MergeCell(at(1, s.row), at(len(s.cols), s.row)); err != nil {
		return err
	}
	cells := make([]any, len(s.cols))
	for i := range cells {
		cells[i] = excelize.Cell{StyleID: style}
	}
	cells[0] = excelize.Cell{StyleID: style, Value: cellText(Safe(text))}
	return s.sw.SetRow(at(1, s.row), cells, excelize.RowOpts{Height: height})
}

// heading writes a line above a block, after an empty one.
func (s *sheet) heading(text string) error {
	s.row++
	return s.wide(s.b.look.heading, 20, text)
}

// full reports that the sheet takes no more rows, and says so in its last one.
func (s *sheet) full(left int) (bool, error) {
	if s.row < s.limit {
		return false, nil
	}
	return true, s.add(fmt.Sprintf("%d more rows do not fit; the JSON report has them all", left))
}

// link makes a cell of the last row lead to a cell of another sheet.
func (s *sheet) link(col int, sheet string, row int) error {
	if row == 0 || s.links >= maxLinks {
		return nil
	}
	s.links++
	return s.b.f.SetCellHyperLink(s.name, at(col, s.row), fmt.Sprintf("'%s'!A%d", sheet, row), "Location")
}
