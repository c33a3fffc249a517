package host

import "encoding/binary"

// A sqlitePage is one page of a table's tree; head is where its header starts.
type sqlitePage struct {
	b    []byte
	head int
}

// cells returns where the page's cells start.
func (p sqlitePage) cells(headSize int) []int {
	count := int(binary.BigEndian.Uint16(p.b[p.head+3:]))
	var out []int
	for at := p.head + headSize; count > 0 && at+2 <= len(p.b); at, count = at+2, count-1 {
		if cell := int(binary.BigEndian.Uint16(p.b[at:])); cell+4 <= len(p.b) {
			out = append(out, cell)
		}
	}
	return out
}

// children are the pages below an inner page, the rightmost last.
func (p sqlitePage) children() []uint32 {
	var out []uint32
	for _, cell := range p.cells(12) {
		out = append(out, binary.BigEndian.Uint32(p.b[cell:]))
	}
	return append(out, binary.BigEndian.Uint32(p.b[p.head+8:]))
}

// leaf hands over the rows of one page: each cell is the size of the row, its
// number, and as much of the row as stays on the page.
func (f *sqliteFile) leaf(p sqlitePage, use func([][]byte) error) error {
	for _, cell := range p.cells(8) {
		size, rest := varint(p.b[cell:])
		_, rest = varint(rest)
		if size > maxRecord {
			return errRecord
		}
		row, err := f.payload(int(size), rest)
		if err != nil {
			return err
		}
		if err := use(columns(row)); err != nil {
			return err
		}
	}
	return nil
}

// payload joins a row with its overflow pages, each of which starts with the
// number of the next.
func (f *sqliteFile) payload(size int, local []byte) ([]byte, error) {
	stays := f.stays(size)
	if stays > len(local) || stays < size && stays+4 > len(local) {
		return nil, errSQLite
	}
	if stays == size {
		return local[:size], nil
	}
	next := binary.BigEndian.Uint32(local[stays:])
	out := append(make([]byte, 0, min(size, 1<<20)), local[:stays]...)
	for len(out) < size {
		p, err := f.page(next)
		if err != nil {
			return nil, err
		}
		next = binary.BigEndian.Uint32(p)
		out = append(out, p[4:min(f.usable, 4+size-len(out))]...)
	}
	return out, nil
}

// stays is how much of a row is on its leaf (chapter 1.6 of the format).
func (f *sqliteFile) stays(size int) int {
	most, least := f.usable-35, (f.usable-12)*32/255-23
	if size <= most {
		return size
	}
	if k := least + (size-least)%(f.usable-4); k <= most {
		return k
	}
	return least
}

// columns cuts a row: a header of serial types, then the values. Numbers are
// given as their bytes.
func columns(row []byte) [][]byte {
	size, types := varint(row)
	if size > uint64(len(row)) || int(size) < len(row)-len(types) {
		return nil
	}
	values := row[size:]
	types = types[:int(size)-(len(row)-len(types))]
	var out [][]byte
	for len(types) > 0 {
		var kind uint64
		kind, types = varint(types)
		n := serialSize(kind)
		if n > uint64(len(values)) {
			return out
		}
		out, values = append(out, values[:n]), values[n:]
	}
	return out
}

func serialSize(kind uint64) uint64 {
	if kind >= 12 {
		return (kind - 12) / 2 // blobs are even, texts odd
	}
	return [...]uint64{0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0}[kind]
}

// varint is SQLite's: seven bits a byte, most significant first, the ninth byte
// whole.
func varint(b []byte) (v uint64, rest []byte) {
	for i, c := range b {
		if i == 8 {
			return v<<8 | uint64(c), b[9:]
		}
		v = v<<7 | uint64(c&0x7f)
		if c < 0x80 {
			return v, b[i+1:]
		}
	}
	return v, nil
}
