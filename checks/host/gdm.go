package host

import (
	"context"
	"strings"

	"scantling/checks/fact"
)

// GDMFact is `gdm`.
var GDMFact = fact.NewOne("gdm",
	"GNOME's display manager: whether its program is there, and what its configuration file says.",
	fact.Files, readGDM).Reading(func(string) []string { return append(gdmPrograms(), gdmFiles()...) })

// GDM is the display manager. A setting that the file does not have is null.
type GDM struct {
	Exists        bool
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
	for _, file := range gdmPrograms() {
		_, err := h.root.Stat(file)
		if err != nil && !isAbsent(err) {
			return g, err
		}
		if err == nil && !g.Exists {
			g.Exists, g.Program = true, &file
		}
	}
	if err := h.readGDMFiles(&g, n); err != nil {
		for _, attr := range []string{"config_file", "xdmcp_enable", "wayland_enable"} {
			n.Unknown(attr, err)
		}
	}
	return g, ctx.Err()
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
