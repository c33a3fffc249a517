package host

import (
	"cmp"
	"context"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
)

// A demand is one rule that a profile asks for, in auditctl's words.
type demand struct {
	auditRule
	need  auditNeed
	perms []string // one atom each; a single "" where access is not asked about
}

// uidMin is the word that stands for the first user id of people.
const (
	uidMin    = "UID_MIN"
	loginDefs = "/etc/login.defs"
)

// parseDemands reads rules, one a line.
func (h *Host) parseDemands(ctx context.Context, rules string) (out []demand, err error) {
	if rules, err = h.fillUIDMin(rules); err != nil {
		return nil, err
	}
	reader := auditReader{h.isWatchedDir, h.idFinder(ctx)}
	for line := range strings.Lines(rules) {
		words := auditWords(strings.TrimSpace(line))
		if len(words) == 0 {
			continue
		}
		r, err := reader.line(words)
		if err == nil && (r.never || r.list != "exit" || r.verb != "-w" && r.verb != "-a") {
			err = fmt.Errorf("neither a watch (-w) nor a rule of the exit list (-a always,exit)")
		}
		if err != nil {
			return nil, fmt.Errorf("audit rule %q: %w", strings.TrimSpace(line), err)
		}
		d, err := h.demand(r)
		if err != nil {
			return nil, err
		}
		out = append(out, d)
	}
	return out, nil
}

func (h *Host) demand(r auditRule) (demand, error) {
	d := demand{auditRule: r, need: auditNeed{conds: r.conds}, perms: []string{""}}
	if r.path != "" {
		parent, _, err := h.auditPlace(path.Dir(r.path)) // links lead on in parents only, as in a rule
		if err != nil {
			return d, err
		}
		d.need.place = &auditPlace{path.Join(parent.path, path.Base(r.path)), r.dir}
	}
	if r.path != "" || r.perm != "" {
		d.perms = strings.Split(permsWithin(r.perm, allPerms), "")
	}
	return d, nil
}

// fillUIDMin puts the number of /etc/login.defs in the place of UID_MIN. The
// programs of shadow take 1000 where the file does not say.
func (h *Host) fillUIDMin(rules string) (string, error) {
	if !strings.Contains(rules, uidMin) {
		return rules, nil
	}
	b, _, err := h.readOptional(loginDefs)
	if err != nil {
		return "", err
	}
	return strings.ReplaceAll(rules, uidMin, strconv.Itoa(parseUIDMin(b))), nil
}

func parseUIDMin(b []byte) int {
	out := 1000
	for line := range strings.Lines(string(b)) {
		f := strings.Fields(line)
		if len(f) < 2 || f[0] != uidMin {
			continue
		}
		if n, err := strconv.ParseInt(f[1], 0, 32); err == nil {
			out = int(n)
		}
	}
	return out
}

// on is the demand as the machine needs it, one for each kind of program that is
// meant, without calls that those do not have.
func (d demand) on(m auditMachine) (out []demand) {
	for _, a := range m.archs {
		one := d
		switch {
		case d.arch != "" && a.bits != "" && d.arch != a.bits:
			continue
		case d.calls != nil:
			one.calls = &auditCalls{names: slices.DeleteFunc(slices.Clone(d.calls.names), func(name string) bool {
				_, exists := a.calls[name]
				return !exists
			})}
			if len(one.calls.names) == 0 {
				continue
			}
		}
		one.arch = a.bits
		out = append(out, one)
	}
	return out
}

// An auditGap is what a list of rules leaves out of a demand for one kind of
// program.
type auditGap struct {
	calls []string
	perms string
	open  bool
	used  []string // where the rules stand that record the rest
	note  string
	err   error
}

func (d demand) gap(m auditMachine, rules auditRules) (g auditGap) {
	calls := []string{""}
	if d.calls != nil {
		calls = d.calls.names
	}
	for _, call := range calls {
		for _, perm := range d.perms {
			answer := rules.answer(m, d.need, auditAtom{m.arch(d.arch), call, perm})
			if answer.rule != nil {
				g.used = append(g.used, answer.rule.origin)
				continue
			}
			g.open, g.note, g.err = true, or(g.note, answer.note), cmp.Or(g.err, answer.err)
			g.calls, g.perms = append(g.calls, call), g.perms+perm
		}
	}
	g.calls = slices.Compact(g.calls)
	return g
}

// rest is the rule that would fill a gap.
func (d demand) rest(g auditGap) auditRule {
	r := d.auditRule
	if r.calls != nil {
		r.calls = &auditCalls{names: g.calls}
	}
	if g.perms != "" {
		r.perm = permsWithin(g.perms, allPerms)
	}
	return r
}
