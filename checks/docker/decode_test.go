package docker

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"scantling/checks/fact"
)

type sample struct {
	Name    string `json:"Id"`
	On      bool
	Memory  int64
	Limit   *int64
	Created time.Time
	CapAdd  []string
	Mounts  []struct {
		Source string
		RW     bool
	}
	Labels map[string]string
	Names  Names
	Hidden string `json:"-"`
}

func TestDecode(t *testing.T) {
	seven := int64(7)
	for _, tt := range []struct {
		in      string
		want    sample
		unknown string // path = reason, one a line
	}{
		{`{"Id":"a","extra":{"x":[1]},"on":true,"MEMORY":5,"Limit":7}`, sample{Name: "a", On: true, Memory: 5, Limit: &seven}, ""},
		{`{"Id":null,"Limit":null,"CapAdd":null,"Created":"0001-01-01T00:00:00Z","Hidden":"x"}`, sample{}, ""},
		{`{"On":"yes","Memory":"5","Id":3,"CapAdd":"ALL"}`, sample{}, "cap_add = the engine sent a string where a list is wanted\n" +
			"memory = the engine sent a string where an integer is wanted\nname = the engine sent a number where a string is wanted\n" +
			"on = the engine sent a string where a bool is wanted"},
		{`{"Mounts":[{"Source":"/a","RW":true},{"Source":[],"RW":false},null,5]}`, sample{Mounts: []struct {
			Source string
			RW     bool
		}{{"/a", true}, {}, {}, {}}}, "mounts[1].source = the engine sent a list where a string is wanted\nmounts[3] = the engine sent a number where an object is wanted"},
		{`{"Labels":{"a":"b","c":4},"On":1}`, sample{Labels: map[string]string{"a": "b", "c": ""}}, `labels["c"] = the engine sent a number where a string is wanted
on = the engine sent a number where a bool is wanted`},
		{`{"Memory":1e3,"Limit":7.0,"On":0}`, sample{Memory: 1000, Limit: &seven}, "on = the engine sent a number where a bool is wanted"},
		{`{"Memory":1.5,"Limit":18446744073709551615}`, sample{}, "limit = the engine sent a number that is no integer, or out of range\nmemory = the engine sent a number that is no integer, or out of range"},
		{`{"Created":""}`, sample{}, ""},
		{`{"Created":"yesterday","Names":{"b":1,"a":2}}`, sample{Names: Names{"a", "b"}}, "created = the engine sent a time that is not RFC 3339"},
	} {
		var got sample
		g, err := decodeGaps([]byte(tt.in), &got, "")
		if err != nil || !reflect.DeepEqual(got, tt.want) {
			t.Errorf("decodeGaps(%s) = %+v, %v; want %+v", tt.in, got, err, tt.want)
		}
		if list := gapList(g); list != tt.unknown {
			t.Errorf("decodeGaps(%s): unknown\n%s\nwant\n%s", tt.in, list, tt.unknown)
		}
	}
}

func gapList(g gaps) string {
	var out []string
	for path, err := range g {
		out = append(out, path+" = "+err.Error())
	}
	return strings.Join(unique(out), "\n")
}

func TestDecodeRefuses(t *testing.T) {
	for in, want := range map[string]string{
		"":                "the answer is not a JSON object",
		"null":            "the answer is not a JSON object",
		"[]":              "the answer is not a JSON object",
		"<html></html>":   "the answer is not a JSON object",
		`{"Id":"a"`:       "the answer is not JSON: unexpected end of JSON input",
		`{"Id":"a"} tail`: "the answer is not JSON: invalid character 't' after top-level value",
	} {
		var got sample
		if _, err := decodeGaps([]byte(in), &got, ""); err == nil || err.Error() != want {
			t.Errorf("decodeGaps(%q): got error %v; want %s", in, err, want)
		}
	}
	var elems []sample
	if _, err := decodeGaps([]byte("{}"), &elems, ""); err != errNotList {
		t.Errorf("an object for a list: got %v; want %v", err, errNotList)
	}
	if _, err := decodeGaps([]byte(" null"), &elems, ""); err != nil || len(elems) != 0 {
		t.Errorf("null for a list: got %v, %v; want no elements", elems, err)
	}
}

func TestDecodeNotesBelowAPath(t *testing.T) {
	var got sample
	g, err := decodeGaps([]byte(`{"On":"x"}`), &got, "host_config")
	if err != nil {
		t.Fatal(err)
	}
	n := &fact.Notes{}
	g.tell(n)
	if n.At("host_config.on", nil).Err == nil || n.At("on", nil).Err != nil {
		t.Error("the gap is not at host_config.on")
	}
}

func TestDecodeAbsent(t *testing.T) {
	var got struct {
		Live  bool `absent:"unknown"`
		Other bool
	}
	g, err := decodeGaps([]byte(`{}`), &got, "")
	if err != nil || gapList(g) != "live = "+errAbsent.Error() {
		t.Errorf("got %v, %v; want live to be unknown", gapList(g), err)
	}
}

// FuzzDecode holds both ways of decoding against encoding/json.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"Id":"a","On":true,"Mounts":[{"Source":"/","RW":1}],"Labels":{"a":1},"Created":""}`))
	f.Add([]byte(`{"Limit":1e400,"Names":[],"CapAdd":[null]}`))
	f.Add([]byte(`{"":"\`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		var got, strict sample
		g, err := decodeGaps(raw, &got, "")
		if err != nil {
			return
		}
		if json.Unmarshal(raw, &strict) == nil && (len(g) != 0 || !reflect.DeepEqual(got, strict)) {
			t.Errorf("decodeGaps(%q) = %+v with gaps %v; encoding/json reads %+v", raw, got, g, strict)
		}
		for path := range g {
			if path == "" {
				t.Errorf("decodeGaps(%q): a gap without a path", raw)
			}
		}
	})
}

func BenchmarkDecodeOdd(b *testing.B) {
	raw := []byte(`{"Id":1,"On":true,"Labels":{` + strings.Repeat(`"a":"b",`, 1000) + `"z":"z"}}`)
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		var got sample
		if _, err := decodeGaps(raw, &got, ""); err != nil {
			b.Fatal(err)
		}
	}
}
