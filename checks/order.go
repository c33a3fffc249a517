package checks

import (
	"cmp"
	"strconv"
	"strings"
)

// CompareIDs orders a benchmark's numbers as its table of contents does: 1.2
// before 1.10, H2 before H10.
func CompareIDs(a, b string) int {
	as, bs := strings.Split(a, "."), strings.Split(b, ".")
	for i := range min(len(as), len(bs)) {
		if c := compareStep(as[i], bs[i]); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(as), len(bs))
}

func compareStep(a, b string) int {
	ta, na := splitStep(a)
	tb, nb := splitStep(b)
	return cmp.Or(cmp.Compare(ta, tb), cmp.Compare(na, nb), cmp.Compare(a, b))
}

func splitStep(s string) (string, int) {
	text := strings.TrimRight(s, "0123456789")
	n, _ := strconv.Atoi(s[len(text):])
	return text, n
}
