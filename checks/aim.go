package checks

import (
	"path"
	"strings"
)

// An Aim says which results a person's decision is about. What it leaves out, it
// does not ask for.
type Aim struct {
	Profile string
	Row     string // the recommendation's number
	Control string
	Target  string // a shell pattern of the target's name
	Subject string // a shell pattern of the object's name

	Fingerprint string // of the one result, for an object whose name cannot be written
}

// aimAttributes are the attributes of every block that has an aim.
const aimAttributes = "profile recommendation control target subject fingerprint "

func (n *node) aim() Aim {
	return Aim{
		Profile: n.text("profile"), Row: n.text("recommendation"), Control: n.text("control"),
		Target: n.text("target"), Subject: n.text("subject"),
		Fingerprint: n.text("fingerprint"),
	}
}

// check refuses an aim at everything and patterns that are none.
func (a Aim) check(n *node, what string) {
	if a.Row == "" && a.Control == "" && a.Fingerprint == "" {
		n.add(problem(n.at, capital(what)+" for everything", "%s must name a recommendation or a control.", article(what)))
	}
	for name, pattern := range map[string]string{"target": a.Target, "subject": a.Subject} {
		if _, err := path.Match(pattern, ""); err != nil {
			n.add(problem(n.place(name), "Invalid "+name, "%q is no shell pattern: %s.", pattern, err))
		}
	}
}

func article(what string) string {
	if what == "answer" {
		return "An answer"
	}
	return "A " + what
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// at reports whether the aim is at a row, of a run over the named target.
func (a Aim) at(p *Profile, row *Row, target string) bool {
	return (a.Profile == "" || a.Profile == p.ID) && (a.Row == "" || a.Row == row.ID) &&
		(a.Control == "" || a.Control == row.Control.Name) && (a.Target == "" || glob(a.Target, target))
}

// Pattern is the shell pattern that fits a name and nothing else.
func Pattern(name string) string {
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(name)
}

// plainName is the one name that a pattern fits, where it fits but one.
func plainName(pattern string) (string, bool) {
	name := strings.NewReplacer(`\\`, `\`, `\*`, `*`, `\?`, `?`, `\[`, `[`).Replace(pattern)
	return name, Pattern(name) == pattern
}

// aimed finds the decision for a result among those aimed at its row: the first
// one given. A review may hold a decision for each of very many objects, so those
// that name their object are looked up.
type aimed struct {
	named    map[string]int // by name, the first
	prints   map[string]int // by fingerprint, the first
	patterns []int
	all      []Aim
	print    func(*Result) string
}

func aimedAt(p *Profile, row *Row, target string, all []Aim) *aimed {
	t := &aimed{named: map[string]int{}, prints: map[string]int{}, all: all, print: row.Fingerprints(target)}
	for i := range all {
		if all[i].at(p, row, target) {
			t.add(i)
		}
	}
	return t
}

func (t *aimed) add(i int) {
	a := &t.all[i]
	name, plain := plainName(a.Subject)
	switch {
	case a.Fingerprint != "":
		keepFirst(t.prints, a.Fingerprint, i)
	case plain && name != "":
		keepFirst(t.named, name, i)
	default:
		t.patterns = append(t.patterns, i)
	}
}

func keepFirst(m map[string]int, key string, i int) {
	if _, known := m[key]; !known {
		m[key] = i
	}
}

func (t *aimed) empty() bool { return len(t.named)+len(t.prints)+len(t.patterns) == 0 }

// first is the place of the decision in the list; false where there is none.
func (t *aimed) first(r *Result) (int, bool) {
	best := len(t.all)
	if i, found := t.named[r.Subject]; found {
		best = i
	}
	if len(t.prints) > 0 {
		if i, found := t.prints[t.print(r)]; found && (t.all[i].Subject == "" || glob(t.all[i].Subject, r.Subject)) {
			best = min(best, i)
		}
	}
	for _, i := range t.patterns {
		if i > best {
			break
		}
		if s := t.all[i].Subject; s == "" || glob(s, r.Subject) {
			return i, true
		}
	}
	return best, best < len(t.all)
}
