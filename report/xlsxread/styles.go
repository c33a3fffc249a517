package xlsxread

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// styles reads which number format each style of a cell has: a format can show
// something else than the cell holds.
func (b *Book) styles(part string) error {
	m, err := b.markup(part)
	if err != nil {
		return err
	}
	codes, in := map[string]string{}, ""
	return m.each(func(e xml.StartElement) error {
		switch {
		case !ours(e.Name):
		case e.Name.Local == "numFmt":
			codes[attr(e, "numFmtId")] = attr(e, "formatCode")
		case e.Name.Local == "cellXfs" || e.Name.Local == "cellStyleXfs" || e.Name.Local == "dxfs":
			in = e.Name.Local
		case e.Name.Local == "xf" && in == "cellXfs":
			code := formatOf(attr(e, "numFmtId"), codes)
			b.formats = append(b.formats, [2]string{code, plainFormat(code)})
		}
		return nil
	})
}

// builtIn are the formats that need no code in the file, of those that a report
// may use or a program may choose for one.
var builtIn = map[string]string{"": "", "0": "", "49": "", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00",
	"9": "0%", "10": "0.00%", "14": "yyyy-mm-dd", "22": "yyyy-mm-dd hh:mm"}

// formatOf is empty for a format that shows a cell as it is: General, and text.
func formatOf(id string, codes map[string]string) string {
	code, own := codes[id]
	if !own {
		code, own = builtIn[id]
	}
	switch {
	case !own:
		return "built-in " + id
	case strings.EqualFold(code, "General") || code == "@":
		return ""
	}
	return code
}

// format is the number format of a style, and its plain form.
func (b *Book) format(style string) (code, plain string) {
	n, err := strconv.Atoi(style)
	if err != nil || n < 0 || n >= len(b.formats) {
		return "", ""
	}
	return b.formats[n][0], b.formats[n][1]
}
