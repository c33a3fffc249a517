package host

import (
	"path"
	"slices"
	"strings"
)

// glob lists what a pattern fits as glob(3) does: like expand, but a wildcard does
// not stand for the dot of a hidden name, and a name that is spelled out counts
// only if something has it.
func (h *Host) glob(pattern string) ([]string, error) {
	pattern = path.Clean("/" + pattern)
	names, err := h.expand(pattern)
	names = slices.DeleteFunc(names, func(name string) bool { return h.notGlobbed(pattern, name) })
	return names, err
}

func (h *Host) notGlobbed(pattern, name string) bool {
	steps := strings.Split(name, "/")
	for i, step := range strings.Split(pattern, "/") {
		if isPattern(step) && step[0] != '.' && steps[i][0] == '.' {
			return true
		}
	}
	_, err := h.root.Lstat(name)
	return isAbsent(err)
}
