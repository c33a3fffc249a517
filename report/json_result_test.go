package report

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"testing"
)

// TestResultWriter: a result is spelled as encoding/json spells it, whatever is
// in it, and with every member that there is.
func TestResultWriter(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var w resultWriter
	for range 2000 {
		var res Result
		invent(r, reflect.ValueOf(&res).Elem())
		for range 2 { // the second time from memory
			if got, want := string(w.result(&res)), string(appendEscaped(nil, marshal(res))); got != want {
				t.Fatalf("got  %s\nwant %s", got, want)
			}
		}
	}
}

func invent(r *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		texts := []string{"", "", "plain", `"quoted" \ <b>&`, "a\nb\t\x00", "\x7f\u009b", "ünï", "\u202e\u2028", "\xff\xfe", "\U000e0001", "�"}
		v.SetString(texts[r.IntN(len(texts))] + texts[r.IntN(len(texts))])
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), r.IntN(3), 3))
		for i := range v.Len() {
			invent(r, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			invent(r, v.Field(i))
		}
	}
}

func FuzzAppendJSON(f *testing.F) {
	f.Add(`a"b\` + "\n\u202e\xff")
	f.Fuzz(func(t *testing.T, s string) {
		got := appendJSON([]byte("x"), s)[1:]
		if want := appendEscaped(nil, marshal(s)); string(got) != string(want) {
			t.Fatalf("%q: got %s; want %s", s, got, want)
		}
		if !json.Valid(got) {
			t.Fatalf("%q: %s is no JSON", s, got)
		}
	})
}
