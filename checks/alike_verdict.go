package checks

import (
	"slices"

	"scantling/checks/fact"
)

// A verdict is a result that others may share, with the places that its evidence
// tells.
type verdict struct {
	Result
	origins string
}

// verdictAlike is d.verdict with its texts, taken once for all that is alike. A
// pass shares its evidence with the others, origins told in general; whatever else
// it is, it gets the origins of its own object.
func (d *decision) verdictAlike(s scope) *Result {
	v := d.alike.get(s, func() *verdict { return d.alike.shared(s, d.verdict(s)) })
	own := d.alike.untold(s)
	same := own == nil && s.comesFrom(v.origins, d.alike.paths) && !doubtful(v.Evidence)
	if v.Status == Pass && same {
		return &v.Result
	}
	r := v.Result
	switch r.Status {
	case Manual: // what is shown with the question belongs to this object alone
		r = d.questionAlike(s)
	case Fail:
		r.Evidence = s.relocate(r.Evidence, s.object.At, own)
	case Error, NotAssessed: // for reasons of its own
		r = undecided(s.relocate(r.Evidence, s.object.At, own))
	default:
		if !same {
			r.Evidence = s.relocate(r.Evidence, s.object.General, own)
		}
	}
	return d.worded(&r, s)
}

// doubtful reports whether evidence holds reasons why something is unknown.
func doubtful(ev []Evidence) bool {
	return slices.ContainsFunc(ev, func(e Evidence) bool {
		return slices.ContainsFunc(e.Reads, func(r Read) bool { return r.own && len(r.Errs) > 0 })
	})
}

// questionAlike is d.manual in the same way.
func (d *decision) questionAlike(s scope) Result {
	r := d.looks.get(s, func() *verdict { return d.looks.shared(s, d.manual(s)) }).Result
	r.Evidence = s.relocate(r.Evidence, s.object.At, d.looks.untold(s))
	return r
}

// shared is a result for others too.
func (a *alike[T]) shared(s scope, r Result) *verdict {
	r.Evidence = s.relocate(r.Evidence, s.object.General, nil)
	return &verdict{r, string(s.object.Origins(nil, a.paths))}
}

// untold are the attributes whose values an object may have for itself, though
// it is alike.
func (a *alike[T]) untold(s scope) []string {
	var own []string
	for _, p := range a.loose {
		if !s.object.Tells(p) {
			own = append(own, p.Dotted())
		}
	}
	return own
}

func (s scope) comesFrom(origins string, paths []fact.Path) bool {
	s.object.room = s.object.Origins(s.object.room[:0], paths)
	return string(s.object.room) == origins
}

// relocate gives evidence the origins that note tells for the object's
// attributes, its reasons why they are unknown, and the values of those that are
// the object's own.
func (s scope) relocate(ev []Evidence, note func(attr string) fact.Note, own []string) []Evidence {
	out := slices.Clone(ev)
	for i := range out {
		out[i].Reads = slices.Clone(out[i].Reads)
		for j := range out[i].Reads {
			r := &out[i].Reads[j]
			if !r.own {
				continue
			}
			n := note(r.attr)
			r.Origin, r.Remark = n.Origin, n.Remark
			if len(r.Errs) > 0 { // the object's own, then what evaluation found wrong
				gaps := s.object.Gaps(r.attr)
				r.Errs = slices.Concat(gaps, r.Errs[len(gaps):])
			}
			if slices.Contains(own, r.attr) {
				r.Value = s.object.show(r.attr)
			}
		}
	}
	return out
}
