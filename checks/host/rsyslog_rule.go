package host

import (
	"strings"
	"unicode"
)

// takeThrough takes up to a word or sign, past quoted text.
func (s *rsyslogScanner) takeThrough(end string) {
	for s.rest != "" {
		switch c := s.rest[0]; {
		case c == '"' || c == '\'':
			s.quoted()
		case strings.HasPrefix(strings.ToLower(s.rest), end):
			s.take(len(end))
			return
		default:
			s.take(1)
		}
	}
}

func (s *rsyslogScanner) takeLineOrBrace() {
	end := strings.IndexAny(s.rest, "\n{}")
	if end < 0 {
		end = len(s.rest)
	}
	s.take(end)
}

// quoted takes a text in quotes; a backslash keeps the next character.
func (s *rsyslogScanner) quoted() string {
	quote := s.rest[0]
	s.take(1)
	var out strings.Builder
	for s.rest != "" && s.rest[0] != quote {
		if s.rest[0] == '\\' {
			s.take(1)
		}
		out.WriteString(s.take(1))
	}
	s.take(1)
	return out.String()
}

// parameters reads key="value" pairs up to the closing bracket. A value may be
// a list in square brackets, of which the elements are joined.
func (s *rsyslogScanner) parameters() map[string]string {
	out, key := map[string]string{}, ""
	for s.skip(); s.rest != "" && s.rest[0] != ')'; s.skip() {
		switch c := s.rest[0]; {
		case c == '"' || c == '\'' || c == '`':
			text := s.quoted()
			if have, list := out[key]; list && have != "" {
				text = have + "," + text
			}
			out[key] = text
		case strings.ContainsRune("=,[]", rune(c)):
			s.take(1)
		default:
			key = strings.ToLower(s.takeKey())
			out[key] = ""
		}
	}
	s.take(1)
	return out
}

func (s *rsyslogScanner) takeKey() string {
	end := strings.IndexFunc(s.rest, func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune(`=,[]()"'`, c) })
	switch {
	case end < 0:
		end = len(s.rest)
	case end == 0:
		end = 1
	}
	return s.take(end)
}

// rule reads a selector (auth,authpriv.*;mail.none) or a property filter
// (:msg, contains, "x"), and then what is done.
func (s *rsyslogScanner) rule(line int) {
	if strings.HasPrefix(s.rest, ":") {
		s.selector = s.propertyFilter()
	} else {
		end := strings.IndexFunc(s.rest, unicode.IsSpace)
		if end < 0 {
			end = len(s.rest)
		}
		s.selector = s.take(end)
	}
	s.rest = strings.TrimLeft(s.rest, " \t")
	s.action(line)
}

func (s *rsyslogScanner) propertyFilter() string {
	out := ""
	for s.rest != "" && s.rest[0] != '\n' {
		if s.rest[0] == '"' {
			return out + `"` + s.quoted() + `"`
		}
		out += s.take(1)
	}
	return out
}

// action reads what stands behind a selector: a block or an object goes on by
// itself, anything else is an action of the older form.
func (s *rsyslogScanner) action(line int) {
	s.rest = strings.TrimLeft(s.rest, " \t")
	word := s.word()
	if s.rest == "" || s.rest[0] == '{' || word != "" && strings.HasPrefix(strings.TrimLeft(s.rest[len(word):], " \t"), "(") {
		return
	}
	if text := strings.TrimSpace(s.takeLine()); text != "" {
		s.add(rsyslogStatement{kind: rsyslogAction, value: text, selector: s.selector}, line)
	}
}

// actionIfPlain reads an action of the older form behind a condition.
func (s *rsyslogScanner) actionIfPlain() {
	if s.rest != "" && strings.ContainsRune("/-@|?:*", rune(s.rest[0])) {
		s.action(s.line)
	}
}
