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
	Subject        string `json:"subject,omitempty"` // a shell pattern; empty: any
	Reason         string `json:"reason"`
	Approver       string `json:"approver"`
	Expires        string `json:"expires"` // the last day, in UTC
	State          string `json:"state"`
	Findings       int    `json:"findings"` // covered by it
}

// Waivers puts waivers into the model, after they were applied.
func Waivers(in []*checks.Waiver, now time.Time) []Waiver {
	var out []Waiver
	for _, w := range in {
		out = append(out, Waiver{
			ID: w.ID, Profile: w.Profile, Recommendation: w.Row, Control: w.Control, Subject: w.Subject,
			Reason: w.Reason, Approver: w.Approver, Expires: w.Expires, State: waiverState(w, now), Findings: w.Covered(),
		})
	}
	return out
}

func waiverState(w *checks.Waiver, now time.Time) string {
	switch {
	case w.Expired(now):
		return WaiverExpired
	case w.Covered() == 0:
		return WaiverUnused
	}
	return WaiverInForce
}
