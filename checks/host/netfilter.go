package host

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"scantling/checks/fact"
)

// NetfilterFact is `netfilter(tool)`.
var NetfilterFact = fact.NewKeyed("netfilter", "tool: nftables, iptables, ip6tables or ufw",
	"What one tool has in the kernel's packet filter, from netlink, and what its files will load at the next start.",
	fact.Files|fact.Live|fact.Root, readNetfilter).Reading(planNetfilter)

// Netfilter is the packet filter as one tool sees it. A view of which nothing
// can be seen is unknown.
type Netfilter struct {
	Tool      string
	Live      FilterView
	Exists    bool // there is a file with rules for the next start
	Persisted FilterView
}

func planNetfilter(tool string) []string {
	return append([]string{"NETLINK_NETFILTER NFT_MSG_GETTABLE, GETCHAIN, GETRULE, GETSETELEM", "/proc/net/ip_tables_names, then IPT_SO_GET_ENTRIES"}, persistedFiles(tool)...)
}

func persistedFiles(tool string) []string {
	switch tool {
	case "iptables":
		return []string{"/etc/iptables/rules.v4", "/etc/sysconfig/iptables"}
	case "ip6tables":
		return []string{"/etc/iptables/rules.v6", "/etc/sysconfig/ip6tables"}
	case "ufw":
		return []string{"/etc/ufw/{before,user,after}{,6}.rules", ufwDefaults}
	}
	return []string{nftConf, nftConfRedHat}
}

func readNetfilter(h *Host, ctx context.Context, tool string, n *fact.Notes) (Netfilter, error) {
	out := Netfilter{Tool: tool}
	if !isFilterTool(tool) {
		return out, fmt.Errorf("netfilter %q: a tool is nftables, iptables, ip6tables or ufw", tool)
	}
	n.Origin("live", nftNetlink)
	live, err := h.liveRules(ctx, tool)
	if err != nil {
		n.Unknown("live", err)
	}
	out.Live = live.view("live", n)
	kept, file, err := h.persistedRules(tool)
	n.Origin("persisted", file)
	n.Origin("exists", file)
	if err != nil {
		n.Unknown("persisted", err)
		n.Unknown("exists", err)
	}
	out.Exists, out.Persisted = kept.found, kept.view("persisted", n)
	return out, ctx.Err()
}

func isFilterTool(name string) bool {
	return slices.Contains([]string{"nftables", "iptables", "ip6tables", "ufw"}, name)
}

type foundRules struct {
	packetRules
	found bool
}

// persistedRules reads the files of a tool.
func (h *Host) persistedRules(tool string) (out foundRules, file string, err error) {
	switch tool {
	case "nftables":
		if file, err = h.nftConfFile(); err != nil {
			return out, nftConf, err
		}
		out.packetRules, out.found, err = h.readNftConf(file)
		return out, file, err
	case "ufw":
		out.packetRules, err = h.readUFWRules()
		_, statErr := h.root.Stat("/etc/ufw/before.rules")
		out.found = statErr == nil
		return out, "/etc/ufw", errors.Join(err, ifPresent(statErr))
	}
	files := persistedFiles(tool)
	for _, file = range files {
		b, found, err := h.readOptional(file)
		if err != nil || found {
			out.found = found
			parseIptables(file, familyOfTool(tool), b, &out.packetRules)
			return out, file, err
		}
	}
	return out, files[0], nil
}

func familyOfTool(tool string) string {
	if tool == "ip6tables" {
		return "ip6"
	}
	return "ip"
}

// liveRules are the tables of the kernel that a tool is known to have made.
// Those of iptables may lie in the older part of the kernel beside nftables'.
func (h *Host) liveRules(ctx context.Context, tool string) (out packetRules, err error) {
	all, err := h.kernelFilter.get(ctx, h.readKernelFilter)
	if err != nil {
		return out, err
	}
	if tool == "ufw" {
		return all.of("iptables", ""), nil
	}
	if tool == "nftables" {
		return all.of("nftables", ""), nil
	}
	return all.of("iptables", familyOfTool(tool)), nil
}

// of takes the tables of an owner, and of a family where one is given. Of those
// of iptables only the one called filter decides what passes.
func (p packetRules) of(owner, family string) (out packetRules) {
	for _, t := range p.tables {
		if t.Owner != owner || family != "" && t.Family != family {
			continue
		}
		out.tables = append(out.tables, t)
		for _, c := range p.chains {
			if c.family == t.Family && c.table == t.Name && (owner != "iptables" || t.Name == "filter" || t.Name == legacyFilter) {
				out.chains = append(out.chains, c)
			}
		}
	}
	return out
}

// readKernelFilter asks the kernel for all that filters packets in the network
// namespace of the audit.
func (h *Host) readKernelFilter(ctx context.Context) (packetRules, error) {
	ask := h.askFilter
	if ask == nil {
		ask = readNftables
		if !h.root.Live() {
			return packetRules{}, notRunning("the rules in the kernel")
		}
	}
	out, err := ask(ctx)
	if err != nil {
		return out, err
	}
	legacy, err := h.readLegacy()
	out.tables, out.chains = append(out.tables, legacy.tables...), append(out.chains, legacy.chains...)
	return out, err
}
