package host

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// A PathEntry is one entry that root's PATH may have.
type PathEntry struct {
	Entry       string // as written; empty stands for the working directory
	Literal     bool   // false: an expansion that is only known at run time
	Origin      string
	Conditional bool // it may be skipped
	Exists      bool
	Type        *string // of what it leads to
	Mode        *string
	UID         *uint32
	Access      string // in words: "mode 0777, uid 0"
}

// inherited stands for the PATH there was before, within a value.
const inherited = "\x00"

func (w *shellWalk) assignPath(a *syntax.Assign, c shellContext) {
	adds := false
	value, ok := expandWord(a.Value, func(p *syntax.ParamExp) (string, bool) {
		if p.Param != nil && p.Param.Value == "1" && c.function != "" {
			adds = true
			return inherited, true // judged where the function is called
		}
		return w.pathParam(p)
	})
	if adds && !slices.Contains(w.adders, c.function) {
		w.adders = append(w.adders, c.function)
	}
	if a.Append {
		value = inherited + value
	}
	at := w.rootPlace(a, c)
	if !ok {
		w.path = append(w.path, PathEntry{Entry: printed(a), Origin: at.Origin, Conditional: true})
		return
	}
	w.path = append(w.path, pathEntries(value, at)...)
}

// rootPlace is where a statement stands, seen by root: what root alone reaches is
// no condition.
func (w *shellWalk) rootPlace(n syntax.Node, c shellContext) place {
	c.conditional = c.mayBeRoot
	return w.place(n, c)
}

func pathEntries(value string, at place) (out []PathEntry) {
	for entry := range strings.SplitSeq(value, ":") {
		if !strings.Contains(entry, inherited) {
			out = append(out, PathEntry{Entry: entry, Literal: true, Origin: at.Origin, Conditional: at.Conditional || at.InFunction})
		}
	}
	return out
}

// pathParam knows PATH itself, what it is extended by where it is not empty
// (${PATH:+:...}), and root's home.
func (w *shellWalk) pathParam(p *syntax.ParamExp) (string, bool) {
	if p.Param == nil || p.Excl || p.Length || p.Slice != nil || p.Repl != nil {
		return "", false
	}
	switch name := p.Param.Value; {
	case p.Exp != nil && name == "PATH" && (p.Exp.Op == syntax.AlternateUnset || p.Exp.Op == syntax.AlternateUnsetOrNull):
		return expandWord(p.Exp.Word, w.pathParam)
	case p.Exp != nil:
		return "", false
	case name == "PATH":
		return inherited, true
	case name == "HOME":
		return w.home, true
	default:
		value, known := w.vars[name]
		return value, known
	}
}

// addToPath is a call of a function, such as pathmunge of the Red Hat family,
// that puts its argument into PATH.
func (w *shellWalk) addToPath(function string, args []*syntax.Word, x syntax.Node, c shellContext) {
	if !slices.Contains(w.adders, function) || len(args) == 0 || c.notRoot {
		return
	}
	at := w.rootPlace(x, c)
	if value, ok := expandWord(args[0], w.pathParam); ok {
		w.path = append(w.path, pathEntries(value, at)...)
		return
	}
	w.path = append(w.path, PathEntry{Entry: printed(args[0]), Origin: at.Origin, Conditional: true})
}

// asksForRoot knows a test of the user id, such as [ "$(id -u)" -eq 0 ], and
// tells whether root passes it.
func asksForRoot(cond []*syntax.Stmt) (root, known bool) {
	if len(cond) != 1 || cond[0].Negated {
		return false, false
	}
	s := strings.NewReplacer(`"`, "", "'", "", "{", "", "}", "").Replace(printed(cond[0]))
	s = strings.NewReplacer("$(id -u)", "$UID", "$(/usr/bin/id -u)", "$UID", "$EUID", "$UID").Replace(s)
	f := strings.Fields(strings.Trim(strings.TrimPrefix(s, "test "), "[] "))
	if len(f) != 3 || f[0] != "$UID" {
		return false, false
	}
	than, err := strconv.Atoi(f[2])
	return compares(f[1], 0, than), err == nil
}

func compares(op string, a, b int) bool {
	switch op {
	case "-eq", "=", "==":
		return a == b
	case "-ne", "!=":
		return a != b
	case "-lt":
		return a < b
	case "-le":
		return a <= b
	case "-gt":
		return a > b
	}
	return a >= b
}

// firstPath is what root's PATH is before any shell reads a file: login.defs for
// su and login, and /etc/environment through pam_env.
func (h *Host) firstPath(ctx context.Context) (out []PathEntry, err error) {
	d, err := h.defs.get(ctx, h.readLoginDefs)
	if err != nil {
		return nil, err
	}
	if v, ok := d.values["ENV_SUPATH"]; ok {
		out = pathEntries(strings.TrimPrefix(v, "PATH="), place{Origin: d.origin["ENV_SUPATH"]})
	}
	b, _, err := h.readOptional("/etc/environment")
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		line = strings.TrimPrefix(strings.TrimSpace(line), "export ")
		if value, ok := strings.CutPrefix(line, "PATH="); ok {
			out = append(out, pathEntries(unquote(value), place{Origin: fmt.Sprintf("/etc/environment:%d", number)})...)
		}
	}
	return out, err
}

func (h *Host) statEntries(entries []PathEntry) error {
	for i := range entries {
		e := &entries[i]
		e.Access = "not a directory's full name"
		if !e.Literal || !strings.HasPrefix(e.Entry, "/") {
			continue
		}
		info, err := h.root.Stat(e.Entry)
		if err != nil && !isAbsent(err) {
			return err
		}
		e.Access = "absent"
		if e.Exists = err == nil; e.Exists {
			mode := info.Octal()
			e.Type, e.Mode, e.UID = &info.Type, &mode, &info.UID
			e.Access = fmt.Sprintf("%s, mode %s, uid %d", info.Type, mode, info.UID)
		}
	}
	return nil
}
