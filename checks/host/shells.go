package host

import (
	"context"
	"fmt"
	"path"
	"strings"

	"scantling/checks/fact"
)

// ShellsFact is `shells`.
var ShellsFact = fact.NewOne("shells",
	"The shells that /etc/shells lists.", fact.Files,
	func(h *Host, ctx context.Context, n *fact.Notes) (Shells, error) {
		n.From(shellsFile)
		return h.shells.get(ctx, h.readShells)
	}).Reading(func(string) []string { return []string{shellsFile} })

const shellsFile = "/etc/shells"

// Shells is shells(5).
type Shells struct {
	Exists bool
	Listed []Shell
}

// A Shell is a line of it.
type Shell struct {
	Path   string
	Login  bool // lets somebody work: neither nologin nor false
	Origin string
}

func (h *Host) readShells(context.Context) (Shells, error) {
	b, found, err := h.readOptional(shellsFile)
	if !found {
		// What getusershell(3) answers without the file.
		b = []byte("/bin/sh\n/bin/csh\n")
	}
	return Shells{found, parseShells(shellsFile, b)}, err
}

func parseShells(file string, b []byte) (out []Shell) {
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		line, _, _ = strings.Cut(line, "#")
		if f := strings.Fields(line); len(f) > 0 && strings.HasPrefix(f[0], "/") {
			out = append(out, Shell{f[0], isWorkable(f[0]), fmt.Sprintf("%s:%d", file, number)})
		}
	}
	return out
}

func isWorkable(shell string) bool {
	base := path.Base(shell)
	return base != "nologin" && base != "false"
}

// isLoginShell also knows a listed shell by its other name: where /usr is merged,
// /usr/bin/bash is /bin/bash.
func (h *Host) isLoginShell(s Shells, shell string) bool {
	for _, l := range s.Listed {
		if l.Login && h.withUsr(l.Path) == h.withUsr(shell) {
			return true
		}
	}
	return false
}

// withUsr spells a path below /bin as below /usr/bin, where the one leads to the
// other.
func (h *Host) withUsr(p string) string {
	p = path.Clean("/" + p)
	if !strings.HasPrefix(p, "/bin/") {
		return p
	}
	if info, err := h.root.Stat("/bin"); err == nil && info.Resolved == "/usr/bin" {
		return "/usr" + p
	}
	return p
}
