package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/user"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/urfave/cli/v2"

	"scantling/checks"
	"scantling/report"
)

func (a *app) auditCommand() *cli.Command {
	return &cli.Command{
		Name:      "audit",
		Usage:     "judge this host and its engine, worst first",
		UsageText: "scantling audit [--profile ID|FILE] [--level N] [-o FORMAT=PATH]...",
		Flags:     append(append(targetFlags(), selectionFlags()...), auditFlags()...),
		Before:    a.configure,
		Action:    a.audit,
	}
}

func selectionFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "profile", Aliases: []string{"p"}, Usage: "a profile's `ID`, or a file or folder of your own; default: what fits the target", EnvVars: env("profile")},
		&cli.IntFlag{Name: "level", Aliases: []string{"l"}, Usage: "recommendations up to level `N`; default: all", EnvVars: env("level")},
		&cli.StringFlag{Name: "type", Usage: "server or workstation (`WHAT`), where a benchmark tells them apart", EnvVars: env("type")},
		&cli.StringSliceFlag{Name: "only", Usage: "recommendations with this `NUMBER` or shell pattern: 5.5, 5.*", EnvVars: env("only")},
		&cli.StringSliceFlag{Name: "section", Usage: "a `SECTION` of the benchmark with all below it", EnvVars: env("section")},
	}
}

func auditFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the report as `FORMAT=PATH` (- is stdout): " + formatNames() + "; repeat for more", EnvVars: env("output")},
		signKeyFlag(), passphraseFlag(),
		&cli.StringFlag{Name: "previous", Usage: "say what has changed since the run in `FILE`, a report in JSON", EnvVars: env("previous")},
		reviewFlag(),
		&cli.BoolFlag{Name: "all", Aliases: []string{"a"}, Usage: "show every failure, not only the first five", EnvVars: env("all")},
		&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "print nothing when compliant, else the last line", EnvVars: env("quiet")},
		&cli.StringFlag{Name: "fail-on", Value: "low", Usage: "exit 2 for failures of this `SEVERITY` or worse: critical, high, medium, low", EnvVars: env("fail-on")},
		&cli.Float64Flag{Name: "min-coverage", Usage: "exit 3 when less than `PERCENT` of what can be decided was assessed", EnvVars: env("min-coverage")},
		&cli.BoolFlag{Name: "exit-zero", Usage: "exit 0 whatever was found; faults of the run still exit 1", EnvVars: env("exit-zero")},
		&cli.StringFlag{Name: "lock", Usage: "hold `FILE` while running; a second audit exits at once", EnvVars: env("lock")},
		&cli.DurationFlag{Name: "timeout", Value: 10 * time.Minute, Usage: "stop after this time, with the report so far", EnvVars: env("timeout")},
		&cli.StringFlag{Name: "color", Value: "auto", Usage: "auto, always or never", EnvVars: env("color")},
		&cli.StringFlag{Name: "config", Usage: "flags from `FILE`; default " + defaultConfig, EnvVars: env("config")},
	}
}

func (a *app) audit(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	outs, err := parseOutputs(c.StringSlice("output"))
	if err != nil {
		return err
	}
	if err := validFlags(c); err != nil {
		return err
	}
	ev, err := a.evidence(c, outs)
	if err != nil {
		return err
	}
	unlock, err := lock(c.String("lock"))
	if err != nil {
		return err
	}
	defer unlock()
	t, err := a.open(c)
	if err != nil {
		return err
	}
	defer t.close()
	r, err := a.survey(c, t, ev)
	if err != nil {
		return err
	}
	if err := a.publish(c, r, outs, ev); err != nil {
		return err
	}
	return a.judge(c, r)
}

