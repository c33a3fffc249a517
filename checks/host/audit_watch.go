package host

import (
	"cmp"
	"context"
	"path"
	"slices"
	"strings"

	"scantling/checks/fact"
)

// AuditWatchFact is `audit_watch(path)`.
var AuditWatchFact = fact.NewKeyed("audit_watch", "path",
	"Whether the kernel's audit records changes of a file or directory: loaded rules, and rules on disk.",
	fact.Files|fact.Root, readAuditWatch).
	Reading(func(path string) []string {
		return []string{orWord(path, "PATH"), "NETLINK_AUDIT AUDIT_GET, AUDIT_LIST_RULES", auditCompiled, auditParts + "/*.rules"}
	})

const (
	auditCompiled = "/etc/audit/audit.rules"
	auditParts    = "/etc/audit/rules.d"
)

// An AuditWatch is what audit rules say about a path. Covered means that writes
// and changes of attributes are recorded, whoever makes them: by the rules that
// the kernel has loaded, or, where those cannot be read, by the rules on disk.
type AuditWatch struct {
	Path        string
	Exists      bool // the path exists
	Covered     bool
	Loaded      bool
	Persisted   bool   // will be loaded at the next start
	Permissions string // of "rwxa", what is recorded
	Rule        string // "" when no rule is about the path
}

func readAuditWatch(h *Host, ctx context.Context, asked string, n *fact.Notes) (AuditWatch, error) {
	out := AuditWatch{Path: asked}
	if err := absolute(asked); err != nil {
		return out, err
	}
	place, exists, err := h.auditPlace(asked)
	if err != nil {
		return out, err
	}
	out.Exists = exists
	n.Origin("exists", "stat "+asked)
	kernel, kernelErr := h.kernelCover(ctx, place, n)
	disk, diskErr := h.diskCover(ctx, place, n)
	out.Loaded, out.Persisted = kernel.whole(), disk.whole()
	if kernelErr != nil {
		n.Unknown("loaded", kernelErr)
	}
	if diskErr != nil {
		n.Unknown("persisted", diskErr)
	}
	out.decide(kernel, kernelErr, disk, diskErr, n)
	return out, ctx.Err()
}

// decide lets the kernel's rules count, else those on disk.
func (a *AuditWatch) decide(kernel auditCover, kernelErr error, disk auditCover, diskErr error, n *fact.Notes) {
	switch {
	case kernelErr == nil:
		a.take(kernel, or(kernel.rule.origin, auditNetlink), n)
		n.Remark("covered", remarkOn(kernel, a.Persisted, diskErr))
	case diskErr == nil:
		a.take(disk, or(disk.rule.origin, auditParts), n)
		n.Remark("covered", joined(disk.note, "as the rules on disk say; what is loaded is not known: "+kernelErr.Error()))
	default:
		for _, attr := range []string{"covered", "permissions", "rule"} {
			n.Unknown(attr, kernelErr)
		}
	}
}

func (a *AuditWatch) take(c auditCover, origin string, n *fact.Notes) {
	a.Covered, a.Permissions, a.Rule = c.whole(), c.perms, c.rule.text
	for _, attr := range []string{"covered", "permissions", "rule"} {
		n.Origin(attr, origin)
	}
}

// remarkOn compares what is loaded with what is on disk.
func remarkOn(kernel auditCover, persisted bool, diskErr error) string {
	switch {
	case diskErr != nil:
		return kernel.note
	case persisted && !kernel.whole():
		return joined("on disk, not loaded", kernel.note)
	case !persisted && kernel.whole():
		return "loaded, not on disk: gone after a restart"
	}
	return kernel.note
}

func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "; ")
}

// auditPlace resolves a path that need not exist: a rule may wait for it.
func (h *Host) auditPlace(asked string) (auditPlace, bool, error) {
	info, err := h.root.Stat(asked)
	if err == nil {
		return auditPlace{info.Resolved, info.Type == "directory"}, true, nil
	}
	if !isAbsent(err) {
		return auditPlace{}, false, err
	}
	at, rest, err := h.nearest(asked)
	return auditPlace{path: path.Join(at, rest)}, false, err
}

func (h *Host) kernelCover(ctx context.Context, place auditPlace, n *fact.Notes) (auditCover, error) {
	n.Origin("loaded", auditNetlink)
	kernel, err := h.loadedAudit(ctx)
	if err != nil {
		return auditCover{}, err
	}
	if kernel.absent {
		n.Origin("loaded", "a kernel without audit")
		return auditCover{note: "the kernel has no audit"}, nil
	}
	c := kernel.watch(h.auditArchs(ctx), place)
	if c.found {
		n.Origin("loaded", auditNetlink+": "+c.rule.text)
	}
	return c, c.err
}

func (h *Host) diskCover(ctx context.Context, place auditPlace, n *fact.Notes) (auditCover, error) {
	disk, err := h.diskAudit.get(ctx, h.readDiskAudit)
	if err != nil {
		return auditCover{}, err
	}
	c := disk.watch(h.auditArchs(ctx), place)
	n.Origin("persisted", or(c.rule.origin, auditParts))
	return c, c.err
}

// auditCover is what a list of rules records about one place.
type auditCover struct {
	perms string // of rwxa, what is recorded whoever does it
	rule  auditRule
	found bool
	note  string // why less is recorded than a rule seems to say
	err   error  // why the rest cannot be told
}

// whole reports that changes of content and of attributes are recorded.
func (c auditCover) whole() bool {
	return strings.Contains(c.perms, "w") && strings.Contains(c.perms, "a")
}

// watch asks for each kind of access by each kind of program.
func (a auditRules) watch(m auditMachine, place auditPlace) (c auditCover) {
	need := auditNeed{place: &place}
	for _, perm := range strings.Split(allPerms, "") {
		by, answer := a.everywhere(m, need, perm)
		c.note = or(c.note, answer.note)
		if by == nil {
			c.err = cmp.Or(c.err, answer.err)
			continue
		}
		if !c.found || perm == "w" { // the rule that tells most is the one about writes
			c.rule, c.found = *by, true
		}
		c.perms += perm
	}
	if c.whole() {
		c.note, c.err = "", nil
	}
	return c
}

// everywhere is the rule that records the access by the machine's own programs,
// when that by all others is recorded too.
func (a auditRules) everywhere(m auditMachine, need auditNeed, perm string) (by *auditRule, last auditAnswer) {
	for i := len(m.archs) - 1; i >= 0; i-- {
		last = a.answer(m, need, auditAtom{arch: m.archs[i], perm: perm})
		if last.rule == nil {
			return nil, last
		}
	}
	return last.rule, last
}
