package checks

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/hashicorp/hcl/v2"
)

// An Answer is what a person found where only a person can decide: who looked,
// when, on what grounds, and for how long the answer holds.
type Answer struct {
	ID string
	Aim
	Verdict  Status // pass, fail or not_applicable; empty while nobody has answered
	Comment  string
	Evidence string // where the grounds are kept
	Assessor string
	Date     string // of the assessment, 2026-12-31
	Expires  string // the last day, in UTC
	Owner    string
	Ticket   string
	Other    string // what else was written, not read by the engine
	Range    hcl.Range
	Preface  []string // comments to write above the attributes; they are not read back

	first, last time.Time
	given       int
}

// Verdicts are what an answer may be.
var Verdicts = []string{string(Pass), string(Fail), string(NotApplicable)}

func decodeAnswer(b *hcl.Block) (*Answer, hcl.Diagnostics) {
	n := open(b.Body, answerSchema, b.DefRange)
	a := &Answer{
		ID: b.Labels[0], Range: b.DefRange, Aim: n.aim(),
		Comment: n.text("comment"), Evidence: n.text("evidence"),
		Assessor: n.word("assessor"), Date: n.word("date"), Expires: n.word("expires"), Owner: n.text("owner"), Ticket: n.text("ticket"), Other: n.text("other"),
	}
	if n.expr("verdict") == nil || n.word("verdict") != "" {
		a.Verdict = Status(n.oneOf("verdict", Verdicts))
	}
	if n.diags.HasErrors() || a.Open() {
		return a, n.diags
	}
	a.first, a.last = n.period(a.Date, a.Expires)
	a.Aim.check(n, "answer")
	if a.Comment == "" && a.Evidence == "" {
		n.add(problem(n.at, "Answer without grounds", "An answer must have a comment, or say in evidence where its grounds are kept."))
	}
	return a, n.diags
}

// Open reports an answer that nobody has given yet: a form to fill in.
func (a *Answer) Open() bool { return a.Verdict == "" }

// Expired reports whether the last day is over.
func (a *Answer) Expired(now time.Time) bool { return over(a.last, now) }

// early reports a date that has not begun anywhere on earth.
func (a *Answer) early(now time.Time) bool { return now.Before(a.first.Add(-14 * time.Hour)) }

// Given is the number of results that Respond answered with it.
func (a *Answer) Given() int { return a.given }

// Respond puts answers in force in the place of open questions, the newest first,
// and returns what the reader should know: answers that have expired and those
// that fit no question.
func Respond(rows map[*Profile][]Row, answers []*Answer, target string, now time.Time) []string {
	answers = slices.DeleteFunc(slices.Clone(answers), (*Answer).Open)
	live := slices.DeleteFunc(slices.Clone(answers), func(a *Answer) bool { return a.Expired(now) || a.early(now) })
	slices.SortStableFunc(live, func(a, b *Answer) int { return cmp.Compare(b.Date, a.Date) })
	aims := make([]Aim, len(live))
	for i, a := range live {
		aims[i] = a.Aim
	}
	decide(rows, aims, target, func(i int, r *Result) bool {
		return r.Status == Manual && live[i].give(r)
	})
	var over, early, idle idlers
	for _, a := range answers {
		switch {
		case a.Expired(now):
			over.add(a.ID, "answer %s expired on %s and no longer counts", a.Expires)
		case a.early(now):
			early.add(a.ID, "answer %s is dated %s, which has not come, and does not count", a.Date)
		case a.given == 0:
			idle.add(a.ID, "answer %s fits no open question of this run")
		}
	}
	notices := append(over.say("answers have expired and no longer count"), early.say("answers have dates that have not come, and do not count")...)
	return append(notices, idle.say("answers fit no open question of this run")...)
}

// give keeps the facts that the question came with.
func (a *Answer) give(r *Result) bool {
	r.Status, r.Answer, r.Reason = a.Verdict, a.ID, a.words()
	a.given++
	return true
}

func (a *Answer) words() string {
	s := fmt.Sprintf("answered on %s by %s, until %s", a.Date, a.Assessor, a.Expires)
	if a.Comment != "" {
		s += ": " + a.Comment
	}
	if a.Evidence != "" {
		s += "; evidence: " + a.Evidence
	}
	return s
}
