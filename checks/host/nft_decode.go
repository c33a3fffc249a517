package host

import (
	"fmt"
	"slices"

	"golang.org/x/sys/unix"
)

// nfgenSize is that of struct nfgenmsg, which every body begins with: family,
// version, resource.
const nfgenSize = 4

func nftBody(b []byte) (family string, a nlAttrs, err error) {
	if len(b) < nfgenSize {
		return "", nil, errAttribute
	}
	a, err = parseAttrs(b[nfgenSize:])
	return nftFamily(b[0]), a, err
}

func nftFamily(n byte) string {
	switch n {
	case unix.NFPROTO_INET:
		return "inet"
	case unix.NFPROTO_IPV4:
		return "ip"
	case unix.NFPROTO_IPV6:
		return "ip6"
	}
	return fmt.Sprintf("family %d", n) // arp, bridge, netdev: none of our questions
}

// decodeNftables makes chains and rules of the kernel's answers. A table that is
// dormant filters nothing and is left out.
func decodeNftables(d nftDump) (out packetRules, err error) {
	asleep := map[string]bool{}
	for _, b := range d.chains {
		c, err := decodeNftChain(b)
		if err != nil {
			return out, err
		}
		out.chains = append(out.chains, c)
	}
	for _, b := range d.tables {
		family, a, err := nftBody(b)
		if err != nil {
			return out, err
		}
		name := a.text(unix.NFTA_TABLE_NAME)
		if a.number(unix.NFTA_TABLE_FLAGS)&unix.NFT_TABLE_F_DORMANT != 0 {
			asleep[family+" "+name] = true
			continue
		}
		out.tables = append(out.tables, FilterTable{family, name, tableOwner(family, name, out.names(family, name))})
	}
	out.chains = slices.DeleteFunc(out.chains, func(c packetChain) bool { return asleep[c.family+" "+c.table] })
	for _, b := range d.rules {
		if err := out.addNftRule(b, d.elements); err != nil {
			return out, err
		}
	}
	return out, nil
}

// names are the chains of a table.
func (p *packetRules) names(family, table string) (out []string) {
	for _, c := range p.chains {
		if c.family == family && c.table == table {
			out = append(out, c.name)
		}
	}
	return out
}

func decodeNftChain(b []byte) (c packetChain, err error) {
	family, a, err := nftBody(b)
	if err != nil {
		return c, err
	}
	c = packetChain{family: family, table: a.text(unix.NFTA_CHAIN_TABLE), name: a.text(unix.NFTA_CHAIN_NAME)}
	c.origin = fmt.Sprintf("%s: chain %s %s %s", nftNetlink, family, c.table, c.name)
	hook, err := a.nested(unix.NFTA_CHAIN_HOOK)
	if err != nil || len(hook) == 0 {
		return c, err
	}
	c.hook = nftHook(hook.number(unix.NFTA_HOOK_HOOKNUM))
	c.kind = a.text(unix.NFTA_CHAIN_TYPE)
	if c.policy = "accept"; a[unix.NFTA_CHAIN_POLICY] != nil && a.number(unix.NFTA_CHAIN_POLICY) == 0 {
		c.policy = "drop"
	}
	return c, nil
}

// nftHook names the numbers of enum nf_inet_hooks.
func nftHook(n uint32) string {
	names := []string{"prerouting", "input", "forward", "output", "postrouting", "ingress"}
	if int64(n) < int64(len(names)) {
		return names[n]
	}
	return fmt.Sprintf("hook %d", n)
}

func (p *packetRules) addNftRule(b []byte, elements map[nftSet][][]byte) error {
	family, a, err := nftBody(b)
	if err != nil {
		return err
	}
	c := p.chain(family, a.text(unix.NFTA_RULE_TABLE), a.text(unix.NFTA_RULE_CHAIN))
	if c == nil {
		return nil // of a dormant table
	}
	d := nftExprs{family: family, set: func(name string) [][]byte { return elements[nftSet{b[0], c.table, name}] }, regs: map[uint32]nftField{}}
	err = eachAttr(a[unix.NFTA_RULE_EXPRESSIONS], func(_ uint16, expr []byte) error { return d.expression(expr) })
	if err != nil {
		return err
	}
	d.rule.origin = fmt.Sprintf("%s: rule %d of chain %s %s %s", nftNetlink, len(c.rules)+1, family, c.table, c.name)
	c.rules = append(c.rules, d.rule)
	return nil
}

// setsOf finds the sets that rules look things up in.
func setsOf(rules [][]byte) (out []nftSet) {
	for _, b := range rules {
		_, a, err := nftBody(b)
		if err != nil {
			continue
		}
		_ = eachAttr(a[unix.NFTA_RULE_EXPRESSIONS], func(_ uint16, expr []byte) error {
			name, data, err := nftExpr(expr)
			s := nftSet{b[0], a.text(unix.NFTA_RULE_TABLE), data.text(unix.NFTA_LOOKUP_SET)}
			if err == nil && name == "lookup" && !slices.Contains(out, s) {
				out = append(out, s)
			}
			return nil
		})
	}
	return out
}

func nftExpr(b []byte) (name string, data nlAttrs, err error) {
	a, err := parseAttrs(b)
	if err != nil {
		return "", nil, err
	}
	data, err = a.nested(unix.NFTA_EXPR_DATA)
	return a.text(unix.NFTA_EXPR_NAME), data, err
}
