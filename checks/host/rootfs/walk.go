package rootfs

import (
	"slices"
	"strings"
	"syscall"
)

// A node is one file, held so that nobody can exchange it between a look at its
// type and the read.
type node interface {
	child(name string) (node, error) // one step down, a link not followed
	stat() (Info, error)
	link() (string, error)
	open() (content, error)
	list() ([]Info, error)
	acl() ([]string, error)
	close()
}

// maxLinks is how many links the kernel follows before it says ELOOP.
const maxLinks = 40

// A trail is the way from the root to where a walk is. Two dots take its last
// step away and stop at the root, so nothing outside can be reached.
type trail struct {
	root  node
	steps []step
}

type step struct {
	node
	name string
	dir  bool
}

// walk finds a name below root, and its path without links.
func walk(root node, name string, follow bool) (node, string, error) {
	t := trail{root: root}
	rest := split(name)
	for links := 0; len(rest) > 0; {
		target, err := t.enter(rest[0], follow || len(rest) > 1)
		if target != "" {
			links++
		}
		if links > maxLinks {
			err = syscall.ELOOP
		}
		if err != nil {
			t.cut(0)
			return nil, "", err
		}
		if strings.HasPrefix(target, "/") {
			t.cut(0)
		}
		rest = append(split(target), rest[1:]...)
	}
	return t.end()
}

// enter takes one step. When that leads to a link to be followed, the trail
// stays and the link's target is returned.
func (t *trail) enter(name string, follow bool) (target string, err error) {
	at, isDir := t.top()
	switch {
	case !isDir:
		return "", syscall.ENOTDIR
	case name == ".":
		return "", nil
	case name == "..":
		t.cut(max(len(t.steps)-1, 0))
		return "", nil
	}
	n, err := at.child(name)
	if err != nil {
		return "", err
	}
	info, err := n.stat()
	if err == nil && (info.Type != "symlink" || !follow) {
		t.steps = append(t.steps, step{n, name, info.Type == "directory"})
		return "", nil
	}
	defer n.close()
	if err != nil {
		return "", err
	}
	if target, err = n.link(); err == nil && target == "" {
		err = syscall.ENOENT
	}
	return target, err
}

func (t *trail) top() (node, bool) {
	if len(t.steps) == 0 {
		return t.root, true
	}
	last := t.steps[len(t.steps)-1]
	return last.node, last.dir
}

// cut goes back to the first keep steps.
func (t *trail) cut(keep int) {
	for _, s := range t.steps[keep:] {
		s.close()
	}
	t.steps = t.steps[:keep]
}

// end gives back what was passed on the way and returns the last node.
func (t *trail) end() (node, string, error) {
	at, _ := t.top()
	var b strings.Builder
	for i, s := range t.steps {
		b.WriteString("/" + s.name)
		if i < len(t.steps)-1 {
			s.close()
		}
	}
	if b.Len() == 0 {
		return at, "/", nil
	}
	return at, b.String(), nil
}

func split(name string) []string {
	return slices.DeleteFunc(strings.Split(name, "/"), func(s string) bool { return s == "" })
}
