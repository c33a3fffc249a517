package host

import (
	"cmp"
	"context"
	"path"
	"strings"

	"scantling/checks/fact"
)

// HostFact is `host`.
var HostFact = fact.NewOne("host",
	"The machine: name, kernel, distribution, whether it is a container, security modules, and the rights of this audit.",
	fact.Files, readAbout).Reading(planAbout)

// About is what the machine is, and as whom it is audited.
type About struct {
	Hostname  string
	Kernel    string
	OSID      string  `cty:"os_id"` // ID of os-release(5): debian
	OSVersion *string // VERSION_ID; null where the distribution has no versions
	OSName    string  // PRETTY_NAME
	Codename  *string // of the release, or of the Debian or Ubuntu release that it is made from: bookworm, noble
	OSFamily  *string `cty:"os_family"` // debian, rhel or suse, by ID and ID_LIKE; null for others
	OwnKernel bool    // it boots a kernel of its own: neither a container nor WSL; true for a root that is not running
	Install   string  // the command that installs a package: "apt-get install", "dnf install"
	Remove    string  // the command that removes one with its settings: "apt-get purge", "dnf remove"
	EUID      int     // of the audit
	Root      bool    // the audit runs with EUID 0
	Container *string // docker, podman, lxc, ...; null when the machine is none
	AppArmor  bool    `cty:"apparmor"`
	SELinux   bool    `cty:"selinux"`
	Systemd   bool    // the init system is systemd
}

const (
	hostnameFile = "/proc/sys/kernel/hostname"
	kernelFile   = "/proc/sys/kernel/osrelease"
	apparmorFile = "/sys/module/apparmor/parameters/enabled"
	selinuxFile  = "/sys/fs/selinux/enforce"
)

func planAbout(string) []string {
	return []string{hostnameFile, "/etc/hostname", kernelFile, "/etc/os-release", "/usr/lib/os-release", apparmorFile, selinuxFile,
		"/run/systemd/container", "/.dockerenv", "/run/.containerenv", "/proc/1/environ", "/run/systemd/system", "/sbin/init"}
}

func readAbout(h *Host, ctx context.Context, n *fact.Notes) (About, error) {
	a := About{EUID: h.euid, Root: h.euid == 0}
	n.Origin("euid", "this audit")
	n.Origin("root", "this audit")
	h.readNames(&a, n)
	h.readRelease(&a, n)
	a.Container = h.readContainer(n)
	a.OwnKernel = h.readOwnKernel(a, n)
	a.AppArmor = h.readAppArmorSwitch("apparmor", n)
	a.SELinux = h.hasSELinux(n)
	a.Systemd = h.readSystemd(n)
	return a, ctx.Err()
}

// kernelSeen reports whether /proc tells about the machine's kernel: it does
// when the machine runs, or when its answers are recorded.
func (h *Host) kernelSeen() bool {
	_, err := h.root.Stat(kernelFile)
	return err == nil
}

func (h *Host) readNames(a *About, n *fact.Notes) {
	n.Origin("kernel", kernelFile)
	b, found, err := h.readOptional(kernelFile)
	if a.Kernel = strings.TrimSpace(string(b)); !found {
		n.Unknown("kernel", orAbsent(err, notRunning("the kernel")))
	}
	file := hostnameFile
	b, found, err = h.readOptional(file)
	if !found && err == nil {
		file = "/etc/hostname"
		b, found, err = h.readOptional(file)
	}
	n.Origin("hostname", file)
	if a.Hostname = firstLine(b); !found {
		n.Unknown("hostname", orAbsent(err, notRunning("the name")))
	}
}

func (h *Host) readRelease(a *About, n *fact.Notes) {
	attrs := []string{"os_id", "os_version", "os_name", "codename", "os_family", "install", "remove"}
	file := "/etc/os-release"
	b, found, err := h.readOptional(file)
	if !found && err == nil {
		file = "/usr/lib/os-release"
		b, found, err = h.readOptional(file)
	}
	for _, attr := range attrs {
		n.Origin(attr, file)
		if !found {
			n.Unknown(attr, orAbsent(err, &fact.Unavailable{Why: "no os-release file names the distribution"}))
		}
	}
	set := parseRelease(b)
	a.OSID, a.OSName = or(set["ID"], "linux"), or(set["PRETTY_NAME"], "Linux") // the defaults of os-release(5)
	if v, ok := set["VERSION_ID"]; ok {
		a.OSVersion = &v
	}
	if v := cmp.Or(set["UBUNTU_CODENAME"], set["DEBIAN_CODENAME"], set["VERSION_CODENAME"]); v != "" {
		a.Codename = &v
	}
	f := familyOf(a.OSID, set["ID_LIKE"])
	a.Install, a.Remove = f.install, f.remove
	if f.name != "" {
		a.OSFamily = &f.name
	}
}

func (h *Host) readAppArmorSwitch(attr string, n *fact.Notes) bool {
	n.Origin(attr, apparmorFile)
	b, found, err := h.readOptional(apparmorFile)
	if err != nil || !found && !h.kernelSeen() {
		n.Unknown(attr, orAbsent(err, notRunning("the security modules")))
	}
	return strings.TrimSpace(string(b)) == "Y"
}

// hasSELinux looks for the kernel's switch: the file system that holds it is
// only there when SELinux was not disabled at boot.
func (h *Host) hasSELinux(n *fact.Notes) bool {
	n.Origin("selinux", selinuxFile)
	_, err := h.root.Stat(selinuxFile)
	if err != nil && (!isAbsent(err) || !h.kernelSeen()) {
		n.Unknown("selinux", orAbsent(ifPresent(err), notRunning("the security modules")))
	}
	return err == nil
}

// readSystemd asks as sd_booted(3) does, and of a machine that is not running,
// where its init leads.
func (h *Host) readSystemd(n *fact.Notes) bool {
	n.Origin("systemd", "/run/systemd/system")
	_, err := h.root.Stat("/run/systemd/system")
	if err == nil {
		return true
	}
	if isAbsent(err) && h.kernelSeen() {
		return false
	}
	n.Origin("systemd", "/sbin/init")
	init, err := h.root.Stat("/sbin/init")
	if err != nil && !isAbsent(err) {
		n.Unknown("systemd", err)
	}
	return path.Base(init.Resolved) == "systemd"
}
