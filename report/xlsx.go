package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"
)

// The sheets of a workbook. Their names, and the headers on them, stay as they
// are: scripts, pivots and the import of a review rely on them.
const (
	coverSheet      = "Cover"
	summarySheet    = "Summary"
	findingSheet    = "Findings"
	openSheet       = "Open findings"
	rowSheet        = "Recommendations"
	targetSheet     = "Targets"
	matrixSheet     = "Matrix"
	manualSheet     = "Manual"
	waiverSheet     = "Waivers"
	answerSheet     = "Answers"
	evidenceSheet   = "Evidence"
	mappingSheet    = "Mappings"
	fixSheet        = "Fix plan"
	changeSheet     = "Changes"
	unknownSheet    = "Not assessed"
	factSheet       = "Facts read"
	dictionarySheet = "Dictionary"
	listSheet       = "Lists"

	workbookLimit = 1_000_000 // rows of one sheet; Excel's own limit is 1,048,576
)

// A book is a workbook being written.
type book struct {
	*Report
	f      *excelize.File
	ix     index
	look   look
	limit  int
	hash   string            // of the JSON report, in hex
	sheets []*Sheet          // those that list things
	parts  map[string]*Sheet // the same, by the name of their part in the file

	all      []*resultRow // every result
	open     []*resultRow
	unknowns []*resultRow
	asked    []*Recommendation
	evidence []evidenceRow
	objects  []*objectRow
	shownIn  map[string]map[place]int // a recommendation's first place in a listing
	lately   struct {
		res     *Result
		finding finding
	}
}

// Workbook lists the sheets of a report's workbook that list things, with their
// columns and what is in their cells.
func Workbook(r *Report) []*Sheet { return newBook(r, Options{}).sheets }

// WriteXLSX writes a workbook. What a target says is never part of a formula; the
// only ones are links between sheets and counts of statuses. The same report gives
// the same bytes.
func WriteXLSX(w io.Writer, r *Report, o Options) error {
	b := newBook(r, o)
	b.f = excelize.NewFile()
	b.f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return quick(w) })
	defer b.f.Close() // nothing is read after Write
	if err := b.write(w); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return nil
}

// newBook gathers the rows of all listings.
func newBook(r *Report, o Options) *book {
	b := &book{Report: r, ix: indexed(r), limit: o.sheetRows, shownIn: map[string]map[place]int{}}
	if b.limit == 0 {
		b.limit = workbookLimit
	}
	b.gather()
	for _, list := range []func(){
		b.findings, b.openFindings, b.recommendations, b.targets, b.matrix, b.manual, b.waivers, b.answers, b.evidences,
		b.mappings, b.fixPlan, b.changes, b.unknown, b.facts, b.dictionary,
	} {
		list()
	}
	return b
}

func (b *book) write(w io.Writer) error {
	for _, step := range []func() error{
		b.hashed, b.create, b.frames, b.lists, b.summary, b.cover, b.names, b.properties,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	packed, err := b.f.WriteToBuffer()
	if err != nil {
		return err
	}
	return b.assemble(w, packed.Bytes())
}

// create makes the sheets in their order and the styles.
func (b *book) create() error {
	if err := b.f.SetDefaultFont("Arial"); err != nil {
		return err
	}
	if err := b.f.SetSheetName("Sheet1", coverSheet); err != nil {
		return err
	}
	names := []string{summarySheet}
	for _, s := range b.sheets {
		names = append(names, s.Name)
	}
	b.parts = map[string]*Sheet{}
	for i, name := range append(names, listSheet) {
		if _, err := b.f.NewSheet(name); err != nil {
			return err
		}
		if i > 0 && i <= len(b.sheets) {
			b.parts[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+2)] = b.sheets[i-1]
		}
	}
	var err error
	b.look, err = styles(b.f)
	return err
}

// hashed takes the SHA-256 of the bytes that the format json has for this report.
func (b *book) hashed() error {
	h := sha256.New()
	if err := WriteJSON(h, b.Report, Options{}); err != nil {
		return err
	}
	b.hash = hex.EncodeToString(h.Sum(nil))
	return nil
}

// properties dates the workbook by the run, not by the moment of writing, and
// names the JSON report that it was made of.
func (b *book) properties() error {
	at := b.Run.Finished.UTC().Format(time.RFC3339)
	tool := cellText(b.Tool.Name + " " + b.Tool.Version)
	if err := b.f.SetDocProps(&excelize.DocProperties{
		Title: cellText(b.title()), Subject: cellText(b.against()), Creator: tool, LastModifiedBy: tool,
		Keywords: cellText("run " + b.Run.ID), Identifier: "urn:sha256:" + b.hash, Created: at, Modified: at,
	}); err != nil {
		return err
	}
	for _, p := range [][2]string{{"run.id", cellText(b.Run.ID)}, {"json.sha256", b.hash}, {"scantling.version", cellText(b.Tool.Version)}} {
		if err := b.f.SetCustomProps(excelize.CustomProperty{Name: p[0], Value: p[1]}); err != nil {
			return err
		}
	}
	return nil
}
