package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"scantling/report"
	"scantling/report/pack"
)

// packageFormat is the output that is several files: no writer of one stream.
var packageFormat = report.Format{Name: "package", Doc: "evidence to hand over: results, workbook, page, the profiles as applied, and hashes, in a folder or a .zip"}

// formats are all outputs.
func formats() []report.Format { return append(slices.Clone(report.Formats), packageFormat) }

// formatNames lists them, for people.
func formatNames() string { return report.Names() + ", " + packageFormat.Name }

func findFormat(name, path string) (report.Format, error) {
	switch {
	case name != packageFormat.Name:
		f, err := report.Find(name)
		if err != nil {
			err = fmt.Errorf("%w, %s", err, packageFormat.Name)
		}
		return f, err
	case path == "-":
		return packageFormat, errors.New("a package is a folder or a .zip file, and does not go to stdout")
	}
	return packageFormat, nil
}

func (o output) isPackage() bool { return o.format.Name == packageFormat.Name }

// place is where an output goes for this run.
func (o output) place(r *report.Report) string {
	if o.isPackage() {
		return pack.Path(o.path, r)
	}
	return o.path
}

func signKeyFlag() cli.Flag {
	return &cli.StringFlag{Name: "sign-key", Usage: "sign the package with the SSH key in `FILE`: a private key, or a public one whose other half ssh-agent holds", EnvVars: env("sign-key")}
}

func passphraseFlag() cli.Flag {
	return &cli.StringFlag{Name: "sign-passphrase", Usage: "take the key's passphrase from `FILE`; default: ask on the terminal", EnvVars: env("sign-passphrase")}
}

// passphrase is the first line of a file, or what somebody types.
func (a *app) passphrase(file, key string) ([]byte, error) {
	if file != "" {
		return pack.ReadPassphrase(file)
	}
	in, ok := a.in.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		return nil, fmt.Errorf("a passphrase protects %s, and there is no terminal to ask on: give --sign-passphrase FILE, or the .pub of a key that ssh-agent holds", key)
	}
	fmt.Fprintf(a.err, "Passphrase of %s: ", key)
	defer fmt.Fprintln(a.err)
	return term.ReadPassword(int(in.Fd()))
}

// isWorkbook tells a workbook from a package by its name.
func isWorkbook(path string) bool { return strings.EqualFold(filepath.Ext(path), ".xlsx") }
