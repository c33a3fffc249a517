package fix

import (
	"fmt"
	"strings"
	"unicode"

	"scantling/report"
)

// quote makes a text without a line break at its end one word of a POSIX shell that stands for itself. What a
// terminal or a reader could be deceived by is written as octal.
func quote(s string) string {
	if report.Safe(s) == s && !strings.ContainsFunc(s, hidden) {
		if s != "" && plainWord.MatchString(s) {
			return s
		}
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
	}
	return `"$(printf '` + octal(s) + `')"`
}

// hidden are characters that look like none or like others.
func hidden(r rune) bool { return r == unicode.ReplacementChar || unicode.IsSpace(r) && r != ' ' }

// octal spells a text for the format of printf.
func octal(s string) string {
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case c == '%':
			b.WriteString("%%")
		case i == 0 && c == '-': // no option of printf
			b.WriteString(`\055`)
		case c < ' ' || c > '~' || c == '\'' || c == '\\':
			fmt.Fprintf(&b, `\%03o`, c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func quoteAll(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = quote(w)
	}
	return strings.Join(out, " ")
}
