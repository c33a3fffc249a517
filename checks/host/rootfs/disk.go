package rootfs

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// Open returns the file system below dir: "/" is the live system, everything
// else a mounted root, of which nothing but files is known.
func Open(dir string) (*FS, error) {
	if _, err := os.Lstat("/proc/self/fd"); err != nil {
		return nil, fmt.Errorf("open root %s: /proc is needed to read files safely: %w", dir, err)
	}
	fd, err := unix.Open(dir, unix.O_PATH|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, &fs.PathError{Op: "open root", Path: dir, Err: err}
	}
	root := disk{fd: fd, root: true}
	done := func() { _ = unix.Close(fd) }
	sweeper := func(s *Sweep, q *queue) lister { return newSweeper(fd, s, q) }
	if isLiveRoot(fd) {
		return &FS{find: findLive, live: true, sweeper: sweeper, done: done}, nil
	}
	find := func(name string, follow bool) (node, string, error) { return walk(root, name, follow) }
	return &FS{find: find, sweeper: sweeper, done: done}, nil
}

// isLiveRoot also knows "/." and links to the root. A bind mount of it, such as
// /host in a container, is another mount and thus a mounted root.
func isLiveRoot(fd int) bool {
	path, err := os.Readlink(procPath(fd))
	return err == nil && path == "/"
}

// findLive lets the kernel resolve the name: only it can follow what is no text,
// such as /proc/PID/root into the root of a container.
func findLive(name string, follow bool) (node, string, error) {
	flags := unix.O_PATH | unix.O_CLOEXEC
	if !follow {
		flags |= unix.O_NOFOLLOW
	}
	name = "/" + strings.Join(split(name), "/")
	fd, err := unix.Open(name, flags, 0)
	if err != nil {
		return nil, "", err
	}
	return disk{fd: fd}, resolvedName(fd, name), nil
}

// resolvedName is the kernel's name of an open file, when that name still leads
// to it from here; else, as for files of another mount namespace, the name asked.
func resolvedName(fd int, asked string) string {
	var want, got unix.Stat_t
	name, err := os.Readlink(procPath(fd))
	if err != nil || unix.Fstat(fd, &want) != nil || unix.Lstat(name, &got) != nil ||
		want.Dev != got.Dev || want.Ino != got.Ino {
		return asked
	}
	return name
}

// A disk node is a file of this kernel, held by a descriptor that can only
// point (O_PATH): making one neither opens a device nor waits for a FIFO.
type disk struct {
	fd   int
	root bool // belongs to the FS
}

func (d disk) close() {
	if !d.root {
		_ = unix.Close(d.fd)
	}
}

func (d disk) child(name string) (node, error) {
	fd, err := unix.Openat(d.fd, name, unix.O_PATH|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0)
	if err == nil && d.root && isKernels(fd) {
		_ = unix.Close(fd)
		err = syscall.ENOENT
	}
	return disk{fd: fd}, err
}

// isKernels knows /proc and /sys where somebody mounted them below a root that
// is not running: they tell about the kernel of this machine, not of that root's.
func isKernels(fd int) bool {
	var st unix.Statfs_t
	err := unix.Fstatfs(fd, &st)
	return err == nil && (st.Type == unix.PROC_SUPER_MAGIC || st.Type == unix.SYSFS_MAGIC)
}

func (d disk) stat() (Info, error) {
	var st unix.Stat_t
	err := unix.Fstat(d.fd, &st)
	return infoOf("", st), err
}

func (d disk) link() (string, error) {
	buf := make([]byte, unix.PathMax)
	n, err := unix.Readlinkat(d.fd, "", buf)
	if errors.Is(err, syscall.ENOENT) { // what an empty name means for other files
		err = syscall.EINVAL
	}
	return string(buf[:max(n, 0)]), err
}

func (d disk) list() ([]Info, error) {
	fd, err := d.reopen(unix.O_DIRECTORY)
	if err != nil {
		return nil, err
	}
	dir := os.NewFile(uintptr(fd), "")
	defer dir.Close()
	names, err := dir.Readdirnames(maxEntries + 1)
	if len(names) > maxEntries {
		return nil, ErrManyNames
	}
	out := make([]Info, 0, len(names))
	for _, name := range names {
		var st unix.Stat_t
		switch err := unix.Fstatat(fd, name, &st, unix.AT_SYMLINK_NOFOLLOW); {
		case err == nil:
			out = append(out, infoOf(name, st))
		case !errors.Is(err, fs.ErrNotExist): // gone in the meantime
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	slices.SortFunc(out, func(a, b Info) int { return cmp.Compare(a.Name(), b.Name()) })
	return out, listingError(err)
}

// reopen opens the very file that the descriptor points to.
func (d disk) reopen(flags int) (int, error) {
	return unix.Open(procPath(d.fd), unix.O_RDONLY|unix.O_NONBLOCK|unix.O_NOCTTY|unix.O_CLOEXEC|flags, 0)
}

func procPath(fd int) string { return "/proc/self/fd/" + strconv.Itoa(fd) }

func infoOf(name string, st unix.Stat_t) Info {
	mode := fileMode(st.Mode)
	basic := basicInfo{name, st.Size, mode, time.Unix(st.Mtim.Unix())}
	return Info{FileInfo: basic, UID: st.Uid, GID: st.Gid, Type: typeName(mode)}
}

func fileMode(m uint32) fs.FileMode {
	mode := fs.FileMode(m & 0o777)
	switch m & unix.S_IFMT {
	case unix.S_IFDIR:
		mode |= fs.ModeDir
	case unix.S_IFLNK:
		mode |= fs.ModeSymlink
	case unix.S_IFIFO:
		mode |= fs.ModeNamedPipe
	case unix.S_IFSOCK:
		mode |= fs.ModeSocket
	case unix.S_IFBLK:
		mode |= fs.ModeDevice
	case unix.S_IFCHR:
		mode |= fs.ModeDevice | fs.ModeCharDevice
	}
	return mode | special(m)
}

func special(m uint32) (mode fs.FileMode) {
	if m&unix.S_ISUID != 0 {
		mode |= fs.ModeSetuid
	}
	if m&unix.S_ISGID != 0 {
		mode |= fs.ModeSetgid
	}
	if m&unix.S_ISVTX != 0 {
		mode |= fs.ModeSticky
	}
	return mode
}
