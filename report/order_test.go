package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

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
