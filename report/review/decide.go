package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"scantling/checks"
	"scantling/report"
)

// A Fault is why a workbook cannot be taken in, and in which cell.
type Fault struct{ At, Why string }

// String is the fault on one line.
func (f Fault) String() string { return report.Safe(f.At) + ": " + f.Why }

// How long a decision holds where the workbook does not say.
const (
	WaiverDays = 180
	AnswerDays = 365
)

// A decider turns what was written beside results into decisions.
type decider struct {
	known  known
	now    time.Time
	out    checks.Review
	ids    map[string]bool
	faults []Fault
	odd    []string // what was taken, and may not be what was meant
}

// verdicts are the answers that decide a question.
var verdicts = map[string]checks.Status{
	"met": checks.Pass, "not met": checks.Fail, "not applicable": checks.NotApplicable,
	"pass": checks.Pass, "fail": checks.Fail, "not_applicable": checks.NotApplicable,
}

func (d *decider) entry(e *entry) {
	switch {
	case e.asked:
		d.question(e)
	default:
		d.finding(e)
	}
}

func (d *decider) finding(e *entry) {
	said := e.wrote["disposition"]
	dispositions := report.Dispositions()
	i := slices.IndexFunc(dispositions, func(s string) bool { return strings.EqualFold(s, said.text) })
	switch {
	case said.text == "":
		d.note(e, "")
	case i < 0:
		d.fault(said.at, "%s is no disposition; it is one of %s", quoted(said.text), strings.Join(dispositions, ", "))
	case slices.Contains(checks.WaiverDispositions, strings.ToLower(said.text)):
		d.waiver(e, strings.ToLower(said.text))
	default:
		d.note(e, dispositions[i])
	}
}

func (d *decider) question(e *entry) {
	said := e.wrote["answer"]
	verdict, decides := verdicts[strings.ToLower(said.text)]
	switch {
	case decides:
		d.answer(e, verdict)
	case said.text == "" || strings.EqualFold(said.text, "Needs evidence"):
		d.note(e, said.text)
	default:
		d.fault(said.at, "%s is no answer; it is one of %s", quoted(said.text), strings.Join(report.ManualAnswers(), ", "))
	}
}

func (d *decider) waiver(e *entry, disposition string) {
	what, to := `"`+capital(disposition)+`"`, d.known.of(e)
	if to.status != report.Fail && to.status != report.Waived {
		d.odd = append(d.odd, fmt.Sprintf("%s: %s accepts failures, and this is %s; it is kept as a note", e.place("disposition"), what, report.Word(to.status)))
		d.note(e, capital(disposition))
		return
	}
	sound := d.needs(e, what, "name", "date", "comment")
	date, expires, preface, ok := d.period(e, WaiverDays)
	if !sound || !ok {
		return
	}
	d.out.Waivers = append(d.out.Waivers, &checks.Waiver{
		ID: d.id(to), Aim: to.aim, Disposition: disposition, Reason: e.text("comment"), Approver: e.text("name"),
		Date: date, Expires: expires, Evidence: e.text("evidence"), Owner: e.text("owner"), Ticket: e.text("ticket"),
		Other: strings.Join(e.other, "\n"), Preface: append([]string{to.title}, preface...),
	})
}

func (d *decider) answer(e *entry, verdict checks.Status) {
	what := `"` + e.text("answer") + `"`
	sound := d.needs(e, what, "name", "date")
	if e.text("comment") == "" && e.text("evidence") == "" {
		d.fault(cmp.Or(e.places["comment"], e.place("evidence")), "%s needs a comment, or where its evidence is kept", what)
		sound = false
	}
	date, expires, preface, ok := d.period(e, AnswerDays)
	if !sound || !ok {
		return
	}
	to := d.known.of(e)
	d.out.Answers = append(d.out.Answers, &checks.Answer{
		ID: d.id(to), Aim: to.aim, Verdict: verdict, Comment: e.text("comment"), Evidence: e.text("evidence"),
		Assessor: e.text("name"), Date: date, Expires: expires, Owner: e.text("owner"), Ticket: e.text("ticket"),
		Other: strings.Join(e.other, "\n"), Preface: append([]string{to.title}, preface...),
	})
}

