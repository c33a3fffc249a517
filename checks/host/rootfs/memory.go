package rootfs

import (
	"bytes"
	"cmp"
	"io/fs"
	"maps"
	"slices"
	"syscall"
	"time"
)

// A recorded node is a file of a machine written down as txtar.
type recorded struct {
	name     string
	mode     fs.FileMode
	uid, gid uint32
	data     []byte
	target   string // of a link
	size     int64
	entries  []string // of the ACL
	mtime    time.Time
	deny     bool // what the auditor of that machine was not allowed to read
	children map[string]*recorded
}

func (r *recorded) close() {}

func (r *recorded) child(name string) (node, error) {
	c, ok := r.children[name]
	switch {
	case !r.mode.IsDir():
		return nil, syscall.ENOTDIR
	case r.deny:
		return nil, syscall.EACCES
	case !ok:
		return nil, syscall.ENOENT
	}
	return c, nil
}

func (r *recorded) stat() (Info, error) {
	basic := basicInfo{r.name, r.size, r.mode, r.mtime}
	return Info{FileInfo: basic, UID: r.uid, GID: r.gid, Type: typeName(r.mode)}, nil
}

func (r *recorded) link() (string, error) {
	if r.mode&fs.ModeSymlink == 0 {
		return "", syscall.EINVAL
	}
	return r.target, nil
}

func (r *recorded) open() (content, error) {
	if r.deny {
		return nil, syscall.EACCES
	}
	return nopCloser{bytes.NewReader(r.data)}, nil
}

type nopCloser struct{ *bytes.Reader }

func (nopCloser) Close() error { return nil }

func (r *recorded) list() ([]Info, error) {
	switch {
	case !r.mode.IsDir():
		return nil, syscall.ENOTDIR
	case r.deny:
		return nil, syscall.EACCES
	}
	var out []Info
	for _, c := range slices.SortedFunc(maps.Values(r.children), byName) {
		info, _ := c.stat() // a recorded file has no way to fail
		out = append(out, info)
	}
	return out, nil
}

func (r *recorded) acl() ([]string, error) { return r.entries, nil }

func byName(a, b *recorded) int { return cmp.Compare(a.name, b.name) }
