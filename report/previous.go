package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// Previous names the run that a report was compared with.
type Previous struct {
	RunID    string    `json:"run_id"`
	Finished time.Time `json:"finished"`
	SHA256   string    `json:"sha256"`          // of the bytes of its JSON
	Notes    []string  `json:"notes,omitempty"` // what differs between the runs besides the results
}

// A Past is what is kept of a previous run: enough to compare with it.
type Past struct {
	Previous
	targets  []Target
	profiles []Profile
	run      Run
	results  map[identity]past
}

// An identity tells a result across runs. Profiles share decisions, and so
// fingerprints.
type identity struct{ profile, fingerprint string }

// A past is a result's status then, and what it was about.
type past struct {
	id, control, target, subject string
	status                       string
}

// ReadPrevious reads the JSON of an earlier run for Compare, and hashes it.
func ReadPrevious(r io.Reader) (*Past, error) {
	hash := sha256.New()
	in := io.TeeReader(r, hash)
	old, err := ReadJSON(in)
	if err != nil {
		return nil, err
	}
	p := newPast(old)
	p.SHA256 = hex.EncodeToString(hash.Sum(nil))
	return p, nil
}

func newPast(old *Report) *Past {
	p := &Past{targets: old.Targets, profiles: old.Profiles, run: old.Run, results: make(map[identity]past, len(old.Results))}
	p.RunID, p.Finished = old.Run.ID, old.Run.Finished
	for i := range old.Results {
		res := &old.Results[i]
		key := res.identity()
		if was, ok := p.results[key]; !ok || worse(res.Status, was.status) {
			p.results[key] = past{res.ID, res.Control, res.Target, res.Subject, res.Status}
		}
	}
	return p
}

func (r *Result) identity() identity { return identity{r.Profile, r.Fingerprint} }

// worse reports which of two statuses speaks for results that share an identity,
// such as the containers of one compose service.
func worse(a, b string) bool { return rank(gravity, a) < rank(gravity, b) }

// gravity is the order in which a recommendation takes its status from its subjects.
var gravity = []string{Fail, Error, NotAssessed, Manual, Waived, Pass, NotApplicable}

// comparable says why two runs cannot be compared; nil when they can.
func (p *Past) comparable(r *Report) error {
	switch {
	case p.RunID == r.Run.ID:
		return fmt.Errorf("the previous report is of this very run, %s", r.Run.ID)
	case p.Finished.After(r.Run.Started):
		return fmt.Errorf("the previous run, %s, ended after this one began", p.RunID)
	case SubjectTarget(p.targets) != SubjectTarget(r.Targets): // fingerprints hold it
		return fmt.Errorf("the previous run was of %s, this one is of %s", targetNames(p.targets), targetNames(r.Targets))
	case !slices.ContainsFunc(r.Profiles, func(q Profile) bool { return p.profile(q.ID) != nil }):
		return fmt.Errorf("the previous run was held against %s, this one against %s", profileIDs(p.profiles), profileIDs(r.Profiles))
	}
	return nil
}

func (p *Past) profile(id string) *Profile {
	if i := slices.IndexFunc(p.profiles, func(q Profile) bool { return q.ID == id }); i >= 0 {
		return &p.profiles[i]
	}
	return nil
}

// notes say what else differs, so that nobody takes it for a change of the target.
func (p *Past) notes(r *Report) []string {
	var notes []string
	note := func(differs bool, format string, args ...any) {
		if differs {
			notes = append(notes, fmt.Sprintf(format, args...))
		}
	}
	note(targetNames(p.targets) != targetNames(r.Targets), "targets then: %s; now: %s", targetNames(p.targets), targetNames(r.Targets))
	note(profileIDs(p.profiles) != profileIDs(r.Profiles), "profiles then: %s; now: %s; only what both have is compared", profileIDs(p.profiles), profileIDs(r.Profiles))
	for _, now := range r.Profiles {
		if was := p.profile(now.ID); was != nil {
			note(was.Version != now.Version, "profile %s was version %s then, and is %s now", now.ID, was.Version, now.Version)
			note(was.SHA256 != now.SHA256, "profile %s or its controls have changed", now.ID)
		}
	}
	note(p.run.Level != r.Run.Level || p.run.Kind != r.Run.Kind, "selected then: %s; now: %s", p.run.selected(), r.Run.selected())
	note(p.run.Root != r.Run.Root, "then %s, now %s", p.run.who(), r.Run.who())
	note(p.run.Incomplete != "", "the previous run is incomplete: %s", p.run.Incomplete)
	return notes
}

func (r Run) selected() string {
	s := "every level"
	if r.Level > 0 {
		s = fmt.Sprintf("level %d", r.Level)
	}
	if r.Kind != "" {
		s += ", " + r.Kind
	}
	return s
}

func targetNames(ts []Target) string {
	return joinedBy(ts, func(t Target) string { return t.Kind + " " + t.Name })
}

func profileIDs(ps []Profile) string {
	return joinedBy(ps, func(p Profile) string { return p.ID })
}

// joinedBy lists the words of a list's elements.
func joinedBy[T any](list []T, word func(T) string) string {
	words := make([]string, len(list))
	for i, e := range list {
		words[i] = word(e)
	}
	if len(words) == 0 {
		return "nothing"
	}
	return strings.Join(words, ", ")
}
