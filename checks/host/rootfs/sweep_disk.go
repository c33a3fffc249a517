package rootfs

import (
	"cmp"
	"encoding/binary"
	"errors"
	"io/fs"
	"path"
	"slices"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"
)

// A sweeper lists directories of this kernel's file systems for one worker.
type sweeper struct {
	*Sweep
	queue  *queue
	starts []int // descriptors of the starts; -1: not opened yet
	root   int   // descriptor of the audited root
	buf    []byte
	st     unix.Statx_t
}

const sweepBuffer = 64 << 10 // of directory entries: some thousand names at a time

func newSweeper(root int, s *Sweep, q *queue) *sweeper {
	return &sweeper{Sweep: s, queue: q, root: root, starts: slices.Repeat([]int{-1}, len(s.Starts)), buf: make([]byte, sweepBuffer)}
}

func (w *sweeper) close() {
	for _, fd := range w.starts {
		if fd >= 0 {
			_ = unix.Close(fd)
		}
	}
}

// list opens a directory and looks at what is in it.
func (w *sweeper) list(d folder) {
	first := d.path == ""
	if first {
		d.path = w.Starts[d.start]
	}
	fd, err := w.open(d)
	if err == nil {
		defer unix.Close(fd)
		if first {
			w.visitSelf(d, fd)
		}
		err = w.entries(d, fd)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) { // gone in the meantime
		w.Refused(d.path, &fs.PathError{Op: "list", Path: d.path, Err: err})
	}
}

// open follows no link. The way from the root to the start may cross mounts; the
// way from there may not.
func (w *sweeper) open(d folder) (int, error) {
	const links = unix.RESOLVE_NO_SYMLINKS | unix.RESOLVE_NO_MAGICLINKS
	start := w.Starts[d.start]
	if w.starts[d.start] < 0 {
		fd, err := openat2(w.root, relative("/", start), unix.O_PATH, links)
		if err != nil {
			return -1, err
		}
		w.starts[d.start] = fd
	}
	return openat2(w.starts[d.start], relative(start, d.path), 0, links|unix.RESOLVE_NO_XDEV|unix.RESOLVE_BENEATH)
}

func openat2(at int, name string, flags, resolve uint64) (int, error) {
	how := unix.OpenHow{Flags: flags | unix.O_DIRECTORY | unix.O_NOFOLLOW | unix.O_CLOEXEC, Resolve: resolve}
	fd, err := unix.Openat2(at, name, &how)
	if errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.EPERM) { // before Linux 5.6, or kept back by a sandbox
		return stepwise(at, name, int(flags))
	}
	return fd, err
}

func relative(base, name string) string {
	rest := name[min(len(base), len(name)):]
	for len(rest) > 0 && rest[0] == '/' {
		rest = rest[1:]
	}
	if rest == "" {
		return "."
	}
	return rest
}

// entries looks at each name of an open directory. The names stay in the
// kernel's buffer, where each ends with a zero byte, as the next call wants it.
func (w *sweeper) entries(d folder, fd int) error {
	files := 0
	defer func() { w.Counted(files) }()
	for {
		n, err := unix.Getdents(fd, w.buf)
		if errors.Is(err, unix.EINTR) {
			continue
		}
		if err != nil || n == 0 {
			return err
		}
		for rest := w.buf[:n]; len(rest) > nameAt; {
			length := int(binary.NativeEndian.Uint16(rest[16:]))
			if length <= nameAt || length > len(rest) {
				return syscall.EIO
			}
			if name := terminated(rest[nameAt:length]); !isDots(name) {
				files++
				w.look(d, fd, name, rest[18] == unix.DT_DIR)
			}
			rest = rest[length:]
		}
	}
}

// nameAt is where the name begins in a struct linux_dirent64 of getdents64(2):
// ino 8, off 8, reclen 2 and type 1 bytes come before it.
const nameAt = 19

func terminated(b []byte) []byte {
	for i, c := range b {
		if c == 0 {
			return b[:i]
		}
	}
	return b
}

func isDots(name []byte) bool {
	return len(name) == 0 || name[0] == '.' && (len(name) == 1 || len(name) == 2 && name[1] == '.')
}

func (w *sweeper) look(d folder, fd int, name []byte, isDir bool) {
	below := folder{start: d.start}
	if isDir {
		below.path = join(d.path, name)
		if w.Prune(below.path) {
			return // not even looked at: a dead network file system would keep us waiting
		}
	}
	switch err := statx(fd, name, &w.st); {
	case errors.Is(err, fs.ErrNotExist):
		return
	case err != nil:
		w.Refused(join(d.path, name), &fs.PathError{Op: "stat", Path: join(d.path, name), Err: err})
		return
	}
	w.Visit(Entry{d.start, d.path, name, uint32(w.st.Mode), w.st.Uid, w.st.Gid})
	if w.st.Mode&unix.S_IFMT == unix.S_IFDIR {
		below.path = cmp.Or(below.path, join(d.path, name)) // a file system may not tell types in listings
		w.queue.push(below)
	}
}

func join(dir string, name []byte) string {
	if dir == "/" {
		return "/" + string(name)
	}
	return dir + "/" + string(name)
}

func (w *sweeper) visitSelf(d folder, fd int) {
	var st unix.Stat_t
	if unix.Fstat(fd, &st) == nil {
		w.Visit(Entry{d.start, path.Dir(d.path), []byte(path.Base(d.path)), st.Mode, st.Uid, st.Gid})
	}
}

// statx is unix.Statx without making a string and a new array of every name:
// that would be most of what a pass over a million files allocates.
func statx(fd int, name []byte, st *unix.Statx_t) error {
	const flags = unix.AT_SYMLINK_NOFOLLOW | unix.AT_STATX_DONT_SYNC | unix.AT_NO_AUTOMOUNT
	const want = unix.STATX_TYPE | unix.STATX_MODE | unix.STATX_UID | unix.STATX_GID
	_, _, e := unix.Syscall6(unix.SYS_STATX, uintptr(fd), uintptr(unsafe.Pointer(unsafe.SliceData(name))), flags, want,
		uintptr(unsafe.Pointer(st)), 0)
	if e != 0 {
		return e
	}
	return nil
}

// diskTypes are the file systems on disks of this machine, and in its memory, by
// their magic numbers (statfs(2)).
var diskTypes = map[int64]string{
	unix.EXT4_SUPER_MAGIC: "ext", unix.XFS_SUPER_MAGIC: "xfs", unix.BTRFS_SUPER_MAGIC: "btrfs", unix.F2FS_SUPER_MAGIC: "f2fs",
	unix.MSDOS_SUPER_MAGIC: "vfat", unix.TMPFS_MAGIC: "tmpfs", unix.REISERFS_SUPER_MAGIC: "reiserfs", 0x2fc12fc1: "zfs",
	0x3153464a: "jfs", 0xca451a4e: "bcachefs",
}

// FSType names the file system that a directory is on when it is a local one
// that can be written: ext, xfs, btrfs, vfat, ...; "" for every other.
func (f *FS) FSType(name string) (typ string, err error) {
	err = f.with("statfs", name, true, func(n node, _ string) error {
		d, ok := n.(disk)
		if !ok {
			return nil // a recorded machine is one file system
		}
		var st unix.Statfs_t
		err := unix.Fstatfs(d.fd, &st)
		typ = diskTypes[int64(st.Type)]
		return err
	})
	return typ, err
}
