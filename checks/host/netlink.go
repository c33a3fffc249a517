package host

import (
	"encoding/binary"
	"errors"
)

var errAttribute = errors.New("a netlink attribute breaks off")

// nlAttrs are the attributes of a netlink message by type; of several with one
// type the last.
type nlAttrs map[uint16][]byte

// nlTypeMask takes the flags NLA_F_NESTED and NLA_F_NET_BYTEORDER off a type.
const nlTypeMask = 1<<14 - 1

// parseAttrs reads a list of attributes: length and type of 16 bits each in the
// machine's order, the data, padding to four bytes.
func parseAttrs(b []byte) (nlAttrs, error) {
	out := nlAttrs{}
	err := eachAttr(b, func(kind uint16, data []byte) error {
		out[kind] = data
		return nil
	})
	return out, err
}

func eachAttr(b []byte, use func(kind uint16, data []byte) error) error {
	for len(b) >= 4 {
		size := int(binary.NativeEndian.Uint16(b))
		if size < 4 || size > len(b) {
			return errAttribute
		}
		if err := use(binary.NativeEndian.Uint16(b[2:])&nlTypeMask, b[4:size]); err != nil {
			return err
		}
		b = b[min((size+3)&^3, len(b)):]
	}
	return nil
}

// number is an attribute that nftables sends in network order; absent is 0.
func (a nlAttrs) number(kind uint16) uint32 {
	if len(a[kind]) < 4 {
		return 0
	}
	return binary.BigEndian.Uint32(a[kind])
}

// text is a string with its zero byte.
func (a nlAttrs) text(kind uint16) string {
	b := a[kind]
	if n := len(b); n > 0 && b[n-1] == 0 {
		b = b[:n-1]
	}
	return string(b)
}

func (a nlAttrs) nested(kind uint16) (nlAttrs, error) { return parseAttrs(a[kind]) }
