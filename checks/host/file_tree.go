package host

import (
	"context"
	"errors"
	"fmt"
	"path"
	"syscall"

	"scantling/checks/fact"
	"scantling/checks/host/rootfs"
)

// FileTreeFact is `file_tree(path)`.
var FileTreeFact = fact.NewKeyed("file_tree", "path",
	"Every file below a directory with type, mode and owner; links are followed.", fact.Files, readFileTree).
	Reading(func(dir string) []string {
		return []string{path.Join(orWord(dir, "PATH"), "**"), "/etc/passwd", "/etc/group"}
	})

// maxTree is how many entries, directories included, a tree may have. A larger
// one is no configuration directory, and unknown.
const maxTree = 10_000

// A FileTree is what is below a directory. Files is unknown where any part
// cannot be read.
type FileTree struct {
	Path   string
	Exists bool
	Files  []TreeFile // by path; directories themselves left out
}

// A TreeFile is a file of a tree, with the attributes of what its name leads to.
type TreeFile struct {
	Path  string
	Type  string // file, socket, fifo or device
	Mode  string // octal: "0644"
	UID   uint32
	GID   uint32
	Owner string // the name in the machine's /etc/passwd, else the number
	Group string
}

func readFileTree(h *Host, ctx context.Context, dir string, n *fact.Notes) (FileTree, error) {
	out := FileTree{Path: dir}
	if err := absolute(dir); err != nil {
		return out, err
	}
	n.From("files below " + dir)
	top, err := h.root.Stat(dir)
	switch {
	case isAbsent(err):
		return out, nil
	case err != nil:
		return out, err
	}
	out.Exists = true
	w := treeWalk{host: h, ctx: ctx, seen: map[string]bool{}, names: h.names(ctx)}
	if err := w.visit(path.Clean(dir), top); err != nil {
		n.Unknown("files", fmt.Errorf("files below %s: %w", dir, err))
		return out, nil
	}
	if w.dangling != "" {
		n.Remark("files", w.dangling+" leads nowhere and is left out")
	}
	out.Files = w.files
	for i, f := range out.Files {
		noteUnknown(n, w.names.userErr(f.UID), fmt.Sprintf("files[%d].owner", i))
		noteUnknown(n, w.names.groupErr(f.GID), fmt.Sprintf("files[%d].group", i))
	}
	return out, nil
}

// A treeWalk knows the directories it has been in, by their resolved names: a
// link may lead back up.
type treeWalk struct {
	host     *Host
	ctx      context.Context
	names    accounts
	seen     map[string]bool
	entries  int
	files    []TreeFile
	dangling string // a link that leads nowhere
}

func (w *treeWalk) visit(name string, info rootfs.Info) error {
	switch w.entries++; {
	case w.ctx.Err() != nil:
		return w.ctx.Err()
	case w.entries > maxTree:
		return fmt.Errorf("more than %d entries", maxTree)
	case info.Type == "symlink":
		return w.follow(name)
	case info.Type != "directory":
		w.files = append(w.files, TreeFile{name, info.Type, info.Octal(), info.UID, info.GID, w.names.user(info.UID), w.names.group(info.GID)})
		return nil
	case w.seen[info.Resolved]:
		return nil
	}
	w.seen[info.Resolved] = true
	list, err := w.host.root.List(name)
	for _, below := range list {
		if err == nil {
			err = w.visit(path.Join(name, below.Name()), below)
		}
	}
	return err
}

func (w *treeWalk) follow(name string) error {
	info, err := w.host.root.Stat(name)
	if isAbsent(err) || errors.Is(err, syscall.ELOOP) {
		w.dangling = name
		return nil
	}
	if err != nil {
		return err
	}
	w.entries--
	return w.visit(name, info)
}
