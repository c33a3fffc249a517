package docker

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"time"
)

//go:embed fixed.csv
var fixedCSV string

//go:embed component_branches.csv
var branchesCSV string

// A hole is a published vulnerability of one component.
type hole struct {
	id, component string
	since         *release // older releases do not have it; nil when all have
	fixed         []release
}

// A branch is a line of releases, by major or by major and minor number.
type branch struct {
	component    string
	major, minor int // minor is -1 for all
	newest       *release
	until        string
}

type table struct {
	date     string
	holes    []hole
	branches []branch
}

// componentTable is what is known of releases, as of its date.
func componentTable() (table, error) {
	first, _, _ := strings.Cut(fixedCSV, "\n")
	t := table{date: strings.TrimPrefix(first, "# ")}
	if _, err := time.Parse(time.DateOnly, t.date); err != nil {
		return t, fmt.Errorf("fixed.csv: its first line: %w", err)
	}
	rows, err := csvRows(fixedCSV)
	if err != nil {
		return t, fmt.Errorf("fixed.csv: %w", err)
	}
	for _, r := range rows {
		h, err := parseHole(r)
		if err != nil {
			return t, fmt.Errorf("fixed.csv: %s: %w", r[0], err)
		}
		t.holes = append(t.holes, h)
	}
	if rows, err = csvRows(branchesCSV); err != nil {
		return t, fmt.Errorf("component_branches.csv: %w", err)
	}
	for _, r := range rows {
		b, err := parseBranch(r)
		if err != nil {
			return t, fmt.Errorf("component_branches.csv: %s %s: %w", r[0], r[1], err)
		}
		t.branches = append(t.branches, b)
	}
	return t, nil
}

// csvRows leaves out comments and the line of column names.
func csvRows(text string) ([][]string, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return rows[1:], nil
}

func parseHole(row []string) (hole, error) {
	h := hole{id: row[0], component: row[1]}
	if row[2] != "" {
		r, err := parseRelease(row[2])
		if err != nil {
			return h, err
		}
		h.since = &r
	}
	for _, word := range strings.Fields(row[3]) {
		r, err := parseRelease(word)
		if err != nil {
			return h, err
		}
		h.fixed = append(h.fixed, r)
	}
	slices.SortFunc(h.fixed, release.compare)
	if len(h.fixed) == 0 {
		return h, fmt.Errorf("no release closes it")
	}
	return h, nil
}

func parseBranch(row []string) (branch, error) {
	b := branch{component: row[0], minor: -1, until: row[3]}
	name := row[1]
	if !strings.Contains(name, ".") {
		name += ".0"
	} else {
		b.minor = 0
	}
	r, err := parseRelease(name)
	if err != nil {
		return b, err
	}
	b.major = r.major
	if b.minor == 0 {
		b.minor = r.minor
	}
	if row[2] != "" {
		newest, err := parseRelease(row[2])
		if err != nil {
			return b, err
		}
		b.newest = &newest
	}
	return b, nil
}

// in reports whether a release has the hole: it is closed from the first fixed
// release of its own branch on, and in every branch newer than all that are
// named. A branch between them that is not named got no fix.
func (h hole) in(r release) bool {
	if h.since != nil && r.compare(*h.since) < 0 {
		return false
	}
	for _, f := range h.fixed {
		if r.branchCompare(f) == 0 {
			return r.compare(f) < 0
		}
	}
	return r.branchCompare(h.fixed[len(h.fixed)-1]) < 0
}

// of are the holes that a release of a component has.
func (t table) of(component string, r release) []hole {
	return slices.DeleteFunc(slices.Clone(t.holes), func(h hole) bool { return h.component != component || !h.in(r) })
}

// fixFor is the nearest later release, of those that close something, that has
// none of the holes.
func fixFor(holes []hole, r release) (release, bool) {
	var candidates []release
	for _, h := range holes {
		candidates = append(candidates, h.fixed...)
	}
	slices.SortFunc(candidates, release.compare)
	for _, c := range candidates {
		if c.compare(r) > 0 && !slices.ContainsFunc(holes, func(h hole) bool { return h.in(c) }) {
			return c, true
		}
	}
	return release{}, false
}

// branch is the line that a release belongs to, and whether the table has it.
// A line older than all that the table has is told apart by old.
func (t table) branch(component string, r release) (b branch, found, old bool) {
	old = true
	for _, b := range t.branches {
		if b.component != component {
			continue
		}
		if b.major == r.major && (b.minor == r.minor || b.minor < 0) {
			return b, true, false
		}
		old = old && (r.major < b.major || r.major == b.major && r.minor < b.minor)
	}
	return branch{}, false, old
}

// newest is the newest release of the component that the table knows.
func (t table) newest(component string) (out release) {
	for _, b := range t.branches {
		if b.component == component && b.newest != nil && b.newest.compare(out) > 0 {
			out = *b.newest
		}
	}
	return out
}
