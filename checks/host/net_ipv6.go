package host

import (
	"context"
	"slices"
	"strings"

	"scantling/checks/fact"
)

const (
	ipv6Module = "/sys/module/ipv6/parameters/disable"
	ipv6Tree   = "/proc/sys/net/ipv6"
)

// An ipv6State says whether the machine speaks IPv6, and where that is decided.
type ipv6State struct {
	on     bool
	origin string
}

// noteIPv6 is whether IPv6 is on, noted at an attribute.
func (h *Host) noteIPv6(ctx context.Context, attr string, n *fact.Notes) bool {
	s, err := h.ipv6.get(ctx, h.readIPv6)
	if err != nil {
		n.Unknown(attr, err)
	}
	n.Origin(attr, s.origin)
	return s.on
}

// readIPv6 takes IPv6 for off where the kernel has none, where its parameter says
// so, and where all interfaces, those to come included, are told not to use it.
func (h *Host) readIPv6(ctx context.Context) (ipv6State, error) {
	if !h.kernelSeen() {
		return h.declaredIPv6(ctx)
	}
	module, found, err := h.readOptional(ipv6Module)
	switch {
	case err != nil:
		return ipv6State{}, err
	case found && firstLine(module) != "0":
		return ipv6State{false, ipv6Module}, nil
	}
	if _, err := h.root.Stat(ipv6Tree); err != nil {
		return ipv6State{false, "no " + ipv6Tree + ": the kernel has no IPv6"}, ifPresent(err)
	}
	for _, conf := range []string{"all", "default"} {
		b, _, err := h.readOptional(ipv6Tree + "/conf/" + conf + "/disable_ipv6")
		if err != nil || firstLine(b) != "1" {
			return ipv6State{true, ipv6Tree}, err
		}
	}
	return ipv6State{false, ipv6Tree + "/conf/all/disable_ipv6"}, nil
}

// declaredIPv6 is what the next boot will make of it.
func (h *Host) declaredIPv6(ctx context.Context) (ipv6State, error) {
	words, origin, err := h.bootWords(ctx)
	if err == nil && slices.Contains(words, "ipv6.disable=1") {
		return ipv6State{false, origin}, nil
	}
	t, err := h.sysctls.get(ctx, h.readSysctls)
	if err != nil {
		return ipv6State{}, err
	}
	for _, conf := range []string{"all", "default"} {
		line, err := t.find("net/ipv6/conf/" + conf + "/disable_ipv6")
		if err != nil || line.value == nil || *line.value != "1" {
			return ipv6State{true, "not running: nothing turns IPv6 off at boot"}, err
		}
		origin = line.origin
	}
	return ipv6State{false, strings.TrimSpace(origin)}, nil
}
