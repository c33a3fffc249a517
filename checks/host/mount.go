package host

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"scantling/checks/fact"
)

// MountFact is `mount(path)`.
var MountFact = fact.NewKeyed("mount", "path",
	"The mount that holds a path, from mountinfo; of a machine that is not running, from /etc/fstab and mount units.",
	fact.Files, readMount).Reading(planMount)

// A Mount is the nearest mount point at or above a path, links resolved. The
// mount's attributes are null when nothing declares one.
type Mount struct {
	Path         string
	MountPoint   *string
	IsMountPoint bool // the path itself is one
	Device       *string
	FSType       *string   `cty:"fs_type"`
	Options      *[]string // of the mount itself, not of the file system below it
}

func planMount(path string) []string {
	return []string{orWord(path, "PATH"), "/proc/1/mountinfo", "/proc/self/mountinfo", "/etc/fstab"}
}

func readMount(h *Host, ctx context.Context, asked string, n *fact.Notes) (Mount, error) {
	m := Mount{Path: asked}
	if err := absolute(asked); err != nil {
		return m, err
	}
	resolved, exists, err := h.nearest(asked)
	if err != nil {
		return m, err
	}
	if !exists {
		n.Remark("mount_point", asked+" does not exist; this is where it would be made, in "+resolved)
	}
	table, err := h.mounts.get(ctx, h.readMounts)
	if err != nil {
		return m, fmt.Errorf("mount %s: %w", asked, err)
	}
	n.From(table.file)
	if table.declared {
		table.lines = h.withMountUnits(table.lines, resolved, n)
	}
	line, found := table.holding(resolved)
	if !found {
		return m, nil
	}
	n.From(line.origin)
	m.MountPoint, m.IsMountPoint = &line.point, exists && line.point == resolved
	m.Device, m.FSType, m.Options = &line.device, &line.fsType, &line.options
	return m, nil
}

// nearest resolves a path, or the nearest directory above it that exists.
func (h *Host) nearest(asked string) (resolved string, exists bool, err error) {
	for at := path.Clean(asked); ; at = path.Dir(at) {
		info, err := h.root.Stat(at)
		switch {
		case err == nil:
			return info.Resolved, at == path.Clean(asked), nil
		case !isAbsent(err) || at == "/":
			return "", false, err
		}
	}
}

// readMounts prefers the view of process 1: an audit started in a sandbox sees
// mounts that others do not. Where process 1 has another root, as in a container
// that shares the host's processes, only the own view fits the paths.
func (h *Host) readMounts(context.Context) (mountTable, error) {
	own, ownErr := h.root.ReadFile("/proc/self/mountinfo")
	first, firstErr := h.root.ReadFile("/proc/1/mountinfo")
	switch {
	case firstErr == nil && (ownErr != nil || sameRoot(own, first)):
		return kernelMounts("/proc/1/mountinfo", first)
	case ownErr == nil:
		return kernelMounts("/proc/self/mountinfo", own)
	case h.root.Live() || !isAbsent(ownErr):
		return mountTable{}, ownErr
	}
	b, err := h.root.ReadFile("/etc/fstab")
	if isAbsent(err) {
		err = notRunning("no /etc/fstab declares the mounts")
	}
	return mountTable{"/etc/fstab", true, parseFstab("/etc/fstab", b)}, err
}

func kernelMounts(file string, b []byte) (mountTable, error) {
	lines, err := parseMountinfo(file, b)
	return mountTable{file, false, lines}, err
}

// sameRoot compares what is mounted at / in two views.
func sameRoot(a, b []byte) bool {
	ra, oka := rootOf(a)
	rb, okb := rootOf(b)
	return oka && okb && ra.dev == rb.dev && ra.root == rb.root
}

func rootOf(b []byte) (mountLine, bool) {
	table, err := kernelMounts("", b)
	line, found := table.holding("/")
	return line, err == nil && found
}

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
	if t.declared {
		return t.longest(path)
	}
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

// longest is for declared mounts, which are mounted parents first.
func (t mountTable) longest(path string) (best mountLine, found bool) {
	for _, l := range t.lines {
		if isWithin(path, l.point) && (!found || len(l.point) >= len(best.point)) {
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

// withMountUnits adds what mount units declare for the path and its parents.
func (h *Host) withMountUnits(lines []mountLine, at string, n *fact.Notes) []mountLine {
	lines = slices.Clone(lines)
	for dir := at; dir != "/"; dir = path.Dir(dir) {
		u, err := h.Unit(mountUnitName(dir))
		switch {
		case err != nil:
			n.Unknown("", err)
		case u.Exists && !u.Masked:
			lines = append(lines, mountOfUnit(u, dir))
		}
	}
	return lines
}

func mountOfUnit(u Unit, point string) mountLine {
	value := func(key string) (v string) {
		for _, s := range u.Settings(key) {
			v = s.Value
		}
		return v
	}
	return mountLine{
		origin: *u.FragmentPath, point: point, device: value("What"), fsType: or(value("Type"), "auto"),
		options: strings.Split(or(value("Options"), "defaults"), ","),
	}
}

// mountUnitName escapes a path as systemd.unit(5) says.
func mountUnitName(path string) string {
	var b strings.Builder
	for i, c := range []byte(strings.Trim(path, "/")) {
		switch {
		case c == '/':
			b.WriteByte('-')
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '_', c == ':', c == '.' && i > 0:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, `\x%02x`, c)
		}
	}
	return b.String() + ".mount"
}
