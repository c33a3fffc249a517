package docker

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"scantling/checks/fact"
)

// ComponentFact is the stream component.
var ComponentFact = fact.NewMany("component",
	"Engine, containerd and runc, by GET /version, held against a table of known vulnerabilities that comes with Scantling.",
	fact.DockerAPI, readComponents).
	Reading(func(string) []string { return []string{"GET /version"} })

// ComponentState is one program that containers depend on.
type ComponentState struct {
	Name              string
	Version           string
	DistributionBuild bool     // built by a distribution, which carries fixes back under the same number
	Vulnerabilities   []string // ids whose fix is newer than the version
	FixedIn           string   // the nearest release without any of them; "" when there are none
	TableDate         string   // what became known later is not in the table
	Newest            string   // of the same branch while that gets fixes, else of all
	Supported         *bool    // the branch still gets fixes; null where the table does not know
}

func readComponents(d *Docker, ctx context.Context, _ fact.Want, emit func(fact.Object[ComponentState])) error {
	v, notes, err := d.version(ctx)
	if err != nil {
		return err
	}
	if err := notes.At("components", nil).Err; err != nil {
		return fmt.Errorf("GET /version: Components: %w", err)
	}
	t, err := componentTable()
	if err != nil {
		return err
	}
	for i, c := range v.Components {
		if c.Name == "Engine" || c.Name == "containerd" || c.Name == "runc" {
			n := &fact.Notes{}
			n.From(fmt.Sprintf("GET /version Components[%d]", i))
			s := t.judge(c, isDistribution(v, c), d.now(), n)
			emit(fact.Object[ComponentState]{Name: c.Name, Value: s, Notes: n})
		}
	}
	return nil
}

// judge holds one component against the table.
func (t table) judge(c Component, distribution bool, now time.Time, n *fact.Notes) ComponentState {
	s := ComponentState{Name: c.Name, Version: strings.TrimPrefix(c.Version, "v"), DistributionBuild: distribution, TableDate: t.date}
	source := "table of " + t.date
	for _, attr := range []string{"vulnerabilities", "fixed_in", "table_date", "newest", "supported"} {
		n.Origin(attr, source)
	}
	r, err := parseRelease(c.Version)
	if err == nil && distribution {
		err = errBackports
	}
	if err != nil {
		for _, attr := range []string{"vulnerabilities", "fixed_in", "supported"} {
			n.Unknown(attr, err)
		}
	}
	s.Newest, s.Supported = t.standing(c.Name, r, now)
	if err != nil {
		s.Supported = nil
		return s
	}
	holes := t.of(c.Name, r)
	for _, h := range holes {
		s.Vulnerabilities = append(s.Vulnerabilities, h.id)
	}
	slices.Sort(s.Vulnerabilities)
	if fix, ok := fixFor(holes, r); ok {
		s.FixedIn = fix.String()
	}
	return s
}

var errBackports = &fact.Unavailable{
	Why:    "a distribution build may carry backported fixes",
	Remedy: "compare the package with the distribution's security tracker",
}

// standing says what is newest for a release, and whether its branch gets
// fixes. A release that the table does not have yet is newest itself.
func (t table) standing(component string, r release, now time.Time) (newest string, supported *bool) {
	b, found, old := t.branch(component, r)
	day, err := time.Parse(time.DateOnly, b.until)
	dated := err == nil
	ended := old || b.until == "ended" || dated && !now.Before(day.AddDate(0, 0, 1))
	if ended || dated || b.until == "open" {
		gets := !ended
		supported = &gets
	}
	top := t.newest(component)
	if found && !ended && b.newest != nil {
		top = *b.newest
	}
	if r.compare(top) > 0 {
		top = r
	}
	return top.String(), supported
}

var (
	commitForm = regexp.MustCompile(`^(v?[0-9.]+(-rc\.?\d+)?-\d+-g)?[0-9a-f]{7,40}(-dirty|\.m)?$`)
	makers     = []string{"Docker Engine", "Docker Desktop", "Mirantis Container Runtime"}
)

// isDistribution tells builds of distributions: by what they add to the version
// or write for the commit, and by the platform that Docker's own builds name.
// Some add nothing to containerd and runc, so that these follow the engine.
func isDistribution(v Version, c Component) bool {
	if addsToVersion(c) || c.Name != "Engine" && !commitForm.MatchString(c.Details["GitCommit"]) {
		return true
	}
	return !slices.ContainsFunc(makers, func(m string) bool { return strings.HasPrefix(v.PlatformName, m) })
}

func addsToVersion(c Component) bool {
	r, err := parseRelease(c.Version)
	commit := c.Details["GitCommit"]
	return err == nil && r.suffix != "" || commit != "" && !commitForm.MatchString(commit)
}
