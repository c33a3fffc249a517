package host

import (
	"bytes"
	"encoding/binary"
	"errors"
	"net/netip"
	"strings"

	"golang.org/x/sys/unix"
)

// nftExprs runs through the expressions of a rule: each loads a part of the
// packet into a register, or compares what a register holds, or decides. What it
// does not know leaves the rule partial.
type nftExprs struct {
	family string
	set    func(name string) [][]byte
	regs   map[uint32]nftField
	rule   packetRule
}

// An nftField is what a register holds.
type nftField struct {
	name string // iif, iifname, iiftype, oif, oifname, src, dst, proto, dport, state, nfproto; "" for others
	size int
	mask []byte
}

func (d *nftExprs) expression(b []byte) error {
	name, a, err := nftExpr(b)
	if err != nil {
		return err
	}
	switch name {
	case "meta":
		d.load(a, unix.NFTA_META_DREG, nftMeta(a.number(unix.NFTA_META_KEY)))
	case "ct":
		field := nftField{}
		if a.number(unix.NFTA_CT_KEY) == unix.NFT_CT_STATE {
			field.name = "state"
		}
		d.load(a, unix.NFTA_CT_DREG, field)
	case "payload":
		d.load(a, unix.NFTA_PAYLOAD_DREG, d.payload(a))
	case "bitwise":
		return d.bitwise(a)
	case "cmp":
		return d.compare(a)
	case "range":
		return d.portRange(a)
	case "lookup":
		return d.lookup(a)
	case "immediate":
		return d.immediate(a)
	case "reject":
		d.rule.verdict = "reject"
	case "match":
		d.xtMatch(a.text(unix.NFTA_MATCH_NAME), a.number(unix.NFTA_MATCH_REV), a[unix.NFTA_MATCH_INFO])
	case "target":
		d.rule.xtTarget(a.text(unix.NFTA_TARGET_NAME))
	case "counter", "log", "notrack", "nat", "masq", "redir", "last":
	default:
		d.rule.partial = true
	}
	return nil
}

// load notes what a register holds from here on. Without a register the
// expression writes into the packet, which asks nothing.
func (d *nftExprs) load(a nlAttrs, register uint16, field nftField) {
	if a[register] != nil {
		d.regs[a.number(register)] = field
	}
}

func nftMeta(key uint32) nftField {
	switch key {
	case unix.NFT_META_IIF:
		return nftField{name: "iif"}
	case unix.NFT_META_OIF:
		return nftField{name: "oif"}
	case unix.NFT_META_IIFNAME:
		return nftField{name: "iifname"}
	case unix.NFT_META_OIFNAME:
		return nftField{name: "oifname"}
	case unix.NFT_META_IIFTYPE:
		return nftField{name: "iiftype"}
	case unix.NFT_META_L4PROTO:
		return nftField{name: "proto"}
	case unix.NFT_META_NFPROTO:
		return nftField{name: "nfproto"}
	}
	return nftField{}
}

// payload knows the places of the addresses and ports. A field may be loaded
// short: nft leaves the bytes away that a prefix does not look at.
func (d *nftExprs) payload(a nlAttrs) nftField {
	base, offset, size := a.number(unix.NFTA_PAYLOAD_BASE), a.number(unix.NFTA_PAYLOAD_OFFSET), int(a.number(unix.NFTA_PAYLOAD_LEN))
	f := nftField{size: size}
	if base == unix.NFT_PAYLOAD_TRANSPORT_HEADER && offset == 2 && size == 2 {
		f.name = "dport"
	}
	if base != unix.NFT_PAYLOAD_NETWORK_HEADER {
		return f
	}
	family := d.family
	if family == "inet" {
		family = d.rule.family
	}
	places := map[string]map[uint32]string{"ip": {9: "proto", 12: "src", 16: "dst"}, "ip6": {6: "proto", 8: "src", 24: "dst"}}
	f.name = places[family][offset]
	return f
}

func (d *nftExprs) bitwise(a nlAttrs) error {
	field := d.regs[a.number(unix.NFTA_BITWISE_SREG)]
	mask, err := dataOf(a, unix.NFTA_BITWISE_MASK)
	if err != nil {
		return err
	}
	if xor, err := dataOf(a, unix.NFTA_BITWISE_XOR); err != nil || len(bytes.Trim(xor, "\x00")) > 0 || len(mask) == 0 {
		field.name = ""
	}
	field.mask = mask
	d.load(a, unix.NFTA_BITWISE_DREG, field)
	return nil
}

func dataOf(a nlAttrs, kind uint16) ([]byte, error) {
	n, err := a.nested(kind)
	return n[unix.NFTA_DATA_VALUE], err
}

