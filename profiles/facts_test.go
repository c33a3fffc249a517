package profiles_test

import "testing"

// TestFactNames: a second fact of the same name would take the first one's place.
func TestFactNames(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range allFacts() {
		if seen[f.Name] {
			t.Errorf("two facts are called %s", f.Name)
		}
		seen[f.Name] = true
	}
}
