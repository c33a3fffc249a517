package checks

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
)

// A Merged is a file of decisions with more of them in it.
type Merged struct {
	Source   []byte
	Added    []string // the blocks, as kind and name
	Same     []string // they were there already
	Replaced []string
	Differ   []string // they are there and say something else; nothing was changed
}

// Summary says what has become of the blocks, in a line.
func (m Merged) Summary() string {
	kinds := map[string]int{}
	for _, key := range m.Added {
		kind, _, _ := strings.Cut(key, " ")
		kinds[kind]++
	}
	var parts []string
	for _, kind := range []string{"waiver", "answer", "note"} {
		switch n := kinds[kind]; {
		case n == 1:
			parts = append(parts, "1 new "+kind)
		case n > 1:
			parts = append(parts, fmt.Sprintf("%d new %ss", n, kind))
		}
	}
	if n := len(m.Replaced); n > 0 {
		parts = append(parts, fmt.Sprintf("%d replaced", n))
	}
	if n := len(m.Same); n > 0 {
		parts = append(parts, fmt.Sprintf("%d there already", n))
	}
	if len(parts) == 0 {
		return "nothing new"
	}
	return strings.Join(parts, ", ")
}

// Merge puts the decisions of a review into the content of a file, which may be
// empty, and keeps everything else that is in it. A block that is there under the
// same name and says something else is replaced where that is asked for.
func (r *Review) Merge(old []byte, name string, replace bool) (Merged, hcl.Diagnostics) {
	had, _, diags := ParseReview(old, name)
	if diags.HasErrors() {
		return Merged{}, diags
	}
	file, diags := hclwrite.ParseConfig(old, name, hcl.InitialPos)
	if diags.HasErrors() {
		return Merged{}, diags
	}
	var m Merged
	before, there := map[string]written{}, map[string]*hclwrite.Block{}
	for _, w := range had.blocks() {
		before[w.key()] = w
	}
	for _, b := range file.Body().Blocks() {
		there[written{kind: b.Type(), id: strings.Join(b.Labels(), " ")}.key()] = b
	}
	empty := len(there) == 0
	for _, w := range r.blocks() {
		switch was, known := before[w.key()]; {
		case !known:
			m.Added = append(m.Added, w.key())
			if !empty {
				file.Body().AppendNewline()
			}
			w.append(file.Body())
			empty = false
		case slices.Equal(was.attributes, w.attributes) || w.open:
			m.Same = append(m.Same, w.key())
		case !replace && !was.open:
			m.Differ = append(m.Differ, w.key())
		default:
			m.Replaced = append(m.Replaced, w.key())
			w.set(there[w.key()].Body())
		}
	}
	m.Source = hclwrite.Format(file.Bytes())
	return m, nil
}

// written is a block as it is written.
type written struct {
	kind, id   string
	preface    []string // comments above the attributes
	attributes [][2]string
	open       bool // an answer that is to be given yet
}

func (w written) key() string { return fmt.Sprintf("%s %q", w.kind, w.id) }

// blocks are the review's, the waivers first, each kind by name.
func (r *Review) blocks() []written {
	var out []written
	for _, w := range r.Waivers {
		out = append(out, written{kind: "waiver", id: w.ID, preface: w.Preface, attributes: append(w.Aim.attributes(), some(
			"disposition", w.Disposition, "reason", w.Reason, "evidence", w.Evidence, "approver", w.Approver,
			"date", w.Date, "expires", w.Expires, "owner", w.Owner, "ticket", w.Ticket, "other", w.Other)...)})
	}
	for _, a := range r.Answers {
		if a.Open() {
			out = append(out, a.form())
			continue
		}
		out = append(out, written{kind: "answer", id: a.ID, preface: a.Preface, attributes: append(a.Aim.attributes(), some(
			"verdict", string(a.Verdict), "comment", a.Comment, "evidence", a.Evidence, "assessor", a.Assessor,
			"date", a.Date, "expires", a.Expires, "owner", a.Owner, "ticket", a.Ticket, "other", a.Other)...)})
	}
	for _, n := range r.Notes {
		out = append(out, written{kind: "note", id: n.ID, preface: n.Preface, attributes: append(n.Aim.attributes(), some(
			"disposition", n.Disposition, "comment", n.Comment, "evidence", n.Evidence, "assessor", n.Assessor,
			"date", n.Date, "expires", n.Expires, "owner", n.Owner, "ticket", n.Ticket, "other", n.Other)...)})
	}
	kinds := []string{"waiver", "answer", "note"}
	slices.SortStableFunc(out, func(a, b written) int {
		return cmp.Or(cmp.Compare(slices.Index(kinds, a.kind), slices.Index(kinds, b.kind)), CompareIDs(a.id, b.id), cmp.Compare(a.id, b.id))
	})
	return out
}

