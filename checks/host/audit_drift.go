package host

import (
	"fmt"
	"slices"
	"strings"
)

// beyond lists the rules that the other source does not have, whatever their
// spelling, order and keys.
func (a auditRules) beyond(m auditMachine, other auditRules) (out []string) {
	have := map[string]bool{}
	for _, r := range other.rules {
		have[r.canonical(m)] = true
	}
	for _, r := range a.rules {
		if !have[r.canonical(m)] {
			out = append(out, r.text)
		}
	}
	return out
}

// canonical is one text for all spellings of a rule.
func (r auditRule) canonical(m auditMachine) string {
	conds := []string{}
	for _, c := range r.conds {
		conds = append(conds, c.String())
	}
	slices.Sort(conds)
	return fmt.Sprint(r.list, r.never && r.list != "exclude", r.arch, r.path, r.dir, r.canonicalPerm(), r.canonicalCalls(m), slices.Compact(conds))
}

// canonicalPerm is all access for a watch without permissions.
func (r auditRule) canonicalPerm() string {
	if r.path != "" && r.calls == nil {
		return permsWithin(r.perm, allPerms)
	}
	return r.perm
}

// canonicalCalls is the numbers of the calls. Newer versions of auditctl give
// the kernel, beside the access, the calls that amount to it: those say nothing
// of their own.
func (r auditRule) canonicalCalls(m auditMachine) string {
	if r.calls == nil || r.perm != "" && r.hasAccessCalls(m) {
		return "all"
	}
	out := []string{}
	for _, n := range r.calls.numbers {
		out = append(out, fmt.Sprint(n))
	}
	for _, name := range r.calls.names {
		if n, ok := m.arch(r.arch).calls[name]; ok {
			name = fmt.Sprint(n)
		}
		out = append(out, name)
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), ",")
}

func (r auditRule) hasAccessCalls(m auditMachine) bool {
	for _, perm := range r.perm {
		for _, call := range accessCalls[string(perm)] {
			if !r.has(m, m.arch(r.arch), call) {
				return false
			}
		}
	}
	return true
}
