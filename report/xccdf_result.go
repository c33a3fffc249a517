package report

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A tested is a target with the rows that have results about it.
type tested struct {
	id     string
	name   string
	others []Target // audited with it, without results of their own
	rows   []testedRow
}

type testedRow struct {
	rec     *Recommendation
	results []*Result
}

// status is the first of the results' in the order in which a recommendation takes
// it.
func (t testedRow) status() string {
	worst := t.results[0].Status
	for _, res := range t.results {
		if worse(res.Status, worst) {
			worst = res.Status
		}
	}
	return worst
}

// targetsOf groups the results by target, in the report's order. A verdict that
// names none is about the first.
func (x *xccdfWriter) targetsOf() []tested {
	at := map[string]int{}
	var all []tested
	for _, t := range x.Targets {
		if _, twice := at[t.Name]; !twice {
			at[t.Name] = len(all)
			all = append(all, tested{name: t.Name})
		}
	}
	for _, rec := range x.all() {
		for _, res := range x.ix.entire(rec) {
			name := cmp.Or(res.Target, SubjectTarget(x.Targets))
			i, known := at[name]
			if !known {
				i = len(all)
				at[name] = i
				all = append(all, tested{name: name})
			}
			all[i].take(rec, res)
		}
	}
	return x.named(all)
}

func (t *tested) take(rec *Recommendation, res *Result) {
	if n := len(t.rows); n > 0 && t.rows[n-1].rec == rec {
		t.rows[n-1].results = append(t.rows[n-1].results, res)
		return
	}
	t.rows = append(t.rows, testedRow{rec, []*Result{res}})
}

// named leaves out targets without results, which the first one mentions, and
// gives the others ids. There is always one.
func (x *xccdfWriter) named(all []tested) []tested {
	some := slices.DeleteFunc(slices.Clone(all), func(t tested) bool { return len(t.rows) == 0 })
	if len(some) == 0 {
		some = append(some, tested{name: SubjectTarget(x.Targets)})
	}
	for i := range some {
		some[i].id = x.ids.of("testresult", x.Run.ID, some[i].name)
	}
	for _, t := range x.Targets {
		if !slices.ContainsFunc(some, func(s tested) bool { return s.name == t.Name }) {
			some[0].others = append(some[0].others, t)
		}
	}
	return some
}

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

// targetFacts are what is known of a target besides its name.
func (x *xccdfWriter) targetFacts(t tested) {
	x.text("<target-facts>\n")
	for _, target := range x.Targets {
		if target.Name != t.name && !slices.ContainsFunc(t.others, func(o Target) bool { return o.Name == target.Name }) {
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(target.Details)) {
			x.elementWith("fact", ` name="urn:scantling:fact:`+plainID(target.Kind, name)+`" type="string"`, Safe(target.Details[name]))
		}
	}
	x.text("</target-facts>\n")
}

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
