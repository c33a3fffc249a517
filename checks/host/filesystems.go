package host

import (
	"context"
	"maps"
	"slices"
	"strings"

	"scantling/checks/fact"
)

// FilesystemsFact is `filesystems`.
var FilesystemsFact = fact.NewOne("filesystems",
	"The kinds of file system that kernel modules can add, and those that are mounted, from the installed kernels and mountinfo.",
	fact.Files, readFilesystems).Reading(func(string) []string {
	return append(planKernelModule(""), "/etc/fstab")
})

// Filesystems are names of kernel modules below kernel/fs, sorted.
type Filesystems struct {
	Available []string // of any installed kernel
	Mounted   []string // kinds that are mounted; of a machine that is not running, that fstab mounts
	Open      []string // available, not mounted, and not kept out by an install line and a deny line
}

func readFilesystems(h *Host, ctx context.Context, n *fact.Notes) (Filesystems, error) {
	var f Filesystems
	trees, err := h.modules.get(ctx, h.readModuleTrees)
	if err = orAbsent(err, trees.closed); err != nil {
		return f, err
	}
	mounts, err := h.mounts.get(ctx, h.readMounts)
	if err != nil {
		n.Unknown("mounted", err)
		n.Unknown("open", err)
	}
	n.From(moduleDir)
	n.Origin("mounted", mounts.file)
	config, err := h.modprobe.get(ctx, h.readModprobeConfig)
	if err != nil {
		n.Unknown("open", err)
	}
	f.Available, f.Mounted = trees.filesystems(), mounts.kinds()
	for _, name := range f.Available {
		m := KernelModule{Name: name}
		config.judge(&m, &fact.Notes{})
		if !slices.Contains(f.Mounted, name) && !(m.InstallDisabled && m.Denylisted) {
			f.Open = append(f.Open, name)
		}
	}
	return f, ctx.Err()
}

func (t moduleTrees) filesystems() []string {
	found := map[string]bool{}
	for _, k := range t.kernels {
		for name, file := range k.files {
			found[name] = found[name] || strings.HasPrefix(file, "kernel/fs/")
		}
	}
	maps.DeleteFunc(found, func(_ string, isFS bool) bool { return !isFS })
	return sortedKeys(found)
}

func (t mountTable) kinds() []string {
	found := map[string]bool{}
	for _, l := range t.lines {
		found[moduleName(l.fsType)] = true
	}
	return sortedKeys(found)
}
