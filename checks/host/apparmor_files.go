package host

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"scantling/checks/fact"
)

// readProfileFiles reads the profiles that apparmor.service loads: plain files
// of the directory, but for names that it knows as left over, and those that a
// link in disable/ switches off. A link in force-complain/ wins over the flags.
func (h *Host) readProfileFiles(out *AppArmor, n *fact.Notes) error {
	off, err := h.namesIn(apparmorDir + "/disable")
	if err != nil {
		return err
	}
	complain, err := h.namesIn(apparmorDir + "/force-complain")
	if err != nil {
		return err
	}
	return h.eachFile(apparmorDir, func(file string, b []byte) {
		name := path.Base(file)
		if slices.Contains(off, name) || isLeftOver(name) {
			return
		}
		for _, p := range parseProfiles(file, b) {
			if slices.Contains(complain, name) {
				p.Mode = "complain"
			}
			n.Origin(fmt.Sprintf("persisted[%d]", len(out.Persisted)), p.origin)
			out.Persisted = append(out.Persisted, p.AppArmorProfile)
		}
	})
}

func (h *Host) namesIn(dir string) (out []string, err error) {
	list, err := h.root.List(dir)
	if isAbsent(err) {
		return nil, nil
	}
	for _, f := range list {
		out = append(out, f.Name())
	}
	return out, err
}

// isLeftOver knows the names that AppArmor's parser skips in a directory.
func isLeftOver(name string) bool {
	for _, end := range []string{".dpkg-new", ".dpkg-old", ".dpkg-dist", ".dpkg-bak", ".dpkg-remove", ".pacsave", ".pacnew", ".rpmnew", ".rpmsave", ".orig", ".rej", "~"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return name == "README" || strings.HasPrefix(name, ".")
}

type profileHead struct {
	AppArmorProfile
	origin string
}

// parseProfiles reads the heads of the profiles of a file, those within others
// left out:
//
//	profile ping /{usr/,}bin/ping flags=(complain, attach_disconnected) {
//	/usr/sbin/foo (complain) {
func parseProfiles(file string, b []byte) (out []profileHead) {
	level, number := 0, 0
	for line := range strings.Lines(string(b)) {
		number++
		line, _, _ = strings.Cut(line, " #")
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "#"):
		case line == "}":
			level = max(level-1, 0)
		case line == "{" || strings.HasSuffix(line, " {") || strings.HasSuffix(line, "){"):
			if name := profileName(line); level == 0 && name != "" {
				out = append(out, profileHead{AppArmorProfile{name, profileMode(line), &file}, fmt.Sprintf("%s:%d", file, number)})
			}
			level++
		}
	}
	return out
}

// profileName is the word behind `profile`, or the path that stands alone.
func profileName(head string) string {
	rest, named := strings.CutPrefix(head, "profile ")
	if rest = strings.TrimSpace(rest); !named && !strings.HasPrefix(rest, "/") && !strings.HasPrefix(rest, `"/`) && !strings.HasPrefix(rest, "@{") {
		return ""
	}
	if text, quoted := strings.CutPrefix(rest, `"`); quoted {
		name, _, _ := strings.Cut(text, `"`)
		return name
	}
	name, _, _ := strings.Cut(rest, " ")
	return name
}

// profileMode is the mode among the flags; without one a profile is enforced.
func profileMode(head string) string {
	i := strings.IndexByte(head, '(')
	if j := strings.Index(head, "flags="); j >= 0 {
		i = j + strings.IndexByte(head[j:], '(')
	}
	if i < 0 {
		return "enforce"
	}
	flags, _, _ := strings.Cut(head[i+1:], ")")
	for _, flag := range strings.FieldsFunc(flags, func(r rune) bool { return r == ',' || r == ' ' }) {
		if slices.Contains([]string{"complain", "kill", "unconfined", "prompt", "default_allow"}, flag) {
			return flag
		}
	}
	return "enforce"
}
