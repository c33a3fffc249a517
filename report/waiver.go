package report

import (
	"time"

	"scantling/checks"
)

// The states of a waiver.
const (
	WaiverInForce = "in_force" // it covers at least one finding
	WaiverExpired = "expired"  // its last day was over when the run judged
	WaiverUnused  = "unused"   // it is in force and covers nothing of this run
)

// A Waiver is an accepted failure as it was given to the run.
type Waiver struct {
	ID             string `json:"id"`
	Profile        string `json:"profile,omitempty"` // empty: any
	Recommendation string `json:"recommendation,omitempty"`
	Control        string `json:"control,omitempty"`
	Target         string `json:"target,omitempty"`  // a shell pattern; empty: any
	Subject        string `json:"subject,omitempty"` // a shell pattern; empty: any
	Fingerprint    string `json:"fingerprint,omitempty"`
	Disposition    string `json:"disposition,omitempty"` // risk accepted, compensating control, false positive
	Reason         string `json:"reason"`
	Approver       string `json:"approver"`
	Date           string `json:"date,omitempty"` // of the decision
	Expires        string `json:"expires"`        // the last day, in UTC
	Owner          string `json:"owner,omitempty"`
	Ticket         string `json:"ticket,omitempty"`
	State          string `json:"state"`
	Findings       int    `json:"findings"` // covered by it
}

// Waivers puts waivers into the model, after they were applied.
func Waivers(in []*checks.Waiver, now time.Time) []Waiver {
	var out []Waiver
	for _, w := range in {
		out = append(out, Waiver{
			ID: w.ID, Profile: w.Profile, Recommendation: w.Row, Control: w.Control, Target: w.Target, Subject: w.Subject,
			Fingerprint: w.Fingerprint, Disposition: w.Disposition, Reason: w.Reason, Approver: w.Approver, Date: w.Date,
			Expires: w.Expires, Owner: w.Owner, Ticket: w.Ticket, State: stateOf(w.Expired(now), w.Covered()), Findings: w.Covered(),
		})
	}
	return out
}

// stateOf is a waiver's or an answer's state.
func stateOf(expired bool, used int) string {
	switch {
	case expired:
		return WaiverExpired
	case used == 0:
		return WaiverUnused
	}
	return WaiverInForce
}
