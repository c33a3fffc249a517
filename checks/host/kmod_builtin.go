package host

import (
	"strings"

	"scantling/checks/fact"
)

// moduleTraces is where a protocol or bus shows up once the running kernel has
// it, however it got there.
func moduleTraces(name string) []string {
	own := []string{"/sys/module/" + name}
	switch name {
	case "atm", "can", "sctp":
		return append(own, "/proc/net/"+name, "/proc/sys/net/"+name)
	case "dccp", "rds", "tipc":
		return append(own, "/proc/sys/net/"+name, "/proc/net/"+name)
	case "usb_storage":
		return append(own, "/sys/bus/usb/drivers/usb-storage")
	case "firewire_core":
		return append(own, "/sys/bus/firewire")
	case "cramfs", "freevxfs", "hfs", "hfsplus", "jffs2", "overlay", "squashfs", "udf":
		return append(own, "/proc/filesystems")
	}
	return nil
}

// readBuiltinByTrace is for a running kernel that brought no list of what is
// built into it, such as one that a hypervisor starts directly: what the kernel
// has and did not load, it was built with.
func (h *Host) readBuiltinByTrace(m *KernelModule, n *fact.Notes) {
	traces := moduleTraces(m.Name)
	if traces == nil {
		n.Unknown("builtin", &fact.Unavailable{Why: "the running kernel has no list of what is built into it below " + moduleDir})
		return
	}
	loaded, _, err := h.readOptional(procModules)
	if err != nil {
		n.Unknown("builtin", err)
		return
	}
	if _, isLoaded := parseProcModules(loaded)[m.Name]; isLoaded {
		return
	}
	for _, at := range traces {
		found, err := h.leavesTrace(at, m.Name)
		if err != nil {
			n.Unknown("builtin", err)
		}
		if found {
			m.Builtin = true
			n.Origin("builtin", at)
		}
	}
}

func (h *Host) leavesTrace(at, name string) (bool, error) {
	if at != "/proc/filesystems" {
		_, err := h.root.Stat(at)
		return err == nil, ifPresent(err)
	}
	b, _, err := h.readOptional(at)
	for line := range strings.Lines(string(b)) {
		if f := strings.Fields(line); len(f) > 0 && f[len(f)-1] == name {
			return true, nil
		}
	}
	return false, err
}
