package xlsxread

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
)

// parts is the least that makes a workbook, with a sheet of the given markup.
func parts(sheet string) map[string]string {
	return map[string]string{
		"_rels/.rels":                `<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="` + ns + `" xmlns:r="x"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="a.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="s.xml"/></Relationships>`,
		"xl/a.xml":                   sheet,
		"xl/s.xml":                   `<sst xmlns="` + ns + `"><si><t>one</t></si><si><r><t>t</t></r><r><t>wo</t></r><rPh><t>no</t></rPh></si></sst>`,
	}
}

func worksheet(rows string) string {
	return `<worksheet xmlns="` + ns + `" xmlns:x="other"><sheetData>` + rows + `</sheetData></worksheet>`
}

func zipped(t testing.TB, parts map[string]string, more ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, content); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range more {
		if _, err := z.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// readAll is every cell of a workbook as "A1=text".
func readAll(b []byte) (string, error) {
	book, err := Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return "", err
	}
	var out []string
	for _, sheet := range book.Sheets() {
		for row, err := range book.Rows(sheet) {
			if err != nil {
				return "", err
			}
			for _, c := range row.Cells {
				out = append(out, c.Name()+"="+c.Text+c.Formula)
			}
		}
	}
	return strings.Join(out, " "), nil
}

func TestRows(t *testing.T) {
	for _, tt := range []struct{ rows, want string }{
		{`<row r="2"><c r="B2" t="s"><v>0</v></c><c r="AB2" t="s"><v>1</v></c></row>`, "B2=one AB2=two"},
		{`<row><c><v>1.5</v></c><c t="b"><v>1</v></c></row><row/><row><c t="str"><f>A1</f><v>x</v></c></row>`, "A1=1.5 B1=1 A3=xA1"},
		{`<row r="1"><c r="A1" t="inlineStr"><is><t>a</t><r><t>b</t></r></is></c></row>`, "A1=ab"},
		{`<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D__x005F_x000D__xZZ_</t></is></c></row>`, "A1=a\n_x000D__xZZ_"},
		{`<row r="1"><c r="A1"/><c r="XFD1" t="e"><v>#N/A</v></c></row><x:row r="9"><c r="A9"><v>1</v></c></x:row>`, "XFD1=#N/A"},
	} {
		if got, err := readAll(zipped(t, parts(worksheet(tt.rows)))); err != nil || got != tt.want {
			t.Errorf("%s: got %q, %v; want %q", tt.rows, got, err, tt.want)
		}
	}
}

func TestRefused(t *testing.T) {
	one := `<row r="1"><c r="A1"><v>1</v></c></row>`
	for _, tt := range []struct{ name, sheet, want string }{
		{"rows out of order", worksheet(`<row r="2"/><row r="1"/>`), "row"},
		{"a row twice", worksheet(one + one), `row "1" after row 1`},
		{"a row beyond the last", worksheet(`<row r="1048577"/>`), "row"},
		{"a cell twice", worksheet(`<row r="1"><c r="B1"/><c r="B1"/></row>`), `cell "B1"`},
		{"a cell of another row", worksheet(`<row r="1"><c r="B2"/></row>`), `cell "B2"`},
		{"a column beyond the last", worksheet(`<row r="1"><c r="XFE1"/></row>`), `cell "XFE1"`},
		{"no such text", worksheet(`<row r="1"><c r="A1" t="s"><v>2</v></c></row>`), "not there"},
		{"no such type", worksheet(`<row r="1"><c r="A1" t="z"><v>2</v></c></row>`), "unknown type"},
		{"two values", worksheet(`<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>`), "two of <v>"},
		{"a choice among cells", worksheet(`<row r="1"><x:AlternateContent><c r="A1"><v>1</v></c></x:AlternateContent></row>`), "among its cells"},
		{"two tables", `<worksheet xmlns="` + ns + `"><sheetData/><sheetData/></worksheet>`, "second table"},
		{"a document type", `<!DOCTYPE a [<!ENTITY b "c">]>` + worksheet(one), "document type"},
		{"markup that does not end", `<worksheet xmlns="` + ns + `" a="` + strings.Repeat("a", maxToken+1<<16), "larger than"},
		{"a huge cell", worksheet(`<row r="1"><c r="A1" t="str"><v>` + strings.Repeat("a", maxText+1) + `</v></c></row>`), "cell of more than"},
		{"depth", worksheet(strings.Repeat("<a>", 100)), "deep"},
		{"an early end", `<worksheet xmlns="` + ns + `"><sheetData><row r="1"><c r="A1">`, "unexpected EOF"},
	} {
		_, err := readAll(zipped(t, parts(tt.sheet)))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
		}
	}
}

func TestArchiveRefused(t *testing.T) {
	sound := parts(worksheet(""))
	many := make([]string, maxParts)
	for i := range many {
		many[i] = fmt.Sprint("p", i)
	}
	twoSheets := parts(worksheet(""))
	twoSheets["xl/workbook.xml"] = strings.ReplaceAll(twoSheets["xl/workbook.xml"], `<sheet name="A" r:id="r1"/>`, `<sheet name="A" r:id="r1"/><sheet name="a" r:id="r1"/>`)
	for name, tt := range map[string]struct {
		b    []byte
		want string
	}{
		"no archive":      {[]byte("\xd0\xcf\x11\xe0 an encrypted workbook"), "password"},
		"another archive": {zipped(t, nil, "x"), "no part"},
		"too many parts":  {zipped(t, sound, many...), "are refused"},
		"a part twice":    {zipped(t, sound, "xl/A.xml"), "two parts"},
		"by another way":  {zipped(t, sound, `xl\.\a.xml`), "two parts"},
		"a sheet twice":   {zipped(t, twoSheets), "two sheets"},
	} {
		if _, err := readAll(tt.b); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", name, err, tt.want)
		}
	}
}

// What is unpacked is counted over all parts.
func TestBombRefused(t *testing.T) {
	b := zipped(t, parts(worksheet(strings.Repeat(`<row/>`, 100_000))))
	book, err := Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	book.left = 300_000
	for _, err = range book.Rows("A") {
		if err != nil {
			break
		}
	}
	if err == nil || !strings.Contains(err.Error(), "2 GiB") {
		t.Errorf("got %v, want the bomb refused", err)
	}
}

func FuzzRows(f *testing.F) {
	f.Add(worksheet(`<row r="2"><c r="B2" t="s"><v>0</v></c><c r="AB2" t="str"><f>1</f><v>1</v></c></row>`))
	f.Add(worksheet(`<row><c t="inlineStr"><is><t>_x000D_</t></is></c></row>`))
	f.Add(`<worksheet><sheetData><row>`)
	f.Fuzz(func(t *testing.T, sheet string) {
		got, err := readAll(zipped(t, parts(sheet)))
		if err != nil && got != "" {
			t.Errorf("an error came with %q", got)
		}
	})
}

func FuzzOpen(f *testing.F) {
	f.Add(zipped(f, parts(worksheet(`<row><c><v>1</v></c></row>`))))
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, err := readAll(b); err != nil && len(err.Error()) > 1000 {
			t.Errorf("an error of %d bytes", len(err.Error()))
		}
	})
}