func (d *nftExprs) compare(a nlAttrs) error {
	value, err := dataOf(a, unix.NFTA_CMP_DATA)
	op := a.number(unix.NFTA_CMP_OP)
	field := d.regs[a.number(unix.NFTA_CMP_SREG)]
	switch {
	case err != nil:
		return err
	case field.name == "state" && field.mask != nil: // state & mask != 0
		d.rule.partial = d.rule.partial || op != unix.NFT_CMP_NEQ || len(bytes.Trim(value, "\x00")) > 0
		d.rule.states = ctStates(field.mask)
	case field.name == "dport" && len(value) == 2 && op == unix.NFT_CMP_GTE: // the first half of a range
		d.rule.ports = append(d.rule.ports, portRange{binary.BigEndian.Uint16(value), 65535})
	case field.name == "dport" && len(value) == 2 && op == unix.NFT_CMP_LTE && len(d.rule.ports) > 0:
		d.rule.ports[len(d.rule.ports)-1].to = binary.BigEndian.Uint16(value)
	case op == unix.NFT_CMP_EQ || op == unix.NFT_CMP_NEQ:
		d.match(field, value, op == unix.NFT_CMP_NEQ)
	default:
		d.rule.partial = true
	}
	return nil
}

func (d *nftExprs) portRange(a nlAttrs) error {
	from, err1 := dataOf(a, unix.NFTA_RANGE_FROM_DATA)
	to, err2 := dataOf(a, unix.NFTA_RANGE_TO_DATA)
	plain := d.regs[a.number(unix.NFTA_RANGE_SREG)].name == "dport" && a.number(unix.NFTA_RANGE_OP) == unix.NFT_RANGE_EQ
	if !plain || len(from) != 2 || len(to) != 2 {
		d.rule.partial = true
		return errors.Join(err1, err2)
	}
	d.rule.ports = append(d.rule.ports, portRange{binary.BigEndian.Uint16(from), binary.BigEndian.Uint16(to)})
	return nil
}

// match takes one value that a field is compared with.
func (d *nftExprs) match(f nftField, value []byte, not bool) {
	r := &d.rule
	switch f.name {
	case "iif", "iifname", "iiftype":
		r.in = nameMatch{interfaceName(f.name, value), not}
		r.partial = r.partial || f.mask != nil
	case "oif", "oifname":
		r.out = nameMatch{interfaceName(f.name, value), not}
		r.partial = r.partial || f.mask != nil
	case "src":
		r.src = d.addressOf(f, value, not)
	case "dst":
		r.dst = d.addressOf(f, value, not)
	case "nfproto":
		if len(value) > 0 {
			r.family = nftFamily(value[0])
		}
		r.partial = r.partial || not
	case "proto":
		if len(value) > 0 {
			r.proto = protocolName(value[0])
		}
		r.partial = r.partial || not
	case "dport":
		if len(value) == 2 {
			p := binary.BigEndian.Uint16(value)
			r.ports = append(r.ports, portRange{p, p})
		}
		r.partial = r.partial || not || f.mask != nil
	case "state":
		r.states, r.partial = ctStates(value), r.partial || not
	default:
		r.partial = true
	}
}

// interfaceName knows lo by index and by type; of others an index is enough to
// tell that it is not lo.
func interfaceName(field string, value []byte) string {
	const loopbackType = 772 // ARPHRD_LOOPBACK
	switch {
	case strings.HasSuffix(field, "name") && len(value) < 16 && !bytes.Contains(value, []byte{0}):
		return string(value) + "*" // compared without its end
	case strings.HasSuffix(field, "name"):
		return string(bytes.TrimRight(value, "\x00"))
	case field == "iiftype" && len(value) == 2 && binary.NativeEndian.Uint16(value) == loopbackType:
		return "lo"
	case len(value) == 4 && binary.NativeEndian.Uint32(value) == 1: // lo is made first in every namespace
		return "lo"
	}
	return "another"
}

// addressOf makes a prefix of what was compared: of a shortened load the bytes
// that are there, else those under the mask.
func (d *nftExprs) addressOf(f nftField, value []byte, not bool) addrMatch {
	size := 4
	if d.family == "ip6" || d.rule.family == "ip6" {
		size = 16
	}
	if len(value) == 0 || len(value) > size {
		d.rule.partial = true
		return addrMatch{}
	}
	full := append(bytes.Clone(value), make([]byte, size-len(value))...)
	mask := f.mask
	if mask == nil {
		mask = bytes.Repeat([]byte{255}, len(value))
	}
	addr, _ := netip.AddrFromSlice(full)
	prefix, err := maskPrefix(addr, append(bytes.Clone(mask), make([]byte, max(0, size-len(mask)))...))
	if err != nil {
		d.rule.partial = true
		return addrMatch{}
	}
	return addrMatch{prefix, not}
}

// ctStates names the bits of NF_CT_STATE_BIT, a number in the machine's order.
func ctStates(b []byte) (out []string) {
	if len(b) < 4 {
		return nil
	}
	bits := binary.NativeEndian.Uint32(b)
	for i, name := range []string{"invalid", "established", "related", "new", "", "", "untracked"} {
		if name != "" && bits&(1<<i) != 0 {
			out = append(out, name)
		}
	}
	return out
}

func protocolName(n byte) string {
	switch n {
	case unix.IPPROTO_TCP:
		return "tcp"
	case unix.IPPROTO_UDP:
		return "udp"
	case unix.IPPROTO_ICMP:
		return "icmp"
	case unix.IPPROTO_ICMPV6:
		return "icmpv6"
	case unix.IPPROTO_SCTP:
		return "sctp"
	}
	return "another"
}
