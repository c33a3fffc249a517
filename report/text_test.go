package report

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

func textOf(t *testing.T, r *Report, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteText(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func lastLine(s string) string {
	all := strings.Split(strings.TrimSuffix(s, "\n"), "\n")
	return all[len(all)-1]
}

func TestTextStaysWithinItsWidth(t *testing.T) {
	for _, width := range []int{1, 72, 80, 100, 200} {
		for _, all := range []bool{false, true} {
			text := textOf(t, sample(), Options{Width: width, All: all})
			for i, l := range strings.Split(text, "\n") {
				if cells(l) > max(width, 72) && !strings.Contains(l, "/") {
					t.Errorf("width %d, line %d has %d columns: %s", width, i+1, cells(l), l)
				}
			}
		}
	}
}

func TestTextIsHarmless(t *testing.T) {
	r := sample()
	for i, s := range nasty { // wherever a text can come from a target or a file
		at := i % len(r.Results)
		r.Results[at].Reason, r.Results[at].Remedy, r.Results[at].Waiver = s, s, s
		r.Run.User, r.Run.Incomplete, r.Targets[0].Name, r.Targets[0].Kind = s, s, s, s
		r.Run.Notices = append(r.Run.Notices, s)
		r.Targets[0].Details[s] = s
		rec := &r.Recommendations[i%len(r.Recommendations)]
		rec.Title, rec.Severity, rec.Disruption, rec.Reason = s, s, s, s
		r.Profiles[0].Title, r.Profiles[0].Version, r.Profiles[0].Sections[0].Title = s, s, s
	}
	for i, l := range strings.Split(textOf(t, r, Options{All: true}), "\n") {
		if at := strings.IndexFunc(l, func(c rune) bool { return unicode.IsControl(c) || unicode.Is(unicode.Cf, c) }); at >= 0 {
			t.Errorf("line %d holds %q", i+1, l)
		}
	}
}

func TestTextColourIsExtra(t *testing.T) {
	plain, coloured := textOf(t, sample(), Options{}), textOf(t, sample(), Options{Color: true})
	if plain == coloured {
		t.Error("no colour was written")
	}
	if got := regexp.MustCompile("\x1b\\[[0-9;]*m").ReplaceAllString(coloured, ""); got != plain {
		t.Errorf("without its colour the text differs: got\n%s\nwant\n%s", got, plain)
	}
}

func TestTextQuiet(t *testing.T) {
	quiet, whole := textOf(t, sample(), Options{Quiet: true}), textOf(t, sample(), Options{})
	if strings.Count(quiet, "\n") != 1 || lastLine(whole) != lastLine(quiet) || !strings.HasPrefix(quiet, "score ") {
		t.Errorf("got %q, want the last line of the whole, %q", quiet, lastLine(whole))
	}
}

func TestScoreLine(t *testing.T) {
	for _, tt := range []struct {
		statuses   []string
		incomplete string
		want       string
	}{
		{nil, "", "score none: nothing was assessed"},
		{[]string{NotAssessed}, "", "score none: nothing was assessed, 0-100 % overall"},
		{[]string{Pass, Pass}, "", "score 100.0 % of assessed (2 of 2 passed)"},
		{[]string{Pass, Fail, Error}, "", "score 50.0 % of assessed (1 of 2 passed), 33-67 % overall"},
		{[]string{Pass}, "interrupted", "score 100.0 % of assessed (1 of 1 passed), incomplete"},
	} {
		r := &Report{Recommendations: recsOf(tt.statuses...), Run: Run{Incomplete: tt.incomplete}}
		r.Score = Count(r.Recommendations)
		if got := lastLine(textOf(t, r, Options{})); got != tt.want {
			t.Errorf("%v: got %q, want %q", tt.statuses, got, tt.want)
		}
	}
}

// failures makes a report of n recommendations that fail, without results.
func failures(n int) *Report {
	r := &Report{Recommendations: recsOf(times(n, Fail)...)}
	for i := range r.Recommendations {
		r.Recommendations[i].ID = fmt.Sprint(i + 1)
	}
	r.Score = Count(r.Recommendations)
	return r
}

func TestTextShowsFive(t *testing.T) {
	for _, tt := range []struct {
		n, want int
		all     bool
		more    string
	}{
		{5, 5, false, ""}, {6, 5, false, "1 more failure:"}, {7, 5, false, "2 more failures:"}, {7, 7, true, ""},
	} {
		text := textOf(t, failures(tt.n), Options{All: tt.all})
		if got := strings.Count(text, "FAIL  "); got != tt.want {
			t.Errorf("%d failures, all %v: got %d, want %d", tt.n, tt.all, got, tt.want)
		}
		if tt.more != "" != strings.Contains(text, " more failure") || !strings.Contains(text, tt.more) {
			t.Errorf("%d failures, all %v: want %q in\n%s", tt.n, tt.all, tt.more, text)
		}
	}
}

func TestTextAsksForRootOnlyWhereItHelps(t *testing.T) {
	for _, tt := range []struct {
		root   bool
		status string
		want   bool
	}{{false, NotAssessed, true}, {true, NotAssessed, false}, {false, Pass, false}} {
		r := &Report{Recommendations: recsOf(tt.status), Run: Run{Root: tt.root}}
		r.Score = Count(r.Recommendations)
		if got := strings.Contains(textOf(t, r, Options{}), "sudo"); got != tt.want {
			t.Errorf("root %v, %s: sudo is suggested: %v, want %v", tt.root, tt.status, got, tt.want)
		}
	}
}

func TestTextNamesTargetsOfOneKind(t *testing.T) {
	r := failures(1)
	r.Targets = []Target{{Name: "a", Kind: "host"}, {Name: "b", Kind: "host"}, {Name: "e", Kind: "engine"}}
	r.Results = []Result{{ID: "1", Target: "a", Status: Fail, Message: "bad"}, {ID: "1", Target: "e", Subject: "web", Status: Fail, Message: "web is bad", Reason: "x",
		Evidence: []Evidence{{Holds: "false", Actual: "1"}}}, {ID: "1", Target: "e", Subject: "web10", Status: Fail, Message: "another is bad"}}
	r.Results[2].Evidence = []Evidence{{Holds: "false", Actual: "2"}}
	text := textOf(t, r, Options{})
	for _, want := range []string{"      a: bad\n", "      web is bad\n", "  web10: another is bad\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("want %q in\n%s", want, text)
		}
	}
}

// What two profiles ask alike is one failure, and the other numbers are named.
func TestTextShowsAFailureOnce(t *testing.T) {
	r := failures(7)
	r.Profiles = []Profile{{ID: "a"}, {ID: "b"}}
	for i := range r.Recommendations {
		rec := &r.Recommendations[i]
		rec.Profile, rec.Control = "a", fmt.Sprint("c", i%6)
		r.Results = append(r.Results, Result{Profile: rec.Profile, ID: rec.ID, Control: rec.Control, Status: Fail, Fingerprint: rec.Control})
	}
	text := textOf(t, r, Options{})
	for _, want := range []string{"FAIL  a/1\n", "      also      a/7\n", "… 1 more failure:"} {
		if !strings.Contains(text, want) {
			t.Errorf("want %q in\n%s", want, text)
		}
	}
	r.Results[6].Fingerprint = "of another object"
	if text := textOf(t, r, Options{}); strings.Contains(text, "also") || !strings.Contains(text, "… 2 more failures:") {
		t.Errorf("different objects are shown as one:\n%s", text)
	}
}

func TestDescribe(t *testing.T) {
	for _, tt := range []struct {
		details map[string]string
		want    string
	}{
		{nil, "vm"},
		{map[string]string{"os": "Debian 12", "kernel": "6.1", "engine": "docker", "engine_version": "28.1", "endpoint": "unix:///s", "containers": "1", "containers_running": "0", "images": "2", "some_thing": "x"},
			"vm, Debian 12, kernel 6.1, docker 28.1 at unix:///s, 1 container, 0 running, 2 images, some thing x"},
		{map[string]string{"endpoint": "tcp://h:1"}, "vm, at tcp://h:1"},
		{map[string]string{"root": "/mnt/x", "os": "Debian 12"}, "vm, the root mounted at /mnt/x, Debian 12"},
	} {
		if got := describe(Target{Name: "vm", Details: tt.details}); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, tt := range []struct {
		in   string
		w    int
		want string
	}{
		{"One. Two.", 20, "One. Two."},
		{"One two. Three four. Five six.", 22, "One two. Three four."},
		{"One two three four five", 12, "One two th …"},
	} {
		if got := sentences(tt.in, tt.w); got != tt.want {
			t.Errorf("sentences(%q, %d) = %q, want %q", tt.in, tt.w, got, tt.want)
		}
	}
}

func TestMentions(t *testing.T) {
	for _, tt := range []struct {
		text, name string
		want       bool
	}{
		{"web runs", "web", true}, {"web1 runs", "web", false}, {"my-web runs", "web", false},
		{"web1 and web", "web", true}, {"", "web", false}, {"/etc is bad", "/etc", true},
	} {
		if got := mentions(tt.text, tt.name); got != tt.want {
			t.Errorf("mentions(%q, %q) = %v", tt.text, tt.name, got)
		}
	}
}

// Objects that found different values are shown in three groups at most.
func TestTextBoundsItsGroups(t *testing.T) {
	r := failures(1)
	for i := range 5 {
		r.Results = append(r.Results, Result{ID: "1", Status: Fail, Subject: fmt.Sprint("web", i), Evidence: []Evidence{{Holds: "false", Actual: fmt.Sprint(i)}}})
	}
	for all, want := range map[bool]int{false: 3, true: 5} {
		text := textOf(t, r, Options{All: all})
		if got := strings.Count(text, "        found "); got != want {
			t.Errorf("all %v: %d groups, want %d:\n%s", all, got, want, text)
		}
		if got := strings.Contains(text, "… 2 more subjects with other values"); got == all {
			t.Errorf("all %v: the rest is told: %v:\n%s", all, got, text)
		}
	}
}
