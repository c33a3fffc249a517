package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func written(t *testing.T, r *Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteJSON(&b, r, Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestJSONComesBack(t *testing.T) {
	want := sample()
	got, err := ReadJSON(bytes.NewReader(written(t, want)))
	if err != nil {
		t.Fatal(err)
	}
	// Invalid UTF-8 cannot be said in JSON; everything else must be the same.
	utf8 := cmp.Transformer("utf8", func(s string) string { return strings.ToValidUTF8(s, "\ufffd") })
	if diff := cmp.Diff(want, got, cmp.FilterPath(func(p cmp.Path) bool {
		return p.Last().Type() != nil && p.Last().Type().Kind().String() == "string" && !strings.Contains(p.GoString(), "utf8")
	}, utf8)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if again := written(t, got); !bytes.Equal(again, written(t, want)) {
		t.Error("a report that was read is written differently")
	}
}

// The entry by entry writing must give what the library gives for the whole, but
// for the white space.
func TestJSONIsTheLibrarys(t *testing.T) {
	r := compared(t)
	var want bytes.Buffer
	enc := json.NewEncoder(&want)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r); err != nil {
		t.Fatal(err)
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, written(t, r)); err != nil {
		t.Fatal(err)
	}
	got := compact.String() + "\n"
	for raw, escaped := range map[string]string{"\u009b": `\u009b`, "\u200b": `\u200b`, "\u202e": `\u202e`, "\u2066": `\u2066`} {
		if !strings.Contains(want.String(), raw) || strings.Contains(got, raw) {
			t.Errorf("%s should be escaped", escaped)
		}
		got = strings.ReplaceAll(got, escaped, raw)
	}
	if diff := cmp.Diff(strings.Split(want.String(), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestJSONEmptyListsAreLists(t *testing.T) {
	got := string(written(t, &Report{SchemaVersion: SchemaVersion}))
	for _, list := range []string{"targets", "profiles", "recommendations", "results", "facts"} {
		if !strings.Contains(got, `"`+list+`": []`) {
			t.Errorf("%s is not an empty list:\n%s", list, got)
		}
	}
	if _, err := ReadJSON(strings.NewReader(got)); err != nil {
		t.Error(err)
	}
}

func TestReadJSONRefuses(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"empty", "", "scantling audit -o json="},
		{"no JSON", "PK\x03\x04", "scantling audit -o json="},
		{"another JSON", `{"version": 3}`, "no schema_version"},
		{"a list", `[]`, "scantling audit -o json="},
		{"newer", `{"schema_version": "2.0", "tool": {"version": "7.1"}, "results": 5}`, `schema version "2.0" and this program reads 1.x: use scantling "7.1"`},
		{"no number", `{"schema_version": "one"}`, `"one"`},
		{"cut off", `{"schema_version": "1.0", "results": [`, "ends too early"},
		{"wrong type", `{"schema_version": "1.0", "results": 5}`, "damaged"},
		{"two reports", `{"schema_version": "1.0"} {}`, "one report at a time"},
		{"a status of its own", `{"schema_version": "1.9", "recommendations": [{"profile": "p", "id": "1", "status": "fine"}]}`, `p/1 has the status "fine"`},
		{"in a result", `{"schema_version": "1.0", "results": [{"profile": "p", "id": "2", "status": ""}]}`, `p/2 has the status ""`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := ReadJSON(strings.NewReader(tt.in))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want an error with %q", err, tt.want)
			}
		})
	}
}

func TestReadJSONMinorVersion(t *testing.T) {
	r, err := ReadJSON(strings.NewReader(`{"schema_version": "1.7", "new": true, "run": {"id": "x"}}`))
	if err != nil || r.Run.ID != "x" {
		t.Errorf("got %v, %v; want the report: a minor version only adds", r, err)
	}
}

func TestReadJSONIsBounded(t *testing.T) {
	in := written(t, sample())
	if _, err := readJSON(bytes.NewReader(in), int64(len(in))); err != nil {
		t.Errorf("exactly the limit: %v", err)
	}
	_, err := readJSON(bytes.NewReader(in), int64(len(in))-1)
	if err == nil || !strings.Contains(err.Error(), "larger than") {
		t.Errorf("one byte too many: got %v, want an error", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestWritersTellOfErrors(t *testing.T) {
	disk := errors.New("no space left")
	for _, f := range Formats {
		if err := f.Write(failing{disk}, sample(), Options{}); !errors.Is(err, disk) {
			t.Errorf("%s: got %v, want %v", f.Name, err, disk)
		}
	}
}

func TestFind(t *testing.T) {
	for _, f := range Formats {
		if got, err := Find(f.Name); err != nil || got.Name != f.Name {
			t.Errorf("Find(%q) = %q, %v", f.Name, got.Name, err)
		}
	}
	if _, err := Find("xml"); err == nil || !strings.Contains(err.Error(), `"xml": use one of text, json, xlsx, html, csv`) {
		t.Errorf("got %v, want the names of the formats", err)
	}
}

func FuzzReadJSON(f *testing.F) {
	f.Add([]byte(`{"schema_version": "1.0", "recommendations": [{"status": "pass"}]}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		r, err := ReadJSON(bytes.NewReader(in))
		if err != nil {
			return
		}
		for _, format := range []string{"text", "json"} { // whatever can be read can be written
			out, _ := Find(format)
			if err := out.Write(&bytes.Buffer{}, r, Options{All: true}); err != nil {
				t.Errorf("%s: %v", format, err)
			}
		}
	})
}
