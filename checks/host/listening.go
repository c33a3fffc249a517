package host

import (
	"context"
	"fmt"
	"net/netip"
	"strconv"

	"scantling/checks/fact"
)

// ListeningFact is `listening(port)`.
var ListeningFact = fact.NewKeyed("listening", "port",
	"Sockets that wait for others on a port, TCP and UDP, in the network namespace of the audit.", fact.Live|fact.Root, readListening).
	Reading(func(string) []string { return append(socketFiles(), "/proc/PID/fd") })

// Listening is who waits on a port.
type Listening struct {
	Port      int
	Sockets   []Socket
	Wildcard  bool // one of them takes connections on every address
	Reachable bool // one of them has an address beyond the loopback interface
}

// A Socket waits for connections or datagrams.
type Socket struct {
	Protocol string // tcp, tcp6, udp, udp6
	Address  string
	Port     int
	PID      *int // null for a socket of the kernel itself
	Process  *string
}

func socketFiles() []string {
	return []string{"/proc/net/tcp", "/proc/net/tcp6", "/proc/net/udp", "/proc/net/udp6"}
}

func readListening(h *Host, ctx context.Context, key string, n *fact.Notes) (Listening, error) {
	port, err := strconv.ParseUint(key, 10, 16)
	if err != nil {
		return Listening{}, fmt.Errorf("listening %q: a port is a number from 0 to 65535", key)
	}
	n.From("/proc/net")
	out := Listening{Port: int(port)}
	all, err := h.listeners.get(ctx, h.readListeners)
	if err != nil {
		return out, fmt.Errorf("listening %s: %w", key, err)
	}
	for _, l := range all {
		if l.address.Port() == uint16(port) {
			out.add(h, ctx, l, n)
		}
	}
	return out, nil
}

// readListeners finds what waits for others, in the order of the kernel's tables.
// The kernel hands a table over page by page, and may pass over a socket, or show
// it again, when others come and go in between. So it is asked twice: to be passed
// over both times is as good as impossible.
func (h *Host) readListeners(ctx context.Context) (out []socketLine, err error) {
	seen := map[socketLine]bool{}
	for range 2 {
		lines, err := h.listenersNow()
		if err != nil {
			return out, err
		}
		for _, l := range lines {
			if key := l.unplaced(); !seen[key] {
				seen[key] = true
				out = append(out, l)
			}
		}
	}
	return out, ctx.Err()
}

func (h *Host) listenersNow() (out []socketLine, err error) {
	for i, file := range socketFiles() {
		b, found, err := h.readOptional(file)
		switch {
		case err != nil:
			return out, err
		case !found && i == 0:
			return out, notRunning("the sockets")
		}
		lines, err := parseSockets(file, b)
		if err != nil {
			return out, err
		}
		for _, l := range lines {
			if l.listens {
				out = append(out, l)
			}
		}
	}
	return out, nil
}

func (out *Listening) add(h *Host, ctx context.Context, l socketLine, n *fact.Notes) {
	out.Sockets = append(out.Sockets, h.socket(ctx, l, fmt.Sprintf("sockets[%d]", len(out.Sockets)), n))
	out.Wildcard = out.Wildcard || isWildcard(l.address.Addr())
	out.Reachable = out.Reachable || !isLoopback(l.address.Addr())
}

// socket describes one, with its notes at the given path.
func (h *Host) socket(ctx context.Context, l socketLine, at string, n *fact.Notes) Socket {
	n.Origin(at, l.origin)
	s := Socket{Protocol: l.protocol, Address: l.address.Addr().String(), Port: int(l.address.Port())}
	owner, err := h.socketOwner(ctx, l.inode)
	switch {
	case err != nil:
		n.Unknown(at+".pid", err)
		n.Unknown(at+".process", err)
	case owner.pid != 0:
		s.PID, s.Process = &owner.pid, &owner.name
	}
	return s
}

// isWildcard also knows ::ffff:0.0.0.0.
func isWildcard(a netip.Addr) bool { return a.Unmap().IsUnspecified() }

// isLoopback also knows ::ffff:127.0.0.1.
func isLoopback(a netip.Addr) bool { return a.Unmap().IsLoopback() }
