// Package version orders the versions of packages as dpkg and rpm do.
package version

import (
	"cmp"
	"strconv"
	"strings"
)

// Compare orders two versions of a package manager, dpkg or rpm: -1, 0 or 1.
func Compare(manager, a, b string) int {
	if manager == "rpm" {
		return compareParts(a, b, compareRPM)
	}
	return compareParts(a, b, compareDpkg)
}

// Known reports whether the order of the package manager is known here.
func Known(manager string) bool { return manager == "rpm" || manager == "dpkg" }

// compareParts takes epoch, version and revision in turn. A wanted version
// without a revision says nothing about it.
func compareParts(a, b string, part func(a, b string) int) int {
	ea, va, ra := split(a)
	eb, vb, rb := split(b)
	if c := cmp.Or(cmp.Compare(ea, eb), part(va, vb)); c != 0 || ra == "" || rb == "" {
		return c
	}
	return part(ra, rb)
}

// split cuts epoch:version-revision; the revision follows the last hyphen.
func split(s string) (epoch uint64, version, revision string) {
	if e, rest, ok := strings.Cut(s, ":"); ok {
		if n, err := strconv.ParseUint(e, 10, 32); err == nil {
			epoch, s = n, rest
		}
	}
	if i := strings.LastIndexByte(s, '-'); i >= 0 {
		return epoch, s[:i], s[i+1:]
	}
	return epoch, s, ""
}

// compareDpkg takes what is no digit and what is one in turn (deb-version(7)).
func compareDpkg(a, b string) int {
	for a != "" || b != "" {
		var wa, wb, na, nb string
		wa, a = cut(a, isDigit, false)
		wb, b = cut(b, isDigit, false)
		if c := compareWords(wa, wb); c != 0 {
			return c
		}
		na, a = cut(a, isDigit, true)
		nb, b = cut(b, isDigit, true)
		if c := compareNumbers(na, nb); c != 0 {
			return c
		}
	}
	return 0
}

// compareWords puts the tilde before the end, the end before letters, letters
// before all else.
func compareWords(a, b string) int {
	for i := range max(len(a), len(b)) {
		if c := cmp.Compare(weight(a, i), weight(b, i)); c != 0 {
			return c
		}
	}
	return 0
}

func weight(s string, i int) int {
	switch {
	case i >= len(s):
		return 0
	case s[i] == '~':
		return -1
	case isLetter(s[i]):
		return int(s[i])
	}
	return int(s[i]) + 256
}

func compareNumbers(a, b string) int {
	a, b = strings.TrimLeft(a, "0"), strings.TrimLeft(b, "0")
	return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b))
}

// cut splits s where the test stops being want.
func cut(s string, test func(byte) bool, want bool) (head, rest string) {
	i := 0
	for i < len(s) && test(s[i]) == want {
		i++
	}
	return s[:i], s[i:]
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
