package report

import (
	"time"

	"github.com/xuri/excelize/v2"
)

// A page of the workbook that is laid out by hand: the cover and the summary.
type canvas struct {
	b      *book
	name   string
	widths []float64
	styles []int // of the columns
	row    int   // the last one written
}

// A styled value is a cell with a style of its own, and where it leads to.
type styled struct {
	style   int
	value   any
	to      string
	formula string // ours, never made of a target's text
}

func (b *book) canvas(name string, widths []float64, styles []int) (*canvas, error) {
	c := &canvas{b: b, name: name, widths: widths, styles: styles}
	no := false
	if err := b.f.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: &no}); err != nil {
		return nil, err
	}
	for i, w := range widths {
		if err := b.f.SetColWidth(name, letter(i+1), letter(i+1), w); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// add writes a row in the columns' styles. A value is a string, a number, a time or
// a styled one; nil leaves the cell alone.
func (c *canvas) add(values ...any) error {
	c.row++
	lines := 1
	for i, v := range values {
		s, ok := v.(styled)
		if !ok {
			s = styled{style: c.styles[i], value: v}
		}
		if s.value == nil {
			continue
		}
		if text, ok := s.value.(string); ok {
			s.value = cellText(text)
			lines = max(lines, linesOf(text, max(4, int(1.17*c.widths[i]))))
		}
		if err := c.put(at(i+1, c.row), s); err != nil {
			return err
		}
	}
	return c.b.f.SetRowHeight(c.name, c.row, min(points(lines), 400))
}

func (c *canvas) put(cell string, s styled) error {
	f := c.b.f
	var err error
	switch v := s.value.(type) {
	case string: // excelize escapes what looks like an escape in some cells only
		err = f.SetCellStr(c.name, cell, escaped(v))
	case time.Time:
		err = f.SetCellValue(c.name, cell, v.UTC())
	default:
		err = f.SetCellValue(c.name, cell, v)
	}
	if err == nil && s.formula != "" {
		err = f.SetCellFormula(c.name, cell, s.formula)
	}
	if err == nil && s.to != "" {
		err = f.SetCellHyperLink(c.name, cell, s.to, "Location")
	}
	if err != nil {
		return err
	}
	return f.SetCellStyle(c.name, cell, cell, s.style)
}

// wide writes a line over all columns.
func (c *canvas) wide(style int, text string) error {
	c.row++
	from, to := at(1, c.row), at(len(c.widths), c.row)
	if err := c.b.f.MergeCell(c.name, from, to); err != nil {
		return err
	}
	if err := c.b.f.SetCellStr(c.name, from, escaped(cellText(Safe(text)))); err != nil {
		return err
	}
	if err := c.b.f.SetCellStyle(c.name, from, to, style); err != nil {
		return err
	}
	all := 0.0
	for _, w := range c.widths {
		all += w
	}
	size := c.b.look.sizes[style]
	return c.b.f.SetRowHeight(c.name, c.row, float64(linesOf(text, int(all*11/size)))*1.35*size+4)
}

// heading writes a line above a block, after an empty one.
func (c *canvas) heading(text string) error {
	c.row++
	return c.wide(c.b.look.heading, text)
}

// header writes the titles of a block's columns.
func (c *canvas) header(titles ...string) error {
	values := make([]any, len(titles))
	for i, t := range titles {
		if t == "" {
			continue
		}
		style := c.b.look.headerMiddle
		if i == 0 {
			style = c.b.look.header
		}
		values[i] = styled{style: style, value: t}
	}
	return c.add(values...)
}

// location is a target as a link has it.
func (t target) location() string {
	if t.row == 0 {
		return ""
	}
	return "'" + t.sheet + "'!" + at(1, t.row)
}

func inSteps(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}
