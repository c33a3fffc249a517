package host

import (
	"encoding/binary"

	"scantling/checks/host/rootfs"
)

// readWAL says which pages SQLite's write-ahead log has newer, and where in it.
// Frames count up to the last that ends a transaction; one whose salt or sum does
// not fit is left over from before the log was started anew.
func readWAL(log *rootfs.Database, pageSize int) (map[uint32]int64, error) {
	if log == nil || log.Size < 32 {
		return nil, nil
	}
	head := make([]byte, 32)
	if _, err := log.ReadAt(head, 0); err != nil {
		return nil, err
	}
	magic := binary.BigEndian.Uint32(head)
	if magic&^1 != 0x377f0682 || int(binary.BigEndian.Uint32(head[8:])) != pageSize {
		return nil, errSQLite
	}
	sum := walSum{order: binary.LittleEndian}
	if magic&1 == 1 {
		sum.order = binary.BigEndian
	}
	if sum.add(head[:24]); !sum.is(head[24:]) {
		return nil, nil // SQLite ignores such a log
	}
	return walFrames(log, pageSize, head[16:24], sum)
}

func walFrames(log *rootfs.Database, pageSize int, salt []byte, sum walSum) (map[uint32]int64, error) {
	committed, open := map[uint32]int64{}, map[uint32]int64{}
	frame := make([]byte, 24+pageSize)
	for at := int64(32); at+int64(len(frame)) <= log.Size; at += int64(len(frame)) {
		if _, err := log.ReadAt(frame, at); err != nil {
			return nil, err
		}
		sum.add(frame[:8])
		sum.add(frame[24:])
		if string(frame[8:16]) != string(salt) || !sum.is(frame[16:]) {
			break
		}
		open[binary.BigEndian.Uint32(frame)] = at + 24
		if binary.BigEndian.Uint32(frame[4:]) != 0 { // the size of the file after a commit
			for page, at := range open {
				committed[page] = at
			}
			clear(open)
		}
	}
	return committed, nil
}

// walSum is the running check sum of chapter 4.2.
type walSum struct {
	order binary.ByteOrder
	a, b  uint32
}

func (s *walSum) add(b []byte) {
	for ; len(b) >= 8; b = b[8:] {
		s.a += s.order.Uint32(b) + s.b
		s.b += s.order.Uint32(b[4:]) + s.a
	}
}

func (s *walSum) is(b []byte) bool {
	return binary.BigEndian.Uint32(b) == s.a && binary.BigEndian.Uint32(b[4:]) == s.b
}
