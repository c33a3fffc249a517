package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/urfave/cli/v2"

	"scantling/report"
)

func (a *app) convertCommand() *cli.Command {
	return &cli.Command{
		Name:      "convert",
		Usage:     "write a saved run in other formats, without a rescan",
		UsageText: "scantling convert -o xlsx=audit.xlsx audit.json",
		ArgsUsage: "audit.json",
		Flags: []cli.Flag{
			&cli.StringSliceFlag{Name: "output", Aliases: []string{"o"}, Usage: "write `FORMAT=PATH` (- is stdout): " + formatNames() + "; repeat for more"},
			&cli.StringSliceFlag{Name: "profile", Aliases: []string{"p"}, Usage: "for a package: a `FILE` or folder of your own that the run was held against"},
			signKeyFlag(), passphraseFlag(),
			&cli.StringFlag{Name: "previous", Usage: "say what has changed since the run in `FILE`, a report in JSON"},
			&cli.BoolFlag{Name: "all", Aliases: []string{"a"}, Usage: "show every failure, not only the first five"},
			&cli.StringFlag{Name: "color", Value: "auto", Usage: "auto, always or never"},
		},
		Action: a.convert,
	}
}

func (a *app) convert(c *cli.Context) error {
	args, err := lateFlags(c)
	if err != nil {
		return err
	}
	if len(args) != 1 {
		return errors.New("convert wants one saved report: scantling convert -o xlsx=audit.xlsx audit.json")
	}
	outs, err := parseOutputs(c.StringSlice("output"))
	if err != nil {
		return err
	}
	if len(outs) == 0 {
		outs = []output{{report.Formats[0], "-"}}
	}
	ev, err := a.evidence(c, outs)
	if err != nil {
		return err
	}
	r, err := readFrom(a, args[0], ev.read)
	if err != nil {
		return err
	}
	if err := a.collect(c, ev, r); err != nil {
		return err
	}
	past, err := a.previous(c.String("previous"))
	if err != nil {
		return err
	}
	if err := r.Compare(past); err != nil {
		return fmt.Errorf("%s cannot be compared with %s: %w", args[0], c.String("previous"), err)
	}
	var failed []error
	for _, o := range outs {
		err := a.write(o, r, a.options(c), ev)
		if failed = append(failed, err); err == nil && o.path != "-" {
			fmt.Fprintln(a.err, "wrote", o.place(r))
		}
	}
	return errors.Join(failed...)
}

func (a *app) read(path string) (*report.Report, error) { return readFrom(a, path, report.ReadJSON) }

// previous reads the run to compare with; none where no path is given.
func (a *app) previous(path string) (*report.Past, error) {
	if path == "" {
		return nil, nil
	}
	past, err := readFrom(a, path, report.ReadPrevious)
	if err != nil {
		return nil, fmt.Errorf("--previous: %w", err)
	}
	return past, nil
}

func readFrom[T any](a *app, path string, read func(io.Reader) (T, error)) (T, error) {
	var none T
	if path == "-" {
		return read(a.in)
	}
	f, err := os.Open(path)
	if err != nil {
		return none, err
	}
	defer f.Close()
	r, err := read(f)
	if err != nil {
		return none, fmt.Errorf("%s: %w", path, err)
	}
	return r, nil
}
