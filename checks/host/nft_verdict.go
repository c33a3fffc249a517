package host

import (
	"encoding/binary"

	"golang.org/x/sys/unix"
)

// immediate puts a value into a register; the verdict register decides.
func (d *nftExprs) immediate(a nlAttrs) error {
	if a.number(unix.NFTA_IMMEDIATE_DREG) != unix.NFT_REG_VERDICT {
		d.regs[a.number(unix.NFTA_IMMEDIATE_DREG)] = nftField{}
		return nil
	}
	data, err := a.nested(unix.NFTA_IMMEDIATE_DATA)
	if err != nil {
		return err
	}
	verdict, err := data.nested(unix.NFTA_DATA_VERDICT)
	d.rule.verdict, d.rule.target = nftVerdict(int32(verdict.number(unix.NFTA_VERDICT_CODE))), verdict.text(unix.NFTA_VERDICT_CHAIN)
	return err
}

func nftVerdict(code int32) string {
	switch code {
	case 0: // NF_DROP
		return "drop"
	case 1: // NF_ACCEPT
		return "accept"
	case unix.NFT_JUMP:
		return "jump"
	case unix.NFT_GOTO:
		return "goto"
	case unix.NFT_RETURN:
		return "return"
	}
	return ""
}

// lookup compares with the elements of a set. A map gives each element a verdict
// or a value of its own, which is more than one rule can say.
func (d *nftExprs) lookup(a nlAttrs) error {
	field := d.regs[a.number(unix.NFTA_LOOKUP_SREG)]
	if a[unix.NFTA_LOOKUP_DREG] != nil {
		d.regs[a.number(unix.NFTA_LOOKUP_DREG)] = nftField{}
		d.rule.partial = true
		if field.name == "state" {
			d.rule.states, d.rule.verdict = []string{"by a map"}, "goto"
		}
		return nil
	}
	keys, ends, err := d.elements(a.text(unix.NFTA_LOOKUP_SET))
	not := a.number(unix.NFTA_LOOKUP_FLAGS)&unix.NFT_LOOKUP_F_INV != 0
	switch {
	case err != nil:
		return err
	case field.name == "dport" && !not:
		d.portSet(keys, ends)
	case field.name == "state" && !not:
		for _, k := range keys {
			d.rule.states = append(d.rule.states, ctStates(k)...)
		}
	case len(keys) == 1 && !ends[0]:
		d.match(field, keys[0], not)
	case (field.name == "src" || field.name == "dst") && len(keys) == 2 && !ends[0] && ends[1]:
		d.addressRange(field, keys[0], keys[1], not)
	default:
		d.rule.partial = true
	}
	return nil
}

// elements are the keys of a set in the kernel's order, and which of them end
// the range that the key before or after begins.
func (d *nftExprs) elements(set string) (keys [][]byte, ends []bool, err error) {
	for _, body := range d.set(set) {
		_, a, err := nftBody(body)
		if err != nil {
			return nil, nil, err
		}
		err = eachAttr(a[unix.NFTA_SET_ELEM_LIST_ELEMENTS], func(_ uint16, b []byte) error {
			e, err := parseAttrs(b)
			if err != nil {
				return err
			}
			key, err := dataOf(e, unix.NFTA_SET_ELEM_KEY)
			keys, ends = append(keys, key), append(ends, e.number(unix.NFTA_SET_ELEM_FLAGS)&unix.NFT_SET_ELEM_INTERVAL_END != 0)
			return err
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return keys, ends, nil
}

// portSet joins beginnings and ends of ranges by their order: an end is the
// first port that no longer belongs to the range.
func (d *nftExprs) portSet(keys [][]byte, ends []bool) {
	interval := false
	for _, end := range ends {
		interval = interval || end
	}
	begin, end := []uint16{}, map[uint16]bool{}
	for i, k := range keys {
		if len(k) != 2 {
			d.rule.partial = true
			return
		}
		if p := binary.BigEndian.Uint16(k); ends[i] {
			end[p] = true
		} else {
			begin = append(begin, p)
		}
	}
	for _, p := range begin {
		last := p
		for interval && last < 65535 && !end[last+1] {
			last++
		}
		d.rule.ports = append(d.rule.ports, portRange{p, last})
	}
}

// addressRange is a prefix as an interval set keeps it: its first address, and
// the first behind it.
func (d *nftExprs) addressRange(f nftField, first, behind []byte, not bool) {
	if len(first) != len(behind) {
		d.rule.partial = true
		return
	}
	mask := make([]byte, len(first))
	for i := range first { // first XOR (behind - 1), turned round
		mask[i] = ^(first[i] ^ decremented(behind)[i])
	}
	f.mask = mask
	d.match(f, first, not)
}

func decremented(b []byte) []byte {
	out := append([]byte{}, b...)
	for i := len(out) - 1; i >= 0; i-- {
		out[i]--
		if out[i] != 255 {
			break
		}
	}
	return out
}
