package host

import "strings"

// A mountTable is the mounts there are, or those that are declared.
type mountTable struct {
	file     string
	declared bool
	lines    []mountLine
}

type mountLine struct {
	origin         string
	id, parent     string // mountinfo only
	dev, root      string // mountinfo only
	point          string
	device, fsType string
	options        []string
}

// holding finds the mount that a path without links is on. It goes down as a
// lookup does: from each mount to the child that is met first, so that what a
// later mount covers is not found. Lines are in no order that would tell: after
// a switch of root, / comes behind /proc.
func (t mountTable) holding(path string) (mountLine, bool) {
	ids := map[string]bool{}
	for _, l := range t.lines {
		ids[l.id] = l.id != l.parent
	}
	at, found := t.next(path, func(l mountLine) bool { return !ids[l.parent] })
	for range t.lines {
		below, ok := t.next(path, func(l mountLine) bool { return l.parent == at.id && l.id != at.id })
		if !ok {
			break
		}
		at = below
	}
	return at, found
}

func (t mountTable) next(path string, candidate func(mountLine) bool) (best mountLine, found bool) {
	for _, l := range t.lines {
		if candidate(l) && isWithin(path, l.point) && (!found || len(l.point) <= len(best.point)) {
			best, found = l, true
		}
	}
	return best, found
}

// isWithin reports whether a clean path is dir or below it.
func isWithin(path, dir string) bool {
	rest, ok := strings.CutPrefix(path, strings.TrimSuffix(dir, "/"))
	return ok && (rest == "" || rest[0] == '/')
}
