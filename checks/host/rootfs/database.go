package rootfs

import (
	"io"
	"io/fs"
)

// DatabaseLimit is how large a file may be that is read at offsets only.
const DatabaseLimit = 256 << 20

// A Database is a large regular file, open to be read piece by piece.
type Database struct {
	io.ReaderAt
	Size int64

	content content
}

// Close gives the file back.
func (d *Database) Close() error { return d.content.Close() }

// OpenDatabase opens a regular file of up to DatabaseLimit, such as that of a
// package manager, so that it need not be held in memory.
func (f *FS) OpenDatabase(name string) (d *Database, err error) {
	err = f.with("open", name, true, func(n node, _ string) error {
		c, size, err := openRegular(n, DatabaseLimit)
		if err == nil {
			d = &Database{pathReader{c, name}, size, c}
		}
		return err
	})
	return d, err
}

// A pathReader puts the path into the errors of reads, except that of the end.
type pathReader struct {
	content
	name string
}

func (p pathReader) ReadAt(b []byte, off int64) (int, error) {
	n, err := p.content.ReadAt(b, off)
	if err != nil && err != io.EOF {
		err = &fs.PathError{Op: "read", Path: p.name, Err: err}
	}
	return n, err
}
