package host

import (
	"slices"
	"strings"
)

// sudoCommands scans a list of commands.
type sudoCommands struct {
	s string
	i int
}

// free lists the commands with NOPASSWD in force and stops behind a colon that
// begins the next list of hosts.
func (p *sudoCommands) free() (out []string) {
	nopasswd := false
	for p.i < len(p.s) {
		p.skipRunas()
		for {
			word := p.tag()
			if word == "" {
				break
			}
			if name, ok := strings.CutSuffix(word, "PASSWD"); ok {
				nopasswd = name == "NO"
			}
		}
		command, end := p.command()
		if nopasswd && command != "" && command[0] != '!' {
			out = append(out, command)
		}
		if end == ':' {
			return out
		}
	}
	return out
}

func (p *sudoCommands) blanks() {
	for p.i < len(p.s) && (p.s[p.i] == ' ' || p.s[p.i] == '\t') {
		p.i++
	}
}

func (p *sudoCommands) skipRunas() {
	p.blanks()
	if p.i < len(p.s) && p.s[p.i] == '(' {
		end := strings.IndexByte(p.s[p.i:], ')')
		if end < 0 {
			p.i = len(p.s)
			return
		}
		p.i += end + 1
	}
}

// tag reads one TAG: or OPTION=value, or nothing where a command begins.
func (p *sudoCommands) tag() string {
	p.blanks()
	end := p.i
	for end < len(p.s) && (p.s[end] >= 'A' && p.s[end] <= 'Z' || p.s[end] == '_') {
		end++
	}
	word, rest := p.s[p.i:end], strings.TrimLeft(p.s[end:], " \t")
	switch {
	case strings.HasPrefix(rest, ":") && isSudoTag(word):
		p.i = len(p.s) - len(rest) + 1
		return word
	case strings.HasPrefix(rest, "=") && isSudoOption(word):
		p.i = len(p.s) - len(rest) + 1
		p.blanks()
		p.value()
		return word
	}
	return ""
}

// value skips an option's value, quoted or up to a blank.
func (p *sudoCommands) value() {
	quoted := false
	for ; p.i < len(p.s); p.i++ {
		switch c := p.s[p.i]; {
		case c == '"':
			quoted = !quoted
		case c == '\\':
			p.i++
		case !quoted && (c == ' ' || c == '\t'):
			return
		}
	}
}

// command reads up to a comma or a colon, and returns which. A digest has a
// colon of its own, and a regular expression from ^ to $ may hold both.
func (p *sudoCommands) command() (text string, end byte) {
	p.blanks()
	start, quoted := p.i, false
	for ; p.i < len(p.s); p.i++ {
		switch c := p.s[p.i]; {
		case c == '\\':
			p.i++
		case c == '"':
			quoted = !quoted
		case c == '^' && (p.i == start || p.s[p.i-1] == ' ' || p.s[p.i-1] == '\t'):
			p.skipRegexp()
		case c == ':' && isSudoDigest(p.s[start:p.i]):
		case !quoted && (c == ',' || c == ':'):
			text = strings.TrimSpace(p.s[start:p.i])
			p.i++
			return text, c
		}
	}
	p.i = min(p.i, len(p.s))
	return strings.TrimSpace(p.s[start:p.i]), 0
}

func (p *sudoCommands) skipRegexp() {
	for i := p.i + 1; i < len(p.s); i++ {
		if p.s[i] == '$' && (i+1 == len(p.s) || strings.IndexByte(" \t,:", p.s[i+1]) >= 0) {
			p.i = i
			return
		}
	}
}

func isSudoDigest(s string) bool {
	return slices.Contains([]string{"sha224", "sha256", "sha384", "sha512"}, strings.TrimSpace(s))
}

func isSudoTag(word string) bool {
	return slices.Contains([]string{"PASSWD", "EXEC", "SETENV", "LOG_INPUT", "LOG_OUTPUT", "MAIL", "FOLLOW", "INTERCEPT"}, strings.TrimPrefix(word, "NO"))
}

func isSudoOption(word string) bool {
	return slices.Contains([]string{"ROLE", "TYPE", "APPARMOR_PROFILE", "PRIVS", "LIMITPRIVS", "CWD", "CHROOT", "TIMEOUT", "NOTBEFORE", "NOTAFTER"}, word)
}
