package host

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"net/netip"
	"strconv"
	"strings"
)

var errLegacy = errors.New("the kernel's iptables rules break off")

// legacyFilter tells the older filter table from the one that iptables has in
// nftables, under the same name and beside it.
const legacyFilter = "filter (legacy)"

// takeInfo reads struct ipt_getinfo and returns the size of the entries.
func (t *legacyTable) takeInfo(b []byte) int {
	n := binary.NativeEndian
	t.hooks = n.Uint32(b[32:])
	for i := range t.entry {
		t.entry[i], t.underflow[i] = n.Uint32(b[36+4*i:]), n.Uint32(b[56+4*i:])
	}
	return int(n.Uint32(b[80:]))
}

// An entryForm says where struct ipt_entry and ip6t_entry have their parts.
type entryForm struct {
	address           int // bytes of an address
	names, proto, inv int // offsets: interface names, protocol, inverted conditions
	target, size      int // offset of target_offset; size of the whole head
}

func formOf(family string) entryForm {
	if family == "ip6" {
		return entryForm{address: 16, names: 64, proto: 128, inv: 132, target: 140, size: 168}
	}
	return entryForm{address: 4, names: 16, proto: 80, inv: 83, target: 88, size: 112}
}

// decodeLegacy walks through the entries. A base chain begins at its hook's
// entry and ends with its policy; one that users made begins with an ERROR
// target that has its name.
func decodeLegacy(family string, t legacyTable) (packetRules, error) {
	d := legacyDecoder{table: t, form: formOf(family), starts: map[uint32]string{}, chain: -1}
	d.out.tables = []FilterTable{{family, legacyFilter, "iptables"}}
	for at := 0; at < len(t.entries) && !d.ended; {
		next, err := d.entry(family, at)
		if err != nil {
			return d.out, err
		}
		at += next
	}
	d.nameJumps()
	return d.out, nil
}

type legacyDecoder struct {
	table  legacyTable
	form   entryForm
	out    packetRules
	chain  int               // the one that entries go into
	starts map[uint32]string // offset of a chain's first entry
	ended  bool
}

func (d *legacyDecoder) entry(family string, at int) (size int, err error) {
	b := d.table.entries[at:]
	if len(b) < d.form.size {
		return 0, errLegacy
	}
	targetAt, next := int(binary.NativeEndian.Uint16(b[d.form.target:])), int(binary.NativeEndian.Uint16(b[d.form.target+2:]))
	if targetAt < d.form.size || next < targetAt+36 || next > len(b) {
		return 0, errLegacy
	}
	target := b[targetAt:next]
	name := cString(target[2:31])
	if hook, ok := d.table.hookAt(uint32(at)); ok {
		d.begin(packetChain{family: family, name: strings.ToUpper(hook), hook: hook, kind: "filter", policy: "accept"}, at)
	}
	switch {
	case name == "ERROR" && cString(target[32:]) == "ERROR":
		d.ended = true
	case name == "ERROR":
		d.begin(packetChain{family: family, name: cString(target[32:])}, at+next)
	case d.chain < 0:
		return 0, errLegacy
	case d.table.policyAt(uint32(at)):
		d.out.chains[d.chain].policy, _ = standardVerdict(target)
	default:
		r, err := decodeLegacyRule(d.form, b[:d.form.size], b[d.form.size:targetAt])
		if err != nil {
			return 0, err
		}
		r.takeTarget(name, target)
		d.add(r)
	}
	return next, nil
}

func (d *legacyDecoder) begin(c packetChain, at int) {
	c.table, c.origin = legacyFilter, "iptables in the kernel: chain "+c.name
	d.out.chains, d.chain = append(d.out.chains, c), len(d.out.chains)
	d.starts[uint32(at)] = c.name
}

// add leaves out the last rule of a user's chain, which only returns.
func (d *legacyDecoder) add(r packetRule) {
	c := &d.out.chains[d.chain]
	if c.hook == "" && r.verdict == "return" && r.everything() {
		return
	}
	r.origin = fmt.Sprintf("iptables in the kernel: rule %d of chain %s", len(c.rules)+1, c.name)
	c.rules = append(c.rules, r)
}

