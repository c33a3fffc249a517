package host

import (
	"context"
	"slices"
	"strings"

	"scantling/checks/fact"
)

// GDMFact is `gdm`.
var GDMFact = fact.NewOne("gdm",
	"GNOME's display manager: whether it is installed, and what its configuration file says.",
	fact.Files, readGDM).Reading(func(string) []string { return slices.Concat(planPackage(""), gdmPrograms(), gdmFiles()) })

// GDM is the display manager. It exists where its package is installed, and where
// its program is, which somebody may have built. A setting that the file does not
// have is null.
type GDM struct {
	Exists        bool
	Package       *string // gdm3 or gdm, as it is installed
	Program       *string
	ConfigFile    *string // null where there is none; the defaults hold then
	XDMCPEnable   *bool   `cty:"xdmcp_enable"`   // [xdmcp] Enable
	WaylandEnable *bool   `cty:"wayland_enable"` // [daemon] WaylandEnable
}

func gdmPrograms() []string { return []string{"/usr/sbin/gdm3", "/usr/sbin/gdm"} }

// gdmFiles are Debian's, Ubuntu's and Red Hat's; a machine has the one that its
// GDM was built for.
func gdmFiles() []string {
	return []string{"/etc/gdm3/daemon.conf", "/etc/gdm3/custom.conf", "/etc/gdm/custom.conf"}
}

func readGDM(h *Host, ctx context.Context, n *fact.Notes) (g GDM, err error) {
	n.From(strings.Join(gdmPrograms(), ", "))
	h.findGDM(ctx, &g, n)
	if err := h.readGDMFiles(&g, n); err != nil {
		for _, attr := range []string{"config_file", "xdmcp_enable", "wayland_enable"} {
			n.Unknown(attr, err)
		}
	}
	return g, ctx.Err()
}

// findGDM asks the package database. A machine without one has the program or not.
func (h *Host) findGDM(ctx context.Context, g *GDM, n *fact.Notes) {
	db, err := h.packages.get(ctx, h.readPackages)
	if len(db.files) == 0 && db.gap == nil {
		err = ctx.Err()
	}
	for _, name := range []string{"gdm3", "gdm"} {
		if p, ok := h.versionOf(ctx, name); ok && !g.Exists {
			g.Exists, g.Package = true, &name
			n.Origin("exists", p.origin)
			n.Origin("package", p.origin)
		}
	}
	for _, file := range gdmPrograms() {
		_, statErr := h.root.Stat(file)
		if statErr == nil && g.Program == nil {
			g.Exists, g.Program = true, &file
		}
		err = orAbsent(err, ifPresent(statErr))
	}
	if !g.Exists {
		noteUnknown(n, err, "exists", "package", "program")
	}
}

func (h *Host) readGDMFiles(g *GDM, n *fact.Notes) error {
	for _, file := range gdmFiles() {
		b, found, err := h.readOptional(file)
		if err != nil {
			return err
		}
		if !found {
			continue
		}
		g.ConfigFile = &file
		for _, attr := range []string{"config_file", "xdmcp_enable", "wayland_enable"} {
			n.Origin(attr, file)
		}
		g.take(parseKeyfile(file, b), n)
	}
	return nil
}

// take lets the last of several lines count, as GLib does.
func (g *GDM) take(lines []keyLine, n *fact.Notes) {
	for _, l := range lines {
		on := strings.EqualFold(l.value, "true") || l.value == "1"
		switch {
		case l.group == "xdmcp" && l.key == "Enable":
			g.XDMCPEnable = &on
			n.Origin("xdmcp_enable", l.origin)
		case l.group == "daemon" && l.key == "WaylandEnable":
			g.WaylandEnable = &on
			n.Origin("wayland_enable", l.origin)
		}
	}
}
