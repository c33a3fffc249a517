package host

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"scantling/checks/fact"
)

// declaredHolding is the nearest mount point at or above a path that will be
// one after the next boot.
func (h *Host) declaredHolding(ctx context.Context, at string) (mountLine, bool, error) {
	return h.heldBy(ctx, at, 0)
}

func (h *Host) heldBy(ctx context.Context, at string, binds int) (mountLine, bool, error) {
	for dir := at; ; dir = path.Dir(dir) {
		line, found, err := h.declared(ctx, dir, binds)
		if found || err != nil || dir == "/" {
			return line, found, err
		}
	}
}

// declaredMount is what will be mounted at exactly this point at boot. A unit in
// /etc or /run comes before the one that systemd makes from fstab, and that one
// before a vendor's. A unit counts when a target asks for it, a line of fstab
// when it is not noauto. Drop-ins of the unit change also what fstab says.
func (h *Host) declaredMount(ctx context.Context, point string) (mountLine, bool, error) {
	return h.declared(ctx, point, 0)
}

func (h *Host) declared(ctx context.Context, point string, binds int) (mountLine, bool, error) {
	line, found, err := h.declaredLine(ctx, point)
	if found && err == nil {
		line.options, err = h.inherited(ctx, line, binds)
	}
	return line, found, err
}

func (h *Host) declaredLine(ctx context.Context, point string) (mountLine, bool, error) {
	fstab, err := h.fstab.get(ctx, h.readFstab)
	if err != nil {
		return mountLine{}, false, err
	}
	u, err := h.Unit(mountUnitName(point))
	if err != nil || u.Masked {
		return mountLine{}, false, err
	}
	line, listed := mountTable{lines: fstab}.declaredAt(point)
	wanted := listed
	if u.Exists && !listed {
		wanted, err = h.isWanted(ctx, u.Name)
	}
	switch {
	case err != nil || u.Exists && wanted && (isLocalUnit(u) || !listed):
		return mountOfUnit(u, point), wanted, err
	case listed:
		return withDropIns(line, u), true, nil
	}
	return h.ownMountOfSystemd(point)
}

// declaredAt takes the first line for a point: systemd-fstab-generator makes one
// unit of it and refuses the lines below for the same point, also when the first
// is noauto.
func (t mountTable) declaredAt(point string) (mountLine, bool) {
	i := slices.IndexFunc(t.lines, func(l mountLine) bool { return l.point == point })
	if i < 0 {
		return mountLine{}, false
	}
	l := t.lines[i]
	return l, !slices.Contains(l.options, "noauto") || slices.Contains(l.options, "x-systemd.automount")
}

// isLocalUnit tells a unit that somebody wrote for this machine from one that
// came with a package or was made from fstab.
func isLocalUnit(u Unit) bool {
	dir := path.Dir(*u.FragmentPath)
	return strings.HasPrefix(dir, "/etc/") || dir == "/run/systemd/system" || dir == "/run/systemd/transient"
}

// isWanted looks for a link that makes systemd start the unit, or its automount.
func (h *Host) isWanted(ctx context.Context, name string) (bool, error) {
	links, err := h.unitLinks.get(ctx, h.readUnitLinks)
	automount := strings.TrimSuffix(name, ".mount") + ".automount"
	return len(links.pulling(name))+len(links.pulling(automount)) > 0, err
}

// ownMountOfSystemd is what process 1 mounts before it reads any file.
func (h *Host) ownMountOfSystemd(point string) (mountLine, bool, error) {
	var n fact.Notes
	if point != "/dev/shm" || !h.readSystemd(&n) {
		return mountLine{}, false, n.At("systemd", nil).Err
	}
	return mountLine{
		origin: "mounted by systemd itself", point: point, device: "tmpfs", fsType: "tmpfs",
		options: []string{"rw", "nosuid", "nodev"},
	}, true, nil
}

func mountOfUnit(u Unit, point string) mountLine {
	return mountLine{
		origin: *u.FragmentPath, point: point, device: deref(u.last("What")), fsType: or(deref(u.last("Type")), "auto"),
		options: effectiveOptions(strings.Split(or(deref(u.last("Options")), "defaults"), ",")),
	}
}

// withDropIns lets the options of a drop-in replace those of the line.
func withDropIns(line mountLine, u Unit) mountLine {
	line.options = effectiveOptions(line.options)
	for _, s := range u.Settings("Options") {
		if u.FragmentPath == nil || s.file != *u.FragmentPath {
			line.options, line.origin = effectiveOptions(strings.Split(s.Value, ",")), s.At(0)
		}
	}
	return line
}

// mountUnitName escapes a path as systemd.unit(5) says.
func mountUnitName(path string) string {
	if path == "/" {
		return "-.mount"
	}
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
