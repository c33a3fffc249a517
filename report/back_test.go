package report_test

import (
	"bytes"
	"path/filepath"
	"testing"
	"time"

	"scantling/report"
	"scantling/report/pack"
	"scantling/report/xlsxread"
)

// Whatever a target says, the workbook reads back as what the report says, and a
// package of it is verified.
func TestHostileTextComesBack(t *testing.T) {
	read := func() *report.Report { // as a saved run is read: bytes that are no text are U+FFFD by then
		var b bytes.Buffer
		if err := report.WriteJSON(&b, report.Besieged(), report.Options{}); err != nil {
			t.Fatal(err)
		}
		r, err := report.ReadJSON(&b)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	var b bytes.Buffer
	if err := report.WriteXLSX(&b, report.Besieged(), report.Options{}); err != nil {
		t.Fatal(err)
	}
	book, err := xlsxread.Open(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	d, err := xlsxread.Compare(book, read(), report.Options{})
	if err != nil || !d.None() || len(d.Added) > 0 {
		t.Errorf("got %v and %d edits: %.2000q", err, len(d.Edits)+d.More, d.Edits)
	}
	path := filepath.Join(t.TempDir(), "evidence.zip")
	tool := report.Tool{Name: "scantling", Version: "1"}
	if err := pack.Write(path, &pack.Package{Report: read(), Tool: tool, Reviews: map[string][]byte{"\u202e\n../../x": []byte("x")}}); err != nil {
		t.Fatal(err)
	}
	f, err := pack.Check{Tool: tool, Now: time.Now()}.Verify(path)
	if err != nil || len(f.Faults) > 0 {
		t.Errorf("got %v and the faults %.2000q", err, f.Faults)
	}
}
