package pack

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/sys/unix"
)

// add writes one file and notes its size and hash.
func (w *writer) add(name string, write func(io.Writer) error) error {
	file := filepath.Join(w.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer f.Close() // again, after an error
	hash, size := sha256.New(), &counter{}
	out := bufio.NewWriterSize(io.MultiWriter(f, hash, size), 64<<10)
	if err := write(out); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	w.files = append(w.files, File{Path: name, Size: size.n, SHA256: hex.EncodeToString(hash.Sum(nil))})
	if err := f.Sync(); err != nil {
		return err
	}
	return f.Close()
}

func (w *writer) addText(name string, text []byte) error {
	return w.add(name, func(out io.Writer) error { _, err := out.Write(text); return err })
}

type counter struct{ n int64 }

func (c *counter) Write(b []byte) (int, error) {
	c.n += int64(len(b))
	return len(b), nil
}

// free makes the place of a foreign file below a folder: its own name, without
// what leads elsewhere or what a list of hashes cannot hold.
func (w *writer) free(folder, name string) string {
	var parts []string
	for _, part := range strings.Split(path.Clean("/"+filepath.ToSlash(name)), "/") {
		if part = plain(part); part != "" {
			parts = append(parts, part)
		}
	}
	base := path.Join(append([]string{folder}, parts...)...)
	at := base
	for n := 2; w.taken(at); n++ {
		at = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(base, path.Ext(base)), n, path.Ext(base))
	}
	return at
}

// taken takes names that differ in case only for one, as Windows does.
func (w *writer) taken(name string) bool {
	for _, f := range w.files {
		if strings.EqualFold(f.Path, name) {
			return true
		}
	}
	return false
}

// plain keeps what names of files may have everywhere.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '.', r == '-', r == '_':
			return r
		}
		return '_'
	}, s)
	return strings.TrimLeft(s[:min(len(s), 100)], ".")
}

// settle gives a finished file or folder its name, unless something has taken the
// name meanwhile.
func settle(from, to string) error {
	err := unix.Renameat2(unix.AT_FDCWD, from, unix.AT_FDCWD, to, unix.RENAME_NOREPLACE)
	if err == unix.EINVAL || err == unix.ENOSYS { // a file system that cannot promise it
		if err := Free(to); err != nil {
			return err
		}
		err = os.Rename(from, to)
	}
	if err != nil {
		return err
	}
	return syncDir(filepath.Dir(to))
}

// sync makes the names durable; the contents are.
func (w *writer) sync() error {
	return filepath.WalkDir(w.dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		return syncDir(name)
	})
}

func syncDir(name string) error {
	d, err := os.Open(name)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}
