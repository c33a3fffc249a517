package version

import "strings"

// compareRPM is rpmvercmp: what is neither letter nor digit only separates, but
// for the tilde, which is before the end, and the caret, which is after it and
// before everything else.
func compareRPM(a, b string) int {
	for a != "" || b != "" {
		_, a = cut(a, separates, true)
		_, b = cut(b, separates, true)
		if a != "" && b != "" && a[0] == b[0] && (a[0] == '~' || a[0] == '^') {
			a, b = a[1:], b[1:]
			continue
		}
		if c := compareMarks(a, b); c != 0 {
			return c
		}
		if a == "" || b == "" {
			return compareEnds(a, b)
		}
		if c := compareSegment(&a, &b); c != 0 {
			return c
		}
	}
	return 0
}

func separates(c byte) bool { return !isDigit(c) && !isLetter(c) && c != '~' && c != '^' }

// compareMarks decides by a tilde or caret that only one of the two starts with;
// 0 when none does.
func compareMarks(a, b string) int {
	switch {
	case strings.HasPrefix(a, "~"):
		return -1
	case strings.HasPrefix(b, "~"):
		return 1
	case strings.HasPrefix(a, "^"):
		return caret(b)
	case strings.HasPrefix(b, "^"):
		return -caret(a)
	}
	return 0
}

// caret is how a version that goes on with a caret stands to one that goes on
// with other.
func caret(other string) int {
	if other == "" {
		return 1
	}
	return -1
}

func compareEnds(a, b string) int {
	switch {
	case a == b:
		return 0
	case a == "":
		return -1
	}
	return 1
}

// compareSegment takes a run of digits or of letters from both; digits are newer
// than letters.
func compareSegment(a, b *string) int {
	test, compare := isLetter, strings.Compare
	if isDigit((*a)[0]) {
		test, compare = isDigit, compareNumbers
	}
	var sa, sb string
	sa, *a = cut(*a, test, true)
	sb, *b = cut(*b, test, true)
	switch {
	case sb != "":
		return compare(sa, sb)
	case isDigit(sa[0]):
		return 1
	}
	return -1
}
