package xlsxread

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// What a workbook may cost. A thousand times the largest sheet of a usual audit
// fits; a bomb does not.
const (
	maxParts    = 2_000
	maxUnpacked = 2 << 30   // bytes, of all parts that are read
	maxStrings  = 256 << 20 // bytes of the shared texts
	maxText     = 1 << 20   // bytes of one cell
	maxToken    = 4 << 20   // bytes between two pieces of markup
	maxDepth    = 64        // elements within elements
	maxRow      = 1 << 20   // Excel's own limits
	maxCol      = 1 << 14
)

// A Book is an opened workbook.
type Book struct {
	parts   map[string]*zip.File
	sheets  []sheet
	shared  []string
	formats [][2]string // the number format of each cell style, and its plain form
	left    int64       // bytes that may still be unpacked
}

// A sheet is a name and the part that holds its cells.
type sheet struct{ name, part string }

// Open reads the outline of a workbook: its sheets, shared texts and formats.
func Open(r io.ReaderAt, size int64) (*Book, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, fmt.Errorf("this is no workbook, or one that a password protects: %w", err)
	}
	b := &Book{parts: map[string]*zip.File{}, left: maxUnpacked}
	if err := b.list(z.File); err != nil {
		return nil, err
	}
	return b, b.outline()
}

// list takes the archive's entries by name. Programs differ in which of two
// entries of one name they show, and names of parts ignore case.
func (b *Book) list(files []*zip.File) error {
	if len(files) > maxParts {
		return fmt.Errorf("the workbook has %d parts; more than %d are refused", len(files), maxParts)
	}
	for _, f := range files {
		key := partKey(f.Name)
		if b.parts[key] != nil {
			return fmt.Errorf("the workbook has two parts called %.80q", f.Name)
		}
		b.parts[key] = f
	}
	return nil
}

func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// Sheets lists the sheets in their order, hidden ones too.
func (b *Book) Sheets() []string {
	names := make([]string, len(b.sheets))
	for i, s := range b.sheets {
		names[i] = s.name
	}
	return names
}

// unpack opens a part; what it gives counts against the workbook's limit.
func (b *Book) unpack(name string) (io.ReadCloser, error) {
	f := b.parts[partKey(name)]
	if f == nil {
		return nil, fmt.Errorf("the workbook is damaged: it has no part %.80q", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	return &counted{ReadCloser: r, left: &b.left}, nil
}

// errTooLarge is the end of a bomb.
var errTooLarge = errors.New("the workbook unpacks to more than 2 GiB, which is refused")

// counted takes what is read from what is left.
type counted struct {
	io.ReadCloser
	left *int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.ReadCloser.Read(p)
	if *c.left -= int64(n); *c.left < 0 {
		return 0, errTooLarge
	}
	return n, err
}
