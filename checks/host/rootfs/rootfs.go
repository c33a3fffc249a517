// Package rootfs is the file system being audited: the live one, a mounted
// root, or a machine recorded as txtar. Symbolic links are resolved inside it,
// also when they are absolute, so that a disk of another machine never leads to
// files of this one.
//
// Names are slash-separated, with or without a leading slash. Every error is a
// [fs.PathError]. Nothing but regular files and directories is ever opened: a
// FIFO would block and a device may act when opened.
package rootfs

import (
	"errors"
	"io/fs"
	"path"
	"strings"
)

// Limit is the size in bytes up to which ReadFile reads a file.
const Limit = 4 << 20

// maxEntries is how many names of one directory are listed at most.
const maxEntries = 200_000

// Reasons for which a file is refused.
var (
	ErrTooLarge   = errors.New("larger than 4 MiB, which is more than a configuration file should be")
	ErrNotRegular = errors.New("not a regular file")
	ErrManyNames  = errors.New("more than 200000 entries in one directory")
	ErrWouldBlock = errors.New("nothing to read without waiting")
)

// FS is a file system being audited. It may be used by several goroutines.
type FS struct {
	find    func(name string, follow bool) (node, string, error)
	live    bool
	sweeper func(*Sweep, *queue) lister // for one worker
	done    func()
	note    func(op, name string)
}

// Noting is the file system with every question told to note: stat, read, list,
// readlink or acl, and the name. Recordings of machines are made with it.
func (f *FS) Noting(note func(op, name string)) *FS {
	noting := *f
	noting.note = note
	return &noting
}

// Live reports whether this is the file system of the running machine, so that
// /proc and /sys tell about its kernel.
func (f *FS) Live() bool { return f.live }

// Close gives the root directory back. Later calls on f fail.
func (f *FS) Close() error {
	f.done()
	return nil
}

// Stat describes a file, following links inside the root.
func (f *FS) Stat(name string) (Info, error) { return f.stat(name, true) }

// Lstat describes a file without following a link in the last step.
func (f *FS) Lstat(name string) (Info, error) { return f.stat(name, false) }

func (f *FS) stat(name string, follow bool) (info Info, err error) {
	err = f.with("stat", name, follow, func(n node, resolved string) error {
		info, err = n.stat()
		info.Resolved = resolved
		info.FileInfo = renamed{info.FileInfo, path.Base(path.Clean("/" + name))}
		return err
	})
	return info, err
}

// ReadFile returns what a regular file holds. A file above Limit is refused
// whole (ErrTooLarge), everything that is not a regular file before it is
// opened (ErrNotRegular).
func (f *FS) ReadFile(name string) (b []byte, err error) {
	err = f.with("read", name, true, func(n node, _ string) error {
		b, err = readWhole(n)
		return err
	})
	return b, err
}

// ReadDir lists a directory, sorted by name.
func (f *FS) ReadDir(name string) (out []fs.DirEntry, err error) {
	list, err := f.List(name)
	for _, info := range list {
		out = append(out, fs.FileInfoToDirEntry(info))
	}
	return out, err
}

// List describes what a directory holds, sorted by name, links not followed.
func (f *FS) List(name string) (out []Info, err error) {
	err = f.with("list", name, true, func(n node, resolved string) error {
		out, err = n.list()
		for i := range out {
			out[i].Resolved = path.Join(resolved, out[i].Name())
		}
		return err
	})
	return out, err
}

// ReadLink returns what a symbolic link says, as it is written there.
func (f *FS) ReadLink(name string) (target string, err error) {
	err = f.with("readlink", name, false, func(n node, _ string) error {
		target, err = n.link()
		return err
	})
	return target, err
}

// ACL returns the entries of the POSIX access ACL that go beyond owner, group
// and other, such as "user:1000:rw-" and "mask::rw-"; none is nil.
func (f *FS) ACL(name string) (entries []string, err error) {
	err = f.with("acl", name, true, func(n node, _ string) error {
		entries, err = n.acl()
		return err
	})
	return entries, err
}

// with finds a file, hands it to use and puts the path into every error.
func (f *FS) with(op, name string, follow bool, use func(node, string) error) error {
	if f.note != nil {
		f.note(op, name)
	}
	n, resolved, err := f.find(name, follow)
	if err == nil {
		defer n.close()
		err = use(n, resolved)
	}
	if err != nil {
		return &fs.PathError{Op: op, Path: "/" + strings.TrimLeft(name, "/"), Err: err}
	}
	return nil
}