// form is an answer with everything that is to be filled in.
func (a *Answer) form() written {
	w := written{kind: "answer", id: a.ID, preface: a.Preface, attributes: a.Aim.attributes(), open: true}
	for _, name := range []string{"verdict", "comment", "evidence", "assessor", "date", "expires"} {
		w.attributes = append(w.attributes, [2]string{name, ""})
	}
	return w
}

func (a Aim) attributes() [][2]string {
	return some("profile", a.Profile, "recommendation", a.Row, "control", a.Control, "target", a.Target,
		"subject", a.Subject, "fingerprint", a.Fingerprint)
}

// some pairs names with values as they will be read, and leaves out what is empty.
func some(pairs ...string) (out [][2]string) {
	for i := 0; i < len(pairs); i += 2 {
		if value := readable(pairs[i+1]); value != "" {
			out = append(out, [2]string{pairs[i], value})
		}
	}
	return out
}

// readable is a text as it comes back from a file: cty composes characters.
func readable(s string) string { return cty.StringVal(strings.ToValidUTF8(s, "\ufffd")).AsString() }

func (w written) append(body *hclwrite.Body) {
	block := body.AppendNewBlock(w.kind, []string{w.id}).Body()
	for _, line := range w.preface {
		block.AppendUnstructuredTokens(comment(line))
	}
	w.set(block)
}

// set makes the block's attributes those that are written, whatever it had before.
func (w written) set(block *hclwrite.Body) {
	keep := map[string]bool{}
	for _, a := range w.attributes {
		keep[a[0]] = true
		block.SetAttributeRaw(a[0], quoted(a[1]))
	}
	for name := range block.Attributes() {
		if !keep[name] {
			block.RemoveAttribute(name)
		}
	}
}

// comment is a line of text that ends nowhere else than at its end.
func comment(line string) hclwrite.Tokens {
	line = strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return ' '
	}, strings.ToValidUTF8(line, "\ufffd"))
	return hclwrite.Tokens{{Type: hclsyntax.TokenComment, Bytes: []byte(strings.TrimRight("# "+line, " ") + "\n")}}
}

// quoted is a text as a string of the language, in which nothing is a template.
// hclwrite's own quoting turns "$${" into another text.
func quoted(s string) hclwrite.Tokens {
	var b strings.Builder
	runes := []rune(s)
	for i, r := range runes {
		switch {
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '"' || r == '\\':
			b.WriteRune('\\')
			b.WriteRune(r)
		case (r == '$' || r == '%') && i+1 < len(runes) && runes[i+1] == '{':
			b.WriteString(template(r, i > 0 && runes[i-1] == r))
		case unicode.IsPrint(r):
			b.WriteRune(r)
		case r < 1<<16:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	return hclwrite.Tokens{
		{Type: hclsyntax.TokenOQuote, Bytes: []byte{'"'}},
		{Type: hclsyntax.TokenQuotedLit, Bytes: []byte(b.String())},
		{Type: hclsyntax.TokenCQuote, Bytes: []byte{'"'}},
	}
}

// template is a $ or % before a brace. Doubled it is itself; after another one the
// doubling could be read in two ways.
func template(r rune, again bool) string {
	if again {
		return fmt.Sprintf(`\u%04x`, r)
	}
	return string([]rune{r, r})
}
