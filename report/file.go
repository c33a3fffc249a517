package report

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/google/renameio/v2"
	"golang.org/x/sys/unix"
)

// WriteFile gives path the content that write produces, whole or not at all: a
// new file beside it, with the given permissions, is filled, synced and renamed.
// A symbolic link is replaced, not followed, so that nobody can have root write
// elsewhere. A device, a pipe or a socket is written to where it is.
func WriteFile(path string, perm os.FileMode, write func(io.Writer) error) error {
	if inPlace(path) {
		return writeInPlace(path, write)
	}
	f, err := renameio.NewPendingFile(path, renameio.WithTempDir(filepath.Dir(path)), renameio.WithStaticPermissions(perm))
	if err != nil {
		return notWritten(path, err)
	}
	defer f.Cleanup() // removes the new file unless it was renamed
	if err := write(f); err != nil {
		return notWritten(path, err)
	}
	if err := f.CloseAtomicallyReplace(); err != nil {
		return notWritten(path, err)
	}
	return nil
}

// inPlace reports what must not be replaced: /dev/full, a FIFO, and the links
// /dev/stdout and /proc/self/fd/1, whatever they lead to.
func inPlace(path string) bool {
	st, err := os.Lstat(path)
	if err != nil || st.Mode().IsRegular() || st.IsDir() {
		return false // the rename fails on a directory, and says so
	}
	if st.Mode().Type() != os.ModeSymlink {
		return true
	}
	return strings.HasPrefix(path, "/dev/") || strings.HasPrefix(path, "/proc/")
}

func writeInPlace(path string, write func(io.Writer) error) error {
	f, err := openInPlace(path)
	if err != nil {
		return notWritten(path, err)
	}
	if err := write(f); err != nil {
		f.Close()
		return notWritten(path, err)
	}
	if err := f.Close(); err != nil {
		return notWritten(path, err)
	}
	return nil
}

// patience is how long a FIFO may be without a reader. Opening it would
// otherwise wait for one for ever, deaf to signals.
const patience = 2 * time.Second

func openInPlace(path string) (*os.File, error) {
	for begin := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		f, err := os.OpenFile(path, os.O_WRONLY|unix.O_NONBLOCK, 0)
		if !errors.Is(err, unix.ENXIO) || time.Since(begin) > patience {
			return f, err
		}
	}
}

func notWritten(path string, err error) error {
	return fmt.Errorf("the report was not written to %s: %w", path, err)
}
