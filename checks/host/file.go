package host

import (
	"context"
	"fmt"
	"strings"
	"time"

	"scantling/checks/fact"
	"scantling/checks/host/rootfs"
)

// FileFact is `file(path)`.
var FileFact = fact.NewKeyed("file", "path",
	"Type, mode, owner and access list of a file, links followed; what it holds is not read.", fact.Files, readFile).
	Reading(func(path string) []string { return []string{orWord(path, "PATH"), "/etc/passwd", "/etc/group"} })

// A File is what a machine says about a path. Where nothing is, all but Path
// and Exists are null.
type File struct {
	Path     string
	Exists   bool
	Resolved *string // the path without links
	Type     *string // file, directory, socket, fifo, device; symlink when it leads nowhere
	Mode     *string // octal: "0644", "4755"
	UID      *uint32
	GID      *uint32
	Owner    *string // the name in the machine's /etc/passwd, else the number
	Group    *string
	ACL      *[]string // entries beyond owner, group and other: "user:1000:rw-"
	Size     *int64    // bytes
	Modified *time.Time
}

func readFile(h *Host, ctx context.Context, path string, n *fact.Notes) (File, error) {
	f := File{Path: path}
	if path == "" { // a setting that names no file; HCL asks also where the left of && is false
		n.Remark("exists", "no path is set")
		return f, nil
	}
	if err := absolute(path); err != nil {
		return f, err
	}
	n.From("stat " + path)
	info, err := h.root.Stat(path)
	switch {
	case isAbsent(err):
		return f, h.noteDangling(path, &f, n)
	case err != nil:
		return f, err
	}
	if info.Resolved != path {
		n.From("stat " + info.Resolved + ", to which " + path + " leads")
	}
	f.describe(info)
	h.nameOwners(ctx, &f, n)
	acl, err := h.root.ACL(path)
	if f.ACL = &acl; err != nil {
		n.Unknown("acl", err)
	}
	return f, nil
}

func (f *File) describe(i rootfs.Info) {
	mode, size, modified := i.Octal(), i.Size(), i.ModTime()
	f.Exists, f.Resolved, f.Type, f.Mode = true, &i.Resolved, &i.Type, &mode
	f.UID, f.GID, f.Size, f.Modified = &i.UID, &i.GID, &size, &modified
}

func (h *Host) nameOwners(ctx context.Context, f *File, n *fact.Notes) {
	a := h.names(ctx)
	owner, group := a.user(*f.UID), a.group(*f.GID)
	f.Owner, f.Group = &owner, &group
	noteUnknown(n, a.userErr(*f.UID), "owner")
	noteUnknown(n, a.groupErr(*f.GID), "group")
}

// noteDangling says when a path does not exist for want of a link's target.
func (h *Host) noteDangling(path string, f *File, n *fact.Notes) error {
	info, err := h.root.Lstat(path)
	if isAbsent(err) || err == nil && info.Type != "symlink" {
		return nil
	}
	target, linkErr := h.root.ReadLink(path)
	if err != nil || linkErr != nil {
		return fmt.Errorf("%s: changed while it was read", path)
	}
	f.Type = &info.Type
	n.Remark("exists", "a link to "+target+", where nothing is")
	return nil
}

func absolute(path string) error {
	if !strings.HasPrefix(path, "/") {
		return fmt.Errorf("path %q does not start with a slash", path)
	}
	return nil
}

func orWord(key, word string) string {
	if key == "" {
		return word
	}
	return key
}
