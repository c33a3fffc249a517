package report

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// The sheets of a workbook, in order.
const (
	coverSheet    = "Cover"
	summarySheet  = "Summary"
	findingSheet  = "Findings"
	rowSheet      = "Recommendations"
	manualSheet   = "Manual"
	unknownSheet  = "Not assessed"
	factSheet     = "Facts read"
	workbookLimit = 1_000_000 // rows of one sheet; Excel's own limit is 1,048,576
)

// sheetDocs says what each sheet holds, for the cover.
var sheetDocs = [][2]string{
	{summarySheet, "the score and the number of recommendations by profile, section, level, severity and CIS Control"},
	{findingSheet, "every failing object with what was found, what was expected and how to fix it; columns for the auditor at the right"},
	{rowSheet, "every recommendation with its status, its reasons and its place in other frameworks"},
	{manualSheet, "questions that only a person can answer, with columns for the answer"},
	{unknownSheet, "what could not be judged, why, and what would make it possible"},
	{factSheet, "the sources that were read"},
}

// A book is a workbook being written.
type book struct {
	*Report
	f     *excelize.File
	ix    index
	look  look
	rows  map[place]int            // a recommendation's row on its sheet
	first map[string]map[place]int // and its first row on others
}

// WriteXLSX writes a workbook. It holds no formula, so that nothing in it is
// calculated from what a target says; the same report gives the same bytes.
func WriteXLSX(w io.Writer, r *Report, o Options) error {
	f := excelize.NewFile(excelize.Options{TmpDir: o.TempDir})
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return quick(w) })
	defer f.Close() // removes temporary files; nothing is read from them after Write
	b := &book{Report: r, f: f, ix: indexed(r), rows: map[place]int{}, first: map[string]map[place]int{}}
	if err := b.write(); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	packed, err := f.WriteToBuffer()
	if err == nil {
		err = inOrder(w, packed.Bytes())
	}
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return nil
}

// quick packs in a third of the time, for a third more bytes. The parts are
// packed one after the other, so one compressor serves all.
func quick(w io.Writer) *zip.Writer {
	z := zip.NewWriter(w)
	var packer *flate.Writer
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (_ io.WriteCloser, err error) {
		if packer != nil {
			packer.Reset(w)
			return packer, nil
		}
		packer, err = flate.NewWriter(w, flate.BestSpeed)
		return packer, err
	})
	return z
}

// inOrder writes the parts of a zip archive by name. excelize writes streamed
// sheets in the order of a Go map, which is another one each time.
func inOrder(w io.Writer, packed []byte) error {
	in, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return err
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, part := range in.File {
		if err := out.Copy(part); err != nil { // as it is, still compressed
			return err
		}
	}
	return out.Close()
}

func (b *book) write() error {
	for i := range b.Recommendations {
		b.rows[b.Recommendations[i].place()] = i + 2 // below the header
	}
	// The cover and the summary link to rows of the others, so they come last.
	for _, step := range []func() error{
		b.create, b.findings, b.recommendations, b.manual, b.unknown, b.facts, b.summary, b.cover, b.properties,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// create makes the sheets in their order and the styles.
func (b *book) create() error {
	if err := b.f.SetDefaultFont("Arial"); err != nil {
		return err
	}
	if err := b.f.SetSheetName("Sheet1", coverSheet); err != nil {
		return err
	}
	for _, d := range sheetDocs {
		if _, err := b.f.NewSheet(d[0]); err != nil {
			return err
		}
	}
	var err error
	b.look, err = styles(b.f)
	return err
}

// properties dates the workbook by the run, not by the moment of writing.
func (b *book) properties() error {
	at := b.Run.Finished.UTC().Format(time.RFC3339)
	tool := cellText(b.Tool.Name + " " + b.Tool.Version)
	return b.f.SetDocProps(&excelize.DocProperties{
		Title: cellText(b.title()), Subject: cellText(b.against()), Creator: tool, LastModifiedBy: tool,
		Identifier: cellText("urn:uuid:" + b.Run.ID), Created: at, Modified: at,
	})
}
