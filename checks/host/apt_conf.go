package host

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"scantling/checks/fact"
)

// AptConfFact is `apt_conf(option)`.
var AptConfFact = fact.NewKeyed("apt_conf", "option",
	"One option of apt's configuration, such as APT::Install-Recommends, after all files of apt.conf.d and apt.conf.",
	fact.Files, readAptConf).Reading(func(string) []string { return []string{aptConfParts + "/*", aptConfMain} })

// An AptConf is one option.
type AptConf struct {
	Exists  bool    // a file sets it
	Value   *string // of the last assignment; null where no file sets it
	Enabled bool    // as apt understands the value; what it takes where nothing is set is built in
}

const (
	aptConfParts = "/etc/apt/apt.conf.d"
	aptConfMain  = "/etc/apt/apt.conf"
)

// aptOn are options that are on where nothing sets them (pkgInitConfig in apt).
var aptOn = [...]string{"apt::install-recommends"}

func readAptConf(h *Host, ctx context.Context, option string, n *fact.Notes) (AptConf, error) {
	out := AptConf{}
	all, err := h.aptSettings.get(ctx, h.readAptSettings)
	if err != nil {
		return out, fmt.Errorf("apt_conf %s: %w", option, err)
	}
	n.From("built-in default; no file sets " + option)
	want := strings.ToLower(option)
	builtIn := slices.Contains(aptOn[:], want)
	out.Enabled = builtIn
	for _, s := range all {
		switch {
		case s.clear && (want == s.name || strings.HasPrefix(want, s.name+"::")):
			out.Exists, out.Value, out.Enabled = false, nil, builtIn
			n.From(s.origin)
		case !s.clear && s.name == want:
			out.Exists, out.Value, out.Enabled = true, &s.value, aptBool(s.value)
			n.From(s.origin)
		}
	}
	return out, ctx.Err()
}

// readAptSettings reads the parts in the order of their names, then the main file.
// Parts without an extension count, and those with .conf.
func (h *Host) readAptSettings(context.Context) ([]aptSetting, error) {
	entries, err := h.root.ReadDir(aptConfParts)
	if err != nil && !isAbsent(err) {
		return nil, err
	}
	var out []aptSetting
	for _, e := range entries {
		if ext := path.Ext(e.Name()); (ext == "" || ext == ".conf") && isPartName(e.Name()) {
			if err := h.addAptConf(&out, path.Join(aptConfParts, e.Name())); err != nil {
				return nil, err
			}
		}
	}
	return out, h.addAptConf(&out, aptConfMain)
}

func (h *Host) addAptConf(out *[]aptSetting, file string) error {
	b, found, err := h.readOptional(file)
	if err != nil || !found {
		return err
	}
	*out = append(*out, parseAptConf(file, b)...)
	return nil
}
