package host

import (
	"fmt"
	"path"
	"strings"
)

// A pamLine is one line of pam.d(5).
type pamLine struct {
	kind    string // auth, account, password or session; "" for Debian's @include
	control string // required, include, ...; of [success=1 default=ignore] what is inside
	module  string // pam_unix of pam_unix.so, or the file of an include
	args    []string
	origin  string
}

// parsePAM reads a service's file as libpam does. A line that it would not
// understand is a module that always fails, and is kept as such.
func parsePAM(file string, b []byte) (out []pamLine) {
	for _, l := range pamLines(file, b) {
		words := pamWords(l.text)
		if strings.EqualFold(words[0], "@include") {
			if len(words) > 1 {
				out = append(out, pamLine{control: "include", module: words[1], origin: l.origin})
			}
			continue
		}
		p := pamLine{kind: strings.ToLower(strings.TrimPrefix(words[0], "-")), control: "required", module: "", origin: l.origin}
		if len(words) > 2 {
			p.control, p.module, p.args = pamControlWord(words[1]), pamModule(words[2]), words[3:]
		}
		out = append(out, p)
	}
	return out
}

// pamLines joins lines that end in a backslash, blanks behind it allowed. A
// comment ends a line for good.
func pamLines(file string, b []byte) (out []sudoLine) {
	held, number, start := "", 0, 0
	for line := range strings.Lines(string(b)) {
		number++
		if held == "" {
			start = number
		}
		text, _, comment := strings.Cut(line, "#")
		text = strings.Trim(text, " \t\r\n")
		if body, ok := strings.CutSuffix(text, `\`); ok && !comment {
			held += body + " "
			continue
		}
		if text = strings.TrimSpace(held + text); text != "" {
			out = append(out, sudoLine{text, fmt.Sprintf("%s:%d", file, start)})
		}
		held = ""
	}
	return out
}

// pamWords splits at blanks; brackets hold words together and fall away, a
// bracket at the end inside of them is written \].
func pamWords(s string) (out []string) {
	for {
		s = strings.TrimLeft(s, " \t\r\n")
		switch {
		case s == "":
			return out
		case s[0] == '[':
			word, rest := pamBracket(s[1:])
			out, s = append(out, "["+word), rest
		default:
			end := strings.IndexAny(s, " \t\r\n")
			if end < 0 {
				end = len(s)
			}
			out, s = append(out, s[:end]), s[end:]
		}
	}
}

func pamBracket(s string) (word, rest string) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && s[i+1] == ']':
			i++
			b.WriteByte(']')
		case s[i] == ']':
			return b.String(), s[i+1:]
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String(), ""
}

// pamControlWord keeps the bracket in front, which tells a list of actions from a
// keyword.
func pamControlWord(s string) string {
	if strings.HasPrefix(s, "[") {
		return s
	}
	return strings.ToLower(s)
}

func pamModule(s string) string {
	s = strings.TrimPrefix(s, "[")
	if strings.HasPrefix(path.Base(s), "pam_") {
		return strings.TrimSuffix(path.Base(s), ".so")
	}
	return s
}

// has reports an argument that is a word of its own.
func (l pamLine) has(word string) bool {
	for _, a := range l.args {
		if strings.TrimPrefix(a, "[") == word {
			return true
		}
	}
	return false
}

// option is the last value of name=value.
func (l pamLine) option(name string) (value string, ok bool) {
	for _, a := range l.args {
		if v, found := strings.CutPrefix(strings.TrimPrefix(a, "["), name+"="); found {
			value, ok = v, true
		}
	}
	return value, ok
}
