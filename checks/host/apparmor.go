package host

import (
	"context"
	"fmt"
	"strings"

	"scantling/checks/fact"
)

// AppArmorFact is `apparmor`.
var AppArmorFact = fact.NewOne("apparmor",
	"AppArmor: whether the kernel uses it, the loaded profiles and those on disk with their modes, and processes that no profile confines though one is meant for them.",
	fact.Files|fact.Live|fact.Root, readAppArmor).
	Reading(func(string) []string {
		return []string{apparmorFile, apparmorLoaded, apparmorTree + "/*/attach", apparmorDir + "/*", "/proc/PID/attr/apparmor/current", "/proc/PID/exe"}
	})

const (
	apparmorLoaded = "/sys/kernel/security/apparmor/profiles"
	apparmorTree   = "/sys/kernel/security/apparmor/policy/profiles"
	apparmorDir    = "/etc/apparmor.d"
)

// AppArmor is what the kernel has loaded, and what the files will load.
type AppArmor struct {
	Enabled    bool
	Profiles   []AppArmorProfile
	Unconfined []UnconfinedProcess // started before their profile was loaded
	Persisted  []AppArmorProfile   // on disk, those that are switched off left out
}

// An AppArmorProfile confines a program. Mode is enforce, complain, kill,
// prompt, unconfined or, on disk, default_allow.
type AppArmorProfile struct {
	Name string
	Mode string
	File *string // which defines it; null for what the kernel tells
}

// An UnconfinedProcess runs a program that a loaded profile is for.
type UnconfinedProcess struct {
	PID     int
	Exe     string
	Profile string
}

func readAppArmor(h *Host, ctx context.Context, n *fact.Notes) (AppArmor, error) {
	out := AppArmor{Enabled: h.readAppArmorSwitch("enabled", n)}
	n.Origin("profiles", apparmorLoaded)
	n.Origin("unconfined", "/proc/PID/attr/apparmor/current")
	n.Origin("persisted", apparmorDir)
	if err := h.readLoadedProfiles(&out); err != nil {
		n.Unknown("profiles", err)
		n.Unknown("unconfined", err)
	} else if err := h.readUnconfined(ctx, &out, n); err != nil {
		n.Unknown("unconfined", err)
	}
	if err := h.readProfileFiles(&out, n); err != nil {
		n.Unknown("persisted", err)
	}
	return out, ctx.Err()
}

// readLoadedProfiles lists what the kernel has. Without AppArmor it has none.
func (h *Host) readLoadedProfiles(out *AppArmor) error {
	b, found, err := h.readOptional(apparmorLoaded)
	switch {
	case err != nil:
		return err
	case !found && !h.kernelSeen():
		return notRunning("the loaded profiles")
	case !found && out.Enabled:
		return &fact.Unavailable{Why: apparmorLoaded + " is not there though AppArmor is on", Remedy: "mount securityfs on /sys/kernel/security"}
	}
	out.Profiles = parseLoadedProfiles(b)
	return nil
}

// parseLoadedProfiles reads `name (mode)`; names may hold blanks and brackets.
func parseLoadedProfiles(b []byte) (out []AppArmorProfile) {
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		i := strings.LastIndex(line, " (")
		if i < 0 || !strings.HasSuffix(line, ")") {
			continue
		}
		out = append(out, AppArmorProfile{Name: line[:i], Mode: line[i+2 : len(line)-1]})
	}
	return out
}

// readUnconfined looks for processes without a profile whose program a loaded
// profile is attached to.
func (h *Host) readUnconfined(ctx context.Context, out *AppArmor, n *fact.Notes) error {
	if len(out.Profiles) == 0 {
		return nil
	}
	all, err := h.labels(ctx, "attr/apparmor/current")
	if err == nil && len(all) == 0 { // kernels before 5.8 have the shared file only
		all, err = h.labels(ctx, "attr/current")
	}
	if err != nil {
		return err
	}
	attached, err := h.attachments(out.Profiles)
	if err != nil {
		return err
	}
	for _, p := range all {
		if p.Label != "unconfined" {
			continue
		}
		exe, err := h.root.ReadLink(fmt.Sprintf("/proc/%d/exe", p.PID))
		switch profile, found := attached.find(exe); {
		case err != nil && !hasEnded(err): // a kernel thread has no such link
			return err
		case err == nil && found:
			n.Origin(fmt.Sprintf("unconfined[%d]", len(out.Unconfined)), fmt.Sprintf("/proc/%d/attr/apparmor/current", p.PID))
			out.Unconfined = append(out.Unconfined, UnconfinedProcess{p.PID, exe, profile})
		}
	}
	return nil
}
