package host

import (
	"context"
	"fmt"
	"strings"

	"scantling/checks/fact"
)

// KernelModuleFact is `kernel_module(name)`.
var KernelModuleFact = fact.NewKeyed("kernel_module", "module name",
	"A kernel module: whether it is loaded, part of the kernel, or a file of an installed kernel, and what modprobe.d says of it.",
	fact.Files, readKernelModule).Reading(planKernelModule)

// A KernelModule is one module. Names may be written with - or _.
type KernelModule struct {
	Name            string   // as the kernel spells it
	Available       bool     // a file that can be loaded, of one kernel at least
	Kernels         []string // the installed kernels that have the file
	Builtin         bool     // part of an installed kernel: nothing can keep it out
	Loaded          bool     // into the running kernel
	InUse           bool     // a file system of this kind is mounted, or something uses the loaded module
	InstallDisabled bool     // loading it by name does nothing: install NAME /bin/false, or module_blacklist=
	Denylisted      bool     // it is not loaded for a device or file system that asks for it
	Summary         string   // what is known of the last three, in words
}

// moduleName folds what modprobe takes for the same.
func moduleName(s string) string { return strings.ReplaceAll(s, "-", "_") }

func readKernelModule(h *Host, ctx context.Context, key string, n *fact.Notes) (KernelModule, error) {
	m := KernelModule{Name: moduleName(key)}
	if key == "" || strings.ContainsAny(key, "/*?[ ") {
		return m, fmt.Errorf("kernel_module %q: not the name of a module", key)
	}
	n.From("this audit")
	h.readModuleFiles(ctx, &m, n)
	h.readLoaded(ctx, &m, n)
	h.readModprobe(ctx, &m, n)
	m.Summary = m.summary(n)
	return m, ctx.Err()
}

func (m KernelModule) summary(n *fact.Notes) string {
	var out []string
	for _, part := range []struct {
		attr    string
		holds   bool
		yes, no string
	}{
		{"loaded", m.Loaded, "loaded", "not loaded"},
		{"install_disabled", m.InstallDisabled, "disabled by an install line", "not disabled by an install line"},
		{"denylisted", m.Denylisted, "denylisted", "not denylisted"},
	} {
		switch {
		case n.At(part.attr, nil).Err != nil:
		case part.holds:
			out = append(out, part.yes)
		default:
			out = append(out, part.no)
		}
	}
	if last := len(out) - 1; last > 0 {
		return strings.Join(out[:last], ", ") + " and " + out[last]
	}
	return strings.Join(out, "")
}

// readModuleFiles looks at every installed kernel: any of them may be booted next.
func (h *Host) readModuleFiles(ctx context.Context, m *KernelModule, n *fact.Notes) {
	trees, err := h.modules.get(ctx, h.readModuleTrees)
	for _, attr := range []string{"available", "kernels", "builtin"} {
		n.Origin(attr, moduleDir)
		if err != nil {
			n.Unknown(attr, err)
		}
	}
	for _, t := range trees.kernels {
		if t.files[m.Name] != "" {
			m.Available, m.Kernels = true, append(m.Kernels, t.release)
			n.Origin("available", t.dir+"/"+t.files[m.Name])
		}
		if t.builtin[m.Name] != "" {
			m.Builtin = true
			n.Origin("builtin", t.dir+"/"+t.builtin[m.Name])
		}
	}
	if !m.Builtin && !trees.running && h.kernelSeen() {
		h.readBuiltinByTrace(m, n)
	}
	if trees.closed != nil {
		n.Unknown("kernels", trees.closed)
		unknownUnless(m.Available, "available", trees.closed, n)
	}
	if trees.closedBuiltin != nil {
		unknownUnless(m.Builtin, "builtin", trees.closedBuiltin, n)
	}
}

// unknownUnless is for what a part that could not be read may add.
func unknownUnless(known bool, attr string, err error, n *fact.Notes) {
	if !known {
		n.Unknown(attr, err)
	}
}

// readLoaded asks /proc/modules, which does not list what is part of the kernel.
// A kernel that cannot load modules does not have the file.
func (h *Host) readLoaded(ctx context.Context, m *KernelModule, n *fact.Notes) {
	n.Origin("loaded", procModules)
	n.Origin("in_use", procModules)
	if !h.kernelSeen() {
		n.Unknown("loaded", notRunning("the loaded modules"))
		n.Unknown("in_use", notRunning("the loaded modules"))
		return
	}
	loaded, err := h.loaded.get(ctx, h.readProcModules)
	if err != nil {
		n.Unknown("loaded", err)
		n.Unknown("in_use", err)
		return
	}
	users, found := loaded[m.Name]
	m.Loaded, m.InUse = found, users > 0
	table, err := h.mounts.get(ctx, h.readMounts)
	if err != nil {
		n.Unknown("in_use", err)
	}
	for _, l := range table.lines {
		if moduleName(l.fsType) == m.Name {
			m.InUse = true
			n.Remark("in_use", l.fsType+" is mounted at "+l.point)
		}
	}
}

func (h *Host) readModprobe(ctx context.Context, m *KernelModule, n *fact.Notes) {
	c, err := h.modprobe.get(ctx, h.readModprobeConfig)
	for _, attr := range []string{"install_disabled", "denylisted"} {
		n.Origin(attr, "no line of modprobe.d speaks of "+m.Name)
	}
	if err != nil {
		n.Unknown("install_disabled", err)
		n.Unknown("denylisted", err)
		return
	}
	c.judge(m, n)
	if c.closed != nil {
		n.Unknown("install_disabled", c.closed) // the first install line counts, and it may be there
		unknownUnless(m.Denylisted, "denylisted", c.closed, n)
	}
	if c.unbooted != nil {
		unknownUnless(m.InstallDisabled, "install_disabled", c.unbooted, n)
		unknownUnless(m.Denylisted, "denylisted", c.unbooted, n)
	}
}

func planKernelModule(string) []string {
	return append([]string{moduleDir + "/*/modules.dep", moduleDir + "/*/modules.builtin", procModules, "/proc/1/mountinfo", cmdlineFile}, modprobeDirs()...)
}
