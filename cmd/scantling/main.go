// Command scantling audits a Linux host, its Docker engine and its containers
// against benchmarks written in HCL.
package main

import (
	"os"
	"time"

	"golang.org/x/term"
)

func main() {
	tuneCollector()
	a := &app{
		in: os.Stdin, out: os.Stdout, err: os.Stderr,
		env: os.Getenv, now: time.Now,
		outTTY: term.IsTerminal(int(os.Stdout.Fd())),
		errTTY: term.IsTerminal(int(os.Stderr.Fd())),
		width:  width(os.Stdout),
	}
	os.Exit(a.run(os.Args))
}

// width is the terminal's, at most 100: longer lines are hard to read.
func width(f *os.File) int {
	w, _, err := term.GetSize(int(f.Fd()))
	if err != nil || w < 40 {
		return 80
	}
	return min(w, 100)
}
