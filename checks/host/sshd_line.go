package host

import (
	"fmt"
	"strings"
)

// An sshdLine is one line of sshd_config(5): the keyword in lower case, its
// arguments, and the rest of the line as written, which some keywords take whole.
type sshdLine struct {
	keyword string
	args    []string
	rest    string
	origin  string
}

// parseSSHD reads a configuration file as servconf.c does. A line with a quote
// that does not end keeps its keyword and has no arguments, so that what it would
// set is not taken for unset.
func parseSSHD(file string, b []byte) []sshdLine {
	var out []sshdLine
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		if l, ok := parseSSHDLine(line); ok {
			l.origin = fmt.Sprintf("%s:%d", file, number)
			out = append(out, l)
		}
	}
	return out
}

const sshdSpace = " \t\r\n"

// parseSSHDLine takes "keyword value", "keyword=value" and "keyword = value".
func parseSSHDLine(line string) (sshdLine, bool) {
	line = strings.Trim(strings.TrimRight(line, sshdSpace+"\f"), sshdSpace)
	if line == "" || line[0] == '#' {
		return sshdLine{}, false
	}
	keyword, rest := sshdKeywordOf(line)
	if keyword == "" {
		return sshdLine{}, false
	}
	args, _ := sshdArgs(rest)
	return sshdLine{keyword: strings.ToLower(keyword), args: args, rest: rest}, true
}

func sshdKeywordOf(line string) (keyword, rest string) {
	if line[0] == '"' { // nobody writes it, sshd takes it
		keyword, rest, _ = strings.Cut(line[1:], `"`)
		return keyword, strings.TrimLeft(rest, sshdSpace)
	}
	end := strings.IndexAny(line, sshdSpace+`"=`)
	if end < 0 {
		return line, ""
	}
	rest = strings.TrimLeft(line[end:], sshdSpace)
	rest = strings.TrimLeft(strings.TrimPrefix(rest, "="), sshdSpace)
	return line[:end], rest
}

// sshdArgs splits as argv_split of misc.c: quotes of both kinds anywhere in a
// word, a backslash before a quote, a backslash or a space, and a comment where a
// word would begin.
func sshdArgs(s string) (out []string, ok bool) {
	for i := 0; i < len(s); i++ {
		if s[i] == ' ' || s[i] == '\t' {
			continue
		}
		if s[i] == '#' {
			break
		}
		word, n, ok := sshdWord(s[i:])
		if !ok {
			return nil, false
		}
		out = append(out, word)
		i += n
	}
	return out, true
}

func sshdWord(s string) (word string, n int, ok bool) {
	var b strings.Builder
	quote := byte(0)
	for ; n < len(s); n++ {
		c := s[n]
		switch {
		case c == '\\' && n+1 < len(s) && (strings.IndexByte(`'"\`, s[n+1]) >= 0 || quote == 0 && s[n+1] == ' '):
			n++
			b.WriteByte(s[n])
		case quote == 0 && (c == ' ' || c == '\t'):
			return b.String(), n, true
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == quote && quote != 0:
			quote = 0
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), n, quote == 0
}
