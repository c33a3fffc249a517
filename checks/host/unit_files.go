package host

import (
	"errors"
	"path"
	"slices"
	"strings"
	"syscall"

	"scantling/checks/host/rootfs"
	"scantling/checks/secret"
)

// systemUnitDirs is the search order of systemd.unit(5), first wins. /lib counts
// on machines where it is not yet a link to /usr/lib.
func systemUnitDirs() []string {
	return []string{
		"/etc/systemd/system.control", "/run/systemd/system.control", "/run/systemd/transient",
		"/run/systemd/generator.early", "/etc/systemd/system", "/etc/systemd/system.attached",
		"/run/systemd/system", "/run/systemd/system.attached", "/run/systemd/generator",
		"/usr/local/lib/systemd/system", "/usr/lib/systemd/system", "/lib/systemd/system",
		"/run/systemd/generator.late",
	}
}

func userUnitDirs(home string) []string {
	return []string{
		path.Join(home, ".config/systemd/user.control"), path.Join(home, ".config/systemd/user"),
		"/etc/systemd/user", "/run/systemd/user", path.Join(home, ".local/share/systemd/user"),
		"/usr/local/share/systemd/user", "/usr/share/systemd/user",
		"/usr/local/lib/systemd/user", "/usr/lib/systemd/user", "/lib/systemd/user",
	}
}

// unitFiles is what was found for one unit, before the merge.
type unitFiles struct {
	fragment string // "" when there is none
	masked   bool
	dropIns  []string
	settings []UnitSetting
}

func (f unitFiles) merge(name string) Unit {
	u := Unit{Name: name, Exists: f.fragment != "", Masked: f.masked, DropInPaths: f.dropIns, settings: f.settings}
	if u.Exists {
		u.FragmentPath = &f.fragment
	}
	u.EnvironmentFiles = u.list("EnvironmentFile")
	u.ExecStart, u.ListenStream = secret.Lines(u.list("ExecStart")), u.list("ListenStream")
	u.SocketMode, u.SocketGroup, u.SocketUser = u.last("SocketMode"), u.last("SocketGroup"), u.last("SocketUser")
	u.User, u.TasksMax = u.last("User"), u.last("TasksMax")
	u.LimitNOFILE, u.LimitNPROC = u.last("LimitNOFILE"), u.last("LimitNPROC")
	return u
}

func findUnit(root *rootfs.FS, dirs []string, name string) (unitFiles, error) {
	var out unitFiles
	names := []string{name}
	body, err := out.findFragment(root, dirs, name)
	if template, ok := templateOf(name); ok && err == nil && out.fragment == "" {
		body, err = out.findFragment(root, dirs, template)
	}
	if err != nil {
		return out, err
	}
	if target := linkTarget(root, out.fragment); target != "" && !slices.Contains(names, target) {
		names = append(names, target) // an alias shares the drop-ins of the unit it names
	}
	out.settings = parseUnit(out.fragment, body)
	return out, out.addDropIns(root, dropInDirs(dirs, names))
}

func (f *unitFiles) findFragment(root *rootfs.FS, dirs []string, name string) ([]byte, error) {
	for _, dir := range dirs {
		file := path.Join(dir, name)
		if isNullLink(root, file) {
			f.fragment, f.masked = file, true
			return nil, nil
		}
		switch b, err := root.ReadFile(file); {
		case isAbsent(err), isLoop(err) && linkTarget(root, file) == name:
		case isLoop(err):
			return nil, nil
		case err != nil:
			return nil, err
		default:
			f.fragment, f.masked = file, len(b) == 0
			return b, nil
		}
	}
	return nil, nil
}

// isLoop: links that lead in a circle. systemd passes over a unit's link to its
// own name and looks further; along a longer circle it finds no unit.
func isLoop(err error) bool { return errors.Is(err, syscall.ELOOP) }

// addDropIns reads the drop-ins in the order of their file names, whatever
// directory they are in. Of two with one name the first directory's counts, so
// that a link to /dev/null in /etc takes away a vendor's file.
func (f *unitFiles) addDropIns(root *rootfs.FS, dirs []string) error {
	found := map[string]string{}
	for _, dir := range dirs {
		entries, err := root.ReadDir(dir)
		if err != nil && !isAbsent(err) {
			return err
		}
		for _, e := range entries {
			if _, seen := found[e.Name()]; !seen && strings.HasSuffix(e.Name(), ".conf") {
				found[e.Name()] = path.Join(dir, e.Name())
			}
		}
	}
	for _, name := range sortedKeys(found) {
		file := found[name]
		if isNullLink(root, file) {
			continue
		}
		b, err := root.ReadFile(file)
		if err != nil {
			return err
		}
		f.dropIns = append(f.dropIns, file)
		f.settings = append(f.settings, parseUnit(file, b)...)
	}
	return nil
}

// isNullLink looks at the link itself: a mounted root has no /dev/null.
func isNullLink(root *rootfs.FS, file string) bool {
	target, err := root.ReadLink(file)
	return err == nil && path.Clean(target) == "/dev/null"
}

func linkTarget(root *rootfs.FS, file string) string {
	if target, err := root.ReadLink(file); err == nil && file != "" {
		return path.Base(target)
	}
	return ""
}
