package host

import (
	"context"
	"fmt"
	"strings"

	"scantling/checks/fact"
)

// UnruledPortsFact is `unruled_ports(tool)`.
var UnruledPortsFact = fact.NewKeyed("unruled_ports", "tool: ufw, iptables, ip6tables or nftables",
	"Ports that programs wait on, off loopback, and that no rule of a tool for incoming packets is about.",
	fact.Live|fact.Root, readUnruledPorts).
	Reading(func(tool string) []string { return append(socketFiles(), planNetfilter(tool)...) })

// UnruledPorts are the sockets without a rule in the kernel, and those without
// one in the files that the next start loads.
type UnruledPorts struct {
	Open      []Socket
	Live      []Socket
	Persisted []Socket
}

func readUnruledPorts(h *Host, ctx context.Context, tool string, n *fact.Notes) (UnruledPorts, error) {
	var out UnruledPorts
	if !isFilterTool(tool) {
		return out, fmt.Errorf("unruled_ports %q: a tool is nftables, iptables, ip6tables or ufw", tool)
	}
	n.From("/proc/net")
	open, err := h.openSockets(ctx)
	if err != nil {
		return out, fmt.Errorf("unruled_ports %s: %w", tool, err)
	}
	live, err := h.liveRules(ctx, tool)
	if err != nil {
		n.Unknown("live", err)
	}
	kept, _, err := h.persistedRules(tool)
	if err != nil {
		n.Unknown("persisted", err)
	}
	for _, l := range open {
		if !l.concerns(tool) {
			continue
		}
		out.Open = append(out.Open, h.socket(ctx, l, fmt.Sprintf("open[%d]", len(out.Open)), n))
		if !live.ruled(l) {
			out.Live = append(out.Live, h.socket(ctx, l, fmt.Sprintf("live[%d]", len(out.Live)), n))
		}
		if !kept.ruled(l) {
			out.Persisted = append(out.Persisted, h.socket(ctx, l, fmt.Sprintf("persisted[%d]", len(out.Persisted)), n))
		}
	}
	return out, nil
}

// openSockets are all that wait for others, those on loopback left out.
func (h *Host) openSockets(ctx context.Context) (out []socketLine, err error) {
	all, err := h.listeners.get(ctx, h.readListeners)
	for _, l := range all {
		if !isLoopback(l.address.Addr()) {
			out = append(out, l)
		}
	}
	return out, err
}

// concerns: a socket of IPv6 on every address takes IPv4 as well, unless its
// program said otherwise, which /proc does not show.
func (l socketLine) concerns(tool string) bool {
	six := l.isSix()
	switch tool {
	case "iptables":
		return !six || isWildcard(l.address.Addr())
	case "ip6tables":
		return six
	}
	return true
}

// isSix also looks at the address: ::ffff:192.0.2.1 is one of IPv4.
func (l socketLine) isSix() bool {
	return strings.HasSuffix(l.protocol, "6") && !l.address.Addr().Is4In6()
}

// ruled looks for a rule of either family for a socket of IPv6, which may take
// both.
func (p *packetRules) ruled(l socketLine) bool {
	families := []string{"ip"}
	if l.isSix() {
		families = []string{"ip6"}
		if isWildcard(l.address.Addr()) {
			families = []string{"ip", "ip6"}
		}
	}
	for _, family := range families {
		if _, found := p.admits(strings.TrimSuffix(l.protocol, "6"), l.address.Port(), family); found {
			return true
		}
	}
	return false
}
