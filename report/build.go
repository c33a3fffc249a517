package report

import (
	"maps"
	"slices"

	"scantling/checks"
	"scantling/checks/fact"
)

// Audited is what a run leaves behind, before it is put into the model.
type Audited struct {
	Tool     Tool
	Run      Run
	Targets  []Target
	Profiles []*checks.Profile
	Rows     map[*checks.Profile][]checks.Row
	Facts    []Fact
	Waivers  []Waiver
	Answers  []Answer
}

// Build puts a run into the model: sorted, scored, and free of the engine's
// types. It takes the rows apart as it goes, so that a large run is not held twice.
func Build(a Audited) *Report {
	r := &Report{SchemaVersion: SchemaVersion, Tool: a.Tool, Run: a.Run, Targets: a.Targets, Facts: a.Facts, Waivers: a.Waivers, Answers: a.Answers}
	r.Results = make([]Result, 0, a.size())
	for _, p := range a.Profiles {
		var recs []Recommendation
		for i := range a.Rows[p] {
			row := &a.Rows[p][i]
			recs = append(recs, recommendation(p, *row, a.Run.Kind))
			r.Results = appendResults(r.Results, p, row, SubjectTarget(a.Targets))
			row.Results = nil
		}
		r.Profiles = append(r.Profiles, profile(p, recs))
		r.Recommendations = append(r.Recommendations, recs...)
	}
	r.Score = Count(r.Recommendations)
	return r
}

func (a Audited) size() int {
	n := 0
	for _, rows := range a.Rows {
		for i := range rows {
			n += len(rows[i].Results)
		}
	}
	return n
}

// SubjectTarget is the name by which results know the target that they are about.
func SubjectTarget(targets []Target) string {
	if len(targets) == 0 {
		return ""
	}
	return targets[0].Name
}

func profile(p *checks.Profile, recs []Recommendation) Profile {
	return Profile{
		ID: p.ID, Title: p.Title, Version: p.Version, Reference: p.Reference, SHA256: p.SHA256,
		Score:    Count(recs),
		Sections: BySection(sections(p.Sections), recs),
		Levels:   ByLevel(recs),
	}
}

// sections flattens the benchmark's table of contents, leaving out the parts
// of which nothing was selected.
func sections(in []*checks.Section) []Group {
	var out []Group
	for _, s := range in {
		out = append(out, Group{ID: s.ID, Title: s.Title})
		out = append(out, sections(s.Sections)...)
	}
	return out
}

func recommendation(p *checks.Profile, row checks.Row, kind string) Recommendation {
	c, w := row.Control, row.Prose
	counts := map[string]int{}
	for s, n := range row.Counts {
		counts[string(s)] = n
	}
	return Recommendation{
		Profile: p.ID, ID: row.ID, Control: c.Name, Each: c.Each, Title: w.Title,
		Status: string(row.Status), Reason: row.Reason, Answered: row.Answered,
		Level: row.Level(kind), Levels: byKind(row.Levels), Assessment: row.Assessment, Section: row.Section,
		Severity: c.Severity, Mappings: row.Mappings, Counts: counts,
		Rationale: w.Rationale, Impact: w.Impact, Disruption: c.Fix.Disruption,
		Remediation: w.Fix, Question: w.Question, Procedure: w.Procedure, Check: w.Check,
		Source: c.Range.String(),
	}
}

// byKind leaves out a level that holds for every machine.
func byKind(levels map[string]int) map[string]int {
	if _, one := levels[""]; one {
		return nil
	}
	return levels
}

func appendResults(out []Result, p *checks.Profile, row *checks.Row, target string) []Result {
	fingerprint, shared := row.Fingerprints(target), shared{}
	for i := range row.Results {
		r := &row.Results[i]
		out = append(out, Result{
			Profile: p.ID, ID: row.ID, Control: row.Control.Name, Target: target,
			Subject: r.Subject, Status: string(r.Status), Message: r.Message,
			Reason: r.Reason, Remedy: r.Remedy, Evidence: shared.of(r),
			Remediation: r.Fix, Steps: r.Steps, Waiver: r.Waiver, Answer: r.Answer, Fingerprint: fingerprint(r),
		})
	}
	return out
}

// shared keeps evidence that many results have in common in common.
type shared map[*checks.Evidence][]Evidence

func (s shared) of(r *checks.Result) []Evidence {
	switch {
	case len(r.Evidence) == 0:
		return nil
	case r.Status != checks.Pass && r.Status != checks.NotApplicable: // a failure's is its own
		return evidence(r.Evidence)
	}
	first := &r.Evidence[0]
	if _, ok := s[first]; !ok {
		s[first] = evidence(r.Evidence)
	}
	return s[first]
}

func evidence(in []checks.Evidence) []Evidence {
	out := make([]Evidence, 0, len(in))
	for i := range in {
		e := &in[i]
		out = append(out, Evidence{
			Expression: e.Expression, Holds: e.Holds.String(),
			Expected: e.Expected, Actual: e.Actual, Facts: readings(e.Reads),
		})
	}
	return out
}

func readings(in []checks.Read) []Read {
	if len(in) == 0 {
		return nil
	}
	out := make([]Read, len(in))
	for i := range in {
		r := &in[i]
		out[i] = Read{Path: r.Path, Value: r.Value, Origin: r.Origin, Remark: r.Remark, Reason: r.Why()}
	}
	return out
}

// Sources puts what was read into the model.
func Sources(in []fact.Source) []Fact {
	var out []Fact
	for _, s := range in {
		out = append(out, Fact{
			Name: s.Name, Key: s.Key, Seconds: s.Took.Seconds(), Objects: s.Objects,
			Unknown: slices.Sorted(maps.Keys(s.Unknown)),
		})
	}
	return out
}
