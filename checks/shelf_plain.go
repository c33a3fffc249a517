package checks

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// The plain values: texts with facts in them, numbers, words, facts, and lists and
// objects of these, on one line of ASCII. Every method takes where it begins and
// returns where it ends, or below 0.

func (r *reader) is(at int, c byte) bool { return at < r.end && r.src[at] == c }

// blank passes over spaces.
func (r *reader) blank(at int) int {
	for r.is(at, ' ') {
		at++
	}
	return at
}

// word passes over a name.
func (r *reader) word(at int) int {
	for from := at; at < r.end; at++ {
		c := r.src[at]
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
		if !letter && (at == from || c != '_' && (c < '0' || c > '9')) {
			break
		}
	}
	return at
}

func (r *reader) plain(at int) (hclsyntax.Expression, int) {
	switch {
	case r.is(at, '"'):
		return r.template(at)
	case r.is(at, '['):
		return r.tuple(at)
	case r.is(at, '{'):
		return r.object(at)
	case at < r.end && '0' <= r.src[at] && r.src[at] <= '9':
		return r.number(at)
	}
	return r.name(at)
}

func (r *reader) number(at int) (hclsyntax.Expression, int) {
	end := at
	for end < r.end && '0' <= r.src[end] && r.src[end] <= '9' {
		end++
	}
	v, err := cty.ParseNumberVal(string(r.src[at:end]))
	if err != nil || r.is(end, '.') || r.word(end) > end {
		return nil, -1
	}
	return &hclsyntax.LiteralValueExpr{Val: v, SrcRange: r.rng(at, end)}, end
}

var plainWords = map[string]cty.Value{"true": cty.True, "false": cty.False, "null": cty.NullVal(cty.DynamicPseudoType)}

// name is a word, or a fact with its attributes.
func (r *reader) name(at int) (hclsyntax.Expression, int) {
	end := r.word(at)
	if end == at {
		return nil, -1
	}
	name := string(r.src[at:end])
	if v, ok := plainWords[name]; ok {
		return &hclsyntax.LiteralValueExpr{Val: v, SrcRange: r.rng(at, end)}, end
	}
	t := hcl.Traversal{hcl.TraverseRoot{Name: name, SrcRange: r.rng(at, end)}}
	for r.is(end, '.') {
		from := end
		if end = r.word(from + 1); end == from+1 {
			return nil, -1
		}
		t = append(t, hcl.TraverseAttr{Name: string(r.src[from+1 : end]), SrcRange: r.rng(from, end)})
	}
	return &hclsyntax.ScopeTraversalExpr{Traversal: t, SrcRange: r.rng(at, end)}, end
}

func (r *reader) tuple(at int) (hclsyntax.Expression, int) {
	t := &hclsyntax.TupleConsExpr{OpenRange: r.rng(at, at+1)}
	end := r.blank(at + 1)
	for !r.is(end, ']') {
		e, after := r.plain(end)
		if e == nil {
			return nil, -1
		}
		t.Exprs = append(t.Exprs, e)
		switch end = r.blank(after); {
		case r.is(end, ','):
			end = r.blank(end + 1)
		case !r.is(end, ']'):
			return nil, -1
		}
	}
	t.SrcRange = r.rng(at, end+1)
	return t, end + 1
}

func (r *reader) object(at int) (hclsyntax.Expression, int) {
	o := &hclsyntax.ObjectConsExpr{OpenRange: r.rng(at, at+1)}
	end := r.blank(at + 1)
	for !r.is(end, '}') {
		key, after := r.plain(end)
		if key == nil || !r.is(r.blank(after), '=') {
			return nil, -1
		}
		value, after := r.plain(r.blank(r.blank(after) + 1))
		if value == nil {
			return nil, -1
		}
		o.Items = append(o.Items, hclsyntax.ObjectConsItem{KeyExpr: &hclsyntax.ObjectConsKeyExpr{Wrapped: key}, ValueExpr: value})
		switch end = r.blank(after); {
		case r.is(end, ','):
			end = r.blank(end + 1)
		case !r.is(end, '}'):
			return nil, -1
		}
	}
	o.SrcRange = r.rng(at, end+1)
	return o, end + 1
}
