package rootfs

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"syscall"

	"golang.org/x/sys/unix"
)

// A content is an open regular file.
type content interface {
	io.Reader
	io.ReaderAt
	io.Closer
}

// openRegular refuses what is no regular file before it is opened, and what is
// larger than the limit. Files of /proc say size 0 and hold more.
func openRegular(n node, limit int64) (content, int64, error) {
	info, err := n.stat()
	switch {
	case err != nil:
		return nil, 0, err
	case info.Type != "file":
		return nil, 0, fmt.Errorf("a %s, %w", info.Type, ErrNotRegular)
	case info.Size() > limit:
		return nil, 0, tooLarge(limit)
	}
	c, err := n.open()
	return c, info.Size(), err
}

func readWhole(n node) ([]byte, error) {
	c, _, err := openRegular(n, Limit)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	return readAll(c)
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

func tooLarge(limit int64) error {
	if limit == Limit {
		return ErrTooLarge
	}
	return fmt.Errorf("larger than %d MiB", limit>>20)
}

func (d disk) open() (content, error) {
	fd, err := d.reopen(0)
	return rawFile(fd), err
}

// A rawFile never waits, unlike os.File: /proc/kmsg is a regular file by its
// mode and blocks all the same.
type rawFile int

func (r rawFile) Read(p []byte) (int, error) {
	return again(p, func() (int, error) { return unix.Read(int(r), p) })
}

// ReadAt fills p or says why not.
func (r rawFile) ReadAt(p []byte, off int64) (n int, err error) {
	for n < len(p) && err == nil {
		var m int
		m, err = again(p[n:], func() (int, error) { return unix.Pread(int(r), p[n:], off+int64(n)) })
		n += m
	}
	return n, err
}

func (r rawFile) Close() error { return unix.Close(int(r)) }

// again repeats a read that a signal ended, and gives its outcomes the names
// that package io has for them.
func again(p []byte, read func() (int, error)) (int, error) {
	for {
		switch n, err := read(); {
		case errors.Is(err, syscall.EINTR):
		case errors.Is(err, syscall.EAGAIN):
			return 0, ErrWouldBlock
		case err != nil:
			return 0, err
		case n == 0 && len(p) > 0:
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
