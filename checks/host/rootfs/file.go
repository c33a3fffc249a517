package rootfs

import (
	"bytes"
	"io"
	"io/fs"
	"syscall"
)

var (
	_ fs.ReadFileFS = (*FS)(nil)
	_ fs.ReadDirFS  = (*FS)(nil)
)

// Open serves io/fs: a regular file with its content, up to Limit, already
// read, or a directory.
func (f *FS) Open(name string) (fs.File, error) {
	info, err := f.Stat(name)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return &openDir{fs: f, name: name, info: info}, nil
	}
	b, err := f.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return openFile{bytes.NewReader(b), info}, nil
}

type openFile struct {
	*bytes.Reader
	info Info
}

func (o openFile) Stat() (fs.FileInfo, error) { return o.info, nil }
func (o openFile) Close() error               { return nil }

type openDir struct {
	fs     *FS
	name   string
	info   Info
	rest   []fs.DirEntry
	listed bool
}

func (o *openDir) Stat() (fs.FileInfo, error) { return o.info, nil }
func (o *openDir) Close() error               { return nil }

func (o *openDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: o.name, Err: syscall.EISDIR}
}

func (o *openDir) ReadDir(n int) (out []fs.DirEntry, err error) {
	if !o.listed {
		if o.rest, err = o.fs.ReadDir(o.name); err != nil {
			return nil, err
		}
		o.listed = true
	}
	if n <= 0 {
		n = len(o.rest)
	} else if len(o.rest) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(o.rest))
	out, o.rest = o.rest[:n], o.rest[n:]
	return out, nil
}
