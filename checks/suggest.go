package checks

import (
	"fmt"

	"github.com/agext/levenshtein"
	"github.com/hashicorp/hcl/v2"
)

// suggest ends a sentence with the nearest of the names that could be meant.
func suggest(wrong string, names []string) string {
	best, name := 4, ""
	for _, n := range names {
		if d := levenshtein.Distance(wrong, n, nil); d < best && d < len(n) {
			best, name = d, n
		}
	}
	if name == "" {
		return ""
	}
	return fmt.Sprintf(" Did you mean %q?", name)
}

func problem(at hcl.Range, summary, format string, args ...any) *hcl.Diagnostic {
	return &hcl.Diagnostic{
		Severity: hcl.DiagError,
		Summary:  summary,
		Detail:   fmt.Sprintf(format, args...),
		Subject:  at.Ptr(),
	}
}
