package host

import (
	"path"
	"slices"
	"strings"
)

// auditCover is what a list of rules records about one place.
type auditCover struct {
	perms string // of rwxa, what is recorded whoever does it
	rule  auditRule
	found bool
	note  string // why less is recorded than a rule seems to say
}

// whole reports that changes of content and of attributes are recorded.
func (c auditCover) whole() bool {
	return strings.Contains(c.perms, "w") && strings.Contains(c.perms, "a")
}

// An auditPlace is a path free of links. A directory is only covered by a rule
// for all below it.
type auditPlace struct {
	path string
	dir  bool
}

// cover goes through the rules as the kernel does: on the exit list the first
// that matches decides, so a never before an always takes its share away.
func (a auditRules) cover(p auditPlace, resolve func(string) string) (c auditCover) {
	hidden := ""
	for _, r := range a.rules {
		if r.silencesAll() {
			return auditCover{note: r.text + " (" + r.origin + ") keeps every program out of the audit"}
		}
	}
	for _, r := range a.rules {
		if !r.matches(p, resolve) {
			continue
		}
		perms, note := r.records()
		switch {
		case note != "":
			c.note = or(c.note, note)
		case perms == "":
		case r.never:
			hidden += perms
			c.note = or(c.note, r.text+" ("+r.origin+") is asked first")
		default:
			c.add(r, without(perms, hidden))
		}
	}
	if a.off != "" {
		return auditCover{rule: c.rule, found: c.found, note: "auditing is switched off (" + a.off + ")"}
	}
	if c.whole() {
		c.note = ""
	}
	return c
}

// add keeps the rule that tells most.
func (c *auditCover) add(r auditRule, perms string) {
	if perms == "" {
		return
	}
	if !c.found || without(perms, c.perms) != "" && !c.whole() {
		c.rule, c.found = r, true
	}
	c.perms = permsWithin(allPerms, c.perms+perms)
}

func without(perms, gone string) (out string) {
	for _, c := range perms {
		if !strings.ContainsRune(gone, c) {
			out += string(c)
		}
	}
	return out
}

// silencesAll knows the rule that some distributions ship: -a never,task.
func (r auditRule) silencesAll() bool { return r.never && r.list == "task" && len(r.others) == 0 }

func (r auditRule) matches(p auditPlace, resolve func(string) string) bool {
	switch {
	case r.list != "exit":
		return false
	case r.path == "":
		return r.never // an always that names no place is not a watch
	}
	at := resolve(r.path)
	if r.dir {
		return isWithin(p.path, at)
	}
	return p.path == at && !p.dir
}

// records is the access that the rule is about for everybody, or a note when
// it is only for some.
func (r auditRule) records() (perms, note string) {
	short := r.text + " (" + r.origin + ")"
	switch {
	case r.never && (len(r.others) > 0 || r.arch != "" || r.calls != nil):
		return "", "" // exempts some, not all
	case len(r.others) > 0:
		return "", short + " is only for " + strings.Join(r.others, " and ")
	case slices.Contains(narrowArches, r.arch):
		return "", short + " is only for 32-bit programs"
	}
	perms = permsWithin(r.perm, r.byCalls())
	if perms == "" {
		return "", short + " is only for some system calls"
	}
	return perms, ""
}

// narrowArches are those that a 64-bit kernel offers to old programs.
var narrowArches = []string{"b32", "i386", "i486", "i586", "i686", "arm", "ppc", "s390"}

// byCalls is the access that a list of system calls amounts to. The calls asked
// for are those that every architecture has.
func (r auditRule) byCalls() string {
	if r.calls == nil {
		return allPerms
	}
	out := ""
	for _, kind := range accessCalls {
		if !slices.ContainsFunc(kind.calls, func(name string) bool { return !r.calls(name) }) {
			out += kind.perm
		}
	}
	return or(out, "-")
}

var accessCalls = []struct {
	perm  string
	calls []string
}{
	{"r", []string{"openat"}},
	{"w", []string{"openat", "unlinkat", "renameat2"}},
	{"x", []string{"execve"}},
	{"a", []string{"fchmodat", "fchownat", "setxattr"}},
}

// resolveWatch resolves a rule's path as the kernel does when the rule is
// loaded: links in its parents are followed, one at its end is not.
func (h *Host) resolveWatch(rule string) string {
	if dir, err := h.root.Stat(path.Dir(rule)); err == nil {
		return path.Join(dir.Resolved, path.Base(rule))
	}
	return rule
}
