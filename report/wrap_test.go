package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		in   string
		w    int
		want []string
	}{
		{"", 10, []string{""}},
		{"one two  three\nfour", 9, []string{"one two", "three", "four"}},
		{"exactly ten", 11, []string{"exactly ten"}},
		{"数据库 数据库", 7, []string{"数据库", "数据库"}},
		{"abcdefghij k", 4, []string{"abcd", "efgh", "ij k"}},
		{"see /a/path/that/is/long now", 10, []string{"see", "/a/path/that/is/long", "now"}},
		{"e\u0301e\u0301e\u0301 x", 5, []string{"e\u0301e\u0301e\u0301 x"}},
	} {
		if diff := cmp.Diff(tt.want, wrap(tt.in, tt.w)); diff != "" {
			t.Errorf("wrap(%q, %d) (-want +got):\n%s", tt.in, tt.w, diff)
		}
	}
}

func TestCells(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc": 3, "é": 1, "e\u0301": 1, "数": 2, "\uff21": 2, "\U0001f600": 2, "\ufffd": 1} {
		if got := cells(s); got != want {
			t.Errorf("cells(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestShort(t *testing.T) {
	for _, tt := range []struct {
		in   string
		w    int
		want string
	}{{"abcdef", 6, "abcdef"}, {"abcdefg", 6, "abcd …"}, {"abc defg", 6, "abc …"}, {"数据库", 5, "数 …"}} {
		if got := short(tt.in, tt.w); got != tt.want {
			t.Errorf("short(%q, %d) = %q, want %q", tt.in, tt.w, got, tt.want)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("one /two/three 数据库", 12)
	f.Fuzz(func(t *testing.T, s string, w int) {
		w = 10 + (w%90+90)%90
		s = Safe(s)
		lines := wrap(s, w)
		for _, l := range lines {
			if cells(l) > w && !strings.Contains(l, "/") {
				t.Errorf("%q is wider than %d", l, w)
			}
		}
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got, want := squeeze(strings.Join(lines, "")), squeeze(s); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}
