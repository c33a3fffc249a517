package host

import (
	"context"
	"path"
	"slices"
	"strings"

	"scantling/checks/host/rootfs"
)

// unitLinks are the links among systemd's unit directories by which units are
// started at boot, and known under other names.
type unitLinks struct {
	pulls   map[string][]unitLink // by the name in a .wants, .requires or .upholds directory
	aliases map[string][]unitLink // by the unit that a link of another name leads to
}

type unitLink struct {
	file string // the link
	name string // its own name: the alias, or the unit that is pulled in
}

// runtime: made for this boot only, by systemctl --runtime.
func (l unitLink) runtime() bool { return strings.HasPrefix(l.file, "/run/systemd/system") }

// persistent: made by systemctl enable, or by hand.
func (l unitLink) persistent() bool { return strings.HasPrefix(l.file, "/etc/") }

// readUnitLinks lists the directories, strongest first: of two links with one
// name in directories of one name the first counts, so that one to /dev/null in
// /etc takes a vendor's away.
func (h *Host) readUnitLinks(ctx context.Context) (unitLinks, error) {
	out := unitLinks{map[string][]unitLink{}, map[string][]unitLink{}}
	seen := map[string]bool{}
	for _, dir := range h.distinctDirs(systemUnitDirs()) {
		entries, err := h.root.List(dir)
		if err != nil && !isAbsent(err) {
			return out, err
		}
		for _, e := range entries {
			file := path.Join(dir, e.Name())
			switch {
			case pullsIn(e.Name()):
				err = out.addPulls(h.root, file, seen)
			case e.Type == "symlink" && !seen[e.Name()]:
				out.addAlias(h.root, file)
			}
			seen[e.Name()] = true
			if err != nil {
				return out, err
			}
		}
	}
	return out, ctx.Err()
}

// distinctDirs leaves out what is a link to a directory before it, as /lib is on
// most machines.
func (h *Host) distinctDirs(dirs []string) []string {
	var out, resolved []string
	for _, dir := range dirs {
		info, err := h.root.Stat(dir)
		if err == nil && slices.Contains(resolved, info.Resolved) {
			continue
		}
		out, resolved = append(out, dir), append(resolved, info.Resolved)
	}
	return out
}

func pullsIn(dir string) bool {
	return slices.Contains([]string{".wants", ".requires", ".upholds"}, path.Ext(dir))
}

func (l *unitLinks) addPulls(root *rootfs.FS, dir string, seen map[string]bool) error {
	entries, err := root.List(dir)
	if isAbsent(err) {
		return nil
	}
	for _, e := range entries {
		file, key := path.Join(dir, e.Name()), path.Join(path.Base(dir), e.Name())
		if !seen[key] && !isNullLink(root, file) {
			l.pulls[e.Name()] = append(l.pulls[e.Name()], unitLink{file, e.Name()})
		}
		seen[key] = true
	}
	return err
}

func (l *unitLinks) addAlias(root *rootfs.FS, file string) {
	target := linkTarget(root, file)
	if target != "" && target != path.Base(file) && target != "null" {
		l.aliases[target] = append(l.aliases[target], unitLink{file, path.Base(file)})
	}
}

// pulling returns the links that pull a unit in, under its own name or another
// of its names; a template's are those of its instances.
func (l unitLinks) pulling(name string) []unitLink {
	out := slices.Clone(l.pulls[name])
	for _, a := range l.aliases[name] {
		out = append(out, l.pulls[a.name]...)
	}
	if !strings.Contains(name, "@.") {
		return out
	}
	for _, other := range sortedKeys(l.pulls) {
		if t, ok := templateOf(other); ok && t == name {
			out = append(out, l.pulls[other]...)
		}
	}
	return out
}

// activating lists what is enabled and starts a service of one of the names when
// somebody connects, at a time, or when a path appears.
func (l unitLinks) activating(names []string) []string {
	var out []string
	for _, name := range names {
		stem, isService := strings.CutSuffix(name, ".service")
		for _, kind := range []string{".socket", ".timer", ".path"} {
			trigger := strings.TrimSuffix(stem, "@") + kind // a socket may start an instance for each connection
			if isService && len(l.pulling(trigger)) > 0 && !slices.Contains(out, trigger) {
				out = append(out, trigger)
			}
		}
	}
	return out
}
