package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// recommendations writes every row of every profile, in the benchmark's order.
func (b *book) recommendations() error {
	l, frameworks := b.look, b.frameworks()
	cols := []column{
		{"Status", 14, l.text}, {"Severity", 10, l.text}, {"Profile", 14, l.text}, {"Number", 10, l.link},
		{"Recommendation", 38, l.text}, {"Level", 7, l.number}, {"Objects", 20, l.text}, {"Why it matters", 46, l.text}, {"How to fix", 46, l.text},
		{"Reason", 40, l.text}, {"Section", 9, l.text}, {"Section title", 26, l.text}, {"Benchmark says", 12, l.text}, {"What fixing may break", 36, l.text},
		{"Fixing disturbs", 16, l.text}, {"Condition", 50, l.code}, {"Control", 28, l.text}, {"Defined in", 34, l.code},
	}
	for _, f := range frameworks {
		cols = append(cols, column{framework(f), 16, l.text})
	}
	s, err := b.sheet(rowSheet, cols, layout{frozen: 4, printed: 9, header: true, filter: true, tab: headFill})
	if err != nil {
		return err
	}
	titles := b.sectionTitles()
	for i := range b.Recommendations {
		rec := &b.Recommendations[i]
		if err := s.recommendation(rec, titles[place{rec.Profile, rec.Section}], frameworks); err != nil {
			return err
		}
	}
	// The severity of what passes needs no colour; the status has it.
	if err := s.paint(1, l.statuses); err != nil {
		return err
	}
	return s.finish()
}

func (s *sheet) recommendation(rec *Recommendation, section string, frameworks []string) error {
	values := []any{
		Word(rec.Status), rec.Severity, rec.Profile, rec.ID,
		rec.Title, rec.Level, objects(rec.Counts), rec.Rationale, rec.Remediation,
		rec.Reason, rec.Section, section, rec.Assessment, rec.Impact,
		disturbs(rec.Disruption), rec.Check, rec.Control, rec.Source,
	}
	for _, f := range frameworks {
		values = append(values, strings.Join(rec.Mappings[f], ", "))
	}
	if err := s.add(values...); err != nil {
		return err
	}
	s.b.seen(s.name, rec, s.row)
	sheet := sheetOf(rec.Status)
	return s.link(4, sheet, s.b.first[sheet][rec.place()])
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

// sheetOf is where the rows of a status are listed.
func sheetOf(status string) string {
	switch status {
	case Fail, Waived:
		return findingSheet
	case Error, NotAssessed:
		return unknownSheet
	case Manual:
		return manualSheet
	}
	return rowSheet
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