// nameJumps puts the names of chains in place of the offsets that jumps have.
func (d *legacyDecoder) nameJumps() {
	for _, c := range d.out.chains {
		for i, r := range c.rules {
			if offset, err := strconv.ParseUint(r.target, 10, 32); err == nil {
				c.rules[i].target = d.starts[uint32(offset)]
			}
		}
	}
}

// hookAt knows the three hooks of the filter table by enum nf_inet_hooks.
func (t *legacyTable) hookAt(at uint32) (string, bool) {
	for i, hook := range filterHooks() {
		if t.hooks&(2<<i) != 0 && t.entry[i+1] == at {
			return hook, true
		}
	}
	return "", false
}

func (t *legacyTable) policyAt(at uint32) bool {
	for i := range filterHooks() {
		if t.hooks&(2<<i) != 0 && t.underflow[i+1] == at {
			return true
		}
	}
	return false
}

// Bits of invflags in struct ipt_ip; ip6t_ip6 has the same.
const (
	invertIn, invertOut, invertSrc, invertDst, invertProto = 1, 2, 8, 16, 64
)

func decodeLegacyRule(form entryForm, head, matches []byte) (r packetRule, err error) {
	inverted, a := head[form.inv], form.address
	r.src = r.maskedAddress(head[:a], head[2*a:3*a], inverted&invertSrc != 0)
	r.dst = r.maskedAddress(head[a:2*a], head[3*a:4*a], inverted&invertDst != 0)
	r.in = legacyInterface(head[form.names:], inverted&invertIn != 0)
	r.out = legacyInterface(head[form.names+16:], inverted&invertOut != 0)
	if proto := binary.NativeEndian.Uint16(head[form.proto:]); proto != 0 {
		r.proto = protocolName(byte(proto))
	}
	r.partial = inverted&^(invertIn|invertOut|invertSrc|invertDst) != 0 || head[form.inv-1]&1 != 0 // fragments only
	for len(matches) > 0 {
		if len(matches) < 32 {
			return r, errLegacy
		}
		size := int(binary.NativeEndian.Uint16(matches))
		if size < 32 || size > len(matches) {
			return r, errLegacy
		}
		r.xtMatch(cString(matches[2:31]), uint32(matches[31]), matches[32:size])
		matches = matches[size:]
	}
	return r, nil
}

func (r *packetRule) maskedAddress(addr, mask []byte, not bool) addrMatch {
	ip, _ := netip.AddrFromSlice(addr)
	prefix, err := maskPrefix(ip, mask)
	if err != nil {
		r.partial = true
		return addrMatch{}
	}
	if prefix.Bits() == 0 && !not {
		return addrMatch{}
	}
	return addrMatch{prefix, not}
}

// legacyInterface reads a name; without its zero byte in the mask it stands for
// all names that begin so.
func legacyInterface(b []byte, not bool) nameMatch {
	name, mask := cString(b[:16]), b[32:48]
	if name != "" && len(bytes.TrimRight(mask, "\x00")) == len(name) {
		name += "+"
	}
	if name == "" {
		return nameMatch{}
	}
	return nameMatch{name, not}
}

func (r *packetRule) takeTarget(name string, target []byte) {
	if name != "" {
		r.xtTarget(name)
		return
	}
	r.verdict, r.target = standardVerdict(target)
}

// standardVerdict reads the number of a standard target: what is below zero is a
// verdict, the rest the offset of a chain.
func standardVerdict(target []byte) (verdict, chain string) {
	switch n := int32(binary.NativeEndian.Uint32(target[32:])); n {
	case -1:
		return "drop", ""
	case -2:
		return "accept", ""
	case -5:
		return "return", ""
	default:
		return "jump", strconv.Itoa(int(n))
	}
}

func cString(b []byte) string {
	s, _, _ := bytes.Cut(b, []byte{0})
	return string(s)
}
