package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"scantling/checks"
	"scantling/checks/docker"
	"scantling/checks/fact"
	"scantling/checks/host"
	"scantling/report"
)

func (a *app) factsCommand() *cli.Command {
	return &cli.Command{
		Name:      "facts",
		Usage:     "what can be asked; and the values, with their origins, on this target",
		UsageText: "scantling facts                       every fact, its kind and its attributes\nscantling facts docker.daemon         the values here\nscantling facts file /etc/passwd      a fact with a key\nscantling facts container web         one object of a stream",
		ArgsUsage: "[NAME [KEY]]",
		Flags:     append(targetFlags(), &cli.BoolFlag{Name: "types", Usage: "list the attributes with their types instead of values"}),
		Action:    a.showFacts,
	}
}

func (a *app) showFacts(c *cli.Context) error {
	name, key := c.Args().Get(0), c.Args().Get(1)
	set := descriptors()
	if name == "" {
		a.listFacts(set)
		return nil
	}
	f, ok := set.Find(name)
	switch {
	case !ok:
		return fmt.Errorf("there is no fact %q; scantling facts lists them", name)
	case c.Bool("types"):
		a.listTypes(f)
		return nil
	case f.Kind == fact.Keyed && key == "":
		return fmt.Errorf("%s is a function of a %s: scantling facts %s %s", name, f.Key, name, exampleKey(f.Key))
	}
	t, err := a.open(c)
	if err != nil {
		return err
	}
	defer t.close()
	if f.Kind == fact.Many {
		return a.showStream(c, t, f, key)
	}
	return a.showReading(t.facts.Get(c.Context, name, key))
}

func exampleKey(kind string) string {
	switch kind {
	case "path":
		return "/etc/passwd"
	case "port":
		return "2375"
	}
	return "NAME"
}

// listFacts goes by subject; the name, its key and what it is are found in the set.
func (a *app) listFacts(set *fact.Set) {
	for _, g := range slices.Concat(docker.FactGroups, host.FactGroups) {
		fmt.Fprintln(a.out, g.Title)
		for _, f := range g.Facts {
			f, _ = set.Find(f.Name)
			name := f.Name
			if f.Kind == fact.Keyed {
				name = fmt.Sprintf("%s(%s)", f.Name, f.Key)
			}
			lines := report.Wrap(f.Doc, max(a.width-factColumn-4, 30))
			fmt.Fprintf(a.out, "  %-*s  %s\n", factColumn, name, strings.Join(lines, "\n"+strings.Repeat(" ", factColumn+4)))
		}
		fmt.Fprintln(a.out)
	}
	fmt.Fprintln(a.out, "A fact with brackets is asked about one thing; docker's containers, images and so on are read one by one.")
	fmt.Fprintln(a.out, "scantling facts --types NAME lists a fact's attributes; scantling facts NAME [KEY] reads it.")
}

// factColumn holds most names.
const factColumn = 26

func (a *app) listTypes(f fact.Fact) {
	fmt.Fprintf(a.out, "%s: %s\n", f.Name, f.Doc)
	for _, attr := range checks.Attributes(f) {
		fmt.Fprintf(a.out, "  %-50s %s\n", attr.Path, attr.Value)
	}
}

// showStream prints one object, or all, in the order in which they come.
func (a *app) showStream(c *cli.Context, t *target, f fact.Fact, key string) error {
	var found []fact.Reading
	all := func(string) bool { return true }
	lock := make(chan struct{}, 1)
	err := t.facts.Each(c.Context, f.Name, all, func(r fact.Reading) {
		lock <- struct{}{}
		if key == "" || r.Key == key {
			found = append(found, r)
		}
		<-lock
	})
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("there is no %s%s", f.Name, named(key))
	}
	for _, r := range byKey(found) {
		fmt.Fprintf(a.out, "%s %s\n", f.Name, report.Safe(r.Key))
		if err := a.showReading(r); err != nil {
			return err
		}
	}
	return err
}

func (a *app) showReading(r fact.Reading) error {
	for _, l := range checks.Show(r) {
		path := cmp.Or(l.Path, r.Fact.Name) // the whole is unknown
		fmt.Fprintf(a.out, "  %s = %s\n", report.Safe(path), report.Safe(l.Value))
		a.indented("from ", l.Origin)
		a.indented("note ", l.Remark)
		a.indented("why  ", l.Why())
	}
	return nil
}

func (a *app) indented(word, text string) {
	if text != "" {
		fmt.Fprintf(a.out, "      %s%s\n", word, report.Safe(text))
	}
}

func named(key string) string {
	if key == "" {
		return ""
	}
	return fmt.Sprintf(" named %q", key)
}
