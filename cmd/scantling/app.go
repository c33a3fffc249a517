package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"
)

// An app is the program with the world it talks to, so that tests can run it
// in their own process.
type app struct {
	in             io.Reader
	out, err       io.Writer
	env            func(string) string
	now            func() time.Time
	outTTY, errTTY bool
	width          int
}

// Exit codes, for every command that judges.
const (
	exitCompliant = 0
	exitFault     = 1 // usage, profile, target, report not written
	exitFindings  = 2 // an unwaived failure at or above --fail-on
	exitCoverage  = 3 // nothing assessed, or coverage below --min-coverage
)

// An exit carries the code of a run that worked and found something.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit %d", int(e)) }

// run is main without the process around it.
func (a *app) run(args []string) int {
	if last := len(args) - 1; last > 0 && args[last] == completeFlag {
		a.complete(args[1:last])
		return exitCompliant
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends a run that does not end itself
	err := a.cli().RunContext(ctx, args)
	var code exit
	switch {
	case err == nil:
		return exitCompliant
	case errors.As(err, &code):
		return int(code)
	}
	if msg := err.Error(); msg != "" {
		fmt.Fprintln(a.err, "scantling:", msg)
	}
	return exitFault
}

func (a *app) cli() *cli.App {
	c := &cli.App{
		Name:                   "scantling",
		Usage:                  "audit this host, its Docker engine and its containers",
		UsageText:              "scantling audit                         what there is, worst first\nscantling audit -o xlsx=audit.xlsx      and a workbook for the auditor\nscantling explain cis-docker/5.5        why, how it is decided, how to mend it\nsudo scantling audit                    with everything that only root can see",
		Version:                version(),
		Writer:                 a.out,
		ErrWriter:              a.err,
		Reader:                 a.in,
		Suggest:                true,
		UseShortOptionHandling: true,
		ExitErrHandler:         func(*cli.Context, error) {},
		OnUsageError:           usage,
		CommandNotFound:        nil,
		Commands: []*cli.Command{
			a.auditCommand(), a.planCommand(), a.explainCommand(), a.factsCommand(),
			a.profileCommand(), a.convertCommand(), a.verifyCommand(), a.fixCommand(), a.reviewCommand(), a.versionCommand(), a.completionCommand(),
		},
	}
	c.Action = func(ctx *cli.Context) error {
		if name := ctx.Args().First(); name != "" {
			return fmt.Errorf("there is no command %q; see scantling --help%s", name, nearest(name, c.Commands))
		}
		return cli.ShowAppHelp(ctx)
	}
	for _, cmd := range c.Commands {
		onUsageError(cmd)
	}
	return c
}

func onUsageError(cmd *cli.Command) {
	cmd.OnUsageError = usage
	for _, sub := range cmd.Subcommands {
		onUsageError(sub)
	}
}

// usage says what is wrong with the words of a call, and where to look.
func usage(c *cli.Context, err error, _ bool) error {
	return fmt.Errorf("%w; see %s --help", err, c.Command.HelpName)
}

// nearest is the command that was probably meant, as an end of the sentence.
func nearest(name string, commands []*cli.Command) string {
	if s := cli.SuggestCommand(commands, name); s != "" {
		return ". " + strings.TrimSuffix(s, "?") + "?"
	}
	return ""
}
