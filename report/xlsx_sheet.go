package report

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// maxLinks bounds the links of one sheet: excelize looks through all of them
// for each new one. Rows beyond carry the number without a link.
const maxLinks = 5_000

// A column of a table. Those of the first so many that print are on paper.
type column struct {
	title string
	width float64 // in digits
	style int
}

// A layout says how a sheet looks, besides its columns.
type layout struct {
	frozen  int  // columns that stay when the sheet scrolls sideways
	printed int  // columns that are printed; 0: all
	header  bool // a header row: frozen, and repeated on paper
	filter  bool // and filtered
	upright bool // portrait, shrunk to one page
	plain   bool // no grid lines
	tab     string
}

// A sheet is written row by row. excelize takes the parts of a streamed sheet
// in one order only and silently drops what comes at another time: properties,
// then the stream, view, widths and panes, then rows, then links, conditional
// formats, validation, filter and page, then Flush.
type sheet struct {
	b     *book
	name  string
	sw    *excelize.StreamWriter
	cols  []column
	lay   layout
	room  []int // letters that fit each column
	row   int   // the last one written
	limit int   // of rows
	links int
}

func (b *book) sheet(name string, cols []column, lay layout) (*sheet, error) {
	yes := true
	if err := b.f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &yes, TabColorRGB: &lay.tab}); err != nil {
		return nil, err
	}
	sw, err := b.f.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	s := &sheet{b: b, name: name, sw: sw, cols: cols, lay: lay, limit: workbookLimit, room: make([]int, len(cols))}
	grid := !lay.plain
	if err := b.f.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: &grid}); err != nil {
		return nil, err
	}
	for i, c := range cols {
		s.room[i] = b.look.letters(c)
		if err := sw.SetColWidth(i+1, i+1, c.width); err != nil {
			return nil, err
		}
	}
	if !lay.header {
		return s, nil
	}
	return s, s.header()
}

func (s *sheet) header() error {
	err := s.sw.SetPanes(&excelize.Panes{Freeze: true, XSplit: s.lay.frozen, YSplit: 1,
		TopLeftCell: at(s.lay.frozen+1, 2), ActivePane: pane(s.lay.frozen)})
	if err != nil {
		return err
	}
	cells, texts := make([]any, len(s.cols)), make([]string, len(s.cols))
	for i, c := range s.cols {
		cells[i], texts[i] = excelize.Cell{StyleID: s.b.look.head(c.style), Value: c.title}, c.title
	}
	s.row = 1
	return s.sw.SetRow("A1", cells, excelize.RowOpts{Height: s.rowHeight(texts) + 6})
}

// head is the header's style above a column: in the middle where its cells are.
func (l look) head(style int) int {
	switch style {
	case l.number, l.count, l.percent, l.seconds:
		return l.headerMiddle
	}
	return l.header
}

func pane(frozen int) string {
	if frozen > 0 {
		return "bottomRight"
	}
	return "bottomLeft"
}

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
