package report

// waivers lists those that were given to the run, used or not.
func (b *book) waivers() {
	all := make([]*Waiver, len(b.Waivers))
	for i := range b.Waivers {
		all[i] = &b.Waivers[i]
	}
	listing(b, Sheet{Name: waiverSheet, none: "No waiver was given to this run.", Doc: "accepted failures: by whom, why, until when, and what they cover",
		lay: layout{frozen: 1, printed: 10, tab: "5B4300"}}, all, []field[*Waiver]{
		{Column{Title: "Waiver", width: 12, Key: true, Doc: "Its name.", Source: "waivers[].id"}, func(w *Waiver) value { return txt(w.ID) }},
		{Column{Title: "State", width: 12, Allowed: waiverStates(), Doc: "In force, expired when the run judged, or in force and covering nothing.", Source: "waivers[].state"},
			func(w *Waiver) value { return txt(Word(w.State)) }},
		{Column{Title: "Expires", width: 12, Doc: "Its last day, in UTC.", Source: "waivers[].expires"}, func(w *Waiver) value { return txt(w.Expires) }},
		{Column{Title: "Findings", width: 10, kind: wholeNumber, Doc: "How many results it covers.", Source: "waivers[].findings"},
			func(w *Waiver) value { return num(w.Findings) }},
		{Column{Title: "Profile", width: 14, Doc: "The benchmark it is for; empty: any.", Source: "waivers[].profile"}, func(w *Waiver) value { return txt(w.Profile) }},
		{Column{Title: "Number", width: 10, Doc: "The recommendation it is for.", Source: "waivers[].recommendation"}, func(w *Waiver) value { return txt(w.Recommendation) }},
		{Column{Title: "Control", width: 26, Doc: "The control it is for.", Source: "waivers[].control"}, func(w *Waiver) value { return txt(w.Control) }},
		{Column{Title: "Targets", width: 16, Doc: "A shell pattern for the targets it is for; empty: all.", Source: "waivers[].target"}, func(w *Waiver) value { return txt(w.Target) }},
		{Column{Title: "Objects", width: 20, Doc: "A shell pattern for the objects it is for; empty: all.", Source: "waivers[].subject"}, func(w *Waiver) value { return txt(w.Subject) }},
		{Column{Title: "Reason", width: 50, Doc: "Why the failure is accepted.", Source: "waivers[].reason"}, func(w *Waiver) value { return txt(w.Reason) }},
		{Column{Title: "Approver", width: 18, Doc: "Who accepted it.", Source: "waivers[].approver"}, func(w *Waiver) value { return txt(w.Approver) }},
		{Column{Title: "Disposition", width: 18, Doc: "What kind of decision it is, where that was said.", Source: "waivers[].disposition"}, func(w *Waiver) value { return txt(w.Disposition) }},
		{Column{Title: "Date", width: 12, Doc: "The day of the decision.", Source: "waivers[].date"}, func(w *Waiver) value { return txt(w.Date) }},
		{Column{Title: "Fingerprint", width: 19, Doc: "Of the one result it is for.", Source: "waivers[].fingerprint"}, func(w *Waiver) value { return txt(w.Fingerprint) }},
		{Column{Title: "Owner", width: 16, Doc: "Who owns the risk.", Source: "waivers[].owner"}, func(w *Waiver) value { return txt(w.Owner) }},
		{Column{Title: "Ticket", width: 14, Doc: "Where it is tracked.", Source: "waivers[].ticket"}, func(w *Waiver) value { return txt(w.Ticket) }},
	})
}

func waiverStates() []string {
	return []string{Word(WaiverInForce), Word(WaiverExpired), Word(WaiverUnused)}
}
