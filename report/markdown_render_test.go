package report

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	xhtml "golang.org/x/net/html"
)

// rendered is a page as GitHub makes it of Markdown, before GitHub takes out what
// it does not like: raw tags stay.
func rendered(t *testing.T, markdown []byte) *xhtml.Node {
	t.Helper()
	var page bytes.Buffer
	gfm := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	if err := gfm.Convert(markdown, &page); err != nil {
		t.Fatal(err)
	}
	doc, err := xhtml.Parse(&page)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// tagged are those of a name, in order.
func tagged(n *xhtml.Node, name string) []*xhtml.Node {
	var out []*xhtml.Node
	for d := range n.Descendants() {
		if d.Type == xhtml.ElementNode && d.Data == name {
			out = append(out, d)
		}
	}
	return out
}

// words is the text below a node.
func words(n *xhtml.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == xhtml.TextNode {
			_, _ = io.WriteString(&b, d.Data)
		}
	}
	return strings.TrimSpace(b.String())
}

// No text of a target becomes markup: the page has the elements that we write,
// and no link, picture or attribute besides a table's alignment.
func TestMarkdownRendersOnlyOurMarkup(t *testing.T) {
	ours := []string{"html", "head", "body", "h2", "h3", "p", "strong", "ul", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td",
		"details", "summary", "pre", "code"}
	for name, r := range inputs() {
		doc := rendered(t, writtenAs(t, "markdown", r, Options{All: true}))
		for d := range doc.Descendants() {
			if d.Type == xhtml.CommentNode {
				t.Errorf("%s: a comment: %.80q", name, d.Data)
			}
			if d.Type != xhtml.ElementNode {
				continue
			}
			if !slices.Contains(ours, d.Data) {
				t.Errorf("%s: got <%s> with %.80q", name, d.Data, words(d))
			}
			for _, a := range d.Attr {
				if !(a.Key == "style" && strings.HasPrefix(a.Val, "text-align:")) && !(a.Key == "class" && a.Val == "language-text") {
					t.Errorf("%s: <%s> has %s=%.80q", name, d.Data, a.Key, a.Val)
				}
			}
		}
	}
}

// The tables have our columns in every row, and the failures of the report.
func TestMarkdownRendersTables(t *testing.T) {
	for name, r := range inputs() {
		doc := rendered(t, writtenAs(t, "markdown", r, Options{All: true}))
		for _, table := range tagged(doc, "table") {
			columns := len(tagged(table, "th"))
			for _, row := range tagged(table, "tr")[1:] {
				if n := len(tagged(row, "td")); n != columns {
					t.Errorf("%s: a row of %d cells below %d titles: %.80q", name, n, columns, words(row))
				}
			}
		}
		failed := 0
		for _, table := range tagged(doc, "table") {
			if words(tagged(table, "th")[0]) == "severity" {
				failed += len(tagged(table, "tr")) - 1
			}
		}
		if want := r.Score.Fail; failed != want {
			t.Errorf("%s: got %d failures, want %d", name, failed, want)
		}
	}
}

// What a reader sees is what the target said, with control characters shown.
func TestMarkdownShowsTextsAsTheyAre(t *testing.T) {
	r := besieged()
	seen := words(rendered(t, writtenAs(t, "markdown", r, Options{All: true})))
	for _, text := range []string{"<b>&amp;_x000D_</b>", "[a](javascript:alert(1))", "![i](http://evil.example/x.png)", "`code`", "@everyone", "$x^2$", `back\slash`, "数据库", `two\nlines\rand more`} {
		if !strings.Contains(seen, text) {
			t.Errorf("%q is not there as it is", text)
		}
	}
}
