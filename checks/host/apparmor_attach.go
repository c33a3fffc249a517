package host

import (
	"fmt"
	"path"
	"regexp"
	"strings"
)

// attachments says which profile is for which program.
type attachments []attachment

type attachment struct {
	profile string
	program *regexp.Regexp
}

// attachments reads what the kernel attached each profile to; a profile without
// a pattern is attached by its name, if that is a path. Kernels that do not show
// the tree leave the names.
func (h *Host) attachments(profiles []AppArmorProfile) (out attachments, err error) {
	list, err := h.root.List(apparmorTree)
	if err != nil && !isAbsent(err) {
		return nil, err
	}
	for _, dir := range list {
		name, err := h.profileFile(dir.Name(), "name")
		if err != nil {
			return nil, err
		}
		pattern, err := h.profileFile(dir.Name(), "attach")
		if err != nil {
			return nil, err
		}
		if pattern == "" || pattern == "<unknown>" {
			pattern = name
		}
		if out, err = out.with(name, pattern); err != nil {
			return nil, err
		}
	}
	if len(list) > 0 {
		return out, nil
	}
	for _, p := range profiles {
		if out, err = out.with(p.Name, p.Name); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (h *Host) profileFile(dir, name string) (string, error) {
	b, _, err := h.readOptional(path.Join(apparmorTree, dir, name))
	return strings.TrimSpace(string(b)), err
}

func (a attachments) with(profile, pattern string) (attachments, error) {
	if !strings.HasPrefix(pattern, "/") {
		return a, nil
	}
	program, err := regexp.Compile(fromAARE(pattern))
	if err != nil {
		return a, fmt.Errorf("apparmor profile %s: %w", profile, err)
	}
	return append(a, attachment{profile, program}), nil
}

func (a attachments) find(exe string) (profile string, found bool) {
	for _, at := range a {
		if exe != "" && at.program.MatchString(exe) {
			return at.profile, true
		}
	}
	return "", false
}

// fromAARE spells an AppArmor pattern as a regular expression: * and ? stop at a
// slash, ** does not, {a,b} is either, [ab] one of the characters.
func fromAARE(pattern string) string {
	var b strings.Builder
	b.WriteString("^")
	level := 0
	for i := 0; i < len(pattern); i++ {
		c := pattern[i]
		switch {
		case strings.HasPrefix(pattern[i:], "**"):
			b.WriteString(".*")
			i++
		case c == '*':
			b.WriteString("[^/]*")
		case c == '?':
			b.WriteString("[^/]")
		case c == '{':
			level++
			b.WriteString("(?:")
		case c == '}' && level > 0:
			level--
			b.WriteString(")")
		case c == ',' && level > 0:
			b.WriteString("|")
		case c == '[' || c == ']' || c == '^' || c == '-':
			b.WriteByte(c)
		case c == '\\' && i+1 < len(pattern):
			i++
			b.WriteString(regexp.QuoteMeta(pattern[i : i+1]))
		default:
			b.WriteString(regexp.QuoteMeta(pattern[i : i+1]))
		}
	}
	return b.String() + "$"
}
