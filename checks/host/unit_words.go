package host

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Word is one argument of a command line, and the file and line it stands in.
type Word struct {
	Text string
	At   string
}

// words splits a value as systemd does: white space separates, single and
// double quotes hold together anywhere in a word, C escapes count outside and
// inside quotes. Specifiers such as %n stay as they are.
func (s UnitSetting) words() []Word {
	var out []Word
	for _, w := range splitWords(s.Value) {
		out = append(out, Word{w.text, s.At(w.offset)})
	}
	return out
}

type span struct {
	text   string
	offset int
}

func splitWords(s string) []span {
	var out []span
	var word strings.Builder
	start, quote := -1, byte(0)
	end := func() {
		if start >= 0 {
			out = append(out, span{word.String(), start})
		}
		word.Reset()
		start = -1
	}
	for i := 0; i < len(s); {
		c := s[i]
		if quote == 0 && strings.IndexByte(" \t\r\n", c) >= 0 {
			end()
			i++
			continue
		}
		if start < 0 {
			start = i
		}
		switch {
		case c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == '\\':
			text, n := unescape(s[i:])
			word.WriteString(text)
			i += n
			continue
		default:
			word.WriteByte(c)
		}
		i++
	}
	end()
	return out
}

// unescape reads one C escape at the start of s and returns its text and its
// length. A backslash before anything else stands for itself.
func unescape(s string) (string, int) {
	if len(s) < 2 {
		return s, len(s)
	}
	const from, to = `abfnrtvs\"'`, "\a\b\f\n\r\t\v \\\"'"
	if i := strings.IndexByte(from, s[1]); i >= 0 {
		return to[i : i+1], 2
	}
	switch s[1] {
	case 'x':
		return codePoint(s, 2, 2, 16)
	case 'u':
		return codePoint(s, 2, 4, 16)
	case 'U':
		return codePoint(s, 2, 8, 16)
	case '0', '1', '2', '3':
		return codePoint(s, 1, 3, 8)
	}
	return s[:1], 1
}

func codePoint(s string, from, digits, base int) (string, int) {
	if len(s) < from+digits {
		return s[:1], 1
	}
	n, err := strconv.ParseUint(s[from:from+digits], base, 32)
	if err != nil || n == 0 {
		return s[:1], 1
	}
	if digits < 4 {
		return string([]byte{byte(n)}), from + digits
	}
	return string(utf8.AppendRune(nil, rune(n))), from + digits
}
