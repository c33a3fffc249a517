package report

import "strings"

// An htmlTable is the score of the parts of a profile.
type htmlTable struct {
	Caption string
	Profile string
	Kind    string // what the parts are: section, level, severity
	Lines   []htmlLine
	Columns []string // the statuses that have one
}

// An htmlLine is one part.
type htmlLine struct {
	ID, Title string
	Depth     int
	Score     htmlScore
}

// Overall is the score of all profiles together.
func (p *htmlPage) Overall() htmlScore { return htmlScore{p.Score} }

// Tables are the scores of a profile: by level and severity, and its sections.
// The short table of sections has those that lie in no other.
func (p *htmlPage) Tables(prof Profile) []htmlTable {
	recs := OfProfile(p.Recommendations, prof.ID)
	var outer []Group
	for _, g := range prof.Sections {
		if !nested(prof.Sections, g.ID) {
			outer = append(outer, g)
		}
	}
	return []htmlTable{
		p.table("Score by section", prof.ID, "section", outer),
		p.table("Score by severity", prof.ID, "severity", BySeverity(recs)),
		p.table("Score by level", prof.ID, "level", prof.Levels),
	}
}

// Nested is the table of every section, where some lie within others.
func (p *htmlPage) Nested(prof Profile) []htmlTable {
	for _, g := range prof.Sections {
		if nested(prof.Sections, g.ID) {
			return []htmlTable{p.table("Score of every section", prof.ID, "section", prof.Sections)}
		}
	}
	return nil
}

func (p *htmlPage) table(caption, profile, kind string, groups []Group) htmlTable {
	t := htmlTable{Caption: caption, Profile: profile, Kind: kind, Columns: p.columns()}
	for _, g := range groups {
		line := htmlLine{ID: g.ID, Title: g.Title, Score: htmlScore{g.Score}}
		if kind == "section" {
			line.Depth = min(strings.Count(g.ID, "."), 4)
		} else {
			line.Title = ""
		}
		t.Lines = append(t.Lines, line)
	}
	return t
}

// columns are the statuses that any recommendation has; passes and failures always.
func (p *htmlPage) columns() []string {
	var out []string
	for _, c := range tableColumns {
		if c.always || p.Score.Of(c.status) > 0 {
			out = append(out, c.status)
		}
	}
	return out
}

// Name is what a part is called in its row.
func (t htmlTable) Name(l htmlLine) string {
	switch {
	case t.Kind == "level":
		return "Level " + l.ID
	case l.Title == "":
		return capital(l.ID)
	}
	return l.ID + " " + l.Title
}

// Sure and Maybe are how much of the bar is passed, and could be, in per cent.
func (s htmlScore) Sure() float64  { return tenth(s.Low) }
func (s htmlScore) Maybe() float64 { return tenth(s.High) }

func tenth(p *float64) float64 {
	if v, ok := tenths(p).(float64); ok {
		return v
	}
	return 0
}

// Rated reports whether there is anything for a bar to show.
func (s htmlScore) Rated() bool { return s.Low != nil && s.High != nil }
