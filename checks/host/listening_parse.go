package host

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"net/netip"
	"path"
	"strconv"
	"strings"
)

type socketLine struct {
	origin   string // file:line
	protocol string // the file's name
	address  netip.AddrPort
	listens  bool
	inode    string
}

// unplaced is the socket whatever line of the table it is on.
func (l socketLine) unplaced() socketLine {
	l.origin = ""
	return l
}

// States of net/tcp_states.h. A UDP socket that nobody connected is closed.
const (
	tcpListen = "0A"
	udpClosed = "07"
)

// parseSockets reads proc_net_tcp's table, of which udp shares the form: number,
// local address, remote address, state, queues, timers, retransmits, uid,
// timeout, inode.
func parseSockets(file string, b []byte) (out []socketLine, err error) {
	protocol, number := path.Base(file), 0
	for line := range strings.Lines(string(b)) {
		number++
		f := strings.Fields(line)
		if number == 1 || len(f) == 0 {
			continue // the heading
		}
		origin := fmt.Sprintf("%s:%d", file, number)
		if len(f) < 10 {
			return nil, fmt.Errorf("%s: not a line about a socket", origin)
		}
		address, err := parseHexAddress(f[1])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", origin, err)
		}
		listens := f[3] == tcpListen
		if strings.HasPrefix(protocol, "udp") {
			listens = f[3] == udpClosed
		}
		out = append(out, socketLine{origin, protocol, address, listens, f[9]})
	}
	return out, nil
}

// parseHexAddress reads 0100007F:0277. The address is printed as words of the
// machine, each of which holds four bytes in network order.
func parseHexAddress(s string) (netip.AddrPort, error) {
	host, port, _ := strings.Cut(s, ":")
	raw, err := hex.DecodeString(host)
	if err != nil || len(raw) != 4 && len(raw) != 16 {
		return netip.AddrPort{}, fmt.Errorf("%q is no address", s)
	}
	for word := raw; len(word) > 0; word = word[4:] {
		binary.NativeEndian.PutUint32(word, binary.BigEndian.Uint32(word))
	}
	p, err := strconv.ParseUint(port, 16, 16)
	if err != nil {
		return netip.AddrPort{}, fmt.Errorf("%q is no address with a port", s)
	}
	addr, _ := netip.AddrFromSlice(raw)
	return netip.AddrPortFrom(addr, uint16(p)), nil
}
