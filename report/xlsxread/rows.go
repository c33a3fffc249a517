package xlsxread

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
)

// A Row is the cells of a row that hold anything, from left to right.
type Row struct {
	Number int
	Cells  []Cell
}

// At is the cell of a column, empty where the row has none.
func (r Row) At(col int) Cell {
	for _, c := range r.Cells {
		if c.Col == col {
			return c
		}
	}
	return Cell{Row: r.Number, Col: col}
}

// Rows goes through the rows of a sheet that hold anything. The first error ends
// it. Rows and cells out of order, which programs read in different ways, are one.
func (b *Book) Rows(name string) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		err := b.rows(name, func(r Row) bool { return yield(r, nil) })
		if err != nil {
			yield(Row{}, fmt.Errorf("sheet %s: %w", name, err))
		}
	}
}

func (b *Book) rows(name string, yield func(Row) bool) error {
	m, err := b.markup(b.part(name))
	if err != nil {
		return err
	}
	defer m.close()
	within, last := false, 0
	for {
		t, err := m.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		e, ok := t.(xml.StartElement)
		switch {
		case !ok || !ours(e.Name):
		case e.Name.Local == "sheetData":
			if within || m.depth != 2 {
				return errors.New("it has a second table of cells")
			}
			within = true
		case e.Name.Local == "row" && within && m.depth == 3:
			row, err := b.row(m, e, last)
			if err != nil {
				return err
			}
			last = row.Number
			if len(row.Cells) > 0 && !yield(row) {
				return nil
			}
		}
	}
}

func (b *Book) part(name string) string {
	for _, s := range b.sheets {
		if s.name == name {
			return s.part
		}
	}
	return name + " (no such sheet)"
}

// row reads the <row> that has just been opened.
func (b *Book) row(m *markup, e xml.StartElement, last int) (Row, error) {
	row, err := Row{Number: last + 1}, error(nil)
	if s := attr(e, "r"); s != "" {
		row.Number, err = strconv.Atoi(s)
	}
	if err != nil || row.Number <= last || row.Number > maxRow {
		return row, fmt.Errorf("row %.20q after row %d", attr(e, "r"), last)
	}
	col := 0
	for depth := m.depth; m.depth >= depth; {
		t, err := m.next()
		if err != nil {
			return row, unended(m.name, err)
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		if !ours(e.Name) {
			return row, m.foreign(e)
		}
		if e.Name.Local != "c" {
			if err := m.skip(); err != nil {
				return row, err
			}
			continue
		}
		c := Cell{Row: row.Number}
		if c.Col, err = column(attr(e, "r"), row.Number, col); err != nil {
			return row, err
		}
		if err := b.cell(m, e, &c); err != nil {
			return row, err
		}
		if col = c.Col; c.Kind != Empty || c.Formula != "" {
			row.Cells = append(row.Cells, c)
		}
	}
	return row, nil
}

// column is the number of a cell's column; a cell without an address follows the
// last one.
func column(address string, row, last int) (int, error) {
	if address == "" {
		address = Letter(last+1) + strconv.Itoa(row)
	}
	col, i := 0, 0
	for ; i < len(address) && i < 4 && 'A' <= address[i] && address[i] <= 'Z'; i++ {
		col = 26*col + int(address[i]-'A') + 1
	}
	if address[i:] != strconv.Itoa(row) || col <= last || col > maxCol {
		return 0, fmt.Errorf("cell %.20q in row %d after column %d", address, row, last)
	}
	return col, nil
}
