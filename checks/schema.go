package checks

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// The shapes of the files. None of the attributes is required here: who reads
// them says what is missing, and why it is needed.
var (
	fileSchema    = schema("", "control name", "profile id")
	controlSchema = schema("severity each when when_not check ask evidence title rationale message question procedure",
		"param name", "remediation")
	paramSchema   = schema("type default")
	fixSchema     = schema("text impact disruption", "fix kind")
	profileSchema = schema("title version reference assume", "section id")
	sectionSchema = schema("title", "recommendation id", "section id")
	rowSchema     = schema("control with level assessment mappings")
	reviewSchema  = schema("", "waiver id", "answer id", "note id")
	waiverSchema  = schema(aimAttributes + "reason approver disposition date expires evidence owner ticket other")
	answerSchema  = schema(aimAttributes + "verdict comment evidence assessor date expires owner ticket other")
	noteSchema    = schema(aimAttributes + "disposition comment evidence assessor date expires owner ticket other")
)

// schema takes names of attributes, and of blocks with their labels.
func schema(attributes string, blocks ...string) *hcl.BodySchema {
	s := &hcl.BodySchema{}
	for _, name := range strings.Fields(attributes) {
		s.Attributes = append(s.Attributes, hcl.AttributeSchema{Name: name})
	}
	for _, b := range blocks {
		words := strings.Fields(b)
		s.Blocks = append(s.Blocks, hcl.BlockHeaderSchema{Type: words[0], LabelNames: words[1:]})
	}
	return s
}
