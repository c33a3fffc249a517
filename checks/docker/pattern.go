package docker

import (
	"regexp"
	"strings"
	"sync"
)

// pattern is an expression that is compiled when it is first needed: there are
// thirty, and most runs see no text that calls for any.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// set holds the words of a list.
func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}
