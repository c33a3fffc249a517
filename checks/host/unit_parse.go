package host

import (
	"fmt"
	"strings"
)

// A UnitSetting is one assignment of a unit file, as written.
type UnitSetting struct {
	Section, Key, Value string

	file  string
	lines []lineStart // where the value's physical lines begin, for values with continuations
}

// A lineStart says on which line the bytes of a value from an offset on stand.
type lineStart struct{ offset, line int }

// At is the file and line of the byte at the offset, /etc/…/override.conf:3.
func (s UnitSetting) At(offset int) string {
	line := 0
	for _, l := range s.lines {
		if l.offset <= offset {
			line = l.line
		}
	}
	return fmt.Sprintf("%s:%d", s.file, line)
}

// parseUnit reads a unit file or drop-in by the rules of systemd.syntax(7):
// a trailing backslash continues a line, comment lines inside a continuation
// are skipped, lines before the first section and lines without "=" are
// ignored as systemd ignores them, with a warning in its journal.
func parseUnit(file string, b []byte) []UnitSetting {
	var out []UnitSetting
	section := ""
	for _, l := range logicalLines(b) {
		text := strings.TrimSpace(l.text)
		if name, ok := sectionName(text); ok {
			section = name
			continue
		}
		key, _, ok := strings.Cut(l.text, "=")
		if !ok || section == "" || strings.TrimSpace(key) == "" {
			continue
		}
		value := l.from(len(key) + 1)
		out = append(out, UnitSetting{section, strings.TrimSpace(key), value.text, file, value.lines})
	}
	return out
}

func sectionName(text string) (string, bool) {
	if !strings.HasPrefix(text, "[") || !strings.HasSuffix(text, "]") {
		return "", false
	}
	return text[1 : len(text)-1], true
}

// A logicalLine is a line after its continuations are joined.
type logicalLine struct {
	text  string
	lines []lineStart
}

// from is the trimmed rest of the line after an offset.
func (l logicalLine) from(offset int) logicalLine {
	rest := l.text[offset:]
	text := strings.TrimLeft(rest, whitespace)
	offset += len(rest) - len(text)
	out := logicalLine{text: strings.TrimRight(text, whitespace)}
	for _, s := range l.lines {
		if s.offset <= offset {
			out.lines = []lineStart{{0, s.line}}
			continue
		}
		out.lines = append(out.lines, lineStart{s.offset - offset, s.line})
	}
	return out
}

const whitespace = " \t\r"

func logicalLines(b []byte) []logicalLine {
	var out []logicalLine
	var open *logicalLine
	text := strings.TrimPrefix(string(b), "\ufeff")
	for i, line := range strings.Split(text, "\n") {
		if isComment(line) {
			continue
		}
		if open == nil {
			open = &logicalLine{}
		}
		open.lines = append(open.lines, lineStart{len(open.text), i + 1})
		open.text += line
		if continues(line) {
			open.text = open.text[:len(open.text)-1] + " "
			continue
		}
		out, open = append(out, *open), nil
	}
	if open != nil {
		out = append(out, *open)
	}
	return out
}

func isComment(line string) bool {
	line = strings.TrimLeft(line, whitespace)
	return line != "" && strings.ContainsRune("#;", rune(line[0]))
}

// continues reports a trailing backslash that is not itself escaped.
func continues(line string) bool {
	n := len(line) - len(strings.TrimRight(line, `\`))
	return n%2 == 1
}
