package host

import (
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"

	"scantling/checks/fact"
)

// readLegacy reads the filter tables of the kernel's older packet filter. The
// list of tables is read first: asking the kernel for a table that is not there
// would load a module, and so change the machine.
func (h *Host) readLegacy() (out packetRules, err error) {
	if !h.root.Live() {
		return out, nil
	}
	for file, family := range map[string]string{"/proc/net/ip_tables_names": "ip", "/proc/net/ip6_tables_names": "ip6"} {
		b, _, err := h.readOptional(file)
		if err != nil {
			return out, err
		}
		if !slices.Contains(strings.Fields(string(b)), "filter") {
			continue
		}
		raw, err := readLegacyTable(family, "filter")
		if err != nil {
			return out, legacyRefused(err)
		}
		part, err := decodeLegacy(family, raw)
		if err != nil {
			return out, err
		}
		out.tables, out.chains = append(out.tables, part.tables...), append(out.chains, part.chains...)
	}
	return out, nil
}

func legacyRefused(err error) error {
	if errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.EACCES) {
		return &fact.Unavailable{Why: "the kernel shows the rules of iptables to CAP_NET_ADMIN and CAP_NET_RAW only", Remedy: fact.RemedyRoot, Err: err}
	}
	return fmt.Errorf("iptables in the kernel: %w", err)
}

// A legacyTable is what IPT_SO_GET_INFO and IPT_SO_GET_ENTRIES tell: where the
// base chains begin, and the entries.
type legacyTable struct {
	entry, underflow [5]uint32
	hooks            uint32
	entries          []byte
}

// Options of linux/netfilter_ipv4/ip_tables.h; ip6_tables.h has the same numbers.
const (
	iptGetInfo    = 64
	iptGetEntries = 65
	iptInfoSize   = 84
	iptHeadSize   = 40 // struct ipt_get_entries before the entries
	iptMaxSize    = 64 << 20
)

func readLegacyTable(family, name string) (t legacyTable, err error) {
	domain, level := unix.AF_INET, unix.SOL_IP
	if family == "ip6" {
		domain, level = unix.AF_INET6, unix.SOL_IPV6
	}
	fd, err := unix.Socket(domain, unix.SOCK_RAW|unix.SOCK_CLOEXEC, unix.IPPROTO_RAW)
	if err != nil {
		return t, err
	}
	defer unix.Close(fd)
	info := make([]byte, iptInfoSize)
	copy(info, name)
	if err := getOption(fd, level, iptGetInfo, info); err != nil {
		return t, err
	}
	size := t.takeInfo(info)
	if size > iptMaxSize {
		return t, fmt.Errorf("%d bytes of rules", size)
	}
	buf := make([]byte, iptHeadSize+size)
	copy(buf, info[:32])
	binary.NativeEndian.PutUint32(buf[32:], uint32(size))
	if err := getOption(fd, level, iptGetEntries, buf); err != nil {
		return t, err
	}
	t.entries = buf[iptHeadSize:]
	return t, nil
}

// getOption is getsockopt(2) with a buffer that also carries the question.
func getOption(fd, level, name int, buf []byte) error {
	size := uint32(len(buf))
	_, _, errno := unix.Syscall6(unix.SYS_GETSOCKOPT, uintptr(fd), uintptr(level), uintptr(name),
		uintptr(unsafe.Pointer(unsafe.SliceData(buf))), uintptr(unsafe.Pointer(&size)), 0)
	runtime.KeepAlive(buf)
	if errno != 0 {
		return errno
	}
	return nil
}
