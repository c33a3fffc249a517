package pack

import (
	"fmt"
	"io"
	"os"
	"strings"

	"scantling/report"
	"scantling/report/xlsxread"
)

// maxSource is the size of the largest profile file that is hashed as one.
const maxSource = 16 << 20

// profiles reckons the hash of each benchmark from the files in the package and
// holds it against the results'.
func (v *verifier) profiles() error {
	if v.report == nil {
		return nil
	}
	have := map[string]ProfileFiles{}
	for _, p := range v.manifest.Profiles {
		have[p.ID] = p
	}
	for _, p := range v.report.Profiles {
		if len(have[p.ID].Files) == 0 {
			v.note("profile %s: its files are not in the package", p.ID)
			continue
		}
		files := map[string][]byte{}
		for _, f := range have[p.ID].Files {
			if v.hashes[f.Path] == "" {
				v.fault("profile %s: %.80q is not in the package", p.ID, f.Path)
				continue
			}
			b, err := v.whole(f.Path, maxSource)
			if err != nil {
				return err
			}
			files[f.Name] = b
		}
		if got := ProfileHash(files); got != p.SHA256 {
			v.fault("profile %s: its files have the SHA-256 %s together; the results say %s", p.ID, got, p.SHA256)
		}
	}
	return nil
}

// workbook holds the workbook against the results: which cells were edited, where
// this program writes workbooks as the one did that wrote it; else the run's id
// and the hash on its cover.
func (v *verifier) workbook() error {
	if v.hashes[workbookFile] == "" || v.report == nil {
		return nil
	}
	book, done, err := v.openWorkbook()
	if err != nil {
		v.fault("%s: %v", workbookFile, err)
		return nil
	}
	defer done()
	writer, err := workbookWriter()
	if err != nil {
		return err
	}
	if v.Tool != v.manifest.Tool || writer != v.manifest.Workbooks {
		v.note("written by %s %s, which writes workbooks in another way than this one, %s: only what the cover says is compared", v.manifest.Tool.Name, v.manifest.Tool.Version, v.Tool.Version)
		return v.cover(book)
	}
	d, err := xlsxread.Compare(book, v.report, v.Options)
	if err != nil {
		v.fault("%s: %v", workbookFile, err)
		return nil
	}
	for _, e := range d.Edits {
		v.fault("%s: %s", workbookFile, e)
	}
	if d.More > 0 {
		v.fault("%s: %d more differences", workbookFile, d.More)
	}
	if d.None() {
		v.note("%s says what %s says, cell by cell", workbookFile, resultsFile)
	}
	return nil
}

// cover looks for what ties a workbook to its results.
func (v *verifier) cover(book *xlsxread.Book) error {
	said := ""
	for row, err := range book.Rows("Cover") {
		if err != nil {
			v.fault("%s: %v", workbookFile, err)
			return nil
		}
		for _, c := range row.Cells {
			said += c.Text + "\n"
		}
	}
	for _, must := range [][2]string{{"the run's id", report.Safe(v.RunID)}, {"the SHA-256 of " + resultsFile, v.Results}} {
		if !strings.Contains(said, must[1]) {
			v.fault("%s: its cover does not have %s, %s", workbookFile, must[0], must[1])
		}
	}
	return nil
}

// openWorkbook copies it out of the package where it is packed: it is read here
// and there.
func (v *verifier) openWorkbook() (*xlsxread.Book, func() error, error) {
	r, err := v.read(workbookFile)
	if err != nil {
		return nil, nil, err
	}
	defer r.Close()
	f, err := os.CreateTemp(v.Options.TempDir, "scantling-*.xlsx")
	if err != nil {
		return nil, nil, err
	}
	if err := os.Remove(f.Name()); err != nil { // the open file is enough
		return nil, nil, fmt.Errorf("%w, %w", err, f.Close())
	}
	n, err := io.Copy(f, r)
	var book *xlsxread.Book
	if err == nil {
		book, err = xlsxread.Open(f, n)
	}
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return book, f.Close, nil
}
