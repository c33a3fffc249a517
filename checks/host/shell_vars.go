package host

import (
	"fmt"
	"strings"
)

// A shellVar is an assignment in a file that a shell reads: the last of a name
// counts.
type shellVar struct{ name, value, origin string }

type shellVars []shellVar

// maxVariable is how long a value may be: A=$A$A doubles it with each line.
const maxVariable = 64 << 10

func (v shellVars) find(name string) (shellVar, bool) {
	for i := len(v) - 1; i >= 0; i-- {
		if v[i].name == name {
			return v[i], true
		}
	}
	return shellVar{}, false
}

// value is "" for what is not set, as in a shell.
func (v shellVars) value(name string) string {
	found, _ := v.find(name)
	return found.value
}

// parseShellVars reads the assignments of a file such as /etc/default/grub, on
// top of those that were read before it. Nothing is run: other lines are passed
// over, and $(command) stays as it is written.
func parseShellVars(before shellVars, file string, b []byte) shellVars {
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		name, rest, ok := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "export "), "=")
		appends := strings.HasSuffix(name, "+")
		name = strings.TrimSuffix(name, "+")
		if !ok || !isShellName(name) {
			continue
		}
		value := shellWord(rest, before)
		if appends {
			value = before.value(name) + value
		}
		if len(value) > maxVariable {
			continue
		}
		before = append(before, shellVar{name, value, fmt.Sprintf("%s:%d", file, number)})
	}
	return before
}

func isShellName(s string) bool {
	for i, c := range s {
		if c != '_' && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}

// shellWord is the first word of the text without its quotes, variables put in
// outside of single ones.
func shellWord(text string, vars shellVars) string {
	var b strings.Builder
	quote := byte(0)
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case quote == 0 && strings.IndexByte(" \t\r\n;#", c) >= 0:
			return b.String()
		case c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == '\\' && quote != '\'' && i+1 < len(text):
			i++
			b.WriteByte(text[i])
		case c == '$' && quote != '\'':
			name, width := shellVariable(text[i:])
			b.WriteString(text[i : i+1-min(width, 1)])
			b.WriteString(vars.value(name))
			i += max(width-1, 0)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// shellVariable is the name at the start of $NAME or ${NAME}, and how many bytes
// that takes; 0 where it is no variable.
func shellVariable(s string) (name string, width int) {
	rest := s[1:]
	if strings.HasPrefix(rest, "{") {
		name, _, ok := strings.Cut(rest[1:], "}")
		if !ok || !isShellName(name) {
			return "", 0
		}
		return name, len(name) + 3
	}
	n := 0
	for n < len(rest) && isShellName(rest[:n+1]) {
		n++
	}
	if n == 0 {
		return "", 0
	}
	return rest[:n], n + 1
}
