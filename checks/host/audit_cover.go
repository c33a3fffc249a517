package host

import (
	"path"
	"slices"
	"strings"
)

// An auditPlace is a path free of links. A directory is only covered by a rule
// for all below it.
type auditPlace struct {
	path string
	dir  bool
}

// An auditNeed is what shall be recorded: everything that meets the conditions,
// at a place where there is one.
type auditNeed struct {
	place *auditPlace
	conds []auditCond
}

// An auditAtom is the smallest part of a need that one rule has to cover: one
// call, or one kind of access, by one kind of program.
type auditAtom struct {
	arch auditArch
	call string // "" is any
	perm string // one letter of rwxa; "" where access is not asked about
}

// An auditAnswer is what a list of rules says about an atom.
type auditAnswer struct {
	rule *auditRule // what records it; nil when nothing does
	note string     // why less is recorded than a rule seems to say
	err  error      // why it cannot be told
}

// A fit is how much of an atom a rule is about.
type fit uint8

const (
	apart fit = iota
	partly
	wholly
)

// answer goes through the rules as the kernel does: on the exit list the first
// that matches decides, so a never before an always takes its share away.
func (a auditRules) answer(m auditMachine, need auditNeed, atom auditAtom) (out auditAnswer) {
	if note := a.silence(need); note != "" {
		return auditAnswer{note: note}
	}
	for i := range a.rules {
		r := &a.rules[i]
		if r.list != "exit" {
			continue
		}
		short := r.text + " (" + r.origin + ")"
		switch f, why := r.fits(m, need, atom); {
		case m.err != nil && (r.arch != "" || r.calls != nil) && (f == wholly || f == partly && r.never):
			out.err = m.err
		case f == wholly && r.never, f == partly && r.never && !r.exempts(need):
			out.note = or(out.note, short+" is asked first")
			return auditAnswer{note: out.note, err: out.err}
		case f == wholly:
			return auditAnswer{rule: r, note: out.note}
		case f == partly && r.never:
			out.note = or(out.note, short+" exempts some")
		case !r.never && why != "":
			out.note = or(out.note, short+" is only for "+why)
		}
	}
	if out.err == nil {
		out.err = a.broken
	}
	return out
}

// silence knows what keeps everything out of the records: the switch, the rule
// that some distributions ship (-a never,task), and an exclusion of the record
// that every call writes.
func (a auditRules) silence(need auditNeed) string {
	if a.off != "" {
		return "auditing is switched off (" + a.off + ")"
	}
	for _, r := range a.rules {
		switch {
		case r.list == "task" && r.never && len(r.conds) == 0:
		case r.list == "exclude" && r.excludesCalls() && allImplied(need.conds, r.conds):
		default:
			continue
		}
		return r.text + " (" + r.origin + ") keeps every program out of the audit"
	}
	return ""
}

// excludesCalls reports a rule of the exclude list that is not only about other
// kinds of records.
func (r auditRule) excludesCalls() bool {
	return !slices.ContainsFunc(r.conds, func(c auditCond) bool {
		return c.field == "msgtype" && !(c.op == "=" && (c.text == "SYSCALL" || c.number == 1300))
	})
}

func allImplied(conds, all []auditCond) bool {
	return !slices.ContainsFunc(all, func(c auditCond) bool { return c.field != "msgtype" && !implies(conds, c) })
}

// fits compares a rule with an atom; why names the condition that narrows it.
func (r auditRule) fits(m auditMachine, need auditNeed, atom auditAtom) (f fit, why string) {
	calls := r.fitsCall(m, atom)
	f = min(calls, r.fitsPerm(atom), r.fitsPlace(need))
	switch {
	case r.isForOthers(atom) && f == wholly && r.path != "":
		return apart, r.arch + " programs"
	case r.isForOthers(atom) || f == apart:
		return apart, ""
	case calls == partly:
		why = "some system calls"
	}
	for _, c := range r.conds {
		switch {
		case excludes(need.conds, c):
			return apart, ""
		case !implies(need.conds, c):
			f, why = partly, or(why, strings.TrimPrefix(c.String(), "-F "))
		}
	}
	return f, why
}

