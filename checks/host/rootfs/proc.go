package rootfs

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// Proc is the kernel's table of processes, below /proc of the running machine.
// An audit reads thousands of its files, each of a few lines: what os.File adds
// to opening, reading and closing is a good part of the cost.
func Proc() fs.FS { return proc{os.DirFS("/proc")} }

type proc struct{ fs.FS }

// ReadFile is what fs.ReadFile looks for.
func (p proc) ReadFile(name string) ([]byte, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	fd, err := unix.Open("/proc/"+name, unix.O_RDONLY|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	f := rawFile(fd)
	defer f.Close()
	var room [2048]byte // status, the longest that is read often, has 1,500
	b := room[:0]
	for {
		n, err := f.Read(b[len(b):cap(b)])
		switch b = b[:len(b)+n]; {
		case errors.Is(err, io.EOF):
			return bytes.Clone(b), nil
		case err != nil:
			return nil, &fs.PathError{Op: "read", Path: name, Err: err}
		case len(b) > Limit:
			return nil, &fs.PathError{Op: "read", Path: name, Err: ErrTooLarge}
		case len(b) == cap(b):
			b = append(b, 0)[:len(b)]
		}
	}
}
