package host

import (
	"fmt"
	"strings"
)

// An aptSetting is one assignment, or one #clear of an option and all below it.
type aptSetting struct {
	name   string // in lower case: apt does not care
	value  string
	clear  bool
	origin string
}

// An aptParser reads apt.conf(5): options end with a semicolon, braces open a
// group whose name comes before those in it, comments are as in C, or start with #
// where no directive follows.
type aptParser struct {
	file   string
	rest   string
	line   int
	groups []string
	out    []aptSetting
}

func parseAptConf(file string, b []byte) []aptSetting {
	p := aptParser{file: file, rest: string(b), line: 1}
	var words []string
	for {
		w, end := p.token()
		switch {
		case end:
			return p.out
		case w == "{":
			p.groups = append(p.groups, first(words))
			words = nil
		case w == "}":
			p.groups = p.groups[:max(len(p.groups)-1, 0)]
			words = nil
		case w == ";":
			p.assign(words)
			words = nil
		default:
			words = append(words, w)
		}
	}
}

func first(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[0]
}

// assign takes a name and a value. A value alone is an element of a list, which
// no option that is asked for is.
func (p *aptParser) assign(words []string) {
	if len(words) < 2 || strings.EqualFold(words[0], "#include") {
		return
	}
	s := aptSetting{origin: fmt.Sprintf("%s:%d", p.file, p.line)}
	if s.clear = strings.EqualFold(words[0], "#clear"); s.clear {
		s.name = p.name(words[1])
	} else {
		s.name, s.value = p.name(words[0]), words[1]
	}
	p.out = append(p.out, s)
}

func (p *aptParser) name(own string) string {
	var steps []string
	for _, g := range append(p.groups[:len(p.groups):len(p.groups)], own) {
		if g = strings.Trim(g, ":"); g != "" {
			steps = append(steps, strings.ToLower(g))
		}
	}
	return strings.Join(steps, "::")
}

// token returns the next word, without its quotes, or mark.
func (p *aptParser) token() (word string, end bool) {
	for p.rest != "" {
		switch {
		case strings.ContainsRune(" \t\r\n", rune(p.rest[0])):
			p.skip(1)
		case strings.HasPrefix(p.rest, "//"), p.rest[0] == '#' && !isAptDirective(p.rest):
			p.skip(upTo(p.rest, "\n"))
		case strings.HasPrefix(p.rest, "/*"):
			p.skip(2 + upTo(p.rest[2:], "*/"))
		case strings.ContainsRune("{};", rune(p.rest[0])):
			return p.skip(1), false
		case p.rest[0] == '"':
			text := p.skip(1 + upTo(p.rest[1:], `"`))
			return strings.Trim(text, `"`), false
		default:
			return p.skip(wordLength(p.rest)), false
		}
	}
	return "", true
}

func isAptDirective(s string) bool {
	s = strings.ToLower(s[:min(len(s), 8)])
	return strings.HasPrefix(s, "#clear") || strings.HasPrefix(s, "#include")
}

func wordLength(s string) int {
	if i := strings.IndexAny(s, " \t\r\n{};\""); i >= 0 {
		return i
	}
	return len(s)
}

// upTo is how many bytes there are to the end of the mark, or of the text.
func upTo(s, mark string) int {
	if i := strings.Index(s, mark); i >= 0 {
		return i + len(mark)
	}
	return len(s)
}

func (p *aptParser) skip(n int) string {
	text := p.rest[:n]
	p.line += strings.Count(text, "\n")
	p.rest = p.rest[n:]
	return text
}
