// Package checks is the engine: it loads controls and profiles, lints them
// against the facts' types, decides every control for every subject, and says
// on what evidence.
package checks

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// A Profile is a benchmark's table of contents: numbers, levels and mappings,
// each row pointing at a control of the library.
type Profile struct {
	ID, Title, Version, Reference string
	Sections                      []*Section
	Assume                        map[string]cty.Value // by fact: what every target of the benchmark has, for texts that are about none in particular
	Files                         []string             // the profile's own and those of its controls
	SHA256                        string               // of these files
	Range                         hcl.Range
}

// A Section groups recommendations; sections nest.
type Section struct {
	ID, Title       string
	Recommendations []*Recommendation
	Sections        []*Section
}

// A Recommendation is one row: a control, with parameters, under the
// benchmark's number.
type Recommendation struct {
	ID, Section string
	ControlName string
	Control     *Control // nil before Link
	With        map[string]cty.Value
	Levels      map[string]int // by type of machine; "" where the benchmark makes no difference
	Assessment  string         // what the benchmark says: automated or manual
	Mappings    map[string][]string
	Range       hcl.Range

	assume  map[string]cty.Value
	with    hcl.Expression // the arguments as written; nil for none
	names   hcl.Range      // where the control is named
	decided *decision
}

// Level is the level on a type of machine (server, workstation); the lowest
// one where kind is empty, 0 where the row does not apply to that kind.
func (r *Recommendation) Level(kind string) int {
	if l, ok := r.Levels[""]; ok {
		return l
	}
	if kind != "" {
		return r.Levels[kind]
	}
	low := 0
	for _, l := range r.Levels {
		if low == 0 || l < low {
			low = l
		}
	}
	return low
}

// Recommendations are the profile's rows in the benchmark's order.
func (p *Profile) Recommendations() []*Recommendation {
	var out []*Recommendation
	for _, s := range p.Sections {
		out = append(out, s.all()...)
	}
	return out
}

func (s *Section) all() []*Recommendation {
	out := append([]*Recommendation(nil), s.Recommendations...)
	for _, sub := range s.Sections {
		out = append(out, sub.all()...)
	}
	return out
}

// Find returns the row with the benchmark's number.
func (p *Profile) Find(id string) (*Recommendation, bool) {
	for _, r := range p.Recommendations() {
		if r.ID == id {
			return r, true
		}
	}
	return nil, false
}
