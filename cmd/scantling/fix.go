package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"scantling/checks"
	"scantling/checks/host/rootfs"
	"scantling/report"
	"scantling/report/fix"
)

func (a *app) fixCommand() *cli.Command {
	own := []cli.Flag{
		&cli.StringSliceFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the plan as `FORMAT=PATH` (- is stdout): " + fix.Names() + "; repeat for more"},
		&cli.StringFlag{Name: "up-to", Value: "reboot", Usage: "leave out what disturbs more than `WHAT`: " + strings.Join(checks.Disruptions, ", ")},
		reviewFlag(),
		&cli.DurationFlag{Name: "timeout", Value: 10 * time.Minute, Usage: "stop after this time", EnvVars: env("timeout")},
	}
	return &cli.Command{
		Name:      "fix",
		Usage:     "plan what would close the failures; nothing is changed",
		UsageText: "scantling fix audit.json\nscantling fix -o shell=fix.sh audit.json\nscantling fix --root DIR audit.json\nsudo scantling fix --up-to reload",
		ArgsUsage: "[audit.json]",
		Flags:     append(append(targetFlags(), selectionFlags()...), own...),
		Action:    a.fix,
	}
}

func (a *app) fix(c *cli.Context) error {
	args, err := lateFlags(c)
	if err != nil {
		return err
	}
	if len(args) > 1 {
		return fmt.Errorf("fix wants one saved report, or none for a fresh audit, not %q", strings.Join(args, " "))
	}
	outs, err := parsePlans(c.StringSlice("output"))
	if err != nil {
		return err
	}
	if !slices.Contains(checks.Disruptions, c.String("up-to")) {
		return fmt.Errorf("--up-to is one of %s, not %q", strings.Join(checks.Disruptions, ", "), c.String("up-to"))
	}
	plan, err := a.planned(c, args)
	if err != nil {
		return err
	}
	plan.UpTo(c.String("up-to"))
	return a.writePlans(plan, outs)
}

// A planOutput is one -o FORMAT=PATH of fix.
type planOutput struct {
	format fix.Format
	path   string
}

func parsePlans(args []string) ([]planOutput, error) {
	if len(args) == 0 {
		return []planOutput{{fix.Formats[0], "-"}}, nil
	}
	var out []planOutput
	for _, arg := range args {
		name, path, ok := strings.Cut(arg, "=")
		if !ok || path == "" {
			return nil, fmt.Errorf("-o wants FORMAT=PATH, such as -o shell=fix.sh, not %q", arg)
		}
		f, err := fix.Find(name)
		if err != nil {
			return nil, fmt.Errorf("-o %s: %w", arg, err)
		}
		out = append(out, planOutput{f, path})
	}
	return out, nil
}

func (a *app) writePlans(p *fix.Plan, outs []planOutput) error {
	var failed []error
	for _, o := range outs {
		write := func(w io.Writer) error { return o.format.Write(w, p, fix.Options{Width: a.width}) }
		if o.path == "-" {
			failed = append(failed, write(a.out))
			continue
		}
		err := report.WriteFile(o.path, o.format.Perm, write)
		if failed = append(failed, err); err == nil {
			fmt.Fprintln(a.err, "wrote", o.path)
		}
	}
	return errors.Join(failed...)
}

// planned makes the plan of a saved run, or of a fresh one.
func (a *app) planned(c *cli.Context, args []string) (*fix.Plan, error) {
	if len(args) == 1 {
		return a.plannedFrom(c, args[0])
	}
	t, err := a.open(c)
	if err != nil {
		return nil, err
	}
	defer t.close()
	r, err := a.survey(c, t, &evidence{})
	if err != nil {
		return nil, err
	}
	if r.Run.Incomplete != "" {
		return nil, fmt.Errorf("the audit is incomplete: %s", r.Run.Incomplete)
	}
	if t.remote {
		return fix.Make(r, nil, "the engine is on another machine"), nil
	}
	return fix.Make(r, t.root, ""), nil
}

func (a *app) plannedFrom(c *cli.Context, path string) (*fix.Plan, error) {
	r, err := a.read(path)
	if err != nil {
		return nil, err
	}
	selectRows(r, c)
	if why := elsewhereThan(r); why != "" && !c.IsSet("root") {
		return fix.Make(r, nil, why), nil
	}
	root, err := rootfs.Open(c.String("root"))
	if err != nil {
		return nil, fmt.Errorf("--root: %w", err)
	}
	defer root.Close()
	return fix.Make(r, root, ""), nil
}

// elsewhereThan says why this machine's files say nothing about those of a report.
func elsewhereThan(r *report.Report) string {
	if len(r.Targets) == 0 || r.Targets[0].Kind != "host" {
		return "the run is not of a host's files"
	}
	here, err := os.Hostname()
	there := r.Targets[0].Name
	if err == nil && short(here) == short(there) {
		return ""
	}
	return fmt.Sprintf("the run is of %s, and this machine is %s; name the files of that machine with --root", cmp.Or(there, "another machine"), here)
}

func short(host string) string {
	name, _, _ := strings.Cut(host, ".")
	return name
}

// selectRows keeps the rows of a saved report that the flags select.
func selectRows(r *report.Report, c *cli.Context) {
	sel := checks.Selection{Level: c.Int("level"), Kind: c.String("type"), IDs: c.StringSlice("only"), Section: c.StringSlice("section")}
	profiles := c.StringSlice("profile")
	r.Recommendations = slices.DeleteFunc(r.Recommendations, func(rec report.Recommendation) bool {
		if len(profiles) > 0 && !slices.Contains(profiles, rec.Profile) {
			return true
		}
		return !sel.Takes(rec.ID, rec.Section, rec.Level)
	})
}
