package host

import (
	"slices"
	"strings"
)

// installs reports whether the section [Install] has one of the keys.
func (u Unit) installs(keys ...string) bool {
	return slices.ContainsFunc(u.settings, func(s UnitSetting) bool {
		return s.Section == "Install" && s.Value != "" && slices.Contains(keys, s.Key)
	})
}

// installAliases are the links that systemctl enable makes for Alias= lines: a
// display manager is started through one.
func installAliases(u Unit, aliases []unitLink) []unitLink {
	var out []unitLink
	for _, s := range u.settings {
		if s.Section != "Install" || s.Key != "Alias" {
			continue
		}
		for _, a := range aliases {
			if slices.Contains(strings.Fields(s.Value), a.name) && !strings.HasPrefix(a.file, "/usr/") && !strings.HasPrefix(a.file, "/lib/") {
				out = append(out, a)
			}
		}
	}
	return out
}
