package host

import (
	"fmt"
	"strings"
)

// An environment is the variables that a unit's commands see, each with the
// file and line that sets it.
type environment map[string]Word

// assign adds the assignments of one Environment= line.
func (e environment) assign(s UnitSetting) {
	for _, w := range s.words() {
		if name, value, ok := strings.Cut(w.Text, "="); ok {
			e[name] = Word{value, w.At}
		}
	}
}

// parseEnvironmentFile reads the format of systemd.exec(5) EnvironmentFile=:
// shell-like assignments, but without any expansion.
func parseEnvironmentFile(file string, b []byte) environment {
	out := environment{}
	p := envParser{s: strings.TrimPrefix(string(b), "\ufeff"), line: 1}
	for p.i < len(p.s) {
		line := p.line
		key, value, ok := p.assignment()
		if ok {
			out[key] = Word{value, fmt.Sprintf("%s:%d", file, line)}
		}
	}
	return out
}

type envParser struct {
	s    string
	i    int
	line int
}

func (p *envParser) next() byte {
	c := p.s[p.i]
	p.i++
	if c == '\n' {
		p.line++
	}
	return c
}

// assignment reads one line, or more where the value spans them.
func (p *envParser) assignment() (key, value string, ok bool) {
	var name strings.Builder
	for p.i < len(p.s) {
		c := p.next()
		switch {
		case c == '\n':
			return "", "", false
		case strings.TrimSpace(name.String()) == "" && (c == '#' || c == ';'):
			p.comment()
			return "", "", false
		case c == '=':
			key = strings.TrimSpace(name.String())
			value = p.value()
			return key, value, isVariable(key)
		}
		name.WriteByte(c)
	}
	return "", "", false
}

// comment skips to the end of the line; a backslash continues comments too.
func (p *envParser) comment() {
	for p.i < len(p.s) {
		switch c := p.next(); {
		case c == '\n':
			return
		case c == '\\' && p.i < len(p.s):
			p.next()
		}
	}
}

// value reads to the end of the line. A quote opens only where a value or a
// new part of it begins; elsewhere it is a character like any other. Outside
// of quotes a backslash protects one character and trailing white space falls.
func (p *envParser) value() string {
	var v strings.Builder
	kept, fresh := 0, true
	for p.i < len(p.s) {
		c := p.next()
		space := strings.IndexByte(whitespace, c) >= 0
		switch {
		case c == '\n':
			return v.String()[:kept]
		case fresh && space:
		case fresh && (c == '"' || c == '\''):
			p.quoted(c, &v)
			kept = v.Len()
		case c == '\\' && p.i < len(p.s):
			fresh = false
			if n := p.next(); n != '\n' {
				v.WriteByte(n)
				kept = v.Len()
			}
		default:
			fresh = false
			v.WriteByte(c)
			if !space {
				kept = v.Len()
			}
		}
	}
	return v.String()[:kept]
}

func (p *envParser) quoted(quote byte, v *strings.Builder) {
	for p.i < len(p.s) {
		c := p.next()
		switch {
		case c == quote:
			return
		case quote == '"' && c == '\\' && p.i < len(p.s):
			n := p.next()
			if strings.IndexByte("\"\\`$\n", n) < 0 {
				v.WriteByte('\\')
			}
			if n != '\n' {
				v.WriteByte(n)
			}
		default:
			v.WriteByte(c)
		}
	}
}

func isVariable(name string) bool {
	for i, c := range []byte(name) {
		letter := c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		if !letter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return name != ""
}
