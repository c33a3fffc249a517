package fix

import (
	"errors"
	"slices"
	"strings"

	"scantling/checks"
)

// fstab gives the line of a mount point options, or adds a line for it.
func fstab(text []byte, s *checks.Step) ([]byte, error) {
	f, found := split(text), false
	for i, line := range f.lines {
		fields := strings.Fields(line)
		if len(fields) < 3 || strings.HasPrefix(fields[0], "#") || fstabName(fields[1]) != s.Mount {
			continue
		}
		found = true
		if len(fields) == 3 {
			fields = append(fields, "defaults")
		}
		wanted := withOptions(fields[3], s.Options)
		if wanted == fields[3] && len(strings.Fields(line)) > 3 {
			continue
		}
		f.lines[i] = withField(line, 3, wanted)
	}
	switch {
	case found:
	case s.Line == "":
		return nil, errors.New("no line for " + s.Mount)
	default:
		f.lines = append(f.lines, s.Line)
	}
	return f.join(), nil
}

// withOptions adds options to a list, in place of those that undo them.
func withOptions(list string, add []string) string {
	have := strings.Split(list, ",")
	for _, o := range add {
		have = slices.DeleteFunc(have, func(old string) bool { return old == strings.TrimPrefix(o, "no") && old != o })
		if !slices.Contains(have, o) {
			have = append(have, o)
		}
	}
	return strings.Join(have, ",")
}

// withField replaces one field of a line and keeps the space around it.
func withField(line string, n int, value string) string {
	rest, at := line, 0
	for i := 0; ; i++ {
		skip := len(rest) - len(strings.TrimLeft(rest, " \t"))
		at, rest = at+skip, rest[skip:]
		end := strings.IndexAny(rest, " \t")
		if end < 0 {
			end = len(rest)
		}
		switch {
		case i == n:
			return line[:at] + value + rest[end:]
		case end == len(rest):
			return line + " " + value
		}
		at, rest = at+end, rest[end:]
	}
}

// fstabName undoes the escapes of fstab: \040 is a space.
func fstabName(s string) string {
	return strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`).Replace(s)
}
