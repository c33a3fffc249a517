package host

import (
	"context"
	"fmt"
	"path"

	"scantling/checks/fact"
)

// MountFact is `mount(path)`.
var MountFact = fact.NewKeyed("mount", "path",
	"The mount that holds a path, from mountinfo, and what fstab and mount units will mount at exactly this path at boot.",
	fact.Files, readMount).Reading(planMount)

// A Mount is the nearest mount point at or above a path, links resolved. The
// mount's attributes are null when nothing declares one. Of a machine that is
// not running, MountPoint, IsMountPoint, Device and FSType are as declared.
type Mount struct {
	Path             string
	MountPoint       *string
	IsMountPoint     bool // the path itself is one
	Device           *string
	FSType           *string   `cty:"fs_type"`
	Options          *[]string // in force, of the mount itself, not of the file system below it
	Mounted          bool      // the path itself is a mount point now
	Persisted        bool      // it will be one after the next boot
	PersistedOptions *[]string // that it will have; null when it will be none
	PersistedBy      *string   // the line of fstab or the unit that says so
}

func planMount(path string) []string {
	return append([]string{orWord(path, "PATH"), "/proc/1/mountinfo", "/proc/self/mountinfo", fstabFile}, systemUnitDirs()...)
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
	h.notePersisted(ctx, resolved, rest, &m, n)
	table, err := h.mounts.get(ctx, h.readMounts)
	if err != nil {
		return m, fmt.Errorf("mount %s: %w", asked, err)
	}
	n.From(table.file)
	line, found := table.holding(resolved)
	if table.declared { // the disk of a machine need not have the directory: systemd makes it
		resolved, rest = path.Join(resolved, rest), ""
		line, found, err = h.declaredHolding(ctx, resolved)
		n.Unknown("mounted", notRunning("the mounts"))
		n.Unknown("options", notRunning("the mounts"))
	}
	if err != nil || !found {
		return m, err
	}
	n.From(line.origin)
	m.MountPoint, m.IsMountPoint = &line.point, rest == "" && line.point == resolved
	options := shownOptions(line.options)
	m.Device, m.FSType, m.Options = &line.device, &line.fsType, &options
	m.Mounted = m.IsMountPoint
	h.noteOddities(line, m, n)
	return m, nil
}

func (h *Host) notePersisted(ctx context.Context, resolved, rest string, m *Mount, n *fact.Notes) {
	line, found, err := h.declaredMount(ctx, path.Join(resolved, rest))
	for _, attr := range []string{"persisted", "persisted_options", "persisted_by"} {
		n.Origin(attr, or(line.origin, "neither "+fstabFile+" nor a mount unit declares it"))
		if err != nil {
			n.Unknown(attr, err)
		}
	}
	if found {
		options := shownOptions(line.options)
		m.Persisted, m.PersistedOptions, m.PersistedBy = true, &options, &line.origin
	}
}

// noteOddities knows file systems that are not what they seem: an automount that
// nobody has used yet, and ZFS, which keeps mount points and options in the pool.
func (h *Host) noteOddities(line mountLine, m Mount, n *fact.Notes) {
	if line.fsType == "autofs" {
		n.Unknown("options", &fact.Unavailable{Why: line.point + " is mounted when it is used, and is not yet", Remedy: "list " + line.point + " once"})
	}
	if line.fsType == "zfs" && m.IsMountPoint && !m.Persisted {
		why := &fact.Unavailable{Why: "ZFS keeps mount points and options in its pool", Remedy: "look with zfs get all " + line.device}
		for _, attr := range []string{"persisted", "persisted_options", "persisted_by"} {
			n.Unknown(attr, why)
		}
	}
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
func (h *Host) readMounts(ctx context.Context) (mountTable, error) {
	v := h.mountViews()
	switch own, first := v.own, v.first; {
	case first.err == nil && (own.err != nil || v.sameRoot()):
		return first.table, first.odd
	case own.err == nil:
		return own.table, own.odd
	case h.root.Live() || !isAbsent(own.err):
		return mountTable{}, own.err
	case !isAbsent(first.err):
		return mountTable{}, first.err
	}
	lines, err := h.fstab.get(ctx, h.readFstab)
	if err == nil && lines == nil {
		err = notRunning("no /etc/fstab declares the mounts")
	}
	return mountTable{fstabFile, true, lines}, err
}

const fstabFile = "/etc/fstab"

// readFstab gives nil where there is no file.
func (h *Host) readFstab(context.Context) ([]mountLine, error) {
	b, found, err := h.readOptional(fstabFile)
	if !found {
		return nil, err
	}
	return append([]mountLine{}, parseFstab(fstabFile, b)...), nil
}
