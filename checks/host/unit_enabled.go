package host

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// An enablement says whether a unit is started at boot, in the words that
// systemctl is-enabled has for it.
type enablement struct {
	state   string
	enabled bool
	origin  string   // the link, or the file that says so
	remark  string   // what the words do not say
	names   []string // all names of the unit
}

// enablement judges a unit by its files (unit_file_get_state in systemd). A unit
// that a vendor's link starts is enabled, whatever the words are: journald is
// static, and started at each boot.
func (h *Host) enablement(u Unit, links unitLinks) (enablement, error) {
	out := enablement{origin: unitOrigin(u), names: []string{u.Name}}
	if u.FragmentPath == nil {
		return h.sysvEnablement(u.Name, out)
	}
	if target := linkTarget(h.root, *u.FragmentPath); target != "" && target != u.Name && !u.Masked {
		return h.aliasEnablement(u, target, links)
	}
	for _, a := range links.aliases[u.Name] {
		out.names = append(out.names, a.name)
	}
	pulls := links.pulling(u.Name)
	out.state = h.stateWord(u, pulls, links.aliases[u.Name])
	if u.Masked {
		return out, nil
	}
	pulls = append(pulls, installAliases(u, links.aliases[u.Name])...)
	out.starts(pulls)
	return out, nil
}

// starts looks for a link that is still there after the next boot.
func (e *enablement) starts(pulls []unitLink) {
	i := slices.IndexFunc(pulls, func(l unitLink) bool { return !l.runtime() })
	switch {
	case i >= 0:
		e.enabled, e.origin = true, pulls[i].file
		if e.state == "disabled" || e.state == "static" || e.state == "indirect" {
			e.remark = "started at boot all the same, by the link " + pulls[i].file
		}
	case len(pulls) > 0:
		e.origin, e.remark = pulls[0].file, "enabled until the next boot only"
	}
}

// aliasEnablement is that of the unit to which the links lead, under the word alias.
func (h *Host) aliasEnablement(u Unit, target string, links unitLinks) (enablement, error) {
	names := []string{u.Name}
	for range maxAliases {
		unit, err := h.Unit(target)
		if err != nil {
			return enablement{}, err
		}
		names = append(names, target)
		next := linkTarget(h.root, or(deref(unit.FragmentPath), "/"))
		if next == "" || next == target || unit.Masked {
			e, err := h.enablement(unit, links)
			e.state = "alias"
			for _, n := range e.names {
				if !slices.Contains(names, n) {
					names = append(names, n)
				}
			}
			e.names = names
			return e, err
		}
		target = next
	}
	return enablement{}, fmt.Errorf("unit %s: its links lead in a circle", u.Name)
}

const maxAliases = 8

func (h *Host) stateWord(u Unit, pulls, aliases []unitLink) string {
	file := *u.FragmentPath
	switch runtime := strings.HasPrefix(file, "/run/"); {
	case u.Masked && runtime:
		return "masked-runtime"
	case u.Masked:
		return "masked"
	case strings.HasPrefix(file, "/run/systemd/transient"):
		return "transient"
	case strings.HasPrefix(file, "/run/systemd/generator"):
		return "generated"
	}
	made := append(slices.Clone(pulls), installAliases(u, aliases)...)
	switch {
	case slices.ContainsFunc(made, unitLink.persistent):
		return "enabled"
	case slices.ContainsFunc(made, unitLink.runtime):
		return "enabled-runtime"
	case linkTarget(h.root, file) != "":
		return "linked"
	case slices.ContainsFunc(aliases, unitLink.persistent):
		return "indirect"
	case u.installs("WantedBy", "RequiredBy", "UpheldBy", "Alias"):
		return "disabled"
	case u.installs("Also", "DefaultInstance"):
		return "indirect"
	}
	return "static"
}

// sysvEnablement looks for a script of System V's init, for which systemd makes
// a unit when there is none of that name.
func (h *Host) sysvEnablement(name string, out enablement) (enablement, error) {
	out.state = "not-found"
	script := strings.TrimSuffix(name, ".service")
	if script == name {
		return out, nil
	}
	file := path.Join("/etc/init.d", script)
	if _, err := h.root.Stat(file); err != nil {
		return out, ifPresent(err)
	}
	out.state, out.origin = "generated", file
	for level := 2; level <= 5; level++ {
		dir := fmt.Sprintf("/etc/rc%d.d", level)
		entries, err := h.root.ReadDir(dir)
		if ifPresent(err) != nil {
			return out, err
		}
		for _, e := range entries {
			if n := e.Name(); len(n) > 3 && n[0] == 'S' && n[3:] == script {
				out.enabled, out.origin = true, path.Join(dir, n)
				return out, nil
			}
		}
	}
	return out, nil
}