// survey loads the profiles, decides them and builds the report.
func (a *app) survey(c *cli.Context, t *target, ev *evidence) (*report.Report, error) {
	started := a.now()
	review, decisions, err := a.reviews(c.StringSlice("review"))
	if err != nil {
		return nil, err
	}
	past, err := a.previous(c.String("previous"))
	if err != nil {
		return nil, err
	}
	var early sync.WaitGroup
	defer early.Wait()
	ctx, cancel := context.WithTimeoutCause(c.Context, c.Duration("timeout"), errTimeout)
	defer cancel()
	l, ch, err := a.pick(c, t, func(facts ...string) { // while profiles are parsed
		for _, f := range facts {
			early.Go(func() { t.facts.Begin(ctx, f) })
		}
	})
	if err != nil {
		return nil, err
	}
	ev.take(l, ch.profiles, decisions)
	aud := &checks.Auditor{Facts: t.facts, Files: l.Sources(), Workers: 4 * runtime.GOMAXPROCS(0), Progress: t.bar.update}
	t.facts.Get(ctx, "host", "") // so that also a report that is cut short names its machine
	rows := aud.Run(ctx, ch.profiles)
	t.bar.done()
	targets := t.describe(ctx)
	run := report.Run{
		ID: runID(started), Started: started.UTC(), Finished: a.now().UTC(), User: userName(), Root: os.Geteuid() == 0,
		Level: c.Int("level"), Kind: c.String("type"), Incomplete: cutShort(ctx),
		Notices: append(t.notices(ctx, ch.notes), review.Apply(rows, report.SubjectTarget(targets), a.now())...),
	}
	r := report.Build(report.Audited{
		Tool: report.Tool{Name: "scantling", Version: version()}, Run: run, Targets: targets,
		Profiles: ch.profiles, Rows: rows, Facts: report.Sources(t.facts.Sources()),
		Waivers: report.Waivers(review.Waivers, a.now()), Answers: report.Answers(review.Answers, a.now()),
	})
	if err := r.Compare(past); err != nil { // no reason to lose the audit
		r.Run.Notices = append(r.Run.Notices, "not compared with "+c.String("previous")+": "+err.Error())
	}
	return r, nil
}

func selected(c *cli.Context, in []*checks.Profile) ([]*checks.Profile, error) {
	sel := checks.Selection{Level: c.Int("level"), Kind: c.String("type"), IDs: c.StringSlice("only"), Section: c.StringSlice("section")}
	var out []*checks.Profile
	var last error
	for _, p := range in {
		if q, err := sel.Apply(p); err == nil {
			out = append(out, q)
		} else {
			last = err
		}
	}
	if len(out) == 0 {
		return nil, last
	}
	return out, nil
}

var errTimeout = errors.New("the time given by --timeout was used up")

// cutShort says why the run ended early; empty when it did not.
func cutShort(ctx context.Context) string {
	switch {
	case ctx.Err() == nil:
		return ""
	case errors.Is(context.Cause(ctx), errTimeout):
		return errTimeout.Error()
	}
	return "interrupted"
}

// judge turns the report into the exit code.
func (a *app) judge(c *cli.Context, r *report.Report) error {
	switch {
	case r.Run.Incomplete != "":
		return fmt.Errorf("the report is incomplete: %s", r.Run.Incomplete)
	case c.Bool("exit-zero"):
		return nil
	case r.Fails(c.String("fail-on")):
		return exit(exitFindings)
	case r.Score.Pass+r.Score.Fail+r.Score.Waived == 0, r.Score.Coverage() < c.Float64("min-coverage"):
		return exit(exitCoverage)
	}
	return nil
}

// runID orders runs by time and tells two runs of one second apart.
func runID(t time.Time) string { return t.UTC().Format("20060102T150405.000Z") }

func userName() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return fmt.Sprintf("uid %d", os.Getuid())
}

func noArguments(c *cli.Context) error {
	if c.NArg() > 0 {
		return fmt.Errorf("unexpected %q; flags go before other words, see scantling %s --help", strings.Join(c.Args().Slice(), " "), c.Command.Name)
	}
	return nil
}

// validFlags refuses what a typo would turn into another audit than was meant.
func validFlags(c *cli.Context) error {
	for name, allowed := range map[string][]string{
		"fail-on": checks.Severities, "color": {"auto", "always", "never"}, "type": {"", "server", "workstation"},
	} {
		if got := c.String(name); !slices.Contains(allowed, got) {
			return fmt.Errorf("--%s is one of %s, not %q", name, strings.Trim(strings.Join(allowed, ", "), ", "), got)
		}
	}
	if n := c.Float64("min-coverage"); n < 0 || n > 100 {
		return fmt.Errorf("--min-coverage is a percentage from 0 to 100, not %v", n)
	}
	if n := c.Int("level"); n < 0 {
		return fmt.Errorf("--level is a number from 1 to 3, not %d", n)
	}
	return nil
}
