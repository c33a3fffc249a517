package report

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
)

var (
	//go:embed html.tmpl
	htmlTemplate string
	//go:embed html.css
	htmlStyle string
	//go:embed html.js
	htmlScript string
)

// WriteHTML writes one file that a browser shows without fetching anything else.
// It is complete without scripts; the script adds filters, search and buttons.
// Each entry is made when its turn to be written comes.
func WriteHTML(w io.Writer, r *Report, o Options) error {
	t, err := template.New("html").Funcs(template.FuncMap{
		"word": Word, "pieces": pieces, "percent": Percent, "plural": plural, "capital": capital, "utc": utc,
		"short": inList, "attr": attribute,
	}).Parse(htmlTemplate)
	if err != nil {
		return fmt.Errorf("html: %w", err)
	}
	out := bufio.NewWriterSize(w, 64<<10)
	err = t.Execute(out, &htmlPage{Report: r, ix: indexed(r), all: o.All})
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		return fmt.Errorf("html: %w", err)
	}
	return nil
}

// An htmlPage is what the template asks for.
type htmlPage struct {
	*Report
	ix     index
	all    bool
	groups int // see most
}

// Style and Script are ours, and the only ones that the policy lets a browser use.
func (p *htmlPage) Style() template.CSS { return template.CSS(htmlStyle) }
func (p *htmlPage) Script() template.JS { return template.JS(htmlScript) }

// Policy forbids everything but the one style and the one script, known by their
// hashes, so that no text from a target can run or send anything. The empty
// data: icon keeps a browser from asking a server for one.
func (p *htmlPage) Policy() string {
	return fmt.Sprintf("default-src 'none'; style-src '%s'; script-src '%s'; img-src data:; base-uri 'none'; form-action 'none'",
		sourceHash(htmlStyle), sourceHash(htmlScript))
}

// sourceHash spells a hash as a Content-Security-Policy wants it.
func sourceHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
