package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// cells is the number of terminal columns that a text takes.
func cells(s string) int {
	n := 0
	for _, r := range s {
		n += runeCells(r)
	}
	return n
}

func runeCells(r rune) int {
	if r < utf8.RuneSelf {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return 0 // drawn over the character before it
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// maxPath is the longest path that is kept whole, in columns, however narrow
// the page: a path that breaks cannot be copied.
const maxPath = 256

// wrap breaks a text between words into lines of at most w columns. Runs of
// white space count as one space. A word that is too long is cut, unless it is
// a path.
func wrap(text string, w int) []string {
	w = max(w, 1)
	var lines []string
	line, used := "", 0
	for _, word := range strings.Fields(text) {
		n := cells(word)
		switch {
		case used > 0 && used+1+n <= w:
			line, used = line+" "+word, used+1+n
			continue
		case used > 0:
			lines = append(lines, line)
		}
		for n > w && !(strings.Contains(word, "/") && n <= maxPath) {
			head := clipCells(word, w)
			lines, word = append(lines, head), word[len(head):]
			n = cells(word)
		}
		line, used = word, n
	}
	if used > 0 || len(lines) == 0 {
		lines = append(lines, line)
	}
	return lines
}

// clipCells is the longest start of s that fits w columns, one character at least.
func clipCells(s string, w int) string {
	n := 0
	for i, r := range s {
		n += runeCells(r)
		if n > w && i > 0 {
			return s[:i]
		}
	}
	return s
}

// short cuts a text to w columns and marks the cut.
func short(s string, w int) string {
	if cells(s) <= w {
		return s
	}
	return strings.TrimRight(clipCells(s, w-2), " ") + " …"
}

// pad fills a text with spaces to w columns.
func pad(s string, w int) string { return s + strings.Repeat(" ", max(0, w-cells(s))) }
