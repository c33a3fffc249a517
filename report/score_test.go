package report

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func recsOf(statuses ...string) []Recommendation {
	recs := make([]Recommendation, len(statuses))
	for i, s := range statuses {
		recs[i].Status = s
	}
	return recs
}

func times(n int, status string) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = status
	}
	return list
}

func TestCount(t *testing.T) {
	many := append(times(76, Pass), times(11, Fail)...)
	many = append(many, times(8, NotAssessed)...)
	many = append(many, times(21, Manual)...)
	many = append(many, Waived, Waived)
	for _, tt := range []struct {
		name                    string
		statuses                []string
		percent, low, high, raw string
		total                   int
	}{
		{"nothing", nil, "-", "-", "-", "-", 0},
		{"nothing assessed", []string{NotAssessed, Error, Manual}, "-", "0.0 %", "100.0 %", "-", 3},
		{"outside the ratio", []string{Manual, NotApplicable}, "-", "-", "-", "-", 2},
		{"only waived", []string{Waived}, "-", "-", "-", "0.0 %", 1},
		{"all pass", []string{Pass, Pass, NotApplicable}, "100.0 %", "100.0 %", "100.0 %", "100.0 %", 3},
		{"an unknown status is an error", []string{Pass, "splendid"}, "100.0 %", "50.0 %", "100.0 %", "100.0 %", 2},
		{"the first run of the design", many, "87.3 %", "80.0 %", "88.4 %", "85.3 %", 118},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := Count(recsOf(tt.statuses...))
			got := []string{Percent(s.Percent), Percent(s.Low), Percent(s.High), Percent(s.Raw)}
			if diff := cmp.Diff([]string{tt.percent, tt.low, tt.high, tt.raw}, got); diff != "" {
				t.Errorf("percent, low, high, raw (-want +got):\n%s", diff)
			}
			if s.Total() != tt.total {
				t.Errorf("total %d, want %d", s.Total(), tt.total)
			}
		})
	}
}

func TestPercentNeverFlatters(t *testing.T) {
	for _, tt := range []struct {
		in   float64
		want string
	}{{99.99, "99.9 %"}, {100, "100.0 %"}, {0.04, "0.0 %"}, {87.4, "87.4 %"}, {66.666, "66.6 %"}} {
		if got := Percent(&tt.in); got != tt.want {
			t.Errorf("Percent(%v) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// brief spells groups as "ID pass/fail".
func brief(groups []Group) []string {
	var out []string
	for _, g := range groups {
		out = append(out, fmt.Sprintf("%s %d/%d", g.ID, g.Score.Pass, g.Score.Fail))
	}
	return out
}

func TestGroups(t *testing.T) {
	recs := []Recommendation{
		{Section: "1.10", Status: Pass, Level: 1, Severity: "low", Mappings: Mappings{"cis_controls_v8": {"10.1", "10.2"}}},
		{Section: "1.2", Status: Fail, Level: 2, Severity: "critical", Mappings: Mappings{"cis_controls_v8": {"4.1", "10.3"}}},
		{Section: "10", Status: Fail, Level: 1, Severity: "odd"},
		{Section: "9", Status: Pass, Level: 1, Severity: "high"},
	}
	sections := []Group{{ID: "1", Title: "One"}, {ID: "1.2"}, {ID: "1.10"}, {ID: "5", Title: "nothing of it was selected"}}
	for _, tt := range []struct {
		name string
		got  []Group
		want []string
	}{
		{"section", BySection(sections, recs), []string{"1 1/1", "1.2 0/1", "1.10 1/0", "9 1/0", "10 0/1"}},
		{"level", ByLevel(recs), []string{"1 2/1", "2 0/1"}},
		{"severity", BySeverity(recs), []string{"critical 0/1", "high 1/0", "low 1/0", "odd 0/1"}},
		{"control", ByControl(recs), []string{"4 0/1", "10 1/1"}},
	} {
		if diff := cmp.Diff(tt.want, brief(tt.got)); diff != "" {
			t.Errorf("by %s (-want +got):\n%s", tt.name, diff)
		}
	}
	if got := BySection(sections, recs)[0].Title; got != "One" {
		t.Errorf("section title %q, want One", got)
	}
	if got := ByLevel(recs)[1].Score.Percent; got == nil || *got != 0 {
		t.Errorf("level 2 scores %v, want 0", got)
	}
}
