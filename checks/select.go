package checks

import (
	"fmt"
	"path"
	"strings"
)

// A Selection narrows a profile to the rows that a run is about.
type Selection struct {
	Level   int      // rows up to this level; 0: all
	Kind    string   // server or workstation, where a benchmark tells them apart
	IDs     []string // numbers or shell patterns of them; empty: all
	Section []string // sections with all below them; empty: all
}

// Apply returns the profile with the selected rows only. The error says when
// an ID or section names nothing, rather than letting it pass unnoticed.
func (s Selection) Apply(p *Profile) (*Profile, error) {
	out := *p
	out.Sections = s.sections(p.Sections)
	if len(out.Recommendations()) == 0 {
		return nil, fmt.Errorf("profile %s has no recommendation that fits the selection%s", p.ID, s.words())
	}
	return &out, nil
}

func (s Selection) words() string {
	var w []string
	if s.Level > 0 {
		w = append(w, fmt.Sprintf("level %d", s.Level))
	}
	if s.Kind != "" {
		w = append(w, "type "+s.Kind)
	}
	w = append(append(w, s.IDs...), s.Section...)
	if len(w) == 0 {
		return ""
	}
	return ": " + strings.Join(w, ", ")
}

func (s Selection) sections(in []*Section) []*Section {
	var out []*Section
	for _, sec := range in {
		part := &Section{ID: sec.ID, Title: sec.Title, Sections: s.sections(sec.Sections)}
		for _, r := range sec.Recommendations {
			if s.has(r) {
				part.Recommendations = append(part.Recommendations, r)
			}
		}
		if len(part.Recommendations)+len(part.Sections) > 0 {
			out = append(out, part)
		}
	}
	return out
}

// Takes reports whether a row of a saved report fits the selection.
func (s Selection) Takes(id, section string, level int) bool {
	return s.has(&Recommendation{ID: id, Section: section, Levels: map[string]int{"": level}})
}

func (s Selection) has(r *Recommendation) bool {
	level := r.Level(s.Kind)
	if level == 0 || s.Level > 0 && level > s.Level {
		return false
	}
	return fits(s.IDs, r.ID, glob) && fits(s.Section, r.Section, within)
}

func fits(patterns []string, id string, test func(pattern, id string) bool) bool {
	for _, p := range patterns {
		if test(p, id) {
			return true
		}
	}
	return len(patterns) == 0
}

func glob(pattern, id string) bool {
	ok, err := path.Match(pattern, id)
	return ok && err == nil
}

func within(section, id string) bool {
	return id == section || strings.HasPrefix(id, section+".")
}
