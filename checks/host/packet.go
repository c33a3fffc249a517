package host

import (
	"fmt"
	"net/netip"
	"slices"
	"strings"
)

// A packetRule is one rule of a packet filter, whichever tool wrote it. What it
// demands of a packet beyond the fields here makes it partial.
type packetRule struct {
	text, origin string
	family       string // ip or ip6 where the rule itself is for one only
	in, out      nameMatch
	src, dst     addrMatch
	proto        string // tcp, udp, icmp, ...
	ports        []portRange
	states       []string // of the connection: new, established, related, invalid
	partial      bool
	verdict      string // accept, drop, reject, return, jump, goto; "" goes on
	target       string // the chain of a jump
}

type nameMatch struct {
	name string
	not  bool
}

type addrMatch struct {
	prefix netip.Prefix
	not    bool
}

type portRange struct{ from, to uint16 }

// A packetChain is a list of rules. Base chains have a hook, a kind and a policy.
type packetChain struct {
	family, table, name string
	hook, kind, policy  string
	origin              string
	rules               []packetRule
}

// packetRules are the chains of one source, in order.
type packetRules struct {
	chains []packetChain
	tables []FilterTable
}

func (p *packetRules) chain(family, table, name string) *packetChain {
	i := slices.IndexFunc(p.chains, func(c packetChain) bool { return c.family == family && c.table == table && c.name == name })
	if i < 0 {
		return nil
	}
	return &p.chains[i]
}

// chainOrNew is for sources that name a chain more than once.
func (p *packetRules) chainOrNew(family, table, name, origin string) *packetChain {
	if c := p.chain(family, table, name); c != nil {
		return c
	}
	p.chains = append(p.chains, packetChain{family: family, table: table, name: name, origin: origin})
	return &p.chains[len(p.chains)-1]
}

// covers reports whether the chain, or a rule of it, sees packets of a family.
func covers(family, of string) bool { return family == "" || family == "inet" || family == of }

// bare reports that nothing narrows the rule but what the caller looks at.
func (r packetRule) bare() bool {
	return !r.partial && r.proto == "" && len(r.ports) == 0 && len(r.states) == 0
}

func (r packetRule) anywhere() bool {
	return r.src == addrMatch{} && r.dst == addrMatch{}
}

func (r packetRule) refuses() bool { return r.verdict == "drop" || r.verdict == "reject" }

// reach hands over the rules that packets of a base chain meet, those of the
// chains it jumps to among them. A jump that is itself narrowed makes what it
// leads to partial.
func (p *packetRules) reach(c packetChain, use func(packetRule)) {
	p.walk(c, false, map[visit]bool{}, use)
}

// A visit is a chain that was gone through, by a jump for all packets or for
// some. A second one of the same sort would show nothing new.
type visit struct {
	chain    string
	narrowed bool
}

func (p *packetRules) walk(c packetChain, narrowed bool, seen map[visit]bool, use func(packetRule)) {
	v := visit{c.name, narrowed}
	if seen[v] || seen[visit{c.name, false}] {
		return
	}
	seen[v] = true
	for _, r := range c.rules {
		r.partial = r.partial || narrowed
		use(r)
		if r.verdict != "jump" && r.verdict != "goto" {
			continue
		}
		if next := p.chain(c.family, c.table, r.target); next != nil {
			p.walk(*next, r.partial || !r.everything(), seen, use)
		}
	}
}

// everything reports that the rule is for every packet.
func (r packetRule) everything() bool {
	return r.bare() && r.anywhere() && r.in == nameMatch{} && r.out == nameMatch{} && r.family == ""
}

// String spells the rule as nft would, for rules that have no text of their own.
func (r packetRule) String() string {
	if r.text != "" {
		return r.text
	}
	var out []string
	add := func(name, value string, not bool) {
		if value != "" {
			out = append(out, name+map[bool]string{true: " != ", false: " "}[not]+value)
		}
	}
	add("iif", r.in.name, r.in.not)
	add("oif", r.out.name, r.out.not)
	for name, m := range map[string]addrMatch{"saddr": r.src, "daddr": r.dst} {
		if m.prefix.IsValid() {
			add(map[bool]string{true: "ip ", false: "ip6 "}[m.prefix.Addr().Is4()]+name, m.prefix.String(), m.not)
		}
	}
	slices.SortFunc(out, func(a, b string) int { return strings.Compare(b, a) }) // saddr, oif, iif, daddr: any order that is always the same
	add("meta l4proto", r.proto, false)
	add("dport", portText(r.ports), false)
	add("ct state", strings.Join(r.states, ","), false)
	if r.partial {
		out = append(out, "…")
	}
	return strings.TrimSpace(strings.Join(append(out, r.verdict, r.target), " "))
}

func portText(ports []portRange) string {
	var out []string
	for _, p := range ports {
		if p.from == p.to {
			out = append(out, fmt.Sprint(p.from))
		} else {
			out = append(out, fmt.Sprintf("%d-%d", p.from, p.to))
		}
	}
	return strings.Join(out, ",")
}
