package host

import (
	"fmt"
	"net/netip"
	"slices"

	"scantling/checks/fact"
)

// A FilterView is what a set of rules does, as far as profiles ask.
type FilterView struct {
	Tables      []FilterTable
	Hooks       []FilterHook // input, forward and output
	Loopback    []string     // of: input accept, output accept, ipv4 drop, ipv6 drop
	Established []string     // rules about the state of a connection
	Rules       []string     // those that no other program made
}

// A FilterTable is a table of the kernel's packet filter. Owner is the program
// that such a table is known from: iptables, ufw, firewalld, docker, ...; else
// nftables.
type FilterTable struct {
	Family string
	Name   string
	Owner  string
}

// A FilterHook is what happens to packets at one place. A policy is drop where
// one of the chains drops what no rule of it takes, since a packet must pass all
// of them; null where no chain sees the packets. Last is the rule at the end of
// a chain that takes all that is left.
type FilterHook struct {
	Hook   string
	Chains []string
	IPv4   *string `cty:"ipv4"`
	IPv6   *string `cty:"ipv6"`
	Last   *string
}

func filterHooks() []string { return []string{"input", "forward", "output"} }

// view looks at base chains of type filter; at is the path of the view.
func (p *packetRules) view(at string, n *fact.Notes) FilterView {
	v := FilterView{Tables: p.tables}
	for _, hook := range filterHooks() {
		v.Hooks = append(v.Hooks, p.hook(hook, fmt.Sprintf("%s.hooks[%d]", at, len(v.Hooks)), n))
	}
	for _, c := range p.base("") {
		p.reach(c, func(r packetRule) { v.look(c, r, at, n) })
	}
	for _, c := range p.chains {
		for _, r := range c.rules {
			if !isForeignChain(c.name) && !isForeignChain(r.target) {
				n.Origin(fmt.Sprintf("%s.rules[%d]", at, len(v.Rules)), r.origin)
				v.Rules = append(v.Rules, c.name+": "+r.String())
			}
		}
	}
	return v
}

// base are the base chains of type filter at a hook, "" for all three.
func (p *packetRules) base(hook string) (out []packetChain) {
	for _, c := range p.chains {
		if c.kind == "filter" && (c.hook == hook || hook == "" && slices.Contains(filterHooks(), c.hook)) {
			out = append(out, c)
		}
	}
	return out
}

func (p *packetRules) hook(hook, at string, n *fact.Notes) FilterHook {
	out := FilterHook{Hook: hook}
	for _, c := range p.base(hook) {
		out.Chains = append(out.Chains, fmt.Sprintf("%s %s %s", c.family, c.table, c.name))
		n.Origin(at, c.origin)
		policy := c.policy
		for family, to := range map[string]**string{"ip": &out.IPv4, "ip6": &out.IPv6} {
			if covers(c.family, family) && (*to == nil || policy == "drop") {
				*to = &policy
			}
		}
		if i := len(c.rules) - 1; i >= 0 && c.rules[i].everything() && c.rules[i].refuses() {
			last := c.rules[i].String()
			out.Last = &last
		}
	}
	return out
}

// look finds the rules about the loopback interface and its addresses, in every
// way to write them, and those about established connections.
func (v *FilterView) look(c packetChain, r packetRule, at string, n *fact.Notes) {
	found := func(name string) {
		if !slices.Contains(v.Loopback, name) {
			n.Origin(fmt.Sprintf("%s.loopback[%d]", at, len(v.Loopback)), r.origin)
			v.Loopback = append(v.Loopback, name)
		}
	}
	lo := nameMatch{name: "lo"}
	switch {
	case r.bare() && r.anywhere() && c.hook == "input" && r.in == lo && r.verdict == "accept":
		found("input accept")
	case r.bare() && r.anywhere() && c.hook == "output" && r.out == lo && r.verdict == "accept":
		found("output accept")
	case c.hook == "input" && r.stopsSpoofed("ip", c.family, "127.0.0.0/8"):
		found("ipv4 drop")
	case c.hook == "input" && r.stopsSpoofed("ip6", c.family, "::1/128"):
		found("ipv6 drop")
	}
	if len(r.states) > 0 && r.verdict != "" {
		v.Established = append(v.Established, c.hook+": "+r.String())
	}
}

// stopsSpoofed reports that packets with a loopback address as their source are
// refused, wherever they come from or from any interface but lo.
func (r packetRule) stopsSpoofed(family, chain, prefix string) bool {
	whole := netip.MustParsePrefix(prefix)
	src := r.src.prefix
	return r.refuses() && r.bare() && r.dst == addrMatch{} && covers(chain, family) && covers(r.family, family) &&
		!r.src.not && src.IsValid() && src.Bits() <= whole.Bits() && src.Contains(whole.Addr()) &&
		(r.in == nameMatch{} || r.in == nameMatch{"lo", true})
}
