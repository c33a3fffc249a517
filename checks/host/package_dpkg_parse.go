package host

import (
	"strconv"
	"strings"
)

// parseDpkg reads stanzas as dpkg writes them: fields at the start of a line,
// continuations indented, an empty line between stanzas.
func parseDpkg(file string, b []byte) []installed {
	var out []installed
	number := 0
	var s *installed
	for line := range strings.Lines(string(b)) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) == "" {
			s = nil
			continue
		}
		if s == nil {
			out = append(out, installed{manager: "dpkg", half: noStatus, origin: file + ":" + strconv.Itoa(number)})
			s = &out[len(out)-1]
		}
		s.field(line)
	}
	return named(out)
}

// field takes one line of a stanza; most are of no interest here. What is kept is
// copied, so that the file's text can go.
func (i *installed) field(line string) {
	if !strings.ContainsRune("PpVvAaSs", rune(line[0])) {
		return // also the lines that go on with a field
	}
	key, value, ok := strings.Cut(line, ":")
	if !ok {
		return
	}
	switch strings.ToLower(key) {
	case "package":
		i.name = strings.Clone(strings.TrimSpace(value))
	case "version":
		i.version = strings.Clone(strings.TrimSpace(value))
	case "architecture":
		i.arch = strings.Clone(strings.TrimSpace(value))
	case "status":
		i.half = dpkgState(value)
	case "provides":
		i.provides = capabilities(strings.Clone(value))
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