// note keeps what decides nothing as it was written.
func (d *decider) note(e *entry, disposition string) {
	to := d.known.of(e)
	date, expires := e.text("date"), e.text("expires")
	if day, err := e.wrote["date"].day(); err == nil {
		date = day.Format(time.DateOnly)
	}
	if day, err := e.wrote["expires"].day(); err == nil {
		expires = day.Format(time.DateOnly)
	}
	d.out.Notes = append(d.out.Notes, &checks.Note{
		ID: d.id(to), Aim: to.aim, Disposition: disposition, Comment: e.text("comment"), Evidence: e.text("evidence"),
		Assessor: e.text("name"), Date: date, Expires: expires, Owner: e.text("owner"), Ticket: e.text("ticket"),
		Other: strings.Join(e.other, "\n"), Preface: []string{to.title},
	})
}

// place is the cell for a role, or the row where it has no such column.
func (e *entry) place(role string) string { return cmp.Or(e.places[role], e.at) }

func (e *entry) text(role string) string { return e.wrote[role].text }

// needs tells what is missing beside a decision.
func (d *decider) needs(e *entry, what string, names ...string) (sound bool) {
	sound = true
	for _, name := range names {
		if e.text(name) == "" {
			sound = false
			d.fault(e.place(name), "%s needs %s", what, map[string]string{"name": "the name of who decided", "date": "its date", "comment": "a comment that says why"}[name])
		}
	}
	return sound
}

// period is the day of a decision and the last day that it holds.
func (d *decider) period(e *entry, days int) (date, expires string, preface []string, ok bool) {
	if e.text("date") == "" {
		return "", "", nil, false // needs has said so
	}
	from, err := e.wrote["date"].day()
	if err != nil {
		d.fault(e.wrote["date"].at, "%s", err)
		return "", "", nil, false
	}
	if d.now.Before(from.Add(-14 * time.Hour)) { // the day has begun nowhere on earth
		d.fault(e.wrote["date"].at, "the decision is dated %s, which has not come", from.Format(time.DateOnly))
		return "", "", nil, false
	}
	last := from.AddDate(0, 0, days)
	if c := e.wrote["expires"]; c.text != "" {
		if last, err = c.day(); err == nil && last.Before(from) {
			err = fmt.Errorf("it expires on %s, before its date %s", last.Format(time.DateOnly), from.Format(time.DateOnly))
		}
		if err != nil {
			d.fault(c.at, "%s", err)
			return "", "", nil, false
		}
	} else {
		preface = []string{fmt.Sprintf("expires: %d days after its date; the workbook gives no other day", days)}
	}
	if !d.now.Before(last.AddDate(0, 0, 1)) {
		d.odd = append(d.odd, fmt.Sprintf("%s: it expired on %s", cmp.Or(e.wrote["expires"].at, e.at), last.Format(time.DateOnly)))
	}
	return from.Format(time.DateOnly), last.Format(time.DateOnly), preface, true
}

func (d *decider) fault(at, format string, args ...any) {
	d.faults = append(d.faults, Fault{at, fmt.Sprintf(format, args...)})
}

// id names a decision: the same the next time the workbook is imported.
func (d *decider) id(to subject) string {
	id := to.id
	for n := 2; d.ids[id]; n++ {
		id = fmt.Sprintf("%s-%d", to.id, n)
	}
	d.ids[id] = true
	return id
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func quoted(s string) string {
	if r := []rune(s); len(r) > 40 {
		s = string(r[:40]) + "…"
	}
	return `"` + report.Safe(s) + `"`
}
