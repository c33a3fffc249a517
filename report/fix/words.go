package fix

import (
	"fmt"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"scantling/report"
)

// headings are those of the groups of actions.
var headings = map[string]string{
	"none":           "At once: nothing that runs is disturbed",
	"reload":         "With a reload of services",
	"recreate":       "With containers recreated",
	"restart_daemon": "With a restart of services",
	"reboot":         "With a restart of the machine",
}

// summary says what the plan achieves.
func (p *Plan) summary() string {
	patch, command, hand := p.Count(ByPatch), p.Count(ByCommand), p.Count(ByHand)
	return fmt.Sprintf("%s: %d %s by patches of files, %d %s programs to run as well, %d %s people.",
		plural(len(p.Rows), "failed row", "failed rows"), patch, verb(patch, "closes", "close"),
		command, verb(command, "needs", "need"), hand, verb(hand, "needs", "need"))
}

func verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

func plural(n int, one, many string) string { return fmt.Sprintf("%d %s", n, verb(n, one, many)) }

// title says what an action does, in one line of safe text.
func (a *Action) title() string {
	switch {
	case a.Kind == "file" && a.Unread != "":
		return "edit " + report.Safe(a.Path)
	case a.Kind == "file" && a.New:
		return "write " + report.Safe(a.Path) + " (new)"
	case a.Kind == "file":
		return "patch " + report.Safe(a.Path)
	case a.Kind == "access":
		return strings.Join(a.accessWords(), " and ") + " " + report.Safe(a.Path)
	case a.Kind == "unit":
		return "have the unit " + report.Safe(a.Name) + " " + a.State
	case a.Kind == "package" && a.State == "absent":
		return "remove the package " + report.Safe(a.Name)
	case a.Kind == "package":
		return "install the package " + report.Safe(a.Name)
	}
	return "run " + report.Safe(quoteAll(a.Argv))
}

func (a *Action) accessWords() []string {
	var out []string
	if a.Owner != "" || a.Group != "" {
		out = append(out, "chown "+report.Safe(a.ownership()))
	}
	if len(a.Modes) > 0 {
		out = append(out, "chmod "+report.Safe(strings.Join(a.Modes, ",")))
	}
	return out
}

func (a *Action) ownership() string {
	if a.Group == "" {
		return a.Owner
	}
	return a.Owner + ":" + a.Group
}

// Diff is the patch of a file, as diff -u writes it, every line safe to show.
func (a *Action) Diff() []string {
	if a.Kind != "file" {
		return nil
	}
	if a.Unread != "" {
		out := []string{"not read: " + report.Safe(a.Unread)}
		for _, line := range a.Block {
			out = append(out, "+"+report.Safe(line))
		}
		return out
	}
	old := a.Path
	if a.New {
		old = "/dev/null"
	}
	text := string(diff.Diff(old, a.Before, a.Path, a.After))
	var out []string
	for i, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if i > 0 { // the first repeats the names
			out = append(out, report.SafeLines(line))
		}
	}
	return out
}

// needs are the rows that need people.
func (p *Plan) needs() []*Row {
	var out []*Row
	for _, r := range p.Rows {
		if r.Way == ByHand {
			out = append(out, r)
		}
	}
	return out
}
