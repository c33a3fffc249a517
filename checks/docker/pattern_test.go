package docker

import "testing"

// Every expression compiles, though no test may call for it.
func TestPatterns(t *testing.T) {
	for _, c := range careless {
		if c.re() == nil {
			t.Error(c.what)
		}
	}
}
