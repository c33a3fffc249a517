package host

import "encoding/binary"

// xtMatch takes a match of the older iptables, which nftables can carry: the
// numbers lie as struct xt_tcp, xt_udp, xt_multiport_v1 and xt_conntrack_mtinfo
// have them, in the machine's order.
func (d *nftExprs) xtMatch(name string, revision uint32, b []byte) { d.rule.xtMatch(name, revision, b) }

func (r *packetRule) xtMatch(name string, revision uint32, b []byte) {
	n := binary.NativeEndian
	switch {
	case name == "comment":
	case name == "tcp" && len(b) >= 12:
		r.xtPorts(n.Uint16(b), n.Uint16(b[2:]), n.Uint16(b[4:]), n.Uint16(b[6:]))
		r.partial = r.partial || b[8] != 0 || b[9] != 0 || b[11] != 0 // options, flags, inversions
	case name == "udp" && len(b) >= 9:
		r.xtPorts(n.Uint16(b), n.Uint16(b[2:]), n.Uint16(b[4:]), n.Uint16(b[6:]))
		r.partial = r.partial || b[8] != 0
	case name == "multiport" && revision == 1 && len(b) >= 48 && b[0] == 1 && b[1] <= 15 && b[47] == 0:
		r.xtMultiport(int(b[1]), b)
	case name == "conntrack" && revision >= 1 && len(b) >= 152:
		flags, inverted := n.Uint16(b[146:]), n.Uint16(b[148:])
		mask := make([]byte, 4)
		n.PutUint32(mask, uint32(n.Uint16(b[150:])))
		r.states = ctStates(mask)
		r.partial = r.partial || flags != 1 || inverted != 0 // XT_CONNTRACK_STATE alone
	case name == "state" && len(b) >= 4:
		r.states = ctStates(b)
	default:
		r.partial = true
	}
}

func (r *packetRule) xtPorts(fromSource, toSource, from, to uint16) {
	r.partial = r.partial || fromSource != 0 || toSource != 65535
	if from != 0 || to != 65535 {
		r.ports = append(r.ports, portRange{from, to})
	}
}

// xtMultiport joins pairs of which the first is marked as the start of a range.
func (r *packetRule) xtMultiport(count int, b []byte) {
	for i := 0; i < count; i++ {
		from := binary.NativeEndian.Uint16(b[2+2*i:])
		to := from
		if b[32+i] != 0 && i+1 < count {
			i++
			to = binary.NativeEndian.Uint16(b[2+2*i:])
		}
		r.ports = append(r.ports, portRange{from, to})
	}
}

// xtTarget takes an action of the older iptables.
func (r *packetRule) xtTarget(name string) {
	r.jumpTo(name)
	if r.verdict == "jump" { // an extension, no chain: it does something else with the packet
		r.verdict, r.target, r.partial = "", "", true
	}
}
