package host

import (
	"encoding/binary"
	"errors"
)

var errNDB = errors.New("not a database as rpm's ndb writes it")

// eachNDB hands over the records of an ndb file: a header of two slots' size,
// pages of slots of 16 bytes, each of which names a package and the block where
// its record starts.
func eachNDB(db *rpmDatabase, use func([]byte) error) error {
	const slotSize, pageSize, blockSize = 16, 4096, 16
	head, err := db.piece(0, 32)
	if err != nil {
		return err
	}
	pages := binary.LittleEndian.Uint32(head[12:])
	if string(head[:4]) != "RpmP" || pages == 0 || pages > 2048 {
		return errNDB
	}
	slots, err := db.piece(32, int(pages)*pageSize-32)
	if err != nil {
		return err
	}
	for s := slots; len(s) >= slotSize; s = s[slotSize:] {
		if string(s[:4]) != "Slot" {
			return errNDB
		}
		if binary.LittleEndian.Uint32(s[4:]) == 0 {
			continue // free
		}
		record, err := db.ndbRecord(int64(binary.LittleEndian.Uint32(s[8:]))*blockSize, s[4:8])
		if err != nil {
			return err
		}
		if err := use(record); err != nil {
			return err
		}
	}
	return nil
}

// ndbRecord reads the blob that starts at an offset and belongs to a package.
func (db *rpmDatabase) ndbRecord(at int64, pkg []byte) ([]byte, error) {
	head, err := db.piece(at, 16)
	if err != nil {
		return nil, err
	}
	size := binary.LittleEndian.Uint32(head[12:])
	switch {
	case string(head[:4]) != "BlbS" || string(head[4:8]) != string(pkg):
		return nil, errNDB
	case size > maxRecord || int64(size) > db.Size:
		return nil, errRecord
	}
	return db.piece(at+16, int(size))
}
