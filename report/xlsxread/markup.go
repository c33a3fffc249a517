package xlsxread

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// The namespaces of sheets; the second is that of "Strict Open XML".
const (
	ns       = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	nsStrict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
)

// A markup reads a part element by element.
type markup struct {
	*xml.Decoder
	in    *paced
	close func() error
	name  string
	depth int
}

func (b *Book) markup(part string) (*markup, error) {
	r, err := b.unpack(part)
	if err != nil {
		return nil, err
	}
	in := &paced{r: r}
	return &markup{Decoder: xml.NewDecoder(in), in: in, close: r.Close, name: part}, nil
}

// next is the next piece of markup, io.EOF at the end. Nothing in a workbook
// needs a document type.
func (m *markup) next() (xml.Token, error) {
	m.in.since = 0
	t, err := m.Token()
	if errors.Is(err, io.EOF) {
		return nil, io.EOF
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", m.name, err)
	}
	switch t.(type) {
	case xml.StartElement:
		m.depth++
	case xml.EndElement:
		m.depth--
	case xml.Directive:
		return nil, fmt.Errorf("%s has a document type, which no workbook has", m.name)
	}
	if m.depth > maxDepth {
		return nil, fmt.Errorf("%s has elements within elements, more than %d deep", m.name, maxDepth)
	}
	return t, nil
}

// each calls visit with every element that opens.
func (m *markup) each(visit func(xml.StartElement) error) error {
	defer m.close()
	for {
		t, err := m.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := t.(xml.StartElement); ok {
			if err := visit(e); err != nil {
				return err
			}
		}
	}
}

// text is what stands in the <t> or <v> that has just been opened.
func (m *markup) text() (string, error) {
	var out strings.Builder
	for depth := m.depth; ; {
		t, err := m.next()
		if err != nil {
			return "", unended(m.name, err)
		}
		switch t := t.(type) {
		case xml.CharData:
			out.Write(t)
		case xml.EndElement:
			if m.depth < depth {
				return out.String(), nil
			}
		}
		if out.Len() > maxText {
			return "", fmt.Errorf("%s has a cell of more than %d bytes", m.name, maxText)
		}
	}
}

// skip passes over the element that has just been opened.
func (m *markup) skip() error {
	for depth := m.depth; m.depth >= depth; {
		if _, err := m.next(); err != nil {
			return unended(m.name, err)
		}
	}
	return nil
}

// foreign refuses an element among cells that some programs show and others do
// not.
func (m *markup) foreign(e xml.StartElement) error {
	return fmt.Errorf("%s has <%.40s> among its cells, which no report has", m.name, e.Name.Local)
}

func unended(name string, err error) error {
	if errors.Is(err, io.EOF) {
		return fmt.Errorf("%s ends too early", name)
	}
	return err
}

// ours reports whether an element is one that a spreadsheet program reads.
func ours(name xml.Name) bool { return name.Space == ns || name.Space == nsStrict }

// attr is an attribute without a namespace.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// paced ends the reading of a piece of markup that does not end itself.
type paced struct {
	r     io.Reader
	since int
}

func (p *paced) Read(b []byte) (int, error) {
	if p.since > maxToken {
		return 0, fmt.Errorf("a piece of markup is larger than %d bytes", maxToken)
	}
	n, err := p.r.Read(b)
	p.since += n
	return n, err
}
