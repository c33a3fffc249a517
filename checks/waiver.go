package checks

import (
	"fmt"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2"
)

// A Waiver accepts a failure for a time: who decided, why, and until when. It
// never hides the result, it only marks it.
type Waiver struct {
	ID string
	Aim
	Reason      string
	Approver    string
	Disposition string // what it is: one of Dispositions; empty where it was not said
	Date        string // of the decision, may be empty
	Expires     string // the last day, 2026-12-31, in UTC
	Evidence    string // where its grounds are kept
	Owner       string // of the risk
	Other       string // what else was written, not read by the engine
	Ticket      string
	Range       hcl.Range
	Preface     []string // comments to write above the attributes; they are not read back

	last    time.Time
	covered int
}

// WaiverDispositions are the kinds of decision that waive a failure.
var WaiverDispositions = []string{"risk accepted", "compensating control", "false positive"}

func decodeWaiver(b *hcl.Block) (*Waiver, hcl.Diagnostics) {
	n := open(b.Body, waiverSchema, b.DefRange)
	w := &Waiver{
		ID: b.Labels[0], Range: b.DefRange, Aim: n.aim(),
		Reason: n.word("reason"), Approver: n.word("approver"), Expires: n.word("expires"),
		Disposition: n.maybeOneOf("disposition", WaiverDispositions),
		Date:        n.text("date"), Evidence: n.text("evidence"), Owner: n.text("owner"), Ticket: n.text("ticket"), Other: n.text("other"),
	}
	if !n.diags.HasErrors() {
		_, w.last = n.period(w.Date, w.Expires)
		w.Aim.check(n, "waiver")
	}
	return w, n.diags
}

// Expired reports whether the last day is over.
func (w *Waiver) Expired(now time.Time) bool { return over(w.last, now) }

// Covered is the number of results that Waive marked with the waiver.
func (w *Waiver) Covered() int { return w.covered }

// over reports whether a day has ended, in UTC.
func over(day, now time.Time) bool { return !now.Before(day.AddDate(0, 0, 1)) }

// Waive marks the failures that a waiver in force covers, and returns what the
// reader should know: waivers that have expired and those that fit nothing.
func Waive(rows map[*Profile][]Row, waivers []*Waiver, target string, now time.Time) []string {
	var live []*Waiver
	var aims []Aim
	for _, w := range waivers {
		if !w.Expired(now) {
			live, aims = append(live, w), append(aims, w.Aim)
		}
	}
	decide(rows, aims, target, func(i int, r *Result) bool {
		return r.Status == Fail && live[i].mark(r)
	})
	var over, idle idlers
	for _, w := range waivers {
		switch {
		case w.Expired(now):
			over.add(w.ID, "waiver %s expired on %s and no longer counts", w.Expires)
		case w.covered == 0:
			idle.add(w.ID, "waiver %s covers no failure of this run")
		}
	}
	return append(over.say("waivers have expired and no longer count"), idle.say("waivers cover no failure of this run")...)
}

func (w *Waiver) mark(r *Result) bool {
	reason := fmt.Sprintf("waived until %s by %s: %s", w.Expires, w.Approver, w.Reason)
	if w.Disposition != "" {
		reason = fmt.Sprintf("waived until %s by %s (%s): %s", w.Expires, w.Approver, w.Disposition, w.Reason)
	}
	r.Status, r.Waiver, r.Reason = Waived, w.ID, strings.TrimSuffix(reason+"; "+r.Reason, "; ")
	w.covered++
	return true
}

// decide hands each result to the first decision that is aimed at it; mark reports
// whether it changed the result.
func decide(rows map[*Profile][]Row, aims []Aim, target string, mark func(i int, r *Result) bool) {
	for p, list := range rows {
		for i := range list {
			if t := aimedAt(p, &list[i], target, aims); !t.empty() {
				list[i].revise(func(r *Result) bool {
					at, found := t.first(r)
					return found && mark(at, r)
				})
			}
		}
	}
}

// revise changes results, of a list of the row's own: another profile's row may
// share the one that was decided.
func (row *Row) revise(change func(*Result) bool) {
	var own []Result
	for i := range row.Results {
		r := row.Results[i]
		if !change(&r) {
			continue
		}
		if own == nil {
			own = append(own, row.Results...)
		}
		own[i] = r
	}
	if own != nil {
		row.Results = own
		row.Tally()
	}
}
