package host

import (
	"context"
	"fmt"
	"path"
	"strings"

	"scantling/checks/fact"
)

// SystemdConfFact is `systemd_conf("file/section/key")`.
var SystemdConfFact = fact.NewKeyed("systemd_conf", "file/section/key",
	"One setting of a configuration file of systemd's, such as journald.conf/Journal/Storage, after all drop-ins.",
	fact.Files, readSystemdConf).Reading(planSystemdConf)

// A SystemdConf is one setting as the files give it. What the program takes
// where no file does is compiled into it, and shown nowhere.
type SystemdConf struct {
	Exists  bool     // the file or a drop-in of it is there
	Files   []string // that were read: the file, then its drop-ins
	Value   *string  // of the last assignment; null when none is left: commented out, missing, or emptied
	Values  []string // all assignments since the last empty one, for settings that are lists
	Enabled *bool    // Value, where it is one of systemd's words for yes and no; else null
}

func readSystemdConf(h *Host, _ context.Context, key string, n *fact.Notes) (SystemdConf, error) {
	c := SystemdConf{}
	file, section, name, err := splitSystemdKey(key)
	if err != nil {
		return c, err
	}
	found, err := h.systemdConf(file)
	if err != nil {
		return c, fmt.Errorf("systemd_conf %s: %w", file, err)
	}
	c.Files = found.dropIns
	if found.fragment != "" {
		c.Files = append([]string{found.fragment}, c.Files...)
	}
	c.Exists = len(c.Files) > 0
	n.From(confOrigin(file, name, c.Files))
	return c.fill(found.settings, section, name, n), nil
}

func splitSystemdKey(key string) (file, section, name string, err error) {
	f := strings.Split(key, "/")
	if len(f) != 3 || f[0] == "" || f[1] == "" || f[2] == "" {
		return "", "", "", fmt.Errorf("%q is not of the form file/section/key, such as journald.conf/Journal/Storage", key)
	}
	return f[0], f[1], f[2], nil
}

// fill takes what is left after the last empty assignment.
func (c SystemdConf) fill(settings []UnitSetting, section, name string, n *fact.Notes) SystemdConf {
	for _, s := range settings {
		if s.Section != section || s.Key != name {
			continue
		}
		n.From(s.At(0))
		if s.Value == "" {
			c.Value, c.Values = nil, nil
			continue
		}
		c.Value, c.Values = &s.Value, append(c.Values, s.Value)
	}
	if c.Value != nil {
		c.Enabled = systemdBool(*c.Value)
	}
	return c
}

// systemdBool knows the words of systemd.syntax(7).
func systemdBool(s string) *bool {
	yes := false
	switch strings.ToLower(s) {
	case "1", "yes", "y", "true", "t", "on":
		yes = true
	case "0", "no", "n", "false", "f", "off":
	default:
		return nil
	}
	return &yes
}

// systemdConf reads the first file of the name, then the drop-ins: those come
// after it whatever directory they are in.
func (h *Host) systemdConf(file string) (unitFiles, error) {
	var f unitFiles
	body, err := f.findFragment(h.root, systemdConfDirs(), file)
	for _, dir := range systemdConfDirs() { // a circle of links is no matter for units alone
		if _, statErr := h.root.Stat(path.Join(dir, file)); isLoop(statErr) {
			err = orAbsent(err, statErr)
		}
	}
	if err != nil {
		return f, err
	}
	f.settings = parseUnit(f.fragment, body)
	var dirs []string
	for _, dir := range systemdConfDirs() {
		dirs = append(dirs, path.Join(dir, file+".d"))
	}
	return f, f.addDropIns(h.root, dirs)
}

func systemdConfDirs() []string {
	return []string{"/etc/systemd", "/run/systemd", "/usr/local/lib/systemd", "/usr/lib/systemd", "/lib/systemd"}
}

func confOrigin(file, name string, files []string) string {
	if len(files) == 0 {
		return "no " + file + " in systemd's configuration directories"
	}
	return name + " is not set in " + strings.Join(files, ", ")
}

func planSystemdConf(key string) []string {
	file, _, _ := strings.Cut(orWord(key, "FILE"), "/")
	var out []string
	for _, dir := range systemdConfDirs() {
		out = append(out, path.Join(dir, file), path.Join(dir, file+".d"))
	}
	return out
}
