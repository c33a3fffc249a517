package report

import (
	"fmt"
	"iter"
	"strconv"
	"strings"
)

// A Sheet is one of the workbook's sheets that list things, a row each, below a
// header. The columns are defined once: the sheets, the dictionary and who reads
// a workbook back take them from here.
type Sheet struct {
	Name    string // in a workbook with more rows than a sheet holds: Findings, Findings 2, ...
	Doc     string
	Columns []Column
	Rows    int

	base string // the name of the first part
	none string // what stands where there are no rows
	lay  layout
	row  func(i int) []value
	from int // the first row's place among those of all parts
}

// A Column says what the cells below a header are.
type Column struct {
	Title   string
	Doc     string
	Source  string   // where the value comes from in the JSON report; empty for the auditor's
	Allowed []string // the only values there are; empty: any
	Auditor bool     // the auditor writes here; all else is the machine's
	Key     bool     // the sheet's key columns tell its rows apart

	width float64 // in digits
	kind  kind
}

// A kind is how the cells of a column look.
type kind int

const (
	plainText kind = iota
	codeText
	linkText
	wholeNumber
	tenthsNumber
	secondsNumber
	inputText
	inputDate
	letterText
)

// A field is a column with the way from a thing to its value.
type field[T any] struct {
	Column
	value func(T) value
}

// A value is what a cell holds: a text, a number or nothing; and where a text
// leads to.
type value struct {
	text   string
	number float64
	kind   valueKind
	to     target
}

type valueKind int

const (
	noValue valueKind = iota
	textValue
	numberValue
)

// A target is a row of a sheet; none is there where the row is 0.
type target struct {
	sheet string
	row   int
}

func txt(s string) value { return value{text: s, kind: textValue} }

func num(n int) value { return value{number: float64(n), kind: numberValue} }

func decimal(n float64) value { return value{number: n, kind: numberValue} }

func leading(s string, to target) value { return value{text: s, kind: textValue, to: to} }

// some is no value where there is none to show.
func some(n int) value {
	if n == 0 {
		return value{}
	}
	return num(n)
}

// String is the value as a workbook's reader gets it: the text of the cell, or the
// number in digits.
func (v value) String() string {
	switch v.kind {
	case textValue:
		return cellText(v.text)
	case numberValue:
		return strconv.FormatFloat(v.number, 'f', -1, 64)
	}
	return ""
}

// Cells are the texts of a row's cells, as they are in the file; the auditor's are
// empty.
func (s *Sheet) Cells(i int) []string {
	texts := make([]string, len(s.Columns))
	for c, v := range s.row(i) {
		texts[c] = v.String()
	}
	return texts
}

// All are the rows in the order of the file.
func (s *Sheet) All() iter.Seq2[int, []string] {
	return func(yield func(int, []string) bool) {
		for i := range s.Rows {
			if !yield(i, s.Cells(i)) {
				return
			}
		}
	}
}

// listing makes the sheet of a list: several where one does not hold its rows.
func listing[T any](b *book, s Sheet, items []T, fields []field[T]) {
	taken := map[string]bool{}
	for _, f := range fields {
		c := f.Column
		c.Title = unlike(Safe(c.Title), taken)
		s.Columns = append(s.Columns, c)
	}
	values := make([]value, len(fields))
	name := s.Name
	for part := 0; part == 0 || part*b.limit < len(items); part++ {
		s := s
		s.Name, s.base, s.from = partName(name, part), name, part*b.limit
		s.Rows = min(b.limit, len(items)-s.from)
		s.row = func(i int) []value {
			for c, f := range fields {
				values[c] = value{}
				if f.value != nil {
					values[c] = f.value(items[s.from+i])
				}
			}
			return values
		}
		b.sheets = append(b.sheets, &s)
	}
}

func partName(name string, part int) string {
	if part == 0 {
		return name
	}
	return name + " " + strconv.Itoa(part+1)
}

// where is the cell that holds the i-th of a list's rows.
func (b *book) where(name string, i int) target {
	return target{partName(name, i/b.limit), i%b.limit + 2} // below the header
}

// unlike makes a header that no other column of a table has, whatever its case. A
// profile may name any framework.
func unlike(title string, taken map[string]bool) string {
	title = strings.ReplaceAll(short(title, 60), "_x", "_ x") // which could be read as an escape
	for n, base := 2, title; title == "" || taken[strings.ToLower(title)]; n++ {
		title = fmt.Sprintf("%s (%d)", base, n)
	}
	taken[strings.ToLower(title)] = true
	return title
}
