package main

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// lock holds a file until the returned function is called, so that a slow audit
// and the next one from cron do not run at once. An empty path holds nothing.
func lock(path string) (func(), error) {
	if path == "" {
		return func() {}, nil
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|unix.O_NOFOLLOW, 0o600)
	if err != nil {
		return nil, fmt.Errorf("--lock: %w", err)
	}
	err = unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	switch {
	case errors.Is(err, unix.EWOULDBLOCK):
		f.Close()
		return nil, fmt.Errorf("another audit holds %s; nothing was done", path)
	case err != nil:
		f.Close()
		return nil, fmt.Errorf("--lock %s: %w", path, err)
	}
	return func() { f.Close() }, nil
}
