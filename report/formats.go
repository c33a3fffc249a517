package report

import (
	"fmt"
	"io"
	"strings"
)

// Options say how a report is written. A format ignores what does not concern it.
type Options struct {
	Width   int    // columns of the terminal; 0 means 80
	Color   bool   // colour besides words, never instead of them
	All     bool   // every failure and subject, not only the first
	Quiet   bool   // the last line alone
	TempDir string // where large sheets are kept while they are written; empty means the system's place
}

// A Format writes a report.
type Format struct {
	Name, Doc string
	Write     func(io.Writer, *Report, Options) error
}

// Formats lists every format; a new one is a file and a line here.
var Formats = []Format{
	{"text", "for the terminal: the worst failures first, and the score on the last line", WriteText},
	{"json", "the whole report, for machines; every other format can be made from it", WriteJSON},
	{"xlsx", "a workbook for auditors: findings, questions for people, what was not assessed", WriteXLSX},
}

// Find returns the format of a name. Its error names those that there are.
func Find(name string) (Format, error) {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		if f.Name == name {
			return f, nil
		}
		names[i] = f.Name
	}
	return Format{}, fmt.Errorf("unknown format %q: use one of %s", name, strings.Join(names, ", "))
}
