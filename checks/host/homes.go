package host

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"scantling/checks/fact"
	"scantling/checks/host/rootfs"
)

// HomesFact is `homes`.
var HomesFact = fact.NewOne("homes",
	"Home directories of the users with a login shell, and the dotfiles in them; those on file systems of other machines are not touched.",
	fact.Files, readHomes).Reading(func(string) []string {
	return []string{"/etc/passwd", "/etc/shells", "/proc/1/mountinfo", "/home/USER/.* (the home of each account with a login shell)"}
})

// maxDotfiles is how many dotfiles of one home are described.
const maxDotfiles = 1000

// Homes is what the accounts call their homes.
type Homes struct {
	Homes    []Home
	Dotfiles []Dotfile
	Skipped  []string // homes that are not on a disk of this machine, with the reason
}

// A Home is the home directory of one user. Where nothing is, what describes it
// is null.
type Home struct {
	User   string
	UID    uint32 // of the user
	Path   string
	Exists bool
	Type   *string
	Mode   *string
	Owner  *uint32 // uid of the directory
	Origin string  // the user's line of passwd
}

// A Dotfile is a file in a home whose name starts with a dot, links not followed.
type Dotfile struct {
	User  string
	Path  string
	Name  string
	Type  string
	Mode  string
	Own   bool   // user and primary group are those of the home's user
	Owner string // uid:gid
}

func readHomes(h *Host, ctx context.Context, n *fact.Notes) (out Homes, err error) {
	n.From("/etc/passwd")
	a := h.names(ctx)
	if err = a.usersErr; err == nil && len(a.users) == 0 {
		err = &fact.Unavailable{Why: "/etc/passwd holds no account"}
	}
	if err != nil {
		return out, err
	}
	shells, err := h.shells.get(ctx, h.readShells)
	if err != nil {
		return out, err
	}
	mounts, err := h.mounts.get(ctx, h.readMounts)
	if err != nil && h.root.Live() {
		return out, fmt.Errorf("which homes are on other machines: %w", err)
	}
	for _, u := range a.users {
		if h.isLoginShell(shells, u.shell) && ctx.Err() == nil {
			h.addHome(u, mounts, &out, n)
		}
	}
	if len(out.Skipped) > 0 {
		for _, attr := range []string{"homes", "dotfiles"} {
			n.Remark(attr, "left out: "+strings.Join(out.Skipped, ", "))
		}
	}
	a.remarkRemote(n)
	return out, ctx.Err()
}

func (h *Host) addHome(u passwdLine, mounts mountTable, out *Homes, n *fact.Notes) {
	resolved, remote, err := h.localName(u.home, mounts)
	if remote != "" {
		out.Skipped = append(out.Skipped, fmt.Sprintf("%s of %s (%s)", u.home, u.name, remote))
		return
	}
	home := Home{User: u.name, UID: u.uid, Path: u.home, Origin: u.origin}
	var info rootfs.Info
	if err == nil {
		info, err = h.root.Stat(resolved)
	}
	switch {
	case err == nil:
		mode := info.Octal()
		home.Exists, home.Type, home.Mode, home.Owner = true, &info.Type, &mode, &info.UID
	case !isAbsent(err):
		at := fmt.Sprintf("homes[%d]", len(out.Homes))
		n.Unknown(at+".exists", err)
	}
	out.Homes = append(out.Homes, home)
	if err != nil && !isAbsent(err) {
		n.Unknown("dotfiles", err)
	}
	if home.Exists && info.Type == "directory" && resolved != "/" {
		h.addDotfiles(u, resolved, out, n)
	}
}

func (h *Host) addDotfiles(u passwdLine, dir string, out *Homes, n *fact.Notes) {
	list, err := h.root.List(dir)
	dots := slices.DeleteFunc(list, func(i rootfs.Info) bool { return !strings.HasPrefix(i.Name(), ".") })
	if err == nil && len(dots) > maxDotfiles {
		err = fmt.Errorf("%s: more than %d dotfiles", dir, maxDotfiles)
	}
	if err != nil {
		n.Unknown("dotfiles", err)
		return
	}
	for _, i := range dots {
		out.Dotfiles = append(out.Dotfiles, Dotfile{
			User: u.name, Path: path.Join(u.home, i.Name()), Name: i.Name(), Type: i.Type, Mode: i.Octal(),
			Own: i.UID == u.uid && i.GID == u.gid, Owner: fmt.Sprintf("%d:%d", i.UID, i.GID),
		})
	}
}
