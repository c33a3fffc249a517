package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/urfave/cli/v2"

	"scantling/report"
	"scantling/report/pack"
	"scantling/report/xlsxread"
)

func (a *app) verifyCommand() *cli.Command {
	return &cli.Command{
		Name:  "verify",
		Usage: "check an evidence package, a chain of them, or a workbook against its JSON",
		UsageText: "scantling verify evidence.zip                     hashes, signature, and its parts against each other\n" +
			"scantling verify --allowed-signers FILE evidence.zip\nscantling verify monday.zip tuesday.zip           and that each follows on the one before\n" +
			"scantling verify audit.xlsx --json audit.json     which cells were edited",
		ArgsUsage: "PACKAGE... | WORKBOOK",
		Action:    a.verify,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "allowed-signers", Usage: "only a signature by a key in `FILE` counts, see ssh-keygen(1)"},
			&cli.StringFlag{Name: "json", Usage: "the report that a workbook was written from; default: the `FILE` of the workbook's name with .json"},
		},
	}
}

func (a *app) verify(c *cli.Context) error {
	args, err := lateFlags(c)
	switch {
	case err != nil:
		return err
	case len(args) == 0:
		return errors.New("verify wants a package or a workbook: scantling verify evidence.zip")
	case len(args) == 1 && isWorkbook(args[0]):
		return a.verifyWorkbook(c, args[0])
	}
	check := pack.Check{Tool: report.Tool{Name: "scantling", Version: version()}, Options: report.Options{TempDir: os.TempDir()}, Now: a.now()}
	if file := c.String("allowed-signers"); file != "" {
		if check.Signers, err = pack.ReadSigners(file); err != nil {
			return fmt.Errorf("--allowed-signers: %w", err)
		}
	}
	var found []*pack.Finding
	for _, path := range args {
		f, err := check.Verify(path)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		found = append(found, f)
	}
	pack.Chain(found)
	return a.tell(found)
}

// tell prints what was found, package by package.
func (a *app) tell(found []*pack.Finding) error {
	faults := 0
	for _, f := range found {
		fmt.Fprintf(a.out, "%s: run %s\n", report.Safe(f.Path), report.Safe(f.RunID))
		for _, s := range f.Notes {
			fmt.Fprintln(a.out, "  "+s)
		}
		for _, s := range f.Faults {
			fmt.Fprintln(a.out, "  WRONG: "+s)
		}
		faults += len(f.Faults)
	}
	if faults > 0 {
		return fmt.Errorf("not verified: %s", count(faults, "fault"))
	}
	fmt.Fprintln(a.out, "verified")
	return nil
}

// verifyWorkbook names the cells of a workbook that do not say what its report
// says.
func (a *app) verifyWorkbook(c *cli.Context, path string) error {
	r, err := a.original(c.String("json"), path)
	if err != nil {
		return err
	}
	d, err := compareWorkbook(path, r)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for _, s := range d.Added {
		fmt.Fprintf(a.out, "the sheet %q is not of the report: somebody added it\n", report.Safe(s))
	}
	for _, e := range d.Edits {
		fmt.Fprintln(a.out, "WRONG:", e)
	}
	if d.None() {
		fmt.Fprintln(a.out, "verified: every cell that the report wrote says what it says; the auditor's columns are free")
		return nil
	}
	if d.More > 0 {
		fmt.Fprintf(a.out, "… and %s\n", count(d.More, "more difference"))
	}
	if v := version(); r.Tool.Version != v {
		fmt.Fprintf(a.out, "the report is by version %s, this is %s: versions may write workbooks differently\n", report.Safe(r.Tool.Version), v)
	}
	return fmt.Errorf("not verified: %s says something else than its report in %s", path, count(len(d.Edits)+d.More, "place"))
}

func compareWorkbook(path string, r *report.Report) (*xlsxread.Difference, error) {
	f, err := openRegular(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	book, err := xlsxread.Open(f, info.Size())
	if err != nil {
		return nil, err
	}
	return xlsxread.Compare(book, r, report.Options{TempDir: os.TempDir()})
}

// openRegular opens a file, and nothing that would keep us waiting.
func openRegular(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is not a regular file")
	}
	return os.Open(path)
}
