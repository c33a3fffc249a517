package report

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// A piece of a text: plain, or an escape that stands for what must not be shown
// as it is. The page marks escapes, so that they differ from a text that looks
// like one.
type piece struct {
	Text string
	Odd  bool
}

// pieces takes a text apart. What is to be kept, such as the line breaks of a
// procedure, counts as plain.
func pieces(s, keep string) []piece {
	if keep != "" {
		s = strings.ReplaceAll(s, "\r\n", "\n")
	}
	var out []piece
	for s != "" {
		plain := extent(s, keep, false)
		if plain > 0 {
			out = append(out, piece{Text: s[:plain]})
		}
		end := plain + extent(s[plain:], keep, true)
		if end > plain {
			out = append(out, piece{Safe(s[plain:end]), true})
		}
		s = s[end:]
	}
	return out
}

// extent is how far a text goes on being odd, or plain.
func extent(s, keep string, isOdd bool) int {
	if !isOdd && printable(s) {
		return len(s)
	}
	for i, r := range s {
		if odd(s[i:], r, keep) != isOdd {
			return i
		}
	}
	return len(s)
}

// odd reports whether a rune, the first of rest, is to be marked. An invalid byte
// comes as U+FFFD too, but then its size is 1.
func odd(rest string, r rune, keep string) bool {
	if r == utf8.RuneError {
		_, size := utf8.DecodeRuneInString(rest)
		return size == 1
	}
	return harmful(r) && !strings.ContainsRune(keep, r)
}

// A clip is a text cut to a length, with what the cut left out.
type clip struct {
	Text string
	Left string // empty when nothing was
}

// clipped keeps the first characters of a text; the JSON has it whole.
func clipped(s string, most int) clip {
	if len(s) <= most {
		return clip{Text: s}
	}
	n := 0
	for i := range s {
		if n == most {
			return clip{s[:i], fmt.Sprintf("… %d more bytes, in the JSON report", len(s)-i)}
		}
		n++
	}
	return clip{Text: s}
}

// longestName is how much of a name or of a line in a list is shown, in characters.
const longestName = 240

// inList cuts a text that stands in a list or a line.
func inList(s string) clip { return clipped(s, longestName) }

// attribute makes a text fit for an attribute or an option, where nothing can be marked.
func attribute(s string) string { return Safe(clipped(s, longestName).Text) }
