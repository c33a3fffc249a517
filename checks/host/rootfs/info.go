package rootfs

import (
	"fmt"
	"io/fs"
	"time"
)

// Info describes a file. UID and GID are numbers of the audited machine.
type Info struct {
	fs.FileInfo
	UID, GID uint32
	Resolved string // absolute inside the root, free of links
	Type     string // file, directory, socket, fifo, device or symlink
}

// Octal is the permission bits as people write them: "0644", and "4755" with
// setuid, setgid or sticky bit.
func (i Info) Octal() string {
	m := i.Mode()
	special := 0
	for bit, set := range map[int]bool{4: m&fs.ModeSetuid != 0, 2: m&fs.ModeSetgid != 0, 1: m&fs.ModeSticky != 0} {
		if set {
			special += bit
		}
	}
	return fmt.Sprintf("%d%03o", special, m.Perm())
}

func typeName(m fs.FileMode) string {
	switch {
	case m.IsRegular():
		return "file"
	case m.IsDir():
		return "directory"
	case m&fs.ModeSymlink != 0:
		return "symlink"
	case m&fs.ModeNamedPipe != 0:
		return "fifo"
	case m&fs.ModeSocket != 0:
		return "socket"
	}
	return "device"
}

// basicInfo is the part of Info that io/fs knows.
type basicInfo struct {
	name  string
	size  int64
	mode  fs.FileMode
	mtime time.Time
}

func (b basicInfo) Name() string       { return b.name }
func (b basicInfo) Size() int64        { return b.size }
func (b basicInfo) Mode() fs.FileMode  { return b.mode }
func (b basicInfo) ModTime() time.Time { return b.mtime }
func (b basicInfo) IsDir() bool        { return b.mode.IsDir() }
func (b basicInfo) Sys() any           { return nil }

// renamed shows a file under the name it was asked for by.
type renamed struct {
	fs.FileInfo
	name string
}

func (r renamed) Name() string { return r.name }
