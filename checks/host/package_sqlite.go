package host

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// A sqliteFile is as much of SQLite's file format as it takes to read the rows of
// one table (sqlite.org/fileformat2.html): pages of trees, whose leaves hold the
// rows, of which long ones go on in overflow pages.
type sqliteFile struct {
	db       *rpmDatabase
	pageSize int
	usable   int
	log      map[uint32]int64 // pages that the write-ahead log has newer, by where
}

var errSQLite = errors.New("not a database of SQLite as rpm writes it")

// eachSQLite hands over the blobs of the table Packages (hnum, blob).
func eachSQLite(db *rpmDatabase, use func([]byte) error) error {
	head, err := db.piece(0, 100)
	if err != nil {
		return err
	}
	f := &sqliteFile{db: db, pageSize: int(binary.BigEndian.Uint16(head[16:]))}
	if f.pageSize == 1 {
		f.pageSize = 65536
	}
	if string(head[:16]) != "SQLite format 3\x00" || f.pageSize < 512 || f.pageSize&(f.pageSize-1) != 0 {
		return errSQLite
	}
	f.usable = f.pageSize - int(head[20])
	if f.log, err = readWAL(db.log, f.pageSize); err != nil {
		return fmt.Errorf("its write-ahead log: %w", err)
	}
	root, err := f.table("Packages")
	if err != nil {
		return err
	}
	return f.rows(root, 0, func(cols [][]byte) error {
		if len(cols) < 2 {
			return errSQLite
		}
		return use(cols[1])
	})
}

// table finds the first page of a table in the schema, whose columns are type,
// name, table, first page and the statement.
func (f *sqliteFile) table(name string) (uint32, error) {
	root := uint32(0)
	err := f.rows(1, 0, func(cols [][]byte) error {
		if len(cols) >= 4 && string(cols[0]) == "table" && string(cols[1]) == name {
			for _, b := range cols[3] {
				root = root<<8 | uint32(b)
			}
		}
		return nil
	})
	if err == nil && root == 0 {
		err = fmt.Errorf("it has no table %s", name)
	}
	return root, err
}

func (f *sqliteFile) page(n uint32) ([]byte, error) {
	if n == 0 {
		return nil, errSQLite
	}
	if at, newer := f.log[n]; newer {
		return f.db.pieceOf(f.db.log, at, f.pageSize)
	}
	return f.db.piece(int64(n-1)*int64(f.pageSize), f.pageSize)
}

// Kinds of pages of a table's tree.
const (
	sqliteInner = 5
	sqliteLeaf  = 13
)

// rows walks the tree below a page.
func (f *sqliteFile) rows(n uint32, depth int, use func([][]byte) error) error {
	p, err := f.page(n)
	if err != nil {
		return err
	}
	t := sqlitePage{p, 0}
	if n == 1 {
		t.head = 100 // the file's own header comes first
	}
	switch kind := p[t.head]; {
	case depth > 30:
		return errSQLite
	case kind == sqliteLeaf:
		return f.leaf(t, use)
	case kind != sqliteInner:
		return errSQLite
	}
	for _, child := range t.children() {
		if err := f.rows(child, depth+1, use); err != nil {
			return err
		}
	}
	return nil
}
