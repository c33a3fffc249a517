package fix

import (
	"crypto/sha256"
	_ "embed"
	"fmt"
	"io"
	"regexp"
	"strings"

	"scantling/checks"
	"scantling/report"
)

// shellHead are the functions that the script is written with.
//
//go:embed shell.sh
var shellHead string

// notWord is what a directory of copies is not called by.
var notWord = regexp.MustCompile(`[^A-Za-z0-9.-]|\.\.`)

// WriteShell writes a plan as a POSIX script. Without an argument the script
// shows what it would do.
func WriteShell(w io.Writer, p *Plan, _ Options) error {
	var b strings.Builder
	fmt.Fprintf(&b, "#!/bin/sh\n# Fix plan for %s, of run %s, by %s.\n# %s\n", report.Safe(p.Target), report.Safe(p.Run), report.Safe(p.Made), report.Safe(p.summary()))
	head := strings.NewReplacer("@RUN@", notWord.ReplaceAllString(p.Run, "_"), "@TARGET@", quote(p.Target)).Replace(shellHead)
	b.WriteString(head)
	for _, d := range checks.Disruptions {
		if actions := p.At(d); len(actions) > 0 {
			fmt.Fprintf(&b, "\ngroup %s\n", quote(headings[d]))
			for _, a := range actions {
				shellAction(&b, a)
			}
		}
	}
	b.WriteString("\n")
	shellHands(&b, p)
	b.WriteString("finish\n")
	return all(w, b.String())
}

func shellAction(b *strings.Builder, a *Action) {
	fmt.Fprintf(b, "\nstep %s\n", quote(a.title()))
	notes(b, "closes "+a.Closes())
	for _, text := range a.Breaks() {
		notes(b, "may break: "+text)
	}
	switch a.Kind {
	case "file":
		shellFile(b, a)
	case "access":
		fmt.Fprintf(b, "access %s %s %s\n", quote(a.Path), quote(a.ownership()), quote(strings.Join(a.Modes, ",")))
	case "unit", "package":
		fmt.Fprintf(b, "%s %s %s\n", a.Kind, a.State, quote(a.Name))
	case "run":
		verb := "run"
		if a.Live {
			verb = "live"
		}
		fmt.Fprintf(b, "%s %s\n", verb, quoteAll(a.Argv))
	}
}

// notes are the lines of a remark, narrow enough for a terminal.
func notes(b *strings.Builder, text string) {
	for _, line := range report.Wrap(text, 74) {
		fmt.Fprintf(b, "note %s\n", quote(line))
	}
}

func shellFile(b *strings.Builder, a *Action) {
	fmt.Fprintf(b, "show %s\n", heredoc(strings.Join(a.Diff(), "\n")+"\n"))
	if a.Unread != "" {
		fmt.Fprintf(b, "left %s\n", quote(report.Safe(a.Path)+" was not read when the plan was made: edit it by hand"))
		return
	}
	before := "new"
	if !a.New {
		before = sum(a.Before)
	}
	args := fmt.Sprintf("put %s %s %s %s", quote(a.Path), a.Perm, before, sum(a.After))
	if text := string(a.After); strings.HasSuffix(text, "\n") && report.SafeLines(text) == text && !strings.ContainsAny(text, "\r\uFFFD") {
		fmt.Fprintf(b, "%s %s\n", args, heredoc(text))
		return
	}
	b.WriteString("{\n")
	for line := range strings.Lines(string(a.After)) {
		fmt.Fprintf(b, "  printf '%s'\n", octal(line))
	}
	fmt.Fprintf(b, "} | %s\n", args)
}

// heredoc is a text that ends in a line break, word for word.
func heredoc(text string) string {
	mark := "END"
	for strings.Contains("\n"+text, "\n"+mark+"\n") {
		mark += "_"
	}
	return fmt.Sprintf("<<'%s'\n%s%s", mark, text, mark)
}

func sum(b []byte) string { return fmt.Sprintf("%x", sha256.Sum256(b)) }

func shellHands(b *strings.Builder, p *Plan) {
	for _, r := range p.needs() {
		fmt.Fprintf(b, "hand %s\n", quote(report.Safe(r.Name())+"  "+report.Safe(r.Title)))
	}
	for _, c := range p.Clashes {
		fmt.Fprintf(b, "clash %s\n", quote(c))
	}
}
