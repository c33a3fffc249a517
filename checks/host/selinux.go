package host

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"scantling/checks/fact"
	"scantling/checks/host/rootfs"
)

// SELinuxFact is `selinux`.
var SELinuxFact = fact.NewOne("selinux",
	"SELinux: the mode that the kernel is in and the one that the configuration asks for, the policy, and services without a domain of their own.",
	fact.Files|fact.Live|fact.Root, readSELinux).
	Reading(func(string) []string {
		return []string{selinuxFile, selinuxConfig, "/etc/selinux/TYPE/policy", "/proc/PID/attr/current"}
	})

const selinuxConfig = "/etc/selinux/config"

// SELinux is the state now and after the next start. Live and Persisted are
// enforcing, permissive or disabled.
type SELinux struct {
	Live               string
	Persisted          string
	LoadedType         *string // the policy in the kernel: targeted, mls; null when there is none
	PersistedType      *string // null when the configuration names none
	UnconfinedServices []LabelledProcess
}

// A LabelledProcess is a process with its security label.
type LabelledProcess struct {
	PID   int
	Name  string
	Label string
}

func readSELinux(h *Host, ctx context.Context, n *fact.Notes) (SELinux, error) {
	var out SELinux
	h.readSELinuxConfig(&out, n)
	h.readSELinuxLive(&out, n)
	all, err := h.labels(ctx, "attr/current")
	n.Origin("unconfined_services", "/proc/PID/attr/current")
	if err != nil {
		n.Unknown("unconfined_services", err)
	}
	for _, p := range all {
		if parts := strings.Split(p.Label, ":"); len(parts) > 2 && parts[2] == "unconfined_service_t" {
			n.Origin(fmt.Sprintf("unconfined_services[%d]", len(out.UnconfinedServices)), fmt.Sprintf("/proc/%d/attr/current", p.PID))
			out.UnconfinedServices = append(out.UnconfinedServices, p)
		}
	}
	return out, ctx.Err()
}

// readSELinuxConfig reads what init loads at the next start. Without the file,
// or with a mode that is none of the three, it loads nothing.
func (h *Host) readSELinuxConfig(out *SELinux, n *fact.Notes) {
	b, found, err := h.readOptional(selinuxConfig)
	for _, attr := range []string{"persisted", "persisted_type"} {
		n.Origin(attr, selinuxConfig)
		if err != nil {
			n.Unknown(attr, err)
		}
	}
	if out.Persisted = "disabled"; !found {
		n.Remark("persisted", "there is no "+selinuxConfig)
	}
	for _, l := range parseShellVars(nil, selinuxConfig, b) {
		switch mode := strings.ToLower(l.value); {
		case l.name == "SELINUX" && slices.Contains([]string{"enforcing", "permissive", "disabled"}, mode):
			out.Persisted = mode
			n.Origin("persisted", l.origin)
		case l.name == "SELINUXTYPE":
			out.PersistedType = &l.value
			n.Origin("persisted_type", l.origin)
		}
	}
}

// readSELinuxLive asks the kernel for the mode. The kernel does not name its
// policy; init loaded the one that the configuration named, if it is installed.
func (h *Host) readSELinuxLive(out *SELinux, n *fact.Notes) {
	n.Origin("live", selinuxFile)
	n.Origin("loaded_type", selinuxFile+" and "+selinuxConfig)
	b, found, err := h.readOptional(selinuxFile)
	if err != nil || !found && !h.kernelSeen() {
		n.Unknown("live", orAbsent(err, notRunning("the mode")))
		n.Unknown("loaded_type", orAbsent(err, notRunning("the loaded policy")))
		return
	}
	if !found {
		out.Live = "disabled"
		return
	}
	if out.Live = "permissive"; strings.TrimSpace(string(b)) == "1" {
		out.Live = "enforcing"
	}
	if out.PersistedType == nil {
		return
	}
	dir := "/etc/selinux/" + *out.PersistedType + "/policy"
	list, err := h.root.List(dir)
	switch {
	case err != nil && !isAbsent(err):
		n.Unknown("loaded_type", err)
	case len(list) > 0:
		out.LoadedType = out.PersistedType
	default:
		n.Remark("loaded_type", dir+" holds no policy")
	}
}

// labels reads the security label of every process. A process that ends
// meanwhile is none.
func (h *Host) labels(ctx context.Context, file string) (out []LabelledProcess, err error) {
	if !h.kernelSeen() {
		return nil, notRunning("the processes")
	}
	list, err := h.root.List("/proc")
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(list, func(d rootfs.Info) bool { return d.Name() == "1" }) {
		return nil, &fact.Unavailable{Why: "processes of other users are hidden (hidepid)", Remedy: fact.RemedyRoot}
	}
	for _, dir := range list {
		pid, err := strconv.Atoi(dir.Name())
		if err != nil {
			continue
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		label, err := h.label(pid, file)
		switch {
		case err != nil && !hasEnded(err):
			return nil, err
		case err == nil && label != "":
			out = append(out, LabelledProcess{PID: pid, Name: h.comm(pid), Label: label})
		}
	}
	return out, nil
}

// label is "" where no security module labels processes: the kernel then calls
// the read invalid.
func (h *Host) label(pid int, file string) (string, error) {
	b, err := h.root.ReadFile(fmt.Sprintf("/proc/%d/%s", pid, file))
	if isInvalid(err) {
		return "", nil
	}
	return strings.TrimRight(string(b), "\x00\n"), err
}

func (h *Host) comm(pid int) string {
	b, err := h.root.ReadFile(fmt.Sprintf("/proc/%d/comm", pid))
	if err != nil {
		return fmt.Sprintf("process %d", pid) // it ended
	}
	return strings.TrimSpace(string(b))
}

func isInvalid(err error) bool { return errors.Is(err, syscall.EINVAL) }
