package report

import (
	"cmp"
	"fmt"
	"slices"
)

// words says the score with what it is made of.
func (c *canvas) words() error {
	s, l := c.b.Score, c.b.look
	if err := c.wide(l.title, "Summary"); err != nil {
		return err
	}
	if err := c.wide(l.score, capital(scoreLine(c.b.Report))); err != nil {
		return err
	}
	text := fmt.Sprintf("%d of %d recommendations were decided by a fact: %d passed and %d failed.", s.Pass+s.Fail, s.Total(), s.Pass, s.Fail)
	if s.Low != nil && s.Error+s.NotAssessed > 0 {
		text += fmt.Sprintf(" %d more could not be judged: had all of them failed, the score would be %s; had all passed, %s.",
			s.Error+s.NotAssessed, Percent(s.Low), Percent(s.High))
	}
	if s.Waived > 0 {
		text += fmt.Sprintf(" Waived: %d; counted as failures they make it %s.", s.Waived, Percent(s.Raw))
	}
	if err := c.wide(l.note, text); err != nil {
		return err
	}
	c.row++
	if err := c.add(styled{style: l.strong, value: "Score, % of assessed"}, tenths(s.Percent)); err != nil {
		return err
	}
	return c.b.name("score", summarySheet, fmt.Sprintf("$B$%d", c.row))
}

// recount sets the counts of the scan beside counts of the cells as they are: who
// deletes or edits a row sees it here. The formulas hold no text but statuses.
func (c *canvas) recount() error {
	l := c.b.look
	if err := c.heading("Counted at the scan, and now"); err != nil {
		return err
	}
	titles := []string{"Recommendations", "", "", ""}
	if err := c.header(append(titles, summaryColumns()[4:]...)...); err != nil {
		return err
	}
	first := []any{"At the scan", nil, nil, nil}
	now := []any{"Counted now on Recommendations", nil, nil, nil}
	for _, status := range Statuses() {
		n := c.b.Score.Of(status)
		first = append(first, styled{style: l.count, value: n})
		now = append(now, styled{style: l.count, value: n, formula: fmt.Sprintf(`COUNTIF(recommendations_status,"%s")`, Word(status))})
	}
	if err := c.add(append(first, c.b.Score.Total())...); err != nil {
		return err
	}
	if err := c.add(append(now, styled{style: l.number, value: c.b.Score.Total(), formula: "COUNTA(recommendations_status)"})...); err != nil {
		return err
	}
	return c.progress()
}

// progress says how far the auditor has come.
func (c *canvas) progress() error {
	l := c.b.look
	line := func(name, formula string, of int) error {
		return c.add(name, styled{style: l.number, value: 0, formula: formula}, styled{style: l.text, value: fmt.Sprintf("of %d", of)})
	}
	if err := line("Findings with a disposition, now", c.b.counted(findingSheet, "Disposition"), len(c.b.all)); err != nil {
		return err
	}
	return line("Questions with an answer, now", c.b.counted(manualSheet, "Answer"), len(c.b.asked))
}

// sinceThen says what has changed since the previous run.
func (c *canvas) sinceThen() error {
	b := c.b
	if !b.compared() {
		return nil
	}
	p, n := b.Run.Previous, b.Changes
	if err := c.heading(fmt.Sprintf("Since run %s, finished %s", p.RunID, utc(p.Finished))); err != nil {
		return err
	}
	for _, line := range []struct {
		name string
		n    int
	}{
		{"New failures", n.NewFailures}, {"Fixed", n.Fixed}, {"Other changes of status", n.Other}, {"Unchanged", n.Unchanged},
		{"Failures that are not there any more", n.GoneFailures}, {"Other results that are new", n.Appeared}, {"Other results that are gone", n.Gone},
	} {
		if err := c.add(styled{style: b.look.link, value: line.name, to: "'" + changeSheet + "'!A1"}, styled{style: b.look.number, value: line.n}); err != nil {
			return err
		}
	}
	for _, note := range p.Notes {
		if err := c.wide(b.look.note, capital(note)); err != nil {
			return err
		}
	}
	return nil
}

const topMost = 10

// topFailing lists the worst recommendations: by severity, then by how many
// objects fail.
func (c *canvas) topFailing() error {
	b := c.b
	recs := b.having(Fail)
	slices.SortStableFunc(recs, func(x, y *Recommendation) int {
		return cmp.Or(CompareSeverity(x.Severity, y.Severity), cmp.Compare(y.Counts[Fail], x.Counts[Fail]))
	})
	if len(recs) == 0 {
		return nil
	}
	if err := c.heading("What fails worst"); err != nil {
		return err
	}
	if err := c.header("Recommendation", "Severity", "Failing", "Passing"); err != nil {
		return err
	}
	for _, rec := range recs[:min(len(recs), topMost)] {
		failing := styled{style: b.look.countLink, value: max(1, rec.Counts[Fail]), to: b.firstOf(findingSheet, rec).location()}
		if err := c.add(b.number(rec)+"  "+rec.Title, styled{style: b.look.middle, value: rec.Severity}, failing,
			styled{style: b.look.count, value: rec.Counts[Pass]}); err != nil {
			return err
		}
	}
	return nil
}

// worstObjects lists the objects with the most failures.
func (c *canvas) worstObjects() error {
	b := c.b
	worst := slices.DeleteFunc(slices.Clone(b.objects), func(o *objectRow) bool { return o.score.Fail == 0 })
	slices.SortStableFunc(worst, func(x, y *objectRow) int { return cmp.Compare(y.score.Fail, x.score.Fail) })
	if len(worst) == 0 {
		return nil
	}
	if err := c.heading("Where most fails"); err != nil {
		return err
	}
	if err := c.header("Object", "Kind", "Failing", "Passing"); err != nil {
		return err
	}
	for _, o := range worst[:min(len(worst), topMost)] {
		failing := styled{style: b.look.countLink, value: o.score.Fail, to: b.where(targetSheet, slices.Index(b.objects, o)).location()}
		if err := c.add(short(Safe(cmp.Or(o.name, o.target)), 80), styled{style: b.look.middle, value: short(Safe(o.kind), 12)}, failing,
			styled{style: b.look.count, value: o.score.Pass}); err != nil {
			return err
		}
	}
	return nil
}
