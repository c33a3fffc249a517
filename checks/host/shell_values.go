package host

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// A UmaskLine is a call of umask that changes the session's.
type UmaskLine struct {
	Value       *string // octal: "0027"; null where it is only known at run time
	Text        string  // as written
	Origin      string
	Conditional bool // it may be skipped
	InFunction  bool // it runs when somebody calls the function
}

// A TimeoutLine is an assignment to TMOUT.
type TimeoutLine struct {
	Seconds     *int // null where it is only known at run time, or taken away
	Origin      string
	Conditional bool
	InFunction  bool
}

// umask keeps a call that sets; without an operand it prints.
func (w *shellWalk) umask(args []*syntax.Word, c shellContext, x syntax.Node) {
	for len(args) > 0 && strings.HasPrefix(args[0].Lit(), "-") {
		args = args[1:]
	}
	if len(args) == 0 {
		return
	}
	at := w.place(x, c)
	word, whole := plainWord(args[0])
	line := UmaskLine{Text: "umask " + printed(args[0]), Origin: at.Origin, Conditional: at.Conditional, InFunction: at.InFunction}
	if mask, ok := parseUmask(word); ok && whole {
		line.Value = &mask
	}
	w.umasks = append(w.umasks, line)
}

// parseUmask reads an octal mask, or a symbolic one that leaves no class of
// users as it was: u=rwx,g=rx,o=.
func parseUmask(s string) (string, bool) {
	if n, err := strconv.ParseUint(s, 8, 12); err == nil {
		return fmt.Sprintf("%04o", n), true
	}
	mask, seen := 0o777, 0
	for clause := range strings.SplitSeq(s, ",") {
		who, bits, ok := strings.Cut(clause, "=")
		if !ok || strings.Trim(who, "ugoa") != "" || strings.Trim(bits, "rwx") != "" {
			return "", false
		}
		for i, class := range "ugo" {
			if who == "" || strings.ContainsAny(who, "a"+string(class)) {
				shift := 6 - 3*i
				seen |= 7 << shift
				mask = mask&^(7<<shift) | (7&^letterBits(bits))<<shift
			}
		}
	}
	return fmt.Sprintf("%04o", mask), seen == 0o777
}

func letterBits(s string) (bits int) {
	for i, c := range "rwx" {
		if strings.ContainsRune(s, c) {
			bits |= 4 >> i
		}
	}
	return bits
}

func timeoutOf(a *syntax.Assign, at place) TimeoutLine {
	t := TimeoutLine{Origin: at.Origin, Conditional: at.Conditional, InFunction: at.InFunction}
	if word, whole := plainWord(a.Value); whole && !a.Append {
		if n, err := strconv.Atoi(word); err == nil {
			t.Seconds = &n
		}
	}
	return t
}

// plainWord is a word without expansions, its quotes taken away.
func plainWord(w *syntax.Word) (string, bool) {
	return expandWord(w, func(*syntax.ParamExp) (string, bool) { return "", false })
}

// expandWord joins the parts of a word; param says what a variable stands for. A
// part that it does not know makes the whole unknown.
func expandWord(w *syntax.Word, param func(*syntax.ParamExp) (string, bool)) (string, bool) {
	if w == nil {
		return "", true
	}
	return expandParts(w.Parts, param)
}

func expandParts(parts []syntax.WordPart, param func(*syntax.ParamExp) (string, bool)) (string, bool) {
	var b strings.Builder
	for _, part := range parts {
		s, ok := "", false
		switch x := part.(type) {
		case *syntax.Lit:
			s, ok = strings.ReplaceAll(x.Value, `\`, ""), true
		case *syntax.SglQuoted:
			s, ok = x.Value, true
		case *syntax.DblQuoted:
			s, ok = expandParts(x.Parts, param)
		case *syntax.ParamExp:
			s, ok = param(x)
		}
		if !ok {
			return "", false
		}
		b.WriteString(s)
	}
	return b.String(), true
}

func printed(n syntax.Node) string {
	var b bytes.Buffer
	if err := syntax.NewPrinter().Print(&b, n); err != nil {
		return "?"
	}
	return b.String()
}
