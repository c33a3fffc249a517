package report

import "cmp"

// changes lists what differs from the previous run; without one there is no such
// sheet.
func (b *book) changes() {
	if !b.compared() {
		return
	}
	recs := map[place]*Recommendation{}
	for i := range b.Recommendations {
		recs[b.Recommendations[i].place()] = &b.Recommendations[i]
	}
	of := func(c *Change) *Recommendation {
		if rec := recs[place{c.Profile, c.ID}]; rec != nil {
			return rec
		}
		return &Recommendation{ID: c.ID} // it is not part of this run
	}
	all := make([]*Change, len(b.Changed))
	for i := range b.Changed {
		all[i] = &b.Changed[i]
	}
	listing(b, Sheet{Name: changeSheet, none: "No status has changed since the previous run.", Doc: "what has changed since the previous run, result by result",
		lay: layout{frozen: 1, printed: 9, tab: "3A2E6B"}}, all, []field[*Change]{
		{Column{Title: "Change", width: 20, Allowed: []string{changeWord(NewFailure), changeWord(Fixed), changeWord(OtherChange), changeWord(GoneFailure)},
			Doc: "New failure: it fails and did not. Fixed: it failed and passes. Gone: it failed, and is not there or not listed now.", Source: "changed[].kind"},
			func(c *Change) value { return txt(changeWord(c.Kind)) }},
		{Column{Title: "Was", width: 14, Doc: "The status in the previous run; empty where it was not there.", Source: "changed[].was"}, func(c *Change) value { return txt(Word(c.Was)) }},
		{Column{Title: "Is", width: 14, Doc: "The status in this run; empty where it is not there.", Source: "changed[].is"}, func(c *Change) value { return txt(Word(c.Is)) }},
		{Column{Title: "Severity", width: 10, Doc: "How bad a failure is.", Source: "recommendations[].severity"}, func(c *Change) value { return txt(of(c).Severity) }},
		{Column{Title: "Profile", width: 14, Key: true, Doc: "The benchmark.", Source: "changed[].profile"}, func(c *Change) value { return txt(c.Profile) }},
		{Column{Title: "Number", width: 10, kind: linkText, Doc: "The recommendation; leads to its row.", Source: "changed[].id"}, func(c *Change) value { return b.toRow(of(c)) }},
		{Column{Title: "Recommendation", width: 40, Doc: "What is asked for.", Source: "recommendations[].title"}, func(c *Change) value { return txt(of(c).Title) }},
		{Column{Title: "Object", width: 26, Doc: "What it was held against.", Source: "changed[].subject, changed[].target"},
			func(c *Change) value { return txt(Safe(cmp.Or(c.Subject, c.Target))) }},
		{Column{Title: "Fingerprint", width: 19, kind: codeText, Key: true, Doc: "Tells the result across runs.", Source: "changed[].fingerprint"}, func(c *Change) value { return txt(c.Fingerprint) }},
	})
}

// changeWord is the kind of a change as people read it.
func changeWord(kind string) string {
	switch kind {
	case OtherChange:
		return "other change"
	case GoneFailure:
		return "failure gone"
	}
	return Word(kind)
}
