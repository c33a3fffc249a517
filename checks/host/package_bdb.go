package host

import (
	"encoding/binary"
	"errors"
)

var errBDB = errors.New("not a hash of Berkeley DB as rpm writes it")

// A bdbFile is a hash of Berkeley DB (db_page.h), in the byte order of the
// machine that made it.
type bdbFile struct {
	db       *rpmDatabase
	order    binary.ByteOrder
	pageSize int
	last     uint32
}

// Kinds of pages and of items.
const (
	bdbUnsorted, bdbSorted = 2, 13 // hash pages, before and since version 4.6
	bdbOverflow            = 7
	bdbOffPage             = 3 // an item that lies in overflow pages
)

// eachBDB hands over what lies in overflow pages: the records are always too
// large for a hash page, their numbers and the count of them never.
func eachBDB(db *rpmDatabase, use func([]byte) error) error {
	head, err := db.piece(0, 72)
	if err != nil {
		return err
	}
	f := bdbFile{db: db, order: binary.LittleEndian}
	if binary.BigEndian.Uint32(head[12:]) == bdbMagic {
		f.order = binary.BigEndian
	}
	f.pageSize, f.last = int(f.order.Uint32(head[20:])), f.order.Uint32(head[32:])
	if f.order.Uint32(head[12:]) != bdbMagic || head[24] != 0 || f.pageSize < 512 || f.pageSize > 65536 {
		return errBDB
	}
	for n := uint32(0); n <= f.last; n++ {
		page, err := f.page(n)
		if err != nil {
			return err
		}
		if kind := page[25]; kind != bdbUnsorted && kind != bdbSorted {
			continue
		}
		if err := f.items(page, use); err != nil {
			return err
		}
	}
	return nil
}

const bdbMagic = 0x061561

func (f bdbFile) page(n uint32) ([]byte, error) {
	if n > f.last {
		return nil, errBDB
	}
	return f.db.piece(int64(n)*int64(f.pageSize), f.pageSize)
}

// items looks at the values of a hash page; they follow their keys.
func (f bdbFile) items(page []byte, use func([]byte) error) error {
	count := int(f.order.Uint16(page[20:]))
	for i := 1; i < count && 26+2*i+2 <= len(page); i += 2 {
		at := int(f.order.Uint16(page[26+2*i:]))
		if at+12 > len(page) || page[at] != bdbOffPage {
			continue
		}
		record, err := f.record(f.order.Uint32(page[at+4:]), f.order.Uint32(page[at+8:]))
		if err != nil {
			return err
		}
		if err := use(record); err != nil {
			return err
		}
	}
	return nil
}

// record joins a chain of overflow pages, each of which says how much of it is
// used and which is next.
func (f bdbFile) record(n, size uint32) ([]byte, error) {
	if size > maxRecord {
		return nil, errRecord
	}
	var out []byte
	for uint32(len(out)) < size && n != 0 {
		page, err := f.page(n)
		if err != nil {
			return nil, err
		}
		used := int(f.order.Uint16(page[22:]))
		if page[25] != bdbOverflow || used == 0 || 26+used > len(page) {
			return nil, errBDB
		}
		out, n = append(out, page[26:26+used]...), f.order.Uint32(page[16:])
	}
	if uint32(len(out)) < size {
		return nil, errBDB
	}
	return out[:size], nil
}