// isForOthers reports a rule for another kind of program.
func (r auditRule) isForOthers(atom auditAtom) bool {
	return r.arch != "" && atom.arch.bits != "" && r.arch != atom.arch.bits
}

func (r auditRule) fitsCall(m auditMachine, atom auditAtom) fit {
	switch {
	case r.calls == nil, m.err != nil: // what it is for without an architecture is asked later
		return wholly
	case atom.call != "" && r.has(m, atom.arch, atom.call):
		return wholly
	case atom.call != "":
		return apart
	}
	missing := func(call string) bool { return !r.has(m, atom.arch, call) }
	switch {
	case !slices.ContainsFunc(accessCalls[atom.perm], missing):
		return wholly
	case atom.perm == "" || slices.ContainsFunc(accessClass(atom.perm), func(call string) bool { return !missing(call) }):
		return partly
	}
	return apart
}

// accessCalls are calls that every architecture has; a list of calls that has
// them is taken for the whole access, though more calls amount to it.
var accessCalls = map[string][]string{
	"r": {"openat"}, "w": {"openat", "unlinkat", "renameat2"}, "x": {"execve"}, "a": {"fchmodat", "fchownat", "setxattr"},
}

// accessClass is all calls that the kernel counts as a kind of access (its
// audit_read.h, audit_write.h, audit_dir_write.h, audit_change_attr.h).
func accessClass(perm string) []string {
	return strings.Fields(map[string]string{
		"r": "readlink readlinkat quotactl listxattr llistxattr flistxattr getxattr lgetxattr fgetxattr open openat openat2",
		"w": `rename mkdir rmdir creat link unlink symlink mknod mkdirat mknodat unlinkat renameat renameat2 linkat symlinkat
			acct swapon quotactl truncate truncate64 ftruncate ftruncate64 bind fallocate open openat openat2`,
		"x": "execve execveat uselib",
		"a": `chmod fchmod fchmodat fchmodat2 chown lchown fchown fchownat chown32 lchown32 fchown32 setxattr lsetxattr fsetxattr
			removexattr lremovexattr fremovexattr link linkat`,
	}[perm])
}

func (r auditRule) fitsPerm(atom auditAtom) fit {
	switch {
	case r.perm == "" || atom.perm != "" && strings.Contains(r.perm, atom.perm):
		return wholly
	case atom.perm == "":
		return partly
	}
	return apart
}

func (r auditRule) fitsPlace(need auditNeed) fit {
	switch {
	case r.path == "":
		return wholly
	case need.place == nil:
		return partly
	case r.dir && isWithin(need.place.path, r.at), r.at == need.place.path && !need.place.dir:
		return wholly
	case need.place.dir && isWithin(r.at, need.place.path):
		return partly
	}
	return apart
}

// exempts reports a never that leaves out a program, a label or a place, or
// daemons, who have no login. One that leaves out people is no exemption.
func (r auditRule) exempts(need auditNeed) bool {
	if r.path != "" && (need.place == nil || r.at != need.place.path) {
		return true
	}
	unset := auditCond{field: "auid", op: "=", number: 1<<32 - 1, isNumber: true}
	return implies(r.conds, unset) || slices.ContainsFunc(r.conds, func(c auditCond) bool {
		return c.op == "=" && (c.field == "exe" || strings.HasPrefix(c.field, "subj_"))
	})
}

// resolveWatch resolves a rule's path as the kernel does when the rule is
// loaded: links in its parents are followed, one at its end is not.
func (h *Host) resolveWatch(rule string) string {
	if dir, err := h.root.Stat(path.Dir(rule)); err == nil {
		return path.Join(dir.Resolved, path.Base(rule))
	}
	return rule
}

// resolve does so for all rules.
func (h *Host) resolve(rules []auditRule) {
	parents := map[string]string{}
	for i, r := range rules {
		if r.path == "" {
			continue
		}
		dir := path.Dir(r.path)
		at, known := parents[dir]
		if !known {
			at = path.Dir(h.resolveWatch(r.path))
			parents[dir] = at
		}
		rules[i].at = path.Join(at, path.Base(r.path))
	}
}
