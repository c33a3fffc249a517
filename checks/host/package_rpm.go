package host

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"

	"scantling/checks/host/rootfs"
)

// rpmDirs is where the database lies; on most machines one is a link to the other.
var rpmDirs = [...]string{"/usr/lib/sysimage/rpm", "/var/lib/rpm"}

// An rpmFormat is a file of the database and how its records are found: each is
// the header of one package.
type rpmFormat struct {
	file string
	each func(*rpmDatabase, func(record []byte) error) error
}

func rpmFormats() []rpmFormat {
	return []rpmFormat{
		{"rpmdb.sqlite", eachSQLite}, // since rpm 4.16
		{"Packages.db", eachNDB},     // SUSE
		{"Packages", eachBDB},        // until RHEL 8
	}
}

// An rpmDatabase is an open file of the database, with SQLite's log beside it.
type rpmDatabase struct {
	*rootfs.Database
	log  *rootfs.Database // nil where there is none
	left int64            // bytes that may still be read: no record is asked for twice
}

func rpmFiles() []string {
	var out []string
	for _, dir := range rpmDirs {
		for _, f := range rpmFormats() {
			out = append(out, path.Join(dir, f.file))
		}
	}
	return out
}

// readRpm reads the first database there is.
func (h *Host) readRpm(ctx context.Context) ([]installed, []string, error) {
	for _, dir := range rpmDirs {
		for _, format := range rpmFormats() {
			file := path.Join(dir, format.file)
			all, err := h.readRpmFile(ctx, file, format)
			if isAbsent(err) {
				continue
			}
			return all, []string{file}, err
		}
	}
	return nil, nil, nil
}

func (h *Host) readRpmFile(ctx context.Context, file string, format rpmFormat) ([]installed, error) {
	main, err := h.root.OpenDatabase(file)
	if err != nil {
		return nil, err
	}
	defer main.Close()
	db := &rpmDatabase{Database: main, left: 4*main.Size + 1<<20}
	switch log, err := h.root.OpenDatabase(file + "-wal"); {
	case err == nil:
		defer log.Close()
		db.log, db.left = log, db.left+4*log.Size
	case !isAbsent(err):
		return nil, err
	}
	var out []installed
	err = format.each(db, func(record []byte) error {
		i, err := parseRpmHeader(record)
		i.origin = fmt.Sprintf("%s, record %d", file, len(out)+1)
		out = append(out, i)
		return errors.Join(err, ctx.Err())
	})
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		return out, fmt.Errorf("%s: %w", file, err)
	}
	return out, nil
}

// maxRecord bounds the header of one package, which names all its files.
const maxRecord = 64 << 20

var errRecord = errors.New("a record is larger than 64 MiB")

// piece reads n bytes at an offset.
func (db *rpmDatabase) piece(off int64, n int) ([]byte, error) {
	return db.pieceOf(db.Database, off, n)
}

var errCircle = errors.New("its records lead in a circle")

func (db *rpmDatabase) pieceOf(file *rootfs.Database, off int64, n int) ([]byte, error) {
	if db.left -= int64(n); db.left < 0 {
		return nil, errCircle
	}
	b := make([]byte, n)
	got, err := file.ReadAt(b, off)
	if got == n {
		err = nil // io.ReaderAt may say io.EOF with the last byte
	}
	return b, err
}
