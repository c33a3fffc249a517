package host

import (
	"fmt"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// A shellWalk goes through the statements of a shell's files and keeps what
// changes the session. What happens in a subshell stays there and is passed over.
type shellWalk struct {
	host *Host
	seen map[string]bool // files, by resolved name
	home string          // root's
	file string          // being read
	err  error

	umasks             []UmaskLine
	timeouts           []TimeoutLine
	readonly, exported string // where TMOUT is made so
	path               []PathEntry
	adders             []string          // functions that put their argument into PATH
	vars               map[string]string // other variables, where only one value is possible
}

type shellContext struct {
	function    string
	conditional bool
	notRoot     bool // a branch that root does not take
	mayBeRoot   bool // a branch that root may take
}

// place is where a statement stands.
func (w *shellWalk) place(n syntax.Node, c shellContext) place {
	return place{fmt.Sprintf("%s:%d", w.file, n.Pos().Line()), c.conditional, c.function != ""}
}

func (w *shellWalk) stmts(list []*syntax.Stmt, c shellContext) {
	for _, s := range list {
		if s.Cmd != nil && !s.Background && !s.Coprocess {
			w.command(s.Cmd, c)
		}
	}
}

func (w *shellWalk) command(cmd syntax.Command, c shellContext) {
	maybe := c
	maybe.conditional, maybe.mayBeRoot = true, true
	switch x := cmd.(type) {
	case *syntax.CallExpr:
		w.call(x, c)
	case *syntax.DeclClause:
		w.declare(x, c)
	case *syntax.Block:
		w.stmts(x.Stmts, c)
	case *syntax.IfClause:
		w.branch(x, c)
	case *syntax.WhileClause:
		w.stmts(x.Cond, c)
		w.stmts(x.Do, maybe)
	case *syntax.ForClause:
		w.stmts(x.Do, maybe)
	case *syntax.CaseClause:
		for _, item := range x.Items {
			w.stmts(item.Stmts, maybe)
		}
	case *syntax.BinaryCmd:
		if x.Op == syntax.AndStmt || x.Op == syntax.OrStmt {
			w.stmts([]*syntax.Stmt{x.X}, c)
			w.stmts([]*syntax.Stmt{x.Y}, maybe)
		}
	case *syntax.FuncDecl:
		if x.Name != nil {
			c.function = x.Name.Value
			w.stmts([]*syntax.Stmt{x.Body}, c)
		}
	case *syntax.TimeClause:
		if x.Stmt != nil {
			w.stmts([]*syntax.Stmt{x.Stmt}, c)
		}
	}
}

// branch knows the question whether root asks, so that what others get is not
// taken for root's.
func (w *shellWalk) branch(x *syntax.IfClause, c shellContext) {
	w.stmts(x.Cond, c)
	then, rest := c, c
	then.conditional, rest.conditional = c.conditional || len(x.Cond) > 0, true
	if root, known := asksForRoot(x.Cond); known {
		then.notRoot, rest.notRoot = c.notRoot || !root, c.notRoot || root
	} else if len(x.Cond) > 0 {
		then.mayBeRoot, rest.mayBeRoot = true, true
	}
	w.stmts(x.Then, then)
	if x.Else != nil {
		w.branch(x.Else, rest)
	}
}

func (w *shellWalk) call(x *syntax.CallExpr, c shellContext) {
	if len(x.Args) == 0 {
		for _, a := range x.Assigns {
			w.assign(a, c)
		}
		return
	}
	args := x.Args
	for len(args) > 1 && (args[0].Lit() == "builtin" || args[0].Lit() == "command") {
		args = args[1:]
	}
	switch name := args[0].Lit(); {
	case name == "umask":
		w.umask(args[1:], c, x)
	case name == "unset" && len(args) > 1 && args[len(args)-1].Lit() == "TMOUT":
		w.timeouts = append(w.timeouts, timeoutOf(&syntax.Assign{Append: true}, w.place(x, c)))
	case (name == "." || name == "source") && len(args) > 1 && strings.HasPrefix(args[1].Lit(), "/"):
		if err := w.read(args[1].Lit()); err != nil && w.err == nil {
			w.err = err
		}
	default:
		w.addToPath(name, args[1:], x, c)
	}
}

func (w *shellWalk) assign(a *syntax.Assign, c shellContext) {
	switch {
	case a.Name == nil:
	case a.Name.Value == "TMOUT":
		w.timeouts = append(w.timeouts, timeoutOf(a, w.place(a, c)))
	case a.Name.Value == "PATH" && !c.notRoot:
		w.assignPath(a, c)
	default:
		w.remember(a, c)
	}
}

// remember keeps the value of a variable that PATH may be made of.
func (w *shellWalk) remember(a *syntax.Assign, c shellContext) {
	value, ok := expandWord(a.Value, w.pathParam)
	if w.vars == nil {
		w.vars = map[string]string{}
	}
	delete(w.vars, a.Name.Value)
	if ok && !a.Append && !c.mayBeRoot && !c.notRoot && c.function == "" && !strings.Contains(value, inherited) {
		w.vars[a.Name.Value] = value
	}
}

// declare is export, readonly, declare and typeset; options stand before names.
func (w *shellWalk) declare(x *syntax.DeclClause, c shellContext) {
	if x.Variant.Value == "local" {
		return
	}
	readonly, exported := x.Variant.Value == "readonly", x.Variant.Value == "export"
	for _, a := range x.Args {
		if a.Name == nil && a.Value != nil {
			options := a.Value.Lit()
			readonly = readonly || strings.HasPrefix(options, "-") && strings.Contains(options, "r")
			exported = exported || strings.HasPrefix(options, "-") && strings.Contains(options, "x")
			continue
		}
		if a.Name != nil && a.Name.Value == "TMOUT" && c.function == "" {
			at := w.place(a, c).Origin
			w.readonly, w.exported = mark(w.readonly, at, readonly), mark(w.exported, at, exported)
		}
		if !a.Naked {
			w.assign(a, c)
		}
	}
}

func mark(have, at string, is bool) string {
	if is {
		return at
	}
	return have
}
