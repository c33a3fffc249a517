package report

import (
	"fmt"
	"io"
	"os"
	"strings"
)

// Options say how a report is written. A format ignores what does not concern it.
type Options struct {
	Width   int    // columns of the terminal; 0 means 80
	Color   bool   // colour besides words, never instead of them
	All     bool   // every failure and subject, not only the first
	Quiet   bool   // the last line alone
	TempDir string // where a workbook in a package is unpacked; empty means the system's place

	sheetRows int // rows of one sheet of a workbook; 0: as many as fit
}

// A Format writes a report.
type Format struct {
	Name, Doc string
	Write     func(io.Writer, *Report, Options) error
	Shared    bool // it names no object of the target and may be read by all
}

// Formats lists every format; a new one is a file and a line here.
var Formats = []Format{
	{Name: "text", Doc: "for the terminal: the worst failures first, and the score on the last line", Write: WriteText},
	{Name: "json", Doc: "the whole report, for machines; every other format can be made from it", Write: WriteJSON},
	{Name: "xlsx", Doc: "a workbook for auditors: findings, questions for people, what was not assessed", Write: WriteXLSX},
	{Name: "html", Doc: "one page for the browser: filters and search, fit to print", Write: WriteHTML},
	{Name: "csv", Doc: "a line for each result, safe to open in a spreadsheet", Write: WriteCSV},
	{Name: "csv-raw", Doc: "the same with texts as they are, for programs only", Write: WriteRawCSV},
	{Name: "junit", Doc: "JUnit XML: a test case for each result, for the test view of a CI system", Write: WriteJUnit},
	{Name: "sarif", Doc: "SARIF 2.1.0: failures at the file and line that caused them, for code scanning", Write: WriteSARIF},
	{Name: "hdf", Doc: "the Heimdall data format, for Heimdall and the SAF tools", Write: WriteHDF},
	{Name: "xccdf", Doc: "XCCDF 1.2: a rule for each recommendation and a test result for each target, for SCAP tools", Write: WriteXCCDF},
	{Name: "arf", Doc: "ARF 1.1: the same as a report about an asset", Write: WriteARF},
	{Name: "markdown", Doc: "a page for a job summary: the score, what failed, what was not assessed", Write: WriteMarkdown},
	{Name: "prometheus", Doc: "gauges for node_exporter's textfile collector", Write: WritePrometheus, Shared: true},
	{Name: "github", Doc: "annotations of a GitHub workflow, on stdout", Write: WriteGitHub},
	{Name: "gitlab", Doc: "GitLab's Code Quality report", Write: WriteGitLab},
}

// Perm is who may read a report's file: its owner only, where it names objects of
// the target.
func (f Format) Perm() os.FileMode {
	if f.Shared {
		return 0o644
	}
	return 0o600
}

// Names lists the formats, for people.
func Names() string {
	var names []string
	for _, f := range Formats {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}

// Find returns the format of a name. Its error names those that there are.
func Find(name string) (Format, error) {
	for _, f := range Formats {
		if f.Name == name {
			return f, nil
		}
	}
	return Format{}, fmt.Errorf("unknown format %q: use one of %s", name, Names())
}
