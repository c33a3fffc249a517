package host

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"scantling/checks/fact"
)

// withMountUnits adds what mount units declare for the path and its parents.
func (h *Host) withMountUnits(lines []mountLine, at string, n *fact.Notes) []mountLine {
	lines = slices.Clone(lines)
	for dir := at; dir != "/"; dir = path.Dir(dir) {
		u, err := h.Unit(mountUnitName(dir))
		switch {
		case err != nil:
			n.Unknown("", err)
		case u.Exists && !u.Masked:
			lines = append(lines, mountOfUnit(u, dir))
		}
	}
	return lines
}

func mountOfUnit(u Unit, point string) mountLine {
	value := func(key string) (v string) {
		for _, s := range u.Settings(key) {
			v = s.Value
		}
		return v
	}
	return mountLine{
		origin: *u.FragmentPath, point: point, device: value("What"), fsType: or(value("Type"), "auto"),
		options: strings.Split(or(value("Options"), "defaults"), ","),
	}
}

// mountUnitName escapes a path as systemd.unit(5) says.
func mountUnitName(path string) string {
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
