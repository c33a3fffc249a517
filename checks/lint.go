package checks

import (
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"scantling/checks/fact"
)

// Lint holds every control that was added against the facts' types, without
// reading anything; what was shelved has been linted.
// It finds what an evaluation would hide: a name that does not exist on the
// undecided side of &&, a comparison that no fact can change, a name used inside
// a for expression over no elements.
func (l *Library) Lint(set *fact.Set) hcl.Diagnostics {
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(l.Controls)), l.shelved)
	if len(names) == 0 {
		return nil
	}
	var diags hcl.Diagnostics
	plain, model := newLintBase(set, cty.UnknownVal), newLintBase(set, exemplar)
	for _, name := range names {
		c := l.Controls[name]
		lint := &linter{c: c, set: set, plain: plain.context(c), model: model.context(c)}
		diags = append(diags, lint.control()...)
	}
	return diags
}

type linter struct {
	c     *Control
	set   *fact.Set
	plain *hcl.EvalContext // every fact unknown
	model *hcl.EvalContext // every fact an exemplar: lists hold one unknown element
}

func (l *linter) control() hcl.Diagnostics {
	var diags hcl.Diagnostics
	if l.c.Each != "" {
		if diags := l.each(); diags.HasErrors() {
			return diags // every mention of the stream would be wrong as well
		}
	}
	facing := l.c.facing()
	for _, name := range slices.Sorted(maps.Keys(facing)) {
		diags = append(diags, l.expression(facing[name], wantType(name))...)
	}
	prose := l.c.prose()
	for _, name := range slices.Sorted(maps.Keys(prose)) {
		diags = append(diags, l.text(prose[name])...)
	}
	return distinct(diags)
}

// distinct keeps the first of the errors that say the same about one control: a
// wrong name is often used more than once.
func distinct(diags hcl.Diagnostics) hcl.Diagnostics {
	seen := map[string]bool{}
	return slices.DeleteFunc(diags, func(d *hcl.Diagnostic) bool {
		key := d.Summary + d.Detail
		defer func() { seen[key] = true }()
		return seen[key]
	})
}

func wantType(attribute string) cty.Type {
	if words := strings.Fields(attribute); words[0] == "fix" {
		if words[3] == "when" {
			return cty.Bool
		}
		return stepKinds[words[2]].attrs[words[3]]
	}
	switch attribute {
	case "when", "check", "ask":
		return cty.Bool
	case "evidence":
		return cty.DynamicPseudoType
	}
	return cty.String
}

func (l *linter) each() hcl.Diagnostics {
	f, ok := l.set.Find(l.c.Each)
	if ok && f.Kind == fact.Many {
		return nil
	}
	var streams []string
	for _, f := range l.set.All() {
		if f.Kind == fact.Many {
			streams = append(streams, f.Name)
		}
	}
	return hcl.Diagnostics{problem(l.c.eachRange, "Unknown stream", "each = %s names no stream; there are %s.%s",
		l.c.Each, strings.Join(streams, ", "), suggest(l.c.Each, streams))}
}

// text checks a template that may name parameters only.
func (l *linter) text(e hcl.Expression) hcl.Diagnostics {
	for _, t := range e.Variables() {
		if t.RootName() != "param" {
			return hcl.Diagnostics{problem(t.SourceRange(), "Fact in a general text",
				"Titles, rationales, questions and impacts hold for every target, so they may use param only, not %s.", t.RootName())}
		}
	}
	return l.expression(e, cty.String)
}

func (l *linter) expression(e hcl.Expression, want cty.Type) hcl.Diagnostics {
	diags := append(l.names(e), l.functions(e)...)
	if diags.HasErrors() {
		return diags
	}
	diags = append(diags, l.dry(e, want)...)
	if want == cty.Bool && !diags.HasErrors() {
		diags = append(diags, l.settled(e)...)
	}
	return diags
}

// names resolves every traversal, on both sides of every operator.
func (l *linter) names(e hcl.Expression) hcl.Diagnostics {
	var diags hcl.Diagnostics
	for _, t := range e.Variables() {
		for _, d := range second(t.TraverseAbs(l.model)) {
			if d.Severity == hcl.DiagError {
				diags = append(diags, l.unknownName(t, d))
			}
		}
	}
	return diags
}

func second(_ cty.Value, diags hcl.Diagnostics) hcl.Diagnostics { return diags }

// unknownName adds what was probably meant.
func (l *linter) unknownName(t hcl.Traversal, d *hcl.Diagnostic) *hcl.Diagnostic {
	if f, ok := l.set.Find(t.RootName()); ok && f.Kind == fact.Many && f.Name != l.c.Each {
		d.Detail = t.RootName() + " is a stream of objects; name it with each = " + t.RootName() + "."
		return d
	}
	v := cty.ObjectVal(l.model.Variables)
	for _, step := range attributes(t) {
		if !v.Type().IsObjectType() {
			break
		}
		if !v.Type().HasAttribute(step) {
			d.Detail += suggest(step, slices.Sorted(maps.Keys(v.Type().AttributeTypes())))
			return d
		}
		v = v.GetAttr(step)
	}
	return d
}

// functions finds calls of functions that do not exist.
func (l *linter) functions(e hcl.Expression) hcl.Diagnostics {
	node, ok := e.(hclsyntax.Node)
	if !ok {
		return nil
	}
	return hclsyntax.VisitAll(node, func(n hclsyntax.Node) hcl.Diagnostics {
		call, ok := n.(*hclsyntax.FunctionCallExpr)
		if !ok {
			return nil
		}
		if _, known := l.model.Functions[call.Name]; known {
			return nil
		}
		names := slices.Sorted(maps.Keys(l.model.Functions))
		return hcl.Diagnostics{problem(call.NameRange, "Unknown function", "There is no function %q.%s", call.Name, suggest(call.Name, names))}
	})
}
