package report

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestSafe(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"web", "web"},
		{"数据库 é \U0001f600", "数据库 é \U0001f600"},
		{"\x1b[31mred\x07", `\x1b[31mred\x07`},
		{"a\nb\r\tc", `a\nb\r\tc`},
		{"\u202egpj.exe", `\u202egpj.exe`},
		{"c1\u009b31m", `c1\u009b31m`},
		{"zero\u200bwidth\ufeff", `zero\u200bwidth\ufeff`},
		{"\u2028\u2029", `\u2028\u2029`},
		{"tag\U000e0041", `tag\U000e0041`},
		{"bad\xff", "bad\ufffd"},
		{"\ufffe\uffff\ufdd0", "\ufffd\ufffd\ufffd"},
		{"\x00\x7f", `\x00\x7f`},
	} {
		if got := Safe(tt.in); got != tt.want {
			t.Errorf("Safe(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestSafeLines(t *testing.T) {
	if got, want := SafeLines("a\r\n\tb\x1b\rc"), "a\n\tb\\x1b\\rc"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzSafe(f *testing.F) {
	for _, s := range nasty {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Safe(s)
		if !utf8.ValidString(got) {
			t.Errorf("%q is not UTF-8", got)
		}
		for _, r := range got {
			if unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) || r == 0xfffe || r == 0xffff {
				t.Errorf("%q still has %U", got, r)
			}
		}
		if Safe(got) != got {
			t.Errorf("%q changes when it is made safe again", got)
		}
		if utf8.ValidString(s) && !strings.ContainsFunc(s, harmful) && got != s {
			t.Errorf("a harmless text has changed: got %q, want %q", got, s)
		}
	})
}
