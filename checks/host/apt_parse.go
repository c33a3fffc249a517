package host

import (
	"fmt"
	"strings"
)

// parseAptList reads the lines of sources.list(5): type, options in brackets, URI,
// suite, components.
func parseAptList(file string, b []byte) (out []AptSource) {
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		line, _, _ = strings.Cut(line, "#")
		typ, rest, ok := strings.Cut(strings.TrimSpace(strings.ReplaceAll(line, "\t", " ")), " ")
		if !ok || typ != "deb" && typ != "deb-src" {
			continue
		}
		s := AptSource{File: fmt.Sprintf("%s:%d", file, number), Enabled: true, Types: []string{typ}}
		if options, after, ok := strings.Cut(strings.TrimSpace(rest), "]"); ok && strings.HasPrefix(options, "[") {
			s.options(options[1:])
			rest = after
		}
		f := strings.Fields(rest)
		if len(f) < 2 {
			continue
		}
		s.URIs, s.Suites, s.Components = f[:1], f[1:2], f[2:]
		out = append(out, s)
	}
	return out
}

func (s *AptSource) options(words string) {
	for _, w := range strings.Fields(words) {
		key, value, _ := strings.Cut(w, "=")
		switch strings.ToLower(strings.TrimRight(key, "+-")) {
		case "signed-by":
			s.SignedBy = &value
		case "trusted":
			s.Trusted = aptBool(value)
		}
	}
}

// parseAptStanzas reads the fields of a deb822 file: a field goes on in indented
// lines, an empty line ends the stanza.
func parseAptStanzas(file string, b []byte) (out []AptSource) {
	number := 0
	var s *AptSource
	key := ""
	for line := range strings.Lines(string(b)) {
		number++
		line = strings.TrimRight(line, " \t\r\n")
		switch {
		case line == "":
			s = nil
			continue
		case line[0] == '#':
			continue
		case s == nil:
			out = append(out, AptSource{File: fmt.Sprintf("%s:%d", file, number), Enabled: true})
			s, key = &out[len(out)-1], ""
		}
		value := line
		if line[0] != ' ' && line[0] != '\t' {
			key, value, _ = strings.Cut(line, ":")
		}
		s.field(strings.ToLower(key), strings.TrimSpace(value))
	}
	return out
}

func (s *AptSource) field(key, value string) {
	switch key {
	case "types":
		s.Types = append(s.Types, strings.Fields(value)...)
	case "uris":
		s.URIs = append(s.URIs, strings.Fields(value)...)
	case "suites":
		s.Suites = append(s.Suites, strings.Fields(value)...)
	case "components":
		s.Components = append(s.Components, strings.Fields(value)...)
	case "enabled":
		s.Enabled = aptBool(value)
	case "trusted":
		s.Trusted = aptBool(value)
	case "signed-by":
		s.sign(value)
	}
}

// sign takes a path or fingerprints. A key that stands in the file itself starts
// with an empty line or the armour's first.
func (s *AptSource) sign(value string) {
	switch {
	case value == "":
	case strings.HasPrefix(value, "-----BEGIN") || s.SignedBy != nil && *s.SignedBy == keyInFile:
		key := keyInFile
		s.SignedBy = &key
	case s.SignedBy != nil:
		more := *s.SignedBy + " " + value
		s.SignedBy = &more
	default:
		s.SignedBy = &value
	}
}

const keyInFile = "a key in the file"

// aptBool knows the words of apt's StringToBool.
func aptBool(s string) bool {
	switch strings.ToLower(s) {
	case "1", "yes", "true", "with", "on", "enable":
		return true
	}
	return false
}
