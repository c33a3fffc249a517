package host

import (
	"fmt"
	"strings"
)

// A sudoLine is one logical line of sudoers(5), without its comment.
type sudoLine struct {
	text   string
	origin string
}

// sudoLines joins lines that end in a backslash and takes the comments off. The
// older #include and #includedir are not comments, and neither is # before a
// number: that is a user or group id.
func sudoLines(file string, b []byte) (out []sudoLine) {
	var held strings.Builder
	number, start := 0, 0
	for line := range strings.Lines(string(b)) {
		number++
		if held.Len() == 0 {
			start = number
		}
		line = strings.TrimRight(line, "\r\n")
		text := sudoComment(line)
		if body, ok := strings.CutSuffix(text, `\`); ok && text == line && !strings.HasSuffix(body, `\`) {
			held.WriteString(body + " ")
			continue
		}
		held.WriteString(text)
		if text = strings.TrimSpace(held.String()); text != "" {
			out = append(out, sudoLine{text, fmt.Sprintf("%s:%d", file, start)})
		}
		held.Reset()
	}
	if text := strings.TrimSpace(held.String()); text != "" {
		out = append(out, sudoLine{text, fmt.Sprintf("%s:%d", file, start)})
	}
	return out
}

func sudoComment(line string) string {
	if _, _, include := sudoInclude(strings.TrimSpace(line)); include {
		return line
	}
	quoted := false
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case c == '#' && !quoted && !isSudoID(line[i+1:]):
			return line[:i]
		}
	}
	return line
}

func isSudoID(s string) bool { return digits(strings.TrimPrefix(s, "-")) != "" }

// sudoInclude reads "@include path" and its kin.
func sudoInclude(text string) (name string, dir, ok bool) {
	word, rest, _ := strings.Cut(strings.ReplaceAll(text, "\t", " "), " ")
	switch word {
	case "@include", "#include":
	case "@includedir", "#includedir":
		dir = true
	default:
		return "", false, false
	}
	rest = strings.TrimSpace(rest)
	if quoted, found := strings.CutPrefix(rest, `"`); found {
		rest, _, _ = strings.Cut(quoted, `"`)
	}
	return strings.ReplaceAll(rest, `\ `, " "), dir, rest != ""
}
