package report

import (
	"crypto/sha256"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"
)

// maxCell is Excel's limit for the text of a cell, in UTF-16 units.
const maxCell = 32_767

// cellText makes a text fit for a cell: harmless, and cut with a mark where it
// is too long. It is always written as a string, never as a formula, whatever
// it starts with.
func cellText(full string) string {
	s := SafeLines(full)
	if len(s) <= maxCell || utf16Units(s) <= maxCell {
		return s
	}
	whole := string([]rune(full)) // as JSON has it: U+FFFD for a byte that is no character
	mark := fmt.Sprintf(" … [cut: %d characters in all, SHA-256 %x; the JSON report has them]",
		utf8.RuneCountInString(whole), sha256.Sum256([]byte(whole)))
	room := maxCell - utf16Units(mark)
	for i, r := range s {
		if room -= units(r); room < 0 {
			return s[:i] + mark
		}
	}
	return s
}

func utf16Units(s string) int {
	n := 0
	for _, r := range s {
		n += units(r)
	}
	return n
}

// units is 2 for a character beyond the basic plane, which UTF-16 writes as a pair.
func units(r rune) int {
	if r > 0xffff {
		return 2
	}
	return 1
}

const (
	lineHeight = 13.2 // points for a line of 10 point text
	maxLines   = 20   // higher rows fill the screen; the cell still holds everything
)

// points is the height of a row of so many lines.
func points(lines int) float64 { return math.Round(10*(float64(lines)*lineHeight+4)) / 10 }

// letters is how many characters fit a column. Its width counts digits of the
// workbook's font, 11 point; the cells' fonts are smaller, and letters narrower.
func (l look) letters(c Column) int {
	if c.kind == codeText {
		return max(4, int(1.05*c.width))
	}
	return max(4, int(1.17*c.width))
}

// linesOf counts the lines of a text in a column that holds w characters.
func linesOf(s string, w int) int {
	if len(s) <= w && !strings.Contains(s, "\n") {
		return 1
	}
	n := 0
	for part := range strings.Lines(s) {
		n += len(wrap(part[:min(len(part), maxLines*w*4)], w))
		if n >= maxLines {
			break
		}
	}
	return n
}
