package host

import (
	"fmt"
	"strings"
)

// An auditRule is one line of audit.rules(7), or one rule of the kernel.
type auditRule struct {
	origin string // file:line, or that the kernel told
	text   string // as auditctl takes it
	verb   string // what the line does: -w, -a, -A, -D, -e, ...
	value  string // of the verb
	list   string // exit, task, exclude, ...
	never  bool
	path   string // of -w, -F path= or -F dir=; "" when the rule is not about a place
	dir    bool   // the rule is for everything below path
	perm   string // letters of -p or -F perm=; "" is all
	arch   string // "" is all
	calls  func(name string) bool
	others []string // further conditions, which narrow the rule
}

// auditRules is what one source says, in the order in which it counts.
type auditRules struct {
	rules []auditRule
	off   string // where auditing is switched off; "" when it is not
}

// parseAuditRules reads a rules file. isDir tells what a watched path is:
// auditctl makes a watch on a directory one for all below it. In a compiled file
// (audit.rules) -D deletes what stands above and nothing counts below -e 2; the
// parts in rules.d are joined by augenrules, which puts those two in their place.
func parseAuditRules(file string, b []byte, compiled bool, isDir func(string) (bool, error)) (out auditRules, err error) {
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		words := auditWords(strings.TrimRight(line, "\r\n"))
		if len(words) == 0 || strings.HasPrefix(words[0], "#") {
			continue
		}
		r, err := parseAuditLine(words, isDir)
		if err != nil {
			return out, fmt.Errorf("%s:%d: %w", file, number, err)
		}
		r.origin = fmt.Sprintf("%s:%d", file, number)
		out.take(r, compiled)
		if compiled && r.verb == "-e" && r.value == "2" {
			break
		}
	}
	return out, nil
}

// take applies one line: most add a rule, some change what is there.
func (a *auditRules) take(r auditRule, compiled bool) {
	switch r.verb {
	case "-D":
		if compiled && r.text == "-D" {
			a.rules = nil
		}
	case "-e":
		if a.off = ""; r.value == "0" {
			a.off = r.origin
		}
	case "-A":
		a.rules = append([]auditRule{r}, a.rules...)
	case "-w", "-a":
		a.rules = append(a.rules, r)
	case "-W", "-d":
		a.remove(r)
	}
}

// remove deletes the rule that says the same, keys aside.
func (a *auditRules) remove(r auditRule) {
	for i, have := range a.rules {
		if have.path == r.path && have.never == r.never && have.list == r.list && samePerm(have.perm, r.perm) {
			a.rules = append(a.rules[:i:i], a.rules[i+1:]...)
			return
		}
	}
}

func samePerm(a, b string) bool { return permsWithin(a, allPerms) == permsWithin(b, allPerms) }

// auditWords splits as auditctl does: at blanks only; a backslash keeps a blank
// or a backslash in the word. Quotes are ordinary characters.
func auditWords(line string) (out []string) {
	var b strings.Builder
	started := false
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '\\' && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\\'):
			i++
			b.WriteByte(line[i])
			started = true
		case c != ' ':
			b.WriteByte(c)
			started = true
		case started:
			out = append(out, b.String())
			b.Reset()
			started = false
		}
	}
	if started {
		out = append(out, b.String())
	}
	return out
}

// optionOf splits an option from a value that is glued to it, as in -pwa.
func optionOf(word string, rest []string) (option, value string) {
	if len(word) > 2 && word[0] == '-' && word[1] != '-' {
		return word[:2], word[2:]
	}
	if len(rest) > 0 {
		return word, rest[0]
	}
	return word, ""
}
