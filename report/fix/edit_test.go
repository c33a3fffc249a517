package fix

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"scantling/checks"
)

func TestMergeJSON(t *testing.T) {
	for _, tt := range []struct {
		name, text, merge string
		unset             []string
		want              string
	}{
		{"of nothing", "", `{"icc": false}`, nil, "{\n  \"icc\": false\n}\n"},
		{"empty", "{}", `{"icc": false}`, nil, "{\n  \"icc\": false\n}"},
		{"behind the others, indented as they are", "{\n\t\"a\": 1\n}\n", `{"icc": false, "b": {"c": [1, 2]}}`, nil,
			"{\n\t\"a\": 1,\n\t\"b\": {\n\t\t\"c\": [\n\t\t\t1,\n\t\t\t2\n\t\t]\n\t},\n\t\"icc\": false\n}\n"},
		{"order, odd spaces and unknown keys stay", "{ \"z\" :1,\n     \"icc\":   true , \"unknown\": [ ] }", `{"icc": false}`, nil,
			"{ \"z\" :1,\n     \"icc\":   false , \"unknown\": [ ] }"},
		{"on one line", `{"a": 1}`, `{"icc": false}`, nil, `{"a": 1, "icc": false}`},
		{"into an inner object", "{\n  \"log-opts\": {\n    \"max-file\": \"3\"\n  },\n  \"x\": 1\n}\n", `{"log-opts": {"max-size": "10m"}}`, nil,
			"{\n  \"log-opts\": {\n    \"max-file\": \"3\",\n    \"max-size\": \"10m\"\n  },\n  \"x\": 1\n}\n"},
		{"into an empty inner object", "{\n  \"log-opts\": {}\n}", `{"log-opts": {"max-size": "10m"}}`, nil,
			"{\n  \"log-opts\": {\n    \"max-size\": \"10m\"\n  }\n}"},
		{"in place of something else", `{"log-opts": null}`, `{"log-opts": {"a": "<b>"}}`, nil, `{"log-opts": {"a":"<b>"}}`},
		{"a key that stands twice", `{"icc": true, "icc": true}`, `{"icc": false}`, nil, `{"icc": true, "icc": false}`},
		{"an escaped key", `{"i\u0063c": true}`, `{"icc": false}`, nil, `{"i\u0063c": false}`},
		{"take out the first", "{\n  \"a\": 1,\n  \"b\": 2\n}", `{}`, []string{"a"}, "{\n  \"b\": 2\n}"},
		{"take out the last", "{\n  \"a\": 1,\n  \"b\": 2\n}", `{}`, []string{"b"}, "{\n  \"a\": 1\n}"},
		{"take out the only one", `{"a": {"b": "}"}}`, `{}`, []string{"a"}, `{}`},
		{"take out what is not there", `{"a": 1}`, `{}`, []string{"b"}, `{"a": 1}`},
	} {
		var merge map[string]any
		if err := json.Unmarshal([]byte(tt.merge), &merge); err != nil {
			t.Fatal(err)
		}
		got, err := mergeJSON([]byte(tt.text), merge, tt.unset)
		if err != nil || string(got) != tt.want {
			t.Errorf("%s: got %v\n%s\nwant\n%s", tt.name, err, got, tt.want)
		}
	}
	for _, text := range []string{"# a comment\n{}", `{"a": 1,}`, `[]`, `"x"`, `{} {}`, "{"} {
		if got, err := mergeJSON([]byte(text), map[string]any{"icc": false}, nil); err == nil {
			t.Errorf("%s gives %s; want it refused", text, got)
		}
	}
}

func FuzzMergeJSON(f *testing.F) {
	f.Add(`{"a": {"b": [1, "}"]}, "icc": true}`, `{"icc": false, "a": {"c": {}}}`, "b")
	f.Add(" {\t} ", `{"x": {"y": 1}}`, "x")
	f.Fuzz(func(t *testing.T, text, merge, unset string) {
		var m, object map[string]any
		if json.Unmarshal([]byte(merge), &m) != nil {
			return
		}
		got, err := mergeJSON([]byte(text), m, []string{unset})
		if err != nil {
			return
		}
		if json.Unmarshal(got, &object) != nil { // that it is the right one mergeJSON has looked at itself
			t.Fatalf("%q and %q give %q", text, merge, got)
		}
	})
}

