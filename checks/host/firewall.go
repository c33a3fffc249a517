package host

import (
	"context"
	"fmt"
	"strings"

	"scantling/checks/fact"
)

// FirewallFact is `firewall`.
var FirewallFact = fact.NewOne("firewall",
	"Which program sets up the packet filter: ufw, nftables, iptables or firewalld, by what starts at boot and what is active, and so which rows of a benchmark are about this machine.",
	fact.Files|fact.Live, readFirewall).
	Reading(func(string) []string {
		out := []string{ufwConf}
		for _, s := range firewallUnits() {
			for _, unit := range s.units {
				out = append(out, planUnit(unit)...)
			}
		}
		return out
	})

// Firewall names the programs. InUse are those that start at boot or are active
// now. Judged are the same, or where there is none the one that the distribution
// comes with, so that a machine without a firewall fails that one's rows.
type Firewall struct {
	Exists bool // one is in use
	Stacks []FirewallStack
	InUse  []string
	Judged []string
	Why    string // in a sentence, for rows that are not applicable
}

// A FirewallStack is one of the four. ufw counts as started only where its own
// configuration says so too: its service does nothing else.
type FirewallStack struct {
	Name    string
	Enabled bool // at boot
	Active  bool
}

type stackUnits struct {
	name  string
	units []string
}

func firewallUnits() []stackUnits {
	return []stackUnits{
		{"ufw", []string{"ufw.service"}},
		{"nftables", []string{"nftables.service"}},
		{"iptables", []string{"netfilter-persistent.service", "iptables.service"}}, // Debian's, Red Hat's
		{"firewalld", []string{"firewalld.service"}},
	}
}

func readFirewall(h *Host, ctx context.Context, n *fact.Notes) (Firewall, error) {
	var out Firewall
	n.From("units and " + ufwConf)
	doubts := map[string]error{}
	for i, s := range firewallUnits() {
		at := fmt.Sprintf("stacks[%d]", i)
		stack, err := h.readStack(ctx, s, at, n)
		out.Stacks = append(out.Stacks, stack)
		if err != nil {
			doubts[s.name] = err
			noteUnknown(n, err, "exists", "in_use")
		} else if stack.Enabled || stack.Active {
			out.InUse = append(out.InUse, s.name)
		}
	}
	out.Exists, out.Judged = len(out.InUse) > 0, out.InUse
	if !out.Exists {
		h.judgeUsual(&out, n)
	}
	if usual := !out.Exists && len(out.Judged) == 1 && len(doubts) == 1 && doubts[out.Judged[0]] != nil; !usual {
		for _, err := range doubts {
			noteUnknown(n, err, "judged", "why")
		}
	} // where only the usual one may be in use, it is judged either way
	out.Why = out.sentence()
	return out, ctx.Err()
}

// readStack asks about the units of a program. That a machine does not run
// leaves open what is active, not what is started at boot.
func (h *Host) readStack(ctx context.Context, s stackUnits, at string, n *fact.Notes) (out FirewallStack, err error) {
	out.Name = s.name
	if s.name == "ufw" {
		off, err := h.ufwIsOff(at, n)
		if off || err != nil {
			return out, err
		}
	}
	for _, name := range s.units {
		var notes fact.Notes
		u, err := readUnit(h, ctx, name, &notes)
		if err = orAbsent(err, notes.At("enabled", nil).Err); err != nil {
			n.Unknown(at, err)
			return out, err
		}
		for _, attr := range []string{"enabled", "active"} {
			note := notes.At(attr, nil)
			if u.Exists || name == s.units[0] {
				n.Origin(at+"."+attr, note.Origin)
			}
			if note.Err != nil {
				n.Unknown(at+"."+attr, note.Err)
			}
		}
		out.Enabled, out.Active = out.Enabled || u.Enabled, out.Active || u.Active
	}
	return out, nil
}

// ufwIsOff reports that ufw's own configuration keeps its service from doing
// anything.
func (h *Host) ufwIsOff(at string, n *fact.Notes) (bool, error) {
	var notes fact.Notes
	var u UFW
	h.readUFWSettings(&u, &notes)
	note := notes.At("enabled", nil)
	if note.Err != nil {
		n.Unknown(at, note.Err)
	}
	n.Origin(at, note.Origin)
	return !u.Enabled, note.Err
}

// judgeUsual takes the one that the distribution comes with.
func (h *Host) judgeUsual(out *Firewall, n *fact.Notes) {
	var notes fact.Notes
	var about About
	h.readRelease(&about, &notes)
	if err := notes.At("os_family", nil).Err; err != nil {
		n.Unknown("judged", err)
		n.Unknown("why", err)
		return
	}
	out.Judged = []string{"ufw"}
	if about.OSFamily != nil && *about.OSFamily != "debian" {
		out.Judged = []string{"firewalld"}
	}
}

func (f *Firewall) sentence() string {
	if f.Exists {
		return "The firewall of this machine is " + strings.Join(f.InUse, " and ")
	}
	return "No firewall is in use on this machine; it is judged by " + strings.Join(f.Judged, " and ") + ", which the distribution comes with"
}
