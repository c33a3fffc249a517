package docker

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// A scanner goes through a JSON text from value to value. Its methods report
// false at what is no JSON.
type scanner struct {
	text string
	at   int
}

// next is the first byte after white space, which is passed over; 0 at the end.
func (s *scanner) next() byte {
	for ; s.at < len(s.text); s.at++ {
		switch c := s.text[s.at]; c {
		case ' ', '\t', '\r', '\n':
		default:
			return c
		}
	}
	return 0
}

func (s *scanner) take(c byte) bool {
	if s.next() != c {
		return false
	}
	s.at++
	return true
}

func (s *scanner) word(w string) bool {
	ok := strings.HasPrefix(s.text[s.at:], w)
	if ok {
		s.at += len(w)
	}
	return ok
}

// object calls member at the value of each.
func (s *scanner) object(member func(name string) bool) bool {
	if !s.take('{') {
		return false
	}
	if s.take('}') {
		return true
	}
	for {
		name, ok := s.str()
		switch {
		case !ok || !s.take(':') || !member(name):
			return false
		case s.take('}'):
			return true
		case !s.take(','):
			return false
		}
	}
}

// list calls element at each.
func (s *scanner) list(element func() bool) bool {
	if !s.take('[') {
		return false
	}
	if s.take(']') {
		return true
	}
	for {
		switch {
		case !element():
			return false
		case s.take(']'):
			return true
		case !s.take(','):
			return false
		}
	}
}

// str is the string that comes next.
func (s *scanner) str() (string, bool) {
	from := s.at
	if !s.take('"') {
		return "", false
	}
	start, plain := s.at, true
	for ; s.at < len(s.text); s.at++ {
		switch c := s.text[s.at]; {
		case ' ' <= c && c < utf8.RuneSelf && c != '"' && c != '\\': // nearly all
		case c == '"' && plain:
			s.at++
			return s.text[start : s.at-1], true
		case c == '"':
			s.at++
			return spelled(s.text[from:s.at])
		case c < ' ':
			return "", false
		case c == '\\':
			s.at++
			plain = false
		case c >= utf8.RuneSelf:
			plain = false
		}
	}
	s.at = len(s.text) // after an escape it may lie beyond
	return "", false
}

func spelled(quoted string) (text string, ok bool) {
	err := json.Unmarshal([]byte(quoted), &text)
	return text, err == nil
}

// strOrNull is the same, and empty for null.
func (s *scanner) strOrNull() (string, bool) {
	if s.next() == 'n' {
		return "", s.word("null")
	}
	return s.str()
}

// strs is the list of strings that comes next.
func (s *scanner) strs() (list []string, ok bool) {
	list = []string{}
	ok = s.list(func() bool {
		one, ok := s.strOrNull()
		list = append(list, one)
		return ok
	})
	return list, ok
}

// number passes over a number and returns it; "" where there is none.
func (s *scanner) number() string {
	from := s.at
	s.word("-")
	if !s.word("0") && s.digits() == 0 {
		return ""
	}
	if s.word(".") && s.digits() == 0 {
		return ""
	}
	if s.word("e") || s.word("E") {
		if !s.word("+") {
			s.word("-")
		}
		if s.digits() == 0 {
			return ""
		}
	}
	return s.text[from:s.at]
}

func (s *scanner) digits() int {
	from := s.at
	for s.at < len(s.text) && '0' <= s.text[s.at] && s.text[s.at] <= '9' {
		s.at++
	}
	return s.at - from
}

// maxDeep bounds the nesting of what is passed over.
const maxDeep = 100

// skip passes over any value and returns it.
func (s *scanner) skip(depth int) (raw string, ok bool) {
	c, from := s.next(), s.at
	deeper := func() bool { _, ok := s.skip(depth + 1); return ok }
	switch {
	case depth > maxDeep:
	case c == '{':
		ok = s.object(func(string) bool { return deeper() })
	case c == '[':
		ok = s.list(deeper)
	case c == '"':
		_, ok = s.str()
	case c == '-' || '0' <= c && c <= '9':
		ok = s.number() != ""
	default:
		ok = s.word("true") || s.word("false") || s.word("null")
	}
	return s.text[from:s.at], ok
}
