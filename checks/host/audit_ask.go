package host

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"scantling/checks/fact"
)

// AuditRulesFact is `audit_rules(rules)`.
var AuditRulesFact = fact.NewKeyed("audit_rules", "rules, one a line",
	"Which of these rules, written as for auditctl, the kernel's audit does not fulfil: by the loaded rules, and by those on disk. "+
		"Whatever records at least as much fulfils a rule, in any spelling and on any number of lines; without arch= a rule is for every kind of program that the machine runs; UID_MIN is that of /etc/login.defs.",
	fact.Files|fact.Root, readAuditRules).
	Reading(func(string) []string {
		return []string{"NETLINK_AUDIT AUDIT_GET, AUDIT_LIST_RULES", auditCompiled, auditParts + "/*.rules", "/etc/login.defs", "/lib/modules/*/config", "/boot/config-*"}
	})

// AuditRules compares demands with rules.
type AuditRules struct {
	Demanded     []string // the rules as this machine needs them, without calls that it does not have
	NotLoaded    []string // what is to be added to the loaded rules
	NotPersisted []string // what is to be added to the rules on disk
}

func readAuditRules(h *Host, ctx context.Context, rules string, n *fact.Notes) (out AuditRules, err error) {
	demands, err := h.parseDemands(ctx, rules)
	if err != nil {
		return out, err
	}
	m := h.auditArchs(ctx)
	if m.err != nil && slices.ContainsFunc(demands, func(d demand) bool { return d.calls != nil || d.arch != "" }) {
		return out, m.err
	}
	for _, d := range demands {
		out.Demanded = append(out.Demanded, spelled(d.whole(m), m)...)
	}
	n.Origin("demanded", "the profile, /etc/login.defs")
	loaded, persisted := h.auditGaps(ctx, demands, n)
	out.NotLoaded, out.NotPersisted = spelled(loaded, m), spelled(persisted, m)
	return out, ctx.Err()
}

func spelled(rules []auditRule, m auditMachine) (out []string) {
	for _, r := range rules {
		out = append(out, r.spell(m))
	}
	return out
}

// auditGaps lists the rules that the kernel and the disk lack. What cannot be
// known is noted under not_loaded and not_persisted.
func (h *Host) auditGaps(ctx context.Context, demands []demand, n *fact.Notes) (loaded, persisted []auditRule) {
	m := h.auditArchs(ctx)
	kernel, err := h.loadedAudit(ctx)
	if kernel.absent {
		kernel.off = "the kernel has no audit"
	}
	loaded = lacks(demands, m, kernel.auditRules, err, "not_loaded", auditNetlink, n)
	disk, err := h.diskAudit.get(ctx, h.readDiskAudit)
	return loaded, lacks(demands, m, disk, err, "not_persisted", auditParts, n)
}

// lacks lists the rules that would fill the gaps, and notes where the rules
// stand that count.
func lacks(demands []demand, m auditMachine, rules auditRules, err error, attr, source string, n *fact.Notes) (out []auditRule) {
	var used, notes []string
	for _, d := range demands {
		if err != nil {
			break
		}
		var gaps []auditGap
		each := d.on(m)
		for _, one := range each {
			g := one.gap(m, rules)
			gaps = append(gaps, g)
			used, notes = append(used, g.used...), append(notes, g.note)
			err = cmp.Or(err, g.err)
		}
		out = append(out, d.fill(each, gaps)...)
	}
	n.Origin(attr, or(places(used), source))
	n.Remark(attr, joined(unique(notes)...))
	if err != nil {
		n.Unknown(attr, err)
	}
	return out
}

// whole is the rules that are missing where there is none: what is about a place
// alone is one rule for all kinds of programs.
func (d demand) whole(m auditMachine) (out []auditRule) {
	each := d.on(m)
	if d.calls == nil && len(each) > 0 {
		return []auditRule{d.auditRule}
	}
	for _, one := range each {
		out = append(out, one.auditRule)
	}
	return out
}

// fill is the rules that are missing: as demanded where that is missing whole,
// else for the kinds of programs, calls and access that are.
func (d demand) fill(each []demand, gaps []auditGap) (out []auditRule) {
	same := d.calls == nil && len(gaps) > 0
	for _, g := range gaps {
		same = same && g.open && g.perms == gaps[0].perms
	}
	if same {
		return []auditRule{d.rest(gaps[0])}
	}
	for i, one := range each {
		if gaps[i].open {
			out = append(out, one.rest(gaps[i]))
		}
	}
	return out
}

// places names where rules stand, each once, the first few.
func places(origins []string) string {
	const few = 4
	all := unique(origins)
	if len(all) > few {
		return strings.Join(all[:few], ", ") + ", ..."
	}
	return strings.Join(all, ", ")
}

// unique keeps the first of each, and no empty text.
func unique(list []string) (out []string) {
	for _, s := range list {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
