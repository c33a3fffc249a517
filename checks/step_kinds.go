package checks

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// A stepKind says which attributes a kind of fix block has.
type stepKind struct {
	attrs map[string]cty.Type
	needs []string
	list  string              // the attribute that may be an empty list: there is nothing to do then
	words map[string][]string // those that are one of some words
}

// Forms are the ways in which files spell a setting: key value, key = value,
// key=value, and key=value in a section.
var Forms = []string{"space", "equals", "shell", "ini"}

var textList = cty.List(cty.String)

// stepKinds are the kinds of fix blocks.
var stepKinds = map[string]stepKind{
	"json": {
		attrs: map[string]cty.Type{"path": cty.String, "merge": cty.DynamicPseudoType, "unset": textList},
		needs: []string{"path"},
	},
	"settings": {
		attrs: map[string]cty.Type{
			"path": cty.String, "form": cty.String, "in": cty.String, "set": cty.Map(cty.String), "add": cty.Map(cty.String),
			"unset": textList, "first": cty.Bool, "better": cty.String,
		},
		needs: []string{"path", "form"}, list: "set",
		words: map[string][]string{"form": Forms, "better": {"higher", "lower"}},
	},
	"lines": {
		attrs: map[string]cty.Type{"path": cty.String, "lines": textList, "without": textList, "first": cty.Bool, "after": cty.String},
		needs: []string{"path"},
	},
	"fstab": {
		attrs: map[string]cty.Type{"mount": cty.String, "options": textList, "line": cty.String},
		needs: []string{"mount"},
	},
	"access": {
		attrs: map[string]cty.Type{"paths": textList, "mode": cty.String, "owner": cty.String, "group": cty.String},
		needs: []string{"paths"}, list: "paths",
	},
	"unit": {
		attrs: map[string]cty.Type{"names": textList, "state": cty.String},
		needs: []string{"names", "state"}, list: "names",
		words: map[string][]string{"state": {"enabled", "disabled", "masked"}},
	},
	"package": {
		attrs: map[string]cty.Type{"names": textList, "state": cty.String},
		needs: []string{"names", "state"}, list: "names",
		words: map[string][]string{"state": {"present", "absent"}},
	},
	"run": {
		attrs: map[string]cty.Type{"argv": textList, "argvs": cty.List(textList), "live": cty.Bool},
		list:  "argvs",
	},
}

// StepKinds are the names of the kinds, sorted.
func StepKinds() []string { return slices.Sorted(maps.Keys(stepKinds)) }

// steps are the fix blocks of a remediation.
func (n *node) steps() []StepSource {
	var out []StepSource
	for _, b := range n.blocks.OfType("fix") {
		if s, ok := n.step(b); ok {
			out = append(out, s)
		}
	}
	return out
}

func (n *node) step(b *hcl.Block) (StepSource, bool) {
	kind, known := stepKinds[b.Labels[0]]
	if !known {
		n.add(problem(b.LabelRanges[0], "Unknown kind of fix", "A fix is one of %s, not %q.%s",
			strings.Join(StepKinds(), ", "), b.Labels[0], suggest(b.Labels[0], StepKinds())))
		return StepSource{}, false
	}
	names := slices.Sorted(maps.Keys(kind.attrs))
	body := open(b.Body, schema(strings.Join(append(names, "when"), " ")), b.DefRange)
	s := StepSource{Kind: b.Labels[0], Range: b.DefRange, attrs: map[string]hcl.Expression{}}
	for name, a := range body.attrs {
		s.attrs[name] = a.Expr
	}
	for _, name := range kind.needs {
		if s.attrs[name] == nil {
			body.add(problem(b.DefRange, "Missing "+name, "A fix of kind %s needs %s.", s.Kind, name))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(kind.words)) {
		if s.attrs[name] != nil {
			body.oneOf(name, kind.words[name])
		}
	}
	for name, e := range s.attrs {
		if kind.attrs[name] == cty.Bool {
			_, diags := constant(e, cty.Bool)
			body.add(diags...)
		}
	}
	n.add(body.diags...)
	return s, true
}

// written is a fix block on one line for people: its kind, and its attributes as
// their author wrote them.
func (s StepSource) written(src []byte) string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(s.attrs)) {
		text := strings.Join(strings.Fields(string(s.attrs[name].Range().SliceBytes(src))), " ")
		parts = append(parts, fmt.Sprintf("%s = %s", name, text))
	}
	return s.Kind + ": " + strings.Join(parts, ", ")
}
