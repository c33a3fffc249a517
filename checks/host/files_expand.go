package host

import (
	"fmt"
	"path"
	"strings"

	"scantling/checks/host/rootfs"
)

// expand lists the names that a shell pattern fits, hidden ones too. A directory
// on the way that cannot be listed is an error: what it holds is not known.
func (h *Host) expand(pattern string) ([]string, error) {
	at := []string{"/"}
	for step := range strings.SplitSeq(strings.Trim(pattern, "/"), "/") {
		var next []string
		for _, dir := range at {
			below, err := h.expandStep(dir, step)
			if err != nil {
				return nil, err
			}
			next = append(next, below...)
		}
		if len(next) > maxTree {
			return nil, fmt.Errorf("fits more than %d names", maxTree)
		}
		at = next
	}
	return at, nil
}

func (h *Host) expandStep(dir, step string) (out []string, err error) {
	if !isPattern(step) {
		return []string{path.Join(dir, step)}, nil
	}
	list, err := h.root.List(dir)
	if isAbsent(err) {
		return nil, nil
	}
	for _, info := range list {
		if fit, bad := path.Match(step, info.Name()); bad != nil {
			return nil, bad
		} else if fit {
			out = append(out, path.Join(dir, info.Name()))
		}
	}
	return out, err
}

func isPattern(s string) bool { return strings.ContainsAny(s, `*?[\`) }

// fits leaves out of a pattern's names the directories, or all but them.
func fits(pattern string, info rootfs.Info) bool {
	isDir := info.Type == "directory"
	switch {
	case !isPattern(path.Base(pattern)):
		return true
	case strings.HasSuffix(pattern, "/"):
		return isDir
	}
	return !isDir
}
