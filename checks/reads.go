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
		r := read(s.reading(m.fact), m.text, m.path, m.dotted())
		r.own = s.object != nil && s.object.Fact.Name == m.fact
		add(r)
	}
	var late []mention
	for _, m := range x.calls {
		key, ok := s.key(m)
		if !ok {
			late = append(late, m)
			continue
		}
		add(read(s.set.Get(s.ctx, m.fact, key), call(m.fact, key, m.path), m.path, m.dotted()))
	}
	if late != nil {
		s.trace(x, late, add)
	}
	return out
}

// key evaluates a function's argument where it does not depend on a for
// expression's own variables.
func (s scope) key(m mention) (string, bool) {
	v, diags := s.eval(compile(m.arg, s.set))
	if diags.HasErrors() || !v.IsKnown() || v.IsNull() || v.Type() != cty.String {
		return "", false
	}
	return v.AsString(), true
}

// trace evaluates once more and watches with which keys the late mentions are
// asked for.
func (s scope) trace(x *expr, late []mention, add func(Read)) {
	watched := s
	watched.funcs = functions(s.ctx, s.set, func(r fact.Reading) {
		for _, m := range late {
			if m.fact == r.Fact.Name {
				add(read(r, call(m.fact, r.Key, m.path), m.path, m.dotted()))
			}
		}
	})
	_, _ = watched.eval(x)
}

func read(r fact.Reading, text string, path []string, dotted string) Read {
	note := r.At(dotted)
	out := Read{Path: text, attr: dotted, Origin: note.Origin, Remark: note.Remark, Errs: r.Gaps(dotted)}
	v, diags := follow(r.Cty(fact.Shape{}.Add(path...)), path)
	if diags.HasErrors() {
		out.Errs = append(out.Errs, brief(diags))
	}
	out.Value = Format(v)
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
