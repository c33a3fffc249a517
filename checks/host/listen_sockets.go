package host

import (
	"context"
	"fmt"
	"slices"

	"scantling/checks/fact"
)

// ListenSocketsFact is `listen_sockets`.
var ListenSocketsFact = fact.NewOne("listen_sockets",
	"All sockets that wait for others, TCP and UDP, in the network namespace of the audit; ports that a packet filter forwards to containers have none.",
	fact.Live|fact.Root, readListenSockets).
	Reading(func(string) []string { return append(socketFiles(), "/proc/PID/fd") })

// ListenSockets is everything that waits.
type ListenSockets struct {
	Sockets   []Socket
	Reachable []string // those beyond the loopback interface, in words: "tcp 0.0.0.0:22 (sshd)"
	Ports     []string // of those: "tcp/22", each once
}

func readListenSockets(h *Host, ctx context.Context, n *fact.Notes) (ListenSockets, error) {
	n.From("/proc/net")
	out := ListenSockets{}
	all, err := h.listeners.get(ctx, h.readListeners)
	if err != nil {
		return out, fmt.Errorf("listening sockets: %w", err)
	}
	for _, l := range all {
		at := fmt.Sprintf("sockets[%d]", len(out.Sockets))
		s := h.socket(ctx, l, at, n)
		out.Sockets = append(out.Sockets, s)
		if !isLoopback(l.address.Addr()) {
			out.reach(l, s)
		}
	}
	slices.Sort(out.Ports)
	out.Ports = slices.Compact(out.Ports)
	return out, ctx.Err()
}

func (out *ListenSockets) reach(l socketLine, s Socket) {
	words := s.Protocol[:3] + " " + l.address.String()
	if s.Process != nil {
		words += " (" + *s.Process + ")"
	}
	out.Reachable = append(out.Reachable, words)
	out.Ports = append(out.Ports, fmt.Sprintf("%s/%d", s.Protocol[:3], s.Port))
}
