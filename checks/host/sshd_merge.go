package host

import (
	"fmt"
	"strings"

	"scantling/checks/fact"
)

// merge fills in every keyword. sshd takes the first value that it meets. For a
// connection it goes through the Match blocks once more, and what they say
// replaces what stands outside, wherever it stands; among blocks the first wins.
func (c sshdConfig) merge(s *SSHD, v *sshVersion, n *fact.Notes) {
	for _, k := range sshdKeywords() {
		lines, err := c.effective(k)
		if err != nil {
			n.Unknown(k.name, err)
			continue
		}
		if err := k.fill(s, lines, v, n); err != nil {
			n.Unknown(k.name, err)
		}
	}
	c.conditional(s, n)
}

// effective lists the lines that decide a keyword for a connection to which no
// conditional block applies.
func (c sshdConfig) effective(k sshdKeyword) ([]sshdSetting, error) {
	var global, all []sshdSetting
	for _, set := range c.settings {
		switch {
		case set.match != "":
		case set.gap != nil && (k.match || k.kind == sshdGather || len(global)+len(all) == 0):
			return nil, set.gap
		case sshdAlias(set.keyword) != k.name:
		case set.all && k.match:
			all = append(all, set)
		default:
			global = append(global, set)
		}
	}
	if all != nil {
		return all, nil
	}
	return global, nil
}

func (k sshdKeyword) fill(s *SSHD, lines []sshdSetting, v *sshVersion, n *fact.Notes) error {
	if len(lines) == 0 {
		return k.fillDefault(s, v, n)
	}
	if k.kind != sshdGather {
		lines = lines[:1]
	}
	n.Origin(k.name, sshdOrigins(lines))
	if k.kind == sshdNames {
		return k.fillNames(s, lines[0], v)
	}
	var values []string
	for _, l := range lines {
		value, err := sshdParse(k.kind, l.sshdLine)
		if err != nil {
			return err
		}
		values = append(values, value)
	}
	k.put(s, strings.Join(values, " "))
	return nil
}

func sshdOrigins(lines []sshdSetting) string {
	var out []string
	for _, l := range lines {
		out = append(out, l.origin)
	}
	return strings.Join(compact(out), ", ")
}

func (k sshdKeyword) fillDefault(s *SSHD, v *sshVersion, n *fact.Notes) error {
	n.Origin(k.name, sshdBuiltIn(v))
	value := k.def
	if k.kind == sshdNames {
		names, err := k.defaultNames(v)
		if err != nil {
			return err
		}
		value = strings.Join(names, " ")
	}
	k.put(s, value)
	return nil
}

func (k sshdKeyword) fillNames(s *SSHD, l sshdSetting, v *sshVersion) error {
	value, err := sshdParse(k.kind, l.sshdLine)
	if err != nil {
		return err
	}
	names, err := sshdNamesOf(value, func() ([]string, error) { return k.defaultNames(v) })
	if err != nil {
		return fmt.Errorf("%s: %w", l.origin, err)
	}
	k.put(s, strings.Join(names, " "))
	return nil
}

func (k sshdKeyword) defaultNames(v *sshVersion) ([]string, error) {
	if v == nil {
		return nil, &fact.Unavailable{Why: "which release of OpenSSH this is cannot be seen, and the default of " + k.name + " depends on it"}
	}
	return sshdDefaultNames(*v, k.name)
}

func sshdBuiltIn(v *sshVersion) string {
	if v == nil {
		return "compiled-in default of OpenSSH"
	}
	return "compiled-in default of OpenSSH " + v.String()
}
