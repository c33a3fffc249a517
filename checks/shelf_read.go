package checks

import (
	"bytes"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// A reader takes a file of the shelf apart line by line, as formatted files allow:
// what stands in a block is indented by two more, and an attribute goes on as
// long as the lines are indented more than it is. Plain values, most of the text,
// it makes itself; HCL's own parser, five times as slow, gets the others. A test
// holds every control and row against that parser.
type reader struct {
	src       []byte
	file      string
	start     hcl.Pos // of src in the file
	at        int     // where the current line begins
	line, end int     // its number after the first, and where it ends
}

// readFormatted is hclsyntax.ParseConfig for a formatted file.
func readFormatted(src []byte, file string, start hcl.Pos) (*hcl.File, hcl.Diagnostics) {
	r := &reader{src: src, file: file, start: start}
	r.turn(0)
	body, ok := r.body("")
	if !ok {
		return hclsyntax.ParseConfig(src, file, start)
	}
	return &hcl.File{Body: body, Bytes: src}, nil
}

// turn goes to the line that begins at a place.
func (r *reader) turn(at int) {
	r.at, r.end = at, len(r.src)
	if n := bytes.IndexByte(r.src[at:], '\n'); n >= 0 {
		r.end = at + n
	}
}

// next goes to the line after; false at the end of the text.
func (r *reader) next() bool {
	if r.end == len(r.src) {
		return false
	}
	r.turn(r.end + 1)
	r.line++
	return true
}

func (r *reader) text() string { return string(r.src[r.at:r.end]) }

func (r *reader) pos(i int) hcl.Pos {
	return hcl.Pos{Line: r.start.Line + r.line, Column: i - r.at + 1, Byte: r.start.Byte + i}
}

func (r *reader) rng(from, to int) hcl.Range {
	return hcl.Range{Filename: r.file, Start: r.pos(from), End: r.pos(to)}
}

// body reads up to the brace that closes it, or to the end of the text.
func (r *reader) body(indent string) (*hclsyntax.Body, bool) {
	b := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}}
	for more := true; more; more = r.next() {
		line := r.text()
		item, indented := strings.CutPrefix(line, indent)
		switch {
		case line == "", strings.HasPrefix(item, "#"):
		case indent != "" && line == indent[2:]+"}":
			return b, true
		case !indented || !r.item(b, indent):
			return nil, false
		}
	}
	return b, indent == ""
}

// item reads an attribute or a block.
func (r *reader) item(b *hclsyntax.Body, indent string) bool {
	from := r.at + len(indent)
	end := r.word(from)
	if end == from {
		return false
	}
	name := string(r.src[from:end])
	switch value := r.blank(end); {
	case r.is(value, '='):
		e := r.value(name, indent, r.blank(value+1))
		b.Attributes[name] = &hclsyntax.Attribute{Name: name, Expr: e, NameRange: r.rng(from, end)}
		return e != nil
	default:
		block := r.block(name, from, value, indent)
		b.Blocks = append(b.Blocks, block)
		return block != nil
	}
}

func (r *reader) block(name string, from, at int, indent string) *hclsyntax.Block {
	b := &hclsyntax.Block{Type: name, TypeRange: r.rng(from, from+len(name))}
	for r.is(at, '"') {
		label, end := r.plainText(at)
		if end < 0 {
			return nil
		}
		b.Labels, b.LabelRanges = append(b.Labels, label), append(b.LabelRanges, r.rng(at, end))
		at = r.blank(end)
	}
	if rest := r.blank(at + 1); !r.is(at, '{') || rest != r.end && !r.is(rest, '#') || !r.next() {
		return nil
	}
	var ok bool
	if b.Body, ok = r.body(indent + "  "); !ok {
		return nil
	}
	return b
}

// value is an attribute's expression; the reader stays on its last line. It is
// nil where that is none.
func (r *reader) value(name, indent string, at int) hclsyntax.Expression {
	if e, end := r.plain(at); e != nil && end == r.end {
		return e
	}
	from, start := r.at, r.pos(r.at)
	r.last(indent, at)
	f, diags := hclsyntax.ParseConfig(r.src[from:min(r.end+1, len(r.src))], r.file, start) // a heredoc's mark wants a whole line
	a := f.Body.(*hclsyntax.Body).Attributes[name]
	if diags.HasErrors() || a == nil {
		return nil
	}
	return a.Expr
}

// last goes to the last line of an attribute: the closing mark of a heredoc, or
// the one before the next item of the body or its end.
func (r *reader) last(indent string, at int) {
	mark, heredoc := strings.CutPrefix(string(r.src[at:r.end]), "<<")
	mark = strings.TrimPrefix(mark, "-")
	for r.end < len(r.src) {
		before := *r
		r.next()
		item, indented := strings.CutPrefix(r.text(), indent)
		switch {
		case heredoc && strings.TrimSpace(item) == mark:
			return
		case !heredoc && (!indented || item == "" || item[0] == '#' || r.word(r.at+len(indent)) > r.at+len(indent)):
			*r = before
			return
		}
	}
}
