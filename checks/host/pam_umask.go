package host

import (
	"context"
	"fmt"
	"strings"

	"scantling/checks/fact"
)

// PAMUmaskFact is `pam_umask`.
var PAMUmaskFact = fact.NewOne("pam_umask",
	"Lines of /etc/pam.d that give pam_umask a mask of its own.", fact.Files, readPAMUmask).
	Reading(func(string) []string { return []string{"/etc/pam.d/*"} })

// PAMUmask is where sessions get a umask from PAM.
type PAMUmask struct {
	Exists bool // /etc/pam.d
	Lines  []PAMUmaskLine
}

// A PAMUmaskLine is a line with pam_umask and umask=.
type PAMUmaskLine struct {
	Value  string // octal: "0027"
	Origin string
}

func readPAMUmask(h *Host, _ context.Context, n *fact.Notes) (out PAMUmask, err error) {
	n.From("/etc/pam.d")
	list, err := h.root.List("/etc/pam.d")
	if isAbsent(err) {
		return out, nil
	}
	out.Exists = true
	for _, info := range list {
		if info.Type != "file" {
			continue
		}
		name := "/etc/pam.d/" + info.Name()
		b, err := h.root.ReadFile(name)
		if err != nil {
			return out, err
		}
		out.Lines = append(out.Lines, parsePAMUmask(name, b)...)
	}
	return out, err
}

func parsePAMUmask(file string, b []byte) (out []PAMUmaskLine) {
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		line, _, _ = strings.Cut(line, "#")
		if !strings.Contains(line, "pam_umask") {
			continue
		}
		for _, word := range strings.Fields(line) {
			value, ok := strings.CutPrefix(word, "umask=")
			if mask, good := parseUmask(value); ok && good {
				out = append(out, PAMUmaskLine{mask, fmt.Sprintf("%s:%d", file, number)})
			}
		}
	}
	return out
}
