package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"scantling/checks"
)

func (a *app) profileCommand() *cli.Command {
	return &cli.Command{
		Name:  "profile",
		Usage: "list, show and lint profiles",
		Subcommands: []*cli.Command{
			{Name: "list", Usage: "the profiles that come with the program", Action: a.profileList},
			{Name: "show", Usage: "a profile's recommendations", ArgsUsage: "ID|FILE", Action: a.profileShow},
			{Name: "lint", Usage: "check profiles of your own; reads no target", ArgsUsage: "FILE...", Action: a.profileLint},
		},
	}
}

func (a *app) profileList(c *cli.Context) error {
	l, err := a.loadAll(nil)
	if err != nil {
		return err
	}
	for _, id := range l.ProfileIDs() {
		p := l.Profiles[id]
		fmt.Fprintf(a.out, "%-18s %-9s %4d recommendations  %s\n", id, p.Version, len(p.Recommendations()), p.Title)
	}
	return nil
}

func (a *app) profileShow(c *cli.Context) error {
	if c.NArg() != 1 {
		return fmt.Errorf("show wants one profile, such as cis-docker")
	}
	t := &target{}
	l, ch, err := a.choose(c.Context, c.Args().Slice(), t, func() {})
	if err != nil {
		return err
	}
	if err := a.faults(l, l.Link(ch.profiles...)); err != nil {
		return err
	}
	aud := &checks.Auditor{Facts: descriptors(), Files: l.Sources()}
	for _, p := range ch.profiles {
		fmt.Fprintf(a.out, "%s %s  %s\n", p.ID, p.Version, p.Title)
		a.showSections(aud, p.Sections)
	}
	return nil
}

func (a *app) showSections(aud *checks.Auditor, in []*checks.Section) {
	for _, s := range in {
		fmt.Fprintf(a.out, "\n%s  %s\n", s.ID, s.Title)
		for _, r := range s.Recommendations {
			fmt.Fprintf(a.out, "  %-8s L%d %-8s %s\n", r.ID, r.Level(""), r.Control.Severity, aud.Words(r).Title)
		}
		a.showSections(aud, s.Sections)
	}
}

func (a *app) profileLint(c *cli.Context) error {
	if c.NArg() == 0 {
		return fmt.Errorf("lint wants a file or a folder")
	}
	l, err := a.load(c.Args().Slice())
	if err != nil {
		return err
	}
	fmt.Fprintf(a.out, "%s, %s: no errors\n", count(len(l.Controls), "control"), count(len(l.Profiles), "profile"))
	return nil
}
