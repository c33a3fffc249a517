package host

import (
	"fmt"
	"strings"
	"unicode"
)

// A rsyslogStatement is a directive ($Name value), an object (name(key="value")),
// or an action of the older form with the selector in front of it.
type rsyslogStatement struct {
	origin   string
	kind     rsyslogKind
	name     string            // of a directive or object, in small letters
	params   map[string]string // of an object, by key in small letters
	value    string            // of a directive; the action's text
	selector string            // what stands in front of an action
}

type rsyslogKind uint8

const (
	rsyslogDirective rsyslogKind = iota
	rsyslogObject
	rsyslogAction
)

// A rsyslogScanner goes through one file. Blocks are looked into as if they
// were not there: what may be done counts, whatever the condition.
type rsyslogScanner struct {
	file     string
	rest     string
	line     int
	selector string
	out      []rsyslogStatement
}

// parseRsyslog takes a configuration file apart.
func parseRsyslog(file string, b []byte) []rsyslogStatement {
	s := &rsyslogScanner{file: file, rest: string(b), line: 1}
	for s.skip(); s.rest != ""; s.skip() {
		before := len(s.rest)
		s.statement()
		if len(s.rest) == before { // nothing that is known: go on behind it
			s.take(1)
		}
	}
	return s.out
}

// take removes n bytes and counts the lines among them.
func (s *rsyslogScanner) take(n int) string {
	n = min(n, len(s.rest))
	head := s.rest[:n]
	s.rest = s.rest[n:]
	s.line += strings.Count(head, "\n")
	return head
}

// takeLine takes the rest of the line; a backslash at its end joins the next.
func (s *rsyslogScanner) takeLine() string {
	var out strings.Builder
	for {
		end := strings.IndexByte(s.rest, '\n')
		if end < 0 {
			end = len(s.rest)
		}
		line := strings.TrimRight(s.take(end+1), "\r\n")
		if before, joined := strings.CutSuffix(line, `\`); joined && s.rest != "" {
			out.WriteString(before)
			continue
		}
		out.WriteString(line)
		return strings.TrimSpace(out.String())
	}
}

// skip passes over blanks and comments.
func (s *rsyslogScanner) skip() {
	for {
		s.take(len(s.rest) - len(strings.TrimLeftFunc(s.rest, unicode.IsSpace)))
		switch {
		case strings.HasPrefix(s.rest, "#"):
			s.takeLine()
		case strings.HasPrefix(s.rest, "/*"):
			end := strings.Index(s.rest, "*/")
			if end < 0 {
				end = len(s.rest)
			}
			s.take(end + 2)
		default:
			return
		}
	}
}

func (s *rsyslogScanner) add(st rsyslogStatement, line int) {
	st.origin = fmt.Sprintf("%s:%d", s.file, line)
	s.out = append(s.out, st)
}

func (s *rsyslogScanner) statement() {
	line := s.line
	word := strings.ToLower(s.word())
	after := strings.TrimLeftFunc(s.rest[len(word):], unicode.IsSpace)
	switch {
	case s.rest[0] == '$':
		name, value, _ := strings.Cut(strings.ReplaceAll(s.takeLine(), "\t", " "), " ")
		value, _, _ = strings.Cut(value, " #")
		s.add(rsyslogStatement{kind: rsyslogDirective, name: strings.ToLower(name[1:]), value: strings.TrimSpace(value)}, line)
	case strings.ContainsRune("{};", rune(s.rest[0])):
		s.take(1)
	case s.rest[0] == '&':
		s.take(1)
		s.action(line)
	case word == "if":
		s.takeThrough("then")
		s.selector = "if ..."
		s.skip()
		s.actionIfPlain()
	case word == "set" || word == "unset" || word == "reset":
		s.takeThrough(";")
	case word == "call" || word == "stop" || word == "continue" || word == "foreach" || word == "call_indirect":
		s.takeLineOrBrace()
	case word == "else" || word == "then":
		s.take(len(word))
		s.skip()
		s.actionIfPlain()
	case word != "" && strings.HasPrefix(after, "("):
		s.take(len(s.rest) - len(after) + 1)
		s.add(rsyslogStatement{kind: rsyslogObject, name: word, params: s.parameters(), selector: s.selector}, line)
	default:
		s.rule(line)
	}
}

// word is the name at the front, if there is one.
func (s *rsyslogScanner) word() string {
	end := strings.IndexFunc(s.rest, func(c rune) bool { return !unicode.IsLetter(c) && c != '_' })
	if end < 0 {
		end = len(s.rest)
	}
	return s.rest[:end]
}
