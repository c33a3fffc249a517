package fix

import (
	"slices"
	"strings"

	"scantling/report"
)

// An Action is one thing to do, for one or several rows. Its kind says which of
// the fields it has: file, access, unit, package, run.
type Action struct {
	Kind       string
	Disruption string
	Rows       []*Row

	Path          string // file, access: free of links
	New           bool   // file: there is none yet
	Before, After []byte // file
	Perm          string // file: the mode of a new one
	Unread        string // file: why it could not be read; Block is then for people
	Block         []string

	Modes        []string // access: one after the other, as for chmod
	Owner, Group string

	Name, State string   // unit, package
	Argv        []string // run
	Live        bool     // run: it brings the running machine in line with the files
}

// order is the place of a kind among others of the same disruption. A file is
// written before the package that would bring it, which then leaves it as it is;
// commands come last.
func (a *Action) order() int {
	kind := a.Kind
	if kind == "package" {
		kind += " " + a.State
	}
	return slices.Index([]string{"file", "access", "package present", "unit", "package absent", "run"}, kind)
}

// subject is what the action is about, for sorting. Commands keep their order.
func (a *Action) subject() string {
	if a.Kind == "run" {
		return ""
	}
	return a.Path + a.Name
}

// Closes names the rows, by profile: "cis-debian-12 1.1.1.1, 1.1.1.2".
func (a *Action) Closes() string {
	var profiles []string
	ids := map[string][]string{}
	for _, r := range a.Rows {
		if ids[r.Profile] == nil {
			profiles = append(profiles, r.Profile)
		}
		ids[r.Profile] = append(ids[r.Profile], r.ID)
	}
	for i, p := range profiles {
		profiles[i] = report.Safe(p + " " + strings.Join(ids[p], ", "))
	}
	return strings.Join(profiles, "; ")
}

// Breaks is what may break, each text once with the rows that it is of. A row's
// is told with the first action for it.
func (a *Action) Breaks() []string {
	var texts []string
	rows := map[string][]string{}
	for _, r := range a.Rows {
		if r.first != a {
			continue // said where the row comes up first
		}
		if r.Impact == "" || strings.HasPrefix(r.Impact, "None") && len(r.Impact) < 60 {
			continue // nothing may break
		}
		if rows[r.Impact] == nil {
			texts = append(texts, r.Impact)
		}
		rows[r.Impact] = append(rows[r.Impact], report.Safe(r.ID))
	}
	for i, text := range texts {
		if len(rows[text]) < len(a.Rows) {
			texts[i] = strings.Join(rows[text], ", ") + ": " + report.Safe(text)
		} else {
			texts[i] = report.Safe(text)
		}
	}
	return texts
}

func (a *Action) forRow(r *Row) {
	if !slices.Contains(a.Rows, r) {
		a.Rows = append(a.Rows, r)
	}
}
