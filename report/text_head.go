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

// spoken are the details of a target that have words of their own, in the order
// to say them.
var spoken = []string{"root", "os", "kernel", "engine", "engine_version", "endpoint", "containers", "containers_running", "images"}

// describe says a target's name and details in one line.
func describe(t Target) string {
	d := t.Details
	parts := []string{t.Name, spaced("the root mounted at", d["root"]), d["os"], spaced("kernel", d["kernel"]), engineWords(d)}
	parts = append(parts, counts(d["containers"], "container"))
	if d["containers_running"] != d["containers"] {
		parts = append(parts, spaced(d["containers_running"], "running"))
	}
	parts = append(parts, counts(d["images"], "image"))
	for _, key := range slices.Sorted(maps.Keys(d)) {
		if !slices.Contains(spoken, key) && d[key] != "" {
			parts = append(parts, strings.ReplaceAll(key, "_", " ")+" "+d[key])
		}
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

func engineWords(d map[string]string) string {
	s := strings.TrimSpace(d["engine"] + " " + d["engine_version"])
	if e := d["endpoint"]; e != "" {
		s = strings.TrimSpace(s + " at " + e)
	}
	return s
}

// spaced joins two words, or is empty where one is missing.
func spaced(a, b string) string {
	if a == "" || b == "" {
		return ""
	}
	return a + " " + b
}

// counts is a number with its noun: 1 image, 2 images.
func counts(n, noun string) string {
	if n != "1" && n != "" {
		noun += "s"
	}
	return spaced(n, noun)
}
