package docker

import (
	"regexp"
	"sync"
)

// pattern is an expression that is compiled when it is first needed: there are
// thirty, and most runs see no text that calls for any.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
