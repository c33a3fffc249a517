package report

import (
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// WriteCSV writes a line for each result. What a spreadsheet would take for a
// formula gets an apostrophe before it, and what would act on a terminal is shown
// as an escape.
func WriteCSV(w io.Writer, r *Report, _ Options) error { return writeCSV(w, r, "csv", tame) }

// WriteRawCSV does the same with each text as it is, for programs. Only bytes
// that are no UTF-8 are replaced.
func WriteRawCSV(w io.Writer, r *Report, _ Options) error {
	return writeCSV(w, r, "csv-raw", func(s string) string { return strings.ToValidUTF8(s, "\ufffd") })
}

// A csvRow is what the columns take their values from.
type csvRow struct {
	*Report
	rec             *Recommendation
	res             *Result
	found, expected []string
	from            []string
	spot            spot
}

// A csvColumn is one of them. New ones are added at the end.
type csvColumn struct {
	name  string
	value func(*csvRow) string
}

func csvColumns() []csvColumn {
	return []csvColumn{
		{"profile", func(c *csvRow) string { return c.rec.Profile }},
		{"id", func(c *csvRow) string { return c.rec.ID }},
		{"title", func(c *csvRow) string { return c.rec.Title }},
		{"status", func(c *csvRow) string { return c.res.Status }},
		{"severity", func(c *csvRow) string { return c.rec.Severity }},
		{"level", func(c *csvRow) string { return strconv.Itoa(c.rec.Level) }},
		{"section", func(c *csvRow) string { return c.rec.Section }},
		{"assessment", func(c *csvRow) string { return c.rec.Assessment }},
		{"target", func(c *csvRow) string { return c.res.Target }},
		{"subject", func(c *csvRow) string { return c.res.Subject }},
		{"found", func(c *csvRow) string { return strings.Join(c.found, "\n") }},
		{"expected", func(c *csvRow) string { return strings.Join(c.expected, "\n") }},
		{"origin", func(c *csvRow) string { return strings.Join(c.from, "\n") }},
		{"file", func(c *csvRow) string { return c.spot.path }},
		{"line", func(c *csvRow) string { return lineNumber(c.spot) }},
		{"message", func(c *csvRow) string { return c.res.Message }},
		{"reason", func(c *csvRow) string { return c.res.Reason }},
		{"remedy", func(c *csvRow) string { return c.res.Remedy }},
		{"remediation", func(c *csvRow) string { return c.res.Remediation }},
		{"disruption", func(c *csvRow) string { return c.rec.Disruption }},
		{"waiver", func(c *csvRow) string { return c.res.Waiver }},
		{"control", func(c *csvRow) string { return c.rec.Control }},
		{"mappings", func(c *csvRow) string { return strings.Join(c.rec.Mappings.list(), "\n") }},
		{"fingerprint", func(c *csvRow) string { return c.res.Fingerprint }},
		{"run", func(c *csvRow) string { return c.Run.ID }},
		{"finished", func(c *csvRow) string { return c.Run.Finished.UTC().Format(time.RFC3339) }},
		{"answer", func(c *csvRow) string { return c.res.Answer }},
	}
}

// writeCSV quotes every field: a field is never taken for more than one.
func writeCSV(w io.Writer, r *Report, format string, fit func(string) string) error {
	o, columns := newOutlet(w), csvColumns()
	for i, c := range columns {
		o.field(i, c.name)
	}
	for rec, res := range r.each(r.all()) {
		row := newCSVRow(r, rec, res)
		o.text("\r\n")
		for i, c := range columns {
			o.field(i, fit(c.value(row)))
		}
	}
	o.text("\r\n")
	return o.done(format)
}

func (o *outlet) field(i int, s string) {
	if i > 0 {
		o.text(",")
	}
	o.text(`"`, strings.ReplaceAll(s, `"`, `""`), `"`)
}

func newCSVRow(r *Report, rec *Recommendation, res *Result) *csvRow {
	f := explain(res)
	row := &csvRow{Report: r, rec: rec, res: res, from: f.from}
	row.found, row.expected = f.columns()
	if at := spots(res); len(at) > 0 && !at[0].api {
		row.spot = at[0]
	}
	return row
}

func lineNumber(s spot) string {
	if s.line == 0 {
		return ""
	}
	return strconv.Itoa(s.line)
}

// list says each mapping in two words: cis_controls_v8 5.4.
func (m Mappings) list() []string {
	var out []string
	for _, framework := range slices.Sorted(maps.Keys(m)) {
		for _, place := range m[framework] {
			out = append(out, framework+" "+place)
		}
	}
	return out
}

// tame puts an apostrophe before what Excel, LibreOffice or Google Sheets would
// calculate. Where the separator is another than a comma, as in much of Europe, a
// cell begins behind a semicolon, a tab or a line break as well.
func tame(s string) string {
	s = SafeLines(s)
	first, _ := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune(formulaSigns+` "`, first) && !strings.ContainsAny(s, ";\t\n") {
		return s
	}
	var b strings.Builder
	begins := true
	for _, r := range s {
		if begins && strings.ContainsRune(formulaSigns, r) {
			b.WriteByte('\'')
		}
		b.WriteRune(r)
		begins = strings.ContainsRune(";\t\n", r) || begins && (r == ' ' || r == '"')
	}
	return b.String()
}

// formulaSigns begin a formula; the full-width ones do in East Asian settings.
const formulaSigns = "=+-@＝＋－＠"
