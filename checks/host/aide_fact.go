package host

import (
	"context"
	"strings"

	"scantling/checks/fact"
)

// AideFact is `aide`, AideRuleFact is `aide_rule(path)`.
var (
	AideFact = fact.NewOne("aide",
		"AIDE's configuration file, its database, and the jobs of cron that run it.", fact.Files, readAideFact).
		Reading(func(string) []string { return append(aidePlan(""), jobFiles...) })
	AideRuleFact = fact.NewKeyed("aide_rule", "path",
		"What AIDE notices about a regular file: the rule of aide.conf that applies to it. Programs that add rules are not run.",
		fact.Files, readAideRule).Reading(aidePlan)
)

func aidePlan(string) []string {
	return []string{"/etc/aide/aide.conf", "/etc/aide.conf", "the files that aide.conf includes"}
}

// Aide is what is set up.
type Aide struct {
	Exists         bool    // a configuration file
	Config         *string // its path
	Database       *string // the file to compare with; null where the configuration names none
	DatabaseExists bool
	Jobs           []string // lines of cron that run a check: file:line
	Programs       []string // which add rules when AIDE runs
}

// An AideRule is the rule that applies to a file.
type AideRule struct {
	Path       string
	Exists     bool // a configuration file
	Selected   bool
	Rule       *string
	Attributes []string // sorted: acl, b, g, ...
}

func readAideFact(h *Host, ctx context.Context, n *fact.Notes) (out Aide, err error) {
	n.Origin("jobs", "/etc/crontab, /etc/cron.*, root's crontab")
	if out.Jobs, err = h.aideJobs(); err != nil {
		n.Unknown("jobs", err)
	}
	c, confErr := h.aide.get(ctx, h.readAide)
	n.From(or(c.file, "no aide.conf"))
	noteUnknown(n, confErr, "database", "database_exists", "programs")
	if confErr != nil && c.file == "" {
		noteUnknown(n, confErr, "exists", "config")
		return out, nil
	}
	if out.Exists = c.file != ""; !out.Exists {
		return out, ctx.Err()
	}
	out.Config, out.Programs = &c.file, c.programs
	for _, option := range []string{"database", "database_in"} { // the old name and the new
		if url, ok := c.options[option]; ok {
			file := strings.TrimPrefix(url, "file:")
			out.Database = &file
			n.Origin("database", c.origins[option])
		}
	}
	if out.Database != nil && confErr == nil {
		n.Origin("database_exists", "stat "+*out.Database)
		_, err := h.root.Stat(*out.Database)
		if out.DatabaseExists = err == nil; err != nil && !isAbsent(err) {
			n.Unknown("database_exists", err)
		}
	}
	return out, ctx.Err()
}

func readAideRule(h *Host, ctx context.Context, file string, n *fact.Notes) (AideRule, error) {
	out := AideRule{Path: file}
	if err := absolute(file); err != nil {
		return out, err
	}
	c, err := h.aide.get(ctx, h.readAide)
	n.From(or(c.file, "no aide.conf"))
	if err != nil {
		return out, err
	}
	if out.Exists = c.file != ""; !out.Exists {
		return out, nil
	}
	r, err := c.choose(file)
	switch {
	case err != nil:
		noteUnknown(n, err, "selected", "rule", "attributes")
	case r != nil:
		n.From(r.origin)
		out.Selected, out.Rule, out.Attributes = true, &r.text, r.attributes.names()
		if len(c.programs) > 0 {
			n.Remark("attributes", "programs such as "+c.programs[0]+" add rules when AIDE runs; they are not run here")
		}
	}
	return out, ctx.Err()
}
