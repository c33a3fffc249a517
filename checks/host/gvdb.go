package host

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// A gvdb is a file of GLib's hash table format, in which dconf keeps its
// databases and GLib its compiled schemas.
type gvdb struct {
	data  []byte
	order binary.ByteOrder
}

// A gvdbTable is one hash table of the file, as a map of full names.
type gvdbTable map[string]gvdbItem

type gvdbItem struct {
	kind byte // v: a variant, H: a table, L: a list of names
	data []byte
}

var errGvdb = errors.New("not a whole GVDB file")

const (
	gvdbItemSize = 24
	gvdbNoParent = 1<<32 - 1
	gvdbMaxDepth = 64 // of names below names; dconf's paths have about six steps
)

// parseGvdb reads the table at the root. The signature tells the byte order.
func parseGvdb(b []byte) (gvdb, gvdbTable, error) {
	if len(b) < 24 {
		return gvdb{}, nil, errGvdb
	}
	db := gvdb{data: b}
	switch string(b[:8]) {
	case "GVariant":
		db.order = binary.LittleEndian
	case "raVGtnai":
		db.order = binary.BigEndian
	default:
		return db, nil, errGvdb
	}
	root, err := db.at(b[16:24])
	if err != nil {
		return db, nil, err
	}
	t, err := db.table(root)
	return db, t, err
}

// at is the part of the file that a pointer, start and end, leads to.
func (db gvdb) at(pointer []byte) ([]byte, error) {
	start, end := db.order.Uint32(pointer), db.order.Uint32(pointer[4:])
	if start > end || int64(end) > int64(len(db.data)) {
		return nil, errGvdb
	}
	return db.data[start:end], nil
}

// table reads a hash table: bloom filter and buckets are for faster look-ups
// and passed over.
func (db gvdb) table(b []byte) (gvdbTable, error) {
	if len(b) < 8 {
		return nil, errGvdb
	}
	bloom, buckets := int64(db.order.Uint32(b)&(1<<27-1)), int64(db.order.Uint32(b[4:]))
	skip := 8 + 4*(bloom+buckets)
	if skip > int64(len(b)) || (int64(len(b))-skip)%gvdbItemSize != 0 {
		return nil, errGvdb
	}
	items := b[skip:]
	out := gvdbTable{}
	for i := 0; i < len(items)/gvdbItemSize; i++ {
		name, err := db.name(items, uint32(i), 0)
		if err != nil {
			return nil, err
		}
		item := items[i*gvdbItemSize:]
		data, err := db.at(item[16:24])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out[name] = gvdbItem{item[14], data}
	}
	return out, nil
}

// name joins an item's part of the name to those of its parents.
func (db gvdb) name(items []byte, i uint32, depth int) (string, error) {
	if int64(i) >= int64(len(items)/gvdbItemSize) || depth > gvdbMaxDepth {
		return "", errGvdb
	}
	item := items[int(i)*gvdbItemSize:]
	start, size := int64(db.order.Uint32(item[8:])), int64(db.order.Uint16(item[12:]))
	if start+size > int64(len(db.data)) {
		return "", errGvdb
	}
	own := string(db.data[start : start+size])
	up := db.order.Uint32(item[4:])
	if up == gvdbNoParent {
		return own, nil
	}
	above, err := db.name(items, up, depth+1)
	return above + own, err
}

// sub is a table within a table, such as the locks of a dconf database.
func (db gvdb) sub(t gvdbTable, name string) (gvdbTable, error) {
	item, found := t[name]
	if !found || item.kind != 'H' {
		return nil, nil
	}
	return db.table(item.data)
}
