package xlsxread

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// readShared reads the texts that cells name by number.
func (b *Book) readShared(part string) error {
	m, err := b.markup(part)
	if err != nil {
		return err
	}
	size := 0
	return m.each(func(e xml.StartElement) error {
		if e.Name.Local != "si" || !ours(e.Name) || m.depth != 2 {
			return nil
		}
		s, err := m.rich()
		if size += len(s) + 16; size > maxStrings && err == nil {
			err = fmt.Errorf("%s holds more than %d bytes of text", part, maxStrings)
		}
		b.shared = append(b.shared, s)
		return err
	})
}

// rich is the text of the <si> or <is> that has just been opened: its runs one
// after the other, without the reading aids of Japanese.
func (m *markup) rich() (string, error) {
	var out strings.Builder
	for depth := m.depth; m.depth >= depth; {
		t, err := m.next()
		if err != nil {
			return "", unended(m.name, err)
		}
		e, ok := t.(xml.StartElement)
		switch {
		case !ok:
		case !ours(e.Name):
			err = m.foreign(e)
		case e.Name.Local == "rPh":
			err = m.skip()
		case e.Name.Local == "t":
			var s string
			s, err = m.text()
			out.WriteString(s)
		}
		if err != nil {
			return "", err
		}
		if out.Len() > maxText {
			return "", fmt.Errorf("%s has a cell of more than %d bytes", m.name, maxText)
		}
	}
	return plain(out.String()), nil
}
