package checks

import (
	"cmp"
	"strings"
)

// CompareIDs orders a benchmark's numbers as people count: 1.2 before 1.10, 1
// before 1.1. It serves names as well: web2 before web10.
func CompareIDs(a, b string) int {
	x, y := a, b
	for x != "" && y != "" {
		var p, q string
		p, x = chunk(x)
		q, y = chunk(y)
		if c := compareChunk(p, q); c != 0 {
			return c
		}
	}
	if c := cmp.Compare(len(x), len(y)); c != 0 {
		return c
	}
	return strings.Compare(a, b) // 1.02 and 1.2 count alike, yet need an order
}

// chunk splits off the longest start that is all digits, or has none.
func chunk(s string) (head, rest string) {
	number := isDigit(s[0])
	i := 1
	for i < len(s) && isDigit(s[i]) == number {
		i++
	}
	return s[:i], s[i:]
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// compareChunk compares digits by value, whatever their number, so that no
// number is too large.
func compareChunk(p, q string) int {
	if !isDigit(p[0]) || !isDigit(q[0]) {
		return strings.Compare(p, q)
	}
	p, q = strings.TrimLeft(p, "0"), strings.TrimLeft(q, "0")
	return cmp.Or(cmp.Compare(len(p), len(q)), strings.Compare(p, q))
}
