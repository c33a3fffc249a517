package report

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCompareID(t *testing.T) {
	want := []string{"", "1", "1.1", "1.1.1", "1.2", "1.02", "1.10", "2", "10", "99999999999999999999", "A.2", "A.10", "web2", "web10"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, CompareID)
	slices.Sort(want[4:6]) // 1.02 and 1.2 are the same number; the bytes decide
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func FuzzCompareID(f *testing.F) {
	f.Add("1.2", "1.10", "1.02")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		if CompareID(a, b) != -CompareID(b, a) {
			t.Errorf("%q and %q: the order depends on which comes first", a, b)
		}
		if CompareID(a, b) < 0 && CompareID(b, c) < 0 && CompareID(a, c) >= 0 {
			t.Errorf("%q < %q < %q, yet not the first before the last", a, b, c)
		}
		if (CompareID(a, b) == 0) != (a == b) {
			t.Errorf("%q and %q are different and equal", a, b)
		}
	})
}

func TestSort(t *testing.T) {
	r := Report{
		Profiles: []Profile{{ID: "z"}, {ID: "a"}},
		Recommendations: []Recommendation{
			{Profile: "a", ID: "1"}, {Profile: "z", ID: "1.10"}, {Profile: "z", ID: "1.2"},
		},
		Results: []Result{
			{Profile: "a", ID: "1", Subject: "x"}, {Profile: "z", ID: "1.2", Subject: "web10"}, {Profile: "z", ID: "1.2", Subject: "web9"},
		},
	}
	Sort(&r)
	var got []string
	for _, rec := range r.Recommendations {
		got = append(got, rec.Profile+rec.ID)
	}
	for _, res := range r.Results {
		got = append(got, res.Profile+res.ID+res.Subject)
	}
	if diff := cmp.Diff([]string{"z1.2", "z1.10", "a1", "z1.2web9", "z1.2web10", "a1x"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestWorstFirst(t *testing.T) {
	recs := []*Recommendation{{ID: "1", Severity: "low"}, {ID: "2", Severity: "critical"}, {ID: "3", Severity: "low"}, {ID: "4", Severity: "high"}}
	var got []string
	for _, rec := range WorstFirst(recs) {
		got = append(got, rec.ID)
	}
	if diff := cmp.Diff([]string{"2", "4", "1", "3"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if recs[0].ID != "1" {
		t.Error("the list that was given has changed")
	}
}
