// Package fix makes a plan of what would close the failures of a run: one merged
// patch per file, modes, units, packages and commands, by what they disturb, and
// what is left to people. It reads files and changes nothing.
package fix

import (
	"slices"

	"scantling/checks"
	"scantling/checks/host/rootfs"
	"scantling/report"
)

// Root is where the plan reads the files that it patches.
type Root interface {
	Stat(name string) (rootfs.Info, error)
	ReadFile(name string) ([]byte, error)
}

// A Plan is what to do about the failures of one run.
type Plan struct {
	Target, Run, Made string // the machine, the run's id, the program with its version
	Unread            string // why files were not read; empty when they were
	Rows              []*Row
	Actions           []*Action // in the order of carrying out: by disruption, then by kind
	Clashes           []string  // where two rows want different things
}

// A Row is a recommendation that failed.
type Row struct {
	Profile, ID, Title, Severity, Disruption, Impact string

	Way   Way
	Why   string   // why the plan does not close it, or not by itself
	Hands []string // the remediation in words, once for each that differs, where people are needed
	More  int      // failures that were counted and not listed

	text  string // the remediation in words
	first *Action
	level int // the rank of the worst disruption among its actions
}

// Name is the row across profiles: cis-debian-12/1.1.1.1.
func (r *Row) Name() string { return r.Profile + "/" + r.ID }

// A Way is how a row is closed.
type Way int

// Ways, best first.
const (
	ByPatch   Way = iota // by changes of files, their modes and owners
	ByCommand            // programs have to run as well: packages, units, accounts
	ByHand               // people have to do it, or a part of it
)

// Make plans for the failures of a report. Files are read from root, or not at
// all, for the reason given.
func Make(r *report.Report, root Root, unread string) *Plan {
	p := &Plan{Run: r.Run.ID, Made: r.Tool.Name + " " + r.Tool.Version, Unread: unread}
	if len(r.Targets) > 0 {
		p.Target = r.Targets[0].Name
	}
	b := &builder{plan: p, root: root, files: map[string]*draft{}, byKey: map[string]*Action{}}
	results := map[[2]string][]*report.Result{}
	for i := range r.Results {
		if res := &r.Results[i]; res.Status == report.Fail {
			key := [2]string{res.Profile, res.ID}
			results[key] = append(results[key], res)
		}
	}
	for i := range r.Recommendations {
		if rec := &r.Recommendations[i]; rec.Status == report.Fail {
			b.row(rec, results[[2]string{rec.Profile, rec.ID}])
		}
	}
	b.finish()
	return p
}

// Count is the number of rows that are closed in a way.
func (p *Plan) Count(w Way) int {
	n := 0
	for _, r := range p.Rows {
		if r.Way == w {
			n++
		}
	}
	return n
}

// At are the actions of a disruption.
func (p *Plan) At(disruption string) []*Action {
	var out []*Action
	for _, a := range p.Actions {
		if a.Disruption == disruption {
			out = append(out, a)
		}
	}
	return out
}

// UpTo leaves out what disturbs more, and says so of its rows.
func (p *Plan) UpTo(disruption string) {
	most := rank(disruption)
	p.Actions = slices.DeleteFunc(p.Actions, func(a *Action) bool { return rank(a.Disruption) > most })
	for _, r := range p.Rows {
		if r.Way != ByHand && r.level > most {
			r.Way, r.Why, r.Hands = ByHand, "left out: it "+Disturbs(checks.Disruptions[r.level]), []string{r.text}
		}
	}
}

func rank(disruption string) int { return max(0, slices.Index(checks.Disruptions, disruption)) }

// Disturbs says in words what carrying out a disruption means.
func Disturbs(disruption string) string {
	switch disruption {
	case "reload":
		return "reloads a service"
	case "recreate":
		return "recreates containers"
	case "restart_daemon":
		return "restarts a service"
	case "reboot":
		return "needs a restart of the machine"
	}
	return "disturbs nothing that runs"
}
