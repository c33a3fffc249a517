package report

import (
	"slices"
	"strings"
)

// A finding is the evidence of a result in few words.
type finding struct {
	parts []part   // of the condition, those that decided it
	from  []string // where the facts come from, each once
}

// A part sets what was found beside what was expected.
type part struct{ found, expected string }

// explain sums up the evidence of a result.
func explain(res *Result) finding {
	var f finding
	for _, e := range decisive(res) {
		f.parts = append(f.parts, partsOf(e)...)
		for _, read := range e.Facts {
			f.from = appendNew(f.from, origin(read))
		}
	}
	return f
}

// decisive keeps the parts of the condition that gave the verdict, and of these
// the ones that looked at a fact; all of them where none stands out.
func decisive(res *Result) []Evidence {
	want := "unknown"
	switch res.Status {
	case Fail, Waived:
		want = "false"
	case Pass:
		want = "true"
	}
	some := kept(res.Evidence, func(e Evidence) bool { return e.Holds == want })
	return kept(some, func(e Evidence) bool { return len(e.Facts) > 0 })
}

// kept is the part of a list that fits, or the whole where nothing does.
func kept(list []Evidence, fits func(Evidence) bool) []Evidence {
	some := slices.DeleteFunc(slices.Clone(list), func(e Evidence) bool { return !fits(e) })
	if len(some) == 0 {
		return list
	}
	return some
}

// partsOf is the actual value beside the expected one; the facts one by one
// where there is no single value.
func partsOf(e Evidence) []part {
	if e.Actual != "" || len(e.Facts) == 0 {
		return []part{{found(e), e.Expected}}
	}
	parts := make([]part, len(e.Facts))
	for i, f := range e.Facts {
		parts[i].found = shortKey(f.Path) + " = " + f.Value
	}
	parts[0].expected = e.Expected
	return parts
}

// found is the actual value and, where it has one, its name.
func found(e Evidence) string {
	if i := slices.IndexFunc(e.Facts, func(f Read) bool { return f.Value == e.Actual }); i >= 0 {
		return shortKey(e.Facts[i].Path) + " = " + e.Actual
	}
	if negated, ok := strings.CutPrefix(e.Expression, "!"); ok && e.Expected == "false" {
		return shortKey(negated) + " = " + e.Actual
	}
	return reckoned(e)
}

// reckoned is an actual value that is no fact's own, such as the length of a list,
// with the name that the condition has for it.
func reckoned(e Evidence) string {
	side := left(e.Expression)
	if list, ok := strings.CutPrefix(side, "length([for "); ok {
		_, list, _ = strings.Cut(list, " in ")
		of, _, _ := strings.Cut(list, " ")
		return e.Actual + " of " + of
	}
	if side == "" || len(side) > longestKey {
		return e.Actual
	}
	return side + " = " + e.Actual
}

// left is what stands before a comparison, empty where it cannot be told simply.
func left(expression string) string {
	for _, op := range []string{" == ", " != ", " >= ", " <= ", " > ", " < "} {
		if side, _, ok := strings.Cut(expression, op); ok && strings.Count(side, "(") == strings.Count(side, ")") {
			return side
		}
	}
	return ""
}

// shortKey cuts a long key out of a fact's name, such as the audit rules that are
// asked for: audit_rules("-a always,exit -S …").loaded.
func shortKey(path string) string {
	open, end := strings.Index(path, `("`), strings.LastIndex(path, `")`)
	if open < 0 || end-open-2 <= longestKey {
		return path
	}
	return path[:open+2] + short(path[open+2:end], longestKey) + path[end:]
}

// longestKey is how much of a fact's key is shown to people, in columns: a path
// is there in full.
const longestKey = 48

func origin(r Read) string {
	if r.Remark == "" || r.Origin == "" {
		return r.Origin + r.Remark
	}
	return r.Origin + " (" + r.Remark + ")"
}

func appendNew(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// columns are what was found and what was expected, line by line.
func (f finding) columns() (found, expected []string) {
	for _, p := range f.parts {
		found, expected = append(found, p.found), append(expected, p.expected)
	}
	return found, expected
}
