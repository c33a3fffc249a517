package rootfs

import (
	"io/fs"
	"path"
)

// modes of stat(2) by the types that Info knows.
var typeBits = map[string]uint32{"file": 0o100000, "directory": 0o040000, "symlink": 0o120000, "socket": 0o140000, "fifo": 0o010000, "device": 0o020000}

// A recordedSweeper lists directories of a recorded machine.
type recordedSweeper struct {
	*Sweep
	queue *queue
	root  *recorded
}

func newRecordedSweeper(root *recorded) func(*Sweep, *queue) lister {
	return func(s *Sweep, q *queue) lister { return recordedSweeper{s, q, root} }
}

func (w recordedSweeper) close() {}

func (w recordedSweeper) list(d folder) {
	first := d.path == ""
	if first {
		d.path = w.Starts[d.start]
	}
	n, _, err := walk(w.root, d.path, false)
	if err == nil {
		if first {
			w.Visit(recordedEntry(folder{d.start, path.Dir(d.path)}, path.Base(d.path), n.(*recorded)))
		}
		err = w.entries(d, n.(*recorded))
	}
	if err != nil {
		w.Refused(d.path, &fs.PathError{Op: "list", Path: d.path, Err: err})
	}
}

func (w recordedSweeper) entries(d folder, r *recorded) error {
	list, err := r.list()
	w.Counted(len(list))
	for _, info := range list {
		c, full := r.children[info.Name()], path.Join(d.path, info.Name())
		if c.mode.IsDir() && w.Prune(full) {
			continue
		}
		w.Visit(recordedEntry(d, c.name, c))
		if c.mode.IsDir() {
			w.queue.push(folder{d.start, full})
		}
	}
	return err
}

func recordedEntry(d folder, name string, r *recorded) Entry {
	mode := typeBits[typeName(r.mode)] | uint32(r.mode.Perm())
	for bit, m := range map[uint32]fs.FileMode{0o4000: fs.ModeSetuid, 0o2000: fs.ModeSetgid, 0o1000: fs.ModeSticky} {
		if r.mode&m != 0 {
			mode |= bit
		}
	}
	return Entry{d.start, d.path, []byte(name), mode, r.uid, r.gid}
}
