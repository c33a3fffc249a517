package checks

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCompareIDs(t *testing.T) {
	want := []string{"", "1", "1.1", "1.1.1", "1.2", "1.02", "1.10", "2", "10", "99999999999999999999", "A.2", "A.10", "web2", "web10"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, CompareIDs)
	slices.Sort(want[4:6]) // 1.02 and 1.2 are the same number; the bytes decide
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func FuzzCompareIDs(f *testing.F) {
	f.Add("1.2", "1.10", "1.02")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		if CompareIDs(a, b) != -CompareIDs(b, a) {
			t.Errorf("%q and %q: the order depends on which comes first", a, b)
		}
		if CompareIDs(a, b) < 0 && CompareIDs(b, c) < 0 && CompareIDs(a, c) >= 0 {
			t.Errorf("%q < %q < %q, yet not the first before the last", a, b, c)
		}
		if (CompareIDs(a, b) == 0) != (a == b) {
			t.Errorf("%q and %q are different and equal", a, b)
		}
	})
}
