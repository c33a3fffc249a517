package xlsxread

import (
	"math"
	"strconv"
	"strings"
)

// same reports whether a cell says what the report says, and what is wrong where
// it is not the text.
func same(got, want Cell) (why string, ok bool) {
	switch {
	case want.Formula != "" && plainFormula(got.Formula) == plainFormula(want.Formula):
		return "", true // its value may rest on what people fill in
	case want.Formula != "":
		return "the report's formula is gone or another one", false
	case got.Formula != "":
		return "it is calculated; the report says " + quote(want.Text), false
	case got.masked(want):
		return "the number format " + quote(got.Format) + " can show something else than the cell holds", false
	}
	return "", got.value() == want.value() || near(got, want)
}

// value is a cell's content; the same number is written in many ways.
func (c Cell) value() string {
	if c.Kind != Number {
		return c.Text
	}
	n, err := strconv.ParseFloat(c.Text, 64)
	if err != nil {
		return c.Text
	}
	return strconv.FormatFloat(n, 'g', 12, 64)
}

// near reports numbers that differ only in how many digits a program keeps.
func near(a, b Cell) bool {
	if a.Kind != Number || b.Kind != Number {
		return false
	}
	x, err := strconv.ParseFloat(a.Text, 64)
	if err != nil {
		return false
	}
	y, err := strconv.ParseFloat(b.Text, 64)
	return err == nil && math.Abs(x-y) <= 1e-11*math.Max(math.Abs(x), math.Abs(y))
}

// canon is what same compares, as one text.
func (c Cell) canon() string {
	switch {
	case c.Formula != "":
		return "=" + plainFormula(c.Formula)
	case c.Kind == Empty:
		return ""
	case c.masked(Cell{}):
		return "'" + c.value() + "\xff" + c.shown
	}
	return "'" + c.value()
}

// plainFormula leaves out what programs write in ways of their own.
func plainFormula(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, " ", ""), "_xlfn.", "")
}

// masked reports a number format that shows other words than the cell holds:
// one with a part for texts, or with words or digits of its own for numbers.
func (c Cell) masked(want Cell) bool {
	code := c.Format
	if code == "" || c.shown == want.shown {
		return false
	}
	if c.Kind == Number {
		return strings.ContainsAny(code, `";`) || strings.ContainsAny(c.shown, "123456789")
	}
	return strings.Count(code, ";") >= 3 || strings.Contains(code, "@")
}

// plainFormat leaves out the marks of literal text, which programs write in ways
// of their own, and the locales that they add.
func plainFormat(code string) string {
	code = strings.NewReplacer(`\`, "", `"`, "").Replace(code)
	for {
		before, rest, found := strings.Cut(code, "[$")
		_, after, ended := strings.Cut(rest, "]")
		if !found || !ended {
			return code
		}
		code = before + after
	}
}
