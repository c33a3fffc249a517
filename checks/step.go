package checks

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"scantling/checks/fact"
)

// A Step is one thing to do about a failure, with all values filled in. Its kind
// says which of the fields it has.
type Step struct {
	Kind string `json:"kind"`

	Path   string            `json:"path,omitempty"`   // json, settings, lines, fstab: the file
	Merge  map[string]any    `json:"merge,omitempty"`  // json: what to put into the object that the file is
	Unset  []string          `json:"unset,omitempty"`  // json, settings: keys to take out
	Form   string            `json:"form,omitempty"`   // settings: how the file spells them; see Forms
	Set    map[string]string `json:"set,omitempty"`    // settings
	Add    map[string]string `json:"add,omitempty"`    // settings: words that a value must have, among others
	In     string            `json:"in,omitempty"`     // settings of form ini: the section
	First  bool              `json:"first,omitempty"`  // settings: the first line with a key counts
	Better string            `json:"better,omitempty"` // settings: higher or lower, where two rows want different numbers

	Lines   []string `json:"lines,omitempty"`   // lines: that the file must have
	Without []string `json:"without,omitempty"` // lines: patterns of lines that go
	After   string   `json:"after,omitempty"`   // lines: a pattern of the line that they have to follow

	Mount   string   `json:"mount,omitempty"`   // fstab: the mount point
	Options []string `json:"options,omitempty"` // fstab: options that the mount point's line must have
	Line    string   `json:"line,omitempty"`    // fstab: the line where there is none

	Paths []string `json:"paths,omitempty"` // access: files and directories
	Mode  string   `json:"mode,omitempty"`  // access: as for chmod
	Owner string   `json:"owner,omitempty"`
	Group string   `json:"group,omitempty"`

	Names []string `json:"names,omitempty"` // unit, package
	State string   `json:"state,omitempty"` // unit: enabled, disabled, masked; package: present, absent

	Argv  []string   `json:"argv,omitempty"`  // run: a program and its arguments
	Argvs [][]string `json:"argvs,omitempty"` // run: several
	Live  bool       `json:"live,omitempty"`  // run: it brings the running machine in line with the files
}

// StepSource is a step as its author wrote it.
type StepSource struct {
	Kind  string
	Range hcl.Range
	attrs map[string]hcl.Expression
}

type compiledStep struct {
	kind  string
	live  bool // of what is not running nothing has to be brought in line
	attrs map[string]*expr
}

func steps(sources []StepSource, set *fact.Set) []compiledStep {
	var out []compiledStep
	for _, s := range sources {
		one := compiledStep{s.Kind, s.live(), map[string]*expr{}}
		for name, e := range s.attrs {
			one.attrs[name] = compile(e, set)
		}
		out = append(out, one)
	}
	return out
}

// live reports that a step only concerns the running machine.
func (s StepSource) live() bool {
	e := s.attrs["live"]
	if e == nil {
		return false
	}
	v, diags := e.Value(nil)
	return !diags.HasErrors() && v.RawEquals(cty.True)
}

// todo fills the steps in. Where one of them cannot be, none is given: half a
// remediation is for people.
func (s scope) todo(steps []compiledStep) []Step {
	var out []Step
	for _, one := range steps {
		switch do, ok := s.wanted(one); {
		case !ok && !one.live:
			return nil
		case !ok, !do:
			continue
		}
		filled, some, ok := s.step(one)
		if !ok && !one.live {
			return nil
		}
		if ok && some {
			out = append(out, filled)
		}
	}
	return out
}

// wanted is what a step's own when says.
func (s scope) wanted(one compiledStep) (do, ok bool) {
	when := one.attrs["when"]
	if when == nil {
		return true, true
	}
	t := truth(s.eval(when))
	return t == True, t != Unknown
}

// step fills one in. There is nothing to do where a list of it is empty.
func (s scope) step(one compiledStep) (out Step, some, ok bool) {
	values := map[string]cty.Value{"kind": cty.StringVal(one.kind)}
	for _, name := range slices.Sorted(maps.Keys(one.attrs)) {
		if name == "when" {
			continue
		}
		v, diags := s.eval(one.attrs[name])
		if diags.HasErrors() {
			return out, false, false
		}
		kind := stepKinds[one.kind]
		v, err := convert.Convert(v, kind.attrs[name])
		switch {
		case err != nil || !v.IsWhollyKnown() || v.IsNull() && slices.Contains(kind.needs, name):
			return out, false, false
		case v.IsNull(): // as if it were not written
		case name == kind.list && v.LengthInt() == 0:
			return out, false, true
		default:
			values[name] = v
		}
	}
	all := cty.ObjectVal(values)
	raw, err := ctyjson.Marshal(all, all.Type())
	if err != nil || json.Unmarshal(raw, &out) != nil {
		return out, false, false
	}
	return out, out.Kind != "lines" || len(out.Lines)+len(out.Without) > 0, true
}
