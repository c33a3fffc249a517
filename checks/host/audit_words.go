package host

import "strings"

// auditWords splits as auditctl does: at blanks only; a backslash keeps a blank
// or a backslash in the word. Quotes are ordinary characters.
func auditWords(line string) (out []string) {
	var b strings.Builder
	started := false
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '\\' && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\\'):
			i++
			b.WriteByte(line[i])
			started = true
		case c != ' ':
			b.WriteByte(c)
			started = true
		case started:
			out = append(out, b.String())
			b.Reset()
			started = false
		}
	}
	if started {
		out = append(out, b.String())
	}
	return out
}

// optionOf splits an option from a value that is glued to it, as in -pwa.
func optionOf(word string, rest []string) (option, value string) {
	if len(word) > 2 && word[0] == '-' && word[1] != '-' {
		return word[:2], word[2:]
	}
	if len(rest) > 0 {
		return word, rest[0]
	}
	return word, ""
}
