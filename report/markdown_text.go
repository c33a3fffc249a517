package report

import (
	"html"
	"strings"
)

// markdown escapes a text so that it is shown as it is: no tag, entity, link,
// image, emphasis, table cell, formula or mention comes of it. Lines stay lines.
func markdown(s string) string {
	s = SafeLines(s)
	var b strings.Builder
	for i, r := range s {
		if begins(s, i, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// inTag escapes a text beside a tag of ours: no backslash helps in a line that
// begins with one, for it is HTML.
func inTag(s string) string {
	return strings.ReplaceAll(html.EscapeString(s), "|", "&#124;")
}

// begins reports a character that would mean something: some do anywhere, a list
// or a heading begins a line, and GitHub makes links of http:// and www.
func begins(s string, i int, r rune) bool {
	switch r {
	case ':':
		return strings.HasPrefix(s[i:], ":/")
	case '.':
		return i >= 3 && strings.EqualFold(s[i-3:i], "www")
	case '+', '-', '=':
		line := s[strings.LastIndexByte(s[:i], '\n')+1 : i]
		return strings.Trim(line, " \t") == ""
	}
	return strings.ContainsRune("\\`*_{}[]<>#!|~&$@", r)
}

// fenced puts a text into a block whose fence is longer than any in the text.
func fenced(s string) string {
	fence := "```"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	return fence + "text\n" + strings.TrimRight(SafeLines(s), "\n") + "\n" + fence + "\n"
}
