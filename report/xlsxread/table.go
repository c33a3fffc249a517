package xlsxread

import (
	"hash/maphash"
	"slices"
)

// table compares a sheet whose first row names its columns. People sort tables,
// and put columns of their own between: rows are matched by what they hold.
func (s *pair) table(free []string) error {
	got, stop := ahead(s.got.Rows(s.name))
	defer stop()
	want, stop2 := ahead(s.want.Rows(s.name))
	defer stop2()
	g, err, _ := got()
	if err != nil {
		return err
	}
	w, err, _ := want()
	if err != nil {
		return err
	}
	if !s.header(g, w, free) {
		return nil
	}
	m := matching{pair: s, seed: maphash.MakeSeed()}
	if err := m.read(got, want); err != nil {
		return err
	}
	return m.rest()
}

// header finds the report's columns by their titles.
func (s *pair) header(got, want Row, free []string) bool {
	sound := true
	for _, w := range want.Cells {
		var at []Cell
		for _, g := range got.Cells {
			if g.Text == w.Text {
				at = append(at, g)
			}
		}
		switch {
		case slices.Contains(free, w.Text):
			continue
		case len(at) == 0 || got.Number != want.Number:
			s.d.add(Edit{Sheet: s.name, Cell: w.Name(), Why: "no column is called " + quote(w.Text)})
			sound = false
		case len(at) > 1:
			s.d.add(Edit{Sheet: s.name, Cell: at[1].Name(), Why: "a second column is called " + quote(w.Text)})
			sound = false
		case at[0].Formula != "":
			s.d.add(Edit{Sheet: s.name, Cell: at[0].Name(), Why: "the title is calculated"})
			sound = false
		default:
			s.cols = append(s.cols, col{title: w.Text, got: at[0].Col, want: w.Col})
		}
	}
	return sound
}

// A matching finds for each row of the report the row of the workbook. Rows in
// their old places are forgotten at once; of the others a hash is kept.
type matching struct {
	*pair
	seed       maphash.Seed
	left, lost []mark // of the workbook; of the report
}

// A mark is a row's number and the hash of its cells.
type mark struct {
	hash   uint64
	number int
}

func (m *matching) read(got, want pull) error {
	for {
		g, err := m.next(got, m.gotHash)
		if err != nil {
			return err
		}
		w, err := m.next(want, m.wantHash)
		if err != nil {
			return err
		}
		if g.number == 0 && w.number == 0 {
			return nil
		}
		if g.hash == w.hash {
			continue
		}
		if g.number != 0 {
			m.left = append(m.left, g)
		}
		if w.number != 0 {
			m.lost = append(m.lost, w)
		}
	}
}

// next is the next row that holds anything in the report's columns, number 0 at
// the end.
func (m *matching) next(rows pull, hash func(Row) uint64) (mark, error) {
	for {
		r, err, more := rows()
		if !more || err != nil {
			return mark{}, err
		}
		if h := hash(r); h != 0 {
			return mark{h, r.Number}, nil
		}
	}
}

func (m *matching) gotHash(r Row) uint64 {
	return m.hash(r, func(c col) int { return c.got })
}

func (m *matching) wantHash(r Row) uint64 {
	return m.hash(r, func(c col) int { return c.want })
}

// hash is 0 for a row that holds nothing. Its seed is another one each time, so
// that nobody can make a row for the hash of another.
func (m *matching) hash(r Row, at func(col) int) uint64 {
	var h maphash.Hash
	h.SetSeed(m.seed)
	some := false
	for _, c := range m.cols {
		text := r.At(at(c)).canon()
		some = some || text != ""
		h.WriteString(text)
		h.WriteByte(0xff) // in no text
	}
	if !some {
		return 0
	}
	return max(1, h.Sum64())
}
