package checks

import (
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"scantling/checks/fact"
)

// A decision is a control with its parameters, compiled. Rows of several
// profiles that ask the same share one, and it is taken once.
type decision struct {
	control *Control
	params  cty.Value
	assume  map[string]cty.Value
	pure    *hcl.EvalContext // the functions that read no fact
	src     []byte           // the control's file

	when, whenNot, check, ask, message, fix, evidence *expr
	whenParts, askParts, checkParts                   []part
	steps                                             []compiledStep

	alike *alike[*verdict] // of a stream
	looks *alike[*verdict] // of a stream, what is shown with a question
	results
	said *Prose
}

// Result is the verdict on one subject.
type Result struct {
	Subject  string // the object's name; empty for the target itself
	Identity string // what survives recreation, for the fingerprint
	Status   Status
	Message  string
	Reason   string // why it is neither pass nor fail, or who says that it is
	Remedy   string // what would make it assessable
	Evidence []Evidence
	Fix      string // the remediation, with this subject's names and values
	Steps    []Step // the same as a program can carry it out; none where people must
	Waiver   string // the waiver that covers the failure
	Answer   string // the answer that a person gave in place of a condition
}

func newDecision(c *Control, with map[string]cty.Value, set *fact.Set, pure *hcl.EvalContext, src []byte) *decision {
	d := &decision{
		control: c, params: c.values(with), pure: pure, src: src,
		when: compile(c.When, set), whenNot: compile(c.WhenNot, set),
		check: compile(c.Check, set), ask: compile(c.Ask, set),
		message: compile(c.Message, set), fix: compile(c.Fix.Text, set),
		evidence:  compile(c.Evidence, set),
		whenParts: parts(c.When, set, src), askParts: parts(c.Ask, set, src),
		checkParts: parts(c.Check, set, src),
		steps:      steps(c.Fix.Steps, set),
	}
	if stream, ok := set.Find(c.Each); ok {
		d.alike = newAlike[*verdict](stream, d.when, d.check, d.ask)
		d.looks = newAlike[*verdict](stream, d.evidence)
	}
	return d
}

// exprs are all the compiled expressions, for finding what they mention.
func (d *decision) exprs() []*expr {
	all := []*expr{d.when, d.whenNot, d.check, d.ask, d.message, d.fix, d.evidence}
	for _, s := range d.steps {
		all = slices.AppendSeq(all, maps.Values(s.attrs))
	}
	return slices.DeleteFunc(all, func(x *expr) bool { return x == nil })
}

// decide takes the decision for the subject that the scope holds. The result is
// without the subject's name, and others may share it.
func (d *decision) decide(s scope) *Result {
	s.params = d.params
	if s.object != nil {
		return d.verdictAlike(s)
	}
	r := d.verdict(s)
	return d.worded(&r, s)
}

// worded adds the texts that name the subject to a result of its own.
func (d *decision) worded(r *Result, s scope) *Result {
	switch r.Status {
	case Fail:
		r.Message, r.Fix, r.Steps = s.text(d.message), s.text(d.fix), s.todo(d.steps)
	case NotApplicable:
		r.Reason = s.text(d.whenNot)
	}
	return r
}

func (d *decision) verdict(s scope) Result {
	if d.when != nil {
		switch in := s.within(d.when); truth(in.eval(d.when)) {
		case False:
			return Result{Status: NotApplicable, Evidence: in.explain(d.whenParts, False)}
		case Unknown:
			return undecided(in.explain(d.whenParts, Unknown))
		}
	}
	if d.check == nil {
		return d.manual(s)
	}
	if d.ask != nil {
		switch in := s.within(d.ask); truth(in.eval(d.ask)) {
		case True:
			return d.manual(s)
		case Unknown:
			return undecided(in.explain(d.askParts, Unknown))
		}
	}
	in := s.within(d.check)
	t := truth(in.eval(d.check))
	ev := in.explain(d.checkParts, t)
	switch t {
	case True:
		return Result{Status: Pass, Evidence: ev}
	case False:
		return Result{Status: Fail, Evidence: ev}
	}
	return undecided(ev)
}

// manual hands the question to a person, with the facts that help.
func (d *decision) manual(s scope) Result {
	r := Result{Status: Manual, Reason: "A person decides this."}
	if d.evidence != nil {
		r.Evidence = []Evidence{{Expression: "facts to look at", Reads: s.within(d.evidence).facts(d.evidence)}}
	}
	return r
}

// undecided turns the operands that could not be decided into a status: a fault
// of a read is an error; a limit of target or privileges is not assessed.
func undecided(ev []Evidence) Result {
	r := Result{Status: NotAssessed, Evidence: ev}
	var reasons, remedies []string
	for _, e := range ev {
		if e.Holds != Unknown {
			continue
		}
		for _, err := range gaps(e.Reads) {
			if interrupted(err) {
				err = cut
			}
			remedy, ok := fact.Remedy(err)
			if !ok {
				r.Status = Error
			}
			reasons, remedies = once(reasons, err.Error()), once(remedies, remedy)
		}
	}
	if len(reasons) == 0 {
		return Result{Status: Error, Evidence: ev, Reason: "The facts that were read do not decide the condition."}
	}
	r.Reason, r.Remedy = strings.Join(reasons, "; "), strings.Join(remedies, "; ")
	return r
}

func once(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// settled renders a template that may use only parameters.
func (d *decision) settled(e hcl.Expression) string {
	if e == nil {
		return ""
	}
	v, diags := e.Value(d.paramsOnly())
	if diags.HasErrors() || !v.IsWhollyKnown() || v.IsNull() {
		return ""
	}
	return strings.TrimSpace(v.AsString())
}

func (d *decision) paramsOnly() *hcl.EvalContext {
	ctx := d.pure.NewChild()
	ctx.Variables = map[string]cty.Value{"param": d.params}
	return ctx
}

// cut is the reason for everything that an interrupted audit did not reach.
var cut error = &fact.Unavailable{Why: "the audit was interrupted", Remedy: "let the audit finish"}
