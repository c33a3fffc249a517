package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"scantling/checks"
)

// The kinds of a change.
const (
	NewFailure  = "new_failure"  // it fails, and did not
	Fixed       = "fixed"        // it failed, waived or not, and passes
	OtherChange = "other"        // any other change of status
	GoneFailure = "gone_failure" // it failed, and is not there or not listed any more
)

// Changes count what differs from the previous run, result by result.
type Changes struct {
	NewFailures  int `json:"new_failures"`
	Fixed        int `json:"fixed"`
	Other        int `json:"other"`
	Unchanged    int `json:"unchanged"`
	GoneFailures int `json:"gone_failures"`
	Appeared     int `json:"appeared"` // without a counterpart then, and no failure
	Gone         int `json:"gone"`     // without a counterpart now, and no failure then
}

// A Change is a result whose status differs. Was is empty for what was not there
// then, Is for what is not there now.
type Change struct {
	Kind        string `json:"kind"`
	Profile     string `json:"profile"`
	ID          string `json:"id"`
	Control     string `json:"control"`
	Target      string `json:"target"`
	Subject     string `json:"subject"`
	Fingerprint string `json:"fingerprint"`
	Was         string `json:"was"`
	Is          string `json:"is"`
}

// Compare says in the report what has changed since an earlier run; with none it
// leaves the report as it is. Runs of different targets or profiles cannot be
// compared.
func (r *Report) Compare(p *Past) error {
	if p == nil {
		return nil
	}
	if err := p.comparable(r); err != nil {
		return err
	}
	previous := p.Previous
	previous.Notes = p.notes(r)
	r.SchemaVersion, r.Run.Previous, r.Changes, r.Changed = SchemaVersion, &previous, &Changes{}, nil
	old := maps.Clone(p.results)
	for _, res := range r.worstOfEach() {
		if p.profile(res.Profile) != nil {
			r.compare(res, old)
		}
	}
	r.gone(old)
	place := func(kind string) int { return rank([]string{NewFailure, Fixed, OtherChange, GoneFailure}, kind) }
	slices.SortStableFunc(r.Changed, func(a, b Change) int { return place(a.Kind) - place(b.Kind) })
	return nil
}

// worstOfEach is the worst result of each identity, in the report's order.
func (r *Report) worstOfEach() []*Result {
	var out []*Result
	at := make(map[identity]int, len(r.Results))
	for i := range r.Results {
		res := &r.Results[i]
		known, ok := at[res.identity()]
		switch {
		case !ok:
			at[res.identity()] = len(out)
			out = append(out, res)
		case worse(res.Status, out[known].Status):
			out[known] = res
		}
	}
	return out
}

// compare counts one result and takes its counterpart from the old ones.
func (r *Report) compare(res *Result, old map[identity]past) {
	was, known := old[res.identity()]
	delete(old, res.identity())
	c := Change{Profile: res.Profile, ID: res.ID, Control: res.Control, Target: res.Target, Subject: res.Subject,
		Fingerprint: res.Fingerprint, Was: was.status, Is: res.Status}
	switch {
	case known && was.status == res.Status:
		r.Changes.Unchanged++
		return
	case res.Status == Fail:
		r.Changes.NewFailures++
		c.Kind = NewFailure
	case !known:
		r.Changes.Appeared++
		return
	case res.Status == Pass && (was.status == Fail || was.status == Waived):
		r.Changes.Fixed++
		c.Kind = Fixed
	default:
		r.Changes.Other++
		c.Kind = OtherChange
	}
	r.Changed = append(r.Changed, c)
}

// gone counts the old results that found no counterpart, of profiles that both
// runs have.
func (r *Report) gone(old map[identity]past) {
	var gone []Change
	for key, was := range old {
		switch {
		case !slices.ContainsFunc(r.Profiles, func(q Profile) bool { return q.ID == key.profile }):
		case was.status == Fail:
			gone = append(gone, Change{Kind: GoneFailure, Profile: key.profile, ID: was.id, Control: was.control, Target: was.target,
				Subject: was.subject, Fingerprint: key.fingerprint, Was: was.status})
		default:
			r.Changes.Gone++
		}
	}
	r.Changes.GoneFailures = len(gone)
	slices.SortFunc(gone, func(a, b Change) int {
		if n := checks.CompareIDs(a.ID, b.ID); n != 0 {
			return n
		}
		return strings.Compare(a.Subject+"\x00"+a.Profile+a.Fingerprint, b.Subject+"\x00"+b.Profile+b.Fingerprint)
	})
	r.Changed = append(r.Changed, gone...)
}

// compared reports whether the report says what has changed since an earlier run.
func (r *Report) compared() bool { return r.Changes != nil && r.Run.Previous != nil }

// changesLine says the changes in a line.
func (r *Report) changesLine() string {
	c := r.Changes
	s := fmt.Sprintf("since run %s: %s, %d fixed, %s, %d unchanged", r.Run.Previous.RunID,
		plural(c.NewFailures, "new failure", "new failures"), c.Fixed, plural(c.Other, "other change", "other changes"), c.Unchanged)
	if c.GoneFailures > 0 {
		s += fmt.Sprintf(", %s not there any more", plural(c.GoneFailures, "failure", "failures"))
	}
	if n := len(r.Run.Previous.Notes); n > 0 {
		s += " (" + strings.Join(r.Run.Previous.Notes, "; ") + ")"
	}
	return s
}
