package report

// answers lists what people had answered before the run, used or not.
func (b *book) answers() {
	all := make([]*Answer, len(b.Answers))
	for i := range b.Answers {
		all[i] = &b.Answers[i]
	}
	listing(b, Sheet{Name: answerSheet, none: "No answer was given to this run.", Doc: "answers of people to questions, given to the run: by whom, on what grounds, until when",
		lay: layout{frozen: 1, printed: 10, tab: "003A70"}}, all, []field[*Answer]{
		{Column{Title: "Name", width: 16, Key: true, Doc: "The answer's name in the file of the review.", Source: "answers[].id"}, func(a *Answer) value { return txt(a.ID) }},
		{Column{Title: "State", width: 12, Allowed: waiverStates(), Doc: "In force, expired when the run judged, or in force and fitting nothing.", Source: "answers[].state"},
			func(a *Answer) value { return txt(Word(a.State)) }},
		{Column{Title: "Expires", width: 12, Doc: "Its last day, in UTC.", Source: "answers[].expires"}, func(a *Answer) value { return txt(a.Expires) }},
		{Column{Title: "Results", width: 9, kind: wholeNumber, Doc: "How many results it gave the status.", Source: "answers[].results"},
			func(a *Answer) value { return num(a.Results) }},
		{Column{Title: "Verdict", width: 14, Allowed: []string{Pass, Fail, Word(NotApplicable)}, Doc: "The status that it gives.", Source: "answers[].verdict"},
			func(a *Answer) value { return txt(Word(a.Verdict)) }},
		{Column{Title: "Number", width: 10, Doc: "The recommendation it is for.", Source: "answers[].recommendation"}, func(a *Answer) value { return txt(a.Recommendation) }},
		{Column{Title: "Comment", width: 46, Doc: "What the assessor said.", Source: "answers[].comment"}, func(a *Answer) value { return txt(a.Comment) }},
		{Column{Title: "Grounds", width: 30, Doc: "Where the grounds are kept.", Source: "answers[].evidence"}, func(a *Answer) value { return txt(a.Evidence) }},
		{Column{Title: "Assessor", width: 16, Doc: "Who answered.", Source: "answers[].assessor"}, func(a *Answer) value { return txt(a.Assessor) }},
		{Column{Title: "Answered on", width: 12, Doc: "When.", Source: "answers[].date"}, func(a *Answer) value { return txt(a.Date) }},
		{Column{Title: "Profile", width: 14, Doc: "The benchmark it is for; empty: any.", Source: "answers[].profile"}, func(a *Answer) value { return txt(a.Profile) }},
		{Column{Title: "Control", width: 26, Doc: "The control it is for.", Source: "answers[].control"}, func(a *Answer) value { return txt(a.Control) }},
		{Column{Title: "Targets", width: 18, Doc: "A shell pattern for the targets it is for; empty: all.", Source: "answers[].target"}, func(a *Answer) value { return txt(a.Target) }},
		{Column{Title: "Objects", width: 18, Doc: "A shell pattern for the objects it is for; empty: all.", Source: "answers[].subject"}, func(a *Answer) value { return txt(a.Subject) }},
		{Column{Title: "Fingerprint", width: 19, kind: codeText, Doc: "The one result it is for; empty: any.", Source: "answers[].fingerprint"}, func(a *Answer) value { return txt(a.Fingerprint) }},
		{Column{Title: "Owner", width: 16, Doc: "Who has to act.", Source: "answers[].owner"}, func(a *Answer) value { return txt(a.Owner) }},
		{Column{Title: "Ticket", width: 14, Doc: "Where the work is tracked.", Source: "answers[].ticket"}, func(a *Answer) value { return txt(a.Ticket) }},
	})
}
