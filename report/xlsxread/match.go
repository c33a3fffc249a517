package xlsxread

import "slices"

// maxPaired is how many changed rows are looked into; the rest is counted.
const maxPaired = 500

// rest tells what is left when the rows that say the same are taken away: rows
// with a changed cell, lost rows, and rows that somebody wrote.
func (m *matching) rest() error {
	left, lost := without(m.left, m.lost), without(m.lost, m.left)
	n := max(len(left), len(lost)) - maxPaired
	m.d.More += max(0, n)
	got, err := fetch(m.got, m.name, left)
	if err != nil {
		return err
	}
	want, err := fetch(m.want, m.name, lost)
	if err != nil {
		return err
	}
	m.pairUp(got, want)
	return nil
}

// without are the marks whose hashes the others do not have as often.
func without(marks, others []mark) []mark {
	often := map[uint64]int{}
	for _, o := range others {
		often[o.hash]++
	}
	var out []mark
	for _, x := range marks {
		if often[x.hash]--; often[x.hash] < 0 {
			out = append(out, x)
		}
	}
	return out
}

// fetch reads the marked rows once more.
func fetch(b *Book, sheet string, marks []mark) ([]Row, error) {
	marks = marks[:min(len(marks), maxPaired)]
	if len(marks) == 0 {
		return nil, nil
	}
	numbers := map[int]bool{}
	for _, x := range marks {
		numbers[x.number] = true
	}
	var out []Row
	for r, err := range b.Rows(sheet) {
		if err != nil {
			return nil, err
		}
		if numbers[r.Number] {
			out = append(out, r)
		}
		if len(out) == len(marks) {
			break
		}
	}
	return out, nil
}

// pairUp takes for each row of the report the row that is most like it, and at
// least half.
func (m *matching) pairUp(got, want []Row) {
	for _, w := range want {
		best, at := 0, -1
		for i, g := range got {
			if n := m.alike(g, w); n > best {
				best, at = n, i
			}
		}
		if 2*best < m.filled(w) || at < 0 {
			m.d.add(Edit{Sheet: m.name, Why: "a row is missing: " + m.words(w)})
			continue
		}
		m.report(got[at], w)
		got = slices.Delete(got, at, at+1)
	}
	for _, g := range got {
		m.d.add(Edit{Sheet: m.name, Cell: Cell{Row: g.Number, Col: m.cols[0].got}.Name(), Why: "the report has no such row"})
	}
}

// alike counts the cells that say the same.
func (m *matching) alike(g, w Row) int {
	n := 0
	for _, c := range m.cols {
		if cell := w.At(c.want); cell.Kind != Empty && g.At(c.got).canon() == cell.canon() {
			n++
		}
	}
	return n
}

func (m *matching) filled(w Row) int {
	n := 0
	for _, c := range m.cols {
		if w.At(c.want).Kind != Empty {
			n++
		}
	}
	return n
}

// words are the first cells of a row, for people.
func (m *matching) words(w Row) string {
	s := ""
	for _, c := range m.cols[:min(6, len(m.cols))] {
		if text := w.At(c.want).Text; text != "" {
			s += " " + text
		}
	}
	return quote(s[min(1, len(s)):])
}
