package rootfs

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"syscall"

	"golang.org/x/sys/unix"
)

// read returns the whole content. Files of /proc say size 0 and hold more, so
// the size is only a reason to refuse early.
func (d disk) read() ([]byte, error) {
	switch info, err := d.stat(); {
	case err != nil:
		return nil, err
	case info.Type != "file":
		return nil, fmt.Errorf("a %s, %w", info.Type, ErrNotRegular)
	case info.Size() > Limit:
		return nil, ErrTooLarge
	}
	fd, err := d.reopen(0)
	if err != nil {
		return nil, err
	}
	defer unix.Close(fd)
	return readAll(rawReader(fd))
}

func readAll(r io.Reader) ([]byte, error) {
	var b bytes.Buffer
	switch n, err := b.ReadFrom(io.LimitReader(r, Limit+1)); {
	case err != nil:
		return nil, err
	case n > Limit:
		return nil, ErrTooLarge
	}
	return b.Bytes(), nil
}

// A rawReader never waits, unlike os.File: /proc/kmsg is a regular file by its
// mode and blocks all the same.
type rawReader int

func (r rawReader) Read(p []byte) (int, error) {
	for {
		switch n, err := unix.Read(int(r), p); {
		case errors.Is(err, syscall.EINTR):
		case errors.Is(err, syscall.EAGAIN):
			return 0, ErrWouldBlock
		case err != nil:
			return 0, err
		case n == 0:
			return 0, io.EOF
		default:
			return n, nil
		}
	}
}

// listingError is what is wrong with a listing that ended with err.
func listingError(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}
