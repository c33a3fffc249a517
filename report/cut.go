package report

import (
	"fmt"
	"unicode/utf8"
)

// cut shortens a text that a consumer would refuse or drop, and says so.
func cut(s string, most int) string {
	if len(s) <= most {
		return s
	}
	end := most
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end] + fmt.Sprintf(" … [cut: %d characters in all; the JSON report has them]", utf8.RuneCountInString(s))
}
