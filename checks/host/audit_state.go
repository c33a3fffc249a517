package host

import (
	"cmp"
	"context"
	"strconv"

	"scantling/checks/fact"
)

// AuditFact is `audit`.
var AuditFact = fact.NewOne("audit",
	"The kernel's audit as it runs (netlink) and as the next start sets it up (/etc/audit): switch, limits, rules, and how the two differ.",
	fact.Files|fact.Root, readAudit).
	Reading(func(string) []string {
		return []string{"NETLINK_AUDIT AUDIT_GET, AUDIT_LIST_RULES", auditCompiled, auditParts + "/*.rules"}
	})

// Audit is both halves; each is unknown by itself.
type Audit struct {
	Live      AuditLive
	Persisted AuditPersisted
	NotLoaded []string // rules on disk that the kernel does not have
	NotOnDisk []string // rules of the kernel that are gone after the next start
}

// AuditLive is what the kernel tells. Enabled is 0 for off, 1 for on, and 2 for
// on and locked until the next boot.
type AuditLive struct {
	Enabled      *int
	Failure      *int // when a record is lost: 0 nothing, 1 a message, 2 a panic
	BacklogLimit *int
	RateLimit    *int
	Rules        []string
}

// AuditPersisted is what the rules files set; null where no line does.
type AuditPersisted struct {
	Enabled         *int // by the last -e
	Failure         *int // -f
	BacklogLimit    *int // -b
	RateLimit       *int // -r
	ContinueOnError bool // -c: a rule that the kernel refuses does not end the loading
	Rules           []string
}

func readAudit(h *Host, ctx context.Context, n *fact.Notes) (out Audit, err error) {
	kernel, kernelErr := h.loadedAudit(ctx)
	disk, diskErr := h.diskAudit.get(ctx, h.readDiskAudit)
	diskErr = cmp.Or(diskErr, disk.broken)
	n.Origin("live", auditNetlink)
	n.Origin("persisted", auditParts)
	out.Live = AuditLive{kernel.number("-e"), kernel.number("-f"), kernel.number("-b"), kernel.number("-r"), kernel.texts()}
	out.Persisted = AuditPersisted{disk.number("-e"), disk.number("-f"), disk.number("-b"), disk.number("-r"), disk.set("-c"), disk.texts()}
	for attr, option := range map[string]string{"enabled": "-e", "failure": "-f", "backlog_limit": "-b", "rate_limit": "-r", "continue_on_error": "-c"} {
		n.Origin("persisted."+attr, or(disk.settings[option].origin, "no "+option+" in "+auditParts))
	}
	m := h.auditArchs(ctx)
	out.NotLoaded = disk.beyond(m, kernel.auditRules)
	out.NotOnDisk = kernel.beyond(m, disk)
	for _, attr := range []string{"live", "not_loaded", "not_on_disk"} {
		if kernelErr != nil {
			n.Unknown(attr, kernelErr)
		}
	}
	for _, attr := range []string{"persisted", "not_loaded", "not_on_disk"} {
		if diskErr != nil {
			n.Unknown(attr, diskErr)
		}
	}
	return out, ctx.Err()
}

func (a auditRules) number(option string) *int {
	if n, err := strconv.Atoi(a.settings[option].value); err == nil {
		return &n
	}
	return nil
}

func (a auditRules) texts() (out []string) {
	for _, r := range a.rules {
		out = append(out, r.text)
	}
	return out
}
