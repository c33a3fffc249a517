package host

import (
	"context"
	"fmt"

	"scantling/checks/fact"
	"scantling/checks/host/rootfs"
)

// FilesFact is `files(pattern)`.
var FilesFact = fact.NewKeyed("files", "path or pattern",
	"What a path, or a shell pattern such as /etc/cron.d/*, names: type, mode, owner and access list of each, links followed.",
	fact.Files, readFiles).
	Reading(func(pattern string) []string { return []string{orWord(pattern, "PATH"), "/etc/passwd", "/etc/group"} })

// Files is what a path or pattern names. A pattern names no directories, unless
// it ends with a slash: then it names nothing else.
type Files struct {
	Pattern string
	Exists  bool // at least one
	Found   []FoundFile
}

// A FoundFile has the attributes of what its name leads to.
type FoundFile struct {
	Path     string
	Resolved string // the path without links
	Type     string // file, directory, socket, fifo or device
	Mode     string // octal: "0644"
	UID      uint32
	GID      uint32
	Owner    string // the name in the machine's /etc/passwd, else the number
	Group    string
	ACL      []ACLGrant // what the access list grants to further accounts
	Access   string     // in words: "mode 0640, root:shadow, user:kim:r--"
	Size     int64      // bytes
}

func readFiles(h *Host, ctx context.Context, pattern string, n *fact.Notes) (Files, error) {
	out := Files{Pattern: pattern}
	if err := absolute(pattern); err != nil {
		return out, err
	}
	n.From("stat " + pattern)
	names, err := h.expand(pattern)
	if err != nil {
		return out, fmt.Errorf("%s: %w", pattern, err)
	}
	owners := h.names(ctx)
	for _, name := range names {
		info, err := h.root.Stat(name)
		switch {
		case isAbsent(err):
			h.remarkDangling(name, n)
		case err != nil:
			return out, err
		case fits(pattern, info):
			at := fmt.Sprintf("found[%d]", len(out.Found))
			out.Found = append(out.Found, h.found(name, info, owners, at, n))
		}
	}
	out.Exists = len(out.Found) > 0
	return out, ctx.Err()
}

func (h *Host) found(name string, i rootfs.Info, owners accounts, at string, n *fact.Notes) FoundFile {
	f := FoundFile{
		Path: name, Resolved: i.Resolved, Type: i.Type, Mode: i.Octal(), UID: i.UID, GID: i.GID,
		Owner: owners.user(i.UID), Group: owners.group(i.GID), Size: i.Size(),
	}
	n.Origin(at, "stat "+i.Resolved)
	entries, err := h.root.ACL(name)
	if err == nil {
		f.ACL, err = parseGrants(entries, owners)
	}
	noteUnknown(n, err, at+".acl", at+".access")
	noteUnknown(n, owners.userErr(i.UID), at+".owner", at+".access")
	noteUnknown(n, owners.groupErr(i.GID), at+".group", at+".access")
	f.Access = f.inWords()
	return f
}

func (f FoundFile) inWords() string {
	s := fmt.Sprintf("mode %s, %s:%s", f.Mode, f.Owner, f.Group)
	for _, g := range f.ACL {
		s += ", " + g.Entry
	}
	return s
}

func (h *Host) remarkDangling(name string, n *fact.Notes) {
	if target, err := h.root.ReadLink(name); err == nil {
		n.Remark("exists", name+" is a link to "+target+", where nothing is")
	}
}
