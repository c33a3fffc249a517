package host

import (
	"fmt"
	"path"
	"strconv"
	"strings"
)

// A sysctlLine is one line of a sysctl.d file. The key is a path below
// /proc/sys and may be a pattern; a line without a value takes its key out of
// the patterns of other lines.
type sysctlLine struct {
	key    string
	value  *string
	origin string
}

// parseSysctl reads sysctl.d(5). Lines that are no assignment are passed over,
// as systemd passes them over with a warning.
func parseSysctl(file string, b []byte) (out []sysctlLine) {
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' || line[0] == ';' {
			continue
		}
		key, value, assigns := strings.Cut(line, "=")
		rest, dash := strings.CutPrefix(key, "-")
		if !assigns && !dash {
			continue
		}
		l := sysctlLine{key: sysctlPath(strings.TrimSpace(rest)), origin: fmt.Sprintf("%s:%d", file, number)}
		if assigns {
			value = sysctlValue(value)
			l.value = &value
		}
		out = append(out, l)
	}
	return out
}

// sysctlPath turns a key into a path below /proc/sys. Where the first separator
// is a dot, dots and slashes change places, so that net.ipv4.conf.eth0/1.x is
// the interface eth0.1; where it is a slash, the key is a path already.
func sysctlPath(key string) string {
	if i := strings.IndexAny(key, "./"); i >= 0 && key[i] == '.' {
		key = strings.Map(func(r rune) rune {
			switch r {
			case '.':
				return '/'
			case '/':
				return '.'
			}
			return r
		}, key)
	}
	return strings.TrimPrefix(path.Clean("/"+key), "/")
}

// sysctlValue writes blanks and numbers in one way, so that "4096\t87380" and
// 0x1 compare as the kernel takes them. Of a number with a comment behind it the
// kernel takes the number.
func sysctlValue(text string) string {
	fields := strings.Fields(text)
	for i, f := range fields {
		n, err := strconv.ParseInt(f, 0, 64)
		switch {
		case err == nil && !strings.ContainsAny(f, "_bBoO"):
			fields[i] = strconv.FormatInt(n, 10)
		case i > 0 && f[0] == '#':
			return strings.Join(fields[:i], " ")
		default:
			return strings.Join(fields, " ")
		}
	}
	return strings.Join(fields, " ")
}

// fits reports whether the line speaks of the key, by name or by a pattern.
func (l sysctlLine) fits(key string) bool {
	ok, err := path.Match(strings.ReplaceAll(l.key, "[!", "[^"), key)
	return err == nil && ok
}
