package host

import (
	"context"
	"fmt"

	"scantling/checks/fact"
)

// DconfFact is `dconf(key)`.
var DconfFact = fact.NewKeyed("dconf", "key",
	"A desktop setting as a new user gets it: the system's databases of dconf's profile user, its locks, else the schema's default.",
	fact.Files, func(h *Host, ctx context.Context, key string, n *fact.Notes) (DconfKey, error) {
		return h.readDconf(ctx, "user", &h.dconfUser, key, n)
	}).Reading(func(string) []string { return planDconf("user") })

// DconfGDMFact is `dconf_gdm(key)`.
var DconfGDMFact = fact.NewKeyed("dconf_gdm", "key",
	"A setting of GDM's login screen: the databases of dconf's profile gdm, its locks, else the schema's default.",
	fact.Files, func(h *Host, ctx context.Context, key string, n *fact.Notes) (DconfKey, error) {
		return h.readDconf(ctx, "gdm", &h.dconfGDM, key, n)
	}).Reading(func(string) []string { return planDconf("gdm") })

// A DconfKey is a setting such as /org/gnome/desktop/session/idle-delay. The
// compiled databases count; Pending says that their keyfiles say otherwise.
type DconfKey struct {
	Key     string
	Exists  bool    // something gives it a value
	Value   *string // a string without its quotes
	Set     bool    // by a database of the system, not by a schema
	Locked  bool    // the user cannot change it
	Pending bool    // `dconf update` would change it
	Profile *string // the file that names the databases; null: no such profile, so none is read
}

const compiledSchemas = "/usr/share/glib-2.0/schemas/gschemas.compiled"

func planDconf(profile string) []string {
	return []string{"/etc/dconf/profile/" + profile, "/usr/share/dconf/profile/" + profile, "/etc/dconf/db/NAME", "/etc/dconf/db/NAME.d/*", "/etc/dconf/db/NAME.d/locks/*", compiledSchemas}
}

func (h *Host) readDconf(ctx context.Context, profile string, kept *memo[dconfProfile], key string, n *fact.Notes) (DconfKey, error) {
	out := DconfKey{Key: key}
	if err := absolute(key); err != nil {
		return out, err
	}
	p, err := kept.get(ctx, func(ctx context.Context) (dconfProfile, error) { return h.readDconfProfile(ctx, profile) })
	if err != nil {
		return out, fmt.Errorf("dconf profile %s: %w", profile, err)
	}
	n.From(or(p.file, "no dconf profile "+profile))
	if p.file != "" {
		out.Profile = &p.file
	}
	fallback, err := h.schemaDefault(ctx, key)
	if err != nil {
		n.Unknown("value", err)
	}
	p.look(&out, fallback, n)
	return out, ctx.Err()
}

// look finds what holds for a key. A lock in a database shuts out those above
// it, the user's among them.
func (p dconfProfile) look(out *DconfKey, fallback dconfValue, n *fact.Notes) {
	lock := p.lockOf(out.Key, func(s dconfSource) map[string]string { return s.locks })
	out.Locked = lock >= 0 || !p.userDB
	if lock >= 0 {
		n.Origin("locked", p.sources[lock].locks[out.Key])
	}
	now := p.value(out.Key, lock, fallback, func(s dconfSource) map[string]dconfValue { return s.values })
	if out.Set = now.value.origin != fallback.origin; now.value.kind != "" {
		out.Exists, out.Value = true, &now.value.text
		n.Origin("value", now.value.origin)
	}
	n.Remark("value", now.remark)
	p.pending(out, now, lock, fallback, n)
}

type dconfAnswer struct {
	value  dconfValue
	remark string
}

func (p dconfProfile) lockOf(key string, locks func(dconfSource) map[string]string) int {
	for i := len(p.sources) - 1; i >= 0; i-- {
		if _, locked := locks(p.sources[i])[key]; locked {
			return i
		}
	}
	return -1
}

// value takes the first database from the lock on that has the key. A value of
// another type than the schema's is as good as none: programs get the default.
func (p dconfProfile) value(key string, lock int, fallback dconfValue, values func(dconfSource) map[string]dconfValue) dconfAnswer {
	for _, s := range p.sources[max(lock, 0):] {
		v, found := values(s)[key]
		switch {
		case !found:
		case fallback.kind != "" && v.kind != fallback.kind:
			return dconfAnswer{fallback, fmt.Sprintf("%s has the type %s instead of %s, so the default counts", v.origin, v.kind, fallback.kind)}
		default:
			return dconfAnswer{value: v}
		}
	}
	return dconfAnswer{value: fallback}
}

// pending compares with what the keyfiles would make.
func (p dconfProfile) pending(out *DconfKey, now dconfAnswer, lock int, fallback dconfValue, n *fact.Notes) {
	written := func(s dconfSource) map[string]dconfValue {
		if s.dir == "" {
			return s.values
		}
		return s.written
	}
	writtenLocks := func(s dconfSource) map[string]string {
		if s.dir == "" {
			return s.locks
		}
		return s.writtenLocks
	}
	nextLock := p.lockOf(out.Key, writtenLocks)
	next := p.value(out.Key, nextLock, fallback, written)
	if next.value.variant != now.value.variant {
		out.Pending = true
		n.Remark("value", joined(now.remark, fmt.Sprintf("%s says %s, which is not compiled: run dconf update", next.value.origin, or(next.value.text, "nothing"))))
	}
	if (nextLock >= 0) != (lock >= 0) {
		out.Pending = true
		n.Remark("locked", "the lock files say otherwise; they are not compiled: run dconf update")
	}
}
