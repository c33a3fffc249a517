package main

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"

	"scantling/report"
)

// maxDiagnosed errors are printed; more would bury the first, which often
// causes the others.
const maxDiagnosed = 10

// diagnose prints errors with place and source line. hcl's own writer names no
// column and lets control characters of the file through to the terminal.
func (a *app) diagnose(diags hcl.Diagnostics, files map[string]*hcl.File) {
	for i, d := range diags {
		if i == maxDiagnosed {
			fmt.Fprintf(a.err, "… and %s\n\n", count(len(diags)-i, "more error"))
			return
		}
		fmt.Fprintf(a.err, "Error: %s\n\n", report.Safe(d.Summary))
		if d.Subject != nil {
			a.snippet(*d.Subject, files[d.Subject.Filename])
		}
		for _, line := range report.Wrap(report.Safe(d.Detail), a.width) {
			fmt.Fprintln(a.err, line)
		}
		fmt.Fprintln(a.err)
	}
}

// snippet is the line that an error is about, with a mark below what is wrong.
func (a *app) snippet(at hcl.Range, f *hcl.File) {
	if f == nil || at.Start.Line < 1 {
		fmt.Fprintf(a.err, "  on %s:\n\n", report.Safe(at.Filename))
		return
	}
	fmt.Fprintf(a.err, "  on %s line %d, column %d%s:\n", report.Safe(at.Filename), at.Start.Line, at.Start.Column, report.Safe(inside(f, at)))
	before, marked, after := cut(f.Bytes, at)
	number := fmt.Sprintf("%4d: ", at.Start.Line)
	fmt.Fprintf(a.err, "%s%s%s%s\n", number, before, marked, after)
	fmt.Fprintf(a.err, "%*s%s\n\n", utf8.RuneCountInString(number+before), "", strings.Repeat("^", max(1, utf8.RuneCountInString(marked))))
}

// maxSource bounds each of the three pieces of a source line, in bytes.
const maxSource = 200

// cut divides the first line of a range into what stands before, in and after
// it.
func cut(src []byte, at hcl.Range) (before, marked, after string) {
	start := min(at.Start.Byte, len(src))
	from := max(bytes.LastIndexByte(src[:start], '\n')+1, start-maxSource)
	rest, _, _ := bytes.Cut(src[start:], []byte("\n"))
	n := min(max(at.End.Byte-start, 0), len(rest), maxSource)
	return shown(src[from:start]), shown(rest[:n]), shown(rest[n:min(len(rest), n+maxSource)])
}

// shown is source text on one line; a tab is one column wide.
func shown(src []byte) string {
	return report.Safe(strings.ReplaceAll(strings.TrimSuffix(string(src), "\r"), "\t", " "))
}

// inside names the block that an error is in, such as control "x".
func inside(f *hcl.File, at hcl.Range) string {
	nav, ok := f.Nav.(interface{ ContextString(offset int) string })
	if !ok {
		return ""
	}
	if s := nav.ContextString(at.Start.Byte); s != "" {
		return ", in " + s
	}
	return ""
}
