package report

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// A rowWriter writes the rows of a listing as a worksheet has them. excelize
// would keep each sheet in memory or in a file until the end, and takes three
// times as long; see docs/performance.md.
type rowWriter struct {
	w       *bufio.Writer
	b       []byte
	letters []string // of the columns
	styles  []int
	room    []int // letters that fit each column
	printed int
	plain   int // the style of what could be a link and is none
	link    int
}

func (b *book) rowWriter(w io.Writer, s *Sheet) *rowWriter {
	rw := &rowWriter{w: bufio.NewWriterSize(w, 64<<10), printed: s.lay.printed, plain: b.look.text, link: b.look.link}
	for i, c := range s.Columns {
		rw.letters = append(rw.letters, letter(i+1))
		rw.styles = append(rw.styles, b.look.of(c.kind))
		rw.room = append(rw.room, b.look.letters(c))
	}
	return rw
}

// rows writes all rows of a listing, or the sentence that there is none.
func (b *book) writeRows(w io.Writer, s *Sheet) error {
	rw := b.rowWriter(w, s)
	if s.Rows == 0 {
		rw.styles[0] = b.look.label
		rw.row(2, append([]value{txt(s.none)}, make([]value, len(s.Columns)-1)...))
	}
	for i := range s.Rows {
		if err := rw.row(i+2, s.row(i)); err != nil {
			return err
		}
	}
	return rw.w.Flush()
}

func (rw *rowWriter) row(n int, values []value) error {
	for i := range values {
		if v := &values[i]; v.kind == textValue {
			v.text = cellText(v.text)
		}
	}
	row := strconv.Itoa(n)
	rw.b = append(rw.b[:0], `<row r="`...)
	rw.b = append(append(rw.b, row...), `" ht="`...)
	rw.b = strconv.AppendFloat(rw.b, rw.height(values), 'f', -1, 64)
	rw.b = append(rw.b, `" customHeight="1">`...)
	for i := range values {
		rw.cell(i, row, &values[i])
	}
	rw.b = append(rw.b, "</row>"...)
	_, err := rw.w.Write(rw.b)
	return err
}

func (rw *rowWriter) cell(i int, row string, v *value) {
	b := append(rw.b, `<c r="`...)
	b = append(append(b, rw.letters[i]...), row...)
	b = append(b, `" s="`...)
	style, leads := rw.styles[i], v.to.row > 0 && linkable.MatchString(v.text)
	if style == rw.link && !leads {
		style = rw.plain
	}
	b = strconv.AppendInt(b, int64(style), 10)
	switch {
	case v.kind == numberValue:
		b = append(b, `"><v>`...)
		b = append(strconv.AppendFloat(b, v.number, 'f', -1, 64), `</v></c>`...)
	case v.text == "":
		b = append(b, `"/>`...)
	case leads:
		b = append(b, `" t="str"><f>`...)
		b = append(appendXML(b, formula(v)), `</f><v>`...)
		b = append(appendXML(b, v.text), `</v></c>`...)
	default:
		b = append(b, `" t="inlineStr"><is><t xml:space="preserve">`...)
		b = append(appendXML(b, escaped(v.text)), `</t></is></c>`...)
	}
	rw.b = b
}

// linkable is what a link may show. A formula holds nothing else that is not ours:
// no quote can end its text, and no text of a target gets into it.
var linkable = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$`)

// formula is a link. Rows may be sorted: the link moves with its row, and shows
// the same. The value is in the cell already, for readers that do not calculate.
func formula(v *value) string {
	return fmt.Sprintf(`HYPERLINK("#'%s'!A%d","%s")`, v.to.sheet, v.to.row, v.text)
}

// appendXML appends a harmless text as XML has it.
func appendXML(b []byte, s string) []byte {
	start := 0
	for i := range len(s) {
		var e string
		switch s[i] {
		case '&':
			e = "&amp;"
		case '<':
			e = "&lt;"
		case '>':
			e = "&gt;"
		default:
			continue
		}
		b = append(append(b, s[start:i]...), e...)
		start = i + 1
	}
	return append(b, s[start:]...)
}

// escaped keeps _x000D_ what it is: a spreadsheet would take it for a character.
// Two may share an underscore.
func escaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '_' && spelt.MatchString(s[i:min(i+7, len(s))]) {
			b.WriteString("_x005F")
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

var spelt = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`)

// height estimates what the wrapped texts of a row need, in points: no program
// measures the rows of a file when it opens it. What is not printed may ask for
// three lines, so that the paper stays short.
func (rw *rowWriter) height(values []value) float64 {
	lines := 1
	for i := range values {
		most := maxLines
		if rw.printed > 0 && i >= rw.printed {
			most = 3
		}
		if text := values[i].text; text != "" && lines < most {
			lines = max(lines, min(most, linesOf(text, rw.room[i])))
		}
	}
	return points(lines)
}
