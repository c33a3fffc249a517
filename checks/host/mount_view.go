package host

import "bytes"

// mountViews are the mounts as this process sees them, and as process 1 does.
type mountViews struct{ own, first mountView }

type mountView struct {
	text  []byte
	err   error // of reading it
	table mountTable
	odd   error // of what it says
	root  mountLine
	has   bool // a root
}

// readViews reads both once, for two facts: where containers run, each adds a
// mount, and the kernel takes its time for every line.
func (h *Host) readViews() mountViews {
	v := mountViews{h.mountsOf("self"), h.mountsOf("1")}
	v.first.parse()
	if v.own.root, v.own.has = v.first.root, v.first.has; !v.own.has || !bytes.Equal(v.own.text, v.first.text) {
		v.own.parse()
	}
	v.own.text, v.first.text = nil, nil
	return v
}

func (h *Host) mountsOf(process string) (v mountView) {
	v.table.file = "/proc/" + process + "/mountinfo"
	v.text, v.err = h.root.ReadFile(v.table.file)
	return v
}

func (v *mountView) parse() {
	v.table.lines, v.odd = parseMountinfo(v.table.file, v.text)
	v.root, v.has = v.table.holding("/")
}

// sameRoot compares what is mounted at / in the two views.
func (v mountViews) sameRoot() bool {
	return v.own.has && v.first.has && v.own.root.dev == v.first.root.dev && v.own.root.root == v.first.root.root
}
