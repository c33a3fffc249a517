package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Safe makes a text from a target harmless on one line of a terminal or in one
// cell. What would move the cursor, reorder the line or hide is shown as an
// escape instead: \x1b for ESC, \n for a line break, \u202e for a right-to-left
// override. What is no character at all becomes U+FFFD.
func Safe(s string) string { return escape(s, "") }

// SafeLines does the same and keeps line breaks and tabs, for texts of several
// lines such as a procedure.
func SafeLines(s string) string {
	return escape(strings.ReplaceAll(s, "\r\n", "\n"), "\n\t")
}

func escape(s, keep string) string {
	if printable(s) || !strings.ContainsFunc(s, harmful) && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s { // an invalid byte comes as U+FFFD
		switch {
		case !harmful(r) || strings.ContainsRune(keep, r):
			b.WriteRune(r)
		case nonCharacter(r):
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteString(visible(r))
		}
	}
	return b.String()
}

// printable reports whether a text is ASCII without control characters, as
// nearly every one is.
func printable(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// harmful are control characters of both sets, invisible formatting (bidi
// marks and overrides, zero-width, tags), line and paragraph separators, and
// code points that XML 1.0 forbids.
func harmful(r rune) bool {
	if ' ' <= r && r <= '~' {
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || nonCharacter(r)
}

// nonCharacter reports the code points that Unicode reserves for no character.
func nonCharacter(r rune) bool {
	return r&0xfffe == 0xfffe || (0xfdd0 <= r && r <= 0xfdef)
}

func visible(r rune) string {
	switch {
	case r == '\n':
		return `\n`
	case r == '\r':
		return `\r`
	case r == '\t':
		return `\t`
	case r < 0x80:
		return fmt.Sprintf(`\x%02x`, r)
	case r <= 0xffff:
		return fmt.Sprintf(`\u%04x`, r)
	}
	return fmt.Sprintf(`\U%08x`, r)
}
