package checks

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// A Control says what is checked, why, and how to mend it. It knows nothing of
// benchmarks: profiles point at it by name.
type Control struct {
	Name     string
	Params   []Param
	Severity string // critical, high, medium, low
	Each     string // a stream: one result per object; empty for one result

	When     hcl.Expression // guard: false is not applicable
	WhenNot  hcl.Expression // the words for it
	Check    hcl.Expression // nil: a person decides
	Ask      hcl.Expression // true: a person decides after all
	Evidence hcl.Expression // facts to show beside the verdict

	Title, Rationale, Message, Question, Procedure hcl.Expression
	Fix                                            Fix
	Range, eachRange                               hcl.Range
}

// Fix is a control's remediation.
type Fix struct {
	Text, Impact hcl.Expression
	Disruption   string // none, reload, recreate, restart_daemon, reboot
	Steps        []StepSource
}

// A Param is a parameter that profiles may set.
type Param struct {
	Name    string
	Type    cty.Type
	Default cty.Value // cty.NilVal: must be given
}

// Severities and Disruptions are the allowed words, worst first.
var (
	Severities  = []string{"critical", "high", "medium", "low"}
	Disruptions = []string{"none", "reload", "recreate", "restart_daemon", "reboot"}
)

func (c *Control) param(name string) (Param, bool) {
	for _, p := range c.Params {
		if p.Name == name {
			return p, true
		}
	}
	return Param{}, false
}

// values merges the given parameters over the defaults.
func (c *Control) values(with map[string]cty.Value) cty.Value {
	out := map[string]cty.Value{}
	for _, p := range c.Params {
		out[p.Name] = p.Default
		if v, ok := with[p.Name]; ok {
			out[p.Name] = v
		}
		if out[p.Name] == cty.NilVal {
			out[p.Name] = cty.UnknownVal(p.Type)
		}
	}
	return cty.ObjectVal(out)
}

// facing are the expressions over facts, by the name of their attribute.
func (c *Control) facing() map[string]hcl.Expression {
	out := present(map[string]hcl.Expression{
		"when": c.When, "when_not": c.WhenNot, "check": c.Check, "ask": c.Ask,
		"evidence": c.Evidence, "message": c.Message, "remediation.text": c.Fix.Text,
	})
	for i, s := range c.Fix.Steps {
		for name, e := range s.attrs {
			if stepKinds[s.Kind].attrs[name] == cty.Bool && name != "when" {
				continue // a switch, which is always on: decoding has looked at it
			}
			out[fmt.Sprintf("fix %d %s %s", i, s.Kind, name)] = e
		}
	}
	return out
}

// prose are the templates over parameters alone.
func (c *Control) prose() map[string]hcl.Expression {
	return present(map[string]hcl.Expression{
		"title": c.Title, "rationale": c.Rationale, "question": c.Question,
		"procedure": c.Procedure, "remediation.impact": c.Fix.Impact,
	})
}

func present(in map[string]hcl.Expression) map[string]hcl.Expression {
	for name, e := range in {
		if e == nil {
			delete(in, name)
		}
	}
	return in
}
