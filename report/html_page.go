package report

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Title and Against say what was audited and held against what.
func (p *htmlPage) Title() string   { return p.title() }
func (p *htmlPage) Against() string { return p.against() }

// Warnings are what a reader must know before the score.
func (p *htmlPage) Warnings() []string { return p.warnings() }

// Personal says how many of the verdicts people gave.
func (p *htmlPage) Personal() string { return personal(p.Score) }

// Who ran the audit, and with what rights.
func (p *htmlPage) Who() string { return p.Run.who() }

// Describe says a target's name and details in one line.
func (p *htmlPage) Describe(t Target) string { return describe(t) }

// Applied says how a profile was applied.
func (p *htmlPage) Applied(prof Profile) string { return p.Run.applied(prof) }

// Parts are the recommendations by status, failures first.
func (p *htmlPage) Parts() []htmlStatus {
	var out []htmlStatus
	for _, status := range []string{Fail, NotAssessed, Error, Manual, Waived, Pass, NotApplicable} {
		out = append(out, htmlStatus{status, p})
	}
	return out
}

// An htmlStatus is the part of the page for one status.
type htmlStatus struct {
	Status string
	page   *htmlPage
}

// Heading names the part, and ID is what links to it name.
func (s htmlStatus) Heading() string {
	switch s.Status {
	case Pass:
		return "Passed"
	case Fail:
		return "Failed"
	case Error:
		return "Errors"
	case Manual:
		return "For a person to decide"
	}
	return capital(Word(s.Status))
}
func (s htmlStatus) ID() string      { return strings.ReplaceAll(s.Status, "_", "-") }
func (s htmlStatus) Meaning() string { return Meaning(s.Status) }
func (s htmlStatus) Count() int      { return s.page.Score.Of(s.Status) }

// Rows are the recommendations, the worst first where somebody has to act.
func (s htmlStatus) Rows() []htmlRow {
	recs := s.page.having(s.Status)
	if s.Status != Pass && s.Status != NotApplicable {
		recs = WorstFirst(recs)
	}
	rows := make([]htmlRow, len(recs))
	for i, rec := range recs {
		rows[i] = htmlRow{rec, s.page}
	}
	return rows
}

// Severe says how many of the part have which severity: "3 critical, 20 high".
func (s htmlStatus) Severe() string {
	var parts []string
	for _, g := range BySeverity(only(s.page.Recommendations, func(r *Recommendation) bool { return r.Status == s.Status })) {
		parts = append(parts, fmt.Sprintf("%d %s", g.Score.Total(), g.Title))
	}
	return strings.Join(parts, ", ")
}

// Causes are the reasons for which nothing was decided, or what would help.
func (s htmlStatus) Causes() []htmlCause {
	if s.Status != NotAssessed && s.Status != Error {
		return nil
	}
	var out []htmlCause
	for _, c := range s.page.ix.causes(s.page.having(s.Status), s.Status, whatHelps) {
		cause := htmlCause{Why: clipped(c.Why, 1_000)}
		for _, rec := range c.Recs {
			cause.Rows = append(cause.Rows, htmlRow{rec, s.page})
		}
		out = append(out, cause)
	}
	return out
}

// An htmlCause is a reason and the recommendations that it holds for.
type htmlCause struct {
	Why  clip
	Rows []htmlRow
}

// Unread are the sources that could not be read, with their reasons.
func (p *htmlPage) Unread() []Fact {
	return slices.DeleteFunc(slices.Clone(p.Facts), func(f Fact) bool { return len(f.Unknown) == 0 })
}

// Levels are those that the report has, for the filter.
func (p *htmlPage) Levels() []string {
	var out []string
	for i := range p.Recommendations {
		out = appendNew(out, strconv.Itoa(p.Recommendations[i].Level))
	}
	slices.Sort(out)
	return out
}

// Severities are those that the report has, worst first.
func (p *htmlPage) Severities() []Group { return BySeverity(p.Recommendations) }

// An htmlScore is a score as the page shows it.
type htmlScore struct{ Score }

// Assessed is the number of recommendations with a verdict that counts.
func (s htmlScore) Assessed() int { return s.Pass + s.Fail }

// Open is the number that opens the interval.
func (s htmlScore) Open() int { return s.Error + s.NotAssessed }

// Interval is from every open recommendation counted as a failure to a pass.
func (s htmlScore) Interval() string {
	if s.Open() == 0 || s.Low == nil || s.High == nil {
		return ""
	}
	return fmt.Sprintf("%.0f–%.0f %%", math.Floor(*s.Low), math.Ceil(*s.High))
}
