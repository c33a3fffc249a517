package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// recommendations lists every row of every profile, in the benchmark's order.
func (b *book) recommendations() {
	titles := b.sectionTitles()
	fields := append(b.row(), []field[*Recommendation]{
		{Column{Title: "Objects", width: 18, Doc: "How many objects have which status.", Source: "recommendations[].counts"},
			func(r *Recommendation) value { return txt(objects(r.Counts)) }},
		{Column{Title: "Why it matters", width: 40, Doc: "What the setting guards against.", Source: "recommendations[].rationale"},
			func(r *Recommendation) value { return txt(r.Rationale) }},
		{Column{Title: "How to fix", width: 44, Doc: "The remediation in general; Findings has it for each object.", Source: "recommendations[].remediation"},
			func(r *Recommendation) value { return txt(r.Remediation) }},
		{Column{Title: "Reason", width: 40, Doc: "Why there is neither pass nor fail.", Source: "recommendations[].reason"},
			func(r *Recommendation) value { return txt(r.Reason) }},
		{Column{Title: "Section", width: 9, Doc: "The benchmark's section.", Source: "recommendations[].section"},
			func(r *Recommendation) value { return txt(r.Section) }},
		{Column{Title: "Section title", width: 26, Doc: "Its title.", Source: "profiles[].sections[].title"},
			func(r *Recommendation) value { return txt(titles[place{r.Profile, r.Section}]) }},
		{Column{Title: "Benchmark says", width: 12, Doc: "Whether the benchmark holds it for decidable by a program.", Source: "recommendations[].assessment"},
			func(r *Recommendation) value { return txt(r.Assessment) }},
		{Column{Title: "What fixing may break", width: 36, Doc: "What may stop working once it is fixed.", Source: "recommendations[].impact"},
			func(r *Recommendation) value { return txt(r.Impact) }},
		{Column{Title: "Fixing disturbs", width: 16, Doc: "What the remediation interrupts.", Source: "recommendations[].disruption"},
			func(r *Recommendation) value { return txt(disturbs(r.Disruption)) }},
		{Column{Title: "Condition", width: 50, kind: codeText, Doc: "The condition as the control's author wrote it.", Source: "recommendations[].check"},
			func(r *Recommendation) value { return txt(r.Check) }},
		{Column{Title: "Control", width: 28, Doc: "The control of our library that decides it.", Source: "recommendations[].control"},
			func(r *Recommendation) value { return txt(r.Control) }},
		{Column{Title: "Defined in", width: 34, kind: codeText, Doc: "File and line of the control.", Source: "recommendations[].source"},
			func(r *Recommendation) value { return txt(r.Source) }},
	}...)
	all := b.Report.all()
	listing(b, Sheet{Name: rowSheet, none: "Nothing was selected.",
		Doc: "every recommendation with its status, its reasons and its place in other frameworks",
		lay: layout{frozen: 4, printed: 9, tab: headFill}}, all, append(fields, mapped(b, func(r *Recommendation) *Recommendation { return r })...))
}

// row are the columns that name a recommendation; its number leads to what it was
// held against.
func (b *book) row() []field[*Recommendation] {
	return []field[*Recommendation]{
		{Column{Title: "Status", width: 14, Allowed: statusWords(), Doc: "The first of fail, error, not assessed, manual, waived, pass, not applicable that any of its objects has.", Source: "recommendations[].status"},
			func(r *Recommendation) value { return txt(Word(r.Status)) }},
		{Column{Title: "Severity", width: 9, Allowed: Severities(), Doc: "How bad a failure is, by the control.", Source: "recommendations[].severity"},
			func(r *Recommendation) value { return txt(r.Severity) }},
		{Column{Title: "Profile", width: 12, Key: true, Doc: "The benchmark.", Source: "recommendations[].profile"},
			func(r *Recommendation) value { return txt(r.Profile) }},
		{Column{Title: "Number", width: 9, kind: linkText, Key: true, Doc: "Its number in the benchmark; leads to its first row on Findings, Manual or Not assessed.", Source: "recommendations[].id"},
			func(r *Recommendation) value { return leading(r.ID, b.details(r)) }},
		{Column{Title: "Recommendation", width: 32, Doc: "What is asked for, in our words.", Source: "recommendations[].title"},
			func(r *Recommendation) value { return txt(r.Title) }},
		{Column{Title: "Level", width: 7, kind: wholeNumber, Doc: "The benchmark's level.", Source: "recommendations[].level"},
			func(r *Recommendation) value { return num(r.Level) }},
	}
}

// details is where a recommendation's results are listed.
func (b *book) details(rec *Recommendation) target {
	sheet := sheetOf(rec.Status)
	if sheet == rowSheet {
		sheet = findingSheet
	}
	return b.firstOf(sheet, rec)
}

// objects says how many objects have which status: "37 fail, 4 waived".
func objects(counts map[string]int) string {
	var parts []string
	for _, status := range Statuses() {
		if n := counts[status]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, Word(status)))
		}
	}
	return strings.Join(parts, ", ")
}

// frameworks are the frameworks that any recommendation is mapped to, sorted.
func (b *book) frameworks() []string {
	names := map[string]bool{}
	for i := range b.Recommendations {
		for f := range b.Recommendations[i].Mappings {
			names[f] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// framework spells a framework's name for people.
func framework(name string) string {
	switch name {
	case "cis_controls_v8":
		return "CIS Controls v8"
	case "cis_controls_v7":
		return "CIS Controls v7"
	case "nist_800_53":
		return "NIST SP 800-53"
	case "iso_27001":
		return "ISO/IEC 27001"
	case "pci_dss_v4":
		return "PCI DSS v4"
	case "pci_dss":
		return "PCI DSS"
	}
	return strings.ReplaceAll(name, "_", " ")
}

func (r *Report) sectionTitles() map[place]string {
	titles := map[place]string{}
	for _, p := range r.Profiles {
		for _, g := range p.Sections {
			titles[place{p.ID, g.ID}] = g.Title
		}
	}
	return titles
}
