package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// headLabel is the width of the labels before targets, profiles and notices.
const headLabel = 9

// head says what was audited, by whom, and against what.
func (p *page) head() {
	for _, t := range p.Targets {
		p.labelled(0, Safe(t.Kind), headLabel, describe(t))
	}
	p.labelled(0, "as", headLabel, p.Run.who())
	for _, prof := range p.Profiles {
		p.labelled(0, "profile", headLabel, p.Run.applied(prof))
	}
	for _, n := range p.warnings() {
		p.labelled(0, "note", headLabel, n)
	}
	p.line("")
}

// warnings are what a reader must know before the score.
func (r *Report) warnings() []string {
	if r.Run.Incomplete == "" {
		return r.Run.Notices
	}
	return append([]string{"the audit is incomplete: " + r.Run.Incomplete}, r.Run.Notices...)
}

func (r Run) who() string {
	if r.Root {
		return "user " + r.User + ", with root's rights"
	}
	return "user " + r.User + ", not root"
}

func (r Run) applied(p Profile) string {
	s := strings.TrimSpace(p.ID + " " + p.Version)
	if r.Level > 0 {
		s += fmt.Sprintf(", level %d", r.Level)
	}
	if r.Kind != "" {
		s += ", " + r.Kind
	}
	if p.Title != "" {
		s += " (" + p.Title + ")"
	}
	return s
}

// spoken are the details of a target that need no name, in the order to say them.
var spoken = []string{"os", "engine", "version", "kernel", "containers", "images"}

// describe says a target's name and details in one line.
func describe(t Target) string {
	parts := []string{t.Name}
	for _, key := range spoken {
		if v := t.Details[key]; v != "" {
			parts = append(parts, detail(key, v))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(t.Details)) {
		if v := t.Details[key]; v != "" && !slices.Contains(spoken, key) {
			parts = append(parts, strings.ReplaceAll(key, "_", " ")+" "+v)
		}
	}
	return strings.Join(parts, ", ")
}

func detail(key, value string) string {
	switch key {
	case "kernel", "version":
		return key + " " + value
	case "containers", "images":
		if value == "1" {
			key = strings.TrimSuffix(key, "s")
		}
		return value + " " + key
	}
	return value
}
