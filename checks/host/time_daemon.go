package host

import (
	"context"
	"errors"

	"scantling/checks/fact"
)

// TimeDaemonFact is `time_daemon`.
var TimeDaemonFact = fact.NewOne("time_daemon",
	"Which programs keep the clock: those of chrony, systemd-timesyncd, ntpsec, ntpd and OpenNTPD that are started at boot or active.",
	fact.Files, readTimeDaemon).Reading(planTimeDaemon)

// TimeDaemon is who keeps the clock.
type TimeDaemon struct {
	Exists bool     // a unit of one of them is there
	InUse  []string // by the names of their packages
	Active bool     // all of them are; unknown of a machine that does not run
}

type timeDaemon struct {
	name  string
	units []string
}

func timeDaemons() []timeDaemon {
	return []timeDaemon{
		{"chrony", []string{"chrony.service", "chronyd.service"}}, // Debian, Red Hat
		{"systemd-timesyncd", []string{"systemd-timesyncd.service"}},
		{"ntpsec", []string{"ntpsec.service"}},
		{"ntp", []string{"ntp.service", "ntpd.service"}},
		{"openntpd", []string{"openntpd.service"}},
	}
}

func planTimeDaemon(string) []string {
	var out []string
	for _, d := range timeDaemons() {
		for _, u := range d.units {
			out = append(out, planUnit(u)...)
		}
	}
	return out
}

func readTimeDaemon(h *Host, ctx context.Context, n *fact.Notes) (TimeDaemon, error) {
	out := TimeDaemon{Active: true}
	n.From("systemd's unit directories")
	for _, d := range timeDaemons() {
		for _, unit := range d.units {
			if err := out.add(h, ctx, d.name, unit, n); err != nil {
				return out, err
			}
		}
	}
	return out, ctx.Err()
}

// add takes a daemon that is started at boot or active. Of a disk only the first
// can be said, and is enough: nothing else starts it.
func (t *TimeDaemon) add(h *Host, ctx context.Context, name, unit string, n *fact.Notes) error {
	u, e, err := h.unitEnablement(ctx, unit)
	if err != nil || e.state == "alias" { // the unit it names counts by itself
		return err
	}
	t.Exists = t.Exists || e.state != "not-found"
	a := h.activity(ctx, u, e)
	switch {
	case e.enabled || a.err == nil && a.active:
	case a.err != nil && h.kernelSeen():
		n.Unknown("in_use", a.err)
		return nil
	default:
		return nil
	}
	if t.InUse == nil {
		n.Origin("in_use", e.origin)
	}
	t.InUse = append(t.InUse, name)
	t.Active = t.Active && a.active
	if a.err != nil {
		n.Unknown("active", a.err)
	}
	n.Origin("active", a.origin)
	return nil
}

// unitEnablement is a unit with what its links say.
func (h *Host) unitEnablement(ctx context.Context, name string) (Unit, enablement, error) {
	u, err := h.Unit(name)
	links, linkErr := h.unitLinks.get(ctx, h.readUnitLinks)
	if err := errors.Join(err, linkErr); err != nil {
		return u, enablement{}, err
	}
	e, err := h.enablement(u, links)
	return u, e, err
}
