package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"scantling/checks"
	"scantling/report"
)

func (a *app) explainCommand() *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "a recommendation or control: why, how it is decided, how to mend it",
		UsageText: "scantling explain cis-docker/5.5\nscantling explain 5.5\nscantling explain container_not_privileged",
		ArgsUsage: "PROFILE/NUMBER | NUMBER | CONTROL",
		Flags:     []cli.Flag{&cli.StringSliceFlag{Name: "profile", Aliases: []string{"p"}, Usage: "also a profile of your own"}},
		Action:    a.explain,
	}
}

func (a *app) explain(c *cli.Context) error {
	if c.NArg() != 1 {
		return fmt.Errorf("explain wants one recommendation, such as cis-docker/5.5")
	}
	var own []string
	for _, n := range c.StringSlice("profile") {
		if isPath(n) {
			own = append(own, n)
		}
	}
	l, err := a.loadAll(own)
	if err != nil {
		return err
	}
	found := find(l, c.Args().First())
	if len(found) == 0 {
		return fmt.Errorf("nothing is called %q; scantling profile show cis-docker lists the numbers", c.Args().First())
	}
	for _, f := range found {
		if err := a.faults(l, l.Link(f.alone())); err != nil {
			return err
		}
	}
	aud := &checks.Auditor{Facts: descriptors(), Files: l.Sources()}
	for i, f := range found {
		if i > 0 {
			fmt.Fprintln(a.out)
		}
		a.explainRow(aud, f)
	}
	return nil
}

type place struct {
	profile *checks.Profile
	row     *checks.Recommendation
}

// alone is a profile of that row only.
func (p place) alone() *checks.Profile {
	return &checks.Profile{ID: p.profile.ID, Sections: []*checks.Section{{Recommendations: []*checks.Recommendation{p.row}}}}
}

// find takes profile/number, a number in any profile, or a control's name.
func find(l *checks.Library, name string) []place {
	profile, number, both := strings.Cut(name, "/")
	var out []place
	for _, id := range l.ProfileIDs() {
		p := l.Profiles[id]
		if both && id != profile {
			continue
		}
		for _, r := range p.Recommendations() {
			if both && r.ID == number || !both && (r.ID == name || r.ControlName == name) {
				out = append(out, place{p, r})
			}
		}
	}
	return out
}

func (a *app) explainRow(aud *checks.Auditor, f place) {
	p, r := f.profile, f.row
	w := aud.Words(r)
	fmt.Fprintf(a.out, "%s %s  %s\n", p.ID, r.ID, w.Title)
	fmt.Fprintf(a.out, "%s, %s, %s in the benchmark; control %s (%s)\n", r.Control.Severity, levels(r), r.Assessment, r.Control.Name, r.Control.Range)
	if m := mappings(r.Mappings); m != "" {
		fmt.Fprintf(a.out, "mapped to %s\n", m)
	}
	a.paragraph("Why", w.Rationale)
	a.block("Applies when", w.When)
	a.block("Decided by", w.Check)
	a.block("A person decides when", w.Ask)
	a.paragraph("Question", w.Question)
	a.paragraph("How to find out", w.Procedure)
	a.paragraph("How to mend it", w.Fix)
	a.block("What scantling fix does", strings.Join(w.Steps, "\n"))
	a.paragraph("What may break", w.Impact)
	a.paragraph("Takes effect", effects[r.Control.Fix.Disruption])
	a.block("Reads", strings.Join(checks.PlannedSources(aud.Plan([]*checks.Profile{f.alone()})), "\n"))
}

// levels says on which machines a row has which level.
func levels(r *checks.Recommendation) string {
	first := r.Level("")
	var out []string
	same := true
	for _, kind := range slices.Sorted(maps.Keys(r.Levels)) {
		same = same && r.Levels[kind] == first
		out = append(out, fmt.Sprintf("level %d on a %s", r.Levels[kind], kind))
	}
	if len(out) == 1 && r.Levels[""] == 0 {
		return out[0] + " only"
	}
	if same {
		return fmt.Sprintf("level %d", first)
	}
	return strings.Join(out, " and ")
}

// effects are the disruption words in full.
var effects = map[string]string{
	"none": "at once", "reload": "with a reload of the daemon", "recreate": "when the container is recreated",
	"restart_daemon": "with a restart of the daemon", "reboot": "with a reboot",
}

func mappings(m map[string][]string) string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(m)) {
		out = append(out, name+" "+strings.Join(m[name], ", "))
	}
	return strings.Join(out, "; ")
}

func (a *app) paragraph(title, text string) {
	if text != "" {
		a.block(title, strings.Join(report.Wrap(text, a.width-2), "\n"))
	}
}

func (a *app) block(title, text string) {
	if text != "" {
		fmt.Fprintf(a.out, "\n%s\n  %s\n", title, strings.ReplaceAll(text, "\n", "\n  "))
	}
}
