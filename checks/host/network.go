package host

import (
	"context"
	"encoding/hex"
	"net/netip"
	"path"
	"slices"
	"strings"

	"scantling/checks/fact"
)

// NetworkFact is `net`.
var NetworkFact = fact.NewOne("net",
	"The network interfaces that are wireless, and whether the machine speaks IPv6, from /sys/class/net and the kernel's parameters.",
	fact.Files, readNetwork).Reading(planNetwork)

// A Network is what the kernel shows of the machine's network.
type Network struct {
	Wireless      []Wireless
	IPv6          bool     `cty:"ipv6"`           // false where the kernel has none, or no interface uses it
	IPv6Addresses []string `cty:"ipv6_addresses"` // with the interface: fe80::1%eth0; those of loopback left out
}

// Wireless is an interface with a radio.
type Wireless struct {
	Name   string
	Driver *string // the kernel module; null where it is part of the kernel
}

const (
	netClass = "/sys/class/net"
	inet6    = "/proc/net/if_inet6"
)

func readNetwork(h *Host, ctx context.Context, n *fact.Notes) (Network, error) {
	var w Network
	n.From(netClass)
	w.IPv6 = h.noteIPv6(ctx, "ipv6", n)
	h.readWireless(&w, n)
	n.Origin("ipv6_addresses", inet6)
	b, _, err := h.readOptional(inet6)
	if err != nil || !h.kernelSeen() {
		n.Unknown("ipv6_addresses", orAbsent(err, notRunning("the addresses")))
	}
	w.IPv6Addresses = parseInet6(b)
	return w, ctx.Err()
}

func (h *Host) readWireless(w *Network, n *fact.Notes) {
	list, err := h.root.List(netClass)
	if err != nil {
		if isAbsent(err) {
			err = notRunning("the network interfaces")
		}
		n.Unknown("wireless", err)
	}
	for _, i := range list {
		radio, err := h.hasRadio(i.Name())
		if err != nil {
			n.Unknown("wireless", err)
		}
		if radio {
			w.Wireless = append(w.Wireless, Wireless{i.Name(), h.driverOf(i.Name())})
		}
	}
}

func (h *Host) hasRadio(name string) (bool, error) {
	for _, mark := range []string{"wireless", "phy80211"} {
		if _, err := h.root.Stat(path.Join(netClass, name, mark)); !isAbsent(err) {
			return err == nil, err
		}
	}
	return false, nil
}

// driverOf is the module that the interface's driver is in.
func (h *Host) driverOf(name string) *string {
	target, err := h.root.ReadLink(path.Join(netClass, name, "device/driver/module"))
	if err != nil {
		return nil
	}
	driver := path.Base(target)
	return &driver
}

// parseInet6 reads /proc/net/if_inet6: address, index, prefix length, scope,
// flags, interface.
func parseInet6(b []byte) (out []string) {
	for line := range strings.Lines(string(b)) {
		f := strings.Fields(line)
		if len(f) != 6 || f[5] == "lo" {
			continue
		}
		raw, err := hex.DecodeString(f[0])
		if addr, ok := netip.AddrFromSlice(raw); err == nil && ok && addr.Is6() {
			out = append(out, addr.WithZone(f[5]).String())
		}
	}
	slices.Sort(out)
	return out
}

func planNetwork(string) []string {
	return append([]string{netClass, inet6, ipv6Module, ipv6Tree, cmdlineFile}, sysctlDirs()...)
}
