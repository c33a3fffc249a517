package report

import (
	"cmp"
	"strconv"
	"strings"
	"time"
)

func (x *xccdfWriter) testResult(t tested) {
	x.text(`<TestResult xmlns="`, xccdfNS, `" id="`, t.id, `" start-time="`, xmlTime(x.Run.Started), `" end-time="`, xmlTime(x.Run.Finished),
		`" version="`, xmlText(Safe(x.Tool.Version)), `" test-system="`, xmlText(Safe(x.Tool.Name+" "+x.Tool.Version)), `">`, "\n")
	x.text(`<benchmark href="#`, x.benchmarkID(), `" id="`, x.benchmarkID(), `"/>`, "\n")
	x.element("title", "Run "+Safe(x.Run.ID)+" of "+Safe(x.Tool.Name))
	for _, n := range x.warnings() {
		x.element("remark", Safe(n))
	}
	x.elementWith("identity", ` authenticated="false" privileged="`+strconv.FormatBool(x.Run.Root)+`"`, cmp.Or(Safe(x.Run.User), "unknown"))
	x.element("target", cmp.Or(Safe(t.name), "unknown"))
	for _, other := range t.others {
		x.element("target", Safe(other.Name))
	}
	x.targetFacts(t)
	for _, row := range t.rows {
		x.ruleResult(row)
	}
	x.scores(t)
	x.text("</TestResult>\n")
}

func xmlTime(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05Z") }

func (x *xccdfWriter) ruleResult(row testedRow) {
	rec := row.rec
	x.text(`<rule-result idref="`, x.rules[rec], `" role="`, xccdfRole(rec), `" severity="`, xccdfSeverity(rec), `" weight="`, xccdfWeight(rec), `" time="`, xmlTime(x.Run.Finished), `">`, "\n")
	x.element("result", xccdfStatus(row.status()))
	x.idents(rec)
	for _, res := range row.results {
		x.elementWith("message", ` severity="`+xccdfGravity(res.Status)+`"`, xccdfMessage(rec, res))
	}
	x.check(rec)
	x.text("</rule-result>\n")
}

// xccdfMessage says what was seen of one object. A waiver changes nothing about
// what was seen: an <override> would, and would ask for one in every rule.
func xccdfMessage(rec *Recommendation, res *Result) string {
	return strings.TrimSuffix(Word(res.Status)+", "+about(rec, res)+"\n"+account(rec, res), "\n")
}

// xccdfStatus is the word that the specification has for a status.
func xccdfStatus(status string) string {
	switch status {
	case Pass, Fail:
		return status
	case Waived:
		return "fail"
	case NotAssessed:
		return "unknown"
	case Manual:
		return "notchecked"
	case NotApplicable:
		return "notapplicable"
	}
	return "error"
}

func xccdfGravity(status string) string {
	switch status {
	case Error:
		return "error"
	case NotAssessed:
		return "warning"
	}
	return "info"
}

// scores are ours, where there is one, and the specification's that gives each
// rule the same weight; in that one what could not be judged and what is waived
// count as failures.
func (x *xccdfWriter) scores(t tested) {
	var ours Score
	for _, row := range t.rows {
		ours.add(&Recommendation{Status: row.status()})
	}
	ours.ratios()
	if ours.Percent != nil {
		x.elementWith("score", ` system="urn:scantling:score" maximum="100"`, strconv.FormatFloat(*ours.Percent, 'f', 2, 64))
	}
	judged := ours.Pass + ours.Fail + ours.Waived + ours.Error + ours.NotAssessed
	x.elementWith("score", ` system="urn:xccdf:scoring:flat-unweighted" maximum="`+strconv.Itoa(judged)+`"`, strconv.Itoa(ours.Pass))
}
