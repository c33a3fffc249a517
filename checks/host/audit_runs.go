package host

import (
	"context"
	"math"
	"strings"

	"scantling/checks/fact"
)

// AuditRunsFact is `audit_runs(paths)`.
var AuditRunsFact = fact.NewKeyed("audit_runs", "paths, one a line",
	"Which of these programs can be run by people (login ids from UID_MIN of /etc/login.defs on) without a record: by the loaded audit rules, and by those on disk.",
	fact.Files|fact.Root, readAuditRuns).
	Reading(func(string) []string { return AuditRulesFact.Plan("") })

// AuditRuns lists programs.
type AuditRuns struct {
	NotLoaded    []string // whose runs no loaded rule records
	NotPersisted []string // whose runs no rule on disk would record
	UIDMin       int      `cty:"uid_min"` // the first user id of people
}

func readAuditRuns(h *Host, ctx context.Context, paths string, n *fact.Notes) (out AuditRuns, err error) {
	b, _, err := h.readOptional(loginDefs)
	if err != nil {
		return out, err
	}
	out.UIDMin = parseUIDMin(b)
	n.Origin("uid_min", loginDefs)
	rule := auditRule{verb: "-a", list: "exit", perm: "x", conds: []auditCond{
		{field: "auid", op: ">=", number: int64(out.UIDMin), isNumber: true},
		{field: "auid", op: "!=", number: math.MaxUint32, isNumber: true},
	}}
	var demands []demand
	for _, path := range strings.Split(paths, "\n") {
		if path == "" {
			continue
		}
		if err := rule.place(path); err != nil {
			return out, err
		}
		d, err := h.demand(rule)
		if err != nil {
			return out, err
		}
		demands = append(demands, d)
	}
	loaded, persisted := h.auditGaps(ctx, demands, n)
	out.NotLoaded, out.NotPersisted = pathsOf(loaded), pathsOf(persisted)
	return out, ctx.Err()
}

func pathsOf(rules []auditRule) (out []string) {
	for _, r := range rules {
		out = append(out, r.path)
	}
	return unique(out)
}
