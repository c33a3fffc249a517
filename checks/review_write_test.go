package checks

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/text/unicode/norm"
)

// merged writes a review into a file and reads it back.
func merged(t *testing.T, r *Review, old string, replace bool) (Merged, *Review) {
	t.Helper()
	m, diags := r.Merge([]byte(old), "r.hcl", replace)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	back, _, diags := ParseReview(m.Source, "r.hcl")
	if diags.HasErrors() {
		t.Fatalf("%s\n%v", m.Source, diags)
	}
	return m, back
}

func sampleReview(texts ...string) *Review {
	text := strings.Join(texts, " ")
	return &Review{
		Waivers: []*Waiver{{ID: "cis-docker/5.10/ab", Aim: Aim{Profile: "cis-docker", Row: "5.10", Subject: Pattern("a*b")},
			Disposition: "risk accepted", Reason: "why " + text, Approver: "kim" + text, Date: "2026-11-01", Expires: "2027-05-01", Owner: text, Ticket: text, Other: text, Evidence: text,
			Preface: []string{"5.10 " + text}},
			{ID: "cis-docker/5.9/ab", Aim: Aim{Row: "5.9", Fingerprint: "0123"}, Reason: "x", Approver: "kim", Expires: "2027-05-01"}},
		Answers: []*Answer{{ID: "q/1", Aim: Aim{Control: "c"}, Verdict: Pass, Comment: "seen " + text, Evidence: text, Assessor: "kim", Date: "2026-11-01", Expires: "2027-11-01"}},
		Notes:   []*Note{{ID: "n/1", Aim: Aim{Row: "5.5", Target: "web01"}, Disposition: "Disagree", Comment: text}},
	}
}

var asGiven = cmp.Options{
	cmpopts.IgnoreUnexported(Waiver{}, Answer{}), cmpopts.IgnoreFields(Waiver{}, "Range", "Preface"),
	cmpopts.IgnoreFields(Answer{}, "Range", "Preface"), cmpopts.IgnoreFields(Note{}, "Range", "Preface"),
	cmp.Transformer("read", func(s string) string { return norm.NFC.String(strings.ToValidUTF8(s, "\ufffd")) }),
	cmpopts.SortSlices(func(a, b *Waiver) bool { return a.ID < b.ID }),
}

func TestReviewComesBack(t *testing.T) {
	hostile := []string{"${file(\"/etc/passwd\")}", "$${x} $$${ %{if true} %%{", `"quoted" \ back`, "two\nlines\ttab\r\x00\x1b[31m",
		"\u202egpj.exe\u2066 \U000e0001", "bad\xffbyte", "*/ // # }", "=1+1", "<<EOF", strings.Repeat("long ", 5000), "e\u0301", "数据库"}
	for _, text := range append(hostile, strings.Join(hostile, "\n")) {
		want := sampleReview(text)
		m, got := merged(t, want, "", false)
		if diff := cmp.Diff(want, got, asGiven); diff != "" {
			t.Errorf("%q: -want +got:\n%s\n%s", text, diff, m.Source)
		}
		again, _ := merged(t, want, string(m.Source), false)
		if string(again.Source) != string(m.Source) || len(again.Same) != 4 {
			t.Errorf("%q: written twice it differs: %+v", text, again)
		}
	}
}

func TestMergeOrder(t *testing.T) {
	m, _ := merged(t, sampleReview(), "", false)
	want := `waiver "cis-docker/5.9/ab" {
  recommendation = "5.9"
  fingerprint    = "0123"
  reason         = "x"
  approver       = "kim"
  expires        = "2027-05-01"
}

waiver "cis-docker/5.10/ab" {
  # 5.10
  profile        = "cis-docker"
  recommendation = "5.10"
  subject        = "a\\*b"
  disposition    = "risk accepted"
  reason         = "why "
  approver       = "kim"
  date           = "2026-11-01"
  expires        = "2027-05-01"
}

answer "q/1" {
  control  = "c"
  verdict  = "pass"
  comment  = "seen "
  assessor = "kim"
  date     = "2026-11-01"
  expires  = "2027-11-01"
}

note "n/1" {
  recommendation = "5.5"
  target         = "web01"
  disposition    = "Disagree"
}
`
	if diff := cmp.Diff(want, string(m.Source)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

const byHand = `# ours
waiver "hand" { # one by hand
  recommendation = "5.5"
  reason   = "x"
  approver = "lee"
  expires  = "2027-05-01" # renewed twice
}

answer "q/1" {
  # asked on the phone
  control  = "c"
  verdict  = "fail"
  comment  = "no"
  ticket   = "T-1"
  assessor = "lee"
  date     = "2026-01-01"
  expires  = "2027-01-01"
}`

func TestMergeKeepsWhatIsThere(t *testing.T) {
	m, back := merged(t, sampleReview(), byHand, false)
	for _, s := range []string{"# ours", "# one by hand", "# renewed twice", "# asked on the phone", `"no"`, `waiver "hand"`} {
		if !strings.Contains(string(m.Source), s) {
			t.Errorf("%s is lost:\n%s", s, m.Source)
		}
	}
	if diff := cmp.Diff([]string{`answer "q/1"`}, m.Differ); diff != "" || len(m.Added) != 3 || len(m.Replaced) != 0 {
		t.Errorf("%s%+v", diff, m)
	}
	if back.Answers[0].Verdict != Fail {
		t.Error("the answer was replaced, unasked")
	}
}

func TestMergeReplaces(t *testing.T) {
	m, back := merged(t, sampleReview(), byHand, true)
	if len(m.Replaced) != 1 || len(m.Differ) != 0 || !strings.Contains(string(m.Source), "# asked on the phone") {
		t.Errorf("got %+v\n%s", m, m.Source)
	}
	if diff := cmp.Diff(sampleReview().Answers, back.Answers, asGiven); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestMergeRefusesWhatItCannotRead(t *testing.T) {
	for _, old := range []string{"waiver {", `thing "x" {}`, `answer "x" { verdict = "pass" }`} {
		if m, diags := sampleReview().Merge([]byte(old), "r.hcl", true); !diags.HasErrors() || m.Source != nil {
			t.Errorf("%s: got %s", old, m.Source)
		}
	}
}

func FuzzReviewComesBack(f *testing.F) {
	f.Add("${a} $${b}\n\"\\", "e\u0301")
	f.Fuzz(func(t *testing.T, text, more string) {
		want := sampleReview(text, more)
		_, got := merged(t, want, "", false)
		if diff := cmp.Diff(want, got, asGiven); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
	})
}
