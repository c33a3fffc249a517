package report

import (
	"fmt"
	"strings"
	"time"

	"scantling/checks"
)

// An Answer is what a person found where only a person can decide, as it was given
// to the run.
type Answer struct {
	ID             string `json:"id"`
	Profile        string `json:"profile,omitempty"` // empty: any
	Recommendation string `json:"recommendation,omitempty"`
	Control        string `json:"control,omitempty"`
	Target         string `json:"target,omitempty"`  // a shell pattern; empty: any
	Subject        string `json:"subject,omitempty"` // a shell pattern; empty: any
	Fingerprint    string `json:"fingerprint,omitempty"`
	Verdict        string `json:"verdict"` // pass, fail or not_applicable
	Comment        string `json:"comment,omitempty"`
	Evidence       string `json:"evidence,omitempty"` // where the grounds are kept
	Assessor       string `json:"assessor"`
	Date           string `json:"date"`
	Expires        string `json:"expires"` // the last day, in UTC
	Owner          string `json:"owner,omitempty"`
	Ticket         string `json:"ticket,omitempty"`
	State          string `json:"state"` // as a waiver's: in_force, expired, unused
	Results        int    `json:"results"`
}

// Answers puts answers into the model, after they were applied.
func Answers(in []*checks.Answer, now time.Time) []Answer {
	var out []Answer
	for _, a := range in {
		if a.Open() {
			continue // nobody has given it
		}
		out = append(out, Answer{
			ID: a.ID, Profile: a.Profile, Recommendation: a.Row, Control: a.Control, Target: a.Target, Subject: a.Subject,
			Fingerprint: a.Fingerprint, Verdict: string(a.Verdict), Comment: a.Comment, Evidence: a.Evidence,
			Assessor: a.Assessor, Date: a.Date, Expires: a.Expires, Owner: a.Owner, Ticket: a.Ticket,
			State: stateOf(a.Expired(now), a.Given()), Results: a.Given(),
		})
	}
	return out
}

// personal says how many of a score's verdicts people gave; empty where none.
func personal(s Score) string {
	var parts []string
	for _, part := range []struct {
		n    int
		noun string
	}{{s.AnsweredPass, "passes"}, {s.AnsweredFail, "failures"}} {
		if part.n > 0 {
			parts = append(parts, fmt.Sprintf("%d of the %s", part.n, part.noun))
		}
	}
	switch n := s.AnsweredPass + s.AnsweredFail; {
	case n == 0:
		return ""
	case n == 1:
		return parts[0] + " is a person's answer"
	}
	return strings.Join(parts, " and ") + " are people's answers"
}

// frequency is how often the question is to be asked again, in the words of SAF's
// attestations: 365d.
func (a *Answer) frequency() string {
	first, err1 := time.Parse(time.DateOnly, a.Date)
	last, err2 := time.Parse(time.DateOnly, a.Expires)
	if err1 != nil || err2 != nil {
		return ""
	}
	return fmt.Sprintf("%dd", int(last.Sub(first).Hours()/24))
}
