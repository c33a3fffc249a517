package report

// unknown lists what could not be judged, one row for each object.
func (b *book) unknown() {
	verdict, more := b.verdict(), b.particulars()
	named := func(title string) field[*resultRow] {
		for _, f := range append(verdict, more...) {
			if f.Title == title {
				return f
			}
		}
		panic("no column " + title)
	}
	var fields []field[*resultRow]
	for _, title := range []string{"Status", "Severity", "Profile", "Number", "Recommendation", "Object", "Reason",
		"What would make it possible", "Level", "Section", "Target", "Control", "Where it comes from"} {
		fields = append(fields, named(title))
	}
	fields[6].width, fields[7].width = 48, 36
	fields = append(fields, field[*resultRow]{Column{Title: "Finding", width: 21, kind: linkText, Key: true,
		Doc: "The row on Findings.", Source: "results[].fingerprint"},
		func(r *resultRow) value { return leading(r.id(), b.where(findingSheet, int(r.at))) }})
	listing(b, Sheet{Name: unknownSheet, none: "Everything that was selected could be judged.",
		Doc: "what could not be judged or went wrong, why, and what would make it possible",
		lay: layout{frozen: 4, printed: 8, tab: "3A2E6B"}}, b.unknowns, fields)
}

// facts lists the sources that were read, and what could not be.
func (b *book) facts() {
	all := make([]*Fact, len(b.Facts))
	for i := range b.Facts {
		all[i] = &b.Facts[i]
	}
	listing(b, Sheet{Name: factSheet, none: "Nothing was read.", Doc: "the sources that were read",
		lay: layout{frozen: 1, tab: "4A4A4A"}}, all, []field[*Fact]{
		{Column{Title: "Fact", width: 26, Key: true, Doc: "What was asked; scantling facts explains each.", Source: "facts[].name"},
			func(f *Fact) value { return txt(f.Name) }},
		{Column{Title: "Of what", width: 50, kind: codeText, Key: true, Doc: "The file, setting or object that it was asked of.", Source: "facts[].key"},
			func(f *Fact) value { return txt(Safe(f.Key)) }},
		{Column{Title: "Seconds", width: 10, kind: secondsNumber, Doc: "How long the answer took.", Source: "facts[].seconds"},
			func(f *Fact) value { return decimal(f.Seconds) }},
		{Column{Title: "Objects", width: 10, kind: wholeNumber, Doc: "How many there are, of a kind of object.", Source: "facts[].objects"},
			func(f *Fact) value { return some(f.Objects) }},
		{Column{Title: "Could not be read", width: 70, Doc: "What stayed unknown, and why.", Source: "facts[].unknown"},
			func(f *Fact) value { return txt(lines(f.Unknown)) }},
	})
}
