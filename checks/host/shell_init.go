package host

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"scantling/checks/fact"
)

// ShellInitFact is `shell_init`.
var ShellInitFact = fact.NewOne("shell_init",
	"What the files that shells read first set: umask, TMOUT and root's PATH. They are parsed, never run.",
	fact.Files, readShellInit).Reading(func(string) []string {
	out := append([]string{"/etc/environment", "/etc/login.defs", "/etc/passwd"}, systemInit...)
	for _, name := range rootInit {
		out = append(out, "/root/"+name) // where passwd gives root no other home
	}
	return out
})

// What bash and the Bourne shells read for everybody, and in root's home.
var (
	systemInit = []string{"/etc/profile", "/etc/profile.d/*.sh", "/etc/profile.d/sh.local", "/etc/bashrc", "/etc/bash.bashrc"}
	rootInit   = []string{".bash_profile", ".bash_login", ".profile", ".bashrc"}
)

// ShellInit is what is found in the files without running them.
type ShellInit struct {
	Exists     bool          // any of the files for everybody
	Umasks     []UmaskLine   // of the files for everybody
	RootUmasks []UmaskLine   // of those in root's home
	TMOUT      []TimeoutLine `cty:"tmout"` // assignments, those of root's home left out
	Readonly   bool          `cty:"tmout_readonly"`
	Exported   bool          `cty:"tmout_exported"`
	RootPath   []PathEntry   // what may be in root's PATH
}

// A place is where a line stands.
type place struct {
	Origin      string
	Conditional bool // it may be skipped: an if, a case, a loop, && or ||
	InFunction  bool // it runs when somebody calls the function
}

func readShellInit(h *Host, ctx context.Context, n *fact.Notes) (out ShellInit, err error) {
	n.From("not set in the files that shells read first")
	system := &shellWalk{host: h, seen: map[string]bool{}, home: h.rootHome(ctx)}
	sysErr := system.readAll(systemInit)
	out.Exists = len(system.seen) > 0
	out.Umasks, out.TMOUT = system.umasks, system.timeouts
	out.Readonly, out.Exported = system.readonly != "", system.exported != ""
	n.Origin("tmout_readonly", or(system.readonly, "nowhere"))
	n.Origin("tmout_exported", or(system.exported, "nowhere"))
	noteUnknown(n, sysErr, "exists", "umasks", "tmout", "tmout_readonly", "tmout_exported")

	root := &shellWalk{host: h, seen: system.seen, home: system.home}
	var files []string
	for _, name := range rootInit {
		files = append(files, path.Join(system.home, name))
	}
	rootErr := root.readAll(files)
	out.RootUmasks = root.umasks
	noteUnknown(n, rootErr, "root_umasks")

	first, firstErr := h.firstPath(ctx)
	out.RootPath = append(append(first, system.path...), root.path...)
	statErr := h.statEntries(out.RootPath)
	out.noteOrigins(n)
	noteUnknown(n, errors.Join(sysErr, rootErr, firstErr, statErr), "root_path")
	return out, ctx.Err()
}

func (out ShellInit) noteOrigins(n *fact.Notes) {
	n.Origin("exists", systemInit[0])
	origins := map[string][]string{}
	for _, l := range out.Umasks {
		origins["umasks"] = append(origins["umasks"], l.Origin)
	}
	for _, l := range out.RootUmasks {
		origins["root_umasks"] = append(origins["root_umasks"], l.Origin)
	}
	for _, l := range out.TMOUT {
		origins["tmout"] = append(origins["tmout"], l.Origin)
	}
	for _, e := range out.RootPath {
		origins["root_path"] = append(origins["root_path"], e.Origin)
	}
	for attr, list := range origins {
		n.Origin(attr, strings.Join(slices.Compact(list), ", "))
	}
}

func noteUnknown(n *fact.Notes, err error, attrs ...string) {
	for _, attr := range attrs {
		if err != nil {
			n.Unknown(attr, err)
		}
	}
}

func (h *Host) rootHome(ctx context.Context) string {
	a := h.names(ctx) // without it root's home is where it always is
	for _, u := range a.users {
		if u.uid == 0 && u.home != "" {
			return u.home
		}
	}
	return "/root"
}

// readAll parses the files that the patterns name, and those that they read with
// a plain name.
func (w *shellWalk) readAll(patterns []string) error {
	for _, pattern := range patterns {
		names, err := w.host.expand(pattern)
		if err != nil {
			return err
		}
		for _, name := range names {
			if err := w.read(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// maxInit bounds how many files may be read one from the other.
const maxInit = 200

func (w *shellWalk) read(name string) error {
	info, err := w.host.root.Stat(name)
	if isAbsent(err) {
		return nil
	}
	if err != nil || w.seen[info.Resolved] || len(w.seen) > maxInit {
		return err
	}
	w.seen[info.Resolved] = true
	b, err := w.host.root.ReadFile(name)
	if err != nil {
		return err
	}
	return w.source(name, b)
}

// source goes through what a file says.
func (w *shellWalk) source(name string, b []byte) error {
	file, err := syntax.NewParser().Parse(bytes.NewReader(b), name)
	if err != nil {
		return fmt.Errorf("not understood as a shell's file: %w", err)
	}
	outer := w.file
	w.file = name
	w.stmts(file.Stmts, shellContext{})
	w.file = outer
	return w.err
}
