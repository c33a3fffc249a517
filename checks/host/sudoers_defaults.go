package host

import (
	"fmt"
	"strings"
)

// A sudoDefault is one setting of a Defaults line.
type sudoDefault struct {
	scope  string // "" for all, "user kim", "host web", "runas root", "command /bin/ls"
	late   bool   // of runas or command: looked at after all others
	name   string
	off    bool // !name
	value  *string
	origin string
}

// parseSudoDefaults reads "Defaults[scope] name[=value], !name, ...".
func parseSudoDefaults(l sudoLine) ([]sudoDefault, error) {
	rest := strings.TrimPrefix(l.text, "Defaults")
	scope, late, rest := sudoScope(rest)
	var out []sudoDefault
	for _, item := range splitSudo(rest, ',') {
		d := sudoDefault{scope: scope, late: late, origin: l.origin}
		item = strings.TrimSpace(item)
		for strings.HasPrefix(item, "!") {
			d.off, item = !d.off, strings.TrimSpace(item[1:])
		}
		name, value, set := strings.Cut(item, "=")
		d.name = strings.TrimRight(name, "+- \t")
		if set {
			text := unquoteSudo(value)
			d.value = &text
		}
		if d.name == "" || strings.ContainsAny(d.name, " \t") {
			return out, fmt.Errorf("%s: not understood: %q", l.origin, item)
		}
		out = append(out, d)
	}
	return out, nil
}

// sudoScope takes the list behind @ : > or !, whose elements may have blanks only
// next to their commas.
func sudoScope(s string) (scope string, late bool, rest string) {
	if s == "" {
		return "", false, ""
	}
	kind := map[byte]string{'@': "host ", ':': "user ", '>': "runas ", '!': "command "}[s[0]]
	if kind == "" {
		return "", false, s
	}
	list, rest := sudoList(s[1:])
	return kind + list, s[0] == '>' || s[0] == '!', rest
}

// sudoList reads elements with commas between them, up to a blank that no comma
// stands next to.
func sudoList(s string) (list, rest string) {
	s = strings.TrimLeft(s, " \t")
	end, quoted := 0, false
	for ; end < len(s); end++ {
		switch c := s[end]; {
		case c == '\\':
			end++
		case c == '"':
			quoted = !quoted
		case !quoted && (c == ' ' || c == '\t'):
			after := strings.TrimLeft(s[end:], " \t")
			before := strings.TrimRight(s[:end], " \t")
			if !strings.HasPrefix(after, ",") && !strings.HasSuffix(before, ",") && !strings.HasSuffix(before, "!") {
				return s[:end], after
			}
		}
	}
	return s, ""
}

// splitSudo cuts at a character outside of quotes and without a backslash.
func splitSudo(s string, at byte) (out []string) {
	start, quoted := 0, false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case c == at && !quoted:
			out = append(out, s[start:i])
			start = i + 1
		}
	}
	return append(out, s[start:])
}

func unquoteSudo(s string) string {
	s = strings.TrimSpace(s)
	if inner, ok := strings.CutPrefix(s, `"`); ok {
		s = strings.TrimSuffix(inner, `"`)
	}
	return strings.ReplaceAll(s, `\`, "")
}
