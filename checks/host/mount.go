package host

import (
	"context"
	"fmt"
	"path"

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
	resolved, rest, err := h.nearest(asked)
	if err != nil {
		return m, err
	}
	if rest != "" {
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
	m.MountPoint, m.IsMountPoint = &line.point, rest == "" && line.point == resolved
	m.Device, m.FSType, m.Options = &line.device, &line.fsType, &line.options
	return m, nil
}

// nearest resolves a path as far as it exists; rest is what does not, "" when
// all of it does.
func (h *Host) nearest(asked string) (resolved, rest string, err error) {
	for at := path.Clean(asked); ; at = path.Dir(at) {
		info, err := h.root.Stat(at)
		switch {
		case err == nil:
			return info.Resolved, rest, nil
		case !isAbsent(err) || at == "/":
			return "", "", err
		}
		rest = path.Join(path.Base(at), rest)
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
	case !isAbsent(firstErr):
		return mountTable{}, firstErr
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
