package report

import (
	"slices"
	"testing"

	"scantling/checks"
)

// Reports and the engine must speak of the same statuses.
func TestStatusesAreTheEngines(t *testing.T) {
	if len(Statuses()) != len(checks.Statuses) {
		t.Errorf("%d statuses, want the engine's %d", len(Statuses()), len(checks.Statuses))
	}
	for _, s := range checks.Statuses {
		if !slices.Contains(Statuses(), string(s)) || Meaning(string(s)) == "" || sheetOf(string(s)) == "" {
			t.Errorf("reports do not know the status %q", s)
		}
	}
}

func TestEveryStatusIsCounted(t *testing.T) {
	for _, s := range Statuses() {
		if got := Count(recsOf(s)).Of(s); got != 1 {
			t.Errorf("%s is counted %d times, want once", s, got)
		}
	}
}
