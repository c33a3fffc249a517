package host

import (
	"path"
	"strings"
)

// glob lists what a pattern of glob(3) fits, sorted, without hidden names unless
// the pattern spells the dot. Unlike fs.Glob it does not take a directory that
// cannot be listed for an empty one. A pattern without wildcards fits the one
// name, if something has it.
func (h *Host) glob(pattern string) ([]string, error) {
	at := []string{"/"}
	for step := range strings.SplitSeq(strings.Trim(path.Clean(pattern), "/"), "/") {
		var next []string
		for _, dir := range at {
			below, err := h.globStep(dir, step)
			if err != nil {
				return nil, err
			}
			next = append(next, below...)
		}
		at = next
	}
	return at, nil
}

func (h *Host) globStep(dir, step string) (out []string, err error) {
	if !strings.ContainsAny(step, `*?[\`) {
		_, err := h.root.Lstat(path.Join(dir, step))
		if isAbsent(err) {
			return nil, nil
		}
		return []string{path.Join(dir, step)}, err
	}
	list, err := h.root.List(dir)
	if isAbsent(err) {
		return nil, nil
	}
	for _, info := range list {
		name := info.Name()
		fit, bad := path.Match(step, name)
		if bad != nil {
			return nil, bad
		}
		if fit && (name[0] != '.' || step[0] == '.') {
			out = append(out, path.Join(dir, name))
		}
	}
	return out, err
}
