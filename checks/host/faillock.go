package host

import (
	"context"
	"slices"

	"scantling/checks/fact"
)

// FaillockFact is `faillock`.
var FaillockFact = fact.NewOne("faillock",
	"What pam_faillock does in the login stacks: arguments over faillock.conf over defaults, of several lines the weakest.",
	fact.Files, readFaillock).Reading(planFaillock)

// A Faillock is the lock after failed logins. Where no stack asks the module,
// Exists is false and all else null.
type Faillock struct {
	Exists         bool
	Deny           *int64 // failures until the lock; 0 is never
	FailInterval   *int64 // seconds in which they count
	UnlockTime     *int64 // seconds until it opens; 0 is never
	EvenDenyRoot   *int64 // 1: root is locked too
	RootUnlockTime *int64 // seconds; null where it is not set
	Audit          *int64
}

const faillockConf = "faillock.conf"

func readFaillock(h *Host, ctx context.Context, n *fact.Notes) (Faillock, error) {
	f := Faillock{}
	lines, err := h.pamUses(ctx, "pam_faillock", "auth")
	if err != nil {
		return f, err
	}
	lines = slices.DeleteFunc(lines, func(l pamLine) bool { return !l.has("preauth") && !l.has("authfail") })
	n.From("no line asks pam_faillock before or after a login")
	if len(lines) == 0 {
		return f, ctx.Err()
	}
	f.Exists = true
	n.From(placesOf(lines))
	pamWeakest(lines, f.settings(), func(l pamLine) pamConf {
		if name, ok := l.option("conf"); ok {
			return h.readPAMConf(name)
		}
		return h.readPAMConf(h.firstOf(vendorConf(faillockConf)...))
	}, n)
	if f.RootUnlockTime != nil && f.EvenDenyRoot != nil && *f.EvenDenyRoot == 0 {
		n.Remark("root_unlock_time", "the manual says that this implies even_deny_root; the module looks at even_deny_root alone")
	}
	return f, ctx.Err()
}

func (f *Faillock) settings() []pamSetting {
	return []pamSetting{
		{name: "deny", def: number(3), weaker: zeroThenLarger, into: &f.Deny},
		{name: "fail_interval", def: number(900), weaker: smaller, into: &f.FailInterval},
		{name: "unlock_time", def: number(600), weaker: zeroIsForever, into: &f.UnlockTime},
		{name: "root_unlock_time", weaker: zeroIsForever, into: &f.RootUnlockTime},
		{name: "even_deny_root", def: number(0), toggle: true, weaker: smaller, into: &f.EvenDenyRoot},
		{name: "audit", def: number(0), toggle: true, weaker: smaller, into: &f.Audit},
	}
}

func planFaillock(string) []string {
	return append([]string{"/etc/pam.d/*"}, vendorConf(faillockConf)...)
}
