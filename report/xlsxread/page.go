package xlsxread

import "iter"

// page compares a sheet that is no table: every cell in its place.
func (s *pair) page() error {
	next, stop := iter.Pull2(s.got.Rows(s.name))
	defer stop()
	row, err, more := next()
	for want, werr := range s.want.Rows(s.name) {
		if werr != nil {
			return werr
		}
		for ; more && err == nil && row.Number < want.Number; row, err, more = next() {
			s.cells(row, Row{Number: row.Number})
		}
		if err != nil {
			return err
		}
		if !more || row.Number != want.Number {
			s.cells(Row{Number: want.Number}, want)
			continue
		}
		s.cells(row, want)
		row, err, more = next()
	}
	for ; more && err == nil; row, err, more = next() {
		s.cells(row, Row{Number: row.Number})
	}
	return err
}

// cells compares two rows of a page, as far to the right as it ever reached.
func (s *pair) cells(got, want Row) {
	last := len(s.cols)
	for _, c := range want.Cells {
		last = max(last, c.Col)
	}
	for i := len(s.cols); i < last; i++ {
		s.cols = append(s.cols, col{got: i + 1, want: i + 1})
	}
	s.report(got, want)
}

// report tells each cell of a row that is not as it should be.
func (s *pair) report(got, want Row) {
	for _, c := range s.cols {
		g, w := got.At(c.got), want.At(c.want)
		if why, ok := same(g, w); !ok {
			s.d.add(Edit{Sheet: s.name, Cell: g.Name(), Column: c.title, Got: g.Text, Want: w.Text, Why: why})
		}
	}
}
