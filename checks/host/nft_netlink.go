package host

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"scantling/checks/fact"
)

const nftNetlink = "nftables netlink"

// nftTimeout bounds the whole talk; the kernel answers at once.
const nftTimeout = 5 * time.Second

// nftMaxAnswer bounds what is kept of one answer.
const nftMaxAnswer = 64 << 20

// An nftTalk is a socket to the kernel's nftables. Only messages that list are
// sent.
type nftTalk struct {
	fd       int
	deadline time.Time
	sequence uint32
}

// readNftables lists tables, chains and rules, and the elements of those sets
// that rules name. Only CAP_NET_ADMIN of the namespace may ask.
func readNftables(ctx context.Context) (packetRules, error) {
	fd, err := unix.Socket(unix.AF_NETLINK, unix.SOCK_RAW|unix.SOCK_CLOEXEC, unix.NETLINK_NETFILTER)
	if errors.Is(err, syscall.EPROTONOSUPPORT) || errors.Is(err, syscall.EAFNOSUPPORT) {
		return packetRules{}, nil // a kernel without packet filter
	}
	if err != nil {
		return packetRules{}, nftRefused(err)
	}
	defer unix.Close(fd)
	t := &nftTalk{fd: fd, deadline: time.Now().Add(nftTimeout)}
	dump, err := t.readAll(ctx)
	for tries := 0; errors.Is(err, errChanged) && tries < 3; tries++ {
		t.drain()
		dump, err = t.readAll(ctx)
	}
	if err != nil {
		return packetRules{}, nftRefused(err)
	}
	return decodeNftables(dump)
}

// nftRefused tells a lack of rights from a fault.
func nftRefused(err error) error {
	if errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.EACCES) {
		return &fact.Unavailable{Why: "the kernel shows its packet filter to CAP_NET_ADMIN only", Remedy: fact.RemedyRoot, Err: err}
	}
	return fmt.Errorf("%s: %w", nftNetlink, err)
}

// An nftDump is the bodies of the kernel's answers, as they came.
type nftDump struct {
	tables, chains, rules [][]byte
	elements              map[nftSet][][]byte
}

type nftSet struct {
	family      byte
	table, name string
}

func (t *nftTalk) readAll(ctx context.Context) (d nftDump, err error) {
	if d.tables, err = t.ask(ctx, unix.NFT_MSG_GETTABLE, unix.NFT_MSG_NEWTABLE, 0, nil); errors.Is(err, syscall.EINVAL) {
		return d, nil // the kernel has no nftables, or not loaded: nothing filters there
	}
	if err != nil || len(d.tables) == 0 {
		return d, err
	}
	if d.chains, err = t.ask(ctx, unix.NFT_MSG_GETCHAIN, unix.NFT_MSG_NEWCHAIN, 0, nil); err != nil {
		return d, err
	}
	if d.rules, err = t.ask(ctx, unix.NFT_MSG_GETRULE, unix.NFT_MSG_NEWRULE, 0, nil); err != nil {
		return d, err
	}
	d.elements = map[nftSet][][]byte{}
	for _, s := range setsOf(d.rules) {
		query := append(nlString(unix.NFTA_SET_ELEM_LIST_TABLE, s.table), nlString(unix.NFTA_SET_ELEM_LIST_SET, s.name)...)
		if d.elements[s], err = t.ask(ctx, unix.NFT_MSG_GETSETELEM, unix.NFT_MSG_NEWSETELEM, s.family, query); err != nil && !errors.Is(err, syscall.ENOENT) {
			return d, err
		}
	}
	return d, nil
}

func nlString(kind uint16, s string) []byte {
	b := make([]byte, (4+len(s)+1+3)&^3)
	binary.NativeEndian.PutUint16(b, uint16(4+len(s)+1))
	binary.NativeEndian.PutUint16(b[2:], kind)
	copy(b[4:], s)
	return b
}

// ask sends a request for a dump and collects the bodies of its answers, each
// with its nfgenmsg.
func (t *nftTalk) ask(ctx context.Context, request, answer int, family byte, query []byte) (out [][]byte, err error) {
	t.sequence++
	kind := uint16(unix.NFNL_SUBSYS_NFTABLES<<8 | request)
	msg := make([]byte, unix.NLMSG_HDRLEN+4, unix.NLMSG_HDRLEN+4+len(query))
	binary.NativeEndian.PutUint32(msg, uint32(cap(msg)))
	binary.NativeEndian.PutUint16(msg[4:], kind)
	binary.NativeEndian.PutUint16(msg[6:], unix.NLM_F_REQUEST|unix.NLM_F_DUMP)
	binary.NativeEndian.PutUint32(msg[8:], t.sequence)
	msg[unix.NLMSG_HDRLEN] = family // 0: all
	if err := unix.Sendto(t.fd, append(msg, query...), 0, &unix.SockaddrNetlink{Family: unix.AF_NETLINK}); err != nil {
		return nil, err
	}
	buf, size := make([]byte, 256<<10), 0
	for {
		n, err := receive(ctx, t.fd, buf, t.deadline)
		if err != nil {
			return nil, err
		}
		bodies, done, err := parseDump(buf[:n], uint16(unix.NFNL_SUBSYS_NFTABLES<<8|answer), t.sequence)
		out = append(out, bodies...)
		if size += n; size > nftMaxAnswer {
			return nil, fmt.Errorf("more than %d MiB of rules", nftMaxAnswer>>20)
		}
		if err != nil || done {
			return out, err
		}
	}
}

// drain drops what is left of an answer that was given up.
func (t *nftTalk) drain() {
	buf := make([]byte, 256<<10)
	for {
		if _, _, err := unix.Recvfrom(t.fd, buf, unix.MSG_DONTWAIT); err != nil {
			return
		}
	}
}
