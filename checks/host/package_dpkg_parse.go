package host

import (
	"fmt"
	"strings"
)

// parseDpkg reads stanzas as dpkg writes them: fields at the start of a line,
// continuations indented, an empty line between stanzas.
func parseDpkg(file string, b []byte) []installed {
	var out []installed
	number, start := 0, 0
	var s *installed
	for line := range strings.Lines(string(b)) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) == "" {
			s = nil
			continue
		}
		if s == nil {
			start = number
			out = append(out, installed{manager: "dpkg", half: noStatus, origin: fmt.Sprintf("%s:%d", file, start)})
			s = &out[len(out)-1]
		}
		s.field(line)
	}
	return named(out)
}

// field takes one line of a stanza; most are of no interest here.
func (i *installed) field(line string) {
	if line[0] == ' ' || line[0] == '\t' {
		return
	}
	key, value, ok := strings.Cut(line, ":")
	if !ok {
		return
	}
	switch {
	case strings.EqualFold(key, "Package"):
		i.name = strings.TrimSpace(value)
	case strings.EqualFold(key, "Version"):
		i.version = strings.TrimSpace(value)
	case strings.EqualFold(key, "Architecture"):
		i.arch = strings.TrimSpace(value)
	case strings.EqualFold(key, "Status"):
		i.half = dpkgState(value)
	case strings.EqualFold(key, "Provides"):
		i.provides = capabilities(value)
	}
}

// capabilities are the names of a list such as "ssh-client, foo (= 1.2)".
func capabilities(list string) []string {
	var out []string
	for item := range strings.SplitSeq(list, ",") {
		if f := strings.Fields(item); len(f) > 0 {
			name, _, _ := strings.Cut(f[0], ":") // foo:any
			out = append(out, name)
		}
	}
	return out
}

func named(all []installed) []installed {
	out := all[:0]
	for _, i := range all {
		if i.name != "" {
			out = append(out, i)
		}
	}
	return out
}
