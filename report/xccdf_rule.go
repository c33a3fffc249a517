package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// profile writes a group of the profile's sections, nested as they are.
func (x *xccdfWriter) profile(id string) {
	p := Profile{ID: id, Title: id}
	for i := range x.Profiles {
		if x.Profiles[i].ID == id {
			p = x.Profiles[i]
			break
		}
	}
	rows := map[string][]*Recommendation{}
	var order []string
	for _, rec := range x.all() {
		if rec.Profile == id {
			rows[rec.Section] = append(rows[rec.Section], rec)
			order = appendOnce(order, rec.Section)
		}
	}
	x.group(x.ids.of("group", id), cmp.Or(p.Title+" "+p.Version, id), x.Run.applied(p))
	x.sections(p, rows)
	for _, section := range order { // that the profile does not list
		x.ruleList(rows, section)
	}
	x.text("</Group>\n")
}

func (x *xccdfWriter) group(id, title, description string) {
	x.text(`<Group id="`, id, `">`, "\n")
	x.element("title", cmp.Or(Safe(title), id))
	x.element("description", SafeLines(description))
}

// maxNested is how deep sections lie in sections.
const maxNested = 16

// sections writes the sections in the benchmark's order, one within another.
func (x *xccdfWriter) sections(p Profile, rows map[string][]*Recommendation) {
	var open []string
	shut := func(n int) {
		for range n {
			x.text("</Group>\n")
		}
		open = open[:len(open)-n]
	}
	for _, s := range p.Sections {
		for len(open) > 0 && (!InSection(s.ID, open[len(open)-1]) || len(open) >= maxNested) {
			shut(1)
		}
		x.group(x.ids.of("group", p.ID, s.ID), s.ID+" "+s.Title, "")
		open = append(open, s.ID)
		x.ruleList(rows, s.ID)
	}
	shut(len(open))
}

// ruleList writes the rules of a section, once.
func (x *xccdfWriter) ruleList(rows map[string][]*Recommendation, section string) {
	for _, rec := range rows[section] {
		x.rule(rec)
	}
	delete(rows, section)
}

func (x *xccdfWriter) rule(rec *Recommendation) {
	x.text(`<Rule id="`, x.rules[rec], `" severity="`, xccdfSeverity(rec), `" weight="`, xccdfWeight(rec), `" role="`, xccdfRole(rec), `">`, "\n")
	x.element("title", Safe(rec.ID+" "+rec.Title))
	x.element("description", fmt.Sprintf("Level %d. The benchmark calls its assessment %s.", rec.Level, Safe(cmp.Or(rec.Assessment, "nothing"))))
	x.elementWith("warning", ` category="functionality"`, SafeLines(rec.Impact))
	x.element("question", SafeLines(rec.Question))
	for _, framework := range slices.Sorted(maps.Keys(rec.Mappings)) {
		for _, place := range rec.Mappings[framework] {
			x.elementWith("reference", ` href="`+frameworkURI(framework)+`"`, Safe(place))
		}
	}
	x.element("rationale", SafeLines(rec.Rationale))
	x.idents(rec)
	x.elementWith("fixtext", xccdfDisruption(rec.Disruption), SafeLines(rec.Remediation))
	x.check(rec)
	x.text("</Rule>\n")
}

// check is how a rule is decided: every rule and result should have one.
func (x *xccdfWriter) check(rec *Recommendation) {
	how := cmp.Or(rec.Check, rec.Procedure, rec.Question, rec.Title)
	x.text(`<check system="urn:scantling:hcl"><check-content>`, xmlText(SafeLines(how)), "</check-content></check>\n")
}

// idents name a rule outside this benchmark: its control in our library, and the
// safeguards of the CIS Controls.
func (x *xccdfWriter) idents(rec *Recommendation) {
	x.elementWith("ident", ` system="urn:scantling:control"`, Safe(rec.Control))
	for _, framework := range []string{"cis_controls_v8", "cis_controls_v7"} {
		for _, place := range rec.Mappings[framework] {
			x.elementWith("ident", ` system="`+frameworkURI(framework)+`"`, Safe(place))
		}
	}
}

// frameworkURI is a framework's own address, where it has one.
func frameworkURI(name string) string {
	switch name {
	case "cis_controls_v8":
		return "https://www.cisecurity.org/controls/v8"
	case "cis_controls_v7":
		return "https://www.cisecurity.org/controls/v7"
	case "nist_800_53":
		return "https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final"
	}
	return "urn:scantling:mapping:" + plainID(name)
}

// xccdfSeverity has no word for critical; the weight tells it from high.
func xccdfSeverity(rec *Recommendation) string {
	switch rec.Severity {
	case "critical", "high":
		return "high"
	case "medium", "low":
		return rec.Severity
	}
	return "unknown"
}

// xccdfWeight is by severity; our score does not use it.
func xccdfWeight(rec *Recommendation) string {
	return strconv.FormatFloat(severityImpact(rec.Severity), 'f', 1, 64)
}

// xccdfRole leaves questions for people out of the score, as we do.
func xccdfRole(rec *Recommendation) string {
	if rec.Status == Manual {
		return "unscored"
	}
	return "full"
}

func xccdfDisruption(word string) string {
	switch word {
	case "none", "reload":
		return ` disruption="low"`
	case "recreate", "restart_daemon":
		return ` disruption="medium"`
	case "reboot":
		return ` disruption="high" reboot="true"`
	}
	return ""
}