func TestSettings(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		step       checks.Step
		want       string
	}{
		{"a new file", "", checks.Step{Form: "equals", Set: map[string]string{"b": "2", "a": "1"}}, "a = 1\nb = 2\n"},
		{"spelled as before", "A\t\t1\n#A 2\n  A 3\nAB 4\n", checks.Step{Form: "space", Set: map[string]string{"A": "9"}}, "A\t\t9\n#A 2\n  A 9\nAB 4\n"},
		{"no line break at the end", "x=1", checks.Step{Form: "equals", Set: map[string]string{"y": "2"}}, "x=1\ny = 2\n"},
		{"a word", "# enforce_for_root\n", checks.Step{Form: "equals", Set: map[string]string{"enforce_for_root": ""}}, "# enforce_for_root\nenforce_for_root\n"},
		{"the word is there", "enforce_for_root\n", checks.Step{Form: "equals", Set: map[string]string{"enforce_for_root": ""}}, "enforce_for_root\n"},
		{"in front of all", "Include x\nPort 22\n", checks.Step{Form: "space", First: true, Set: map[string]string{"Port": "23"}}, "Port 23\nInclude x\nPort 22\n"},
		{"in a section", "[A]\nk=1\n\n[B]\nk=1\n", checks.Step{Form: "ini", In: "A", Set: map[string]string{"k": "2", "l": "3"}}, "[A]\nk=2\nl=3\n\n[B]\nk=1\n"},
		{"in a section that is not there", "[B]\nk=1\n", checks.Step{Form: "ini", In: "A", Set: map[string]string{"k": "2"}}, "[B]\nk=1\n[A]\nk=2\n"},
		{"quoted for a shell", "K='old'\n", checks.Step{Form: "shell", Set: map[string]string{"K": `a "b" $c`}}, `K="a \"b\" \$c"` + "\n"},
		{"words", "L=\"quiet audit=0\"\n", checks.Step{Form: "shell", Add: map[string]string{"L": "audit=1"}}, "L=\"quiet audit=1\"\n"},
		{"words where there are none", "", checks.Step{Form: "shell", Add: map[string]string{"L": "a b=1"}}, "L=\"a b=1\"\n"},
		{"take out", "a 1\nb 2\na 3\n", checks.Step{Form: "space", Unset: []string{"a"}}, "b 2\n"},
	} {
		got, err := settings([]byte(tt.text), &tt.step)
		if diff := cmp.Diff(tt.want, string(got)); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got)\n%s", tt.name, err, diff)
		}
	}
}

func TestLines(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		step       checks.Step
		want       string
	}{
		{"a new file", "", checks.Step{Lines: []string{"a", "b"}}, "a\nb\n"},
		{"what is there stays", " a \nc", checks.Step{Lines: []string{"a", "b"}}, " a \nc\nb\n"},
		{"first", "c\n", checks.Step{Lines: []string{"a"}, First: true}, "a\nc\n"},
		{"after", "x\npam_rootok\ny\n", checks.Step{Lines: []string{"a"}, After: "rootok$"}, "x\npam_rootok\na\ny\n"},
		{"without", "ab\nb\nab\n", checks.Step{Without: []string{"^a"}}, "b\n"},
	} {
		got, err := lines([]byte(tt.text), &tt.step)
		if diff := cmp.Diff(tt.want, string(got)); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got)\n%s", tt.name, err, diff)
		}
	}
	if _, err := lines([]byte("x\n"), &checks.Step{Lines: []string{"a"}, After: "nowhere"}); err == nil {
		t.Error("a line that has to follow one that is not there was written")
	}
}

func TestFstab(t *testing.T) {
	const tab = "# fstab\nUUID=1 /   ext4 defaults 0 1\n/dev/sd\\040b\t/tmp\text4\trw,dev\t0 2\n/dev/c /my\\040disk xfs\n"
	for _, tt := range []struct {
		name string
		step checks.Step
		want string
	}{
		{"an option", checks.Step{Mount: "/", Options: []string{"nodev"}}, "UUID=1 /   ext4 defaults,nodev 0 1\n"},
		{"in place of its opposite", checks.Step{Mount: "/tmp", Options: []string{"nodev", "nosuid"}}, "/dev/sd\\040b\t/tmp\text4\trw,nodev,nosuid\t0 2\n"},
		{"of an escaped name, without options", checks.Step{Mount: "/my disk", Options: []string{"noexec"}}, "/dev/c /my\\040disk xfs defaults,noexec\n"},
		{"a line", checks.Step{Mount: "/dev/shm", Line: "tmpfs /dev/shm tmpfs nodev 0 0"}, "tmpfs /dev/shm tmpfs nodev 0 0\n"},
	} {
		got, err := fstab([]byte(tab), &tt.step)
		if err != nil || !containsLine(string(got), tt.want) {
			t.Errorf("%s: got %v\n%s\nwant the line %s", tt.name, err, got, tt.want)
		}
	}
	if _, err := fstab([]byte(tab), &checks.Step{Mount: "/home", Options: []string{"nodev"}}); err == nil {
		t.Error("options for a mount point without a line were written")
	}
}

func containsLine(text, line string) bool {
	for start := 0; start < len(text); {
		end := start
		for end < len(text) && text[end] != '\n' {
			end++
		}
		if text[start:min(end+1, len(text))] == line {
			return true
		}
		start = end + 1
	}
	return false
}
