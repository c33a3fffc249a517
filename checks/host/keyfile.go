package host

import (
	"fmt"
	"strings"
)

// A keyLine is one assignment of a key file as GLib reads it.
type keyLine struct {
	group, key, value string
	origin            string // file:line
}

// parseKeyfile reads the desktop's key file format: groups in brackets,
// comments from # at the start of a line. Lines that are neither are passed
// over.
func parseKeyfile(file string, b []byte) (out []keyLine) {
	group, number := "", 0
	for line := range strings.Lines(string(b)) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '[' && strings.HasSuffix(line, "]") {
			group = line[1 : len(line)-1]
			continue
		}
		if key, value, ok := strings.Cut(line, "="); ok && group != "" {
			out = append(out, keyLine{group, strings.TrimSpace(key), strings.TrimSpace(value), fmt.Sprintf("%s:%d", file, number)})
		}
	}
	return out
}
