package host

import (
	"fmt"
	"slices"
	"strings"
)

// An auditRule is one line of audit.rules(7), or one rule of the kernel.
type auditRule struct {
	origin string // file:line, or that the kernel told
	text   string // as auditctl takes it
	verb   string // what the line does: -w, -a, -A, -D, -e, ...
	value  string // of the verb
	key    string
	list   string // exit, task, exclude, ...
	never  bool
	path   string // of -w, -F path= or -F dir=; "" when the rule is not about a place
	at     string // path as the kernel resolves it
	dir    bool   // the rule is for everything below path
	perm   string // letters of -p or -F perm=; "" is all
	arch   string // b64 or b32; "" is all
	calls  *auditCalls
	conds  []auditCond // further conditions, which narrow the rule
}

// auditCalls is the system calls that a rule is for; nil is all. A line gives
// names, the kernel numbers.
type auditCalls struct {
	names   []string
	numbers []uint32
}

// has reports whether the rule is for a call of one kind of program. A rule
// without an architecture means the numbers that the names have for the
// machine's own programs, whichever program then uses them.
func (r auditRule) has(m auditMachine, a auditArch, call string) bool {
	number, exists := a.calls[call]
	switch {
	case r.calls == nil:
		return true
	case !exists:
		return false
	case r.arch != "" && slices.Contains(r.calls.names, call) || slices.Contains(r.calls.numbers, number):
		return true
	}
	return r.arch == "" && slices.ContainsFunc(r.calls.names, func(name string) bool {
		n, ok := m.native().calls[name]
		return ok && n == number
	})
}

// auditRules is what one source says, in the order in which it counts.
type auditRules struct {
	rules    []auditRule
	off      string                  // where auditing is switched off; "" when it is not
	settings map[string]auditSetting // the last line of each control option: -e, -f, -b, -c
	broken   error                   // a line that ends the loading: what is below is not known to count
}

type auditSetting struct{ value, origin string }

// An auditReader is what it takes to understand a line.
type auditReader struct {
	isDir func(path string) (bool, error)
	idOf  func(field, name string) (uint32, bool)
}

// parseAuditRules reads a rules file into out. auditctl makes a watch on a
// directory one for all below it. In a compiled file (audit.rules) -D deletes what
// stands above and nothing counts below -e 2; the parts in rules.d are joined by
// augenrules, which puts those two in their place. auditctl ends at a line that it
// cannot take, unless -i or -c stands above.
func (out *auditRules) parse(file string, b []byte, compiled bool, reader auditReader) {
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		words := auditWords(strings.TrimRight(line, "\r\n"))
		if len(words) == 0 || strings.HasPrefix(words[0], "#") {
			continue
		}
		origin := fmt.Sprintf("%s:%d", file, number)
		r, err := reader.line(words)
		if err != nil {
			if out.goesOn() {
				continue
			}
			out.broken = fmt.Errorf("%s: %w", origin, err)
			return
		}
		r.origin = origin
		out.take(r, compiled)
		if compiled && r.verb == "-e" && r.value == "2" {
			return
		}
	}
}

// goesOn reports that a bad line does not end the loading.
func (a auditRules) goesOn() bool { return a.set("-c") || a.set("-i") }

func (a auditRules) set(option string) bool {
	_, set := a.settings[option]
	return set
}

// take applies one line: most add a rule, some change what is there.
func (a *auditRules) take(r auditRule, compiled bool) {
	switch r.verb {
	case "-D":
		if compiled && r.text == "-D" {
			a.rules = nil
		}
	case "-e", "-f", "-b", "-r", "-c", "-i":
		a.setting(r)
	case "-A":
		a.rules = append([]auditRule{r}, a.rules...)
	case "-w", "-a":
		a.rules = append(a.rules, r)
	case "-W", "-d":
		a.remove(r)
	}
}

func (a *auditRules) setting(r auditRule) {
	if a.settings == nil {
		a.settings = map[string]auditSetting{}
	}
	a.settings[r.verb] = auditSetting{r.value, r.origin}
	if r.verb != "-e" {
		return
	}
	if a.off = ""; r.value == "0" {
		a.off = r.origin
	}
}

// remove deletes the rule that says the same, keys aside.
func (a *auditRules) remove(r auditRule) {
	for i, have := range a.rules {
		if have.path == r.path && have.never == r.never && have.list == r.list && samePerm(have.perm, r.perm) &&
			have.arch == r.arch && slices.Equal(have.conds, r.conds) && sameCalls(have.calls, r.calls) {
			a.rules = append(a.rules[:i:i], a.rules[i+1:]...)
			return
		}
	}
}

func samePerm(a, b string) bool { return permsWithin(a, allPerms) == permsWithin(b, allPerms) }

func sameCalls(a, b *auditCalls) bool {
	if a == nil || b == nil {
		return a == b
	}
	return slices.Equal(slices.Sorted(slices.Values(a.names)), slices.Sorted(slices.Values(b.names)))
}
