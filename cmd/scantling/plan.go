package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"scantling/checks"
	"scantling/checks/fact"
	"scantling/report"
)

func (a *app) planCommand() *cli.Command {
	return &cli.Command{
		Name:  "plan",
		Usage: "list what an audit would read, without reading it",
		Flags: append(append(targetFlags(), selectionFlags()...),
			&cli.BoolFlag{Name: "by-fact", Usage: "list the facts with the recommendations that ask for them"},
			&cli.BoolFlag{Name: "json", Usage: "as JSON"}),
		Action: a.plan,
	}
}

func (a *app) plan(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	t, err := a.open(c)
	if err != nil {
		return err
	}
	defer t.close()
	l, ch, err := a.pick(c, t, func(...string) {})
	if err != nil {
		return err
	}
	plan := (&checks.Auditor{Facts: t.facts, Files: l.Sources()}).Plan(ch.profiles)
	switch {
	case c.Bool("json"):
		enc := json.NewEncoder(a.out)
		enc.SetIndent("", "  ")
		return enc.Encode(plan)
	case c.Bool("by-fact"):
		a.planByFact(plan)
	default:
		a.planBySource(plan)
	}
	return nil
}

// planBySource is for whoever must allow the run: paths, API calls, kernel
// interfaces.
func (a *app) planBySource(plan []checks.Planned) {
	for _, s := range checks.PlannedSources(plan) {
		fmt.Fprintln(a.out, report.Safe(s))
	}
	var late []string
	for _, p := range plan {
		if p.Late {
			late = append(late, fmt.Sprintf("%s(%s)", p.Fact, p.Key))
		}
	}
	if len(late) > 0 {
		fmt.Fprintf(a.out, "\nOnly known at run time:\n  %s\n", strings.Join(late, "\n  "))
	}
	fmt.Fprintf(a.out, "\n%s, %s. No program is started, and an engine is only asked with GET and HEAD.\n",
		count(len(checks.PlannedSources(plan)), "source"), count(len(plan), "fact"))
}

func (a *app) planByFact(plan []checks.Planned) {
	for _, p := range plan {
		name := p.Fact
		if p.Key != "" {
			name = fmt.Sprintf("%s(%s)", p.Fact, quoteUnless(p.Late, p.Key))
		}
		fmt.Fprintf(a.out, "%s\n", name)
		for _, s := range p.Sources {
			fmt.Fprintf(a.out, "    reads  %s\n", s)
		}
		if p.Needs&fact.Root != 0 {
			fmt.Fprintln(a.out, "    needs  root, for all of it")
		}
		fmt.Fprintf(a.out, "    for    %s\n", strings.Join(p.Rows, " "))
	}
}

func quoteUnless(plain bool, s string) string {
	if plain {
		return s
	}
	return fmt.Sprintf("%q", s)
}
