package host

import (
	"slices"
	"strings"

	"scantling/checks/fact"
)

// A family of distributions shares a package manager and the places of files.
type family struct {
	name            string
	ids             []string // of os-release(5), in ID or ID_LIKE
	install, remove string
}

var families = []family{
	{"debian", []string{"debian", "ubuntu"}, "apt-get install", "apt-get purge"},
	{"rhel", []string{"rhel", "fedora", "centos"}, "dnf install", "dnf remove"},
	{"suse", []string{"suse", "sles", "opensuse"}, "zypper install", "zypper remove"},
}

// familyOf asks the distribution's own name first, then what it says it is like.
func familyOf(id, like string) family {
	for _, word := range append([]string{id}, strings.Fields(like)...) {
		for _, f := range families {
			if slices.Contains(f.ids, word) {
				return f
			}
		}
	}
	return family{install: "install the package", remove: "remove the package"}
}

// readOwnKernel tells a machine from a guest of another's kernel. A root that is
// not running is judged as the disk of a machine: nothing on it can say whether
// it will be booted or run as a container.
func (h *Host) readOwnKernel(a About, n *fact.Notes) bool {
	switch {
	case !h.kernelSeen():
		n.Origin("own_kernel", "not running: taken as a machine's disk")
		return true
	case n.At("container", nil).Err != nil:
		n.Unknown("own_kernel", n.At("container", nil).Err)
	case a.Container != nil:
		n.Origin("own_kernel", "inside a container of "+*a.Container)
		return false
	}
	n.Origin("own_kernel", kernelFile)
	return !isWSL(a.Kernel)
}

// isWSL knows the kernels that Microsoft builds for its Subsystem for Linux:
// 5.15.153.1-microsoft-standard-WSL2, and 4.4.0-19041-Microsoft of the first one.
func isWSL(kernel string) bool { return strings.Contains(strings.ToLower(kernel), "microsoft") }
