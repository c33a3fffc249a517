package report

// unknown writes what could not be judged, one row for each object.
func (b *book) unknown() error {
	l := b.look
	s, err := b.sheet(unknownSheet, []column{
		{"Status", 14, l.text}, {"Severity", 10, l.text}, {"Profile", 14, l.text}, {"Number", 10, l.link},
		{"Recommendation", 38, l.text}, {"Object", 24, l.text}, {"Reason", 48, l.text}, {"What would make it possible", 36, l.text},
		{"Level", 7, l.number}, {"Section", 9, l.text}, {"Target", 24, l.text}, {"Control", 28, l.text},
	}, layout{frozen: 4, printed: 8, header: true, filter: true, tab: "3A2E6B"})
	if err != nil {
		return err
	}
	err = s.results(b.resultRows(Error, NotAssessed), "Everything that was selected could be judged.", func(r resultRow) []any {
		return []any{
			Word(r.res.Status), r.rec.Severity, r.rec.Profile, r.rec.ID,
			r.rec.Title, object(r.res), r.res.Reason, r.res.Remedy,
			r.rec.Level, r.rec.Section, r.res.Target, r.rec.Control,
		}
	})
	if err != nil {
		return err
	}
	if err := s.paint(1, l.statuses); err != nil {
		return err
	}
	if err := s.paint(2, l.severities); err != nil {
		return err
	}
	return s.finish()
}

// facts writes the sources that were read, and what could not be.
func (b *book) facts() error {
	l := b.look
	s, err := b.sheet(factSheet, []column{
		{"Fact", 26, l.text}, {"Of what", 50, l.code}, {"Seconds", 10, l.seconds}, {"Objects", 10, l.number}, {"Could not be read", 70, l.text},
	}, layout{frozen: 1, header: true, filter: true, tab: "4A4A4A"})
	if err != nil {
		return err
	}
	for i, f := range b.Facts {
		if full, err := s.full(len(b.Facts) - i); full || err != nil {
			return err
		}
		var objects any
		if f.Objects > 0 {
			objects = f.Objects
		}
		if err := s.add(f.Name, Safe(f.Key), f.Seconds, objects, lines(f.Unknown)); err != nil {
			return err
		}
	}
	return s.finish()
}
