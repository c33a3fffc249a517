package xlsxread

import (
	"encoding/xml"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// A Kind says what a cell holds.
type Kind int

// What a cell can hold.
const (
	Empty Kind = iota
	Text
	Number // dates too: days since the end of 1899
	Bool
	Fault // #DIV/0! and the like
)

// A Cell is one cell as the file has it, whatever its format makes of it.
type Cell struct {
	Row, Col int // from 1
	Kind     Kind
	Text     string // a number as it is written in the file
	Formula  string // without the equals sign
	Format   string // its number format; empty: General

	shown string // the same without what programs write in ways of their own
}

// Name is the cell's address: B7.
func (c Cell) Name() string { return Letter(c.Col) + strconv.Itoa(c.Row) }

// Letter is a column's name: 28 is AB.
func Letter(col int) string {
	s := ""
	for ; col > 0; col = (col - 1) / 26 {
		s = string(rune('A'+(col-1)%26)) + s
	}
	return s
}

// cell reads the <c> that has just been opened.
func (b *Book) cell(m *markup, e xml.StartElement, c *Cell) error {
	kind, value, inline := attr(e, "t"), "", ""
	c.Format, c.shown = b.format(attr(e, "s"))
	seen := [3]bool{}
	for depth := m.depth; m.depth >= depth; {
		t, err := m.next()
		if err != nil {
			return unended(m.name, err)
		}
		e, ok := t.(xml.StartElement)
		switch {
		case !ok:
		case !ours(e.Name):
			err = m.foreign(e)
		case e.Name.Local == "v":
			value, err = m.text()
			err = errors.Join(err, once(&seen[0], c, e))
		case e.Name.Local == "is":
			inline, err = m.rich()
			err = errors.Join(err, once(&seen[1], c, e))
		case e.Name.Local == "f":
			c.Formula, err = formula(m, e)
			err = errors.Join(err, once(&seen[2], c, e))
		}
		if err != nil {
			return err
		}
	}
	return b.fill(c, kind, value, inline)
}

// once refuses a second value: programs differ in which one they show.
func once(seen *bool, c *Cell, e xml.StartElement) error {
	if *seen {
		return fmt.Errorf("cell %s has two of <%.20s>", c.Name(), e.Name.Local)
	}
	*seen = true
	return nil
}

// formula is what a cell is calculated from. One that it shares with others
// stands in the first of them only.
func formula(m *markup, e xml.StartElement) (string, error) {
	s, err := m.text()
	if s == "" {
		s = "shared formula " + attr(e, "si")
	}
	return s, err
}

// fill gives a cell its content by the type that the file has for it.
func (b *Book) fill(c *Cell, kind, value, inline string) error {
	switch kind {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || n < 0 || n >= len(b.shared) {
			return fmt.Errorf("cell %s names a text that is not there: %.20q", c.Name(), value)
		}
		c.Kind, c.Text = Text, b.shared[n]
	case "inlineStr":
		c.Kind, c.Text = Text, inline
	case "str", "d":
		c.Kind, c.Text = Text, plain(value)
	case "", "n":
		c.Kind, c.Text = Number, strings.TrimSpace(value)
	case "b":
		c.Kind, c.Text = Bool, strings.TrimSpace(value)
	case "e":
		c.Kind, c.Text = Fault, value
	default:
		return fmt.Errorf("cell %s has the unknown type %.20q", c.Name(), kind)
	}
	if c.Text == "" {
		c.Kind = Empty
	}
	return nil
}

// plain undoes what spreadsheet programs write for characters that XML does not
// take, _x000D_ for CR, and makes every line end the same.
func plain(s string) string {
	if strings.Contains(s, "_x") {
		s = unescape(s)
	}
	if strings.Contains(s, "\r") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return s
}

func unescape(s string) string {
	var out strings.Builder
	for {
		before, after, found := strings.Cut(s, "_x")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		n, err := strconv.ParseUint(hexOf(after), 16, 16)
		if err != nil {
			out.WriteString("_x")
			s = after
			continue
		}
		out.WriteRune(rune(n))
		s = after[len("000D_"):]
	}
}

// hexOf is the four digits of an escape, empty where there is none.
func hexOf(s string) string {
	if len(s) < len("000D_") || s[4] != '_' || strings.ContainsAny(s[:4], "+-_") {
		return ""
	}
	return s[:4]
}
