package checks

import (
	"errors"
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"scantling/checks/fact"
)

// facts lists what an expression reads: each variable once, each keyed fact
// with its key, and those whose key is only known inside a for expression.
func (s scope) facts(x *expr) []Read {
	var out []Read
	seen := map[string]bool{}
	add := func(r Read) {
		if !seen[r.Path] {
			seen[r.Path] = true
			out = append(out, r)
		}
	}
	for _, m := range x.reads {
		add(s.variable(m))
	}
	var late []mention
	for _, m := range x.calls {
		key, ok := s.key(m)
		if !ok {
			late = append(late, m)
			continue
		}
		add(called(s.set.Get(s.ctx, m.fact, key), m))
	}
	if late != nil {
		s.trace(x, late, add)
	}
	return out
}

// key evaluates a function's argument where it does not depend on a for
// expression's own variables.
func (s scope) key(m mention) (string, bool) {
	v, diags := s.eval(m.arg)
	if diags.HasErrors() || !v.IsKnown() || v.IsNull() || v.Type() != cty.String {
		return "", false
	}
	return v.AsString(), true
}

// trace evaluates once more and watches with which keys the late mentions are
// asked for.
func (s scope) trace(x *expr, late []mention, add func(Read)) {
	watched := s
	watched.frame = nil
	watched.funcs = functions(s.ctx, s.set, func(r fact.Reading) {
		for _, m := range late {
			if m.fact == r.Fact.Name {
				add(called(r, m))
			}
		}
	})
	_, _ = watched.eval(x)
}

// variable is what the expression at hand reads through a variable.
func (s scope) variable(m mention) Read {
	r := s.reading(m.fact)
	v, diags := m.from.TraverseAbs(s.frame)
	out := read(r, m, v, diags)
	out.own = s.object != nil && s.object.Fact.Name == m.fact
	return out
}

// called is what a call of a keyed fact reads.
func called(r fact.Reading, m mention) Read {
	v, diags := follow(r.Cty(fact.Shape{}.Add(m.path...)), m.path)
	out := read(r, m, v, diags)
	out.Path = call(m.fact, r.Key, m.path)
	return out
}

func read(r fact.Reading, m mention, v cty.Value, diags hcl.Diagnostics) Read {
	note := r.At(m.attr)
	out := Read{Path: m.text, attr: m.attr, Value: Format(v), Origin: note.Origin, Remark: note.Remark, Errs: r.Gaps(m.attr)}
	if diags.HasErrors() {
		out.Errs = append(out.Errs, brief(diags))
	}
	return out
}

func follow(v cty.Value, path []string) (cty.Value, hcl.Diagnostics) {
	var t hcl.Traversal
	for _, name := range path {
		t = append(t, hcl.TraverseAttr{Name: name})
	}
	return t.TraverseRel(v)
}

func call(name, key string, path []string) string {
	s := fmt.Sprintf("%s(%q)", name, key)
	for _, p := range path {
		s += "." + p
	}
	return s
}

// brief is a diagnostic as one error, without the source snippet.
func brief(diags hcl.Diagnostics) error {
	for _, d := range diags {
		if d.Severity != hcl.DiagError {
			continue
		}
		if extra, ok := hcl.DiagnosticExtra[hclsyntax.FunctionCallDiagExtra](d); ok && extra.FunctionCallError() != nil {
			return fmt.Errorf("%s: %w", extra.CalledFunctionName(), extra.FunctionCallError())
		}
		return errors.New(d.Summary + ": " + d.Detail)
	}
	return diags
}
