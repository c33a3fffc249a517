package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/urfave/cli/v2"

	"scantling/checks"
	"scantling/report"
	"scantling/report/review"
)

func (a *app) reviewCommand() *cli.Command {
	out := &cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: "-", Usage: "write to `FILE`, into what is there; - is stdout"}
	return &cli.Command{
		Name:  "review",
		Usage: "answer what only people can decide, and accept failures, for the next audit",
		Description: "In a workbook (scantling audit -o xlsx=audit.xlsx -o json=audit.json) fill in the\n" +
			"yellow columns of Findings and Manual, save it, then\n\n" +
			"   scantling review import -o review.hcl audit.xlsx\n" +
			"   scantling audit --review review.hcl\n\n" +
			"or without one:\n\n" +
			"   scantling review new -o review.hcl audit.json     an answer for each question, to fill in\n" +
			"   scantling audit --review review.hcl\n\n" +
			"Answers and accepted failures carry a name, a date and a last day, and every report shows\n" +
			"whose they are.",
		Subcommands: []*cli.Command{
			{
				Name: "import", Usage: "dispositions, answers and comments from a workbook that was filled in",
				UsageText: "scantling review import -o review.hcl audit.xlsx\nscantling audit --review review.hcl",
				ArgsUsage: "audit.xlsx", Action: a.reviewImport,
				Flags: []cli.Flag{out,
					&cli.StringFlag{Name: "json", Usage: "the report that the workbook was written from; default: the `FILE` of the workbook's name with .json"},
					&cli.BoolFlag{Name: "replace", Usage: "where FILE says something else of the same result, the workbook counts"}},
			},
			{
				Name: "new", Usage: "a form for the open questions of a report, to fill in with an editor",
				UsageText: "scantling review new -o review.hcl audit.json\nscantling audit --review review.hcl",
				ArgsUsage: "audit.json", Action: a.reviewNew, Flags: []cli.Flag{out},
			},
		},
	}
}

func (a *app) reviewImport(c *cli.Context) error {
	args, err := lateFlags(c)
	if err != nil {
		return err
	}
	if len(args) != 1 {
		return errors.New("review import wants one workbook: scantling review import -o review.hcl audit.xlsx")
	}
	r, err := a.original(c.String("json"), args[0])
	if err != nil {
		return err
	}
	t, err := a.takeIn(args[0], r)
	if err != nil {
		return err
	}
	if err := a.refuse(args[0], t); err != nil {
		return err
	}
	for _, s := range t.Odd {
		fmt.Fprintln(a.err, "note:", report.Safe(s))
	}
	for _, s := range t.Edits.Added {
		fmt.Fprintf(a.err, "note: the sheet %q is somebody's own and was not read\n", report.Safe(s))
	}
	if err := a.keep(c, &t.Review, c.Bool("replace")); err != nil {
		return err
	}
	if t.Left != (review.Open{}) {
		fmt.Fprintf(a.err, "nothing is written yet beside %s and %s\n", count(t.Left.Findings, "finding"), count(t.Left.Questions, "question"))
	}
	return nil
}

// original finds the report that a workbook was written from.
func (a *app) original(path, workbook string) (*report.Report, error) {
	if path != "" {
		return a.read(path)
	}
	beside := strings.TrimSuffix(workbook, filepath.Ext(workbook)) + ".json"
	r, err := a.read(beside)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no %s: name the report that the workbook was written from with --json, so that both can be compared", beside)
	}
	return r, err
}

func (a *app) takeIn(path string, r *report.Report) (*review.Taken, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a regular file", path)
	}
	t, err := review.Import(f, info.Size(), r, report.Options{TempDir: os.TempDir()}, a.now())
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return t, nil
}

// maxFaults are told; who has mended them asks again.
const maxFaults = 25

// refuse says why nothing is taken from a workbook; nil where all is well.
func (a *app) refuse(path string, t *review.Taken) error {
	if d := t.Edits; !d.None() {
		few := d.Edits[:min(len(d.Edits), maxFaults)]
		for _, e := range few {
			fmt.Fprintln(a.err, e)
		}
		if n := len(d.Edits) - len(few) + d.More; n > 0 {
			fmt.Fprintf(a.err, "… and %s\n", count(n, "more difference"))
		}
		return fmt.Errorf("%s does not say what its report says; nothing was taken from it", path)
	}
	if len(t.Faults) == 0 {
		return nil
	}
	for i, f := range t.Faults {
		if i == maxFaults {
			fmt.Fprintf(a.err, "… and %s\n", count(len(t.Faults)-i, "more"))
			break
		}
		fmt.Fprintln(a.err, f)
	}
	return fmt.Errorf("%s in %s; nothing was taken from it", count(len(t.Faults), "fault"), path)
}

func (a *app) reviewNew(c *cli.Context) error {
	args, err := lateFlags(c)
	if err != nil {
		return err
	}
	if len(args) != 1 {
		return errors.New("review new wants one saved report: scantling review new -o review.hcl audit.json")
	}
	r, err := a.read(args[0])
	if err != nil {
		return err
	}
	return a.keep(c, review.New(r), false)
}

// keep writes decisions into the file that --output names, or prints them.
func (a *app) keep(c *cli.Context, r *checks.Review, replace bool) error {
	path := c.String("output")
	var old []byte
	mode := os.FileMode(0o600)
	if path != "-" {
		src, info, err := existing(path)
		if err != nil {
			return err
		}
		if info != nil {
			old, mode = src, info.Mode().Perm()
		}
	}
	m, diags := r.Merge(old, path, replace)
	if diags.HasErrors() {
		_, file, faults := checks.ParseReview(old, path)
		a.diagnose(faults, map[string]*hcl.File{path: file})
		return fmt.Errorf("%s cannot be read; nothing was written", path)
	}
	if len(m.Differ) > 0 {
		for _, s := range m.Differ {
			fmt.Fprintln(a.err, report.Safe(s))
		}
		return fmt.Errorf("%s says something else of %s; nothing was written: --replace takes the workbook's word", path, count(len(m.Differ), "result"))
	}
	if path == "-" {
		_, err := a.out.Write(m.Source)
		return err
	}
	err := report.WriteFile(path, mode, func(w io.Writer) error { _, err := w.Write(m.Source); return err })
	if err == nil {
		fmt.Fprintf(a.err, "wrote %s: %s\n", path, m.Summary())
	}
	return err
}

// existing is a file of decisions that may not be there yet.
func existing(path string) ([]byte, fs.FileInfo, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, nil, err
	}
	dir, name := os.DirFS(filepath.Dir(abs)), filepath.Base(abs)
	info, err := fs.Stat(dir, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	src, err := checks.ReviewSource(dir, name)
	return src, info, err
}
