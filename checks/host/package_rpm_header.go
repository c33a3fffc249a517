package host

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strconv"
	"strings"
)

// Tags of a package header (rpmtag.h).
const (
	rpmName     = 1000
	rpmVersion  = 1001
	rpmRelease  = 1002
	rpmEpoch    = 1003
	rpmSummary  = 1004
	rpmArch     = 1022
	rpmProvides = 1047
)

var errHeader = errors.New("not the header of a package")

// An rpmHeader is an index of entries, each of tag, type, offset and count, and
// the data that they point into; all numbers are big-endian.
type rpmHeader struct{ index, data []byte }

func parseRpmHeader(b []byte) (installed, error) {
	if len(b) < 8 {
		return installed{}, errHeader
	}
	entries, size := uint64(binary.BigEndian.Uint32(b)), uint64(binary.BigEndian.Uint32(b[4:]))
	if b = b[8:]; entries > 1<<20 || 16*entries+size > uint64(len(b)) {
		return installed{}, errHeader
	}
	h := rpmHeader{b[:16*entries], b[16*entries : 16*entries+size]}
	i := installed{manager: "rpm", name: h.text(rpmName), arch: h.text(rpmArch), summary: h.text(rpmSummary)}
	if i.name == "" {
		return i, errHeader
	}
	i.version = h.text(rpmVersion) + "-" + h.text(rpmRelease)
	if epoch, ok := h.number(rpmEpoch); ok {
		i.version = strconv.FormatUint(uint64(epoch), 10) + ":" + i.version
	}
	for _, p := range h.texts(rpmProvides) {
		if !strings.ContainsAny(p, "(/") { // libraries, modules and files are not asked for by name
			i.provides = append(i.provides, p)
		}
	}
	return i, nil
}

// find returns an entry's data from its offset on, and how many values it has.
func (h rpmHeader) find(tag uint32) ([]byte, int) {
	for e := h.index; len(e) >= 16; e = e[16:] {
		off := binary.BigEndian.Uint32(e[8:])
		if binary.BigEndian.Uint32(e) == tag && uint64(off) < uint64(len(h.data)) {
			return h.data[off:], int(binary.BigEndian.Uint32(e[12:]))
		}
	}
	return nil, 0
}

// texts are the values of a string or string array, each ended by a NUL.
func (h rpmHeader) texts(tag uint32) []string {
	b, count := h.find(tag)
	var out []string
	for range min(count, len(b)) {
		s, rest, ok := bytes.Cut(b, []byte{0})
		if !ok {
			break
		}
		out, b = append(out, string(s)), rest
	}
	return out
}

func (h rpmHeader) text(tag uint32) string {
	if all := h.texts(tag); len(all) > 0 {
		return all[0]
	}
	return ""
}

func (h rpmHeader) number(tag uint32) (uint32, bool) {
	b, count := h.find(tag)
	if count < 1 || len(b) < 4 {
		return 0, false
	}
	return binary.BigEndian.Uint32(b), true
}
