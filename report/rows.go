package report

import "slices"

// place is where a recommendation stands: its profile and its number there.
type place struct{ profile, id string }

func (r *Recommendation) place() place { return place{r.Profile, r.ID} }

// An index finds the results of a recommendation.
type index map[place][]*Result

func indexed(r *Report) index {
	ix := index{}
	for i := range r.Results {
		res := &r.Results[i]
		at := place{res.Profile, res.ID}
		ix[at] = append(ix[at], res)
	}
	return ix
}

// with returns a recommendation's results that have one of the statuses.
func (ix index) with(rec *Recommendation, statuses ...string) []*Result {
	var out []*Result
	for _, res := range ix[rec.place()] {
		if slices.Contains(statuses, res.Status) {
			out = append(out, res)
		}
	}
	return out
}

// shown does the same and, where the recommendation has such a status yet no
// such result, makes one of the recommendation, so that no report leaves it out.
func (ix index) shown(rec *Recommendation, statuses ...string) []*Result {
	out := ix.with(rec, statuses...)
	if len(out) == 0 && slices.Contains(statuses, rec.Status) {
		out = []*Result{{Profile: rec.Profile, ID: rec.ID, Control: rec.Control, Status: rec.Status,
			Reason: rec.Reason, Remediation: rec.Remediation}}
	}
	return out
}

// having returns the recommendations with a status, in the report's order.
func (r *Report) having(status string) []*Recommendation {
	var out []*Recommendation
	for i := range r.Recommendations {
		if r.Recommendations[i].Status == status {
			out = append(out, &r.Recommendations[i])
		}
	}
	return out
}

// number is a recommendation's number, with its profile where there are several.
func (r *Report) number(rec *Recommendation) string {
	if len(r.Profiles) > 1 {
		return rec.Profile + "/" + rec.ID
	}
	return rec.ID
}

// subject names a result's object, and its target where another of the kind was
// audited too.
func (r *Report) subject(res *Result) string {
	if !r.alike(res.Target) {
		return res.Subject
	}
	if res.Subject == "" {
		return res.Target
	}
	return res.Target + ": " + res.Subject
}

// alike reports whether another target is of the same kind as the named one.
func (r *Report) alike(target string) bool {
	kind := func(t Target) bool { return t.Name == target }
	i := slices.IndexFunc(r.Targets, kind)
	return i >= 0 && slices.ContainsFunc(r.Targets, func(t Target) bool {
		return t.Kind == r.Targets[i].Kind && t.Name != target
	})
}
