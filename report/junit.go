package report

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
)

// WriteJUnit writes a test suite for each profile and a test case for each
// result, as CI systems show them. There is no schema that all of them follow;
// these are the elements and attributes that they have in common.
func WriteJUnit(w io.Writer, r *Report, _ Options) error {
	o := newOutlet(w)
	o.text(xml.Header)
	all := junitCounts(r)
	total := junitCount{}
	for _, c := range all {
		total.join(c)
	}
	o.text("<testsuites", total.attributes(r), ` name="`, xmlText(r.Tool.Name), `">`, "\n")
	suite := ""
	for rec, res := range r.each(r.byProfile()) {
		if name := "p" + rec.Profile; name != suite {
			o.text(junitEnd(suite), junitSuite(r, rec.Profile, all[rec.Profile]))
			suite = name
		}
		o.text(junitCase(rec, res))
	}
	o.text(junitEnd(suite), "</testsuites>\n")
	return o.done("junit")
}

// byProfile puts the recommendations of a profile together, as they are unless the
// report was written by hand.
func (r *Report) byProfile() []*Recommendation {
	recs, order := r.all(), map[string]int{}
	for i, rec := range recs {
		if _, known := order[rec.Profile]; !known {
			order[rec.Profile] = i
		}
	}
	slices.SortStableFunc(recs, func(a, b *Recommendation) int { return cmp.Compare(order[a.Profile], order[b.Profile]) })
	return recs
}

func junitEnd(suite string) string {
	if suite == "" {
		return ""
	}
	return "</testsuite>\n"
}

// junitSuite opens a suite; its properties are what a reader needs to trust it.
func junitSuite(r *Report, profile string, c *junitCount) string {
	s := `<testsuite name="` + xmlText(profile) + `"` + c.attributes(r) + ` timestamp="` + r.Run.Started.UTC().Format("2006-01-02T15:04:05") + `">` + "\n<properties>\n"
	property := func(name, value string) {
		s += `<property name="` + name + `" value="` + xmlText(value) + `"/>` + "\n"
	}
	score := Count(OfProfile(r.Recommendations, profile))
	property("score", scoreLine(&Report{Score: score}))
	property("run", r.Run.ID)
	property("user", r.Run.who())
	for _, t := range r.Targets {
		property("target", Safe(t.Kind)+" "+describe(t))
	}
	for _, n := range r.warnings() {
		property("notice", n)
	}
	return s + "</properties>\n"
}

func junitCase(rec *Recommendation, res *Result) string {
	s := `<testcase classname="` + xmlText(rec.Profile+"."+rec.Section) + `" name="` +
		xmlText(rec.ID+" "+rec.Title+" ["+thing(res)+"]") + `"` + junitPlace(res) + ">"
	what, body := xmlText(statement(rec, res)), xmlText(account(rec, res))
	switch res.Status {
	case Pass:
		if res.Message+res.Reason != "" {
			s += "<system-out>" + what + "</system-out>"
		}
	case Fail:
		s += `<failure type="` + xmlText(rec.Severity) + `" message="` + what + `">` + body + "</failure>"
	case Error:
		s += `<error type="error" message="` + what + `">` + body + "</error>"
	default:
		s += `<skipped message="` + what + `"/>` + "<system-out>" + body + "</system-out>"
	}
	return s + "</testcase>\n"
}

// junitPlace is the file and line that GitLab and others link.
func junitPlace(res *Result) string {
	at := spots(res)
	if len(at) == 0 || at[0].api {
		return ""
	}
	s := ` file="` + xmlText(at[0].path) + `"`
	if at[0].line > 0 {
		s += ` line="` + strconv.Itoa(at[0].line) + `"`
	}
	return s
}

// xmlText makes a text fit for XML 1.0, in an attribute or between tags.
func xmlText(s string) string {
	s = SafeLines(s)
	if printable(s) && !strings.ContainsAny(s, `<>&"'`) {
		return s
	}
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}

// A junitCount is what a suite holds.
type junitCount struct{ tests, failures, errors, skipped int }

func junitCounts(r *Report) map[string]*junitCount {
	all := map[string]*junitCount{}
	for rec, res := range r.each(r.all()) {
		c := cmp.Or(all[rec.Profile], &junitCount{})
		all[rec.Profile] = c
		c.tests++
		switch res.Status {
		case Pass:
		case Fail:
			c.failures++
		case Error:
			c.errors++
		default:
			c.skipped++
		}
	}
	return all
}

func (c *junitCount) join(d *junitCount) {
	c.tests, c.failures, c.errors, c.skipped = c.tests+d.tests, c.failures+d.failures, c.errors+d.errors, c.skipped+d.skipped
}

// attributes are the counts, and the time that the run took as a whole.
func (c *junitCount) attributes(r *Report) string {
	return fmt.Sprintf(` tests="%d" failures="%d" errors="%d" skipped="%d" time="%.3f"`,
		c.tests, c.failures, c.errors, c.skipped, r.Run.Finished.Sub(r.Run.Started).Round(time.Millisecond).Seconds())
}
