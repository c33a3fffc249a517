package checks

import "github.com/hashicorp/hcl/v2"

// The shapes of the files, as gohcl fills them. It leaves hcl.Expression fields
// unevaluated, and does not report a missing one: control() and lint do.

type rawFile struct {
	Controls []rawControl `hcl:"control,block"`
	Profiles []rawProfile `hcl:"profile,block"`
}

type rawControl struct {
	Name      string         `hcl:"name,label"`
	Params    []rawParam     `hcl:"param,block"`
	Severity  hcl.Expression `hcl:"severity"`
	Each      hcl.Expression `hcl:"each,optional"`
	When      hcl.Expression `hcl:"when,optional"`
	WhenNot   hcl.Expression `hcl:"when_not,optional"`
	Check     hcl.Expression `hcl:"check,optional"`
	Ask       hcl.Expression `hcl:"ask,optional"`
	Evidence  hcl.Expression `hcl:"evidence,optional"`
	Title     hcl.Expression `hcl:"title"`
	Rationale hcl.Expression `hcl:"rationale"`
	Message   hcl.Expression `hcl:"message,optional"`
	Question  hcl.Expression `hcl:"question,optional"`
	Procedure hcl.Expression `hcl:"procedure,optional"`
	Fix       *rawFix        `hcl:"remediation,block"`
	Range     hcl.Range      `hcl:",def_range"`
}

type rawParam struct {
	Name    string         `hcl:"name,label"`
	Type    hcl.Expression `hcl:"type"`
	Default hcl.Expression `hcl:"default,optional"`
	Range   hcl.Range      `hcl:",def_range"`
}

type rawFix struct {
	Text       hcl.Expression `hcl:"text"`
	Impact     hcl.Expression `hcl:"impact,optional"`
	Disruption hcl.Expression `hcl:"disruption"`
	Range      hcl.Range      `hcl:",def_range"`
}

type rawProfile struct {
	ID        string       `hcl:"id,label"`
	Title     string       `hcl:"title,optional"`
	Version   string       `hcl:"version,optional"`
	Reference string       `hcl:"reference,optional"`
	Sections  []rawSection `hcl:"section,block"`
	Range     hcl.Range    `hcl:",def_range"`
}

type rawSection struct {
	ID       string              `hcl:"id,label"`
	Title    string              `hcl:"title"`
	Rows     []rawRecommendation `hcl:"recommendation,block"`
	Sections []rawSection        `hcl:"section,block"`
	Range    hcl.Range           `hcl:",def_range"`
}

type rawRecommendation struct {
	ID         string         `hcl:"id,label"`
	Control    hcl.Expression `hcl:"control"`
	With       hcl.Expression `hcl:"with,optional"`
	Level      hcl.Expression `hcl:"level"`
	Assessment hcl.Expression `hcl:"assessment,optional"`
	Mappings   hcl.Expression `hcl:"mappings,optional"`
	Range      hcl.Range      `hcl:",def_range"`
}

// given tells an attribute that was written from gohcl's stand-in for one that
// was not, which has no source range.
func given(e hcl.Expression) hcl.Expression {
	if e == nil || e.Range().Empty() {
		return nil
	}
	return e
}
